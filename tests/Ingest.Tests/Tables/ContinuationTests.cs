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
}
