namespace Ingest.Core.Tables;

/// <summary>
/// Rows of a body without rulings whose texts are wrapped at the pitch of the rows, so that
/// the gaps between lines say nothing: the middles of the texts tell the rows (<see cref="CentredRows"/>).
/// </summary>
internal static class CentredBody
{
    /// <summary>One text of so many may fit no rows.</summary>
    private const int MostAstray = 25;

    /// <param name="segments">Of the body between <paramref name="top"/> and <paramref name="bottom"/>, by base line, then from left to right.</param>
    /// <param name="rows">Row borders as the gaps between the lines show them.</param>
    /// <param name="first">Number of the first row in the whole table.</param>
    /// <returns>Null unless a row by the gaps holds two figures of one column, and rows by the middles explain the texts.</returns>
    public static (double[] Ys, List<GridCell> Cells)? Of(List<Segment> segments, double[] xs, List<double> rows, double top, double bottom, int first)
    {
        var pitch = TextBlocks.Pitch(segments);
        if (pitch <= 0)
            return null;
        var blocks = TextBlocks.Of(segments, xs, pitch);
        if (!SharesRows(blocks, xs, rows) || CentredRows.Of(blocks, xs, pitch, top, bottom, grow: true) is not { } plan
            || plan.Astray * MostAstray > blocks.Count || plan.Ys.Length <= rows.Count)
            return null;
        (plan.Ys[0], plan.Ys[^1]) = (top, bottom);
        return (plan.Ys, Cells(blocks, plan, xs, first));
    }

    private static bool SharesRows(List<TextBlock> blocks, double[] xs, List<double> rows)
    {
        var used = new HashSet<(int Row, int Column)>();
        foreach (var block in blocks)
        {
            if (block.Figure && !used.Add((Placement.Find([.. rows], block.Middle), Placement.Find(xs, block.Center))))
                return true;
        }
        return false;
    }

    private static List<GridCell> Cells(List<TextBlock> blocks, CentredRows.Plan plan, double[] xs, int first)
    {
        int rows = plan.Ys.Length - 1, columns = xs.Length - 1;
        var span = new int[rows, columns];
        for (var b = 0; b < blocks.Count; b++)
        {
            var (from, to) = plan.Spans[b];
            var column = Placement.Find(xs, blocks[b].Center);
            var free = from < to;
            for (var r = from; r < to; r++)
                free &= span[r, column] == 0;
            for (var r = from; free && r < to; r++)
                span[r, column] = r == from ? to - from : -1;
        }
        var cells = new List<GridCell>();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (span[r, c] >= 0)
                    cells.Add(new GridCell(first + r, c, Math.Max(1, span[r, c]), 1));
            }
        }
        return cells;
    }
}
