using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>How the text of one cell is put together.</summary>
public class CellTextTests
{
    private static RawTable Single(PageContent page) => Assert.Single(TableFinder.Find([page]).Tables);

    /// <summary>Makes one glyph of a drawing small and raises (or lowers) it.</summary>
    private static PageContent Raised(PageContent page, char sign, char to, double by) => page with
    {
        Glyphs = [.. page.Glyphs.Select(g => g.Text[0] != sign ? g : g with
        {
            Text = to.ToString(), PointSize = 6, Baseline = (float)(g.Baseline - by), Sequence = 9_000,
            Box = new Box(g.Box.Left, g.Baseline - by - 5.2, g.Box.Left + 3.2, g.Baseline - by + 0.7),
        })],
    };

    private const string Areas = """
        +--------+----------+----------+
        | 项目   | 面积 mX  | 金额     |
        +--------+----------+----------+
        | 办公楼 |   123.5  |   3.00   |
        +--------+----------+----------+
        """;

    [Theory]
    [InlineData(3.8)]
    [InlineData(-2)]
    public void A_small_raised_or_lowered_sign_stands_behind_the_letter_before_it(double by)
    {
        Assert.Equal("项目 | 面积m2 | 金额", Shown.Row(Single(Raised(AsciiPage.Draw(Areas), 'X', '2', by)), 0));
    }

    [Fact]
    public void A_raised_figure_behind_a_figure_is_a_mark_and_the_cell_is_not_trusted()
    {
        var table = Single(Raised(AsciiPage.Draw(Areas.Replace("123.5 ", "123.5X", StringComparison.Ordinal)), 'X', '1', 3.8));
        var cell = table.Cells.Single(c => c.Row == 1 && c.Column == 1);
        Assert.Equal("123.5 1", cell.Raw);
        Assert.True(cell.Untrusted);
    }

    [Fact]
    public void A_unit_set_apart_belongs_to_the_cell()
    {
        var table = Single(AsciiPage.Draw("""
            +--------+----------------+----------+
            | 项目   | 预算数  (万元) |  增长    |
            +--------+----------------+----------+
            | 办公楼 |    123.5  万元 |   3.2  % |
            +--------+----------------+----------+
            """));
        Assert.Equal("项目 | 预算数(万元) | 增长\n办公楼 | 123.5万元 | 3.2%", Shown.Of(table));
    }

    [Fact]
    public void Characters_and_figures_drawn_one_by_one_with_gaps()
    {
        var table = Single(AsciiPage.Draw("""
            +-------------+-----------------+
            | 收 入 总 计 | 预    算    数  |
            +-------------+-----------------+
            | 合    计    | 1 3 2 1 . 4 7   |
            +-------------+-----------------+
            """));
        Assert.Equal("收入总计 | 预算数\n合计 | 1321.47", Shown.Of(table));
    }

    [Fact]
    public void Words_on_several_lines_of_a_cell_are_joined_as_a_reader_reads_them()
    {
        var table = Single(AsciiPage.Draw("""
            +-----------+-----------+---------+
            | 一般公共  | General   | Figure  |
            | 服务支出  | public    | of 2024 |
            |           | services  |         |
            +-----------+-----------+---------+
            | 行政运行  | Operation | 1,234.5 |
            |           |           |       6 |
            +-----------+-----------+---------+
            """));
        Assert.Equal("一般公共服务支出 | General public services | Figure of 2024\n行政运行 | Operation | 1,234.56", Shown.Of(table));
    }
}
