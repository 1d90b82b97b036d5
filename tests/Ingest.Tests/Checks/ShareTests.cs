using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>What a text says of a share, and behind it what it is a share of.</summary>
public class ShareTests
{
    private static readonly Sheet Table = new(
        "general_public_budget_expenditure", "code|label|total|basic|project", "|合计|13214710.41|4333910.41|8880800.00", "2010350|事业运行|4333910.41|4333910.41|0.00", "2010399|其他支出|8880800.00|0.00|8880800.00");

    private static CheckOutcome Check(string text) => Sheet.Check([Table], Said.Of(text));

    /// <summary>Stated beside it, in a sentence before, first of the sentence, or printed in a table.</summary>
    [Theory]
    [InlineData("总支出 500.00;支出合计 307.82;住房保障支出 29.42;住房保障支出 9.56% 支出合计")]
    [InlineData("支出合计 30.00;住房保障支出 30.00;住房保障支出 100.00% 支出合计")]
    [InlineData("支出合计 307.82;住房保障支出 29.42;住房保障支出 9.557534% 支出合计")]
    [InlineData("“三公”经费 585.88;培训费 100.00。因公出国(境)费 110.00;公务接待费 156.55;公务接待费 26.72% “三公”经费。“三公”经费 900.00")]
    [InlineData("总支出 300.00;住房保障支出 30.00;住房保障支出 10.00% 全部")]
    [InlineData("基本支出 433.39;基本支出 32.80% 一般公共预算支出")]
    [InlineData("水电费 43.34;水电费 10.00% 事业运行")]
    public void It_is_that_of_the_whole_which_its_words_name(string text)
    {
        var outcome = Check(text);
        var check = Assert.Single(outcome.Checks, c => c.Identity == "N2");
        Assert.Equal((CheckResult.Pass, ""), (check.Result, check.Tolerance));
        Assert.Empty(outcome.Anomalies);
    }

    [Theory]
    [InlineData("9.55%", "rounding", "9.56%", "cut off", "截断")]
    [InlineData("9.85%", "narrative-mismatch", "9.56%", "29.42万元 in 307.82万元", "29.42万元 占 307.82万元")]
    [InlineData("9.8%", "narrative-mismatch", "9.56%", "is not the share", "比例不是")]
    [InlineData("9.855%", "narrative-mismatch", "9.558%", "is not the share", "比例不是")]
    public void One_that_does_not_fit_the_whole_in_its_sentence_is_told_in_both_languages(string shown, string code, string expected, string english, string chinese)
    {
        var told = Assert.Single(Check($"总支出 500.00;支出合计 307.82;住房保障支出 29.42;住房保障支出 {shown} 支出合计").Anomalies);
        Assert.Equal((code, "住房保障支出", shown, expected, "", ""), (told.Code.Id, told.Label, told.Found, told.Expected, told.TableKind, told.ColumnPath));
        Assert.All(new[] { (told.Message, english), (told.Chinese, chinese) }, t => Assert.True(t.Item1.Contains(t.Item2, StringComparison.Ordinal) && t.Item1.Contains(shown, StringComparison.Ordinal) && t.Item1.Contains(expected, StringComparison.Ordinal), t.Item1));
    }

    /// <summary>The whole is less than the part, or nothing; it is not stated in the sentence; the part is not; or the share has more digits than anybody works out.</summary>
    [Theory]
    [InlineData("支出合计 20.00;住房保障支出 29.42;住房保障支出 47.10% 支出合计")]
    [InlineData("支出合计 0;住房保障支出 0.40;住房保障支出 40% 支出合计")]
    [InlineData("总支出 300.00;住房保障支出 30.00;住房保障支出 11.00% 全部")]
    [InlineData("支出合计 300.00;住房保障支出 11.00% 支出合计")]
    [InlineData("支出合计 307.82;住房保障支出 29.42;住房保障支出 9.8575336% 支出合计")]
    public void Nothing_is_claimed_where_part_and_whole_are_not_told(string text)
    {
        var outcome = Check(text);
        Assert.DoesNotContain(outcome.Checks, c => c.Identity == "N2");
        Assert.Empty(outcome.Anomalies);
    }
}
