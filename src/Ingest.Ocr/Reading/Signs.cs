namespace Ingest.Ocr.Reading;

/// <summary>What kinds of signs there are, as far as their shape goes.</summary>
internal static class Signs
{
    private const string Numerals = "一二三四五六七八九十廿";

    public static bool IsDigit(string text) => text[0] is >= '0' and <= '9';

    /// <summary>Chinese characters: as wide as they are high.</summary>
    public static bool IsCharacter(string text) => text[0] is >= '\u2E80' and < '\uFF00' && !IsSmall(text);

    /// <summary>Points and commas, lower than half a digit.</summary>
    public static bool IsSmall(string text) => text[0] is '.' or ',' or '\'' or '"' or '·' or '、' or '。' or '，' or '．' or '“' or '”' or '‘' or '’' or '`';

    /// <summary>Marks between characters whose ink is in the left half of their place, or in the right.</summary>
    public static bool StandsLeft(string text) => text[0] is '、' or '，' or '。' or '；' or '：' or '）' or '》' or '”';

    public static bool StandsRight(string text) => text[0] is '（' or '《' or '“';

    public static bool IsBracket(string text) => text[0] is '（' or '）' or '(' or ')' or '《' or '》' or '[' or ']' or '【' or '】';

    public static bool IsDash(string text) => text[0] is '-' or '—' or '–' or '－' or '一' or '_' or '…' or '―';

    public static bool IsNumeral(string text) => Numerals.Contains(text[0], StringComparison.Ordinal);

    /// <summary>What stands right behind a figure in prose.</summary>
    public static bool IsUnit(string text) => text[0] is '元' or '万' or '亿' or '千' or '百' or '个' or '人' or '户' or '年' or '月' or '日' or '平' or '公' or '辆' or '台' or '倍' or '％';

    /// <summary>What figures are made of.</summary>
    public static bool IsOfFigure(string text) => IsDigit(text) || text[0] is '.' or ',' or '，' or '．' or '-' or '－' or '(' or ')' or '（' or '）' or '%' or '△' or '▲';
}
