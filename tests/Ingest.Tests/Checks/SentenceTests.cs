using Ingest.Core.Checks;
using Ingest.Core.Model;
using static Ingest.Tests.Checks.Said;

namespace Ingest.Tests.Checks;

public class SentenceTests
{
    private static readonly Sheet Table = new(
        "general_public_budget_expenditure", "code|label|total|basic|project",
        "|合计|13214710.41|4333910.41|8880800.00",
        "2010350|事业运行|4333910.41|4333910.41|0.00",
        "2010399|其他政府办公厅(室)及相关机构事务支出|8880800.00|0.00|8880800.00");

    private static CheckOutcome Check(params NarrativeFact[] facts) => Sheet.Check([Table], facts);

    [Theory]
    [InlineData("2023年一般公共预算支出预算", "1321.47万元")]
    [InlineData("基本支出", "433.39万元")]
    [InlineData("项目支出", "888.1万元")]
    [InlineData("其他政府办公厅(室)及相关机构事务支出", "888.08万元")]
    [InlineData("其他政府办公厅(室)及相关机构事务支出(项)", "888万元")]
    public void A_rounded_figure_of_the_tables_passes(string subject, string shown)
    {
        var outcome = Check(Amount(subject, shown));
        var check = Assert.Single(outcome.Checks, c => c.Identity == "N1");
        Assert.Equal(CheckResult.Pass, check.Result);
        Assert.Equal(("", -1, -1, subject), (check.TableKind, check.TableOrdinal, check.Row, check.ColumnPath)); // it belongs to no table
        Assert.Empty(outcome.Anomalies);
    }

