using System.Globalization;
using CsCheck;
using Ingest.Core.Checks.Suspicion;

namespace Ingest.Tests.Checks;

/// <summary>Whoever types a figure wrong does it in one of a few ways; only these are told as slips.</summary>
public class SlipTests
{
    private static readonly Gen<long> Fen = Gen.OneOf(Gen.Long[1_000, 99_999], Gen.Long[1_000, 999_999_999_999]);

    [Fact]
    public void A_sign_that_is_turned_and_a_point_that_is_moved_are_told_both_ways() =>
        Gen.Select(Fen, Gen.Int[1, 4], Gen.OneOf(1, -1)).Sample((fen, places, sign) =>
        {
            var moved = fen * sign * (long)Math.Pow(10, places);
            Assert.Equal("the sign is turned", Slip.Of(-fen * sign, fen * sign)?.English);
            Assert.Equal("the decimal point is misplaced", Slip.Of(fen * sign, moved)?.English);
            Assert.Equal("the decimal point is misplaced", Slip.Of(moved, fen * sign)?.English);
            Assert.NotEqual("the decimal point is misplaced", Slip.Of(fen * sign * 100_000, fen * sign)?.English);
        });

    /// <summary>10,382,345.67 printed as 103,823.45: what is finer than a 分 is lost on the way. Of a few 分 nothing is left that could be told.</summary>
    [Theory]
    [InlineData(10_382_345, 1_038_234_567, true)]
    [InlineData(10_382_346, 1_038_234_567, true)] // rounded up
    [InlineData(10_382_347, 1_038_234_567, false)]
    [InlineData(10_382_344, 1_038_234_567, false)]
    [InlineData(-10_382_345, -1_038_234_567, true)]
    [InlineData(12, 129, true)]
    [InlineData(9, 97, false)]
    public void The_digits_that_a_moved_point_cuts_off_may_be_any(long shown, long closing, bool moved) =>
        Assert.Equal(moved, Slip.Of(shown, closing)?.English == "the decimal point is misplaced");

    [Fact]
    public void Two_neighbours_exchanged_a_digit_lost_and_a_digit_too_many_are_told() =>
        Gen.Select(Fen, Gen.Int[0, 11], Gen.Int[1, 9]).Sample((fen, at, digit) =>
        {
            var right = fen.ToString(CultureInfo.InvariantCulture);
            at %= right.Length - 1;
            var more = right.Insert(at + 1, digit.ToString(CultureInfo.InvariantCulture));
            Assert.Contains(Told(right, more), (string?[])["a digit is missing", "the decimal point is misplaced"]);
            Assert.Contains(Told(more, right), (string?[])["a digit too many", "the decimal point is misplaced"]);
            if (right[at] != right[at + 1] && right[at + 1] != '0')
            {
                Assert.Equal("two neighbouring digits are exchanged", Told(right[..at] + right[at + 1] + right[at] + right[(at + 2)..], right));
            }
        });

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData("123456", "143256")] // exchanged, but no neighbours
    [InlineData("123456", "214356")] // two pairs
    [InlineData("123456", "123465789")]
    [InlineData("123456", "1273486")] // a digit more, and another one
    [InlineData("1234", "123400000")]
    [InlineData("0", "123456")]
    [InlineData("123456", "0")]
    [InlineData("0", "0")]
    [InlineData("123456", "123457")]
    public void What_comes_from_no_single_slip_is_none(string shown, string closing)
    {
        Assert.Null(Told(shown, closing));
        Assert.False(Slip.IsTelling(Parse(shown), Parse(closing)));
    }

    /// <summary>5.00 and 500.00 are alike by chance, 1,234.00 and 12.34 are not.</summary>
    [Theory]
    [InlineData("500", "50000", false)]
    [InlineData("12300", "1230", false)]
    [InlineData("123400", "1234", true)]
    [InlineData("1234", "123400", true)]
    [InlineData("1234", "1243", true)]
    [InlineData("123", "1234", true)]
    [InlineData("1234", "123", true)]
    [InlineData("123", "132", false)]
    public void A_likeness_of_few_digits_tells_nothing(string shown, string closing, bool telling) =>
        Assert.Equal(telling, Slip.IsTelling(Parse(shown), Parse(closing)));

    [Theory]
    [InlineData("1234", "1235", true)]
    [InlineData("9234", "1234", true)]
    [InlineData("-1234", "-1934", true)]
    [InlineData("-1234", "1235", false)]
    [InlineData("123", "124", false)]
    [InlineData("1234", "1234", false)]
    [InlineData("1234", "1325", false)]
    [InlineData("1234", "12345", false)]
    public void One_digit_read_wrong_is_one_of_four_or_more(string shown, string closing, bool one) =>
        Assert.Equal(one, Slip.IsOneDigit(Parse(shown), Parse(closing)));

    private static string? Told(string shown, string closing) => Slip.Of(Parse(shown), Parse(closing))?.English;

    private static Int128 Parse(string fen) => Int128.Parse(fen, CultureInfo.InvariantCulture);
}
