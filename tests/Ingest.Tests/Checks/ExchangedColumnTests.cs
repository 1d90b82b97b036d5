using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>Basic and project expenditure in each other's place: told once, in both languages, and the cells that are exchanged are in doubt.</summary>
public class ExchangedColumnTests
{
    private static Sheet Table(string kind, params string[] rows) => new(kind, "code|label|total|basic|project", rows);

    private static string[] Doubted(Core.Checks.CheckOutcome outcome) =>
        [.. outcome.Facts.Where(f => f.Status == FactStatus.Doubtful).Select(f => $"{f.Where.Table} {f.Line.Label} {f.Shown}")];

    [Fact]
    public void In_one_row()
    {
        var outcome = Sheet.Check(Table("expenditure_summary", "|合计|100.00|90.00|10.00", "201|甲|60.00|60.00|0.00", "221|乙|40.00|10.00|30.00"));
        var told = Assert.Single(outcome.Anomalies);
        Assert.Equal(("columns-swapped", "221-乙", "basic", "10.00", "30.00", Origin.Publisher), (told.Code.Id, told.Label, told.ColumnPath, told.Found, told.Expected, told.Origin));
        Assert.Equal(("basic and project are exchanged in this row; exchanged back, 2 sums hold", "本行中 basic 与 project 互换；换回后 2 个关系成立"), (told.Message, told.Chinese));
        Assert.Equal(["1 乙 10.00", "1 乙 30.00"], Doubted(outcome));
    }

    /// <summary>All parts of a row, but for one in which both figures are the same.</summary>
    [Fact]
    public void In_all_rows_below_a_sum()
    {
        var outcome = Sheet.Check(Table("expenditure_summary", "201|甲|110.00|75.00|35.00", "20101|乙|60.00|20.00|40.00", "20102|丙|40.00|10.00|30.00", "20103|丁|10.00|5.00|5.00"));
        var told = Assert.Single(outcome.Anomalies);
        Assert.Equal(("columns-swapped", "20101-乙", "20.00", "40.00"), (told.Code.Id, told.Label, told.Found, told.Expected));
        Assert.Contains("in 2 rows", told.Message, StringComparison.Ordinal);
        Assert.Contains("自本行起 2 行", told.Chinese, StringComparison.Ordinal);
        Assert.Equal(["1 乙 20.00", "1 乙 40.00", "1 丙 10.00", "1 丙 30.00"], Doubted(outcome));
    }

    /// <summary>Every row of the last table, which adds up by itself; the others agree with each other.</summary>
    [Fact]
    public void In_a_whole_table()
    {
        string[] rows = ["|合计|100.00|90.00|10.00", "201|甲|60.00|60.00|0.00", "221|乙|40.00|30.00|10.00"];
        var outcome = Sheet.Check(
            Table("expenditure_summary", rows), Table("fiscal_appropriation_expenditure", rows),
            Table("general_public_budget_expenditure", "|合计|100.00|10.00|90.00", "201|甲|60.00|0.00|60.00", "221|乙|40.00|10.00|30.00"));
        var told = Assert.Single(outcome.Anomalies);
        Assert.Equal(("columns-swapped", 3, 0, "10.00", "90.00"), (told.Code.Id, told.Where.Table, told.Where.Row, told.Found, told.Expected));
        Assert.Contains("in 3 rows, of which this is the first; exchanged back, 4 sums hold", told.Message, StringComparison.Ordinal);
        Assert.Equal(["3 合计 10.00", "3 合计 90.00", "3 甲 0.00", "3 甲 60.00", "3 乙 10.00", "3 乙 30.00"], Doubted(outcome));
    }

    /// <summary>A sum that was not read speaks neither for it nor against it.</summary>
    [Fact]
    public void Beside_a_figure_that_was_not_read() =>
        Assert.Equal(("columns-swapped", "221-乙"), Assert.Single(Sheet.Check(Table("expenditure_summary", "|合计|100.00|90.00|10.00", "201|甲|60.00|60.00|0.00", "221|乙|?|10.00|30.00")).Anomalies) is var told ? (told.Code.Id, told.Label) : default);

