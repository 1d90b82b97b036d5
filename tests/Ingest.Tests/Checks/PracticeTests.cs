using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class PracticeTests
{
    private static readonly Sheet Basic = new(
        "general_public_budget_basic_expenditure", "code|label|total|personnel|operating",
        "|合计|180.00|150.00|30.00", "301|工资福利支出|150.00|150.00|0.00", "30108|机关事业单位基本养老保险缴费|100.00|100.00|0.00", "30113|住房公积金|50.00|50.00|0.00",
        "302|商品和服务支出|30.00|0.00|30.00", "30217|公务接待费|30.00|0.00|30.00") { Scheme = "department_economic" };

    [Fact]
    public void Contributions_are_the_functions_that_they_are_paid_under_where_practice_does_not_differ()
    {
        var general = new Sheet(
            "general_public_budget_expenditure", "code|label|total|basic|project", "|合计|150.00|150.00|0.00",
            "2080505|机关事业单位基本养老保险缴费支出|100.00|100.00|0.00", "2210201|住房公积金|49.00|49.00|0.00");
        var checks = Sheet.Check(Basic, general).Checks.Where(c => c.Identity == "X8").Select(c => c.Result);
        Assert.Equal([CheckResult.Pass, CheckResult.NotApplicable], checks);
    }

    [Theory]
    [InlineData("30.00", true)]
    [InlineData("20.00", false)]
    public void An_item_of_basic_expenditure_is_within_the_three_public_expenses(string reception, bool holds)
    {
        var three = new Sheet("three_public_expenses", "label|total|abroad|car|reception", $"合计|{reception}|0.00|0.00|{reception}");
        var outcome = Sheet.Check(Basic, three);
        Assert.Equal(holds ? CheckResult.Pass : CheckResult.Fail, Assert.Single(outcome.Checks, c => c.Identity == "S7.cap").Result);
        Assert.Equal(holds ? 0 : 1, outcome.Anomalies.Length);
    }

    [Fact]
    public void Personnel_and_operating_costs_have_their_classes()
    {
        var checks = Sheet.Check(Basic).Checks.Where(c => c.Identity == "S6.split").ToList();
        Assert.Equal(5, checks.Count);
        Assert.All(checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }

    [Theory]
    [InlineData("40.00", true)]
    [InlineData("90.00", false)]
    public void What_is_bought_for_a_project_costs_no_more_than_the_project(string price, bool holds)
    {
        var projects = new Sheet("project_expenditure", "code|label|total", "|合计|100.00", "42010722121T000000100|政务网平台运行经费|100.00") { Scheme = "project" };
        var goods = new Sheet("government_procurement", "text:项目|label|amount", "|合计|130.00", $"[42010722121T000000100]政务网平台运行经费|一处|{price}", "[42010722121T000000100]政务网平台运行经费|二处|40.00");
        var outcome = Sheet.Check(projects, goods);
        Assert.Equal(holds ? CheckResult.Pass : CheckResult.Fail, Assert.Single(outcome.Checks, c => c.Identity == "X9").Result);
    }

    [Fact]
    public void Rows_that_other_sums_confirm_are_not_doubtful_because_a_row_is_missing()
    {
        var outcome = Sheet.Check(new Sheet(
            "expenditure_summary", "code|label|total|basic|project", "|合计|90.00|60.00|30.00", "201|一般公共服务支出|50.00|40.00|10.00", "205|教育支出|20.00|10.00|10.00"));
        Assert.Equal(FactStatus.Verified, outcome.Facts.Single(f => f.Line.Code == "201" && f.Column.Key == "total").Status);
        Assert.Equal(FactStatus.Doubtful, outcome.Facts.Single(f => f.Line.IsTotal && f.Column.Key == "total").Status);
        Assert.Contains(outcome.Anomalies, a => a.Code == AnomalyCodes.ColumnSum);
    }
}
