using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>What stands in the margins of pages: heads and feet that many of them repeat, and numbers; and how many lines around a table are its own.</summary>
public class MarginTests
{
    private const string Table = """
        +------------+----------+----------+
        | 科目名称   |   预算数 |   执行数 |
        +------------+----------+----------+
        | 公共服务   |    80.00 |    70.00 |
        +------------+----------+----------+
        """;

    /// <summary>A table with a line below it in the lower margin, on so many pages; of the others each has a line of its own there.</summary>
    private static string[] Notes(int pages, Func<int, string> foot, double bottom = 20, double step = 0, double taller = 0)
    {
        var drawn = Enumerable.Range(1, pages).Select(n =>
        {
            // a title of its own, so that no table goes on with another
            var page = AsciiPage.Draw($"   {"甲乙丙丁戊己庚辛壬癸"[n - 1]}表\n{Table}\n{foot(n)}", n, top: 660);
            page = page with { Height = page.Height + n * taller };
            var line = page.Glyphs.Max(static g => g.Baseline);
            return page with { Glyphs = [.. page.Glyphs.Select(g => g.Baseline < line ? g : At(g, page.Height - bottom - n * step))] };
        }).ToList();
        return [.. TableFinder.Find(drawn).Tables.Select(static t => string.Join('|', t.Notes.Select(static l => l.Text)))];
    }

    private static Glyph At(Glyph g, double baseline) => g with { Baseline = (float)baseline, Box = new Box(g.Box.Left, baseline - 9.5, g.Box.Right, baseline + 1.2) };

    /// <summary>Its two texts stand wide apart, as heads and feet often do.</summary>
    private const string Foot = "某某局          预算";

    [Theory]
    [InlineData(3, 2, true)]
    [InlineData(3, 1, false)]
    [InlineData(4, 2, false)]
    [InlineData(4, 3, true)]
    [InlineData(9, 3, true)]
    [InlineData(10, 3, false)]
    public void A_line_that_a_third_of_the_pages_have_in_the_margin_is_a_foot(int pages, int with, bool isFoot) =>
        Assert.Equal(isFoot ? "" : "某某局 预算", Notes(pages, n => n <= with ? Foot : "甲乙丙丁戊己庚辛壬癸"[n - 1] + "某         说明")[0]);

    [Theory]
    [InlineData(40, true)]
    [InlineData(80, true)]
    [InlineData(100, false)]
    public void Above_the_margin_a_line_that_pages_repeat_is_a_note(double bottom, bool isFoot) =>
        Assert.Equal(isFoot ? "" : "某某局 预算", Notes(4, static _ => Foot, bottom)[0]);

    /// <summary>A foot stands at one place on all pages, but for the hand of the printer.</summary>
    [Theory]
    [InlineData(1.3, true)]
    [InlineData(4.5, false)]
    public void A_foot_stands_where_it_does_on_other_pages(double step, bool isFoot) =>
        Assert.Equal(isFoot ? "" : "某某局 预算", Notes(4, static _ => Foot, 30, step)[0]);

    /// <summary>Pages on their side are lower or taller than the others: a foot is as far from their lower edge.</summary>
    [Fact]
    public void A_foot_stands_as_far_from_the_edge_of_pages_of_other_heights() => Assert.All(Notes(4, static _ => Foot, 30, taller: 40), Assert.Empty);

    /// <summary>A head names a table that the next page begins: the title there is no part of the head, and the table no part of the one before.</summary>
    [Fact]
    public void A_title_is_not_that_of_the_table_before_for_a_head_that_has_its_words() => Assert.Equal(3, TableFinder.Find(
        [.. new[] { "收入表", "支出表", "结余表" }.Select(static (title, i) => AsciiPage.Draw($"  某某局支出表\n\n  {title}\n{Table}", i + 1, top: 40))]).Tables.Length);

    /// <summary>A head that nothing stands above may stand further down than the margin goes: the table goes on below it. A line in the page has the next part for its own.</summary>
    [Theory]
    [InlineData(120, "", 1)]
    [InlineData(120, "某年\n", 2)]
    [InlineData(180, "", 2)]
    public void A_head_below_the_margin_stands_outermost(double top, string above, int tables) =>
        Assert.Equal(tables, TableFinder.Find([AsciiPage.Draw($"  支出表\n{Table}", 1, top: top), AsciiPage.Draw($"{above}  某某局\n{Table}", 2, top: top), AsciiPage.Draw($"{above}  某某局\n{Table}", 3, top: top)]).Tables.Length);

    [Fact]
    public void Digits_of_a_foot_differ_from_page_to_page_and_words_do_not()
    {
        Assert.All(Notes(4, static n => $"某某局          第{n}册"), Assert.Empty);
        Assert.All(Notes(4, static n => $"某某局          第{"甲乙丙丁"[n - 1]}册"), Assert.NotEmpty);
    }

