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
    }

    /// <summary>Whether a closing bracket ends a numeral before words.</summary>
    private static bool IsNumbered(List<Sign> signs, out int close)
    {
        close = signs.FindIndex(s => s.Text is ")" or "）");
        return close >= 0 && close + 1 < signs.Count && Signs.IsCharacter(signs[close + 1].Text)
            && signs.Take(close).All(s => Signs.IsNumeral(s.Text) || IsOpening(s.Text) || Signs.IsDash(s.Text) || s.Text is "千");
    }

    /// <summary>（一）: the bracket may be read as another one or not at all, the one stroke as a dash or not at all.</summary>
    private static void Bracketed(List<Sign> signs, int close)
    {
        for (var i = 0; i < close; i++)
        {
            Set(signs, i, IsOpening(signs[i].Text) ? "（" : Signs.IsDash(signs[i].Text) ? "一" : signs[i].Text is "千" ? "十" : signs[i].Text);
        }

        if (close == 0)
        {
            return;
        }

        if (signs[0].Text is not "（")
        {
            signs.Insert(0, new Sign("（", signs[0].X - (signs[close].X - signs[0].X) / close, 1));
        }
        else if (close == 1)
        {
            signs.Insert(1, new Sign("一", (signs[0].X + signs[1].X) / 2, 1));
        }
    }

    /// <summary>十三、: a list has no thousand items, no item is a dash, and what stands behind the numeral is a 、.</summary>
    private static void Listed(List<Sign> signs)
    {
        var end = 0;
        while (end < signs.Count && (Signs.IsNumeral(signs[end].Text) || (end == 0 && (signs[end].Text is "千" or "+" || Signs.IsDash(signs[end].Text)))))
        {
            end++;
        }

        if (end == 0 || end + 1 >= signs.Count || !(signs[end].Text is "、" || (IsMark(signs[end].Text) && Signs.IsCharacter(signs[end + 1].Text))))
        {
            return;
        }

        Set(signs, 0, signs[0].Text is "千" or "+" ? "十" : Signs.IsDash(signs[0].Text) ? "一" : signs[0].Text);
        Set(signs, end, "、");
    }

    private static void Set(List<Sign> signs, int at, string text) => signs[at] = signs[at] with { Text = text };

    private static bool IsOpening(string text) => text is "(" or "（" or "《" or "〈" or "<" or "[" or "【" or "{";

    private static bool IsMark(string text) => text is "·" or "," or "，" or "." or "．" or "'" or "`" or "、" or "。";
}
