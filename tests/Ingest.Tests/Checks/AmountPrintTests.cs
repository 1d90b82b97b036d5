using CsCheck;
using Ingest.Core.Amounts;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>What is proposed in the place of a wrong figure is printed as its table prints figures, and hides nothing.</summary>
public class AmountPrintTests
{
    private static readonly Gen<Unit> AnyUnit = Gen.OneOf(Unit.Yuan, Unit.Thousand, Unit.TenThousand, Unit.Million, Unit.HundredMillion);

    [Fact]
    public void It_reads_back_as_the_amount_to_the_last_fen() =>
        Gen.Select(Gen.OneOf(Gen.Long[-1_000, 1_000], Gen.Long[-999_999_999_999_999, 999_999_999_999_999]), AnyUnit, Gen.OneOf(1L, 100L, 10_000L, 1_000_000L), Gen.Bool).Sample((fen, unit, step, grouped) =>
        {
            var shown = AmountPrint.Like(fen, unit, step, grouped);
            var reading = AmountReader.Read(shown);
            Assert.Equal(fen, Units.ToAmount(reading.Number!.Value, unit, out _)?.Fen);
            Assert.Equal(grouped && Math.Abs(fen) / unit.Fen >= 1_000, shown.Contains(',', StringComparison.Ordinal));
        });

    [Theory]
    [InlineData(132_147_000_000, 10_000, "132,147.00")]
    [InlineData(132_147_000_000, 100_000, "132,147.0")]
    [InlineData(132_147_000_000, 1_000_000, "132,147")]
    [InlineData(132_147_050_000, 1_000_000, "132,147.05")] // finer than the column is printed
    [InlineData(132_147_000_001, 10_000, "132,147.000001")]
    [InlineData(-50_000, 10_000, "-0.05")]
    [InlineData(0, 10_000, "0.00")]
    public void It_has_the_decimals_of_its_column_and_more_only_where_they_are_needed(long fen, long step, string shown) =>
        Assert.Equal(shown, AmountPrint.Like(fen, Unit.TenThousand, step, grouped: true));

    [Fact]
    public void Without_a_unit_it_is_printed_in_yuan() => Assert.Equal("1234.50", AmountPrint.Like(123_450, null, 1, grouped: false));
}
