using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class SuspectTests
{
    private static readonly string[] Rows =
    [
        "|合计|1,500.00|700.00|800.00",
        "201|一般公共服务支出|1,500.00|700.00|800.00",
        "20101|人大事务|1,500.00|700.00|800.00",
        "2010101|行政运行|913.00|613.00|300.00",
        "2010102|一般行政管理事务|587.00|87.00|500.00",
    ];

    private static Core.Checks.CheckOutcome CheckWith(int row, string text) =>
        Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", [.. Rows.Select((r, i) => i == row ? text : r)]));

    [Fact]
    public void One_wrong_cell_is_named_once_with_its_closing_value()
    {
        var outcome = CheckWith(3, "2010101|行政运行|931.00|613.00|300.00");
        var anomaly = Assert.Single(outcome.Anomalies);
        Assert.Equal(("row-sum", "2010101-行政运行", "total", "931.00", "913.00"), (anomaly.Code.Id, anomaly.Label, anomaly.ColumnPath, anomaly.Found, anomaly.Expected));
        Assert.Contains("two neighbouring digits", anomaly.Message, StringComparison.Ordinal);
        Assert.Equal(FactStatus.Doubtful, Assert.Single(outcome.Facts, f => f.Status != FactStatus.Verified).Status);
    }

    [Theory]
    [InlineData(2, "20101|人大事务|1,500.00|70.00|800.00", "700.00", "decimal point")]
    [InlineData(4, "2010102|一般行政管理事务|587.00|87.00|50.00", "500.00", "decimal point")]
    [InlineData(4, "2010102|一般行政管理事务|57.00|87.00|500.00", "587.00", "a digit is missing")]
    [InlineData(4, "2010102|一般行政管理事务|687.00|87.00|500.00", "587.00", "")]
    public void Slips_are_recognised(int row, string text, string expected, string words)
    {
        var anomaly = Assert.Single(CheckWith(row, text).Anomalies);
        Assert.Equal(expected, anomaly.Expected);
        Assert.Contains(words, anomaly.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_wrong_cells_are_told_apart()
    {
        var rows = Rows.ToArray();
        rows[3] = "2010101|行政运行|931.00|613.00|300.00";
        rows[1] = "201|一般公共服务支出|1,500.00|700.00|900.00";
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", rows));
        Assert.Equal(["800.00", "913.00"], outcome.Anomalies.Select(a => a.Expected).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_mistake_down_a_column_is_found_although_the_column_adds_up()
    {
        var outcome = Sheet.Check(new Sheet(
            "revenue_summary", "code|label|total|current.subtotal|current.general_public|current.other|carryover.subtotal",
            "|合计|13214710.41|13214710.00|13214710.41|0.00|0.00",
            "121|中心|13214710.41|13214710.00|13214710.41|0.00|0.00",
            "121001|本级|13214710.41|13214710.00|13214710.41|0.00|0.00") { Scheme = "unit" });
        Assert.Equal(3, outcome.Anomalies.Length);
        Assert.All(outcome.Anomalies, a => Assert.Equal(("current.subtotal", "13214710.00", "13214710.41", Origin.Unknown), (a.ColumnPath, a.Found, a.Expected, a.Origin)));
    }

    [Fact]
    public void What_no_single_cell_explains_is_reported_at_the_total_and_its_cells_are_doubtful()
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", "2010101|甲|100.00|60.00|30.00"));
        var anomaly = Assert.Single(outcome.Anomalies);
        Assert.Equal(("row-sum", "2010101-甲", "100.00", "90.00", Origin.Unknown), (anomaly.Code.Id, anomaly.Label, anomaly.Found, anomaly.Expected, anomaly.Origin));
        Assert.All(outcome.Facts, f => Assert.Equal(FactStatus.Doubtful, f.Status));
    }

    [Fact]
    public void An_identity_that_fails_all_over_a_table_is_one_fault()
    {
        var rows = Enumerable.Range(10, 20).Select(i => $"20101{i}|甲|{i}.00|1.00|2.00").ToArray();
        var anomaly = Assert.Single(Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", rows)).Anomalies);
        Assert.Contains("20 rows", anomaly.Message, StringComparison.Ordinal);
        Assert.Equal(Origin.Extraction, anomaly.Origin);
    }

    [Fact]
    public void An_identity_that_fails_in_a_fifth_of_the_rows_is_not_ours()
    {
        var rows = Enumerable.Range(10, 20).Select(i => i < 14 ? $"20101{i}|甲|{i}.00|1.00|2.00" : $"20101{i}|甲|3.00|1.00|2.00").ToArray();
        Assert.Equal(Origin.Unknown, Assert.Single(Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project", rows)).Anomalies).Origin);
    }

    [Fact]
    public void Sums_that_cross_in_the_cell_accuse_the_publisher()
    {
        Assert.Equal(Origin.Publisher, Assert.Single(CheckWith(3, "2010101|行政运行|931.00|613.00|300.00").Anomalies).Origin);
    }

    private static Sheet Table(string kind, string project, string total = "14,348.34") => new(
        kind, "code|label|total|basic|project",
        "|合计|79,189.34|14,348.34|64,841.00", "20406|司法|79,189.34|14,348.34|64,841.00",
        $"2040601|行政运行|{total}|14,348.34|{project}", "2040602|一般行政管理事务|64,841.00|0.00|64,841.00");

    [Fact]
    public void A_slip_that_was_copied_into_another_table_is_named_where_it_breaks_two_sums()
    {
        var outcome = Sheet.Check(Table("expenditure_summary", "64,841.00"), Table("general_public_budget_expenditure", "64,841.00"));
        Assert.All(outcome.Anomalies, a => Assert.Equal(("2040601-行政运行", "project", "64,841.00", "0.00"), (a.Label, a.ColumnPath, a.Found, a.Expected)));
        Assert.Equal(2, outcome.Anomalies.Length);
        Assert.All(outcome.Facts, f => Assert.Equal(f.Line.Code == "2040601" && f.Column.Key == "project" ? FactStatus.Doubtful : FactStatus.Verified, f.Status));
    }

    [Fact]
    public void A_figure_that_the_sums_of_another_table_bear_out_is_no_suspect()
    {
        var outcome = Sheet.Check(
            new Sheet("expenditure_summary", "code|label|total|basic|project", "|合计|100.00|60.00|40.00", "201|甲|50.00|30.00|20.00", "208|乙|50.00|30.00|30.00"),
            new Sheet("general_public_budget_expenditure", "code|label|total|basic|project", "|合计|100.00|50.00|50.00", "201|甲|40.00|20.00|20.00", "208|乙|60.00|30.00|30.00"));
        Assert.DoesNotContain(outcome.Anomalies, a => a.Label == "208-乙" && a.ColumnPath == "project" && a.Expected == "20.00");
    }

    private static Sheet Basic(string pension, string other) => new(
        "general_public_budget_basic_expenditure", "code|label|total", $"301|工资福利支出|169.48", "30101|基本工资|80.05", $"30108|养老|{pension}", $"30112|保障|{other}") { Scheme = "department_economic" };

    [Fact]
    public void A_figure_that_stands_in_other_tables_is_not_accused_of_a_slip()
    {
        var outcome = Sheet.Check(Basic("80.86", "8.75"), new Sheet("expenditure_summary", "code|label|total", "2080505|养老|80.86", "2089999|其他|8.57"));
        Assert.Equal(("30112-保障", "8.75", "8.57"), Assert.Single(outcome.Anomalies) is var a ? (a.Label, a.Found, a.Expected) : default);
    }

    [Fact]
    public void A_slip_is_named_where_its_figure_stands_nowhere_else() =>
        Assert.Equal(("30108-养老", "80.86", "80.68"), Assert.Single(Sheet.Check(Basic("80.86", "8.75")).Anomalies) is var a ? (a.Label, a.Found, a.Expected) : default);

    /// <summary>A change with the wrong sign, which the row above adds up: one fault, told where it is. Another difference is another fault.</summary>
    [Theory]
    [InlineData("11421.00", new[] { "金融部门行政支出" })]
    [InlineData("11521.00", new[] { "金融支出", "金融部门行政支出" })]
    public void Sums_that_fail_by_the_same_amount_are_one_fault(string above, string[] labels)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_expenditure", "label|total|prior.total|change.total", $"金融支出|11021.00|400.00|{above}", ">金融部门行政支出||400.00|400.00", ">>行政运行||400.00|-400.00", ">其他金融支出|11021.00||11021.00"));
        Assert.Equal(labels, outcome.Anomalies.Select(a => a.Label).Distinct());
        Assert.Equal(labels.Length, outcome.Anomalies.Length);
    }

    /// <summary>The same row of two tables lacks the same part.</summary>
    [Theory]
    [InlineData("8500.00", 1)]
    [InlineData("8501.00", 2)]
    public void A_fault_that_comes_again_in_a_row_of_the_same_name_is_told_once(string item, int told)
    {
        static Sheet Table(string kind, string whole, string first, string second) => new(kind, "code|label|total", $"20828|退役军人管理事务|{whole}", $"2082801|行政运行|{first}", $"2082802|拥军优属|{second}");
        Assert.Equal(told, Sheet.Check(Table("gov_general_public_expenditure", "8737.00", "53.00", item), Table("gov_general_public_local_expenditure", "6778.00", "94.00", "6500.00")).Anomalies.Length);
    }

    /// <summary>Both sums that fail run down one column: one reading, that of the column, however many sums there are.</summary>
    [Fact]
    public void Sums_down_one_column_accuse_nobody()
    {
        var anomaly = Assert.Single(Sheet.Check(new Sheet(
            "expenditure_summary", "code|label|total", "|合计|1,913.00", "201|一般公共服务支出|931.00", "20101|人大事务|613.00", "20102|政协事务|300.00", "205|教育支出|1,000.00")).Anomalies);
        Assert.Equal(("201-一般公共服务支出", "913.00", Origin.Unknown), (anomaly.Label, anomaly.Expected, anomaly.Origin));
    }
}
