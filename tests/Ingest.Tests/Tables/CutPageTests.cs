namespace Ingest.Tests.Tables;

/// <summary>Rows that a page break cuts without a ruling.</summary>
public class CutPageTests
{
    private const string First = """
        +----------+----------+----------+
        | 项目     |     合计 |     拨款 |
        +----------+----------+----------+
        | 公共安全 | 8,131.35 | 8,101.80 |
        +----------+----------+----------+
        | 森林消防 | 99,047.4 | 42,560.0 |
        |          |          |          |
        """;

    private const string Sides = "|          |          |          |\n";

    /// <summary>Sides alone, or with the ruling that closes the table below; what has other columns, or sides that end elsewhere, is no part of it.</summary>
    [Theory]
    [InlineData(Sides + "|          |        8 |        6 |\n" + Sides, "\n| 8 | 6")]
    [InlineData(Sides + "|          |        8 |        6 |\n+----------+----------+----------+", "\n| 8 | 6")]
    [InlineData(Sides + "| 补助资金 |          |          |\n+----------+----------+----------+", "\n补助资金 |  |")]
    [InlineData("|          |                     |\n| 补助资金 |                     |\n|          |                     |", "")]
    [InlineData("|          |                     |\n|          |        8          6 |\n|          |                     |", "")]
    [InlineData(Sides + "|          |        8 |        6 |\n" + Sides + "|          |          |\n|          |          |", "")]
    public void The_rest_of_a_row_stands_between_the_sides_of_its_columns(string rest, string expected) =>
        Assert.Equal(expected, Shown.Of(AsciiPage.Draw(First), AsciiPage.Draw(rest, 2)).Split("| 42,560.0")[^1]);
}