    /// <summary>It would close one column and break the other; close neither; or not be told from another row that fits as well.</summary>
    [Theory]
    [InlineData("|合计|100.00|90.00|15.00", "201|甲|60.00|60.00|0.00", "221|乙|40.00|10.00|30.00")]
    [InlineData("|合计|100.00|90.00|30.00", "201|甲|60.00|60.00|0.00", "221|乙|40.00|10.00|30.00")]
    [InlineData("|合计|100.00|90.00|10.00", "201|甲|60.00|60.00|0.00", "221|乙|41.00|11.00|30.00")]
    [InlineData("|合计|140.00|110.00|30.00", "201|甲|60.00|60.00|0.00", "221|乙|40.00|10.00|30.00", "222|丙|40.00|10.00|30.00")]
    public void Where_it_does_not_close_both_columns_nothing_is_said_of_an_exchange(params string[] rows) =>
        Assert.DoesNotContain(Sheet.Check(Table("expenditure_summary", rows)).Anomalies, a => a.Code == AnomalyCodes.ColumnsSwapped);

    /// <summary>What another table has of the row in both columns outweighs the sums of its own.</summary>
    [Theory]
    [InlineData("30.00", "10.00", true)]
    [InlineData("10.00", "30.00", false)]
    public void A_comparison_that_holds_must_not_be_broken(string basic, string project, bool told)
    {
        var outcome = Sheet.Check(
            Table("expenditure_summary", "|合计|100.00|90.00|10.00", "201|甲|60.00|60.00|0.00", $"221|乙|40.00|{basic}|{project}"),
            Table("general_public_budget_expenditure", "|合计|100.00|90.00|10.00", "201|甲|60.00|60.00|0.00", "221|乙|40.00|10.00|30.00"));
        Assert.Equal(told, outcome.Anomalies.Any(a => a.Code == AnomalyCodes.ColumnsSwapped && a.Where.Table == 2));
    }

    /// <summary>The table beside it has one of the columns only: that it has other figures there tells of no exchange.</summary>
    [Theory]
    [InlineData("project", "10.00", "0.00", "10.00")]
    [InlineData("basic", "90.00", "60.00", "30.00")]
    public void One_column_alone_tells_of_no_exchange(string column, string total, string first, string second) =>
        Assert.DoesNotContain(
            Sheet.Check(
                new Sheet("expenditure_summary", "code|label|total|" + column, $"|合计|100.00|{total}", $"201|甲|60.00|{first}", $"221|乙|40.00|{second}"),
                Table("general_public_budget_expenditure", "|合计|100.00|10.00|90.00", "201|甲|60.00|0.00|60.00", "221|乙|40.00|10.00|30.00")).Anomalies,
            a => a.Code == AnomalyCodes.ColumnsSwapped);

    /// <summary>Of 丁 and 戊 one may be exchanged, and nobody can say which; 乙 is.</summary>
    [Fact]
    public void Rows_of_which_any_may_be_exchanged_are_left_alone()
    {
        var outcome = Sheet.Check(Table(
            "expenditure_summary", "201|甲|50.00|40.00|10.00", "20101|乙|30.00|10.00|20.00", "20102|己|20.00|20.00|0.00",
            "205|丙|80.00|50.00|30.00", "20501|丁|40.00|15.00|25.00", "20502|戊|40.00|25.00|35.00", "20503|庚|0.00|0.00|0.00"));
        Assert.Equal("20101-乙", outcome.Anomalies.Single(a => a.Code == AnomalyCodes.ColumnsSwapped).Label);
    }

    [Fact]
    public void In_a_table_without_a_total_column() =>
        Assert.Equal(("columns-swapped", "221-乙"), Assert.Single(Sheet.Check(new Sheet("expenditure_summary", "code|label|basic|project", "|合计|90.00|10.00", "201|甲|60.00|0.00", "221|乙|10.00|30.00")).Anomalies) is var told ? (told.Code.Id, told.Label) : default);
}
