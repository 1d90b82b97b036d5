using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Several tables on one page, what stands around them, and pages of another format.</summary>
public class LayoutTests
{
    [Fact]
    public void Two_ruled_tables_side_by_side()
    {
        Assert.Equal("""
            收入 | 预算数
            拨款 | 1.00
            ---
            支出 | 预算数
            教育 | 2.00
            """, Shown.Of(AsciiPage.Draw("""
            +------+--------+   +------+--------+
            | 收入 | 预算数 |   | 支出 | 预算数 |
            +------+--------+   +------+--------+
            | 拨款 |   1.00 |   | 教育 |   2.00 |
            +------+--------+   +------+--------+
            """)));
    }

    [Fact]
    public void Two_tables_with_lines_side_by_side()
    {
        Assert.Equal("""
            Region | Men | Women
            North | 12 | 13
            South | 112 | 113
            ---
            Year | Births | Deaths
            2019 | 1,465 | 998
            2020 | 1,200 | 997
            """, Shown.Of(AsciiPage.Draw("""
            ========================     =============================
            Region     Men     Women     Year       Births      Deaths
            ========================     =============================
            North       12        13     2019        1,465         998
            South      112       113     2020        1,200         997
            ========================     =============================
            """)));
    }

    [Fact]
    public void Two_tables_on_a_page_with_a_title_between()
    {
        var found = TableFinder.Find([AsciiPage.Draw("""
                   收入总表
            +--------+----------+
            | 项目   |   预算数 |
            +--------+----------+
            | 合计   |     1.00 |
            +--------+----------+

                   支出总表
            +--------+----------+
            | 项目   |   预算数 |
            +--------+----------+
            | 合计   |     2.00 |
            +--------+----------+
            """)]);
        Assert.Equal(["收入总表", "支出总表"], found.Tables.Select(t => t.Caption[^1].Text));
        Assert.Equal(["合计 | 1.00", "合计 | 2.00"], found.Tables.Select(t => Shown.Row(t, 1)));
    }

    [Fact]
    public void Two_tables_of_text_alone_with_a_title_between()
    {
        Assert.Equal("""
            Crop | Planted | Yield
            Wheat | 1,034 | 8.4
            Corn | 2,500 | 11.0
            Oats | 586 | 4.4
            ---
            Animal | Farms | Heads
            Cattle | 12 | 3,456
            Sheep | 340 | 12,001
            Goats | 7 | 98
            """, Shown.Of(AsciiPage.Draw("""
            Table 1. Crops of the year

            Crop           Planted     Yield
            Wheat            1,034       8.4
            Corn             2,500      11.0
            Oats               586       4.4


            Table 2. Animals on farms

            Animal           Farms     Heads
            Cattle              12     3,456
            Sheep              340    12,001
            Goats                7        98
            """)));
    }

    [Theory]
    [InlineData("+---------+------------+----------+")]
    [InlineData("===================================")]
    [InlineData("")]
    public void Head_foot_page_number_and_notes_stay_outside(string line)
    {
        var bar = line.StartsWith('+') ? "|" : " ";
        var found = TableFinder.Find([AsciiPage.Draw($"""
            某某市教育局                  2024 年部门预算

            公开表 3                      单位：万元
            {line}
            {bar} 项目    {bar} 基本支出   {bar} 项目支出 {bar}
            {line}
            {bar} 合计    {bar}   123.45   {bar}     6.00 {bar}
            {line}
            {bar} 教育    {bar}    23.45   {bar}     1.00 {bar}
            {line}
            {bar} 科技    {bar}   100.00   {bar}     5.00 {bar}
            {line}
            注：本表反映部门本年度支出情况。

                             — 4 —
            """)]);
        var table = Assert.Single(found.Tables);
        Assert.Equal("项目 | 基本支出 | 项目支出\n合计 | 123.45 | 6.00\n教育 | 23.45 | 1.00\n科技 | 100.00 | 5.00", Shown.Of(table));
        Assert.Contains(table.Caption, l => l.Text.Contains("万元", StringComparison.Ordinal));
        Assert.Contains(table.Notes, l => l.Text.StartsWith('注'));
        Assert.Contains(found.Lines, l => l.Text.Contains('4', StringComparison.Ordinal) && l.Text.Length < 8);
    }

    [Fact]
    public void A_table_goes_on_on_a_page_of_another_format()
    {
        var first = AsciiPage.Draw("""
                 支出总表
            +--------+----------+----------+
            | 项目   | 基本支出 | 项目支出 |
            +--------+----------+----------+
            | 合计   |     3.00 |     4.00 |
            +--------+----------+----------+
            """);
        var next = Wider(AsciiPage.Draw("""
            +--------+----------+----------+
            | 项目   | 基本支出 | 项目支出 |
            +--------+----------+----------+
            | 教育   |     1.00 |     2.00 |
            +--------+----------+----------+
            | 科技   |     2.00 |     2.00 |
            +--------+----------+----------+
            """, 2), 842.0 / 595);
        var table = Assert.Single(TableFinder.Find([first, next]).Tables);
        Assert.Equal("项目 | 基本支出 | 项目支出\n合计 | 3.00 | 4.00\n教育 | 1.00 | 2.00\n科技 | 2.00 | 2.00", Shown.Of(table));
    }

    /// <summary>The same table spread over a wider page, its type as before.</summary>
    private static PageContent Wider(PageContent page, double by) => page with
    {
        Width = page.Width * by,
        Height = page.Height / by,
        Rulings = [.. page.Rulings.Select(r => Strokes.IsVertical(r) ? r with { Position = r.Position * by } : r with { Start = r.Start * by, End = r.End * by })],
        Glyphs = [.. page.Glyphs.Select(g => g with { Box = new Box(g.Box.Left * by, g.Box.Top, g.Box.Left * by + g.Box.Width * by, g.Box.Bottom) })],
    };
}
