using Ingest.Core.Model;
using static Ingest.Core.Tables.Sheets.Signs;

namespace Ingest.Core.Tables.Areas;

/// <summary>
/// Gaps between texts narrower than a space is: one alone says nothing, but where several stand one below the other and hardly
/// any text crosses there, columns have little white between them.
/// </summary>
internal static class NarrowGaps
{
    /// <summary>No narrower than this, and wider than those beside it by as much, in ems: producers round places.</summary>
    public const double Least = 0.07;

    /// <summary>So many lines have a gap there, so many times those that have text across.</summary>
    private const int FewestGaps = 2, Crossed = 3;

    /// <summary>Typesetters part ideographs from Latin words by a quarter of an em; no more than this, in ems.</summary>
    private const double OfScripts = 0.35;

    private const int YearDigits = 4;

    /// <summary>Sides of texts nearer than this are in line, in points.</summary>
    private const double Aligned = 0.5;

    /// <param name="lines">Glyphs of each line from left to right.</param>
    /// <returns>The glyphs before which a gap parts columns.</returns>
    public static HashSet<int> Of(Glyph[] glyphs, List<List<int>> lines)
    {
        var parted = new HashSet<int>();
        foreach (var line in lines)
        {
            for (var k = 1; k < line.Count; k++)
            {
                if (IsNarrow(glyphs, line, k) && (AreOfTwo(glyphs, line, 0, k) || Shows(glyphs, lines, line, k)))
                    parted.Add(line[k]);
            }
        }
        return parted;
    }

    private static bool IsNarrow(Glyph[] glyphs, List<int> line, int k)
    {
        ref var a = ref glyphs[line[k - 1]];
        ref var b = ref glyphs[line[k]];
        if (Segments.Breaks(a, b) || IsUnit(b))
            return false;
        bool first = IsFigure(a), opens = OpensWords(glyphs, line, k), second = IsFigure(b) && !opens;
        // spaces and kerning part Latin words, and figures are written with gaps, but not behind their decimals
        if (first && second ? !IsDigit(b) || !(HasDecimals(glyphs, line, 0, k) || IsZeroMark(a) || AreOfTwo(glyphs, line, 0, k)) : !(IsWide(a) || IsWide(b) || opens))
            return false;
        var gap = Gap(glyphs, line, k);
        return gap > Least && !IsOfScripts(glyphs, line, k) && (k < 2 || !(IsWide(a) || second) || gap - Gap(glyphs, line, k - 1) > Least || Segments.Breaks(glyphs[line[k - 2]], a))
            && (k + 1 == line.Count || !(IsWide(b) || first) || gap - Gap(glyphs, line, k + 1) > Least || Segments.Breaks(b, glyphs[line[k + 1]]));
    }

    /// <summary>
    /// Whether the gap before a glyph is that of two scripts: behind an ideograph, before a Latin word (科目编码 Code), or at one of the sides of a year
    /// that are as wide (预算数比 2022 年执行数).
    /// </summary>
    public static bool IsOfScripts(Glyph[] glyphs, List<int> line, int k)
    {
        if (Gap(glyphs, line, k) > OfScripts)
            return false;
        int letters = k, first = k, end = k;
        while (letters < line.Count && char.IsAsciiLetter(glyphs[line[letters]].Text[0]))
            letters++;
        if (letters > k)
            return letters > k + 1 && IsWide(glyphs[line[k - 1]]) && (letters == line.Count || IsWide(glyphs[line[letters]]) || Segments.Breaks(glyphs[line[letters - 1]], glyphs[line[letters]]));
        while (first > 0 && IsDigit(glyphs[line[first - 1]]))
            first--;
        while (end < line.Count && IsDigit(glyphs[line[end]]))
            end++;
        return (first == k || end == k) && end - first == YearDigits && first > 0 && IsWide(glyphs[line[first - 1]]) && end < line.Count && glyphs[line[end]].Text is "年"
            && Math.Abs(Gap(glyphs, line, first) - Gap(glyphs, line, end)) < Least;
    }

    /// <summary>Whether a bracket or quotation mark opens words: (一)教育支出.</summary>
    private static bool OpensWords(Glyph[] glyphs, List<int> line, int k) => glyphs[line[k]].Text is ['(' or '（' or '“' or '‘', ..] && k + 1 < line.Count && IsWide(glyphs[line[k + 1]]);

    private static double Gap(Glyph[] glyphs, List<int> line, int k) => (glyphs[line[k]].Box.Left - glyphs[line[k - 1]].Box.Right) / Math.Max(glyphs[line[k]].PointSize, glyphs[line[k - 1]].PointSize);

    private static bool IsWide(in Glyph glyph) => glyph.Text is [>= '\u2E80', ..];

    /// <summary>
    /// Whether other lines have a gap between two texts at the same place too. Behind bare digits, what is counted (3年) may stand as near:
    /// then other texts must end where the digits do, and begin where the next text does.
    /// </summary>
    private static bool Shows(Glyph[] glyphs, List<List<int>> lines, List<int> own, int k)
    {
        Glyph a = glyphs[own[k - 1]], b = glyphs[own[k]];
        int gaps = 1, crossed = 0, ends = 0, begins = 0;
        var middle = (a.Box.Right + b.Box.Left) / 2;
        foreach (var line in lines)
        {
            if (line == own || glyphs[line[0]].Box.Left > middle || glyphs[line[^1]].Box.Right < middle)
                continue;
            int low = 0, high = line.Count - 1;
            while (low < high)
            {
                var at = (low + high + 1) / 2;
                if (glyphs[line[at]].Box.Left <= middle)
                    low = at;
                else
                    high = at - 1;
            }
            if (glyphs[line[low]].Box.Right > middle || low + 1 == line.Count || Gap(glyphs, line, low + 1) < Least)
            {
                crossed++;
                continue;
            }
            gaps++;
            ends += Math.Abs(glyphs[line[low]].Box.Right - a.Box.Right) < Aligned ? 1 : 0;
            begins += Math.Abs(glyphs[line[low + 1]].Box.Left - b.Box.Left) < Aligned ? 1 : 0;
        }
        var isCounted = IsFigure(a) && IsCounted(b) && !HasDecimals(glyphs, own, 0, k);
        return gaps >= FewestGaps && crossed * Crossed <= gaps && (!isCounted || (ends >= FewestGaps && begins >= FewestGaps));
    }
}
