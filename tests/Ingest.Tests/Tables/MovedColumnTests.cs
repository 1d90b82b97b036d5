using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>What of a table may stand elsewhere on the next page: columns that its text shows move with it, and totals cover several of them.</summary>
public class MovedColumnTests
{
    private static ImmutableArray<RawTable> Find(string first, string next) => TableFinder.Find([AsciiPage.Draw(first), AsciiPage.Draw(next, 2)]).Tables;

    private const string First = """
        ==================================================
        科目名称              预算数      执行数    备注
        ==================================================
        公共服务              533.00      433.00    上年
        社会保障              433.00      333.00    上年
        农林水支出            233.00      133.00    上年
        ==================================================
        """;

    private static string Header(string headers, params string[] rows) => $"{new string('=', 50)}\n{headers}\n{new string('=', 50)}\n{string.Join('\n', rows)}\n{new string('=', 50)}";

    /// <summary>The columns of the second page are as many, and each stands below its like, or all below the same headers.</summary>
    [Theory]
    [InlineData("科目名称              预算数      执行数    备注", "住房保障支出          133.00      233.00    今年", 1)]
    [InlineData("科目名称                 预算数     执行数  备注", "住房保障支出             133.00     233.00  今年", 1)]
    [InlineData("科目名称   预算数  执行数  备注", "住房保障   133.00  233.00  今年", 1)]
    [InlineData("科目名称   决算数  执行数  备注", "住房保障   133.00  233.00  今年", 2)]
    public void Columns_of_text_go_on_below_their_like(string header, string row, int tables) =>
        Assert.Equal(tables, Find(First, Header(header, row, row.Replace("住房", "城乡", StringComparison.Ordinal), row.Replace("住房", "灾害", StringComparison.Ordinal))).Length);

    private const string Ruled = """
        +------------+----------+------------+----------+
        | 收入       |     金额 | 支出       |     金额 |
        +------------+----------+------------+----------+
        | 财政拨款   |     8.00 | 公共安全   |     8.00 |
        +------------+----------+------------+----------+
        """;

    /// <summary>The borders of totals are some of those of the page before, from its left side to its right one.</summary>
    [Theory]
    [InlineData("+------------+----------+-----------------------+", "| 收入总计   |     9.00 |              支出总计 |", 1)]
    [InlineData("+-----------------------+-----------------------+", "| 收入总计              |              支出总计 |", 1)]
    [InlineData("+----------------+----------+-------------------+", "| 收入总计       |     9.00 |          支出总计 |", 2)]
    [InlineData("+------------+----------+------------+", "| 收入总计   |     9.00 |   支出总计 |", 2)]
    public void Totals_keep_to_borders_of_the_page_before(string line, string row, int tables)
    {
        var found = Find(Ruled, $"{line}\n{row}\n{line}");
        Assert.Equal(tables, found.Length);
        Assert.Equal(4, found[0].Columns);
    }

    [Fact]
    public void Notes_below_totals_are_those_of_the_table()
    {
        var table = Assert.Single(Find(Ruled, """
            +------------+----------+-----------------------+
            | 收入总计   |     9.00 |              支出总计 |
            +------------+----------+-----------------------+
              注：含上年结转。
            """));
        Assert.Equal("注:含上年结转。", Assert.Single(table.Notes).Text);
    }

    /// <summary>A total that is printed again has the same figures, two of them at least, in the same columns.</summary>
    [Theory]
    [InlineData("| 合计       |     8.00 | 合计       |     8.00 |", "| 合计       |     8.00 | 合计       |     8.00 |", 4)]
    [InlineData("| 合计       |     8.00 | 合计       |          |", "| 合计       |     8.00 | 合计       |          |", 5)]
    [InlineData("| 合计       |     0.00 | 合计       |     0.00 |", "| 合计       |     0.00 | 合计       |     0.00 |", 5)]
    [InlineData("| 合计       |     8.00 | 合计       |     8.00 |", "| 合计       |     8.00 | 总计       |     8.00 |", 5)]
    public void A_total_is_the_same_by_its_figures(string first, string again, int rows)
    {
        static string Page(string total, string name) => string.Join('\n', [.. Ruled.Split('\n')[..3], total, Ruled.Split('\n')[0], $"| {name}       |     1.00 | {name}       |     2.00 |", Ruled.Split('\n')[0]]);
        Assert.Equal(rows, Assert.Single(Find(Page(first, "甲甲"), Page(again, "乙乙"))).Rows);
    }

    /// <summary>A header is repeated whole: where a row of it is another one, what stands above reaches into the body.</summary>
    [Theory]
    [InlineData("| 质量     | 数量     |", 4)]
    [InlineData("| 成本     | 时效     |", 6)]
    public void Half_of_a_header_is_no_header_printed_again(string lower, int rows)
    {
        static string Page(string lower, string name) => $"""
            +----------+---------------------+
            | 项目     | 内容                |
            |          +----------+----------+
            |          {lower}
            +----------+----------+----------+
            | {name}     |     8.00 |     7.00 |
            +----------+----------+----------+
            """;
        Assert.Equal(rows, Assert.Single(Find(Page("| 质量     | 数量     |", "道路"), Page(lower, "桥梁"))).Rows);
    }

    /// <summary>The numbers of tables count up over the pages.</summary>
    [Fact]
    public void Tables_are_numbered_in_the_order_of_their_pages() => Assert.Equal([1, 2, 3],
        TableFinder.Find([AsciiPage.Draw(Ruled), AsciiPage.Draw("   甲表\n" + Ruled, 2), AsciiPage.Draw("   乙表\n" + Ruled, 3)]).Tables.Select(static t => t.Ordinal));

    /// <summary>Ruled columns of other widths go on below the same header, which stands there whole.</summary>
    [Theory]
    [InlineData("| 收入  |           金额 | 支出             |  金额 |", 1)]
    [InlineData("| 收入  |           金额 | 支出             |  数额 |", 2)]
    public void Ruled_columns_go_on_below_the_same_header(string header, int tables) => Assert.Equal(tables, Find(Ruled, $"""
        +-------+----------------+------------------+-------+
        {header}
        +-------+----------------+------------------+-------+
        | 事业  |           1.00 | 教育             |  1.00 |
        +-------+----------------+------------------+-------+
        """).Length);
}
