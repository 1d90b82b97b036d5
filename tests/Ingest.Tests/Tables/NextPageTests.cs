using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>How much may differ between the parts of a table on two pages, and what stands at the foot of the first.</summary>
public class NextPageTests
{
    private const string First = """
        +------------+----------+----------+----------+
        | 科目名称   |   预算数 |   执行数 | 备注     |
        +------------+----------+----------+----------+
        | 公共服务   |    80.00 |    70.00 | 上年     |
        +------------+----------+----------+----------+
        | 社会保障   |    60.00 |    50.00 | 上年     |
        +------------+----------+----------+----------+
        """;

    private const string Second = """
        +------------+----------+----------+----------+
        | 科目名称   |   预算数 |   执行数 | 备注     |
        +------------+----------+----------+----------+
        | 农林水     |    20.00 |    10.00 | 今年     |
        +------------+----------+----------+----------+
        """;

    private const string Bare = """
        +------------+----------+----------+----------+
        | 农林水     |    20.00 |    10.00 | 今年     |
        +------------+----------+----------+----------+
        | 住房保障   |    30.00 |    20.00 | 今年     |
        +------------+----------+----------+----------+
        """;

    private static ImmutableArray<RawTable> Find(params PageContent[] pages) => TableFinder.Find(pages).Tables;

    private static string Caption(RawTable table) => string.Join('|', table.Caption.Select(static l => l.Text));

    private static string Notes(RawTable table) => string.Join('|', table.Notes.Select(static l => l.Text));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void A_table_goes_on_on_the_next_page_alone(int page, int tables) =>
        Assert.Equal(tables, Find([AsciiPage.Draw(First), .. Enumerable.Range(2, page - 2).Select(static n => AsciiPage.Draw("文字", n)), AsciiPage.Draw(Bare, page)]).Length);

    /// <summary>Three lines with the unit; what stands further above, or apart, is of the page before.</summary>
    [Theory]
    [InlineData("第二部分\n支出预算总表\n                  单位：万元", "第二部分|支出预算总表|单位:万元")]
    [InlineData("（说明在后）\n第二部分\n支出预算总表\n                  单位：万元", "第二部分|支出预算总表|单位:万元")]
    [InlineData("第二部分\n\n支出预算总表\n                  单位：万元", "第二部分|支出预算总表|单位:万元")]
    [InlineData("第二部分\n\n\n支出预算总表\n                  单位：万元", "支出预算总表|单位:万元")]
    [InlineData("支出预算总表\n                  货币：万元", "")]
    public void A_title_at_the_foot_of_a_page_has_at_most_three_lines_closely_one_below_the_other(string foot, string caption) =>
        Assert.Equal(caption, Caption(Find(AsciiPage.Draw(First + "\n\n\n" + foot), AsciiPage.Draw(Second, 2))[^1]));

    [Fact]
    public void A_title_at_the_foot_of_a_page_is_that_of_the_first_table_of_the_next()
    {
        var tables = Find(AsciiPage.Draw(First + "\n\n支出预算总表\n                  单位：万元"), AsciiPage.Draw($"{Second}\n\n\n\n\n收入预算总表\n{Second}", 2));
        Assert.Equal(["", "支出预算总表|单位:万元", "收入预算总表"], tables.Select(Caption));
        Assert.Equal("", Notes(tables[0]));
    }

    [Fact]
    public void A_table_that_has_a_title_of_its_own_takes_none_from_the_foot_of_the_page_before()
    {
        var tables = Find(AsciiPage.Draw(First + "\n\n支出预算总表\n                  单位：万元"), AsciiPage.Draw("   收入预算总表\n" + Second, 2));
        Assert.Equal(["", "收入预算总表"], tables.Select(Caption));
        Assert.Equal("支出预算总表|单位:万元", Notes(tables[0]));
    }

    /// <summary>Words that a table goes on are no title; 续 may also begin one.</summary>
    [Theory]
    [InlineData("（续表）", 1)]
    [InlineData("续表 2", 1)]
    [InlineData("接上页", 1)]
    [InlineData("续建项目", 2)]
    [InlineData("上年", 2)]
    public void A_word_that_the_table_goes_on_begins_no_other_one(string above, int tables) =>
        Assert.Equal(tables, Find(AsciiPage.Draw("   收支预算总表\n" + First), AsciiPage.Draw($"   {above}\n{Bare}", 2)).Length);

    /// <summary>The same title again, perhaps with more behind it; without the header it may be another table.</summary>
    [Theory]
    [InlineData("收支预算总表", Second, 1)]
    [InlineData("收支预算总表（二）", Second, 1)]
    [InlineData("收支预算", Second, 1)]
    [InlineData("收入预算总表", Second, 2)]
    [InlineData("收支预算总表", Bare, 2)]
    public void A_title_is_printed_again_with_the_header(string title, string page, int tables) =>
        Assert.Equal(tables, Find(AsciiPage.Draw("   收支预算总表\n" + First), AsciiPage.Draw($"   {title}\n{page}", 2)).Length);

