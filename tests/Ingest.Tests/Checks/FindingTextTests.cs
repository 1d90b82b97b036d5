using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>What a reader is told of a finding: in both languages, with the figures that it is about.</summary>
public class FindingTextTests
{
    [Theory]
    [InlineData("duplicated-row", "60.00", "205-教育支出", "205-教育支出", "expenditure_summary", "code|label|total", "|合计|100.00", "205|教育支出|60.00", "205|教育支出|60.00", "206|科技支出|40.00")]
    [InlineData("meaningless-total", "65.00", "65.00", "65.00", "government_procurement", "label|quantity|unit_price|amount", "合计|2|65.00|40.00", "打印机|2|20.00|40.00")]
    [InlineData("quantity-times-price", "90.00", "2 × 90.00 is not 20.00", "2 × 90.00 不等于 20.00", "government_procurement", "label|quantity|unit_price|amount", "合计|3||50.00", "打印机|2|90.00|20.00", "电脑|1|30.00|30.00")]
    [InlineData("part-exceeds-whole", "70.00", "60.00", "60.00", "government_procurement", "label|amount|sme", "打印机|60.00|70.00")]
    [InlineData("leaves-total", "100.00", "40.00 元", "140.00 元", "gov_general_public_expenditure", "label|total|unknown", "合计|60.00|100.00", "甲|30.00|140.00", "乙|30.00|~")]
    [InlineData("column-sum", "20.00", "2 sums", "2 处", "gov_general_public_expenditure", "label|budget.total|total", "合计|30.00|40.00", ">教育|20.00|21.00", ">>普通教育|8.00|9.00", ">>职业教育|10.00|11.00", ">科技|10.00|19.00")]
    public void A_finding_says_in_both_languages_what_it_is_about(string code, string shown, string english, string chinese, string kind, string columns, params string[] rows)
    {
        var told = Assert.Single(Sheet.Check(new Sheet(kind, columns, rows)).Anomalies);
        Assert.Equal((code, shown), (told.Code.Id, told.Found));
        Assert.Contains(english, told.Message, StringComparison.Ordinal);
        Assert.Contains(chinese, told.Chinese, StringComparison.Ordinal);
        Assert.NotEqual(told.Message, told.Chinese);
    }

    /// <summary>A project that costs less than what is bought for it.</summary>
    [Fact]
    public void What_is_bought_beyond_a_project_is_told_with_both_amounts()
    {
        var told = Assert.Single(Sheet.Check(
            new Sheet("project_expenditure", "label|total", "合计|40.00", "办公设备|40.00"),
            new Sheet("government_procurement", "text:项目|label|amount", "办公设备|电脑|50.00")).Anomalies);
        Assert.Equal(("part-exceeds-whole", "40.00"), (told.Code.Id, told.Found));
        Assert.All((string[])[told.Message, told.Chinese], m => Assert.True(m.Contains("40.00", StringComparison.Ordinal) && m.Contains("50.00 元", StringComparison.Ordinal)));
    }

    /// <summary>A number of things is told as a number, in whatever unit the amounts of the table are.</summary>
    [Fact]
    public void A_number_that_does_not_close_is_told_as_one()
    {
        var goods = new Sheet("government_procurement", "label|quantity|amount", "合计|1,400|5.00", "打印机|1,200.5|3.00", "电脑|100|2.00") { Unit = Unit.TenThousand };
        Assert.Equal(("1,400", "1,300.5"), Sheet.Check(goods).Anomalies.Select(a => (a.Found, a.Expected)).Single());
    }
}
