namespace Ingest.Ocr.Reading;

/// <summary>
/// Puts right in words what the model confuses though only one of the two can stand there: quotation marks, and the numeral
/// that an item of a list begins with (一、 十三、 （七）).
/// </summary>
internal static class WordSigns
{
    /// <param name="read">The signs of a piece from left to right.</param>
    public static List<Sign> Normalized(IReadOnlyList<Sign> read)
    {
        List<Sign> signs = [.. read.Where(s => !string.IsNullOrWhiteSpace(s.Text))];
        Quotes(signs);
        Numerals(signs);
        if (IsNumbered(signs, out var close))
        {
            Bracketed(signs, close);
        }
        else
        {
            Listed(signs);
        }

        return signs;
    }

    /// <summary>A stroke before a character that makes a word with 一 is that (一般公共预算).</summary>
    private static void Numerals(List<Sign> signs)
    {
        for (var i = 0; i + 1 < signs.Count; i++)
        {
            if (Signs.IsDash(signs[i].Text) && KnownWords.AreKnown("一", signs[i + 1].Text) && (i == 0 || !Signs.IsDigit(signs[i - 1].Text)))
            {
                Set(signs, i, "一");
            }
        }
    }

    private static void Quotes(List<Sign> signs)
    {
        var open = false;
        for (var i = 0; i < signs.Count; i++)
        {
            if (signs[i].Text is "\"")
            {
                Set(signs, i, open ? "”" : "“");
            }

            open = signs[i].Text is "“" || (open && signs[i].Text is not "”");
        }

        // nothing is quoted behind the last sign: a speck
        if (signs is [.., _, { Text: "“" }])
        {
            signs.RemoveAt(signs.Count - 1);
        }
    }

    /// <summary>Whether a closing bracket ends a numeral before words.</summary>
    private static bool IsNumbered(List<Sign> signs, out int close)
    {
        close = signs.FindIndex(s => s.Text is ")" or "）");
        return close >= 0 && (close + 1 == signs.Count || Signs.IsCharacter(signs[close + 1].Text))
            && signs.Take(close).All(s => Signs.IsNumeral(s.Text) || IsOpening(s.Text) || Strokes(s.Text) is not null);
    }

    /// <summary>（一）: the bracket may be read as another one or not at all, strokes as a dash or a sign of sums.</summary>
    private static void Bracketed(List<Sign> signs, int close)
    {
        for (var i = 0; i < close; i++)
        {
            Set(signs, i, IsOpening(signs[i].Text) ? "（" : Strokes(signs[i].Text) ?? signs[i].Text);
        }

        if (close == 0)
        {
            return;
        }

        if (signs[0].Text is not "（")
        {
            signs.Insert(0, new Sign("（", signs[0].X - (signs[close].X - signs[0].X) / close, 1));
        }
    }

    /// <summary>十三、: a list has no thousand items, no item is a dash, and what stands behind the numeral is a 、.</summary>
    private static void Listed(List<Sign> signs)
    {
        var end = 0;
        while (end < signs.Count && (Signs.IsNumeral(signs[end].Text) || (end == 0 && Strokes(signs[end].Text) is not null)))
        {
            end++;
        }

        if (end == 0 || end + 1 >= signs.Count || !(signs[end].Text is "、" || (IsMark(signs[end].Text) && Signs.IsCharacter(signs[end + 1].Text))))
        {
            return;
        }

        Set(signs, 0, Strokes(signs[0].Text) ?? signs[0].Text);
        Set(signs, end, "、");
    }

    /// <summary>The numeral that looks like a sign; null where none does.</summary>
    private static string? Strokes(string sign) => sign switch
    {
        "千" or "+" or "＋" => "十",
        "=" or "＝" => "二",
        "E" or "Ξ" or "≡" => "三",
        _ => Signs.IsDash(sign) ? "一" : null,
    };

    private static void Set(List<Sign> signs, int at, string text) => signs[at] = signs[at] with { Text = text };

    private static bool IsOpening(string text) => text is "(" or "（" or "《" or "〈" or "<" or "[" or "【" or "{";

    private static bool IsMark(string text) => text is "·" or "," or "，" or "." or "．" or "'" or "`" or "、" or "。" or ">" or "＞" or "丶" or "\\" or "＼" or "→";
}
