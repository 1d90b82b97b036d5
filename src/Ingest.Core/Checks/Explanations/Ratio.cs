using System.Globalization;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Explanations;

/// <summary>A part of a whole, both rounded, against a printed percentage. In 分; compared by cross-multiplication, without division.</summary>
/// <param name="PartStep">What the part is printed to; 0 where it is exact.</param>
/// <param name="WholeSlack">Twice the rounding in the whole.</param>
internal readonly record struct Ratio(Int128 Part, Int128 PartStep, Int128 Whole, Int128 WholeSlack)
{
    /// <summary>The percentage is that of the two within what the rounding of all three allows.</summary>
    public bool Rounds(PrintedNumber percent) => IsBetween(percent, -1, 1);

    /// <summary>The digits behind the printed ones were dropped. A whole percentage says too little for that.</summary>
    public bool IsCutOff(PrintedNumber percent) => percent.Decimals > 0 && IsBetween(percent, 0, 2);

    /// <summary>Per cent, rounded half up.</summary>
    public string Percent(int decimals)
    {
        var scaled = ((Int128.Abs(Part) * 200 * PowerOfTen.Of(decimals)) + Whole) / (2 * Whole);
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return (Part < 0 ? "-" : "") + digits[..^decimals] + "." + digits[^decimals..] + "%";
    }

    /// <summary>All doubled: the percentage with these half units of its last digit covers (2·part ∓ step) / (2·whole ± slack).</summary>
    private bool IsBetween(PrintedNumber percent, int least, int most)
    {
        var power = PowerOfTen.Of(percent.Decimals);
        Int128 size = Int128.Abs(Part), shown = Int128.Abs(percent.Units);
        Int128 low = ((2 * size) - PartStep) * 200 * power, high = ((2 * size) + PartStep) * 200 * power;
        return ((2 * shown) + most) * ((2 * Whole) + WholeSlack) >= low && ((2 * shown) + least) * ((2 * Whole) - WholeSlack) <= high;
    }
}
