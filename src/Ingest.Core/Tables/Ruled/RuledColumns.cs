using Ingest.Core.Tables.Areas;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// Columns of a table without vertical rulings whose horizontal ones are drawn cell by cell: where two of them meet,
/// and where one that is drawn under a part of the width ends, a column begins.
/// </summary>
internal static class RuledColumns
{
    /// <summary>Two borders nearer than this are one, in points.</summary>
    private const double Snap = 3;

    /// <summary>How far a border that the text shows may be off the ruled one, in points.</summary>
    private const double Near = 9;

    /// <returns>Column borders, the sides included; null when no rulings meet, or text stands across the borders.</returns>
    public static double[]? Of(List<Edge> edges, List<Segment> body, double left, double right)
    {
        var marks = new List<double>();
        foreach (var edge in edges)
            marks.AddRange(edge.Joints);
        if (marks.Count == 0)
            return null;
        foreach (var edge in edges)
        {
            marks.Add(edge.Start);
            marks.Add(edge.End);
        }
        marks.Sort();
        var borders = new List<double> { left };
        foreach (var mark in marks)
        {
            if (mark - borders[^1] > Snap && right - mark > Snap)
                borders.Add(mark);
        }
        borders.Add(right);
        return Agrees([.. borders], body) ? [.. borders] : null;
    }

    /// <summary>Borders that the text shows, replaced by those that the rulings show as far as they are drawn.</summary>
    public static double[] Refine(double[] xs, List<Edge> edges, List<Segment> body)
    {
        var cells = edges.FindAll(e => e.Joints.Count > 0);
        if (cells.Count == 0)
            return xs;
        double from = cells.Min(e => e.Start), to = cells.Max(e => e.End);
        var ruled = Of(cells, body, from, to);
        return ruled is null ? xs : [.. xs.Where(x => x < from - Near), .. ruled, .. xs.Where(x => x > to + Near)];
    }

    /// <summary>Whether hardly any text of the body stands across a border, and no two figures of a line share a column.</summary>
    private static bool Agrees(double[] xs, List<Segment> body)
    {
        int against = 0, last = -1;
        Segment before = default;
        foreach (var s in body.OrderBy(s => s.Baseline).ThenBy(s => s.Left))
        {
            int from = Placement.Find(xs, s.Left + 1), to = Placement.Find(xs, s.Right - 1);
            var shared = from == last && s.Figure && before.Figure && Math.Abs(s.Baseline - before.Baseline) < 0.2 * s.Size && s.Left - before.Right > s.Size;
            if (from != to || shared)
                against++;
            (last, before) = (to, s);
        }
        return against * 10 <= body.Count;
    }
}
