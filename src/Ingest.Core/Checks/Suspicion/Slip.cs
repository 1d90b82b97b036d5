using System.Globalization;

namespace Ingest.Core.Checks.Suspicion;

/// <summary>Recognises the slips by which a right amount becomes a wrong one.</summary>
internal static class Slip
{
    /// <summary>In words how the shown amount comes from the closing one, or null where it looks like no slip of the pen. In 分.</summary>
    public static (string English, string Chinese)? Of(Int128 shown, Int128 closing)
    {
        if (closing == 0 || shown == 0)
        {
            return null;
        }

        if (closing == -shown)
        {
            return ("the sign is turned", "正负号相反");
        }

        if (IsDecimalSlip(shown, closing))
        {
            return ("the decimal point is misplaced", "小数点错位");
        }

        var (found, right) = (Digits(shown), Digits(closing));
        if (found.Length == right.Length)
        {
            return IsTransposition(found, right) ? ("two neighbouring digits are exchanged", "相邻两位数字颠倒") : null;
        }

        return found.Length + 1 == right.Length && IsDropped(found, right) ? ("a digit is missing", "漏了一位数字")
            : found.Length == right.Length + 1 && IsDropped(right, found) ? ("a digit too many", "多了一位数字")
            : null;
    }

    /// <summary>The digits are too many for the likeness to be chance.</summary>
    public static bool IsTelling(Int128 shown, Int128 closing) =>
        Of(shown, closing) is not null && Math.Max(Digits(shown).TrimEnd('0').Length, Digits(closing).TrimEnd('0').Length) >= 4;

    /// <summary>One digit of four or more is another one.</summary>
    public static bool IsOneDigit(Int128 shown, Int128 closing)
    {
        var (a, b) = (Digits(shown), Digits(closing));
        return a.Length == b.Length && a.Length >= 4 && Int128.Sign(shown) == Int128.Sign(closing) && a.Zip(b).Count(p => p.First != p.Second) == 1;
    }

    private static string Digits(Int128 fen) => Int128.Abs(fen).ToString(CultureInfo.InvariantCulture);

    private static bool IsDecimalSlip(Int128 found, Int128 right)
    {
        for (var power = (Int128)10; power <= 10_000; power *= 10)
        {
            // digits finer than 分 are cut off on the way
            if (found * power == right || right * power == found || (Int128.Abs((found * power) - right) < power && Int128.Abs(found) >= power))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTransposition(string a, string b)
    {
        var i = 0;
        while (i < a.Length && a[i] == b[i])
        {
            i++;
        }

        return i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i] && string.CompareOrdinal(a, i + 2, b, i + 2, a.Length) == 0;
    }

    private static bool IsDropped(string shorter, string longer)
    {
        var i = 0;
        while (i < shorter.Length && shorter[i] == longer[i])
        {
            i++;
        }

        return string.CompareOrdinal(shorter, i, longer, i + 1, longer.Length) == 0;
    }
}
