using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>What stands below the last ruling of a table whose page ends before the table does.</summary>
public class RowsBelowTests
{
    private const string RuledTotal = """
                           支出总表
        ==============================================
         编码      名称              合计        基本
        ==============================================
                   总计             15.00       12.00
        ==============================================

        """;

    /// <summary>The total stands between two rulings. Figures in line with its own go on with it; one figure, or two beside them, may be those of other lines.</summary>
    [Theory]
    [InlineData(" 201       一般公共          9.50        8.00\n 20103     政府办公          9.50        8.00", "总计 | 15.00 | 12.00\n201 | 一般公共 | 9.50 | 8.00\n20103 | 政府办公 | 9.50 | 8.00")]
    [InlineData(" 制表      某某              3.20", "总计 | 15.00 | 12.00")]
    [InlineData(" 制表  3.20  复核  4.10", "总计 | 15.00 | 12.00")]
    public void Rows_go_on_below_a_total_between_rulings(string rows, string expected) =>
        Assert.EndsWith(expected, Shown.Of(AsciiPage.Draw(RuledTotal + rows)), StringComparison.Ordinal);

    /// <summary>Thousands set apart by spaces: the first digits are further left than those of smaller figures, and most figures tell.</summary>
    [Fact]
    public void Most_of_the_figures_are_in_line() => Assert.EndsWith("201 | 一般公共 | 1 009.50 | 8.00", Shown.Of(AsciiPage.Draw(RuledTotal + " 201       一般公共      1 009.50        8.00\n 20103     政府办公      1 009.50        8.00")).Split("\n20103")[0], StringComparison.Ordinal);

    /// <summary>What stands further below it is none.</summary>
    [Theory]
    [InlineData("就业支出", "社会保障和就业支出 | 15.00 | 12.00")]
    [InlineData("\n 就业支出", "社会保障和 | 15.00 | 12.00")]
    public void The_last_label_of_a_page_has_its_rest_where_others_have_theirs(string rest, string expected) => Assert.EndsWith(expected, Shown.Of(AsciiPage.Draw($"""
                            支出总表
        ========================================
         名称              合计        基本
        ========================================
         一般公共          15.00       12.00
         服务支出

         国防支出          15.00       12.00

         公共安全          15.00       12.00
         支出

         社会保障和        15.00       12.00
         {rest}
        """)), StringComparison.Ordinal);

    /// <summary>Of the second table only the header has sides; its lowest line, some way below the last row, is no part of the first one.</summary>
    [Fact]
    public void Rulings_of_one_table_end_where_another_was_found()
    {
        var page = AsciiPage.Draw("""
            =======================================
             201    一般公共          9.50     8.00
            =======================================
             205    教育支出          4.00     3.00
            =======================================
             208    社会保障          1.50     1.00
            =======================================
                                             表五
             支出明细表
             单位：元
            +--------------+----------+-----------+
            | 科目         |     合计 |      基本 |
            +--------------+----------+-----------+
             206科技支出          9.50        8.00
            =======================================
             207文化支出          4.00        3.00
            =======================================
             211节能支出          1.50        1.00

            =======================================
            """);
        Assert.Equal("201 | 一般公共 | 9.50 | 8.00\n205 | 教育支出 | 4.00 | 3.00\n208 | 社会保障 | 1.50 | 1.00\n---\n科目 | 合计 | 基本\n206科技支出 | 9.50 | 8.00\n207文化支出 | 4.00 | 3.00\n211节能支出 | 1.50 | 1.00", Shown.Of(page));
    }

    /// <summary>The first ruling is drawn over each half, with a gutter between.</summary>
    [Fact]
    public void The_halves_of_a_ruling_are_one() => Assert.Equal("收入 1x2 | 支出 1x2\n项目 | 决算数 | 项目 | 决算数\n一般公共 | 9.50 | 教育支出 | 8.00\n事业收入 | 4.00 | 卫生支出 | 3.00", Shown.Of(AsciiPage.Draw("""
        ================ ======================
             收入              支出
        =======================================
         项目     决算数  项目           决算数
        =======================================
         一般公共   9.50  教育支出         8.00
        =======================================
         事业收入   4.00  卫生支出         3.00
        =======================================
        """)));

    /// <summary>Below the ruling of the head of a page stands a title, in larger type than the names of the columns, or in the same.</summary>
    [Theory]
    [InlineData(1.5, "支出总表", 3)]
    [InlineData(1.0, "", 4)]
    public void A_title_below_a_ruling_is_above_the_table(double larger, string caption, int rows)
    {
        var page = AsciiPage.Draw("""
            某局预算
            =======================================
                          支出总表
            =======================================
             编码   名称              合计     基本
            =======================================
             201    一般公共          9.50     8.00
             205    教育支出          4.00     3.00
            =======================================
            """);
        var title = page.Glyphs.First(static g => g.Text == "总").Baseline;
        var table = Assert.Single(TableFinder.Find([page with { Glyphs = [.. page.Glyphs.Select(g => g.Baseline == title ? g with { PointSize = (float)(larger * g.PointSize) } : g)] }]).Tables);
        Assert.Equal((caption, rows), (string.Concat(table.Caption.Where(static l => l.Text != "某局预算").Select(static l => l.Text)), table.Rows));
    }
}
