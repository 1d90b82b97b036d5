using System.Globalization;
using CsCheck;
using Ingest.Core.Checks.Explanations;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>A printed percentage against two amounts: compared with the same in decimal arithmetic.</summary>
public class RatioTests
{
    private static readonly Gen<(long Part, long Whole, int Decimals)> Case = Gen.Select(
        Gen.OneOf(Gen.Long[0, 200], Gen.Long[0, 99_999_999_999]), Gen.OneOf(Gen.Long[1, 200], Gen.Long[1, 99_999_999_999]), Gen.Int[0, 3]).Where(c => c.Item1 <= c.Item2);

    [Fact]
    public void Of_exact_amounts_the_percentage_is_right_within_half_of_its_last_digit() =>
        Gen.Select(Case, Gen.Int[-2, 2], Gen.OneOf(1, -1)).Sample((c, off, sign) =>
        {
            var unit = 1m / (decimal)Math.Pow(10, c.Decimals);
            var exact = 100m * c.Part / c.Whole;
            var shown = Math.Floor(exact / unit) + off;
            if (shown >= 0)
            {
                var ratio = new Ratio(sign * c.Part, 0, c.Whole, 0);
                var percent = new PrintedNumber((Int128)shown * sign, c.Decimals);
                Assert.Equal(Math.Abs((shown * unit) - exact) <= unit / 2, ratio.Rounds(percent));
                Assert.Equal(c.Decimals > 0 && shown * unit <= exact && exact <= (shown + 1) * unit, ratio.IsCutOff(percent));
            }
        });

    [Fact]
    public void It_is_told_rounded_half_up() =>
        Gen.Select(Case, Gen.OneOf(1, -1)).Sample((c, sign) =>
        {
            var decimals = c.Decimals + 1;
            var exact = Math.Round(100m * c.Part / c.Whole, decimals, MidpointRounding.AwayFromZero);
            var told = exact.ToString("F" + decimals, CultureInfo.InvariantCulture) + "%";
            Assert.Equal((sign * c.Part < 0 ? "-" : "") + told, new Ratio(sign * c.Part, 0, c.Whole, 0).Percent(decimals));
        });

    /// <summary>1 of 3, each rounded to 1: the part may be 0.5 to 1.5, the whole 2.5 to 3.5, the share 14.3% to 60%.</summary>
    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Rounded_amounts_allow_what_their_own_rounding_allows(int percent, bool fits) =>
        Assert.Equal(fits, new Ratio(1_000, 1_000, 3_000, 1_000).Rounds(new PrintedNumber(percent * 10, 1)));
}
