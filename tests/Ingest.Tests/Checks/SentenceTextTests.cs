using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>What a reader is told of a sentence that does not agree, and what growth is said to be.</summary>
public class SentenceTextTests
{
    private static readonly Sheet[] Tables =
    [
        new("general_public_budget_expenditure", "code|label|total|basic|project", "|合计|13214710.41|4333910.41|8880800.00", "2010350|事业运行|4333910.41|4333910.41|0.00", "2010399|其他支出|8880800.00|0.00|8880800.00"),
        new("operating_cost", "label|total", "合计|1000000.00"),
    ];

    [Theory]
    [InlineData("其他支出 88.08", "narrative-mismatch", "88.08万元", "888.08万元", "the tables 888.08万元", "表中为 888.08万元")]
    [InlineData("一般公共预算支出 1321.4", "rounding", "1321.4万元", "1321.47万元", "cut off, not rounded", "截断而非四舍五入")]
    [InlineData("总额 1321.47;总额 Δ107.47;总额 ↑8%", "growth-mismatch", "8%", "8.85%", "a change of 107.47万元", "增减额 107.47万元")]
    [InlineData("总额 20000.00;总额 Δ338.12;总额 ↑1.71%", "rounding", "1.71%", "1.72%", "cut off, not rounded", "截断而非四舍五入")]
    [InlineData("“三公”经费 16.6;因公出国(境)费 0 “三公”经费;公务用车购置及运行费 19 “三公”经费;公务接待费 1.6 “三公”经费", "narrative-mismatch", "16.6万元", "20.6万元", "the parts named with", "一同列出的各部分之和")]
    [InlineData("机关运行经费 500.00", "narrative-mismatch", "500.00万元", "100.00万元", "100.00万元 of operating costs", "公用经费为 100.00万元")]
    public void It_is_told_in_both_languages_with_what_is_said_and_what_it_should_be(string text, string code, string found, string expected, string english, string chinese)
    {
        var told = Assert.Single(Sheet.Check(Tables, Said.Of(text)).Anomalies);
        Assert.Equal((code, found, expected, text.Split(' ')[0]), (told.Code.Id, told.Found, told.Expected, told.Label));
        Assert.Equal(("", "", -1), (told.TableKind, told.ColumnPath, told.Where.Table));
        Assert.All(new[] { (told.Message, english), (told.Chinese, chinese) }, t => Assert.True(t.Item1.Contains(t.Item2, StringComparison.Ordinal) && t.Item1.Contains(found, StringComparison.Ordinal) && t.Item1.Contains(expected, StringComparison.Ordinal), t.Item1));
    }

    /// <summary>From the amount of this year and the change, or from that of last year where it is stated; a fall has its minus, or the words say it.</summary>
    [Theory]
    [InlineData("总额 110.00;总额 Δ10.00;总额 ↑10.00%", CheckResult.Pass, "10.00%")]
    [InlineData("总额 110.00;总额 <50.00;总额 Δ10.00;总额 ↑20.00%", CheckResult.Pass, "20.00%")]
    [InlineData("总额 110.00;总额 <50.00;总额 Δ10.00;总额 ↑10.00%", CheckResult.Fail, "20.00%")]
    [InlineData("总额 90.00;总额 Δ-10.00;总额 ↑-10.00%", CheckResult.Pass, "-10.00%")]
    [InlineData("总额 90.00;总额 Δ-10.00;总额 ↑-12.00%", CheckResult.Fail, "-10.00%")]
    [InlineData("总额 90.00;总额 Δ-10.00;总额 ↑10.00%", CheckResult.Fail, "-10.00%")]
    [InlineData("总额 110.00;总额 Δ10.00;总额 ↑-10.00%", CheckResult.Fail, "10.00%")]
    [InlineData("总额 30000.00;总额 Δ1.00;总额 ↑0%", CheckResult.Pass, "0.00%")]
    [InlineData("总额 110.00;总额 Δ10.00;总额 ↑12.345%", CheckResult.Fail, "10.000%")]
    public void Growth_is_the_change_over_what_was_before(string text, CheckResult result, string expected)
    {
        var outcome = Sheet.Check([], Said.Of(text));
        var check = Assert.Single(outcome.Checks);
        Assert.Equal(("N3", result, expected, ""), (check.Identity, check.Result, check.Right, check.Tolerance));
        Assert.Equal(result == CheckResult.Fail ? 1 : 0, outcome.Anomalies.Length);
    }

    /// <summary>There was nothing before; nothing changed; the change is of something else, or stands behind; or the digits are more than anybody works out.</summary>
    [Theory]
    [InlineData("总额 10.00;总额 Δ10.00;总额 ↑50%")]
    [InlineData("总额 10.00;总额 Δ0.00;总额 ↑50%")]
    [InlineData("总额 110.00;其他 Δ10.00;总额 ↑50%")]
    [InlineData("其他 110.00;总额 Δ10.00;总额 ↑50%")]
    [InlineData("总额 110.00;总额 ↑50%;总额 Δ10.00")]
    [InlineData("总额 110.00;总额 Δ10.00;总额 ↑50.1234567%")]
    public void Nothing_is_claimed_of_growth_where_its_figures_are_not_told(string text) => Assert.Empty(Sheet.Check([], Said.Of(text)).Checks);

    /// <summary>Figures of another year, or carried over, are not those of the tables.</summary>
    [Theory]
    [InlineData("一般公共预算支出 1500.00", 1)]
    [InlineData("2023年一般公共预算支出 1500.00", 1)]
    [InlineData("上年一般公共预算支出 1500.00", 0)]
    [InlineData("去年一般公共预算支出 1500.00", 0)]
    [InlineData("一般公共预算结转支出 1500.00", 0)]
    public void A_sentence_on_another_year_is_not_compared(string text, int told) =>
        Assert.Equal(told, Sheet.Check(Tables, Said.Of(text)).Anomalies.Length);
}
