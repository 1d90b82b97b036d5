using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>The leaves of a list against its total: told once a table where nothing else tells of it.</summary>
public class LeafTotalTests
{
    private static string[] Told(params Sheet[] sheets) => [.. Sheet.Check(sheets).Anomalies.Select(a => $"{a.Code.Id} {a.Where.Column} {a.Found}")];

    /// <summary>A row is <c>block parent</c>, with <c>合</c> for a total and <c>+</c> for one that its parent is made of.</summary>
    [Theory]
    [InlineData("合 0 -1; 0 2 +; 合 0 -1", 0, 2)] // the one that holds rows
    [InlineData("合 0 -1; 0 -1; 合 0 -1", 0, 0)] // else the first
    [InlineData("0 1 +; 合 0 3 +; 0 3 +; 合 0 -1", 0, 3)] // no part of another
    [InlineData("合 0 -1; 0 0 +; 合 0 0 +; 0 2 +", 0, 0)]
    [InlineData("合 0 -1; 0 2; 合 0 -1", 0, 0)] // 其中 makes nothing
    [InlineData("合 0 -1; 合 1 -1; 1 1 +", 1, 1)]
    [InlineData("合 0 -1; 1 -1", 1, -1)]
    public void The_row_that_totals_a_block(string drawn, int block, int root)
    {
        var rows = drawn.Split("; ").Select((text, i) =>
        {
            var total = text[0] == '合';
            var parts = text.TrimStart('合', ' ').Split(' ');
            return new BudgetRow(i, int.Parse(parts[0], CultureInfo.InvariantCulture), "", "", "行", -1, total, !total)
            {
                Parent = int.Parse(parts[1], CultureInfo.InvariantCulture), Share = parts.Length > 2 ? RowShare.Addend : parts[1] == "-1" ? RowShare.None : RowShare.Part,
            };
        });
        Assert.Equal(root, LeafTotals.Root(rows.ToImmutableArray(), block));
    }

    /// <summary>Two columns, or two lists side by side, whose levels cannot be told.</summary>
    [Theory]
    [InlineData("label|total|unknown", "合计|9.00|9.00", "本级|9.00|9.00", "会议|2.00|2.00", "印刷|4.00|4.00", "维修|7.00|7.00")]
    [InlineData("label|total|/label|total", "合计|9.00|合计|9.00", "本级|9.00|本级|9.00", "会议|2.00|会议|2.00", "印刷|4.00|印刷|4.00", "维修|7.00|维修|7.00")]
    public void It_is_told_once_a_table(string columns, params string[] rows) =>
        Assert.Equal(["leaves-total 1 9.00"], Told(new Sheet("project_expenditure", columns, rows)));

    /// <summary>The first list closes: the second is looked at.</summary>
    [Fact]
    public void It_is_told_of_the_list_that_does_not_close() => Assert.Equal(
        ["leaves-total 3 9.00"],
        Told(new Sheet("project_expenditure", "label|total|/label|total", "合计|6.00|合计|9.00", "会议|1.00|本级|9.00", "印刷|2.00|会议|2.00", "维修|3.00|印刷|4.00", "||维修|7.00")));

    [Fact]
    public void What_is_withheld_is_told_in_both_languages_with_its_amount()
    {
        var told = Assert.Single(Sheet.Check(new Sheet("project_expenditure", "label|total", "合计|525.00", "接访大厅运行经费|145.00", "信访业务工作经费|75.00") { Note = "注:根据国家保密法律法规,部分具体项目信息公开时予以剔除。" }).Anomalies);
        Assert.Equal(("leaves-withheld", "525.00", "", Origin.Publisher), (told.Code.Id, told.Found, told.Expected, told.Origin));
        Assert.All((string[])[told.Message, told.Chinese], m => Assert.True(m.Contains("220.00 元", StringComparison.Ordinal) && m.Contains("305.00 元", StringComparison.Ordinal), m));
    }

    /// <summary>No total is told, but the rows make the first of them three times over, within what rounding leaves open.</summary>
    [Theory]
    [InlineData("4.00", "9.00", 1)]
    [InlineData("4.04", "9.00", 1)]
    [InlineData("4.05", "9.00", 0)]
    [InlineData("~", "13.00", 1)]
    [InlineData("4.00!", "13.00", 1)]
    public void Rows_that_make_the_first_of_them_several_times(string last, string whole, int told)
    {
        var rest = whole == "9.00" ? "4.00" : "16.00";
        var outcome = Sheet.Check(new Sheet("final_expenditure", "code|label|total", "|科目编码|", $"|类|{whole}", "201|甲|5.00", "201|乙|5.00", $"208|丙|{rest}", $"208|丁|{last}") { Unit = Unit.TenThousand });
        Assert.Equal(told, outcome.Anomalies.Count(a => a.Code == AnomalyCodes.LeavesTotal));
    }

    /// <summary>Of two lists side by side without totals one is several times its first row.</summary>
    [Fact]
    public void Rows_that_make_the_first_of_them_several_times_beside_others_that_do_not() => Assert.Equal(
        ["leaves-total 5 9.00"],
        Told(new Sheet("final_expenditure", "code|label|total|/code|label|total", "|科目编码|||科目编码|", "|类|1.00||类|9.00", "201|甲|5.00|201|甲|5.00", "201|乙|7.00|201|乙|5.00", "208|丙|4.00|208|丙|4.00", "208|丁|4.50|208|丁|4.00")).Where(t => t.StartsWith("leaves-total", StringComparison.Ordinal)));

    /// <summary>The total stands below; the budget is printed by 款, the accounts by 项.</summary>
    [Theory]
    [InlineData("|3.00", "|2.00", 0)]
    [InlineData("3.00|3.00", "|2.00", 1)]
    public void A_row_stands_for_what_is_blank_below_it(string first, string second, int told) =>
        Assert.Equal(told, Told(new Sheet("gov_general_public_expenditure", "label|adjusted_budget.total|total", "税收事务|5.00|5.00", $">行政运行|{first}", $">其他|{second}", "公安|7.00|7.00", "总计|12.00|12.00")).Length);
}
