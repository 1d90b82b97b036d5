using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class SumTests
{
    [Fact]
    public void A_row_whose_parts_add_up_passes()
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", "2010101|行政运行|100.00|60.00|40.00"));
        var check = Assert.Single(outcome.Checks);
        Assert.Equal(("S3.row", CheckResult.Pass, "100.00", "100.00", "0"), (check.Identity, check.Result, check.Left, check.Right, check.Tolerance));
        Assert.All(outcome.Facts, f => Assert.Equal(FactStatus.Verified, f.Status));
    }

    [Fact]
    public void Nothing_printed_or_only_zeros_is_no_evidence()
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", "2010101|甲|0.00||-", "2010102|乙|||"));
        Assert.Empty(outcome.Checks);
    }

    [Fact]
    public void Parents_are_the_sums_of_their_children_in_every_money_column()
    {
        var outcome = Sheet.Check(new Sheet(
            "government_fund_expenditure", "code|label|total|project",
            "|合计|70.00|70.00",
            "201|一般公共服务支出|50.00|50.00", "20101|人大事务|50.00|50.00", "2010101|行政运行|20.00|20.00", "2010102|一般行政管理事务|30.00|30.00",
            "208|社会保障和就业支出|20.00|20.00"));
        Assert.Equal(6, outcome.Checks.Count(c => c.Identity == "S3.tree" && c.Result == CheckResult.Pass));
        Assert.Empty(outcome.Anomalies);
    }

    [Fact]
    public void A_heading_without_figures_lets_its_rows_belong_to_the_row_above()
    {
        var outcome = Sheet.Check(new Sheet(
            "expenditure_summary", "code|label|total", "|合计|50.00", "201|一般公共服务支出|", "20101|人大事务|20.00", "20102|政协事务|30.00"));
        var check = Assert.Single(outcome.Checks);
        Assert.Equal(("50.00", "50.00"), (check.Left, check.Right));
    }

    [Fact]
    public void Units_and_projects_form_one_tree()
    {
        var outcome = Sheet.Check(new Sheet(
            "government_procurement", "code|label|amount", "|合计|8", "03|行政文教科|8", "121|中心|8", "121001|本级|5", "121001|本级|3") { Scheme = "unit" });
        Assert.Equal(3, outcome.Checks.Length);
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }

    [Theory]
    [InlineData("70.00", CheckResult.Pass)]
    [InlineData("7.00", CheckResult.Fail)]
    public void Two_lists_of_the_same_spending_close_in_the_one_total_whose_name_covers_both(string amount, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet(
            "revenue_expenditure_summary", "label|income.total|/label|expenditure.total|/label|expenditure.total",
            $"一、财政拨款|100.00|一、公共安全支出|{amount}|一、基本支出|60.00",
            "二、其他资金||二、住房保障支出|30.00|二、项目支出|40.00",
            "当年收入小计|100.00|当年支出小计|~|当年支出小计|100.00",
            "收入合计|100.00|支出合计|~|支出合计|100.00"));
        var sums = outcome.Checks.Where(c => c.Identity == "S1.exp_sum").ToArray();
        Assert.Equal([result, CheckResult.Pass], sums.Select(c => c.Result).OrderByDescending(r => r));
        Assert.Equal(result == CheckResult.Fail, outcome.Facts.Any(f => f.Status == FactStatus.Doubtful));
    }

    [Fact]
    public void Two_sided_tables_close_on_both_sides_and_balance()
    {
        var outcome = Sheet.Check(new Sheet(
            "revenue_expenditure_summary", "label|income.total|/label|expenditure.total",
            "一、一般公共预算拨款收入|90.00|一、一般公共服务支出|70.00",
            "二、事业收入|10.00|二、国防支出|25.00",
            "其中：教育收费|4.00||",
            "本年收入合计|100.00|本年支出合计|95.00",
            "上年结转结余|5.00|结转下年|10.00",
            "收入总计|105.00|支出总计|105.00"));
        Assert.Equal(["S1.balance", "S1.exp_sum", "S1.exp_total", "S1.income_sum", "S1.income_total"], outcome.Checks.Select(c => c.Identity).Order(StringComparer.Ordinal));
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }

    [Fact]
    public void Numbered_rows_below_a_numbered_row_are_its_parts()
    {
        var outcome = Sheet.Check(new Sheet(
            "fiscal_appropriation_summary", "label|income.total",
            "一、本年收入|7.00", "(一)一般公共预算拨款|4.00", "(二)政府性基金预算拨款|3.00", "二、上年结转|2.00", "(一)一般公共预算拨款|2.00", "收入总计|9.00"));
        Assert.Equal(3, outcome.Checks.Count(c => c.Identity == "S4.inc" && c.Result == CheckResult.Pass));
    }

    [Fact]
    public void The_carry_over_may_be_numbered_anew_below_the_subtotal()
    {
        var outcome = Sheet.Check(new Sheet(
            "fiscal_appropriation_summary", "label|income.total",
            "一、一般公共预算资金|10.00", "本年收入合计|10.00", "上年结转结余|5.00", "一、一般公共预算拨款|3.00", "二、政府性基金预算拨款|2.00", "收入总计|15.00"));
        Assert.Equal(["10.00", "15.00", "5.00"], outcome.Checks.Select(c => c.Left).Order(StringComparer.Ordinal));
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }

    [Theory]
    [InlineData("100.01", CheckResult.Pass)]
    [InlineData("100.02", CheckResult.Fail)]
    public void Rounding_allows_half_a_step_for_each_printed_amount(string total, CheckResult expected)
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", $"2010101|甲|{total}|60.00|40.00") { Unit = Unit.TenThousand });
        var check = Assert.Single(outcome.Checks);
        Assert.Equal((expected, "150"), (check.Result, check.Tolerance));
    }

    [Fact]
    public void Dropped_trailing_zeros_do_not_widen_the_tolerance()
    {
        var outcome = Sheet.Check(new Sheet(
            "expenditure_summary", "code|label|total|basic|project", "2010101|甲|100|60|40", "2010102|乙|3.21|1.16|2.05", "2010103|丙|5.55|1.11|4.44") { Unit = Unit.TenThousand });
        Assert.Equal("150", outcome.Checks[0].Tolerance);
    }

    [Fact]
    public void A_sum_over_a_cell_that_was_not_read_is_neither_pass_nor_fail()
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", "2010101|甲|100.00|60.00|?", "2010102|乙|100.00|60.00|40.00!"));
        Assert.Equal([CheckResult.Unverifiable, CheckResult.Unverifiable], outcome.Checks.Select(c => c.Result));
        Assert.Empty(outcome.Anomalies);
    }

    [Fact]
    public void A_blank_counts_as_nothing_only_where_the_whole_table_was_read()
    {
        const string Columns = "code|label|total|basic|project";
        Assert.Equal(CheckResult.Pass, Sheet.Check(new Sheet("expenditure_summary", Columns, "2010101|甲|60.00|60.00|")).Checks[0].Result);
        Assert.Equal(CheckResult.Unverifiable, Sheet.Check(new Sheet("expenditure_summary", Columns, "2010101|甲|60.00|60.00|", "2010102|乙!|1.00|1.00|")).Checks[0].Result);
    }

    [Fact]
    public void A_column_of_unknown_meaning_that_holds_something_leaves_the_row_open()
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project|unknown", "2010101|甲|100.00|60.00|30.00|10.00", "2010102|乙|90.00|60.00|30.00|"));
        Assert.Equal("90.00", Assert.Single(outcome.Checks).Left);
    }

    [Fact]
    public void Totals_of_lists_from_which_secrets_are_left_out_are_not_blamed()
    {
        var outcome = Sheet.Check(new Sheet("project_expenditure", "label|total", "合计|525.00", "接访大厅运行经费|145.00", "信访业务工作经费|75.00")
        {
            Note = "注:根据国家保密法律法规和有关保密事项范围的规定,部分具体项目信息公开时予以剔除。",
        });
        Assert.Equal(CheckResult.NotApplicable, Assert.Single(outcome.Checks).Result);
        Assert.DoesNotContain(outcome.Anomalies, a => a.Code.Severity == Severity.Doubt);
    }

    [Fact]
    public void What_is_printed_below_a_blank_subtotal_stands_for_it()
    {
        var outcome = Sheet.Check(new Sheet("three_public_expenses", "label|total|abroad|reception|car|car.purchase|car.operation", "合计|40.77|17.10|0.15||18.69|4.83"));
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Identity == "S7.sum").Result);
        Assert.Empty(outcome.Anomalies);
    }

    [Fact]
    public void Numbers_that_begin_again_below_the_years_expenditure_make_it()
    {
        var outcome = Sheet.Check(new Sheet(
            "fiscal_appropriation_summary", "label|income.total|/label|expenditure.total",
            "一、本年收入|9.00|一、本年支出|9.00", "(一)一般公共预算拨款|9.00|一、一般公共服务支出|5.00", "二、上年结转|1.00|二、外交支出|", "||三、国防支出|4.00",
            "||二、年终结转结余|1.00", "收入总计|10.00|支出总计|10.00"));
        Assert.Equal(2, outcome.Checks.Count(c => c is { Identity: "S4.exp", Result: CheckResult.Pass }));
        Assert.Empty(outcome.Anomalies);
    }

    [Fact]
    public void Sources_beside_the_group_of_appropriations_are_part_of_the_total()
    {
        var outcome = Sheet.Check(new Sheet(
            "basic_expenditure_detail", "label|total|current.subtotal|current.general_public|special_account|undertaking|other|carryover.subtotal", "合计|20.00|10.00|10.00|1.00|6.00|2.00|1.00"));
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Identity == "S2.row").Result);
        Assert.All(outcome.Facts, f => Assert.Equal(FactStatus.Verified, f.Status));
    }

    [Theory]
    [InlineData("expenditure_summary", "S3.row", "100.00", CheckResult.Pass)]
    [InlineData("expenditure_summary", "S3.row", "40.00", CheckResult.Fail)]
    [InlineData("general_public_budget_expenditure", "S5.row", "100.00", CheckResult.Pass)]
    public void Basic_expenditure_without_a_subtotal_is_the_sum_of_its_parts(string kind, string identity, string total, CheckResult expected)
    {
        var outcome = Sheet.Check(new Sheet(kind, "code|label|total|basic.personnel|basic.operating|project", $"2010101|行政运行|{total}|50.00|10.00|40.00"));
        Assert.Equal(expected, Assert.Single(outcome.Checks, c => c.Identity == identity).Result);
    }

    /// <summary>936647884.3 fills its column: the spreadsheet rounded it, and no zero was dropped.</summary>
    [Theory]
    [InlineData("936647884.3", "896647884.33", "40000000", CheckResult.Pass)]
    [InlineData("936647884.4", "896647884.33", "40000000", CheckResult.Fail)]
    [InlineData("9366.3", "8966.33", "400", CheckResult.Fail)]
    public void A_figure_that_does_not_fit_with_its_decimals_is_rounded(string total, string basic, string project, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", $"2010101|甲|{total}|{basic}|{project}",
            "2010102|乙|96647884.33|96647880.33|4.00", "2010103|丙|96647884.33|96647880.33|4.00"));
        Assert.Equal(result, outcome.Checks[0].Result);
    }

    /// <summary>A row without decimals in any column, and no round figures: all of it was rounded. Decimals in one column show that it was not.</summary>
    [Theory]
    [InlineData("30795|25037|5758", CheckResult.Pass)]
    [InlineData("30795|25037.00|5758", CheckResult.Fail)]
    [InlineData("30800|25037|5758", CheckResult.Fail)]
    public void A_row_that_is_coarser_than_its_columns_is_rounded(string row, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", "20101|甲|31193.21|26830.95|4362.26", "2010101|乙|398.18|1794.00|-1395.82", $"2010102|丙|{row}", "2010103|丁|0.02|0.01|0.01"));
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.Identity == "S3.tree" && c.ColumnPath == "total").Result);
    }

    /// <summary>22,118,861 beside 2,925,857.00: no zeros were dropped in this column, so it was rounded; where others drop theirs, it is whole.</summary>
    [Theory]
    [InlineData("23,101,553", "00", "00", "00", CheckResult.Pass)]
    [InlineData("23,101,552", "00", "00", "00", CheckResult.Fail)]
    [InlineData("23,101,553", "11", "99", "90", CheckResult.Fail)]
    public void A_figure_without_decimals_is_rounded_where_zeros_are_printed(string total, string first, string second, string third, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total", $"|合计|{total}", "204|公共安全支出|17,401,545.34", $"208|社会保障和就业支出|2,925,857.{first}", $"210|卫生健康支出|982,692.{second}", $"221|住房保障支出|1,791,459.{third}"));
        Assert.Equal(result, Assert.Single(outcome.Checks).Result);
    }

    /// <summary>Columns of negative figures add up among themselves: only the rows tell that the minus was a dash of the column beside.</summary>
    [Theory]
    [InlineData("70.00", FactStatus.Doubtful)]
    [InlineData("-70.00", FactStatus.Verified)]
    [InlineData("71.00", FactStatus.Verified)]
    public void A_minus_without_which_the_sum_holds_is_in_doubt(string total, FactStatus status)
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", $"|合计|{total}||-70.00", "20101|甲|50.00||-50.00", "20102|乙|20.00||-20.00"));
        Assert.Equal(status, outcome.Facts.Single(static f => f.Line.IsTotal && f.Column.Key == "project").Status);
    }

    /// <summary>Amounts in 万元 that all end in .00 were rounded to whole 万元; one that does not shows that they were not.</summary>
    [Theory]
    [InlineData("158,884.00", "1,491.00", CheckResult.Pass)]
    [InlineData("158,886.00", "1,491.00", CheckResult.Fail)]
    [InlineData("158,884.00", "1,491.01", CheckResult.Fail)]
    public void A_column_of_whole_units_of_ten_thousand_was_rounded(string total, string first, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("gov_fund_local_expenditure", "label|total", $"合计|{total}", $"城市公共设施|{first}", "城市环境卫生|122,596.00", "其他支出|34,796.00") { Unit = Unit.TenThousand });
        Assert.Equal(result, Assert.Single(outcome.Checks).Result);
    }

    /// <summary>Whole 元 are common.</summary>
    [Fact]
    public void A_column_of_whole_yuan_is_exact() =>
        Assert.Equal(CheckResult.Fail, Assert.Single(Sheet.Check(new Sheet("gov_fund_local_expenditure", "label|total", "合计|158,884.00", "城市公共设施|1,491.00", "城市环境卫生|122,596.00", "其他支出|34,796.00")).Checks).Result);

    /// <summary>The carry-over below it shows that 本年收入合计 is not the whole, and that the 总计 of both was not read.</summary>
    [Theory]
    [InlineData("24.00", CheckResult.Unverifiable, "rows-lost")]
    [InlineData("", CheckResult.Fail, "balance")]
    public void Sides_that_go_on_behind_their_last_totals_have_lost_rows(string carried, CheckResult result, string told)
    {
        var outcome = Sheet.Check(new Sheet("revenue_expenditure_summary", "label|income.total|/label|expenditure.total", "一、拨款收入|50.00|一、教育支出|74.00", "本年收入合计|50.00|本年支出合计|74.00", $"上年结转结余|{carried}|年终结转结余|"));
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.Identity == "S1.balance").Result);
        Assert.Equal(told, Assert.Single(outcome.Anomalies).Code.Id);
    }
}
