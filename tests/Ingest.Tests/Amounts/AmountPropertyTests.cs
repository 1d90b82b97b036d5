using System.Globalization;
using CsCheck;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Tests.Amounts;

/// <summary>Whatever is printed in a supported style reads back exactly; whatever is no number never becomes one.</summary>
public class AmountPropertyTests
{
    private static readonly Gen<(long Units, int Decimals)> Number = Gen.Select(
        Gen.OneOf(Gen.Long[0, 99], Gen.Long[0, 99_999_999], Gen.Long[0, 999_999_999_999_999]), Gen.OneOf(0, 1, 2, 2, 2, 6));

    private static readonly Gen<string> Style = Gen.OneOf("plain", "comma", "spaced comma", "ideographic comma", "thin groups");

    private static readonly Gen<string> Negative = Gen.OneOf("-", "－", "—", "−", "()", "（）", "△", "▲");

    [Fact]
    public void Reads_back_what_is_printed_in_any_style() =>
        Gen.Select(Number, Style, Gen.Bool, Gen.Bool).Sample((number, style, wide, spacedPoint) =>
        {
            var shown = Print(number, style);
            shown = spacedPoint ? shown.Replace(".", ". ", StringComparison.Ordinal) : shown;
            ReadsAs(wide ? Widen(shown) : shown, number.Units, number.Decimals);
        });

    /// <summary>Up to 24 digits are exact; more are no amount of anybody's.</summary>
    [Fact]
    public void Reads_back_long_numbers_digit_by_digit() =>
        Gen.String[Gen.Char["0123456789"], 18, 30].Sample(digits =>
        {
            digits = "7" + digits;
            var reading = AmountReader.Read(digits);
            Assert.Equal(digits.Length <= 24 ? Int128.Parse(digits, CultureInfo.InvariantCulture) : null, reading.Number?.Units);
        });

    [Fact]
    public void Reads_back_negatives_in_every_style() =>
        Gen.Select(Number, Style, Negative, Gen.OneOf("", " ", "\u00A0")).Where(t => t.Item1.Units != 0).Sample((number, style, sign, gap) =>
        {
            var shown = Print(number, style);
            ReadsAs(sign.Length == 2 ? $"{sign[0]}{gap}{shown}{gap}{sign[1]}" : sign + gap + shown, -number.Units, number.Decimals);
        });

    [Fact]
    public void Reads_back_digits_drawn_one_by_one() =>
        Gen.Select(Number, Gen.OneOf("plain", "comma"), Gen.OneOf(" ", "\u00A0", "\u3000")).Sample((number, style, gap) =>
        {
            var shown = Print(number, style);
            if (shown.Length >= 4)
            {
                ReadsAs(string.Join(gap, shown.ToCharArray()), number.Units, number.Decimals);
            }
        });

    /// <summary>A break is either read right or refused, wherever it falls and however many there are.</summary>
    [Fact]
    public void A_number_wrapped_over_lines_reads_back_or_is_refused() =>
        Gen.Select(Number, Gen.OneOf("plain", "comma"), Gen.Int[1, 12]).Sample((number, style, width) =>
        {
            var lines = Print(number, style).Chunk(width).Select(c => new string(c));
            var reading = AmountReader.Read(string.Join('\n', lines));
            Assert.True(reading.Number is null || reading.Number == new PrintedNumber(number.Units, number.Decimals));
        });

    /// <summary>The ordinary case: comma groups and two decimals, in a cell too narrow by a few digits.</summary>
    [Fact]
    public void A_grouped_number_wrapped_once_reads_back() =>
        Gen.Select(Gen.Long[100_000, 999_999_999_999], Gen.Int[1, 3]).Sample((units, overhang) =>
        {
            var shown = Print((units, 2), "comma");
            ReadsAs($"{shown[..^overhang]}\n{shown[^overhang..]}", units, 2);
        });

    [Fact]
    public void Two_numbers_in_one_cell_are_never_run_together() =>
        Gen.Select(Number, Number, Gen.OneOf("plain", "comma"), Gen.OneOf(" ", "\n", "\u00A0")).Sample((a, b, style, gap) =>
        {
            if (a.Decimals == b.Decimals && a.Decimals != 1 && a.Units > 999 && b.Units > 999)
            {
                Assert.Null(AmountReader.Read(Print(a, style) + gap + Print(b, style)).Number);
            }
        });

    [Fact]
    public void A_number_with_one_false_character_is_refused() =>
        Gen.Select(Number, Gen.OneOf("plain", "comma"), Gen.OneOf("O", "l", "B", "S", "*", "?", "..", ",,", "#", "二"), Gen.Int[0, 20]).Sample((number, style, junk, at) =>
        {
            var shown = Print(number, style);
            var broken = shown.Insert(1 + at % shown.Length, junk);
            var reading = AmountReader.Read(broken);
            Assert.True(reading.Number is null || reading.Shape == NumberShape.Measured, $"{broken} was read by {reading.Rule}");
        });

    [Fact]
    public void Any_text_gets_a_reading_and_never_throws() =>
        Gen.String[Gen.Char["0123456789.,，．。·-—−△()（）%‰ \n\u00A0\u3000元万亿≥≤x/无×一A"], 0, 14].Sample(text =>
        {
            var reading = AmountReader.Read(text);
            Assert.Equal(reading.State is ValueState.Value or ValueState.Zero, reading.Number is not null);
            Assert.Equal(reading.State == ValueState.Unreadable, reading.Refusal is not null);
            if (reading.Number is { } n)
            {
                // No digit is lost and none invented.
                var digits = string.Concat(Ingest.Core.Text.Folding.Fold(text).Where(char.IsAsciiDigit));
                var read = Int128.Abs(n.Units).ToString(CultureInfo.InvariantCulture);
                Assert.True(reading.Shape == NumberShape.Range || digits.TrimStart('0').Length == 0 || digits.EndsWith(read, StringComparison.Ordinal));
            }
        });

    private static void ReadsAs(string shown, long units, int decimals)
    {
        var reading = AmountReader.Read(shown);
        Assert.True(reading.Number == new PrintedNumber(units, decimals), $"'{shown}' gave {reading}");
        Assert.Equal(units == 0 ? ValueState.Zero : ValueState.Value, reading.State);
    }

    private static string Print((long Units, int Decimals) number, string style)
    {
        var digits = number.Units.ToString(CultureInfo.InvariantCulture).PadLeft(number.Decimals + 1, '0');
        var whole = digits[..^number.Decimals];
        var point = number.Decimals > 0 ? "." + digits[^number.Decimals..] : "";
        var separator = style switch
        {
            "comma" => ",",
            "spaced comma" => ", ",
            "ideographic comma" => "，",
            "thin groups" => "\u2009",
            _ => "",
        };
        for (var i = whole.Length - 3; i > 0; i -= 3)
        {
            whole = whole.Insert(i, separator);
        }

        return whole + point;
    }

    private static string Widen(string s) => string.Concat(s.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c == ' ' ? '\u3000' : c));
}
