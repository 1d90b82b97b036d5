using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>What a glyph may be a part of: a figure, a unit, words.</summary>
internal static class Signs
{
    /// <summary>What may stand right behind a figure as its unit; what does so behind one without decimals.</summary>
    private const string Units = "万亿元，。；、）》％‰倍,.;)%", Counted = "千百年月日个人次辆台套";

    public static bool IsZeroMark(in Glyph glyph) => glyph.Text is ['/' or '-' or '–' or '—' or '－' or '−' or '0'];

    public static bool IsWord(in Glyph glyph) => glyph.Text is [>= '\u3000', ..] && !IsFigure(glyph) && !IsUnit(glyph) && !IsCounted(glyph);

    public static bool IsUnit(in Glyph glyph) => glyph.Text.Length > 0 && Units.Contains(glyph.Text[0], StringComparison.Ordinal);

    public static bool IsCounted(in Glyph glyph) => glyph.Text.Length > 0 && Counted.Contains(glyph.Text[0], StringComparison.Ordinal);

    /// <summary>Whether the figure that ends before a place has two decimals or more.</summary>
    public static bool HasDecimals(Glyph[] glyphs, List<int> order, int from, int at)
    {
        if (at - from < 4 || !IsDigit(glyphs[order[at - 1]]) || !IsDigit(glyphs[order[at - 2]]))
            return false;
        var point = at - 3;
        while (point > from && IsDigit(glyphs[order[point]]))
            point--;
        return glyphs[order[point]].Text is ['.' or '．', ..];
    }

    public static bool IsDigit(in Glyph glyph) => glyph.Text is [(>= '0' and <= '9') or (>= '０' and <= '９'), ..];

    public static bool IsSeparator(in Glyph glyph) => glyph.Text.Length > 0 && glyph.Text[0] is ',' or '.' or '，' or '．';

    public static bool IsFigure(in Glyph glyph) => glyph.Text.Length > 0
        && glyph.Text[0] is (>= '0' and <= '9') or (>= '０' and <= '９') or ',' or '.' or '，' or '．' or '%' or '％' or '‰' or '$' or '€' or '£' or '¥' or '￥'
            or '-' or '–' or '—' or '－' or '−' or '+' or '±' or '△' or '▲' or '/' or '(' or ')' or '（' or '）';
}
