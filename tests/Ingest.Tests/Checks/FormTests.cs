using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class FormTests
{
    [Fact]
    public void The_boxes_of_a_department_close_and_balance()
    {
        var outcome = Sheet.Check(new Sheet(
            "department_performance", "label|unknown|unknown",
            "收入构成/财政拨款|1321.47|1214", "收入构成/其他资金|0|0", "收入构成/合计|1321.47|1214",
            "支出构成/基本支出|433.39|454", "支出构成/项目支出|888.08|760", "支出构成/合计|1321.47|1214") { Unit = Unit.TenThousand });
        Assert.Equal(4, outcome.Checks.Count(c => c.Identity == "X11.sum"));
        Assert.Equal(2, outcome.Checks.Count(c => c.Identity == "X12"));
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }

    [Fact]
    public void The_funds_of_a_project_make_its_total()
    {
        var outcome = Sheet.Check(
            new Sheet("project_performance", "label|unknown", "项目总投入|435", "资金构成/中央财政|0", "资金构成/区级财政|435") { Unit = Unit.TenThousand },
            new Sheet("project_performance", "label|unknown", "年度资金总额:|90.00", "其中:财政拨款|80.00", "其他资金|5.00") { Unit = Unit.TenThousand });
        Assert.Equal([CheckResult.Pass, CheckResult.Fail], outcome.Checks.Select(c => c.Result));
    }

    /// <summary>Two boxes beside each other, of which one tells numbers of people too: each is added up in its own column of money.</summary>
    [Fact]
    public void Boxes_that_stand_side_by_side_are_added_up_apart()
    {
        var outcome = Sheet.Check(new Sheet(
            "department_performance", "label|unknown|quantity|/label|unknown",
            "收入构成/财政拨款|90.00|3|支出构成/基本支出|60.00", "收入构成/其他资金|10.00|4|支出构成/项目支出|40.00", "收入构成/合计|100.00|9|支出构成/合计|100.00"));
        Assert.Equal(["X11.sum 90.00 10.00", "X11.sum 60.00 40.00"], outcome.Checks.Select(c => $"{c.Identity} {string.Join(' ', c.Cells.Skip(1).Select(w => outcome.Facts.Single(f => f.Where == w).Shown))}"));
        Assert.Empty(outcome.Anomalies);
    }

    /// <summary>What a project costs in all its years, and what in this one.</summary>
    [Fact]
    public void Totals_of_several_years_and_of_one_need_not_agree()
    {
        var outcome = Sheet.Check(new Sheet("project_performance", "label|unknown", "实施期资金总额:|300.00", "其中:财政拨款|200.00", "其他资金|100.00", "年度资金总额:|90.00", "其中:财政拨款|80.00", "其他资金|10.00"));
        Assert.Equal(["300.00", "90.00"], outcome.Checks.Select(c => c.Left));
        Assert.Empty(outcome.Anomalies);
    }

    /// <summary>A box claims something only where all its parts are told: several of one group, or the two that 其中 begins.</summary>
    [Theory]
    [InlineData("项目总投入|435.00;资金构成/中央财政|400.00", 0)]
    [InlineData("项目总投入|435.00;资金构成/中央财政|400.00;资金构成/区级财政|30.00", 1)]
    [InlineData("项目总投入|435.00;资金构成/中央财政|400.00;区级财政|30.00", 0)]
    [InlineData("项目总投入|435.00;资金构成/中央财政|400.00;资金来源/区级财政|30.00", 0)]
    [InlineData("年度资金总额|435.00;其中:财政拨款|400.00;其他资金|30.00", 1)]
    [InlineData("年度资金总额|435.00;其中:财政拨款|400.00;单位资金|10.00;其他资金|20.00", 0)]
    [InlineData("年度资金总额|435.00;财政拨款|400.00;其他资金|30.00", 0)]
    [InlineData("收入构成/财政拨款|400.00;收入构成/合计|435.00", 0)]
    [InlineData("收入构成/财政拨款|400.00;收入构成/其他资金|30.00;收入构成/合计|435.00", 1)]
    public void A_box_is_added_up_where_its_parts_are_told(string rows, int told)
    {
        var outcome = Sheet.Check(new Sheet("project_performance", "label|unknown", rows.Split(';')));
        Assert.Equal((told, told), (outcome.Checks.Length, outcome.Anomalies.Length));
    }

    /// <summary>A form is compared with its project by the name in it and by what it costs this year.</summary>
    [Theory]
    [InlineData("项目名称|政务网||", "年度资金总额||3|90.00", "90.00")]
    [InlineData("项目(政策)名称|政务网||", "实施期资金总额||3|300.00", "")]
    [InlineData("项目名称|政务网||", "预算执行||3|90.00", "")]
    [InlineData("项目编号|政务网||", "年度资金总额||3|90.00", "")]
    public void A_form_is_compared_with_its_project(string name, string whole, string compared)
    {
        var outcome = Sheet.Check(new Sheet("project_expenditure", "label|total", "合计|100.00", "政务网|100.00"), new Sheet("project_performance", "label|text:名称|quantity|unknown", name, whole));
        Assert.Equal(compared, string.Join(' ', outcome.Checks.Where(c => c.Identity == "X11").Select(c => c.Left)));
    }
}
