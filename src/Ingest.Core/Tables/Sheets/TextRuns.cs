using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Text;

namespace Ingest.Core.Tables.Sheets;

/// <summary>One line of text, cut where its gaps are wider than those between words.</summary>
/// <param name="Runs">From left to right; dotted leaders belong to none.</param>
/// <param name="First">The first run, where it is a whole number of four digits at most.</param>
/// <param name="Number">The last run, likewise.</param>
/// <param name="IsAbove">It says the unit of a table (单位：万元), or that it goes on (续表), and stands above its header; or it begins as a note (注：) that ends the table above.</param>
/// <param name="IsTitled">The unit stands in brackets behind words (收入总表（单位：万元）): these are the title.</param>
/// <param name="AreYears">It holds two years or more of this century or the last, and nothing else but words before them.</param>
internal sealed record RunLine(List<Segment> Runs, double Baseline, double Size, int? First, int? Number, bool IsAbove = false, bool IsTitled = false, bool AreYears = false)
{
    public double Left => Runs[0].Left;

    public double Right => Runs[^1].Right;

    /// <summary>Whether a figure stands apart behind another text; the year between the body's name and the unit is none.</summary>
    public bool IsTabular => !IsAbove && Runs.FindIndex(1, static r => r.Figure) > 0;
}

/// <summary>Cuts text that no ruling parts into runs, as a reader of a typed table does: by white space.</summary>
internal static class TextRuns
{
    /// <summary>Gaps in ems that part two words, a figure from a word, two figures, two of which the first has its decimals: wider than those of justified prose.</summary>
    public const double WordGap = 0.95, MixedGap = 0.8;

    private const double FigureGap = 0.5, WholeGap = 0.2;

    /// <summary>Texts so far apart, in ems, are parted where the lines around have a gap too.</summary>
    private const double NarrowGap = 0.6;

    /// <summary>Lines before and behind that show where a narrower gap parts a figure from a word, so many of them, so many times those with text there.</summary>
    private const int Around = 12, FewestGaps = 3, Crossed = 3;

    /// <summary>So many lines with text over a gap, one below the other, are prose, or what else ends a table.</summary>
    private const int FewestOfProse = 2;

    /// <summary>Digits of an amount without decimals; years have fewer.</summary>
    private const int FewestDigits = 5;

    /// <summary>A number from the first to the last may be a year; so many side by side are.</summary>
    private const int FirstYear = 1900, LastYear = 2099, FewestYears = 2;

    /// <summary>Letters smaller than this share of the line below are raised signs, no line of their own.</summary>
    private const double Raised = 0.8;

    /// <param name="rulings">Of the page: one in a gap parts what stands at its sides.</param>
    public static List<RunLine> Lines(Glyph[] glyphs, List<Piece> pieces, ImmutableArray<Ruling> rulings)
    {
        var order = new List<int>();
        foreach (var piece in pieces)
        {
            for (var g = piece.Start; piece.Rotation is TextRotation.Upright && g < piece.Start + piece.Length; g++)
                order.Add(g);
        }
        InOrder.Sort(order, 0, order.Count, (a, b) => glyphs[a].Baseline != glyphs[b].Baseline ? glyphs[a].Baseline.CompareTo(glyphs[b].Baseline) : a.CompareTo(b));
        Comparison<int> byLeft = (a, b) => glyphs[a].Box.Left != glyphs[b].Box.Left ? glyphs[a].Box.Left.CompareTo(glyphs[b].Box.Left) : a.CompareTo(b);
        var lines = new List<RunLine>();
        var spans = new List<(int From, int To, bool Asks)>();
        var asks = false;
        Func<double, double, bool> notYet = (_, _) => !(asks = true);
        for (var i = 0; i < order.Count;)
        {
            var j = i + 1;
            while (j < order.Count && glyphs[order[j]].Baseline - glyphs[order[i]].Baseline <= 0.25 * glyphs[order[j]].PointSize)
                j++;
            InOrder.Sort(order, i, j, byLeft);
            asks = false;
            if (!LineWords.IsPageNumber(glyphs, order, i, j) && Line(glyphs, order, i, j, notYet) is { } line)
            {
                lines.Add(line);
                spans.Add((i, j, asks));
            }
            i = j;
        }
        // hardly any line has a gap of which its neighbours must tell
        List<RunLine> apart = [.. lines.Select((line, i) => spans[i].Asks ? Line(glyphs, order, spans[i].From, spans[i].To, static (_, _) => true)! : line)];
        for (var i = 0; i < lines.Count; i++)
        {
            if (spans[i].Asks)
                lines[i] = Line(glyphs, order, spans[i].From, spans[i].To, (left, right) => IsRuled(rulings, lines[i].Baseline, left, right) || IsGap(apart, i, left, right))!;
        }
        lines.RemoveAll(line => lines.Exists(other => other.Size * Raised > line.Size
            && Math.Abs(other.Baseline - line.Baseline) < 0.6 * other.Size && other.Left < line.Right && other.Right > line.Left - other.Size));
        return lines;
    }

