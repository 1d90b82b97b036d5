using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>What makes two drawings on two pages one table.</summary>
public class ContinuationTests
{
    private static ImmutableArray<RawTable> Find(params string[] pages) =>
        TableFinder.Find([.. pages.Select((p, i) => AsciiPage.Draw(p, i + 1))]).Tables;

    private static string Row(RawTable table, int row) =>
        string.Join(" | ", table.Cells.Where(c => c.Row == row).Select(c => c.ColumnSpan > 1 ? $"{c.Text} ({c.ColumnSpan} columns)" : c.Text));

    [Theory]
    [InlineData("9.00", "9.00", 4)]
    [InlineData("9.00", "8.00", 5)]
    public void A_total_that_is_printed_again_with_the_header_counts_once(string first, string again, int rows)
    {
        static string Page(string total, string name) => $"""
            +------------+----------+----------+
            | 项目       |   预算数 |   执行数 |
            +------------+----------+----------+
            | 合计       |     {total} |     7.00 |
            +------------+----------+----------+
            | {name}       |     1.00 |     2.00 |
            +------------+----------+----------+
            """;
        Assert.Equal(rows, Assert.Single(Find(Page(first, "甲甲"), Page(again, "乙乙"))).Rows);
    }

    [Fact]
    public void A_header_whose_first_cell_reaches_down_beside_the_numbers_of_the_columns_is_printed_again()
    {
        const string Page = """
            市级支出预算草案
            +------------+---------------------+
            | 项目       | 2026年              |
            |            +----------+----------+
            |            | 预算数   | 执行数   |
            |            +----------+----------+
            |            | 1        | 2        |
            +------------+----------+----------+
            | {0}        |   {1}.00 |     8.00 |
            +------------+----------+----------+
            """;
        var table = Assert.Single(Find(Page.Replace("{0}", "甲 ", StringComparison.Ordinal).Replace("{1}", "  7", StringComparison.Ordinal), Page.Replace("{0}", "乙 ", StringComparison.Ordinal).Replace("{1}", "  6", StringComparison.Ordinal)));
        Assert.Equal(5, table.Rows);
        Assert.Equal("乙 | 6.00 | 8.00", Row(table, 4));
        // another table of the same form has a title of its own
        Assert.Equal(2, Find(Page, Page.Replace("市级支出", "市级收入", StringComparison.Ordinal)).Length);
    }

    private const string LeftPage = """
        +----------------+----------+----------+
        | 项目           |     东区 |     西区 |
        +----------------+----------+----------+
        | 合计           |    15.00 |     6.00 |
        |                |          |          |
        | 公共安全       |     9.00 |     2.00 |
        |                |          |          |
        | 其中：城市道路 |     6.00 |          |
        | 养护           |          |          |
        +----------------+----------+----------+
        """;

    private const string RightPage = """
        +----------+----------+
        |     南区 |     北区 |
        +----------+----------+
        |     4.00 |     3.00 |
        |          |          |
        |     1.00 |          |
        |          |          |
        |          |     3.00 |
        |   ~~~~~~ |          |
        +----------+----------+
        """;

    private static string Right(string what = "~~~~~~", string with = "      ") =>
        RightPage.Replace(what, with, StringComparison.Ordinal).Replace("~~~~~~", "      ", StringComparison.Ordinal);

    /// <summary>The left page goes on two pages further, and the right one behind it.</summary>
    [Fact]
    public void Columns_on_the_facing_page_stand_in_the_rows_of_the_left_one()
    {
        var table = Assert.Single(Find(LeftPage, Right(), LeftPage.Replace("合计", "教育", StringComparison.Ordinal), Right("4.00", "8.00")));

        Assert.Equal((7, 5), (table.Rows, table.Columns));
        Assert.Equal("项目 | 东区 | 西区 | 南区 | 北区", Row(table, 0));
        Assert.Equal("合计 | 15.00 | 6.00 | 4.00 | 3.00", Row(table, 1));
        Assert.Equal("其中:城市道路养护 | 6.00 |  |  | 3.00", Row(table, 3));
        Assert.Equal("教育 | 15.00 | 6.00 | 8.00 | 3.00", Row(table, 4));
        Assert.Equal([1, 2, 3, 4], table.Pages);
        Assert.Equal(4, Assert.Single(table.Cells, c => c is { Row: 4, Column: 3 }).Area.Page);
    }

