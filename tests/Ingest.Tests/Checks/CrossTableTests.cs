using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class CrossTableTests
{
    private static Sheet Summary(string income = "100.00", string total = "100.00") => new(
        "revenue_expenditure_summary", "label|income.total|/label|expenditure.total",
        $"一、一般公共预算拨款收入|{income}|一、一般公共服务支出|60.00",
        "二、事业收入|0.00|二、住房保障支出|40.00",
        $"本年收入合计|{income}|本年支出合计|{total}",
        $"收入总计|{income}|支出总计|{total}");

    private static Sheet Expenditure(string housing = "40.00", string basic = "30.00", string project = "10.00") => new(
        "expenditure_summary", "code|label|total|basic|project",
        "|合计|100.00|90.00|10.00", "201|一般公共服务支出|60.00|60.00|0.00", $"221|住房保障支出|{housing}|{basic}|{project}");

    private static Sheet General(string basic = "30.00", string project = "10.00") => new(
        "general_public_budget_expenditure", "code|label|total|basic|project",
        "|合计|100.00|90.00|10.00", "201|一般公共服务支出|60.00|60.00|0.00", $"221|住房保障支出|40.00|{basic}|{project}");

    [Fact]
    public void Classes_by_name_and_codes_agree_over_three_tables()
    {
        var outcome = Sheet.Check(Summary(), Expenditure(), General());
        Assert.Equal(3, outcome.Checks.Count(c => c.Identity == "X2"));
        Assert.Equal(5, outcome.Checks.Count(c => c.Identity == "X7"));
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }

    [Fact]
    public void A_block_whose_rows_are_lost_has_no_total_and_harms_no_check()
    {
        var document = Sheet.Document(Summary(), Expenditure(), General());
        var torn = document.Tables.Replace(document.Tables[1], document.Tables[1] with { Rows = [] });

        var outcome = Checker.Check(DocumentIdentity.Unknown, torn, document.Facts, [], []);

        Assert.DoesNotContain(outcome.Checks, c => c.Identity == "X2");
        Assert.Contains(outcome.Checks, c => c.Result == CheckResult.Pass);
    }

    [Fact]
    public void Codes_are_not_compared_where_one_table_has_more_money()
    {
        var general = new Sheet("general_public_budget_expenditure", "code|label|total", "|合计|70.00", "201|一般公共服务支出|70.00");
        Assert.DoesNotContain(Sheet.Check(Expenditure(), general).Checks, c => c.Identity == "X7");
    }

    [Fact]
    public void Exchanged_columns_are_one_anomaly_of_the_table()
    {
        var outcome = Sheet.Check(Expenditure(), General("10.00", "30.00"));
        var anomaly = Assert.Single(outcome.Anomalies);
        Assert.Equal(("columns-swapped", "general_public_budget_expenditure", "10.00", "30.00"), (anomaly.Code.Id, anomaly.TableKind, anomaly.Found, anomaly.Expected));
        Assert.Equal(2, outcome.Facts.Count(f => f.Status == FactStatus.Doubtful));
    }

    [Fact]
    public void A_unit_that_is_wrong_by_ten_thousand_is_one_anomaly()
    {
        var wrong = new Sheet("general_public_budget_expenditure", "code|label|total", "|合计|100.00", "201|一般公共服务支出|60.00", "221|住房保障支出|40.00") { Unit = Unit.TenThousand };
        var fiscal = new Sheet(
            "fiscal_appropriation_summary", "label|income.total|/label|expenditure.total|expenditure.general_public",
            "一、本年收入|100.00|一、本年支出|100.00|100.00", "(一)一般公共预算拨款|100.00|(一)一般公共服务支出|60.00|60.00", "||(二)住房保障支出|40.00|40.00", "收入总计|100.00|支出总计|100.00|100.00");
        var anomaly = Assert.Single(Sheet.Check(Summary(), fiscal, wrong).Anomalies);
        Assert.Equal(("unit-contradiction", "general_public_budget_expenditure", "万元", "元"), (anomaly.Code.Id, anomaly.TableKind, anomaly.Found, anomaly.Expected));
    }

    [Fact]
    public void A_row_that_stands_twice_is_named()
    {
        var outcome = Sheet.Check(new Sheet(
            "expenditure_summary", "code|label|total", "201|一般公共服务支出|50.00", "20101|人大事务|20.00", "20103|政府办公厅事务|30.00", "20103|政府办公厅事务|30.00"));
        var anomaly = Assert.Single(outcome.Anomalies);
        Assert.Equal(("duplicated-row", "20103-政府办公厅事务", 3), (anomaly.Code.Id, anomaly.Label, anomaly.Where.Row));
    }

    [Fact]
    public void A_second_budget_in_the_document_is_compared_with_itself_only()
    {
        var small = new Sheet("expenditure_summary", "code|label|total", "|合计|9.00", "201|一般公共服务支出|9.00");
        Assert.All(Sheet.Check(Summary(), Expenditure(), small).Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }
}
