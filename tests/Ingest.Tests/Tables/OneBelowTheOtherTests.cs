using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Tests.Tables;

/// <summary>Tables one below the other on a page, ruled by lines alone or hardly at all, and titles that were left on the page before.</summary>
public class OneBelowTheOtherTests
{
    private static int Tables(string drawing) => TableFinder.Find([AsciiPage.Draw(drawing)]).Tables.Length;

    /// <summary>Each row of both tables is ruled; the second one has no line above its header.</summary>
    [Theory]
    [InlineData("单位：万元", 2)]
    [InlineData("其他内容和", 1)]
    public void Below_rows_a_unit_and_names_begin_another_table(string line, int tables) => Assert.Equal(tables, Tables($"""
        -----------------------------------------
        收入项目                         预算数
        -----------------------------------------
        拨款收入                         120.00
        -----------------------------------------
        其他收入                          20.00
        -----------------------------------------
                               {line}
        科目名称                         预算数
        -----------------------------------------
        公共服务                          80.00
        -----------------------------------------
        社会保障                          60.00
        -----------------------------------------
        """));

    /// <summary>A body's name (单位：某局) in the rows of a table has no header below it.</summary>
    [Fact]
    public void Below_a_unit_without_names_the_table_goes_on() => Assert.Equal(1, Tables("""
        -----------------------------------------
        科目名称                         预算数
        -----------------------------------------
        公共服务                         120.00
        -----------------------------------------
        单位：某某局
        -----------------------------------------
        公共服务                          80.00
        -----------------------------------------
        社会保障                          60.00
        -----------------------------------------
        """));

    /// <summary>Where the other table has a line above its header, groups stand between that and the names: two lines of them at most.</summary>
    [Theory]
    [InlineData("", 2)]
    [InlineData("                              本年\n", 2)]
    [InlineData("                              本年\n                              预算\n", 2)]
    public void Few_groups_stand_above_the_names_of_another_table(string groups, int tables) => Assert.Equal(tables, Tables($"""
        -----------------------------------------
        收入项目                         预算数
        -----------------------------------------
        拨款收入                         120.00
        -----------------------------------------
        其他收入                          20.00
        -----------------------------------------
                               单位：万元
        -----------------------------------------
        {groups}科目名称                         预算数
        -----------------------------------------
        公共服务                          80.00
        -----------------------------------------
        社会保障                          60.00
        -----------------------------------------
        """));

    /// <summary>A line as wide as a table below it, and a wider one after that.</summary>
    [Theory]
    [InlineData("---------------------------------------------------", 2)]
    [InlineData("---------------------------------------", 1)]
    public void A_line_wider_than_the_lines_above_is_of_another_table(string line, int tables) => Assert.Equal(tables, Tables($"""
        ---------------------------------------
        收入项目                       预算数
        ---------------------------------------
        拨款收入                       120.00
        ---------------------------------------
        其他收入                        20.00
        ---------------------------------------
        {line}
        科目名称                       预算数      执行数
        {line}
        公共服务                        80.00       70.00
        {line}
        社会保障                        60.00       50.00
        {line}
        """));

    /// <summary>Names on two lines stand around their figures, which forms are known by; a unit parts them as it parts tables.</summary>
    [Theory]
    [InlineData("单位：万元", 2)]
    [InlineData("其他内容和", 1)]
    public void A_unit_with_names_below_it_parts_what_looks_like_a_form(string line, int regions)
    {
        var page = AsciiPage.Draw($"""
        科目编码   科目名称               合计     基本支出     项目支出
        201        公共服务              30.00        10.00        20.00
                   国有土地使用权出让
        20101                            10.00         4.00         6.00
                   安排的支出
                   政府办公厅及相关机
        20103                            20.00         6.00        14.00
                   构事务支出
                             {line}
        科目编码       科目名称           合计     人员经费     公用经费
        301            工资福利          30.00        30.00         0.00
        302            商品服务          40.00         0.00        40.00
        303            家庭补助          50.00        50.00         0.00
        """);
        var glyphs = Sheet.Visible(page);
        var pieces = Sheet.Pieces(glyphs, []);
        Assert.Equal(regions, FormRegions.Of(glyphs, pieces, page.Width, page.Height, () => TextRuns.Lines(glyphs, pieces, page.Rulings)).Count);
    }

    private const string Rest = """
        +------------+----------+----------+
        | 科目名称   |   预算数 |   执行数 |
        +------------+----------+----------+
        | 公共服务   |    80.00 |    70.00 |
        +------------+----------+----------+
        | 社会保障   |    60.00 |    50.00 |
        +------------+----------+----------+
        """;