    /// <summary>Names of its own, two lines of figures in one row of the left page, another height, a figure beside the header and one line alone are of another table.</summary>
    [Theory]
    [InlineData("     4.00 ", " 教育支出 ")]
    [InlineData("~~~~~~", "  2.00")]
    [InlineData("|   ~~~~~~ |          |\n", "")]
    [InlineData("     南区 |", "     2.00 |")]
    [InlineData("1.00 |          |\n|          |          |\n|          |     3.00 |", "     |          |\n|          |          |\n|          |          |")]
    public void What_does_not_keep_to_the_rows_of_the_left_page_is_a_table_of_its_own(string what, string with) =>
        Assert.Equal(2, Find(LeftPage, Right(what, with)).Length);

    private const string Above = """
                       收支预算总表
        +------------+----------+------------+----------+
        | 收入       |     金额 | 支出       |     金额 |
        +------------+----------+------------+----------+
        | 财政拨款   |     8.00 | 公共安全   |     8.00 |
        +------------+----------+------------+----------+
        """;

    [Fact]
    public void Totals_that_cover_several_columns_go_on_with_the_columns_of_the_page_before()
    {
        var table = Assert.Single(Find(Above, """
            +------------+----------+-----------------------+
            | 上年结转   |     1.00 |              结转下年 |
            +------------+----------+-----------------------+
            | 收入总计   |     9.00 |              支出总计 |
            +------------+----------+-----------------------+
            """));
        Assert.Equal(4, table.Columns);
        Assert.Equal("上年结转 | 1.00 | 结转下年 (2 columns)", Row(table, 2));
        Assert.Equal("收入总计 | 9.00 | 支出总计 (2 columns)", Row(table, 3));
        Assert.Equal([1, 2], table.Pages);
    }

    [Fact]
    public void Borders_that_the_page_before_lacks_are_another_table()
    {
        Assert.Equal(2, Find(Above, """
            +-----------------+-----------------------------+
            | 项目名称        |                        金额 |
            +-----------------+-----------------------------+
            | 合计            |                        9.00 |
            +-----------------+-----------------------------+
            """).Length);
    }

    [Fact]
    public void A_narrower_table_is_another_one()
    {
        Assert.Equal(2, Find(Above, """
            +------------+----------+------------+
            | 收入       |     金额 | 备注       |
            +------------+----------+------------+
            | 合计       |     9.00 | 无         |
            +------------+----------+------------+
            """).Length);
    }

    [Fact]
    public void A_title_above_begins_another_table_though_its_borders_stand_alike()
    {
        Assert.Equal(2, Find(Above, """
                           部门收入总表
            +------------+----------+-----------------------+
            | 收入       |     金额 |                  备注 |
            +------------+----------+-----------------------+
            | 合计       |     9.00 |                    无 |
            +------------+----------+-----------------------+
            """).Length);
    }

    private const string CutMerge = """
                       项目绩效目标表
        +----------+----------+----------+
        | 项目     |     金额 | 指标     |
        +----------+----------+----------+
        | 甲       |     1.00 | 质量     |
        +----------+----------+----------+
        |          |     2.00 | 数量     |
        |          +----------+----------+
        |          |     3.00 | 时效     |
        |          +----------+----------+
        """;

    private const string Rest = """
        +----------+----------+----------+
        | 项目     |     金额 | 指标     |
        +----------+----------+----------+
        | 乙       |     4.00 | 成本     |
        |          +----------+----------+
        |          |     5.00 | 效益     |
        +----------+----------+----------+
        """;

    private static string[] Names(RawTable table) =>
        [.. table.Cells.Where(c => c.Column == 0).Select(c => $"{c.Text} ({c.RowSpan} rows)")];

    [Fact]
    public void A_cell_that_no_ruling_closes_at_the_foot_of_a_page_goes_on_below_the_header_of_the_next()
    {
        var table = Assert.Single(Find(CutMerge, Rest));
        Assert.Equal(["项目 (1 rows)", "甲 (1 rows)", "乙 (4 rows)"], Names(table));
        Assert.Equal(2, table.Cells.Single(c => c.Text == "乙").Area.Page);
    }

    [Fact]
    public void A_ruling_at_the_foot_of_a_page_ends_the_cell()
    {
        var table = Assert.Single(Find(CutMerge[..CutMerge.LastIndexOf("|          +", StringComparison.Ordinal)] + "+----------+----------+----------+", Rest));
        Assert.Equal(["项目 (1 rows)", "甲 (1 rows)", " (2 rows)", "乙 (2 rows)"], Names(table));
    }

