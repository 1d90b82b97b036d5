using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;

namespace Ingest.Tests.Tables;

/// <summary>What lines of one column prove: that a cell spans rows, and how far apart the lines of one text stand.</summary>
public class BlockTests
{
    private const double Size = 10;

    private static Segment Text(double left, double baseline, double width = 80, bool figure = false, bool numbered = false) =>
        new(left, left + width, baseline - 8.6, baseline + 1.2, baseline, Size, figure, Open: false, Numbered: numbered);

    /// <summary>Two items of two lines each down one column, and a figure beside each, in the middle of its lines.</summary>
    private static List<Segment> Items(bool numbered) =>
    [
        Text(0, 100, numbered: numbered), Text(100, 106, 30, figure: true), Text(0, 112, 40), Text(0, 124, numbered: numbered), Text(100, 130, 30, figure: true), Text(0, 136, 40),
    ];

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void As_many_items_as_rows_are_rows_and_no_cell_over_them(bool numbered, int off)
    {
        double[] xs = [-2, 90, 140];
        var blocks = TextBlocks.Of(Items(numbered), xs, 1.3);

        Assert.Equal(numbered ? 2 : 0, blocks[0].Begun);
        Assert.Equal(off, CentredRows.Of(blocks, xs, 1.3, 80, 150)!.Off);
    }

    [Fact]
    public void As_many_figures_as_rows_are_rows_too()
    {
        double[] xs = [-2, 90, 140];
        var blocks = TextBlocks.Of([Text(0, 100), Text(100, 100, 10, figure: true), Text(100, 112, 10, figure: true), Text(0, 124)], xs, 1.3);

        Assert.Equal([0, 2, 0], blocks.Select(b => b.Begun));
        Assert.Equal(0, CentredRows.Of(blocks, xs, 1.3, 80, 150)!.Off);
    }

    [Theory]
    [InlineData(6, 7)]
    [InlineData(8, 10)]
    public void A_line_printed_into_another_shows_no_distance_that_lines_stand_at(double below, int rows)
    {
        var page = AsciiPage.Draw("""
            项目            去年     今年
            一般公共服务    12.50    13.50
            支出
            二教育支出本    11.50    12.50
            年
            科学技术支出    10.50    11.50
            本年
            四文化旅游支    15.50    16.50
            出
            五社会保障支    12.50    16.50
            出
            """);
        var word = page.Glyphs.Where(g => Math.Abs(g.Baseline - page.Glyphs.First(o => o.Text == "科").Baseline) < 1 && g.Box.Left < 100).ToList();
        page = page with { Glyphs = [.. page.Glyphs, .. word.Select(g => g with { Baseline = (float)(g.Baseline + below), Box = g.Box with { Top = g.Box.Top + below, Bottom = g.Box.Bottom + below } })] };

        Assert.Equal(rows, Assert.Single(TableFinder.Find([page]).Tables).Rows);
    }

    /// <summary>Base line, left and right side, and text: columns of codes and names so narrow that each takes two lines around its figures.</summary>
    private static readonly (double Baseline, double Left, double Right, string Text)[] Narrow =
    [
        (69.9, 59.5, 88.8, "经济分"), (82.3, 59.5, 87.4, "类科目"), (82.3, 94.1, 173.3, "经济分类科目名称"), (82.3, 233.8, 252.5, "合计"), (82.3, 352.8, 391.7, "人员经费"),
        (82.3, 467.0, 505.9, "公用经费"), (95.3, 64.3, 83.5, "编码"), (109.4, 59.0, 83.5, "3023"), (115.7, 103.2, 161.8, "其他交通费用"), (115.7, 252.5, 308.2, "130,431.00"),
        (115.7, 422.9, 432.5, "—"), (115.7, 481.0, 536.6, "130,431.00"), (121.4, 59.0, 64.3, "9"), (135.6, 59.0, 83.5, "3029"), (135.6, 103.2, 172.3, "其他商品和服务"),
        (142.6, 244.3, 308.2, "38,227.00"), (142.6, 422.9, 432.5, "—"), (142.6, 465.1, 536.6, "38,227.00"), (148.6, 59.0, 64.3, "9"), (148.6, 103.7, 121.4, "支出"),
        (164.1, 93.1, 172.3, "对个人和家庭的补"), (169.7, 59.0, 77.3, "303"), (169.7, 252.5, 308.2, "151,663.00"), (169.7, 336.0, 430.1, "151,663.00"),
        (169.7, 527.5, 537.1, "—"), (176.6, 93.1, 101.8, "助"), (192.0, 59.0, 83.5, "3030"), (197.9, 103.2, 132.5, "退休费"), (197.9, 231.4, 308.2, "143,383.00"),
        (197.9, 336.5, 429.6, "143,383.00"), (197.9, 527.0, 537.1, "—"), (204.0, 59.0, 64.3, "2"), (218.4, 59.0, 83.5, "3030"), (224.6, 103.2, 132.5, "奖励金"),
        (224.6, 231.4, 305.8, "8,280.00"), (224.6, 355.7, 430.1, "8,280.00"), (226.3, 527.0, 536.6, "—"), (230.9, 59.0, 64.3, "9"),
    ];

    private static PageContent Page(int number, IEnumerable<(double Baseline, double Left, double Right, string Text)> texts) =>
        new(number, 595, 842, [.. texts.SelectMany((t, sequence) => t.Text.Select((c, i) => new Glyph(c.ToString(),
            new Box(t.Left + i * (t.Right - t.Left) / t.Text.Length, t.Baseline - 10.7, t.Left + (i + 1) * (t.Right - t.Left) / t.Text.Length, t.Baseline), (float)t.Baseline, 10.7f, TextRotation.Upright, GlyphFlags.None, sequence)))], [], [], [], []);

    [Fact]
    public void What_goes_on_in_the_columns_of_the_page_before_is_no_form()
    {
        // the page before has names of one line
        var first = Page(1, Narrow.Where(t => t.Baseline < 100).Concat(Enumerable.Range(0, 6).SelectMany(i => new (double, double, double, string)[]
        {
            (120 + 25 * i, 59, 83, $"3020{i + 1}"), (120 + 25 * i, 103.2, 173.3, "其他商品和服务"), (120 + 25 * i, 244.3, 308.2, $"38,22{i}.00"), (120 + 25 * i, 422.9, 432.5, "—"), (120 + 25 * i, 465.1, 536.6, $"38,22{i}.00"),
        })));
        const string row = "30309 | 奖励金 | 8,280.00 | 8,280.00 | —";

        Assert.DoesNotContain(row, Shown.Of(Page(1, Narrow)), StringComparison.Ordinal);
        Assert.EndsWith(row, Shown.Of(first, Page(2, Narrow)), StringComparison.Ordinal);
    }
}