    [Fact]
    public void A_figure_cut_off_instead_of_rounded_is_only_a_note()
    {
        var outcome = Check(Amount("2023年一般公共预算支出预算", "1321.4万元"));
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Identity == "N1").Result);
        Assert.Equal("rounding", Assert.Single(outcome.Anomalies).Code.Id);
    }

    /// <summary>The figure that the sentence seems to contradict was torn from its cell: it accuses nobody.</summary>
    [Theory]
    [InlineData(FactStatus.Unverified, CheckResult.Fail)]
    [InlineData(FactStatus.Doubtful, CheckResult.Unverifiable)]
    public void A_figure_whose_place_is_in_doubt_refutes_no_sentence(FactStatus status, CheckResult result)
    {
        var document = Sheet.Document(new Sheet("general_public_budget_basic_expenditure", "code|label|total", "301|工资福利支出|1226.90", "302|商品和服务支出|40.00") { Scheme = "department_economic", Unit = Unit.TenThousand });
        var outcome = Checker.Check(DocumentIdentity.Unknown, document.Tables, document.Facts.SetItem(0, document.Facts[0] with { Status = status }), [Amount("工资福利支出", "1226.95万元")], []);
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.Identity == "N1").Result);
    }

    /// <summary>A column of which nobody knows what it is may hold the figure.</summary>
    [Theory]
    [InlineData("business", CheckResult.Fail)]
    [InlineData("unknown", CheckResult.Unverifiable)]
    public void A_table_with_columns_of_unknown_meaning_refutes_no_sentence(string column, CheckResult result)
    {
        var outcome = Sheet.Check([new Sheet("expenditure_summary", $"code|label|total|basic|{column}", "|合计|5000.00|3198.02|1801.98", "201|甲|5000.00|3198.02|1801.98") { Unit = Unit.TenThousand }], Amount("基本支出", "1707.75万元"));
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.Identity == "N1").Result);
    }

    [Fact]
    public void A_figure_that_the_tables_do_not_have_is_a_mismatch()
    {
        var anomaly = Assert.Single(Check(Amount("其他政府办公厅(室)及相关机构事务支出", "88.08万元")).Anomalies);
        Assert.Equal(("narrative-mismatch", "88.08万元", "888.08万元"), (anomaly.Code.Id, anomaly.Found, anomaly.Expected));
    }

    [Theory]
    [InlineData("2022年一般公共预算支出预算", "1214万元")]
    [InlineData("上年结转一般公共预算", "3万元")]
    [InlineData("网络机房改造", "7万元")]
    public void Nothing_is_claimed_of_what_the_tables_do_not_name(string subject, string shown)
    {
        var outcome = Sheet.Check([Table], [Amount(subject, shown)]);
        Assert.DoesNotContain(outcome.Checks, c => c.Identity == "N1" && subject.Contains("网络", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Anomalies, a => subject.Contains("上年", StringComparison.Ordinal) || subject.Contains("网络", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_something_else_is_not_the_row_of_that_name()
    {
        var outcome = Check(Amount("机房改造", "50万元"), Amount("事业运行", "7万元", 2, context: "机房改造"), Amount("事业运行", "8万元", 3, context: "机关运行经费安排情况"));
        Assert.DoesNotContain(outcome.Checks, c => c.Identity == "N1");
    }

    [Theory]
    [InlineData("8%", "8.85%")]
    [InlineData("51.20%", "8.85%")]
    public void A_growth_rate_follows_from_the_amounts(string shown, string expected)
    {
        var outcome = Check(Amount("总额", "1321.47万元"), Amount("总额", "107.47万元", 1, "change_amount"), Rate("growth_rate", "总额", shown));
        var anomaly = Assert.Single(outcome.Anomalies);
        Assert.Equal(("growth-mismatch", shown, expected), (anomaly.Code.Id, anomaly.Found, anomaly.Expected));
    }

    [Theory]
    [InlineData("8.85%")]
    [InlineData("9%")]
    [InlineData("8.9%")]
    public void A_growth_rate_is_rounded_as_it_is_printed(string shown)
    {
        var outcome = Check(Amount("总额", "1321.47万元"), Amount("总额", "107.47万元", 1, "change_amount"), Rate("growth_rate", "总额", shown));
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Identity == "N3").Result);
    }

    [Fact]
    public void Parts_of_a_complete_list_make_the_whole_within_rounding()
    {
        var outcome = Check(Amount("基本支出", "433.39万元"), Amount("人员经费", "402.94万元", 2, context: "三/基本支出"), Amount("公用经费", "30.46万元", 3, context: "三/基本支出"));
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Identity == "N5").Result);
        var note = Assert.Single(outcome.Anomalies);
        Assert.Equal(Severity.Note, note.Code.Severity);
    }

    [Fact]
    public void Parts_that_do_not_make_the_whole_are_a_mismatch()
    {
        var outcome = Check(
            Amount("安排“三公”经费", "16.6万元"), Amount("因公出国(境)费", "0万元", context: "安排“三公”经费"),
            Amount("公务用车购置及运行费", "19万元", context: "安排“三公”经费"), Amount("公务接待费", "1.6万元", context: "安排“三公”经费"));
        Assert.Equal(("narrative-mismatch", "16.6万元", "20.6万元"), Assert.Single(outcome.Anomalies) is var a ? (a.Code.Id, a.Found, a.Expected) : default);
    }

    [Fact]
    public void A_list_with_further_parts_beside_it_is_not_complete() => Assert.Empty(Check(
        Amount("安排三公", "16.6万元"), Amount("公务用车购置费", "5万元", context: "安排三公"), Amount("公务用车运行费", "10万元", context: "安排三公"),
        Amount("公务接待费", "1.6万元", context: "安排三公")).Anomalies);

    [Fact]
    public void A_growth_rate_cut_off_instead_of_rounded_is_only_a_note()
    {
        var outcome = Check(Amount("总额", "1321.47万元"), Amount("总额", "107.48万元", 1, "change_amount"), Rate("growth_rate", "总额", "8.85%"));
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Identity == "N3").Result);
        outcome = Check(Amount("总额", "20000.00万元"), Amount("总额", "338.12万元", 1, "change_amount"), Rate("growth_rate", "总额", "1.71%"));
        Assert.Equal(("rounding", "1.72%"), Assert.Single(outcome.Anomalies) is var note ? (note.Code.Id, note.Expected) : default);
    }

    [Fact]
    public void Running_costs_are_at_most_the_operating_costs()
    {
        var basic = new Sheet("general_public_budget_basic_expenditure", "code|label|total|personnel|operating", "|合计|400.00|300.00|100.00") { Scheme = "department_economic", Unit = Unit.TenThousand };
        CheckResult Of(string shown) => Assert.Single(Sheet.Check([basic], [Amount("本单位机关运行经费", shown)]).Checks, c => c.Identity == "N6").Result;
        Assert.Equal([CheckResult.Pass, CheckResult.NotApplicable, CheckResult.Fail], new[] { Of("100.00万元"), Of("60万元"), Of("160万元") });
    }

    private static CheckResult Compared(string shown, params Anomaly[] reading) => Compared("2023年一般公共预算支出预算", shown, reading);

    private static CheckResult Compared(string subject, string shown, params Anomaly[] reading)
    {
        var document = Sheet.Document(Table);
        return Assert.Single(Checker.Check(DocumentIdentity.Unknown, document.Tables, document.Facts, [Amount(subject, shown)], [.. reading]).Checks, c => c.Identity == "N1").Result;
    }

    [Theory]
    [InlineData("1500.26万元", CheckResult.Unverifiable)]
    [InlineData("1312.47万元", CheckResult.Fail)]
    [InlineData("1821.47万元", CheckResult.Fail)]
    public void Where_the_table_of_a_sentence_was_not_read_whole_only_a_slip_contradicts_it(string shown, CheckResult result)
    {
        var lost = new Anomaly(AnomalyCodes.TableInTable, new CellRef(default, 1), "general_public_budget_expenditure", "", "", "", "", "");
        Assert.Equal(result, Compared(shown, lost));
        Assert.Equal(CheckResult.Fail, Compared(shown));
    }

    /// <summary>A row of that name may stand in whatever table was lost.</summary>
    [Fact]
    public void Where_any_table_was_lost_a_sentence_on_a_row_is_not_contradicted()
    {
        var lost = new Anomaly(AnomalyCodes.TableInTable, new CellRef(default, 1), "three_public_expenses", "", "", "", "", "");
        Assert.Equal([CheckResult.Unverifiable, CheckResult.Fail], new[] { Compared("事业运行", "500.26万元", lost), Compared("事业运行", "500.26万元") });
    }

    [Fact]
    public void Where_another_table_was_lost_the_sentence_is_contradicted() => Assert.Equal(
        CheckResult.Fail, Compared("1500.26万元", new Anomaly(AnomalyCodes.MissingTable, new CellRef(default), "three_public_expenses", "", "", "", "", "")));

    [Fact]
    public void The_part_that_no_table_bears_out_is_the_one_that_breaks_the_list()
    {
        var whole = Amount("部门支出预算", "1321.47万元", 1);
        var document = Sheet.Document(Table);
        var lost = new Anomaly(AnomalyCodes.TableInTable, new CellRef(default, 1), "general_public_budget_expenditure", "", "", "", "", "");
        var outcome = Checker.Check(DocumentIdentity.Unknown, document.Tables, document.Facts,
            [whole, Amount("基本支出", "433.39万元", 1, context: "部门支出预算"), Amount("项目支出", "700.12万元", 1, context: "部门支出预算")], [lost]);
        Assert.Contains(outcome.Anomalies, a => a is { Found: "700.12万元", Expected: "888.08万元" });
    }

    [Fact]
    public void A_growth_rate_accuses_the_publisher_only_where_the_tables_bear_out_its_figures()
    {
        NarrativeFact[] said = [Amount("2023年一般公共预算支出预算", "1321.47万元"), Amount("2023年一般公共预算支出预算", "321.47万元", 1, "change_amount"), Rate("growth_rate", "2023年一般公共预算支出预算", "8%")];
        var prior = new Sheet("general_public_budget_expenditure", "code|label|total|prior.total", "|合计|13214710.41|10000000.41", "2010350|事业运行|13214710.41|10000000.41");
        Assert.Equal(Origin.Unknown, Assert.Single(Check(said).Anomalies).Origin);
        Assert.Equal(Origin.Publisher, Assert.Single(Sheet.Check([prior], said).Anomalies).Origin);
    }

    /// <summary>8037万元,较上年减少510万元,下降6%,较预算减少5415万元,下降40%: each rate is of the change before it.</summary>
    [Theory]
    [InlineData("-40.3%", 0)]
    [InlineData("-30.3%", 1)]
    public void A_rate_follows_from_the_change_before_it(string second, int told)
    {
        var outcome = Check(Amount("总额", "8037万元"), Amount("总额", "-510万元", 1, "change_amount"), Rate("growth_rate", "总额", "-6.0%"), Amount("总额", "-5415万元", 1, "change_amount"), Rate("growth_rate", "总额", second));
        Assert.Equal(told, outcome.Anomalies.Count(a => a.Code == AnomalyCodes.GrowthMismatch));
    }
}