    [Fact]
    public void Where_the_last_ruling_is_missing_altogether_it_tells_nothing()
    {
        var table = Assert.Single(Find(CutMerge[..CutMerge.LastIndexOf("\n|          +", StringComparison.Ordinal)], Rest));
        Assert.Equal(["项目 (1 rows)", "甲 (1 rows)", " (2 rows)", "乙 (2 rows)"], Names(table));
    }

    [Fact]
    public void Two_texts_are_two_cells_whatever_is_drawn()
    {
        var table = Assert.Single(Find(CutMerge.Replace("|          |     2.00", "| 丙       |     2.00", StringComparison.Ordinal), Rest));
        Assert.Equal(["项目 (1 rows)", "甲 (1 rows)", "丙 (2 rows)", "乙 (2 rows)"], Names(table));
    }

    [Fact]
    public void The_rest_of_a_wrapped_name_in_the_middle_of_the_width_is_no_title_of_another_table()
    {
        var table = Assert.Single(Find("""
            =============================================
            收入            金额  支出              金额
            =============================================
            财政拨款        8.00  教育支出          8.00
            =============================================
            结转            1.00  卫生支出          1.00
            =============================================
                                  灾害防治及应急
                                  管理支
                                  出
            =============================================
            总计            9.00  总计              9.00
            =============================================
            """));
        Assert.Equal("总计 | 9.00 | 总计 | 9.00", Row(table, table.Rows - 1));
        Assert.Equal("灾害防治及应急管理支出", table.Cells.Single(c => c.Row == table.Rows - 2 && c.Column == 2).Text);
    }

    [Fact]
    public void A_name_that_begins_as_the_one_above_it_is_no_title_though_it_stands_in_the_middle()
    {
        var table = Assert.Single(Find("""
            ============================================
            收入            金额    支出            金额
            ============================================
            财政拨款        8.00    教育支出        8.00
            ============================================
                                    农林水支出
            ============================================
                                    资源勘探信息
                                    支出
            ============================================
            总计            9.00    总计            9.00
            ============================================
            """));
        Assert.Equal("总计 | 9.00 | 总计 | 9.00", Row(table, table.Rows - 1));
        Assert.Equal("资源勘探信息支出", table.Cells.Single(c => c.Row == table.Rows - 2 && c.Column == 2).Text);
    }

    /// <summary>On the second page no figure stands below 人员支出, and nothing shows its column.</summary>
    [Theory]
    [InlineData("基本支出情况表", "工会经费 | 9.63 |  | 9.63")]
    [InlineData("项目支出情况表", "工会经费 | 9.63 | 9.63")]
    public void Below_the_title_of_the_page_before_the_columns_are_the_same(string title, string last)
    {
        var table = Find(
            """
                             基本支出情况表

            -------------------------------------------------------
            科目名称          小计      人员支出      日常公用支出
            -------------------------------------------------------
            合计            519.63        510.00              9.63
            -------------------------------------------------------
            基本工资        510.00        510.00
            -------------------------------------------------------
            印刷费            9.63                            9.63
            -------------------------------------------------------
            """,
            $"""
                             {title}

            -------------------------------------------------------
            办公费            9.63                            9.63
            -------------------------------------------------------
            差旅费            8.00                            8.00
            -------------------------------------------------------
            工会经费          9.63                            9.63
            -------------------------------------------------------
            """)[^1];
        Assert.Equal(last, Row(table, table.Rows - 1));
    }

    /// <summary>The labels of the second page are longer, and its figures shorter: the border moves, but not into a header.</summary>
    [Fact]
    public void A_border_that_moves_on_the_next_page_cuts_no_header()
    {
        static string Page(params string[] rows) => """
                             基本支出情况表

            -------------------------------------------------------
            科目名称               一般公共预算拨款    项目支出
            -------------------------------------------------------
            """ + string.Concat(rows.Select(static r => $"\n{r}\n-------------------------------------------------------"));
        var table = Find(
            Page("合计                      1,234,519.63      510.00", "办公费                    1,234,510.00        9.63"),
            Page("其他机关事务的支出                  9.63        8.00", "差旅费                              8.00        8.00"))[^1];
        Assert.Equal("科目名称 | 一般公共预算拨款 | 项目支出", Row(table, 0));
        Assert.Equal("差旅费 | 8.00 | 8.00", Row(table, table.Rows - 1));
    }
}
