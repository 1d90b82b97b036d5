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

    /// <summary>和 is drawn over a part of 线: nobody can tell what is whose. Squeezed text overlaps less, and the same character twice is bold.</summary>
    [Theory]
    [InlineData("和", 0.5, true)]
    [InlineData("和", 0.9, false)]
    [InlineData("线", 0.5, false)]
    public void Ideographs_drawn_over_each_other_are_not_trusted(string second, double share, bool untrusted)
    {
        var page = AsciiPage.Draw(Areas.Replace("办公楼", "线", StringComparison.Ordinal));
        var first = page.Glyphs.Single(g => g.Text == "线");
        var over = first with { Text = second, Sequence = 9_000, Box = new Box(first.Box.Left + (share * first.Box.Width), first.Box.Top, first.Box.Right + (share * first.Box.Width), first.Box.Bottom) };
        Assert.Equal(untrusted, Single(page with { Glyphs = page.Glyphs.Add(over) }).Cells.Single(c => c is { Row: 1, Column: 0 }).Untrusted);
    }

    /// <summary>A whole text over the beginning of another one, as the lines of a wrapped name over the next row: not only its end overlaps.</summary>
    [Theory]
    [InlineData("20", 0, true)]
    [InlineData("办公", 0, false)]
    [InlineData("20", 13, false)]
    public void Texts_drawn_over_each_other_are_not_trusted(string second, double down, bool untrusted)
    {
        var page = AsciiPage.Draw(Areas);
        var first = page.Glyphs.Single(g => g.Text == "办");
        var over = second.Select((c, i) => first with { Text = c.ToString(), Sequence = 9_000, Baseline = (float)(first.Baseline + down), Box = new Box(first.Box.Left + (11 * i) + 0.5, first.Box.Top + down, first.Box.Left + (11 * i) + 7, first.Box.Bottom + down) });
        Assert.Equal(untrusted, Single(page with { Glyphs = page.Glyphs.AddRange(over) }).Cells.Any(static c => c.Text.Contains('办', StringComparison.Ordinal) && c.Untrusted));
    }

    /// <summary>A stamp or watermark beside a name, that nothing else told: type of 11 pt and one character much larger.</summary>
    [Theory]
    [InlineData(18, false)]
    [InlineData(19.5, true)]
    public void A_cell_with_type_much_larger_than_the_rest_is_not_trusted(double size, bool untrusted)
    {
        var page = AsciiPage.Draw(Areas.Replace("办公楼 ", "办     ", StringComparison.Ordinal));
        var name = page.Glyphs.Single(g => g.Text == "办");
        var stamp = name with { Text = "密", Sequence = 9_000, PointSize = (float)size, Box = new Box(name.Box.Left + 14, name.Baseline - size, name.Box.Left + 14 + size, name.Baseline) };
        Assert.Equal(untrusted, Single(page with { Glyphs = page.Glyphs.Add(stamp) }).Cells.Single(c => c is { Row: 1, Column: 0 }).Untrusted);
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

    /// <summary>Lines up to 2 em apart are those of a wrapped text; here type of 11 pt is set on lines of 12 pt, and on every second one.</summary>
    [Fact]
    public void A_number_goes_on_in_the_next_line_but_not_beyond_an_empty_one()
    {
        var table = Single(AsciiPage.Draw("""
            +-----------+---------+---------+
            | 行政运行  |       4 | 1,234.5 |
            |           |         |       6 |
            +-----------+---------+---------+
            | 会议费    |       4 | 1,234.5 |
            |           |         |         |
            |           | 3,500.0 |       6 |
            +-----------+---------+---------+
            """));
        Assert.Equal("行政运行 | 4 | 1,234.56\n会议费 | 4 3,500.0 | 1,234.5 6", Shown.Of(table));
    }

    /// <summary>Two places are 12 pt, less than 1.3 em; three are more.</summary>
    [Fact]
    public void Thousands_set_apart_are_one_number_and_figures_further_apart_are_not()
    {
        var table = Single(AsciiPage.Draw("""
            +-----------+---------------+-----------------+
            | 行政运行  | 512  400  112 | 512   400   112 |
            +-----------+---------------+-----------------+
            | 会议费    |           4.1 |             5.1 |
            +-----------+---------------+-----------------+
            """));
        Assert.Equal("行政运行 | 512400112 | 512 400 112\n会议费 | 4.1 | 5.1", Shown.Of(table));
    }

    /// <summary>One space before a group may part two numbers; where figures have two, they are thousands, whatever the decimals.</summary>
    [Theory]
    [InlineData("1 404 914.26", "2 786 524.8", "82585.57 | 54964")]
    [InlineData("1 404 914.26", "786 524.8", "82 585.57 | 54 964")]
    public void Millions_show_that_decimals_are_left_out(string first, string second, string small)
    {
        var table = Single(AsciiPage.Draw($"""
            +-----------+--------------+
            | 行政运行  |{first,13} |
            +-----------+--------------+
            | 会议费    |{second,13} |
            +-----------+--------------+
            | 培训费    |    82 585.57 |
            +-----------+--------------+
            | 邮电费    |       54 964 |
            +-----------+--------------+
            | 维修费    |      3 400.5 |
            +-----------+--------------+
            | 租赁费    |        1 200 |
            +-----------+--------------+
            """));
        Assert.Equal(small, table.Cells.Single(static c => c is { Row: 2, Column: 1 }).Text + " | " + table.Cells.Single(static c => c is { Row: 3, Column: 1 }).Text);
    }

    /// <summary>The first column has two rows, so the second has: each of its lines is full, and the two would make one number.</summary>
    [Fact]
    public void Where_one_column_holds_two_figures_no_other_joins_its_own()
    {
        const string One = """
            +----------+-------+-------+
            | 调出资金 |168249 |258421 |
            | 年终结余 |{0} |63858  |
            +----------+-------+-------+
            """;
        Assert.Equal("调出资金年终结余 | 168249 | 25842163858", Shown.Of(Single(AsciiPage.Draw(One.Replace("{0}", "      ", StringComparison.Ordinal)))));
        Assert.Equal("调出资金年终结余 | 168249 112233 | 258421 63858", Shown.Of(Single(AsciiPage.Draw(One.Replace("{0}", "112233", StringComparison.Ordinal)))));
    }

    /// <summary>All gaps alike are how a number is set; one that differs (by more than 0.1 em) parts two.</summary>
    [Theory]
    [InlineData(0.0, "135.62")]
    [InlineData(0.5, "135.62")]
    [InlineData(0.7, "13 5.62")]
    public void Digits_set_apart_evenly_are_one_number(double shift, string text)
    {
        var page = AsciiPage.Draw("""
            +-----------+------------------+
            | 行政运行  | 1.1              |
            +-----------+------------------+
            | 会议费    | 135.62           |
            +-----------+------------------+
            """);
        var first = page.Glyphs.Single(g => g.Text == "3").Box.Left - 6;
        var narrow = page with
        {
            Glyphs = [.. page.Glyphs.Select(g =>
            {
                // the glyphs lose 2.5 pt of their advance; the 3 moves towards the 1
                var left = g.Box.Left - (g.Text == "3" ? shift : 0);
                return g.Baseline == page.Glyphs.Single(x => x.Text == "3").Baseline && g.Box.Left >= first - 1 && g.Text[0] < 128
                    ? g with { Box = new Box(left, g.Box.Top, left + 3.5, g.Box.Bottom) } : g;
            })],
        };
        Assert.Equal(text, Single(narrow).Cells.Single(c => c.Row == 1 && c.Column == 1).Text);
    }

    [Fact]
    public void A_slanted_watermark_stands_in_no_cell()
    {
        var page = AsciiPage.Draw(Areas.Replace("123.5  ", "123.5公", StringComparison.Ordinal));
        var marked = page with { Glyphs = [.. page.Glyphs.Select(g => g.Text == "公" && g.Box.Left > 150 ? g with { Rotation = TextRotation.Other } : g)] };
        Assert.Equal("123.5", Single(marked).Cells.Single(c => c.Row == 1 && c.Column == 1).Text);
    }

    /// <summary>Ideographs stand upright one below the other in two columns from right to left; brackets and figures between them are turned, if there are any: then the order in which they are drawn tells, but of three characters.</summary>
    [Theory]
    [InlineData("合计数", "数合计")]
    [InlineData("单价(元)", "单价(元)")]
    [InlineData("上年结转(3)", "上年结转(3)")]
    [InlineData("上年结转/结余", "上年结转/结余")]
    [InlineData("政府性基金预算", "政府性基金预算")]
    [InlineData("采购金额", "采购金额")]
    public void A_text_written_downwards(string written, string read)
    {
        var page = AsciiPage.Draw("""
            +--------+----------+----------+
            |        | 科目     | 金额     |
            |        |          |          |
            |        |          |          |
            |        |          |          |
            |        |          |          |
            |        |          |          |
            |        |          |          |
            +--------+----------+----------+
            | 办公楼 |   123.5  |   3.00   |
            +--------+----------+----------+
            """);
        var half = (written.Length + 1) / 2;
        var down = written.Select((c, i) =>
        {
            double x = 94 - (i < half ? 0 : 14), y = 74 + 11 * (i < half ? i : i - half);
            var turned = c < 0x2E80;
            return new Glyph(c.ToString(), new Box(x - 5, y, x + 5, y + 9.5), (float)(turned ? x - 4 : y + 8.5), 10, turned ? TextRotation.Clockwise : TextRotation.Upright, GlyphFlags.None, 500 + i);
        });
        Assert.StartsWith(read + " ", Shown.Row(Single(page with { Glyphs = [.. page.Glyphs, .. down] }), 0), StringComparison.Ordinal);
    }

    /// <summary>Each character shown by an operator of its own: a border in the middle of a year cuts no year. Other figures may end there.</summary>
    [Theory]
    [InlineData("2025年执行数", 1, "2025年执行数")]
    [InlineData("2025年执行数", 4, "2025年执行数")]
    [InlineData("1500年执行数", 4, "1500|年执行数")]
    [InlineData("2025元执行数", 4, "2025|元执行数")]
    [InlineData("2025年执行数字是一个句子", 4, "2025|年执行数字是一个句子")]
    [InlineData("2025年执行数字是一个句子", 1, "2025年执行数字是一个句子")]
    public void A_year_is_not_cut(string text, int digits, string cells)
    {
        var page = AsciiPage.Draw("""
            +----------------------+--------------------------+
            |                      |                          |
            +----------------------+--------------------------+
            | 支出                 | 项目                     |
            +----------------------+--------------------------+
            """);
        var border = page.Rulings.Where(static r => r.Direction == RulingDirection.Vertical).Select(static r => r.Position).Distinct().Order().ElementAt(1);
        var like = page.Glyphs[0];
        var y = page.Rulings.Where(static r => r.Direction == RulingDirection.Horizontal).Select(static r => r.Position).Distinct().Order().Take(2).Average();
        double Width(char c) => c < 128 ? 5 : 10;
        var left = border - text.Take(digits).Sum(Width);
        var glyphs = text.Select((c, i) => like with
        {
            Text = c.ToString(), Sequence = 5_000 + i, Baseline = (float)(y + 3), PointSize = 10,
            Box = new Box(left + text.Take(i).Sum(Width), y - 6, left + text.Take(i + 1).Sum(Width), y + 4),
        });
        var table = Single(page with { Glyphs = page.Glyphs.AddRange(glyphs) });
        Assert.Equal(cells, string.Join('|', table.Cells.Where(static c => c.Row == 0 && c.Text.Length > 0).Select(static c => c.Text)));
    }
}
