using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Tests.Tables;

/// <summary>Tables that no ruling shows, and what looks like them.</summary>
public class TextTableTests
{
    private static FoundTables Find(string drawing) => TableFinder.Find([AsciiPage.Draw(drawing)]);

    private static string Row(RawTable table, int row) =>
        string.Join(" | ", table.Cells.Where(c => c.Row == row).Select(c => c.ColumnSpan > 1 ? $"{c.Text} ({c.ColumnSpan})" : c.Text));

    [Fact]
    public void Finds_a_table_without_any_ruling_between_paragraphs()
    {
        var found = Find("""
            The following table shows what the agency spent in 2006 and in 2007, as it was
            reported by the 50 states. Of these, 12 reported no figures for the year 2006.

                                    Fiscal     Fiscal
            State                    2006       2007      Change

            Alabama                 1,234        987       -20.0
            Alaska                     12         15        25.0
            Arizona                   n/a        340           -
            Arkansas                  210        199        -5.2

            In 2007 the amounts were lower than in any year since 1998, when the agency was
            founded.
            """);
        var table = Assert.Single(found.Tables);
        Assert.Equal(4, table.Columns);
        Assert.Equal("Alabama | 1,234 | 987 | -20.0", Row(table, table.Rows - 4));
        Assert.Equal("Arizona | n/a | 340 | -", Row(table, table.Rows - 2));
        Assert.Equal("Arkansas | 210 | 199 | -5.2", Row(table, table.Rows - 1));
        Assert.DoesNotContain(table.Cells, c => c.Text.Contains("agency", StringComparison.Ordinal));
    }

