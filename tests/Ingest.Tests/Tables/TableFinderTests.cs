using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

public class TableFinderTests
{
    private static RawTable Single(params string[] drawings)
    {
        var found = TableFinder.Find([.. drawings.Select((d, i) => AsciiPage.Draw(d, i + 1))]);
        return Assert.Single(found.Tables);
    }

    private static string Cell(RawTable table, int row, int column)
    {
        var cell = table.Cells.Single(c => c.Row == row && c.Column == column);
        return $"{cell.RowSpan}x{cell.ColumnSpan} {cell.Text}";
    }

    [Fact]
    public void Reads_a_fully_ruled_table_with_row_and_column_spans()
    {
        var table = Single("""
            +--------+---------------------+
            | 项目   | 本年支出            |
            |        +----------+----------+
            |        | 基本支出 | 项目支出 |
            +--------+----------+----------+
            | 合计   |   123.45 |     6.00 |
            +--------+----------+----------+
            """);
        Assert.Equal((3, 3, 2), (table.Rows, table.Columns, table.HeaderRows));
        Assert.Equal("2x1 项目", Cell(table, 0, 0));
        Assert.Equal("1x2 本年支出", Cell(table, 0, 1));
        Assert.Equal("1x1 项目支出", Cell(table, 1, 2));
        Assert.Equal("1x1 123.45", Cell(table, 2, 1));
    }

    [Fact]
    public void Needs_no_outer_rulings_at_the_sides()
    {
        var table = Single("""
            ---------+----------+-----------
              项目   | 基本支出 | 项目支出
            ---------+----------+-----------
              合计   |   123.45 |     6.00
            ---------+----------+-----------
            """);
        Assert.Equal((2, 3), (table.Rows, table.Columns));
        Assert.Equal("1x1 6.00", Cell(table, 1, 2));
    }

    [Fact]
    public void Joins_a_number_that_is_wrapped_in_a_narrow_cell()
    {
        var table = Single("""
            +------+---------+
            | 项目 | 预算数  |
            +------+---------+
            | 合计 |376,936.6|
            |      |        0|
            +------+---------+
            """);
        Assert.Equal("1x1 376,936.60", Cell(table, 1, 1));
    }

    [Fact]
    public void Splits_a_number_that_touches_the_label_of_the_right_half()
    {
        var table = Single("""
            +----------------+---------+----------------+---------+
            | 收入项目       |   预算数| 支出项目       |   预算数|
            +----------------+---------+----------------+---------+
            |一、一般公共预算|24,458.43|二、财政专户管理|     3.00|
            +----------------+---------+----------------+---------+
            """);
        Assert.Equal("1x1 24,458.43", Cell(table, 1, 1));
        Assert.Equal("1x1 二、财政专户管理", Cell(table, 1, 2));
    }

    [Fact]
    public void Joins_pages_and_drops_the_repeated_header()
    {
        var table = Single(
            """
                    支出总表
            +--------+----------+
            | 项目   |   预算数 |
            +--------+----------+
            | 201    |     1.00 |
            +--------+----------+
            """,
            """
            +--------+----------+
            | 项目   |   预算数 |
            +--------+----------+
            | 202    |     2.00 |
            +--------+----------+
            """,
            """
            +--------+----------+
            | 203    |     3.00 |
            +--------+----------+
            """);
        Assert.Equal([1, 2, 3], table.Pages);
        Assert.Equal(4, table.Rows);
        Assert.Equal("1x1 202", Cell(table, 2, 0));
        Assert.Equal("1x1 3.00", Cell(table, 3, 1));
        Assert.Equal(3, table.Cells.Single(c => c.Row == 3 && c.Column == 0).Area.Page);
        Assert.Equal("支出总表", Assert.Single(table.Caption).Text);
    }

    [Fact]
    public void Keeps_two_tables_apart_when_the_second_has_a_title_of_its_own()
    {
        var found = TableFinder.Find([
            AsciiPage.Draw("""
                    收入总表
                +--------+----------+
                | 项目   |   预算数 |
                +--------+----------+
                | 合计   |     1.00 |
                +--------+----------+
                """),
            AsciiPage.Draw("""
                    支出总表
                +--------+----------+
                | 项目   |   预算数 |
                +--------+----------+
                | 合计   |     1.00 |
                +--------+----------+
                """, 2)]);
        Assert.Equal(2, found.Tables.Length);
    }

    [Fact]
    public void Finds_columns_and_group_headers_of_a_table_with_horizontal_lines_only()
    {
        var table = Single("""
            =====================================================
                                         本年支出
             科目编码   科目名称      =======================
                                      基本支出     项目支出
            =====================================================
             201        一般公共服务    1,234.50         6.00
            =====================================================
             20103      政府办公厅         34.50         6.00
            =====================================================
             2010301    行政运行           34.50
            =====================================================
            """);
        Assert.Equal((5, 4), (table.Rows, table.Columns));
        Assert.Equal("2x1 科目编码", Cell(table, 0, 0));
        Assert.Equal("1x2 本年支出", Cell(table, 0, 2));
        Assert.Equal("1x1 基本支出", Cell(table, 1, 2));
        Assert.Equal("1x1 一般公共服务", Cell(table, 2, 1));
        Assert.Equal("1x1 ", Cell(table, 4, 3));
    }

    [Fact]
    public void Headers_that_run_down_narrow_columns_are_not_characters_spread_over_one()
    {
        var table = Single("""
            ==========================================
             单位               政  国  专   项  目
                                府  有  户
                        合计    基  资  资
                                金  本  金
            ==========================================
             农业局    2472.08  1   2   3    甲
             水利局     472.08  0   0   0    乙
             渔政局     998.62  4   5   6    丙
            ==========================================
            """);
        Assert.Equal((4, 6), (table.Rows, table.Columns));
        Assert.Equal("1x1 政府基金", Cell(table, 0, 2));
        Assert.Equal("1x1 国有资本", Cell(table, 0, 3));
        Assert.Equal("1x1 专户资金", Cell(table, 0, 4));
        Assert.Equal("1x1 项目", Cell(table, 0, 5));
        Assert.Equal("1x1 5", Cell(table, 3, 3));
    }

    [Fact]
    public void Keeps_a_wrapped_label_in_one_row_of_a_three_line_table()
    {
        var table = Single("""
            ==================================
             单位            合计      基本
            ==================================

             佛山市禅城
             区农业农村局   12.00     11.00

             禅城区水利     13.00     10.00
             管理中心

             禅城区渔政     14.00      9.00
            ==================================
            """);
        Assert.Equal((4, 3), (table.Rows, table.Columns));
        Assert.Equal("1x1 佛山市禅城区农业农村局", Cell(table, 1, 0));
        Assert.Equal("1x1 禅城区水利管理中心", Cell(table, 2, 0));
        Assert.Equal("1x1 9.00", Cell(table, 3, 2));
    }

    [Fact]
    public void A_frame_around_text_is_no_table()
    {
        var found = TableFinder.Find([AsciiPage.Draw("""
            +------------------------+
            |   部门预算公开         |
            +------------------------+
            """)]);
        Assert.Empty(found.Tables);
        Assert.NotEmpty(found.Lines);
    }
}
