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
}
