namespace Ingest.Core.Budget.Guards;

/// <summary>Counts what looks like an amount in any text, whatever stands beside it.</summary>
internal static class PrintedAmounts
{
    /// <summary>
    /// Figures with two decimals or more, or with grouped thousands. What brings its unit (12.50万元, 8.25%) belongs to a
    /// sentence; dates, codes and numbers of order have neither point nor groups.
    /// </summary>
    public static int In(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var end = i;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
                end++;
            // 64787935. 00
            if (end + 3 < text.Length && text[end] == '.' && text[end + 1] == ' ' && char.IsAsciiDigit(text[end + 2]) && char.IsAsciiDigit(text[end + 3]))
            {
                count++;
                i = end + 3;
                continue;
            }
            if (IsAmount(text.AsSpan(i, end - i)) && (end == text.Length || text[end] is not ('万' or '元' or '亿' or '%' or '‰' or '千' or '百')))
                count++;
            i = end;
        }
        return count;
    }

    /// <param name="figure">Digits with points and commas between them.</param>
    public static bool IsAmount(ReadOnlySpan<char> figure)
    {
        var point = figure.LastIndexOf('.');
        var whole = point >= 0 ? figure[..point] : figure;
        if (whole.Contains('.'))
            return false;
        var comma = whole.LastIndexOf(',');
        return (point > 0 && figure.Length - point > 2) || (comma > 0 && whole.Length - comma == 4);
    }

    /// <summary>1,723, or 16 950 32: a figure that ends with a separator, or with a group of thousands cut short; its rest must stand elsewhere.</summary>
    public static bool IsTorso(string text)
    {
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]))
            return false;
        if (text[^1] is ',' or '.')
            return char.IsAsciiDigit(text[^2]);
        var groups = text.Split(' ');
        return groups.Length > 2 && groups[^1].Length < 3 && groups[0].Length <= 3 && groups[1..^1].All(static g => g.Length == 3) && groups.All(static g => g.All(char.IsAsciiDigit));
    }
}
