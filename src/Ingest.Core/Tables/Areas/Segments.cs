using Ingest.Core.Model;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Sheets;
using static Ingest.Core.Tables.Sheets.Signs;

namespace Ingest.Core.Tables.Areas;

/// <summary>Cuts the text of an unruled region into segments: what no column border may cut.</summary>
internal static class Segments
{
    /// <summary>A currency sign behind other text may stand so far before its figure, a sign of per cent so far behind it, in ems; a sign alone belongs to the figure that follows wherever that stands.</summary>
    private const double SignBefore = 5, SignBehind = 0.8;

    /// <summary>The space between groups of thousands is no wider than this and differs by no more than that, in ems; so many of them show that figures are written so.</summary>
    private const double WidestSpace = 0.5, SameSpace = 0.08, WidestBehindSeparator = 1.6;

    private const int FewestSpaces = 3;

    /// <summary>Digits that one operator shows are one figure up to this gap, in ems: producers space them out.</summary>
    private const double WithinOperator = 0.6;

    /// <summary>Letters further apart than this are of two words, in ems.</summary>
    private const double WordSpace = 0.15;

    /// <summary>Words that begin nearer than this in x begin alike, in points; so many of them show where labels begin.</summary>
    private const double SameBeginning = 0.5;

    private const int FewestBeginnings = 3;

    public static List<Segment> Of(Glyph[] glyphs, IReadOnlyList<Piece> pieces, Box region)
    {
        var inside = new List<int>();
        foreach (var piece in Scripts.Without([.. pieces.Where(p => p.Rotation is TextRotation.Upright && region.Contains(p.Box.CenterX, p.MiddleY))]))
        {
            for (var g = piece.Start; g < piece.Start + piece.Length; g++)
                inside.Add(g);
        }
        InOrder.Sort(inside, 0, inside.Count, (a, b) => glyphs[a].Baseline != glyphs[b].Baseline ? glyphs[a].Baseline.CompareTo(glyphs[b].Baseline) : a.CompareTo(b));
        Comparison<int> byLeft = (a, b) => glyphs[a].Box.Left != glyphs[b].Box.Left ? glyphs[a].Box.Left.CompareTo(glyphs[b].Box.Left) : a.CompareTo(b);
        var segments = new List<Segment>(inside.Count / 6);
        var lines = new List<List<int>>();
        for (var i = 0; i < inside.Count;)
        {
            var j = i + 1;
            while (j < inside.Count && glyphs[inside[j]].Baseline - glyphs[inside[j - 1]].Baseline <= 0.2 * glyphs[inside[j]].PointSize
                && glyphs[inside[j]].Baseline - glyphs[inside[i]].Baseline <= 0.4 * glyphs[inside[j]].PointSize)
            {
                j++;
            }
            InOrder.Sort(inside, i, j, byLeft);
            lines.Add(inside.GetRange(i, j - i));
            i = j;
        }
        var parted = NarrowGaps.Of(glyphs, lines);
        foreach (var line in lines)
            AddLine(segments, glyphs, line, [], parted);
        // a mark of zero right before a label is seen as one only when it is known where labels begin
        var marked = new List<double>();
        foreach (var line in lines)
        {
            for (var k = 1; k < line.Count; k++)
            {
                if (IsZeroMark(glyphs[line[k - 1]]) && IsWord(glyphs[line[k]]))
                    marked.Add(glyphs[line[k]].Box.Left);
            }
        }
        if (marked.Count > 0 && Beginnings(segments, marked) is { Count: > 0 } beginnings)
        {
            segments.Clear();
            foreach (var line in lines)
                AddLine(segments, glyphs, line, beginnings, parted);
        }
        return DecimalCommas.Read(segments);
    }

    /// <summary>Where several words begin, one below the other, some of them without a mark before them.</summary>
    /// <returns>In points, ascending.</returns>
    private static List<double> Beginnings(List<Segment> segments, List<double> marked)
    {
        var plain = segments.FindAll(static s => !s.Figure).ConvertAll(static s => s.Left);
        List<double> all = [.. plain, .. marked];
        plain.Sort();
        all.Sort();
        return plain.FindAll(x => First(all, x - SameBeginning) is var from && from + FewestBeginnings <= all.Count && all[from + FewestBeginnings - 1] < x + SameBeginning);
    }

    private static bool IsAt(List<double> beginnings, double x) => First(beginnings, x - SameBeginning) is var at && at < beginnings.Count && beginnings[at] < x + SameBeginning;

    /// <summary>Index of the first value above a limit.</summary>
    private static int First(List<double> ascending, double limit)
    {
        int low = 0, high = ascending.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ascending[middle] > limit)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /// <summary>
    /// The segments with the parts of one figure joined: what follows behind a separator, and groups of thousands that
    /// spaces part (1 570.78), where several figures of the region are written so with the same space.
    /// </summary>
    /// <param name="segments">By line, then from left to right.</param>
    public static List<Segment> Joined(List<Segment> segments)
    {
        if (!HasParts(segments))
            return segments;
        var lines = FormColumns.Lines(segments, join: false);
        Join(lines, Follows, 1);
        Join(lines, (a, b) => GoesOn(a, b) && b.Left - a.Right < WidestSpace * b.Size, FewestSpaces);
        return [.. lines.SelectMany(static l => l)];
    }

