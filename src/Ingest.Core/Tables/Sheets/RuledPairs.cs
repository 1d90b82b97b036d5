using Ingest.Core.Model;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Sheets;

/// <summary>
/// Two tables ruled side by side: rulings of one width on each side of a gap, at heights of their own. Where the heights are the same, one
/// table has its rulings drawn column by column.
/// </summary>
internal static class RuledPairs
{
    /// <summary>Rulings of one table are no shorter than this, begin and end alike when they differ by no more than that, in points.</summary>
    private const double Shortest = 60, Alike = 8;

    /// <summary>So much of the lower of two tables stands beside the other one.</summary>
    private const double Side = 0.5;

    /// <summary>A page with rulings of more widths is a drawing.</summary>
    private const int MostTables = 60, MostEdges = 2000;

    /// <summary>The box of both, and the gap between them.</summary>
    public static List<(Box Box, double From, double To)> Of(List<Edge> horizontal)
    {
        var tables = new List<List<Edge>>();
        if (horizontal.Count > MostEdges)
            return [];
        foreach (var edge in horizontal)
        {
            if (edge.End - edge.Start < Shortest)
                continue;
            if (tables.Find(t => Math.Abs(t[0].Start - edge.Start) < Alike && Math.Abs(t[0].End - edge.End) < Alike) is { } table)
                table.Add(edge);
            else
                tables.Add([edge]);
        }
        tables.RemoveAll(static t => t.Count < 2);
        if (tables.Count > MostTables)
            return [];
        var pairs = new List<(Box, double, double)>();
        foreach (var left in tables)
        {
            foreach (var right in tables.FindAll(t => t[0].Start > left[0].End && AreApart(left, t)))
            {
                double from = left.Max(static e => e.End), to = right.Min(static e => e.Start);
                double top = Math.Min(left[0].Position, right[0].Position), bottom = Math.Max(left[^1].Position, right[^1].Position);
                if (to > from && !horizontal.Exists(e => e.Position >= top && e.Position <= bottom && e.Start < to && e.End > from))
                    pairs.Add((new Box(left[0].Start, top, right[0].End, bottom), from, to));
            }
        }
        return pairs;
    }

    /// <summary>Whether they stand side by side and most rulings of each at another height than those of the other.</summary>
    private static bool AreApart(List<Edge> a, List<Edge> b)
    {
        var beside = Math.Min(a[^1].Position, b[^1].Position) - Math.Max(a[0].Position, b[0].Position);
        return beside > Side * Math.Min(a[^1].Position - a[0].Position, b[^1].Position - b[0].Position) && Own(a, b) * 2 >= a.Count && Own(b, a) * 2 >= b.Count;

        static int Own(List<Edge> of, List<Edge> other) => of.Count(e => !other.Exists(o => Math.Abs(o.Position - e.Position) <= Edges.Snap));
    }
}
