using System.Globalization;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Suspicion;

/// <summary>Prints an amount as the table it belongs to would print it.</summary>
internal static class AmountPrint
{
    /// <param name="fen">The amount, in 分.</param>
    /// <param name="unitOfTable">The unit the table is printed in; 元 where none is known.</param>
    /// <param name="columnStep">The step that the column is usually printed to, in 分.</param>
    /// <param name="grouped">With commas between thousands.</param>
    public static string Like(Int128 fen, Unit? unitOfTable, long columnStep, bool grouped)
    {
        var unit = (unitOfTable ?? Unit.Yuan).Fen;
        var decimals = 0;
        for (var step = unit; step > columnStep && step % 10 == 0; step /= 10)
        {
            decimals++;
        }

        // finer than the column is printed: all digits, so that nothing is hidden; a unit has a power of ten of 分
        while (fen * PowerOfTen.Of(decimals) % unit != 0)
        {
            decimals++;
        }

        var scaled = Int128.Abs(fen) * PowerOfTen.Of(decimals) / unit;
        var whole = (scaled / PowerOfTen.Of(decimals)).ToString(CultureInfo.InvariantCulture);
        var fraction = decimals == 0 ? "" : "." + (scaled % PowerOfTen.Of(decimals)).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
        return (fen < 0 ? "-" : "") + (grouped ? Grouped(whole) : whole) + fraction;
    }

    private static string Grouped(string digits)
    {
        for (var i = digits.Length - 3; i > 0; i -= 3)
        {
            digits = digits.Insert(i, ",");
        }

        return digits;
    }
}
