using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Areas;

/// <summary>The text of one cell of an unruled table: lines one below the other at the pitch of wrapped text.</summary>
/// <param name="First">Base line of the first line, in points.</param>
/// <param name="Last">Base line of the last line.</param>
/// <param name="Begun">How many of its lines begin something: figures and numbered items, which stand one below the other as rows do.</param>
internal readonly record struct TextBlock(double Left, double Right, double First, double Last, double Size, int Lines, bool Figure, int Begun = 0)
{
    /// <summary>y half way between the middles of its first and its last line.</summary>
    public double Middle => (First + Last) / 2 - 0.32 * Size;

    public double Center => (Left + Right) / 2;

    /// <summary>This text with the one that stands below it in its cell.</summary>
    public TextBlock With(TextBlock below) => this with
    {
        Left = Math.Min(Left, below.Left), Right = Math.Max(Right, below.Right), Last = below.Last, Lines = Lines + below.Lines, Begun = Begun + below.Begun, Figure = Figure && below.Figure,
    };
}

/// <summary>Puts the segments of a region together to the texts of its cells.</summary>
internal static class TextBlocks
{
    /// <summary>Lines further apart than this, in ems, are no wrapped text.</summary>
    private const double Farthest = 1.6;

    /// <summary>Words on one line nearer than this, in ems, are one text unless a column border lies between them.</summary>
    private const double WordGap = 1.5;

    /// <summary>Words nearer than this are one text, whatever border may lie there.</summary>
    public const double NoGap = 0.36;

    /// <summary>A figure wider than this, in ems, is no broken off end of another one.</summary>
    private const double Wide = 1.6;

    /// <summary>The pitch up to which lines belong to one cell, in ems: where the distances between texts one above the other jump.</summary>
    /// <param name="segments">By base line, then from left to right.</param>
    public static double Pitch(List<Segment> segments)
    {
        var distances = new List<double>();
        var figures = double.MaxValue;
        for (var i = 0; i < segments.Count; i++)
        {
            for (var j = i + 1; j < segments.Count && segments[j].Baseline - segments[i].Baseline < 2.4 * segments[i].Size; j++)
            {
                if (segments[j].Baseline - segments[i].Baseline < 0.5 * segments[i].Size || !Overlap(segments[i], segments[j].Left, segments[j].Right))
                    continue;
                var distance = (segments[j].Baseline - segments[i].Baseline) / Math.Max(segments[i].Size, segments[j].Size);
                distances.Add(distance);
                if (segments[i].Figure && segments[j].Figure && Math.Min(segments[i].Width, segments[j].Width) > Wide * segments[i].Size)
                    figures = Math.Min(figures, distance);
                break;
            }
        }
        distances.Sort();
        var limit = 0.0;
        for (var i = 1; i < distances.Count && distances[i - 1] < Farthest; i++)
        {
            if (distances[i] - distances[i - 1] <= 0.12)
                continue;
            limit = (distances[i] + distances[i - 1]) / 2;
            break;
        }
        return Math.Min(limit, figures - 0.06);
    }

    /// <param name="segments">By base line, then from left to right.</param>
    /// <param name="pitch">See <see cref="Pitch"/>.</param>
    public static List<TextBlock> Of(List<Segment> segments, double[] xs, double pitch)
    {
        var blocks = new List<TextBlock>();
        for (var i = 0; i < segments.Count;)
        {
            var s = segments[i++];
            // a figure after a separator, and words with a gap, go on on the same line
            while (i < segments.Count && Continues(s, segments[i], xs))
                s = s with { Right = segments[i].Right, Size = Math.Max(s.Size, segments[i].Size), Figure = s.Figure && segments[i].Figure, Open = segments[i++].Open };
            var above = -1;
            for (var b = blocks.Count - 1; b >= 0 && above < 0; b--)
            {
                var distance = s.Baseline - blocks[b].Last;
                if (distance > 0.5 * s.Size && distance <= pitch * s.Size && Overlap(s, blocks[b].Left, blocks[b].Right) && SameLane(s, blocks[b], xs))
                    above = b;
            }
            var line = new TextBlock(s.Left, s.Right, s.Baseline, s.Baseline, s.Size, 1, s.Figure, s.Figure || s.Numbered ? 1 : 0);
            if (above < 0)
                blocks.Add(line);
            else
                blocks[above] = blocks[above].With(line);
        }
        return blocks;
    }

    private static bool Continues(Segment a, Segment b, double[] xs)
    {
        var gap = b.Left - a.Right;
        if (Math.Abs(a.Baseline - b.Baseline) > 0.2 * b.Size || gap > WordGap * b.Size)
            return false;
        if (a.Figure && b.Figure && !a.Open)
            return false;
        if (gap < NoGap * b.Size && !a.Figure && !b.Figure)
            return true;
        foreach (var x in xs)
        {
            if (x > a.Right - 0.5 && x < b.Left + 0.5)
                return false;
        }
        return true;
    }

    /// <summary>Whether a line begins or stands in the middle where the lines above it do.</summary>
    private static bool SameLane(Segment s, TextBlock block, double[] xs) =>
        Placement.Find(xs, s.Left + 1) == Placement.Find(xs, block.Left + 1) || Math.Abs(s.Center - block.Center) < s.Size;

    /// <summary>Whether one text stands below the other.</summary>
    public static bool Overlap(TextBlock a, TextBlock b) => Overlap(a.Left, a.Right, b.Left, b.Right);

    private static bool Overlap(Segment s, double left, double right) => Overlap(s.Left, s.Right, left, right);

    private static bool Overlap(double left, double right, double otherLeft, double otherRight) =>
        Math.Min(right, otherRight) - Math.Max(left, otherLeft) > 0.4 * Math.Min(right - left, otherRight - otherLeft);
}
