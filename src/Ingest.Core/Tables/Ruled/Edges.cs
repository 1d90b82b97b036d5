using Ingest.Core.Model;

namespace Ingest.Core.Tables.Ruled;

/// <summary>Collinear rulings as one: a position and the stretches that are drawn there, ascending and apart.</summary>
/// <param name="joints">Where one ruling ends and the next one begins without a gap.</param>
internal sealed class Edge(double position, List<(double Start, double End)> stretches, List<double>? joints = null)
{
    public IReadOnlyList<double> Joints => joints ?? [];

    public double Position { get; } = position;

    public IReadOnlyList<(double Start, double End)> Stretches => stretches;

    public double Start => stretches[0].Start;

    public double End => stretches[^1].End;

    /// <summary>What of it is drawn in [from, to].</summary>
    public Edge Within(double from, double to) => Start >= from && End <= to ? this
        : new Edge(Position, [.. Stretches.Where(s => s.End > from && s.Start < to).Select(s => (Math.Max(s.Start, from), Math.Min(s.End, to)))], joints?.FindAll(j => j > from && j < to));

    /// <summary>How much of [from, to] is drawn, 0…1.</summary>
    public double Coverage(double from, double to)
    {
        double covered = 0;
        foreach (var (start, end) in stretches)
            covered += Math.Max(0, Math.Min(end, to) - Math.Max(start, from));
        return to > from ? covered / (to - from) : 0;
    }
}

/// <summary>Turns rulings into edges: near-collinear rulings are snapped together, broken and dashed ones closed.</summary>
internal static class Edges
{
    /// <summary>Rulings closer than this are one line (double lines, the two sides of a thick one, jitter of producers), in points.</summary>
    public const double Snap = 3.4;

    /// <summary>The lines of a double one are no further apart, and end no further from each other, in points.</summary>
    public const double Double = 5.5;

    /// <summary>A gap up to this is no gap (dashes, cells ruled one by one), in points.</summary>
    private const double Bridge = 4.0;

    /// <summary>Pieces up to this long with gaps between them no wider than one and a half of them are the dashes of one line, in points.</summary>
    private const double Dash = 10;

    /// <summary>Anything shorter is a tick or an underline of one character, in points.</summary>
    private const double Shortest = 3.5;

    /// <summary>Rulings that meet within this are drawn cell by cell, in points; shorter ones than <see cref="Piece"/> are dashes.</summary>
    private const double Abut = 0.7;

    private const double Piece = 8;

    public static List<Edge> Horizontal(ReadOnlySpan<Ruling> rulings) => Of(rulings, RulingDirection.Horizontal);

    public static List<Edge> Vertical(ReadOnlySpan<Ruling> rulings) => Single(Of(rulings, RulingDirection.Vertical));

    /// <summary>A double line is one: no column is as narrow as the room in it. Rulings from side to side as near to each other may be the foot of one table and the top of the next.</summary>
    private static List<Edge> Single(List<Edge> edges)
    {
        for (var i = 0; i < edges.Count; i++)
        {
            // they are in order: none further on is near. With the side of a fill between them they are three
            for (var j = i + 1; j < edges.Count && edges[j].Position - edges[i].Position <= Double;)
            {
                if (Math.Abs(edges[j].Start - edges[i].Start) > Double || Math.Abs(edges[j].End - edges[i].End) > Double)
                {
                    j++;
                    continue;
                }
                edges[i] = new Edge((edges[i].Position + edges[j].Position) / 2, [.. edges[i].Stretches], [.. edges[i].Joints]);
                edges.RemoveAt(j);
            }
        }
        return edges;
    }

    /// <summary>One edge for every connected stretch, so that tables side by side do not share edges.</summary>
    private static List<Edge> Of(ReadOnlySpan<Ruling> rulings, RulingDirection direction)
    {
        var lines = new List<Ruling>();
        foreach (var ruling in rulings)
        {
            if (ruling.Direction == direction)
                lines.Add(ruling);
        }
        lines.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : a.Start.CompareTo(b.Start));
        var edges = new List<Edge>();
        for (var i = 0; i < lines.Count;)
        {
            var j = i + 1;
            while (j < lines.Count && lines[j].Position - lines[j - 1].Position <= 0.8 && lines[j].Position - lines[i].Position <= Snap)
                j++;
            AddRow(edges, lines.GetRange(i, j - i));
            i = j;
        }
        edges.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : a.Start.CompareTo(b.Start));
        return edges;
    }

    private static void AddRow(List<Edge> edges, List<Ruling> row)
    {
        row.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Position.CompareTo(b.Position));
        for (var i = 0; i < row.Count;)
        {
            double start = row[i].Start, end = row[i].End, weight = Weight(row[i]), sum = weight * row[i].Position;
            List<double>? joints = null;
            var j = i + 1;
            for (; j < row.Count && (row[j].Start <= end + Bridge || AreDashes(row[j - 1], row[j])); j++)
            {
                if (Math.Abs(row[j].Start - end) <= Abut && Math.Min(row[j].Length, row[j - 1].Length) >= Piece)
                    (joints ??= []).Add((row[j].Start + end) / 2);
                end = Math.Max(end, row[j].End);
                weight += Weight(row[j]);
                sum += Weight(row[j]) * row[j].Position;
            }
            if (end - start >= Shortest)
                edges.Add(new Edge(sum / weight, [(start, end)], joints));
            i = j;
        }

        static double Weight(Ruling ruling) => Math.Max(0.1, ruling.Length);
    }

    private static bool AreDashes(Ruling a, Ruling b) =>
        Math.Max(a.Length, b.Length) <= Dash && b.Start - a.End <= 1.5 * Math.Min(a.Length, b.Length);
}