    private static RunLine? Line(Glyph[] glyphs, List<int> order, int from, int to, Func<double, double, bool> isGap)
    {
        var runs = Runs(glyphs, order, from, to, isGap);
        double size = 0;
        foreach (ref readonly var run in CollectionsMarshal.AsSpan(runs))
            size = Math.Max(size, run.Size);
        if (runs.Count == 0)
            return null;
        var unit = LineWords.Unit(glyphs, order, from, to);
        return new RunLine(
            runs, glyphs[order[from]].Baseline, size, Number(glyphs, order, from, to, runs[0]), Number(glyphs, order, from, to, runs[^1]), unit >= 0 || LineWords.GoesOn(glyphs, order, from, to) || LineWords.IsNote(glyphs, order, from, to),
            unit > from + 1 && glyphs[order[unit - 1]].Text is ['(' or '（'] && glyphs[order[unit - 2]].Text is [>= '\u4E00' and <= '\u9FFF'] && glyphs[order[unit - 1]].Box.Left - glyphs[order[unit - 2]].Box.Right < WordGap * size,
            AreYears(glyphs, order, from, to, runs));
    }

    private static bool AreYears(Glyph[] glyphs, List<int> order, int from, int to, List<Segment> runs)
    {
        var years = runs.FindAll(r => r.Figure && Number(glyphs, order, from, to, r) is >= FirstYear and <= LastYear);
        return years.Count >= FewestYears && (years.Count == runs.Count || (years.Count == runs.Count - 1 && !runs[0].Figure));
    }

    private static bool IsRuled(ImmutableArray<Ruling> rulings, double baseline, double left, double right)
    {
        foreach (var ruling in rulings)
        {
            if (ruling.Direction == RulingDirection.Vertical && ruling.Position >= left && ruling.Position <= right && ruling.Start < baseline && ruling.End >= baseline)
                return true;
        }
        return false;
    }

    /// <summary>Whether lines around one, on which texts stand apart, have a gap where it has a narrow one, and hardly any has text there. Prose above or below is where they end.</summary>
    /// <param name="lines">Cut at every gap of which neighbours must tell.</param>
    private static bool IsGap(List<RunLine> lines, int at, double left, double right)
    {
        int gaps = 0, across = 0;
        var middle = (left + right) / 2;
        foreach (var step in (int[])[-1, 1])
        {
            var prose = 0;
            for (var i = at + step; i >= 0 && i < lines.Count && Math.Abs(i - at) <= Around && prose < FewestOfProse; i += step)
            {
                var next = lines[i].Runs.FindIndex(r => r.Right > middle);
                var isAcross = next >= 0 && lines[i].Runs[next].Left < middle;
                across += isAcross ? 1 : 0;
                prose = isAcross ? prose + 1 : 0;
                gaps += next > 0 && !isAcross ? 1 : 0;
            }
            // the prose itself does not speak against a gap
            across -= prose == FewestOfProse ? prose : 0;
        }
        return gaps >= FewestGaps && across * Crossed <= gaps;
    }

    /// <param name="isGap">Whether a gap of a space between its two sides parts runs.</param>
    private static List<Segment> Runs(Glyph[] glyphs, List<int> order, int from, int to, Func<double, double, bool> isGap)
    {
        var text = new List<int>(to - from);
        for (var i = from; i < to;)
        {
            var end = Leaders.End(glyphs, order, i, to);
            text.Add(end > i ? -1 : order[i]);
            i = Math.Max(end, i + 1);
        }
        var runs = new List<Segment>(1);
        for (var i = 0; i < text.Count;)
        {
            var j = i + 1;
            while (text[i] >= 0 && j < text.Count && text[j] >= 0 && !Breaks(glyphs, text, i, j, isGap))
                j++;
            if (text[i] >= 0)
                runs.Add(Make(glyphs, text, i, j));
            i = j;
        }
        return runs;
    }

    private static int? Number(Glyph[] glyphs, List<int> order, int from, int to, Segment run)
    {
        int number = 0, digits = 0;
        for (var i = from; i < to && digits <= 4; i++)
        {
            ref var glyph = ref glyphs[order[i]];
            if (glyph.Box.Left < run.Left || glyph.Box.Left >= run.Right)
                continue;
            if (glyph.Text is not [>= '0' and <= '9'])
                return null;
            number = 10 * number + glyph.Text[0] - '0';
            digits++;
        }
        return digits is > 0 and <= 4 ? number : null;
    }

