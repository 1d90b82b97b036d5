using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>A stretch of text on one line that belongs to one column: words or a figure.</summary>
/// <param name="Open">It ends with a separator: the figure may go on behind the gap (13, 214, 710. 41).</param>
internal readonly record struct Segment(double Left, double Right, double Top, double Bottom, double Baseline, double Size, bool Figure, bool Open)
{
    public double Width => Right - Left;

    /// <summary>See <see cref="Piece.MiddleY"/>.</summary>
    public double MiddleY => Baseline - 0.32 * Size;

    public double Center => (Left + Right) / 2;
}

/// <summary>Cuts the text of an unruled region into segments: what no column border may cut.</summary>
internal static class Segments
{
    public static List<Segment> Of(Glyph[] glyphs, IReadOnlyList<Piece> pieces, Box region)
    {
        var inside = new List<int>();
        foreach (var piece in pieces)
        {
            if (piece.Rotation is not TextRotation.Upright || !region.Contains(piece.Box.CenterX, piece.MiddleY))
                continue;
            for (var g = piece.Start; g < piece.Start + piece.Length; g++)
                inside.Add(g);
        }
        inside.Sort((a, b) => glyphs[a].Baseline != glyphs[b].Baseline ? glyphs[a].Baseline.CompareTo(glyphs[b].Baseline) : a.CompareTo(b));
        var segments = new List<Segment>();
        for (var i = 0; i < inside.Count;)
        {
            var j = i + 1;
            while (j < inside.Count && glyphs[inside[j]].Baseline - glyphs[inside[j - 1]].Baseline <= 0.2 * glyphs[inside[j]].PointSize
                && glyphs[inside[j]].Baseline - glyphs[inside[i]].Baseline <= 0.4 * glyphs[inside[j]].PointSize)
                j++;
            inside.Sort(i, j - i, Comparer<int>.Create((a, b) => glyphs[a].Box.Left != glyphs[b].Box.Left ? glyphs[a].Box.Left.CompareTo(glyphs[b].Box.Left) : a.CompareTo(b)));
            AddLine(segments, glyphs, inside, i, j);
            i = j;
        }
        return segments;
    }

    private static void AddLine(List<Segment> segments, Glyph[] glyphs, List<int> order, int from, int to)
    {
        var start = from;
        for (var i = from + 1; i <= to; i++)
        {
            if (i < to && !Breaks(glyphs[order[i - 1]], glyphs[order[i]]))
                continue;
            segments.Add(Make(glyphs, order, start, i));
            start = i;
        }
    }

    private static Segment Make(Glyph[] glyphs, List<int> order, int from, int to)
    {
        double left = double.MaxValue, right = double.MinValue, size = 0;
        bool figure = true, brackets = true;
        for (var i = from; i < to; i++)
        {
            ref var glyph = ref glyphs[order[i]];
            left = Math.Min(left, glyph.Box.Left);
            right = Math.Max(right, glyph.Box.Right);
            size = Math.Max(size, glyph.PointSize);
            figure &= IsFigure(glyph);
            // brackets and separators that are wrapped into a line of their own are no figure
            brackets &= glyph.Text.Length > 0 && glyph.Text[0] is '(' or ')' or '（' or '）' or ',' or '，' or '.' or '．';
        }
        figure &= !brackets;
        var open = IsSeparator(glyphs[order[to - 1]]);
        double baseline = glyphs[order[from]].Baseline;
        return new Segment(left, right, baseline - 0.86 * size, baseline + 0.12 * size, baseline, size, figure, open && figure);
    }

    /// <summary>Whether the gap between two neighbours on a line parts columns.</summary>
    private static bool Breaks(in Glyph a, in Glyph b)
    {
        var size = Math.Min(a.PointSize, b.PointSize);
        var gap = (b.Box.Left - a.Box.Right) / size;
        if (gap < 0.2)
            return false;
        bool first = IsFigure(a), second = IsFigure(b);
        if (first && second)
            return gap > (IsSeparator(a) ? 0.45 : 0.25);
        var latin = a.Text[0] < 0x2E80 && b.Text[0] < 0x2E80;
        if (first != second)
            return gap > (latin ? 0.45 : 0.24);
        return gap > (latin ? 0.62 : 0.25);
    }

    private static bool IsSeparator(in Glyph glyph) => glyph.Text.Length > 0 && glyph.Text[0] is ',' or '.' or '，' or '．';

    private static bool IsFigure(in Glyph glyph) => glyph.Text.Length > 0
        && glyph.Text[0] is (>= '0' and <= '9') or ',' or '.' or '%' or '-' or '—' or '－' or '−' or '(' or ')' or '（' or ')' or '）' or '，' or '．' or (>= '０' and <= '９');
}
