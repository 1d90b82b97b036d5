namespace Ingest.Ocr.Reading;

/// <summary>
/// Puts right what looks the same in a figure: a letter that stands between digits is the digit of its shape, and
/// separators of any width are those that figures have. Nothing else is touched, and no digit is made another one.
/// </summary>
internal static class FigureSigns
{
    /// <summary>So many of ten signs of a word must be digits for it to be a figure.</summary>
    private const int DigitsOfTen = 6;

    /// <summary>A word no shorter with so many digits of ten is a code, in which letters part groups of digits: 35050322495T000000104.</summary>
    private const int ShortestCode = 8, CodeDigitsOfTen = 8;

    /// <summary>The same places with the signs of figures made plain.</summary>
    public static List<PlacedSign> Normalized(List<PlacedSign> signs)
    {
        var plain = new List<PlacedSign>(signs.Count);
        for (int start = 0, end; start < signs.Count; start = end)
        {
            end = start + 1;
            while (end < signs.Count && !signs[end].Begins)
            {
                end++;
            }

            var word = signs.GetRange(start, end - start);
            plain.AddRange(IsStroke(word) ? [word[0] with { Text = "1", Sure = 0 }] : IsFigure(word) ? Separated([.. word.Select(Plainly)]) : IsCode(word) ? WithNoughts(word) : word);
        }

        return plain;
    }

    /// <summary>A figure whose digit was read as a letter could be another one, or none.</summary>
    private static PlacedSign Plainly(PlacedSign sign) =>
        Plain(sign.Text) is var plain && Signs.IsDigit(plain) && !Signs.IsDigit(sign.Text) ? sign with { Text = plain, Sure = 0 } : sign with { Text = plain };

    /// <summary>A stroke that stands alone is no letter here; a 1, or dirt.</summary>
    private static bool IsStroke(List<PlacedSign> word) => word is [{ Text: not "1" } stroke] && Plain(stroke.Text) is "1";

    private static bool IsCode(List<PlacedSign> word) =>
        word.Count >= ShortestCode && word.Count(s => Signs.IsDigit(s.Text)) * 10 >= word.Count * CodeDigitsOfTen && word.TrueForAll(s => char.IsAsciiLetterOrDigit(s.Text[0]));

    /// <summary>The letter O beside a digit of a code is a 0.</summary>
    private static List<PlacedSign> WithNoughts(List<PlacedSign> word)
    {
        for (var i = 0; i < word.Count; i++)
        {
            if (word[i].Text is "O" or "o" && ((i > 0 && Signs.IsDigit(word[i - 1].Text)) || (i + 1 < word.Count && Signs.IsDigit(word[i + 1].Text))))
            {
                word[i] = word[i] with { Text = "0" };
            }
        }

        return word;
    }

    private static bool IsFigure(List<PlacedSign> word)
    {
        var digits = word.Count(s => s.Text[0] is >= '0' and <= '9');
        return digits > 0 && digits * 10 >= word.Count * DigitsOfTen && word.TrueForAll(s => Plain(s.Text)[0] is (>= '0' and <= '9') or '.' or ',' or '-' or '(' or ')' or '%' or '△' or '▲');
    }

    /// <summary>
    /// Points and commas are told by where they stand, for their shapes are a pixel apart: between groups of three digits it is
    /// a comma, before one or two digits at the end a point. One alone before three digits stays what it was read as.
    /// </summary>
    private static PlacedSign[] Separated(PlacedSign[] figure)
    {
        var behind = 0;
        var last = true;
        for (var i = figure.Length - 1; i >= 0; i--)
        {
            var sign = figure[i].Text[0];
            if (sign is >= '0' and <= '9')
            {
                behind++;
            }
            else if (sign is '.' or ',')
            {
                var told = last ? behind is 1 or 2 ? "." : figure[i].Text : behind == 3 ? "," : figure[i].Text;
                figure[i] = figure[i] with { Text = told };
                (behind, last) = (0, false);
            }
        }

        return figure;
    }

    private static string Plain(string text) => text switch
    {
        "O" or "o" or "Ｏ" or "〇" => "0",
        "l" or "I" or "|" or "丨" or "i" => "1",
        "。" or "．" or "·" or "・" or "•" => ".",
        "，" or "、" or "‚" or "'" or "’" => ",",
        "（" => "(",
        "）" => ")",
        "％" => "%",
        "一" or "—" or "–" or "－" or "_" or "−" => "-",
        _ => text,
    };
}
