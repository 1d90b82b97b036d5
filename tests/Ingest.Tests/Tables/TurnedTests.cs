using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Tests.Tables;

/// <summary>Turned text in upright pages, and pages whose whole text is turned.</summary>
public class TurnedTests
{
    private const string Drawing = """
             支出总表
        +--------+---------------------+
        | 项目   | 本年支出            |
        |        +----------+----------+
        |        | 基本支出 | 项目支出 |
        +--------+----------+----------+
        | 合计   |   123.45 |     6.00 |
        +--------+----------+----------+
        """;

    private const string Grid = "项目 2x1 | 本年支出 1x2\n基本支出 | 项目支出\n合计 | 123.45 | 6.00";

    [Theory]
    [InlineData(TextRotation.Clockwise)]
    [InlineData(TextRotation.Counterclockwise)]
    public void A_label_that_runs_up_or_down_in_a_spanned_cell(TextRotation rotation)
    {
        var page = AsciiPage.Draw("""
            +----+--------+----------+
            |    | 教育   |   123.45 |
            |    +--------+----------+
            |    | 科技   |    23.45 |
            |    +--------+----------+
            |    | 农业   |     3.45 |
            +----+--------+----------+
            """);
        var label = Enumerable.Range(0, 4).Select(i =>
        {
            var top = rotation == TextRotation.Clockwise ? 75 + 11 * i : 119 - 11 * i;
            var baseline = rotation == TextRotation.Clockwise ? 74 : 83;
            return new Glyph("基本支出"[i].ToString(), new Box(72.5, top, 83.5, top + 11), baseline, 11, rotation, GlyphFlags.None, 7);
        });
        Assert.Equal("基本支出 3x1 | 教育 | 123.45\n科技 | 23.45\n农业 | 3.45", Shown.Of(page with { Glyphs = [.. page.Glyphs, .. label] }));
    }

    [Theory]
    [InlineData(TextRotation.Clockwise)]
    [InlineData(TextRotation.Counterclockwise)]
    [InlineData(TextRotation.UpsideDown)]
    public void A_page_whose_text_is_turned_is_read_as_with_the_sheet_turned(TextRotation rotation)
    {
        var upright = AsciiPage.Draw(Drawing);
        var page = Turned(upright, rotation);

        var found = Found(page);

        var table = Assert.Single(found.Tables);
        Assert.Equal(Grid, Shown.Of(table));
        Assert.Equal("支出总表", Assert.Single(table.Caption).Text);
        // and its cells lie, turned back, where they are on the page as displayed
        var straight = Assert.Single(TableFinder.Find([upright]).Tables);
        foreach (var (expected, actual) in straight.Cells.Zip(table.Cells))
        {
            var box = Turn(expected.Area.Box, rotation, page);
            Assert.Equal(box, Turning.Back(actual.Area.Box, rotation, page));
        }
    }

    /// <summary>Slanted marks, more of them than the page has glyphs, are neither upright nor turned.</summary>
    [Fact]
    public void A_slanted_watermark_has_no_say_in_how_a_page_is_turned()
    {
        var page = Turned(AsciiPage.Draw(Drawing), TextRotation.Clockwise);
        var marks = Enumerable.Repeat(page.Glyphs, 3).SelectMany(static g => g).Select(static (g, i) => g with { Text = "示", Rotation = TextRotation.Other, Sequence = 500 + i });
        Assert.Equal(Grid, Shown.Of(Assert.Single(Found(page with { Glyphs = [.. page.Glyphs, .. marks] }).Tables)));
    }

    [Fact]
    public void A_table_goes_on_on_a_page_whose_text_is_turned_and_the_upright_page_number_stays_outside()
    {
        var next = Turned(AsciiPage.Draw("""
            +--------+----------+----------+
            | 教育   |    23.45 |     1.00 |
            +--------+----------+----------+
            | 科技   |   100.00 |     5.00 |
            +--------+----------+----------+
            """, 2), TextRotation.Counterclockwise);
        var foot = new Glyph("2", new Box(next.Width / 2, next.Height - 40, next.Width / 2 + 6, next.Height - 29), (float)next.Height - 31, 11, TextRotation.Upright, GlyphFlags.None, 9_999);

        var found = Found(AsciiPage.Draw(Drawing), next with { Glyphs = [.. next.Glyphs, foot] });

        Assert.Equal(Grid + "\n教育 | 23.45 | 1.00\n科技 | 100.00 | 5.00", Shown.Of(Assert.Single(found.Tables)));
        Assert.Contains(found.Lines, l => l.Area.Page == 2 && l.Text == "2");
    }

    [Fact]
    public void Words_that_run_up_or_down_keep_their_spaces()
    {
        var page = Turned(AsciiPage.Draw("""
            The budget of the year
            """), TextRotation.Clockwise);
        Assert.Equal("The budget of the year", Assert.Single(Found(page).Lines).Text);
    }

    /// <summary>What is found on the pages as they are with the sheets turned.</summary>
    private static FoundTables Found(params PageContent[] pages) => TableFinder.Find(new TurnedSheets(pages).Upright);

    /// <summary>The page with everything on it turned.</summary>
    private static PageContent Turned(PageContent page, TextRotation rotation)
    {
        var display = rotation == TextRotation.UpsideDown ? page : page with { Width = page.Height, Height = page.Width };
        return display with
        {
            Glyphs = [.. page.Glyphs.Select(g => g with { Rotation = rotation, Box = Turn(g.Box, rotation, display), Baseline = (float)Line(g.Baseline) })],
            Rulings =
            [
                .. page.Rulings.Select(r =>
                {
                    var box = Turn(Strokes.IsVertical(r) ? new Box(r.Position, r.Start, r.Position, r.End) : new Box(r.Start, r.Position, r.End, r.Position), rotation, display);
                    return box.Width > box.Height ? new Ruling(RulingDirection.Horizontal, box.Top, box.Left, box.Right, 0.5f) : new Ruling(RulingDirection.Vertical, box.Left, box.Top, box.Bottom, 0.5f);
                }),
            ],
        };

        double Line(double y) => rotation switch
        {
            TextRotation.Clockwise => display.Width - y,
            TextRotation.Counterclockwise => y,
            _ => display.Height - y,
        };
    }

    private static Box Turn(Box b, TextRotation rotation, PageContent display) => rotation switch
    {
        TextRotation.Clockwise => new Box(display.Width - b.Bottom, b.Left, display.Width - b.Top, b.Right),
        TextRotation.Counterclockwise => new Box(b.Top, display.Height - b.Right, b.Bottom, display.Height - b.Left),
        _ => new Box(display.Width - b.Right, display.Height - b.Bottom, display.Width - b.Left, display.Height - b.Top),
    };
}