    [Theory]
    [InlineData("12", "")]
    [InlineData("123456", "")]
    [InlineData("1234567", "1234567")]
    [InlineData("第 4 页 共 16 页", "")]
    [InlineData("- 4 -", "")]
    [InlineData("—", "—")]
    [InlineData("共 4 项", "共 4 项")]
    public void A_number_of_the_page_is_no_note_though_it_stands_once(string line, string note) => Assert.Equal(note, Notes(1, _ => line)[0]);

    /// <summary>Seven lines above a table are its own, and four below it.</summary>
    [Theory]
    [InlineData(3, 3, "1|2|3", "a|b|c")]
    [InlineData(7, 4, "1|2|3|4|5|6|7", "a|b|c|d")]
    [InlineData(9, 6, "3|4|5|6|7|8|9", "a|b|c|d")]
    public void The_nearest_lines_around_a_table_are_its_own(int above, int below, string caption, string notes)
    {
        var drawing = string.Concat(Enumerable.Range(1, above).Select(static n => $"   说明{n}\n")) + Table + string.Concat(Enumerable.Range(0, below).Select(static n => $"\n   注释{(char)('a' + n)}"));
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw(drawing, top: 200)]).Tables);
        Assert.Equal((caption, notes), (string.Join('|', table.Caption.Select(static l => l.Text[2..])), string.Join('|', table.Notes.Select(static l => l.Text[2..]))));
    }

    [Fact]
    public void What_stands_between_two_tables_is_above_the_one_and_below_the_other_and_no_further()
    {
        var tables = TableFinder.Find([AsciiPage.Draw($"   甲表\n{Table}\n   乙表\n{Table}\n   注释", top: 200)]).Tables;
        Assert.Equal(["甲表", "乙表"], tables.Select(static t => string.Join('|', t.Caption.Select(static l => l.Text))));
        Assert.Equal(["乙表", "注释"], tables.Select(static t => string.Join('|', t.Notes.Select(static l => l.Text))));
    }

    /// <summary>A unit may stand in the note of the table above; the first table of a page may have a note above it.</summary>
    [Theory]
    [InlineData("   注：金额单位：元\n   乙表", "乙表")]
    [InlineData("   续行\n   注：金额单位：元\n   乙表\n   单位：万元", "乙表|单位:万元")]
    [InlineData("   注：金额单位：元", "注:金额单位:元")]
    [InlineData("   金额单位：元\n   乙表", "金额单位:元|乙表")]
    public void A_note_below_a_table_is_not_above_the_next(string between, string caption)
    {
        var tables = TableFinder.Find([AsciiPage.Draw($"   注：上表\n   甲表\n{Table}\n{between}\n{Table}", top: 200)]).Tables;
        Assert.Equal(["注:上表|甲表", caption], tables.Select(static t => string.Join('|', t.Caption.Select(static l => l.Text))));
    }

    /// <summary>The first row that holds a figure which is no number of a column ends the header.</summary>
    [Theory]
    [InlineData("| 栏次       |        1 |        2 |", 2)]
    [InlineData("| 栏次       |        3 |        4 |", 2)]
    [InlineData("| 栏次       |        4 |        5 |", 1)]
    [InlineData("| 栏次       |        1 |        3 |", 1)]
    [InlineData("| 栏次       |        2 |        1 |", 1)]
    [InlineData("| 栏次       |          |        1 |", 1)]
    [InlineData("| 栏次       |       1a |       2b |", 2)]
    [InlineData("| 合计       |    80.00 |    70.00 |", 1)]
    [InlineData("| 合计       |      80% |    (70) |", 1)]
    [InlineData("| 合计       |        — |        — |", 2)]
    public void Numbers_of_columns_are_header_and_figures_are_none(string row, int header)
    {
        var lines = Table.Split('\n').ToList();
        lines.InsertRange(3, [row, lines[0]]);
        Assert.Equal(header, Assert.Single(TableFinder.Find([AsciiPage.Draw(string.Join('\n', lines), top: 200)]).Tables).HeaderRows);
    }

    /// <summary>Without any figure the header is as high as the highest cell with text of its first row.</summary>
    [Fact]
    public void A_table_without_a_figure_has_the_header_that_its_first_row_reaches_down_to() => Assert.Equal([2, 1], TableFinder.Find([AsciiPage.Draw("""
        +----------+---------------------+----------+
        | 项目     | 内容                |          |
        |          +----------+----------+          |
        |          | 质量     | 数量     |          |
        +----------+----------+----------+          |
        | 道路     | 良好     | 很多     |          |
        +----------+----------+----------+----------+
        """), AsciiPage.Draw("""
        +----------+----------+
        | 项目     | 内容     |
        +----------+----------+
        | 道路     | 良好     |
        +----------+----------+
        """, 3)]).Tables.Select(static t => t.HeaderRows));
}
