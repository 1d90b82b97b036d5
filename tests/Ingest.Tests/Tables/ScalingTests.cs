using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Tests.Metamorphic;

namespace Ingest.Tests.Tables;

/// <summary>Sheets in very small or large type: a wide table fitted to the width of a page, a poster.</summary>
public sealed class ScalingTests
{
    /// <summary>Rulings part the header alone, so that the columns and rows below it come from the text.</summary>
    private const string Drawing = """
        +------------+-----------------------+
        |            |       本年支出        |
        |   项目     +-----------+-----------+
        |            | 基本支出  | 项目支出  |
        +------------+-----------+-----------+
        合计             123.45        6.00
        教育              23.45        1.00
        科学技术         100.00        5.00
        """;

    private const string Grid = """
        项目 2x1 | 本年支出 1x2
        基本支出 | 项目支出
        合计 | 123.45 | 6.00
        教育 | 23.45 | 1.00
        科学技术 | 100.00 | 5.00
        """;

    [Theory]
    [InlineData(0.15)]
    [InlineData(0.2)]
    [InlineData(0.3)]
    [InlineData(0.45)]
    [InlineData(1)]
    [InlineData(2.6)]
    [InlineData(5)]
    public void Type_of_any_size_gives_the_same_grid_and_boxes_on_the_page(double scale)
    {
        var plain = Assert.Single(TableFinder.Find([AsciiPage.Draw(Drawing)]).Tables);
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw(Drawing).Scaled(scale)]).Tables);
        Assert.Equal(Grid, Shown.Of(table));
        for (var i = 0; i < plain.Cells.Length; i++)
            Assert.Equal(plain.Cells[i].Area.Box.Left * scale, table.Cells[i].Area.Box.Left, 2.0 * scale);
    }

    /// <summary>What the sheet says outside its tables stands where it is displayed, in its own size.</summary>
    [Fact]
    public void Lines_outside_keep_their_place_and_size()
    {
        var page = AsciiPage.Draw("单位：万元\n\n" + Drawing).Scaled(0.2);
        var line = Assert.Single(TableFinder.Find([page]).Tables).Caption.Single();
        Assert.Equal("单位:万元", line.Text);
        Assert.Equal(2.2, line.PointSize, 0.01);
        Assert.InRange(line.Area.Box.Left, 11.9, 12.1);
    }

    /// <summary>Type a little larger than that of the page before, on the other side of what is too small, is no reason for another scale.</summary>
    [Theory]
    [InlineData(0.34, 0.4)]
    [InlineData(0.4, 0.34)]
    public void A_table_goes_on_where_the_type_changes_a_little(double first, double second)
    {
        PageContent Page(int number, string rows, double scale) => AsciiPage.Draw(
            $"""
            +--------+-----------+-----------+
            | 项目   | 基本支出  | 项目支出  |
            +--------+-----------+-----------+
            {rows}
            +--------+-----------+-----------+
            """, number).Scaled(scale);
        var table = Assert.Single(TableFinder.Find([Page(1, "| 合计   |    123.45 |      6.00 |", first), Page(2, "| 教育   |     23.45 |      1.00 |", second)]).Tables);
        Assert.Equal([1, 2], table.Pages);
    }

    /// <summary>Where lines of a header are nearer than borders are told apart, no place holds two cells.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.15)]
    [InlineData(0.2)]
    [InlineData(0.25)]
    [InlineData(0.3)]
    [InlineData(0.4)]
    public void No_place_holds_two_cells(float flat)
    {
        const string header = """
            ==================================================
                              本年支出            备注
                 项目
                        基本支出    项目支出
            ==================================================
            合计            123.45        6.00
            教育             23.45        1.00
            科学技术        100.00        5.00
            ==================================================
            """;
        foreach (var page in new[] { AsciiPage.Draw(Drawing), AsciiPage.Draw(header) })
        {
            var flattened = page with
            {
                Glyphs = [.. page.Glyphs.Select(g => g with { Baseline = g.Baseline * flat, PointSize = 4, Box = g.Box with { Top = g.Box.Top * flat, Bottom = g.Box.Bottom * flat } })],
                Rulings = [.. page.Rulings.Select(r => r.Direction == RulingDirection.Horizontal ? r with { Position = r.Position * flat } : r with { Start = r.Start * flat, End = r.End * flat })],
            };
            foreach (var table in TableFinder.Find([flattened]).Tables)
                Assert.Equal(table.Cells.Length, table.Cells.Select(static c => (c.Row, c.Column)).Distinct().Count());
        }
    }

    /// <summary>Of 11 pt type times the scale: a cover in large type says nothing of the tables behind it, nor does a fitted sheet of the next one.</summary>
    [Theory]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.5, 1.2, 1)]
    [InlineData(0.5, 1.23, 0.5)]
    [InlineData(2, 0.7, 1)]
    [InlineData(2, 0.66, 2)]
    [InlineData(2, 0.3, 2)]
    [InlineData(1, 0.31, 1)]
    [InlineData(1, 0.28, 2)]
    public void A_page_keeps_the_scale_of_the_one_before_it_where_its_type_is_nearly_as_small_or_large(double before, double scale, double factor) =>
        Assert.Equal(factor, Ingest.Core.Tables.Sheets.Scaling.Of(AsciiPage.Draw(Drawing).Scaled(scale), before));
}
