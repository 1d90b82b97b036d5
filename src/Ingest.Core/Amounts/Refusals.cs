namespace Ingest.Core.Amounts;

/// <summary>Why a text is no number. Only called when every rule said no.</summary>
internal static class Refusals
{
    public const string Text = "words, not a number";
    public const string Letters = "letters or marks among the digits";
    public const string Separators = "separators that no number has";
    public const string Signs = "signs that no number has";
    public const string Gap = "two numbers, or one with a gap";
    public const string Code = "a code or telephone number";
    public const string Date = "a date";
    public const string TooLong = "too many digits";

    /// <summary>The same reason in Chinese.</summary>
    public static string InChinese(string refusal) => refusal switch
    {
        Text => "是文字",
        Letters => "数字中夹有字母或符号",
        Separators => "分隔符不合数字格式",
        Signs => "符号不合数字格式",
        Gap => "是两个数字，或数字中有空隙",
        Code => "是编码或电话号码",
        Date => "是日期",
        TooLong => "位数过多",
        _ => "不合此列",
    };

    public static string Explain(ReadOnlySpan<char> s)
    {
        var (digits, signs, letters, chinese, hyphens, points) = (0, 0, 0, 0, 0, 0);
        foreach (var c in s)
        {
            switch (c)
            {
                case >= '0' and <= '9':
                    digits++;
                    break;
                case '.' or ',' or '。' or '·' or ' ':
                    points++;
                    break;
                case '-' or '—' or '–' or '−' or '/':
                    hyphens++;
                    break;
                case '(' or ')' or '%' or '‰' or '+' or '△' or '▲':
                    signs++;
                    break;
                case >= '\u2E80' or '≥' or '≤' or '①':
                    chinese++;
                    break;
                default:
                    letters++;
                    break;
            }
        }

        if (IsDate(s))
        {
            return Date;
        }

        if (chinese > 0 || digits == 0 && signs == 0)
        {
            return Text;
        }

        if (letters > 0)
        {
            return digits > 0 ? Letters : Text;
        }

        return s.Contains(' ') ? Gap : OfNumberCharacters(s, digits, signs, hyphens, points);
    }

    private static string OfNumberCharacters(ReadOnlySpan<char> s, int digits, int signs, int hyphens, int points)
    {
        var plain = signs + hyphens == 0;
        if (s[0] == '0' && digits > 1 && points == 0 && signs == 0)
        {
            return Code;
        }

        return !plain ? Signs : points == 0 ? TooLong : Separators;
    }

    private static bool IsDate(ReadOnlySpan<char> s) =>
        s is ['1' or '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', .. var rest]
        && (rest is ['年', ..] || rest is ['-' or '/' or '.', _, .. var day] && day.ContainsAny('-', '/', '.'));
}
