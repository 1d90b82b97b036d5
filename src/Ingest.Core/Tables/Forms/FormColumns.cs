using Ingest.Core.Tables.Areas;

namespace Ingest.Core.Tables.Forms;

/// <summary>
/// Columns of a form without vertical rulings, by a vote of its lines: gaps count wherever they are, text across them
/// only on lines with many texts, because the others hold texts that take several columns.
/// </summary>
internal static class FormColumns
{
    /// <summary>A gap wider than this many ems may reach over blank or wider cells.</summary>
    private const double Wide = 9;

    /// <summary>On a line with few texts a gap wider than this says nothing.</summary>
    private const double Narrow = 2.2;

    /// <summary>Lines nearer than this, in ems, may be a row and a label that spans it and the next one.</summary>
    private const double Interval = 1.3;

    /// <param name="lines">Each from left to right.</param>
    /// <returns>Column borders, the sides included.</returns>
    public static double[] Of(List<List<Segment>> lines, double left, double right)
    {
        var dense = Dense(lines);
        var width = (int)(right - left) + 8;
        var origin = left - 2;
        var cross = new int[width];
        var gap = new int[width];
        foreach (var line in lines)
        {
            for (var i = 0; line.Count >= dense && i < line.Count; i++)
                Votes.Mark(cross, line[i].Left - origin + 0.5, line[i].Right - origin - 0.5);
        }
        Vote(lines, dense);
        Vote(Interleaved(lines), int.MaxValue);
        var corridors = new List<Span>();
        for (var x = 0; x < width; x++)
        {
            var from = x;
            while (x < width && gap[x] > 0 && 3 * cross[x] <= gap[x])
                x++;
            if (x > from)
                corridors.Add(new Span(origin + from, origin + x));
        }
        // texts of sparse lines show a column only where they keep to it
        var texts = lines.SelectMany(l => l.Count >= dense ? l : l.FindAll(s => corridors.TrueForAll(c => Keeps(s, c)))).ToList();
        texts.RemoveAll(s => IsOverCorridor(s, lines, corridors));
        var columns = OpenColumns.Between(texts, corridors);
        if (columns.Count < 2)
            return [left, right];
        var all = lines.SelectMany(l => l).ToList();
        var xs = new double[columns.Count + 1];
        (xs[0], xs[^1]) = (Math.Min(left, columns[0].Left), Math.Max(right, columns[^1].Right));
        for (var i = 1; i < columns.Count; i++)
            xs[i] = Begin(all, columns[i - 1], columns[i]) ?? (columns[i - 1].Right + columns[i].Left) / 2;
        return xs;

        void Vote(IEnumerable<List<Segment>> among, int many)
        {
            foreach (var line in among)
            {
                for (var i = 1; i < line.Count; i++)
                {
                    if (!line[i - 1].Open && line[i].Left - line[i - 1].Right < (line.Count >= many ? Wide : Narrow) * line[i].Size)
                        Votes.Mark(gap, line[i - 1].Right - origin, line[i].Left - origin);
                }
            }
        }
    }

    /// <summary>Whether a text lies wholly inside a corridor or outside of it.</summary>
    private static bool Keeps(Segment s, Span corridor) =>
        s.Right <= corridor.Left + 1 || s.Left >= corridor.Right - 1 || IsIn(s, corridor);

    /// <summary>Whether a text stands in a corridor, and each line with one there has others, but none in the columns beside that: it is over both, no column of its own.</summary>
    private static bool IsOverCorridor(Segment s, List<List<Segment>> lines, List<Span> corridors)
    {
        var at = corridors.FindIndex(c => IsIn(s, c));
        if (at < 0)
            return false;
        double left = at > 0 ? corridors[at - 1].Right : double.MinValue, right = at + 1 < corridors.Count ? corridors[at + 1].Left : double.MaxValue;
        return lines.TrueForAll(l => !l.Exists(o => IsIn(o, corridors[at])) || l.Count > 1 && l.TrueForAll(o => IsIn(o, corridors[at]) || o.Right <= left || o.Left >= right));
    }

    private static bool IsIn(Segment s, Span corridor) => s.Left >= corridor.Left - 1 && s.Right <= corridor.Right + 1;

    /// <summary>Neighbouring lines of which none has text above that of the other: labels between the rows, and the rows.</summary>
    private static IEnumerable<List<Segment>> Interleaved(List<List<Segment>> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            var (a, b) = (lines[i - 1], lines[i]);
            if (b[0].Baseline - a[0].Baseline < Interval * b[0].Size && !a.Exists(s => b.Exists(o => o.Left < s.Right && s.Left < o.Right)))
                yield return [.. a.Concat(b).OrderBy(s => s.Left)];
        }
    }

    /// <summary>How many texts make a line one that shows the columns.</summary>
    public static int Dense(List<List<Segment>> lines) => Math.Max(3, (lines.Max(l => l.Count) + 1) / 2);

    /// <summary>Segments by line, each from left to right.</summary>
    /// <param name="join">Whether what follows behind a separator is joined to its figure.</param>
    public static List<List<Segment>> Lines(List<Segment> segments, bool join = true)
    {
        var lines = new List<List<Segment>>();
        foreach (var s in segments)
        {
            if (lines.Count == 0 || s.Baseline - lines[^1][0].Baseline > 0.2 * s.Size)
                lines.Add([s]);
            else if (join && lines[^1][^1] is var before && Segments.Follows(before, s))
                lines[^1][^1] = before.With(s);
            else
                lines[^1].Add(s);
        }
        return lines;
    }

    /// <summary>Where texts of a column begin one below the other, its border lies a little before them.</summary>
    private static double? Begin(List<Segment> texts, Span before, Span column)
    {
        double first = double.MaxValue;
        foreach (var s in texts)
        {
            if (s.Left > before.Right && s.Left < column.Right && s.Right > column.Left)
                first = Math.Min(first, s.Left);
        }
        var same = texts.Count(s => Math.Abs(s.Left - first) < 1);
        return same >= 3 && first <= column.Left + 1 ? Math.Max(first - 4, (before.Right + first) / 2) : null;
    }
}
