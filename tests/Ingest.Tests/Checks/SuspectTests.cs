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
        Assert.All(outcome.Anomalies, a => Assert.Equal(("current.subtotal", "13214710.00", "13214710.41", Origin.Publisher), (a.ColumnPath, a.Found, a.Expected, a.Origin)));
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
    }
}