    /// <summary>Notes end a table, unless its header is printed again; they stay with it.</summary>
    [Theory]
    [InlineData(Second, 1)]
    [InlineData(Bare, 2)]
    public void Below_notes_a_table_goes_on_with_its_header_alone(string page, int tables)
    {
        var found = Find(AsciiPage.Draw(First + "\n注：含上年结转。"), AsciiPage.Draw(page + "\n注：无。", 2));
        Assert.Equal(tables, found.Length);
        Assert.Equal("注:含上年结转。|注:无。", string.Join('|', found.Select(Notes)));
    }

    /// <summary>Rulings of one table stand alike on all pages: a place aside is the hand of the printer, three are other columns.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1)]
    [InlineData(11, 2)]
    [InlineData(-5, 1)]
    [InlineData(-11, 2)]
    public void Ruled_columns_stand_alike_on_the_next_page(double aside, int tables)
    {
        var next = AsciiPage.Draw(Bare, 2);
        var x = next.Rulings.Where(Strokes.IsVertical).Select(static r => r.Position).Order().ElementAt(2);
        Assert.Equal(tables, Find(AsciiPage.Draw(First), next with { Rulings = [.. next.Rulings.Select(r => Strokes.IsVertical(r) && r.Position == x ? r with { Position = x + aside } : r)] }).Length);
    }

    /// <summary>A header clipped in a lower row is the same; other words are another header.</summary>
    [Theory]
    [InlineData("|   执行数 |", "|   执行   |", 4)]
    [InlineData("|   执行数 |", "|   结余数 |", 5)]
    [InlineData("|   执行数 |", "|          |", 5)]
    [InlineData("|   预算数 |   执行数 | 备注     |", "|   预算   |   执行   | 备       |", 5)]
    [InlineData("| 科目名称   |   预算数 |   执行数 |", "| 科目       |   预算   |   执行数 |", 4)]
    public void A_header_that_is_cut_short_is_printed_again_where_most_of_it_is_the_same(string what, string with, int rows)
    {
        var table = Assert.Single(Find(AsciiPage.Draw(First), AsciiPage.Draw(Second.Replace(what, with, StringComparison.Ordinal), 2)));
        Assert.Equal(rows, table.Rows);
    }

    /// <summary>Numbers of pages stand in the margin, and are no notes of the table above them.</summary>
    [Theory]
    [InlineData("— 4 —", 800, "")]
    [InlineData("4/16", 800, "")]
    [InlineData("第4页共16页", 800, "")]
    [InlineData("注4", 800, "注4")]
    [InlineData("— 4 —", 700, "— 4 —")]
    [InlineData("1234567", 800, "1234567")]
    public void A_page_number_in_the_margin_is_no_note(string line, double baseline, string notes)
    {
        var page = AsciiPage.Draw(First + "\n" + line, top: 680 - 96);
        var foot = page.Glyphs.Max(static g => g.Baseline);
        Assert.Equal(notes, Notes(Assert.Single(Find(page with
        {
            Glyphs = [.. page.Glyphs.Select(g => g.Baseline < foot ? g : g with { Baseline = (float)baseline, Box = new Box(g.Box.Left, baseline - 9.5, g.Box.Right, baseline + 1.2) })],
        }))));
    }

    /// <summary>A unit behind the title says that another table begins, which has columns of its own; one alone does not.</summary>
    [Theory]
    [InlineData("            支出总表（单位：万元）", 3)]
    [InlineData("                      （单位：万元）", 4)]
    public void The_columns_of_the_page_before_are_not_those_of_a_table_with_a_title(string line, int columns) => Assert.Equal(columns, TableFinder.Find([AsciiPage.Draw("""
        科目名称        预算数        执行数        备注数
        公共服务         80.00         70.00         60.00
        社会保障         60.00         50.00         40.00
        农林水           20.00         10.00         40.00
        """), AsciiPage.Draw(line + "\n" + """
        科目名称        预算数                      备注数
        外交支出         80.00                       60.00
        国防支出         60.00                       40.00
        公安支出         20.00                       40.00
        """, 2)]).Tables[^1].Columns);

    /// <summary>A page break between a group and its columns: these show how many there are, and are rows of the header. Where the group has no columns there, the page begins another table.</summary>
    [Theory]
    [InlineData("人员经费", "公用经费", true)]
    [InlineData("人员经费", "        ", false)]
    [InlineData("   60.00", "   10.00", false)]
    public void A_header_that_the_page_break_cuts_is_one(string left, string right, bool isOne)
    {
        const string Head = """
            +------------+----------+---------------------+
            | 科目名称   |     合计 | 基本支出            |
            +------------+----------+---------------------+
            """;
        var tables = Find(AsciiPage.Draw(Head, 1, top: 700), AsciiPage.Draw($"""
            +------------+----------+----------+----------+
            |            |          | {left} | {right} |
            +------------+----------+----------+----------+
            | 公共服务   |    80.00 |    70.00 |    10.00 |
            +------------+----------+----------+----------+
            """, 2));
        Assert.Equal(isOne ? 1 : 2, tables.Length);
        Assert.Equal(isOne ? (2, 4, 3) : (1, 3, 1), (tables[0].HeaderRows, tables[0].Columns, tables[0].Rows));
    }
}
