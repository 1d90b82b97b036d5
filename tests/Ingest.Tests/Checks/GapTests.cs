using System.Collections.Immutable;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Rows;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class GapTests
{
    private const string Kind = "expenditure_summary";

    private static readonly string[] Rows = ["|合计|100.00", "201|甲|60.00", "2010101|乙|60.00", "208|丙|40.00", "2080101|丁|15.00"];

    private static Sheet Table(params string[] rows) => new(Kind, "code|label|total", rows);

    /// <summary>The tables stand on the pages given; what the stages before brought up is given too.</summary>
    private static CheckOutcome Check(Sheet[] sheets, int[] pages, params Anomaly[] reading) => Check(Sheet.Document(sheets), pages, reading);

    private static CheckOutcome Check(ParsedDocument document, int[] pages, params Anomaly[] reading)
    {
        var tables = document.Tables.Select((t, i) => t with { Title = i == 0 ? t.Title : null, Kind = t.Kind!.Length == 0 ? null : t.Kind, Source = t.Source with { Pages = [pages[i]] } }).ToImmutableArray();
        return Checker.Check(DocumentIdentity.Unknown, tables, [.. document.Facts.Where(f => f.Kind.Length > 0)], [], [.. reading]);
    }

    private static CheckResult LastSum(CheckOutcome outcome) => outcome.Checks.Last(c => c.Identity == "S3.tree" && c.TableOrdinal == 1).Result;

    private static Anomaly Lost(AnomalyCode code, int page, int table = -1, int row = -1, string kind = "") => new(code, new CellRef(new PageBox(page, default), table, row), kind, "", "", "", "", "");

    [Theory]
    [InlineData(2, "", CheckResult.Unverifiable)]
    [InlineData(2, Kind, CheckResult.Unverifiable)]
    [InlineData(3, "", CheckResult.Fail)]
    [InlineData(2, "three_public_expenses", CheckResult.Fail)]
    public void A_list_that_ends_at_its_page_before_a_piece_of_a_table_is_open(int page, string kind, CheckResult result)
    {
        var outcome = Check([Table(Rows), new Sheet(kind, "code|label|total", "2080102|戊|10.50", "2080103|己|14.50", "2080104|庚|1.50")], [1, page]);
        Assert.Equal(result, LastSum(outcome));
        Assert.Equal(result == CheckResult.Fail ? AnomalyCodes.ColumnSum : AnomalyCodes.RowsLost, Assert.Single(outcome.Anomalies, a => a.Where.Table == 1).Code);
    }

    [Fact]
    public void A_list_in_the_middle_of_a_table_that_goes_on_is_not_open()
    {
        string[] rows = ["|合计|100.00", "201|甲|60.00", "2010101|乙|50.00", "208|丙|40.00", "2080101|丁|40.00"];
        Assert.Contains(Check([Table(rows), Table("2080102|戊|10.50")], [1, 2]).Checks, c => c.Result == CheckResult.Fail);
    }

    [Fact]
    public void A_list_that_holds_too_much_is_wrong_whatever_follows()
    {
        string[] rows = [.. Rows[..4], "2080101|丁|45.00"];
        Assert.Equal(CheckResult.Fail, LastSum(Check([Table(rows), Table("2080102|戊|10.50")], [1, 2])));
    }

    [Theory]
    [InlineData(2, CheckResult.Unverifiable)]
    [InlineData(3, CheckResult.Fail)]
    public void A_list_before_a_page_that_was_lost_is_open(int page, CheckResult result) =>
        Assert.Equal(result, LastSum(Check([Table(Rows)], [1], Lost(AnomalyCodes.PageUnreadable, page))));

    [Fact]
    public void A_sum_over_a_row_without_name_that_was_not_read_is_unverifiable()
    {
        string[] rows = [.. Rows, "|| ?", "2080102|戊|20.00"];
        Assert.Equal(CheckResult.Unverifiable, LastSum(Check([Table(rows)], [1], Lost(AnomalyCodes.UnreadableNumber, 1, 1, 5))));
    }

    [Fact]
    public void A_sum_beside_an_unreadable_cell_of_another_column_fails()
    {
        var sheet = new Sheet("general_public_budget_basic_expenditure", "code|label|personnel|operating", "301|甲|90.00|", "30101|乙|40.00|", "30102|丙|?|", "302|丁||50.00", "30201|戊||20.00", "30202|己||20.00") { Scheme = "department_economic" };
        var outcome = Check([sheet], [1], Lost(AnomalyCodes.UnreadableNumber, 1, 1, 2));
        Assert.Contains(outcome.Checks, c => c.ColumnPath == "operating" && c.Result == CheckResult.Fail);
    }

    [Fact]
    public void Sums_down_a_table_that_lost_rows_are_unverifiable() =>
        Assert.Equal(CheckResult.Unverifiable, LastSum(Check([Table(Rows)], [1], Lost(AnomalyCodes.TableInTable, 1, 1))));

    [Fact]
    public void A_sum_through_a_figure_whose_place_is_in_doubt_accuses_nobody()
    {
        var document = Sheet.Document(Table(Rows));
        var facts = document.Facts.SetItem(4, document.Facts[4] with { Status = FactStatus.Doubtful });
        var outcome = Checker.Check(DocumentIdentity.Unknown, document.Tables, facts, [], []);
        Assert.Equal(CheckResult.Unverifiable, LastSum(outcome));
        Assert.Empty(outcome.Anomalies);
    }

    [Fact]
    public void A_sum_in_a_table_whose_unit_is_in_doubt_fails_all_the_same()
    {
        var document = Sheet.Document(Table(Rows));
        var outcome = Checker.Check(DocumentIdentity.Unknown, [document.Tables[0] with { UnitDoubtful = true }], [.. document.Facts.Select(f => f with { Status = FactStatus.Doubtful })], [], []);
        Assert.Equal(CheckResult.Fail, LastSum(outcome));
    }

    [Fact]
    public void A_total_behind_its_parts_is_open_where_these_began_in_the_table_before()
    {
        var first = new Sheet("revenue_expenditure_summary", "label|income.total", "一、甲|60.00", "二、乙|10.00");
        var second = new Sheet("revenue_expenditure_summary", "label|income.total", "三、丙|20.00", "四、丁|10.00", "本年收入合计|100.00");
        Assert.Contains(Check([first, second], [1, 1]).Checks, c => c.Identity == "S1.income_total" && c.Result == CheckResult.Unverifiable);
        Assert.Contains(Check([second], [1]).Checks, c => c.Identity == "S1.income_total" && c.Result == CheckResult.Fail);
    }

    /// <summary>Two figures tell of no table by themselves; the stage before knows that they go on with this one.</summary>
    [Theory]
    [InlineData(Kind, CheckResult.Unverifiable)]
    [InlineData("three_public_expenses", CheckResult.Fail)]
    public void A_list_before_a_piece_that_is_said_to_go_on_with_it_is_open(string kind, CheckResult result) =>
        Assert.Equal(result, LastSum(Check([Table(Rows), new Sheet("", "label|total", "己|25.00")], [1, 2], Lost(AnomalyCodes.UnreadTable, 2, 2, -1, kind))));

    [Theory]
    [InlineData("208|丙|40.00", CheckResult.Unverifiable)]
    [InlineData("|合计|40.00", CheckResult.Fail)]
    public void A_list_without_a_total_goes_on_in_the_next_table_that_ends_with_it(string top, CheckResult result)
    {
        var outcome = Check([Table(top, "20801|丁|40.00", "2080101|戊|15.00"), Table("2080102|己|25.00", "|合计|40.00")], [1, 2]);
        Assert.Equal(result, outcome.Checks.Last(c => c.TableOrdinal == 1 && c.Right == "15.00").Result);
    }

    /// <summary>A column of changes: what follows may be less than nothing.</summary>
    [Theory]
    [InlineData("-5.00", CheckResult.Unverifiable)]
    [InlineData("5.00", CheckResult.Fail)]
    public void A_list_that_holds_too_much_is_open_where_figures_may_be_negative(string change, CheckResult result)
    {
        string[] rows = [.. Rows[..3], $"2010102|乙|{change}", "208|丙|40.00", "2080101|丁|45.00"];
        var sum = Check([Table(rows), Table("2080102|戊|10.50")], [1, 2]).Checks.Last(c => c.TableOrdinal == 1 && c.Right == "45.00");
        Assert.Equal(result, sum.Result);
    }

    /// <summary>In the rest of a list the level of a row is told by what stood before it: only codes say it without that, and a unit is no part of a project.</summary>
    [Theory]
    [InlineData("53010323286T000000107|项目|30.00", "286002|单位|20.00", 2, CheckResult.Unverifiable)]
    [InlineData("53010323286T000000107|项目|30.00", "286002|单位|20.00", 3, CheckResult.Fail)]
    [InlineData("286002|单位|30.00", "53010323286T000000107|项目|20.00", 2, CheckResult.Fail)]
    public void Sums_in_the_rest_of_a_list_are_those_that_codes_tell(string first, string second, int page, CheckResult result)
    {
        var outcome = Check(TwoSchemes([Table(Rows[..4]), Table(first, second)]), [1, page]);
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.TableOrdinal == 2 && c.Left == "30.00").Result);
    }

    private static ParsedDocument TwoSchemes(Sheet[] sheets)
    {
        static BudgetRow Scheme(BudgetRow row) => row.Code.Length switch { 0 => row, > 10 => row with { CodeScheme = "project" }, 6 => row with { CodeScheme = "unit" }, _ => row };
        var document = Sheet.Document(sheets);
        var (tables, facts) = Hierarchy.Place([.. document.Tables.Select(t => t with { Rows = [.. t.Rows.Select(Scheme)] })], [.. document.Facts.Select(f => f with { Line = Scheme(f.Line) })]);
        return document with { Tables = tables, Facts = facts };
    }

    /// <summary>The totals stand on the next page: those of the year need not agree.</summary>
    [Theory]
    [InlineData(2, CheckResult.Unverifiable)]
    [InlineData(3, CheckResult.Fail)]
    public void Sides_whose_totals_were_cut_off_are_not_compared(int page, CheckResult result)
    {
        var sides = new Sheet("revenue_expenditure_summary", "label|income.total|/label|expenditure.total", "一、甲|60.00|一、乙|40.00", "二、丙|40.00|二、丁|90.00", "本年收入合计|100.00|本年支出合计|130.00");
        var rest = new Sheet("", "label|income.total|/label|expenditure.total", "上年结转|30.00|结转下年|", "收入总计|130.00|支出总计|130.00");
        Assert.Equal(result, Assert.Single(Check([sides, rest], [1, page]).Checks, c => c.Identity == "S1.balance").Result);
    }

    /// <summary>Leaves that make less than the total, in a table that goes on where it was not read: our loss, not a doubt.</summary>
    [Theory]
    [InlineData(2, "rows-lost")]
    [InlineData(3, "leaves-total")]
    public void Leaves_of_a_table_that_goes_on_are_lost(int page, string code)
    {
        Assert.Contains(code, Check([Table("|合计|12.00", "201|甲|9.00", "20101|乙|-", "202|丙|3.00"), new Sheet("", "label|total", "甲|1.50", "乙|2.50", "丙|3.50")], [1, page]).Anomalies.Select(a => a.Code.Id));
    }

    /// <summary>The right half of a spread has no names; behind it the list goes on under the same title, without a total.</summary>
    [Theory]
    [InlineData("丁项目|33.00", CheckResult.Unverifiable)]
    [InlineData("合计|33.00", CheckResult.Fail)]
    public void A_list_goes_on_behind_the_right_half_of_its_spread(string next, CheckResult result)
    {
        const string kind = "gov_fund_transfers";
        var document = Sheet.Document(new Sheet(kind, "label|total", "合计|98.00", "甲项目|40.00", "乙项目|25.00"), new Sheet("", "label|total", "|1.00", "|2.00"), new Sheet(kind, "label|total", next));
        var tables = document.Tables.Select((t, i) => t with { Title = i == 1 ? null : "转移支付表", Kind = i == 1 ? null : kind, Source = t.Source with { Pages = [i + 1] } }).ToImmutableArray();
        var outcome = Checker.Check(DocumentIdentity.Unknown, tables, [.. document.Facts.Where(f => f.Kind.Length > 0)], [], []);
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.TableOrdinal == 1).Result);
    }

    /// <summary>十五 at the foot of a page and 二十一 at the head of the next: five rows were not read. A publisher may leave numbers out within a page.</summary>
    [Theory]
    [InlineData("二十一、丙", 2, CheckResult.Unverifiable)]
    [InlineData("十六、丙", 2, CheckResult.Fail)]
    [InlineData("二十一、丙", 1, CheckResult.Fail)]
    public void A_list_whose_numbers_jump_where_the_page_ends_lacks_rows_that_were_not_read(string label, int page, CheckResult result)
    {
        var document = Sheet.Document(new Sheet("revenue_expenditure_summary", "label|expenditure.total", "十四、甲|20.00", "十五、乙|30.00", $"{label}|40.00", "本年支出合计|100.00"));
        var facts = document.Facts.Select(f => f with { Where = f.Where with { Area = new PageBox(f.Where.Row < 2 ? 1 : page, default) } });
        var outcome = Checker.Check(DocumentIdentity.Unknown, document.Tables, [.. facts], [], []);
        Assert.Equal(result, Assert.Single(outcome.Checks).Result);
        Assert.Equal(result == CheckResult.Fail ? AnomalyCodes.ColumnSum : AnomalyCodes.RowsLost, Assert.Single(outcome.Anomalies).Code);
    }
}
