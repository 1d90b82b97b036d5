namespace Ingest.Core.Text;

/// <summary>Texts that number a page; a bare number is one only where numbers of pages stand.</summary>
public static class PageNumbers
{
    private const int MostDigits = 6;

    /// <summary><c>12</c>, <c>— 4 —</c>, <c>4/16</c>, <c>第 4 页 共 16 页</c></summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (!Dashes.Is(c) && !" ·.•/第页共,~_|".Contains(c, StringComparison.Ordinal))
                return false;
        }
        return digits is > 0 and <= MostDigits;
    }

    /// <summary><c>— 4 —</c>, which numbers a page wherever it stands.</summary>
    public static bool IsBetweenDashes(ReadOnlySpan<char> text) => text.Length > 2 && Dashes.Is(text[0]) && Dashes.Is(text[^1]) && Is(text);
}
