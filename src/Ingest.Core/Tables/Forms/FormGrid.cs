using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Forms;

/// <summary>
/// The grid of a form without vertical rulings: labels that span rows, values over several columns, blocks of rows
/// with columns of their own headers in between. Texts stand in the middle of their cells, which tells the rows
/// (<see cref="CentredRows"/>) and the columns (<see cref="SpanDivision"/>) that each one takes.
/// </summary>
internal static class FormGrid
{
    private const int FewestColumns = 4;
    private const int FewestRows = 4;

    /// <summary>Texts between the rows that make a form of it.</summary>
    private const int FewestBetween = 2;

    /// <summary>One text of so many may fit no rows.</summary>
    private const int MostAstray = 25;

    /// <param name="segments">Of the form alone, by base line, then from left to right.</param>
    /// <param name="edges">Horizontal edges in its region.</param>
    /// <param name="before">The form's columns on the page before.</param>
    /// <returns>Null unless texts between the rows prove that cells span rows there.</returns>
    public static Grid? Of(List<Segment> segments, List<Edge> edges, double top, double bottom, double[]? before)
    {
        var lines = FormColumns.Lines(segments);
        if (lines.Count < FewestRows || lines.Count(l => l.Count >= FewestColumns) < 2)
            return null;
        double left = segments.Min(s => s.Left) - 2, right = segments.Max(s => s.Right) + 2;
        foreach (var edge in edges)
            (left, right) = (Math.Min(left, edge.Start), Math.Max(right, edge.End));
        var dense = FormColumns.Dense(lines);
        var texts = lines.Where(l => l.Count >= dense).SelectMany(l => l).ToList();
        var own = Of(lines, RuledColumns.Refine(FormColumns.Of(lines, left, right), edges, texts), top, bottom);
        var same = before is not null && Math.Abs(before[0] - left) < 8 && Math.Abs(before[^1] - right) < 8 ? Of(lines, before, top, bottom) : null;
        // a part of a form may show fewer columns than the whole
        return (own?.Astray ?? int.MaxValue) >= (same?.Astray ?? int.MaxValue) && same?.Grid.Columns >= (own?.Grid.Columns ?? 0) ? same?.Grid : own?.Grid;
    }

    /// <summary>The grid of a form whose horizontal rulings part its rows.</summary>
    /// <returns>Null when hardly any text takes several columns.</returns>
    public static Grid? Ruled(List<Segment> segments, List<Edge> edges)
    {
        var lines = FormColumns.Lines(segments);
        if (lines.Count < FewestRows)
            return null;
        double left = edges.Min(e => e.Start), right = edges.Max(e => e.End);
        if (!RuledRows.IsForm(edges, left, right))
            return null;
        var xs = RuledRows.Columns(FormColumns.Of(lines, left, right), edges);
        var joined = lines.SelectMany(l => l).ToList();
        if (xs.Length <= FewestColumns || joined.Count(s => Placement.Find(xs, s.Right - 1) - Placement.Find(xs, s.Left + 1) >= 2) < 2)
            return null;
        var blocks = TextBlocks.Of(joined, xs, TextBlocks.Pitch(joined));
        var plan = RuledRows.Of(blocks, xs, edges);
        // what stands one below the other between the same rulings is one text, however far its lines are apart
        var whole = new List<TextBlock>();
        foreach (var rows in Enumerable.Range(0, blocks.Count).GroupBy(b => plan.Spans[b]))
        {
            var first = whole.Count;
            foreach (var block in rows.Select(b => blocks[b]).OrderBy(static b => b.First))
            {
                var at = whole.FindIndex(first, o => TextBlocks.Overlap(o, block));
                if (at < 0)
                    whole.Add(block);
                else
                    whole[at] = whole[at].With(block);
            }
        }
        plan = RuledRows.Of(whole, xs, edges);
        return new Grid(xs, plan.Ys, Cells(whole, plan, xs));
    }

    private static (Grid Grid, int Astray)? Of(List<List<Segment>> lines, double[] xs, double top, double bottom)
    {
        if (xs.Length <= FewestColumns)
            return null;
        var segments = lines.SelectMany(l => l).ToList();
        var pitch = TextBlocks.Pitch(segments);
        if (pitch <= 0)
            return null;
        var blocks = TextBlocks.Of(segments, xs, pitch);
        var plan = CentredRows.Of(blocks, xs, pitch, top, bottom);
        if (plan.Ys.Length <= FewestRows || plan.Off < FewestBetween || plan.Astray * MostAstray > blocks.Count)
            return null;
        return (new Grid(xs, plan.Ys, Cells(blocks, plan, xs)), plan.Astray);
    }

    private static List<GridCell> Cells(List<TextBlock> blocks, CentredRows.Plan plan, double[] xs)
    {
        int rows = plan.Ys.Length - 1, columns = xs.Length - 1;
        var across = new (int From, int To)[blocks.Count];
        Array.Fill(across, (0, columns));
        var begins = blocks.ConvertAll(b => blocks.Exists(o => o != b && Math.Abs(o.Left - b.Left) < 0.8));
        for (var r = 0; r < rows; r++)
        {
            var row = Enumerable.Range(0, blocks.Count).Where(b => plan.Spans[b].From <= r && plan.Spans[b].To > r).OrderBy(b => blocks[b].Left).ToList();
            var divided = SpanDivision.Of(xs, row.ConvertAll(b => blocks[b]), row.ConvertAll(b => begins[b]));
            for (var i = 0; i < row.Count; i++)
            {
                var (from, to) = across[row[i]];
                across[row[i]] = (Math.Max(from, divided[i].From), Math.Min(to, divided[i].To));
            }
        }
        var taken = new bool[rows, columns];
        var cells = new List<GridCell>();
        foreach (var b in Enumerable.Range(0, blocks.Count).OrderBy(b => plan.Spans[b].From).ThenBy(b => across[b].From))
            Take(cells, taken, plan.Spans[b], across[b]);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
                Take(cells, taken, (r, r + 1), (c, c + 1));
        }
        return cells;
    }

    private static void Take(List<GridCell> cells, bool[,] taken, (int From, int To) rows, (int From, int To) columns)
    {
        for (var r = rows.From; r < rows.To; r++)
        {
            for (var c = columns.From; c < columns.To; c++)
            {
                if (taken[r, c])
                    return;
            }
        }
        if (columns.From >= columns.To)
            return;
        for (var r = rows.From; r < rows.To; r++)
        {
            for (var c = columns.From; c < columns.To; c++)
                taken[r, c] = true;
        }
        cells.Add(new GridCell(rows.From, columns.From, rows.To - rows.From, columns.To - columns.From));
    }
}
