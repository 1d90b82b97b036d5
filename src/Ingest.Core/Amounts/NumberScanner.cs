using Ingest.Core.Model;

namespace Ingest.Core.Amounts;

/// <summary>How the digits of a number are written.</summary>
[Flags]
internal enum NumberStyle : byte
{
    Plain = 0,
    /// <summary>Thousands separated by commas.</summary>
    Grouped = 1,
    /// <summary>。 or · for the decimal point.</summary>
    WidePoint = 2,
    /// <summary>.50: the zero before the point is left out.</summary>
    BarePoint = 4,
    /// <summary>007: what codes and telephones look like.</summary>
    LeadingZero = 8,
}

/// <summary>Scans unsigned numbers in folded text, character by character, without allocating.</summary>
internal static class NumberScanner
{
    /// <summary>More digits than any amount has, and few enough for exact arithmetic in 128 bits.</summary>
    private const int MostDigits = 24;

    /// <summary>Length of the well-formed number that the text begins with; 0 if there is none, or if digits or separators run on behind it.</summary>
    public static int Scan(ReadOnlySpan<char> s, out PrintedNumber number, out NumberStyle style)
    {
        number = default;
        style = NumberStyle.Plain;
        Int128 units = 0;
        var digits = 0;
        var i = Digits(s, 0, ref units, ref digits);
        var lead = i;
        if (lead > 1 && s[0] == '0')
        {
            style = NumberStyle.LeadingZero;
        }

        if (lead is >= 1 and <= 3 && GroupAt(s, i))
        {
            if (s[0] == '0')
            {
                return 0;
            }

            style = NumberStyle.Grouped;
            while (GroupAt(s, i))
            {
                i = Digits(s, i + 1, ref units, ref digits);
            }
        }

        var decimals = 0;
        if (s[i..] is ['.' or '。' or '·', >= '0' and <= '9', ..])
        {
            style |= (s[i] == '.' ? 0 : NumberStyle.WidePoint) | (lead == 0 ? NumberStyle.BarePoint : 0);
            var start = i + 1;
            i = Digits(s, start, ref units, ref digits);
            decimals = i - start;
        }

        if (digits is 0 or > MostDigits || RunsOn(s, i))
        {
            return 0;
        }

        number = new PrintedNumber(units, decimals);
        return i;
    }

    /// <summary>Whether the whole text is one well-formed unsigned number.</summary>
    public static bool IsWhole(ReadOnlySpan<char> s, out PrintedNumber number, out NumberStyle style) =>
        Scan(s, out number, out style) == s.Length && s.Length > 0;

    private static int Digits(ReadOnlySpan<char> s, int i, ref Int128 units, ref int digits)
    {
        ulong run = 0;
        ulong scale = 1;
        for (; i < s.Length && char.IsAsciiDigit(s[i]); i++)
        {
            if (++digits > MostDigits)
            {
                continue;
            }

            run = run * 10 + (uint)(s[i] - '0');
            scale *= 10;
            if (scale == 1_000_000_000_000_000_000)
            {
                units = units * scale + run;
                (run, scale) = (0, 1);
            }
        }

        units = units * scale + run;
        return i;
    }

    /// <summary>A comma and exactly three digits.</summary>
    private static bool GroupAt(ReadOnlySpan<char> s, int i) =>
        s[i..] is [',', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', .. var rest] && rest is not [>= '0' and <= '9', ..];

    /// <summary>12.345.67 or 1,23,456: the number is not over, but goes on in a way no number does.</summary>
    private static bool RunsOn(ReadOnlySpan<char> s, int i) =>
        s[i..] is ['.' or ',', >= '0' and <= '9', ..];
}