    /// <summary>Whether any two neighbours may be parts of one figure, on a line or not.</summary>
    private static bool HasParts(List<Segment> segments)
    {
        for (var i = 1; i < segments.Count; i++)
        {
            if (Follows(segments[i - 1], segments[i]) || GoesOn(segments[i - 1], segments[i]))
                return true;
        }
        return false;
    }

    /// <summary>Joins neighbours that may be parts of one figure where the space between them is the one that most of them have.</summary>
    private static void Join(List<List<Segment>> lines, Func<Segment, Segment, bool> goesOn, int fewest)
    {
        var spaces = new List<double>();
        var torsos = 0;
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Count; i++)
            {
                if (!goesOn(line[i - 1], line[i]))
                    continue;
                spaces.Add((line[i].Left - line[i - 1].Right) / line[i].Size);
                torsos += line[i].IsTorso && !(i + 1 < line.Count && goesOn(line[i], line[i + 1])) ? 1 : 0;
            }
        }
        // the torsos of wrapped figures stand side by side too: what makes no whole figure is none
        if (spaces.Count < fewest || torsos * 2 > spaces.Count)
            return;
        spaces.Sort();
        var widest = spaces[spaces.Count / 4] + SameSpace;
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Count; i++)
            {
                if ((line[i].Left - line[i - 1].Right) / line[i].Size > widest || !(goesOn(line[i - 1], line[i]) || IsTorso(line[i - 1], line[i])))
                    continue;
                var whole = line[i - 1].With(line[i]);
                line[i - 1] = whole.Separator == ' ' ? whole with { Separator = Segment.Space } : whole;
                line.RemoveAt(i--);
            }
        }
    }

    /// <summary>Whether a figure may go on behind a separator: with a group of three digits or less at its end, or with decimals.</summary>
    public static bool Follows(Segment a, Segment b) => a.Open && b.Figure && b.Digits > 0 && b.Left - a.Right < WidestBehindSeparator * b.Size
        && (b.Separator == ' ' ? a.Separator == '.' || b.Lead <= 3 : a.Separator == ',' && b.Lead == 3);

    private static bool GoesOn(Segment a, Segment b) => a.Figure && b.Figure && a.Separator is ' ' or Segment.Space && a.Digits is >= 1 and <= 3 && b.Lead == 3;

    /// <summary>Behind a group of thousands the line may end within the next one.</summary>
    private static bool IsTorso(Segment a, Segment b) => a.Figure && b.Figure && a.Separator == Segment.Space && a.Digits == 3 && b.Lead is 1 or 2 && b.Separator == ' ';

    /// <param name="beginnings">Where labels begin, in points.</param>
    /// <param name="parted">Glyphs before which a narrow gap parts columns.</param>
    private static void AddLine(List<Segment> segments, Glyph[] glyphs, List<int> order, List<double> beginnings, HashSet<int> parted)
    {
        for (var i = 0; i < order.Count;)
        {
            var leader = Leaders.End(glyphs, order, i, order.Count);
            var end = Math.Max(leader, i + 1);
            while (end < order.Count && leader == i && Leaders.End(glyphs, order, end, order.Count) == end && !parted.Contains(order[end]) && (!Breaks(glyphs[order[end - 1]], glyphs[order[end]], end == i + 1) || Dates.GoesOn(glyphs, order, i, end) || NarrowGaps.IsOfScripts(glyphs, order, end)) && !BeginsAnew(glyphs, order, i, end)
                && !TurnsIntoWords(glyphs, order, i, end) && !(end == i + 1 && IsZeroMark(glyphs[order[i]]) && IsWord(glyphs[order[end]]) && IsAt(beginnings, glyphs[order[end]].Box.Left)) && !TurnsIntoFigure(glyphs, order, end))
            {
                end++;
            }
            // dotted leaders belong to no column
            if (leader == i)
                segments.Add(Make(glyphs, order, i, end));
            i = end;
        }
    }

    private static Segment Make(Glyph[] glyphs, List<int> order, int from, int to)
    {
        double left = double.MaxValue, right = double.MinValue, size = 0;
        bool figure = true, brackets = true, signs = false, nought = false, wide = false;
        var separator = ' ';
        int digits = 0, lead = 0;
        for (var i = from; i < to; i++)
        {
            ref var glyph = ref glyphs[order[i]];
            left = Math.Min(left, glyph.Box.Left);
            right = Math.Max(right, glyph.Box.Right);
            size = Math.Max(size, glyph.PointSize);
            figure &= IsFigure(glyph);
            if (IsSeparator(glyph))
            {
                (separator, digits) = (glyph.Text[0] is '.' or '．' ? '.' : ',', 0);
            }
            else if (glyph.Text is [(>= '0' and <= '9') or (>= '０' and <= '９'), ..])
            {
                nought |= digits + lead == 0 && separator == ' ' && glyph.Text[0] is '0' or '０';
                wide |= glyph.Text[0] >= '０';
                digits++;
                lead += separator == ' ' ? 1 : 0;
            }
            // brackets and separators that are wrapped into a line of their own are no figure
            brackets &= glyph.Text[0] is '(' or ')' or '（' or '）' or ',' or '，' or '.' or '．';
            signs |= glyph.Text[0] is '%' or '％' or '‰' or '+' or '＋';
        }
        // nor is the last line of a header: 完成预算 %, 比上年 +-%
        figure &= !brackets && !(signs && digits + lead == 0);
        figure |= to - from == 1 && IsNone(glyphs[order[from]]);
        var open = IsSeparator(glyphs[order[to - 1]]);
        double baseline = glyphs[order[from]].Baseline;
        var isNumbered = !figure && ItemNumbers.Begin(glyphs, order, from, to);
        return new Segment(left, right, baseline - 0.86 * size, baseline + 0.12 * size, baseline, size, figure, open && figure, separator, digits, lead, isNumbered, FirstWord(glyphs, order, from, to), nought, wide,
            !figure && !isNumbered && glyphs[order[from]].Text is ['(' or '（']);
    }

    private static double FirstWord(Glyph[] glyphs, List<int> order, int from, int to)
    {
        var end = from;
        while (end < to && glyphs[order[end]].Text is [(>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 'À' and <= 'ɏ'), ..]
            && (end == from || glyphs[order[end]].Box.Left - glyphs[order[end - 1]].Box.Right < WordSpace * glyphs[order[end]].PointSize))
        {
            end++;
        }
        return end == from ? 0 : glyphs[order[end - 1]].Box.Right - glyphs[order[from]].Box.Left;
    }

    /// <summary>Whether a figure is complete and the next one touches it: both decimals are there, and another operator goes on with digits.</summary>
    private static bool BeginsAnew(Glyph[] glyphs, List<int> order, int from, int at)
    {
        return HasDecimals(glyphs, order, from, at) && IsDigit(glyphs[order[at]])
            && glyphs[order[at - 1]].Sequence != glyphs[order[at]].Sequence && glyphs[order[at - 1]].Sequence == glyphs[order[at - 3]].Sequence;
    }

    /// <summary>Whether a label begins right behind a figure with its decimals; a unit does not.</summary>
    private static bool TurnsIntoWords(Glyph[] glyphs, List<int> order, int from, int at) =>
        HasDecimals(glyphs, order, from, at) && glyphs[order[at]].Text is [>= '\u3000' and <= '\uFF0F', ..]
        && (!IsFigure(glyphs[order[at]]) || glyphs[order[at]].Text[0] is '（' or '(') && !IsUnit(glyphs[order[at]]);

    /// <summary>Whether an amount with its decimals begins right behind words, and no unit follows it.</summary>
    private static bool TurnsIntoFigure(Glyph[] glyphs, List<int> order, int at)
    {
        if (IsFigure(glyphs[order[at - 1]]) || !IsDigit(glyphs[order[at]]) || glyphs[order[at - 1]].Text is not [>= '\u3000', ..])
            return false;
        int end = at, decimals = -1;
        while (end < order.Count && (IsDigit(glyphs[order[end]]) || IsSeparator(glyphs[order[end]])) && (end == at || !Breaks(glyphs[order[end - 1]], glyphs[order[end]])))
            decimals = glyphs[order[end++]].Text is ['.' or '．', ..] ? 0 : decimals < 0 ? -1 : decimals + 1;
        return decimals >= 2 && (end == order.Count || glyphs[order[end]].Text is [< '\u3000', ..] && glyphs[order[end]].Text is not ['%', ..] || Breaks(glyphs[order[end - 1]], glyphs[order[end]]));
    }

    /// <summary>Whether the gap between two neighbours on a line parts columns.</summary>
    /// <param name="isFirst">Nothing stands before the first one.</param>
    internal static bool Breaks(in Glyph a, in Glyph b, bool isFirst = false)
    {
        var size = Math.Min(a.PointSize, b.PointSize);
        var gap = (b.Box.Left - a.Box.Right) / size;
        if (gap < 0.2)
            return false;
        bool first = IsFigure(a), second = IsFigure(b);
        if (second && a.Text is ['$' or '€' or '£', ..])
            return gap > SignBefore && !isFirst;
        if (first && b.Text is ['%', ..])
            return gap > SignBehind;
        if (first && second)
            return gap > (a.Sequence == b.Sequence ? WithinOperator : IsSeparator(a) ? 0.45 : 0.25);
        var latin = a.Text[0] < 0x2E80 && b.Text[0] < 0x2E80;
        if (first != second)
            return gap > (latin ? 0.45 : 0.24);
        return gap > (latin ? 0.62 : 0.25);
    }
}
