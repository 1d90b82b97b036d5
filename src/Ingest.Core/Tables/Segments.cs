using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>A stretch of text on one line that belongs to one column: words or a figure.</summary>
/// <param name="Open">It ends with a separator: the figure may go on behind the gap (13, 214, 710. 41).</param>
/// <param name="Separator">Its last separator, . or , in any width; none where it has none.</param>
/// <param name="Digits">Digits behind that, or all.</param>
internal readonly record struct Segment(
    double Left, double Right, double Top, double Bottom, double Baseline, double Size, bool Figure, bool Open, char Separator = ' ', int Digits = 0)
{
    public double Width => Right - Left;

    /// <summary>See <see cref="Piece.MiddleY"/>.</summary>
    public double MiddleY => Baseline - 0.32 * Size;

    public double Center => (Left + Right) / 2;

    /// <summary>Digits behind the point; −1 where it has no digit.</summary>
    public int Decimals => Separator == ' ' && Digits == 0 ? -1 : Separator == '.' ? Digits : 0;

    /// <summary>Whether its rest must stand elsewhere: behind a separator at its end, or behind a group of thousands too short (127,70).</summary>
    public bool IsTorso => Figure && (Open || (Separator == ',' && Digits < 3));

    /// <summary>Whether this figure, below a torso, must be the rest of it; printed decimals are hardly ever one.</summary>
    public bool Completes(Segment above) => above.IsTorso || (above.Decimals == 1 && Separator == ' ' && Digits == 1);

    /// <summary>This figure with what follows behind its separator.</summary>
    public Segment With(Segment rest) => this with
    {
        Right = rest.Right, Size = Math.Max(Size, rest.Size), Figure = Figure && rest.Figure, Open = rest.Open,
        Separator = rest.Separator == ' ' ? Separator : rest.Separator, Digits = rest.Digits,
    };
}

/// <summary>Cuts the text of an unruled region into segments: what no column border may cut.</summary>
internal static class Segments
{
    /// <summary>So many points in a row are a leader.</summary>
    private const int LeaderLength = 4;

    /// <summary>A currency sign may stand so far before its figure, a sign of per cent so far behind it, in ems.</summary>
    private const double SignBefore = 5, SignBehind = 0.8;

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
            AddLine(segments, glyphs, inside.GetRange(i, j - i));
            i = j;
        }
        return segments;
    }

    private static void AddLine(List<Segment> segments, Glyph[] glyphs, List<int> order)
    {
        for (var i = 0; i < order.Count;)
        {
            var leader = LeaderEnd(glyphs, order, i);
            var end = Math.Max(leader, i + 1);
            while (end < order.Count && leader == i && LeaderEnd(glyphs, order, end) == end && !Breaks(glyphs[order[end - 1]], glyphs[order[end]]) && !BeginsAnew(glyphs, order, i, end))
                end++;
            // dotted leaders belong to no column
            if (leader == i)
                segments.Add(Make(glyphs, order, i, end));
            i = end;
        }
    }

    /// <summary>The end of the leader that begins at a glyph; where none begins, the glyph itself.</summary>
    private static int LeaderEnd(Glyph[] glyphs, List<int> order, int from)
    {
        var end = from;
        while (end < order.Count && glyphs[order[end]].Text is ['.' or '…' or '·' or '_' or '．', ..])
            end++;
        return end - from >= LeaderLength ? end : from;
    }

    private static Segment Make(Glyph[] glyphs, List<int> order, int from, int to)
    {
        double left = double.MaxValue, right = double.MinValue, size = 0;
        bool figure = true, brackets = true;
        var separator = ' ';
        var digits = 0;
        for (var i = from; i < to; i++)
        {
            ref var glyph = ref glyphs[order[i]];
            left = Math.Min(left, glyph.Box.Left);
            right = Math.Max(right, glyph.Box.Right);
            size = Math.Max(size, glyph.PointSize);
            figure &= IsFigure(glyph);
            if (IsSeparator(glyph))
                (separator, digits) = (glyph.Text[0] is '.' or '．' ? '.' : ',', 0);
            else if (glyph.Text is [(>= '0' and <= '9') or (>= '０' and <= '９'), ..])
                digits++;
            // brackets and separators that are wrapped into a line of their own are no figure
            brackets &= glyph.Text.Length > 0 && glyph.Text[0] is '(' or ')' or '（' or '）' or ',' or '，' or '.' or '．';
        }
        figure &= !brackets;
        var open = IsSeparator(glyphs[order[to - 1]]);
        double baseline = glyphs[order[from]].Baseline;
        return new Segment(left, right, baseline - 0.86 * size, baseline + 0.12 * size, baseline, size, figure, open && figure, separator, digits);
    }

    /// <summary>Whether a figure is complete and the next one touches it: both decimals are there, and another operator goes on with digits.</summary>
    private static bool BeginsAnew(Glyph[] glyphs, List<int> order, int from, int at)
    {
        if (at - from < 4 || glyphs[order[at - 1]].Sequence == glyphs[order[at]].Sequence || glyphs[order[at - 1]].Sequence != glyphs[order[at - 3]].Sequence
            || !IsDigit(glyphs[order[at]]) || !IsDigit(glyphs[order[at - 1]]) || !IsDigit(glyphs[order[at - 2]]))
            return false;
        var point = at - 3;
        while (point > from && IsDigit(glyphs[order[point]]))
            point--;
        return glyphs[order[point]].Text is ['.' or '．', ..];
    }

    private static bool IsDigit(in Glyph glyph) => glyph.Text is [(>= '0' and <= '9') or (>= '０' and <= '９'), ..];

    /// <summary>Whether the gap between two neighbours on a line parts columns.</summary>
    private static bool Breaks(in Glyph a, in Glyph b)
    {
        var size = Math.Min(a.PointSize, b.PointSize);
        var gap = (b.Box.Left - a.Box.Right) / size;
        if (gap < 0.2)
            return false;
        bool first = IsFigure(a), second = IsFigure(b);
        if (second && a.Text is ['$' or '€' or '£', ..])
            return gap > SignBefore;
        if (first && b.Text is ['%', ..])
            return gap > SignBehind;
        if (first && second)
            return gap > (IsSeparator(a) ? 0.45 : 0.25);
        var latin = a.Text[0] < 0x2E80 && b.Text[0] < 0x2E80;
        if (first != second)
            return gap > (latin ? 0.45 : 0.24);
        return gap > (latin ? 0.62 : 0.25);
    }

    private static bool IsSeparator(in Glyph glyph) => glyph.Text.Length > 0 && glyph.Text[0] is ',' or '.' or '，' or '．';

    private static bool IsFigure(in Glyph glyph) => glyph.Text.Length > 0
        && glyph.Text[0] is (>= '0' and <= '9') or (>= '０' and <= '９') or ',' or '.' or '，' or '．' or '%' or '％' or '‰' or '$' or '€' or '£' or '¥' or '￥'
            or '-' or '–' or '—' or '－' or '−' or '+' or '±' or '△' or '▲' or '/' or '(' or ')' or '（' or '）';
}
