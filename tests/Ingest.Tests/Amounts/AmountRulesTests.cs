using System.Globalization;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Tests.Amounts;

public class AmountRulesTests
{
    public static TheoryData<string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var rule in AmountRules.All)
        {
            foreach (var example in rule.Examples)
            {
                var arrow = example.LastIndexOf('→');
                data.Add(rule.Name, example[..arrow], example[(arrow + 1)..]);
            }
        }

        return data;
    }

    public static TheoryData<string, string> Refused()
    {
        var data = new TheoryData<string, string>();
        foreach (var (text, reason) in AmountRules.Refused)
        {
            data.Add(text, reason);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_rule_reads_its_examples(string rule, string shown, string expected)
    {
        var reading = AmountReader.Read(shown);
        Assert.Null(reading.Refusal);
        Assert.Equal(expected, reading.Number is { } n ? Print(n) : $"<{reading.State}>");
        if (reading.Number is { } number)
        {
            Assert.Equal(number.Units == 0 && reading.Shape != NumberShape.Range ? ValueState.Zero : ValueState.Value, reading.State);
        }

        Assert.Contains(AmountRules.All, r => string.Equals(r.Name, reading.Rule, StringComparison.Ordinal));
        Assert.True(
            string.Equals(rule, reading.Rule, StringComparison.Ordinal) || (rule is "plain" && reading.Rule is "grouped"),
            $"{shown} was read by {reading.Rule}");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_number_is_refused_with_its_reason(string text, string reason)
    {
        var reading = AmountReader.Read(text);
        Assert.Equal((ValueState.Unreadable, null, reason, ""), (reading.State, reading.Number, reading.Refusal, reading.Rule));
    }

    [Fact]
    public void Every_rule_has_examples_and_a_name_of_its_own()
    {
        Assert.All(AmountRules.All, r => Assert.NotEmpty(r.Examples));
        Assert.All(AmountRules.All, r => Assert.True(r.Meaning.Length > r.Name.Length));
        Assert.Equal(AmountRules.All.Length, AmountRules.All.Select(r => r.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Reading_an_ordinary_cell_allocates_nothing()
    {
        string[] cells = ["13,214,710.41", "0.00", "", "-5.17%", "—", "一般公共服务支出", "376936.60"];
        Array.ForEach(cells, c => AmountReader.Read(c));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var cell in cells)
        {
            AmountReader.Read(cell);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("≥240次", Comparison.AtLeast, "240", null)]
    [InlineData("≧95%", Comparison.AtLeast, "95", null)]
    [InlineData("⩾1", Comparison.AtLeast, "1", null)]
    [InlineData(">=1", Comparison.AtLeast, "1", null)]
    [InlineData("≤1", Comparison.AtMost, "1", null)]
    [InlineData("≦1", Comparison.AtMost, "1", null)]
    [InlineData("⩽1", Comparison.AtMost, "1", null)]
    [InlineData("<=1", Comparison.AtMost, "1", null)]
    [InlineData(">1", Comparison.MoreThan, "1", null)]
    [InlineData("<10%", Comparison.LessThan, "10", null)]
    [InlineData("=1", Comparison.Equal, "1", null)]
    [InlineData("90%≤x≤100%", Comparison.AtMost, "90", "100")]
    public void An_indicator_keeps_its_comparison(string shown, Comparison comparison, string number, string? upper)
    {
        var reading = AmountReader.Read(shown);
        Assert.Equal((comparison, number, upper), (reading.Comparison, Print(reading.Number!.Value), reading.Upper is { } u ? Print(u) : null));
    }

    [Fact]
    public void Every_refusal_says_in_Chinese_what_no_other_says()
    {
        var reasons = AmountRules.Refused.Select(r => r.Reason).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(reasons.Count + 1, reasons.Append("").Select(Refusals.InChinese).Distinct(StringComparer.Ordinal).Count(c => c.Length > 0));
    }

    internal static string Print(PrintedNumber n)
    {
        var digits = Int128.Abs(n.Units).ToString(CultureInfo.InvariantCulture).PadLeft(n.Decimals + 1, '0');
        var whole = digits[..^n.Decimals];
        var text = n.Decimals == 0 ? digits : $"{whole}.{digits[^n.Decimals..]}";
        return n.Units < 0 ? "-" + text : text;
    }
}