    [Fact]
    public void Dotted_leaders_lead_to_the_figures_of_a_row()
    {
        var found = Find("""
            Total ................   4,120     3,998      12.1
            Wheat ................   1,034       899       8.4
            Corn .................   2,500     2,700      11.0
            Oats .................     586       399       4.4
            """);
        var table = Assert.Single(found.Tables);
        Assert.Equal((4, 4), (table.Rows, table.Columns));
        Assert.Equal("2,700", table.Cells.Single(c => c.Row == 2 && c.Column == 2).Text);
        Assert.StartsWith("Corn", table.Cells.Single(c => c.Row == 2 && c.Column == 0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_over_several_columns_is_the_header_of_a_group()
    {
        var found = Find("""
                              First half          Second half
            Region           Men   Women         Men   Women
            North             12      13          14      15
            South            112     113         114     115
            West               2       3           4       5
            """);
        var table = Assert.Single(found.Tables);
        Assert.Equal((5, 5), (table.Rows, table.Columns));
        Assert.Equal("Region | First half (2) | Second half (2)", Row(table, 0));
        Assert.Equal("Men | Women | Men | Women", Row(table, 1));
        Assert.Equal("West | 2 | 3 | 4 | 5", Row(table, 4));
    }

    [Fact]
    public void Tables_of_contents_and_the_steps_of_an_axis_are_no_tables()
    {
        Assert.Empty(Find("""
            Foreword ..............................    1
            Introduction ..........................    3
            The budget of the year ................    3
            Tables ................................   12
            Index .................................  140
            """).Tables);
        Assert.Empty(Find("""
            450                          450
            400                          400
            350                          350
            300                          300
            250                          250
            """).Tables);
    }

    [Fact]
    public void Prose_in_two_columns_and_numbered_lists_are_no_tables()
    {
        Assert.Empty(Find("""
            In the year 2006 the agency         whole of the budget, while 12
            spent more than in 2005, and        were not named in the report.
            less than in any year since         The 50 states took part again
            1998. Of these, 12 reported         and reported 340 cases in the
            no figures for the year and         first half of the year, which
            340 were closed in 2007 at          was more than the 112 of 2006.
            """).Tables);
        Assert.Empty(Find("""
            1.   The department draws up the budget of the year 2024
            2.   It reports to 3 committees of the council
            3.   It keeps the records of the last 12 years
            4.   It publishes them
            """).Tables);
    }

    [Theory]
    [InlineData(4, true, 1)]
    [InlineData(4, false, 4)]
    [InlineData(8, true, 4)]
    public void Digits_of_one_operator_are_one_figure_though_gaps_part_them(double gap, bool one, int figures)
    {
        var page = AsciiPage.Draw("1234");
        Glyph[] spaced = [.. page.Glyphs.Select((g, i) => g with { Box = new Box(60 + (gap + 6) * i, g.Box.Top, 66 + (gap + 6) * i, g.Box.Bottom), Sequence = one ? 1 : i })];
        Assert.Equal(figures, Segments.Of(spaced, Sheet.Pieces(spaced, []), new Box(0, 0, 600, 800)).Count);
    }

    /// <summary>In 11 pt type.</summary>
    [Theory]
    [InlineData("2017年", 8.7, 1)]
    [InlineData("2017年", 8.9, 2)]
    [InlineData("3017年", 3, 2)]
    [InlineData("2017件", 3, 2)]
    [InlineData("3017年", 2, 1)]
    public void A_year_and_its_word_are_one_text_though_a_gap_parts_them(string text, double gap, int texts)
    {
        Glyph[] apart = [.. AsciiPage.Draw(text).Glyphs.Select((g, i) => g with { Box = i < 4 ? new Box(60 + (5.5 * i), g.Box.Top, 65.5 + (5.5 * i), g.Box.Bottom) : new Box(82 + gap, g.Box.Top, 93 + gap, g.Box.Bottom), Sequence = i })];
        Assert.Equal(texts, Segments.Of(apart, Sheet.Pieces(apart, []), new Box(0, 0, 600, 800)).Count);
    }

    /// <summary>Half an em between the parts.</summary>
    [Theory]
    [InlineData("2024 年 2 月 8 日", 1)]
    [InlineData("2024 年 12 月 18 日", 1)]
    [InlineData("2024 年 123 月", 2)]
    [InlineData("2024 年 月", 2)]
    [InlineData("2024 年 2 日", 2)]
    [InlineData("2024 年 2 月 8 日 3", 2)]
    [InlineData("1234 年 2 月", 4)]
    public void The_parts_of_a_date_are_one_text(string text, int texts)
    {
        var page = AsciiPage.Draw(text);
        Assert.Equal(texts, Segments.Of([.. page.Glyphs], Sheet.Pieces([.. page.Glyphs], []), new Box(0, 0, 600, 800)).Count);
    }

    [Fact]
    public void The_label_of_the_first_figures_is_none_of_the_header_though_its_type_is_larger()
    {
        var page = AsciiPage.Draw("""
            编码                 名称         合计      支出

                                           1234.00   5678.00
            201         公共服务           2345.00   6789.00
            205         教育               3456.00   7890.00
            208         社会保障           4567.00   8901.00
            """);
        var total = AsciiPage.Draw(" \n\n              合计", size: 15);
        var table = Assert.Single(TableFinder.Find([page with { Glyphs = [.. page.Glyphs, .. total.Glyphs.Select(g => g with { Sequence = g.Sequence + 100_000 })] }]).Tables);
        Assert.Equal("编码 | 名称 | 合计 | 支出", Shown.Row(table, 0));
        Assert.Equal("| 合计 | 1234.00 | 5678.00", Shown.Row(table, 1));
    }

    [Theory]
    [InlineData("公共服务", 0, true)]
    [InlineData("公共服务", 2, false)]
    [InlineData("十二、外", 0, true)]
    [InlineData("十二“外", 0, false)]
    public void A_word_that_a_border_cuts_is_torn_where_no_gap_is(string text, double gap, bool torn)
    {
        Glyph[] glyphs = [.. AsciiPage.Draw(text, left: 20).Glyphs.Select((g, i) => g with { Box = new Box(g.Box.Left + (i < 2 ? 0 : gap), g.Box.Top, g.Box.Right + (i < 2 ? 0 : gap), g.Box.Bottom), Sequence = i / 2 })];
        var grid = new Grid([0, 44, 100], [50, 100], [new GridCell(0, 0, 1, 1), new GridCell(0, 1, 1, 1)]);
        var placed = Placement.Of(grid, glyphs, Sheet.Pieces(glyphs, []));
        Assert.Equal([torn, torn], placed.Select(p => Placement.HoldsTornWord(glyphs, p)));
    }

    /// <summary>A figure that runs over the border stays whole where the others have as many decimals; where they have as many as stand before the border, another figure begins there.</summary>
    [Theory]
    [InlineData("2,071.265919一、收入", "6.000000", "2,071.265919", "一、收入")]
    [InlineData("2,071.265919", "6.000000", "2,071.265919", "")]
    [InlineData("2,071.265919", "6.0000", "2,071.2659", "19")]
    [InlineData("2,071.26590.0000", "6.0000", "2,071.2659", "0.0000")]
    public void A_figure_that_runs_over_a_border_ends_with_its_decimals(string text, string other, string left, string right)
    {
        Glyph[] glyphs = [.. AsciiPage.Draw(text, left: 20).Glyphs.Select(static (g, i) => g with { Sequence = i < 10 ? 0 : 1 }), .. AsciiPage.Draw(other, left: 20, top: 100).Glyphs.Select(static g => g with { Sequence = 2 })];
        var grid = new Grid([0, 80, 200], [50, 90, 150], [new GridCell(0, 0, 1, 1), new GridCell(0, 1, 1, 1), new GridCell(1, 0, 1, 1), new GridCell(1, 1, 1, 1)]);
        Assert.Equal([left, right], Placement.Of(grid, glyphs, Sheet.Pieces(glyphs, [])).Take(2).Select(p => CellReader.Raw(glyphs, p)));
    }

    /// <summary>A unit stands above a table: between two without rulings it ends the first, whose columns the title keeps to.</summary>
    [Fact]
    public void A_unit_between_two_tables_parts_them() => Assert.Equal("""
        项目 | 金额
        一、收入 | 12.50
        二、支出 | 11.50
        三、结余 | 1.00
        ---
        项目 | 金额
        一、债务 | 2.50
        二、利息 | 1.50
        三、其他 | 1.00
        """, Shown.Of(AsciiPage.Draw("""
        项目             金额
        一、收入         12.50
        二、支出         11.50
        三、结余          1.00

        债务表
                    单位：万元
        项目             金额
        一、债务          2.50
        二、利息          1.50
        三、其他          1.00
        """)));

    /// <summary>What begins or stands in the middle elsewhere, or reaches beyond the text above, is none of it.</summary>
    [Theory]
    [InlineData("支  出", "地方债券一般付息支出")]
    [InlineData("                  甲  乙", "地方债券一般付息")]
    [InlineData("支          出", "地方债券一般付息")]
    public void Two_characters_set_wide_below_the_last_figures_are_the_end_of_their_name(string line, string name) => Assert.Equal($"""
        科目名称 | 合计 | 基本支出
        债务付息 | 9.00 | 6.00
        专项债务 | 5.00 | 4.00
        {name} | 4.00 | 2.00
        """, Shown.Of(AsciiPage.Draw($"""
        科目名称          合计     基本支出

        债务付息          9.00         6.00

        专项债务          5.00         4.00

        地方债券
        一般付息          4.00         2.00
        {line}
        """)));
}