    /// <summary>The next page begins with the table; what names it is the end of this one.</summary>
    [Theory]
    [InlineData("支出预算总表\n                  单位：万元", "支出预算总表|单位:万元")]
    [InlineData("支出预算总表\n                  单位：万元\n 科目名称      预算数      执行数", "支出预算总表|单位:万元")]
    [InlineData("支出预算总表\n                  单位：万元\n 科目名称      预算数      结余数", "")]
    [InlineData("支出预算总表\n                  单位：某某局", "")]
    [InlineData("                  单位：万元", "")]
    public void A_title_with_its_unit_at_the_foot_of_a_page_is_that_of_the_next_one(string foot, string caption)
    {
        var tables = TableFinder.Find([AsciiPage.Draw(Rest + "\n\n" + foot), AsciiPage.Draw(Rest, 2)]).Tables;
        Assert.Equal(caption.Length > 0 ? 2 : 1, tables.Length);
        Assert.Equal(caption, string.Join('|', tables[^1].Caption.Select(static l => l.Text)));
    }

    /// <summary>Both stand beyond the right side of the table, which begins at the left of a wide page.</summary>
    [Theory]
    [InlineData(0, "支出预算总表|单位:万元")]
    [InlineData(2, "单位:万元")]
    public void A_title_beyond_the_side_of_its_table_stands_closely_above_the_unit(int between, string caption)
    {
        var right = new string(' ', 56);
        Assert.Equal(caption, string.Join('|', Assert.Single(TableFinder.Find([AsciiPage.Draw($"{right}支出预算总表\n{new string('\n', between)}{right}单位：万元\n{Rest}")]).Tables).Caption.Select(static l => l.Text)));
    }

    /// <summary>A code stands apart before the first line of its name, and the figures beside the last one.</summary>
    [Fact]
    public void A_code_and_its_name_are_one_label() => Assert.Equal("""
        科目 | 合计 | 拨款
        208社会保障和就业支出 | 30.00 | 30.00
        20805行政事业单位养老支出 | 30.00 | 30.00
        2080501行政单位离退休 | 19.00 | 19.00
        210卫生健康支出 | 6.00 | 6.00
        """, Shown.Of(AsciiPage.Draw("""
              科目               合计         拨款


        208 社会保障和就
              业支出            30.00        30.00


        20805 行政事业单
            位养老支出          30.00        30.00


        2080501 行政单位
             离退休             19.00        19.00


        210 卫生健康支出         6.00         6.00
        """)).Replace("\n| ", "\n", StringComparison.Ordinal).TrimStart('|', ' '));

    /// <summary>无 alone is the mark of none, in whatever code the font has it; two characters are a word.</summary>
    [Theory]
    [InlineData("无", true)]
    [InlineData("⽆", true)]
    [InlineData("略", false)]
    [InlineData("无资金", false)]
    public void The_mark_of_none_is_a_figure(string text, bool figure)
    {
        var page = AsciiPage.Draw($"基金收入        {text}");
        var glyphs = Ingest.Core.Tables.Sheets.Sheet.Visible(page);
        Assert.Equal([false, figure], Ingest.Core.Tables.Areas.Segments.Of(glyphs, Ingest.Core.Tables.Sheets.Sheet.Pieces(glyphs, page.Rulings), new Ingest.Core.Model.Box(0, 0, 600, 800)).Select(static s => s.Figure));
    }

    /// <summary>Rulings part the headers alone. What stands below the last row, down to a ruling, is a row; further down it is the title of the next table.</summary>
    [Theory]
    [InlineData("\n", "就业支出 |  |")]
    [InlineData("\n\n\n", "社会保障 | 60.00 | 50.00")]
    public void What_stands_far_below_the_last_row_is_no_part_of_it(string room, string last) => Assert.EndsWith(last, Shown.Of(AsciiPage.Draw($"""
        +------------+----------+----------+
        | 科目名称   |   预算数 |   执行数 |
        +------------+----------+----------+
          公共服务       80.00      70.00
          社会保障       60.00      50.00
        {room}  就业支出
        +------------+----------+----------+
        | 收入名称   |   预算数 |   执行数 |
        +------------+----------+----------+
          拨款收入       20.00      10.00
          其他收入       60.00      50.00
        """)).Split("\n---\n")[0], StringComparison.Ordinal);
}