    private static bool Breaks(Glyph[] glyphs, List<int> text, int from, int at, Func<double, double, bool> isGap)
    {
        ref var a = ref glyphs[text[at - 1]];
        ref var b = ref glyphs[text[at]];
        var gap = (b.Box.Left - a.Box.Right) / Math.Max(a.PointSize, b.PointSize);
        if (gap < NarrowGaps.Least)
            return false;
        if (gap - Gap(glyphs, text, from, at - 1) > NarrowGaps.Least && Signs.AreOfTwo(glyphs, text, from, at))
            return true;
        if (gap < WholeGap)
            return false;
        bool first = IsOfFigure(a.Text[0]), second = IsOfFigure(b.Text[0]);
        // a currency sign set apart belongs to its figure
        if (a.Text[0] is '$' or '€' or '£' && second)
            return false;
        if (Signs.HasDecimals(glyphs, text, from, at) && (Signs.IsDigit(b) || (gap > FigureGap && Signs.IsWord(b))))
            return true;
        return gap > (first && second ? FigureGap : first != second ? MixedGap : WordGap) || (gap > NarrowGap && isGap(a.Box.Right, b.Box.Left)) || (first != second && IsAlone(glyphs, text, from, first ? at - 1 : at) && (isGap(a.Box.Right, b.Box.Left) || (second && IsBeforeAmount(glyphs, text, at))));
    }

    /// <summary>The gap before a glyph of a run, in ems; 0 before the first.</summary>
    private static double Gap(Glyph[] glyphs, List<int> text, int from, int at) =>
        at <= from ? 0 : (glyphs[text[at]].Box.Left - glyphs[text[at - 1]].Box.Right) / glyphs[text[at]].PointSize;

    /// <summary>Whether an amount or a mark of zero stands apart on both sides, beside ideographs: between Latin words there are spaces everywhere, and around years.</summary>
    private static bool IsAlone(Glyph[] glyphs, List<int> text, int from, int at)
    {
        int first = at, last = at;
        while (first > from && IsOfFigure(glyphs[text[first - 1]].Text[0]) && !IsApart(first))
            first--;
        while (last + 1 < text.Count && text[last + 1] >= 0 && IsOfFigure(glyphs[text[last + 1]].Text[0]) && !IsApart(last + 1))
            last++;
        var signs = text.GetRange(first, last - first + 1);
        var isAmount = signs.Count(i => Signs.IsDigit(glyphs[i])) >= FewestDigits || signs.Exists(i => Signs.IsSeparator(glyphs[i])) || (signs is [var mark] && Signs.IsZeroMark(glyphs[mark]));
        return isAmount && (first == from || IsApart(first) && IsIdeograph(first - 1)) && (last + 1 == text.Count || text[last + 1] < 0 || IsApart(last + 1) && IsIdeograph(last + 1));

        bool IsApart(int i) => glyphs[text[i]].Box.Left - glyphs[text[i - 1]].Box.Right >= WholeGap * glyphs[text[i]].PointSize;

        bool IsIdeograph(int i) => glyphs[text[i]].Text[0] >= '\u2E80' || IsOfFigure(glyphs[text[i]].Text[0]);
    }

    /// <summary>Whether an amount that begins at a glyph has another one right behind it: no sentence has.</summary>
    private static bool IsBeforeAmount(Glyph[] glyphs, List<int> text, int at)
    {
        var end = at + 1;
        while (end < text.Count && text[end] >= 0 && IsOfFigure(glyphs[text[end]].Text[0]) && !Breaks(glyphs, text, at, end, static (_, _) => false))
            end++;
        return end < text.Count && text[end] >= 0 && Signs.HasDecimals(glyphs, text, at, end) && Signs.IsDigit(glyphs[text[end]]);
    }

    private static Segment Make(Glyph[] glyphs, List<int> text, int from, int to)
    {
        double left = double.MaxValue, right = double.MinValue, size = 0;
        int figures = 0, letters = 0;
        for (var i = from; i < to; i++)
        {
            ref var glyph = ref glyphs[text[i]];
            left = Math.Min(left, glyph.Box.Left);
            right = Math.Max(right, glyph.Box.Right);
            size = Math.Max(size, glyph.PointSize);
            if (IsOfFigure(glyph.Text[0]))
                figures++;
            else
                letters++;
        }
        double baseline = glyphs[text[from]].Baseline;
        // a letter or two are a mark behind the figure (12.3 r), or its unit
        var isFigure = letters <= 2 && figures > letters;
        return new Segment(left, right, baseline - 0.86 * size, baseline + 0.12 * size, baseline, size, isFigure, false, Numbered: !isFigure && ItemNumbers.Begin(glyphs, text, from, to));
    }

    private static bool IsOfFigure(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９'
        || Dashes.Is(c) || c is '.' or ',' or '%' or '+' or '±' or '(' or ')' or '$' or '€' or '£' or '*' or '<' or '>' or '/' or '，' or '．' or '（' or '）';
}
