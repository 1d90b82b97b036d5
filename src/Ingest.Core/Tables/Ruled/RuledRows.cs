using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// Rows of a form whose horizontal rulings part its cells: a ruling that is drawn under some columns only parts the
/// rows of these, and the texts of the others span them.
/// </summary>
internal static class RuledRows
{
    /// <summary>Share of a column's width that must be drawn to part its rows.</summary>
    private const double Drawn = 0.5;

    /// <summary>
    /// Whether rulings under a part of the width have full ones between them, or begin at several places one below the other: not
    /// just a header with groups.
    /// </summary>
    public static bool IsForm(List<Edge> edges, double left, double right)
    {
        var begins = edges.FindAll(e => e.Start > left + Near).GroupBy(static e => (int)(e.Start / Edges.Snap)).Count(static g => g.Count() > 1);
        if (begins > 1)
            return true;
        int turns = 0;
        var partial = false;
        foreach (var edge in edges)
        {
            var full = edge.Coverage(left, right) > 0.9;
            if (!full && !partial)
                turns++;
            partial = !full;
        }
        return turns >= 2;
    }

    public static CentredRows.Plan Of(List<TextBlock> blocks, double[] xs, List<Edge> edges)
    {
        var ys = new List<double>();
        foreach (var edge in edges)
        {
            if (ys.Count == 0 || edge.Position - ys[^1] > Edges.Snap)
                ys.Add(edge.Position);
        }
        int rows = ys.Count - 1, columns = xs.Length - 1;
        var drawn = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                double covered = 0;
                foreach (var edge in edges)
                    covered += Math.Abs(edge.Position - ys[r + 1]) <= Edges.Snap ? edge.Coverage(xs[c], xs[c + 1]) : 0;
                drawn[r, c] = covered > Drawn;
            }
        }
        var spans = new (int From, int To)[blocks.Count];
        for (var b = 0; b < blocks.Count; b++)
        {
            int first = Placement.Find(xs, blocks[b].Left + 1), last = Placement.Find(xs, blocks[b].Right - 1);
            int from = Placement.Find([.. ys], blocks[b].Middle), to = from + 1;
            while (from > 0 && !IsDrawn(from - 1))
                from--;
            while (to < rows && !IsDrawn(to - 1))
                to++;
            spans[b] = (from, to);

            bool IsDrawn(int row)
            {
                for (var c = first; c <= last; c++)
                {
                    if (drawn[row, c])
                        return true;
                }
                return false;
            }
        }
        return new CentredRows.Plan([.. ys], spans, 0, 0);
    }

    /// <summary>Borders that the text shows, moved to where rulings under a part of the width begin and end, or joined by these.</summary>
    public static double[] Columns(double[] xs, List<Edge> edges)
    {
        var borders = xs.ToList();
        foreach (var end in edges.SelectMany(e => new[] { e.Start, e.End }))
        {
            var near = borders.FindIndex(x => Math.Abs(x - end) < Near);
            if (near < 0)
                borders.Add(end);
            else if (near > 0 && near < borders.Count - 1)
                borders[near] = end;
            borders.Sort();
        }
        return [.. borders];
    }

    /// <summary>How far a border that the text shows may be off the end of a ruling, in points.</summary>
    private const double Near = 14;
}
