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

    /// <summary>Lines of names stand far apart throughout, though not as far as rows: so may the last of the page. Where the names above take one line each it is a text of its own.</summary>
    [Theory]
    [InlineData("\n\n  经费支出", "国有资本经营预算支出")]
    [InlineData("", "国有资本经营")]
    public void The_last_line_of_a_name_may_stand_as_far_below_as_those_of_names_above(string rest, string last) => Assert.EndsWith(last + " | 0.00 | 0.00", Shown.Of(AsciiPage.Draw($"""
        项目                  合计         拨款


        农林水支出            122.20       122.20


        一般公共服务           61.10        61.10{rest}


        公共安全支出           61.10        61.10


        国有资本经营            0.00         0.00

          预算支出
        """, size: 13)), StringComparison.Ordinal);
}
