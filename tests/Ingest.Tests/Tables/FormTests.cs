using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

public class FormTests
{
    private const string Form = """
                              部门支出目标表

        部门名称                    某某市教育局

                            财政拨款    100.00%     20.00    18.00
                  收入构成
        部门总体            其他资金     50.00%     10.00     9.00
        资金情况
          万元              基本支出     25.00%      5.00     4.00
                  支出构成
                            项目支出     25.00%      5.00     4.00

        工作任务  一是做好教育工作；二是做好安全工作；三是做好采购
        """;

    private static string Cell(RawTable table, int row, int column)
    {
        var cell = table.Cells.Single(c => c.Row == row && c.Column == column);
        return $"{cell.RowSpan}x{cell.ColumnSpan} {cell.Text}";
    }

    [Fact]
    public void Finds_the_rows_and_columns_that_each_text_of_a_form_without_rulings_takes()
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw(Form)]).Tables);
        Assert.Equal((6, 6), (table.Rows, table.Columns));
        Assert.Equal("1x5 某某市教育局", Cell(table, 0, 1));
        Assert.Equal("4x1 部门总体资金情况万元", Cell(table, 1, 0));
        Assert.Equal("2x1 收入构成", Cell(table, 1, 1));
        Assert.Equal("2x1 支出构成", Cell(table, 3, 1));
        Assert.Equal("1x1 25.00%", Cell(table, 4, 3));
        Assert.Equal("1x5 一是做好教育工作;二是做好安全工作;三是做好采购", Cell(table, 5, 1));
        Assert.Equal("部门支出目标表", Assert.Single(table.Caption).Text);
    }

    [Fact]
    public void Lines_of_words_in_columns_are_no_form()
    {
        var found = TableFinder.Find([AsciiPage.Draw("""
            联系人    张三      电话      12345678

            联系人    李四      电话      23456789

            联系人    王五      电话      34567890

            联系人    赵六      电话      45678901
            """)]);
        Assert.Empty(found.Tables);
    }

    [Fact]
    public void Rulings_drawn_cell_by_cell_tell_the_columns_where_the_text_does_not()
    {
        var glyphs = AsciiPage.Draw("""

            项目        甲    乙

            合计      5.00

            """);
        var rulings = new List<Ruling>();
        foreach (var y in new[] { 62.0, 92, 120 })
        {
            foreach (var (from, to) in new[] { (60.0, 120.0), (120, 150), (150, 180) })
                rulings.Add(new Ruling(RulingDirection.Horizontal, y, from, to, 0.5f));
        }
        var table = Assert.Single(TableFinder.Find([glyphs with { Rulings = [.. rulings] }]).Tables);
        Assert.Equal([60, 120, 150, 180], table.Cells.Where(c => c.Row == 0).Select(c => Math.Round(c.Area.Box.Left)).Append(180));
        Assert.Equal("1x1 乙", Cell(table, 0, 2));
        Assert.Equal("1x1 ", Cell(table, 1, 2));
    }

    /// <summary>A form whose rulings part the rows of its last columns only.</summary>
    /// <param name="head">Its first line.</param>
    /// <param name="gap">What stands between two figures of a line.</param>
    private static PageContent PartForm(string head, string gap) => AsciiPage.Draw($"""
        ------------------------------------------------------
        {head}
        ------------------------------------------------------
                            财政拨款     20.00{gap}18.00
        部门资金  收入构成  ----------------------------------
                            其他资金     10.00{gap} 9.00
        ------------------------------------------------------
        工作任务  一是做好教育工作；二是做好安全工作
        ------------------------------------------------------
                            开展次数     30.00{gap}28.00
        年度指标  产出指标  ----------------------------------
                            完成份数     10.00{gap} 9.00
        ------------------------------------------------------
        总体目标  一是做好教育工作；二是做好安全工作
        ------------------------------------------------------
        """);

    [Fact]
    public void Rulings_under_a_part_of_the_width_part_the_rows_of_these_columns_only()
    {
        var table = Assert.Single(TableFinder.Find([PartForm("部门名称                    某某市教育局", "     ")]).Tables);
        Assert.Equal((7, 5), (table.Rows, table.Columns));
        Assert.Equal("1x4 某某市教育局", Cell(table, 0, 1));
        Assert.Equal("2x1 部门资金", Cell(table, 1, 0));
        Assert.Equal("2x1 收入构成", Cell(table, 1, 1));
        Assert.Equal("1x1 9.00", Cell(table, 2, 4));
        Assert.Equal("1x4 一是做好教育工作;二是做好安全工作", Cell(table, 3, 1));
        Assert.Equal("2x1 产出指标", Cell(table, 4, 1));
    }

    [Fact]
    public void A_text_over_two_columns_of_a_form_is_no_column_between_them()
    {
        var table = Assert.Single(TableFinder.Find([PartForm("填报人    张三      联系电话        68865157", "           ")]).Tables);
        Assert.Equal(5, table.Columns);
        Assert.Equal("1x2 68865157", Cell(table, 0, 3));
        Assert.Equal("1x1 18.00", Cell(table, 1, 4));
    }

    [Fact]
    public void Lines_between_the_same_rulings_are_one_text_and_a_label_half_way_between_them_is_no_title()
    {
        var lines = AsciiPage.Draw("""
            ------------------------------------------------------
                                财政拨款     20.00           18.00
                      收入构成  ----------------------------------
                                其他资金     10.00            9.00
            ------------------------------------------------------

                      一是做好教育工作；按进度完成任务
                      二是做好安全工作；提高效益

            ------------------------------------------------------
                                开展次数     30.00           28.00
                      产出指标  ----------------------------------
                                完成份数     10.00            9.00
            ------------------------------------------------------
            """);
        var labels = AsciiPage.Draw(" \n\n部门资金\n\n\n\n工作任务\n\n\n\n\n年度指标", top: 66);
        var table = Assert.Single(TableFinder.Find([lines with { Glyphs = [.. lines.Glyphs, .. labels.Glyphs.Select(g => g with { Sequence = g.Sequence + 100_000 })] }]).Tables);
        Assert.Equal("1x4 一是做好教育工作;按进度完成任务二是做好安全工作;提高效益", Cell(table, 2, 1));
        Assert.Equal("1x1 工作任务", Cell(table, 2, 0));
    }

    [Fact]
    public void A_title_with_a_number_and_a_year_parts_two_tables_with_horizontal_lines()
    {
        var found = TableFinder.Find([AsciiPage.Draw("""
            ----------------------------------------------
            项目            基本支出         项目支出
            ----------------------------------------------
            合计              123.45             6.00
            ----------------------------------------------

            表8. 某某市教育局 2024 年采购预算表
                              采购预算表
            ----------------------------------------------
            单位代码        采购金额         采购数量
            ----------------------------------------------
            369001            123.45             6.00
            ----------------------------------------------
            """)]);
        Assert.Equal(2, found.Tables.Length);
        Assert.Equal("采购预算表", found.Tables[1].Caption[^1].Text);
    }

    [Fact]
    public void Rulings_that_begin_one_below_the_other_inside_a_table_show_a_column() => Assert.Equal("""
        | 项目 | 金额
        | 收入总计 | 18.37
        预算资金 2x1 | 小计 | 18.37
        专项收入 | 8.00
        其他资金 2x1 | 小计 | 9.00
        经营收入 | 9.00
        """, Shown.Of(AsciiPage.Draw("""
        --------------------------------------
                    项目                金额
        --------------------------------------
                    收入总计           18.37
        --------------------------------------
                    小计               18.37
        预算资金  ----------------------------
                    专项收入            8.00
        --------------------------------------
                    小计                9.00
        其他资金  ----------------------------
                    经营收入            9.00
        --------------------------------------
        """)));
}
