using Ingest.Core.Reports;
using Ingest.Io.Sqlite;

namespace Ingest.Tests.Reports;

public sealed class SummaryTableTests(FixtureDatabase fixtures)
{
    private static readonly DocumentCounts Counts = new(false, 12, 10, 8, 5000, 4000, 4500, 20, 300, 2, 1, 3, 2, 1);

    private static readonly Summary Some = new(4, 1, 2, 0, 5, 0, Counts, [], [("rounding", "note", 90), ("scanned-page", "lost", 1), ("row-sum", "doubt", 7)]);

    [Fact]
    public void Columns_stand_below_each_other_whatever_the_script()
    {
        var lines = SummaryTable.Of(Some, [new("大数据中心.pdf", 3, 1), new("unit.pdf", 0, 12)], 100).Split('\n');

        Assert.Equal("documents       4  2 read whole · 1 with losses · 1 not readable", lines[0]);
        Assert.Equal("figures     5,000  4,500 verified · 480 unverified · 20 doubtful", lines[2]);
        Assert.Equal(["大数据中心.pdf  3  lost   1  in doubt", "unit.pdf        0  lost  12  in doubt"], lines[^3..^1]);
    }

    [Fact]
    public void The_worst_anomalies_come_first()
    {
        var text = SummaryTable.Of(Some, [], 100);

        Assert.Equal(["lost", "doubt", "note"], text.Split('\n')[6..9].Select(l => l.Split(' ')[0]));
        Assert.EndsWith("A sum differs by no more than rounding explains.\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        using var database = fixtures.Open();
        var worst = Summaries.Worst(database, 5);
        var text = SummaryTable.Of(Summaries.Read(database, 1), worst, width);

        Assert.Equal(5, worst.Length);
        Assert.All(text.Split('\n'), l => Assert.InRange(DisplayWidth.Of(l), 0, width));
    }
}
