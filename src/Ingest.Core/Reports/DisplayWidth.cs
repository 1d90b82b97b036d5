using System.Text;

namespace Ingest.Core.Reports;

/// <summary>
/// Columns that text takes on a terminal: Chinese characters and full-width forms take two (Unicode TR 11, classes W and F),
/// combining marks and controls none.
/// </summary>
public static class DisplayWidth
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>Padded with spaces to <paramref name="width"/>, or cut with … to fit it.</summary>
    public static string Fit(string text, int width, bool right = false)
    {
        var own = Of(text);
        if (own > width)
        {
            text = Cut(text, width - 1) + "…";
            own = Of(text);
        }

        var pad = new string(' ', width - own);
        return right ? pad + text : text + pad;
    }

    private static string Cut(string text, int width)
    {
        var used = 0;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > width)
            {
                break;
            }

            at += rune.Utf16SequenceLength;
        }

        return text[..at];
    }

    private static int Of(Rune rune)
    {
        var c = rune.Value;
        if (c < 0x20 || c is >= 0x7F and < 0xA0 or >= 0x300 and < 0x370 or >= 0x200B and <= 0x200F or >= 0xFE00 and <= 0xFE0F)
        {
            return 0;
        }

        return c is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3
            or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6
            or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD
            ? 2
            : 1;
    }
}
