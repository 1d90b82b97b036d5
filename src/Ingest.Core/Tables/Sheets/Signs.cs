using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Tables.Sheets;

/// <summary>What a glyph may be a part of: a figure, a unit, words.</summary>
internal static class Signs
{
    /// <summary>What may stand right behind a figure as its unit; what does so behind one without decimals.</summary>
    private const string Units = "万亿元，。；、）》％‰倍,.;)%", Counted = "千百年月日个人次辆台套";

    public static bool IsZeroMark(in Glyph glyph) => glyph.Text is ['/' or '0'] || Dashes.AreAll(glyph.Text);

    /// <summary>无, which alone in its cell is the mark of none, as a dash is.</summary>
    public static bool IsNone(in Glyph glyph) => Folding.Fold(glyph.Text) is "无";

    public static bool IsWord(in Glyph glyph) => glyph.Text is [>= '\u3000', ..] && !IsFigure(glyph) && !IsUnit(glyph) && !IsCounted(glyph);

    public static bool IsUnit(in Glyph glyph) => Units.Contains(glyph.Text[0], StringComparison.Ordinal);

    public static bool IsCounted(in Glyph glyph) => Counted.Contains(glyph.Text[0], StringComparison.Ordinal);

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

    /// <summary>
    /// Whether two digits side by side are of two figures, because one figure cannot hold both: behind decimals there is no separator, behind a
    /// comma there are three digits, and no more before the first one (7,599.50 2,362.69; 62,953 38,232; 2330301 400,634.12).
    /// </summary>
    public static bool AreOfTwo(Glyph[] glyphs, List<int> order, int from, int at)
    {
        if (!IsDigit(glyphs[order[at - 1]]) || !IsDigit(glyphs[order[at]]))
            return false;
        int start = at - 1, end = at;
        while (start > from && IsDigit(glyphs[order[start - 1]]))
            start--;
        while (end < order.Count && order[end] >= 0 && IsDigit(glyphs[order[end]]))
            end++;
        var before = start > from ? glyphs[order[start - 1]].Text : "";
        var behind = end < order.Count && order[end] >= 0 && IsSeparator(glyphs[order[end]]) ? glyphs[order[end]].Text : "";
        return before switch
        {
            "." or "．" => at - start > 1 && behind.Length > 0,
            "," or "，" => at - start == 3 && behind.Length > 0,
            _ => behind is "," or "，" && end - at < 4 && end - start > 3,
        };
    }

    /// <summary>Whether two digits begin a year of this century or the last.</summary>
    public static bool BeginYear(in Glyph a, in Glyph b) => (a.Text, b.Text) is ("1", "9") or ("2", "0");

    public static bool IsDigit(in Glyph glyph) => glyph.Text is [(>= '0' and <= '9') or (>= '０' and <= '９'), ..];

    public static bool IsSeparator(in Glyph glyph) => glyph.Text[0] is ',' or '.' or '，' or '．';

    public static bool IsFigure(in Glyph glyph) => glyph.Text[0] is (>= '0' and <= '9') or (>= '０' and <= '９') or ',' or '.' or '，' or '．' or '%' or '％' or '‰' or '$' or '€' or '£' or '¥' or '￥'
            or '+' or '±' or '△' or '▲' or '/' or '(' or ')' or '（' or '）' || Dashes.Is(glyph.Text[0]);
}
