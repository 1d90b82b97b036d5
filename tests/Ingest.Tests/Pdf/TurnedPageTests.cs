using System.Globalization;
using System.Text;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Io.Pdf;
using Ingest.Tests.Tables;

namespace Ingest.Tests.Pdf;

/// <summary>A landscape table in its two ways: the page is turned, or everything on it is, by a matrix alone.</summary>
public class TurnedPageTests
{
    private const string Drawing = """
        +--------+---------------------+
        | 项目   | 本年支出            |
        |        +----------+----------+
        |        | 基本支出 | 项目支出 |
        +--------+----------+----------+
        | 合计   |   123.45 |     6.00 |
        +--------+----------+----------+
        """;

    [Theory]
    // the sheet as it lies in the printer, turned for display
    [InlineData("/Rotate 90", "0 1 -1 0 600 0")]
    [InlineData("/Rotate 270", "0 -1 1 0 0 800")]
    [InlineData("/Rotate 180", "-1 0 0 -1 600 800")]
    // everything turned on a page that is not
    [InlineData("", "0 1 -1 0 600 0")]
    [InlineData("", "0 -1 1 0 0 800")]
    [InlineData("", "-1 0 0 -1 600 800")]
    public void A_turned_table_is_read_as_an_upright_one(string rotate, string matrix)
    {
        // as high as the turned page is wide
        var height = matrix.StartsWith('0') ? 600 : 800;
        var draft = new PdfDraft { PageAttributes = "/MediaBox [0 0 600 800] " + rotate };
        draft.Page($"{matrix} cm\n{Content(AsciiPage.Draw(Drawing), height)}");

        var reading = PdfPigPageReader.Read(draft.ToBytes(), null, TestContext.Current.CancellationToken);

        var page = Assert.Single(new TurnedSheets(reading.Pages).Upright);
        var table = Assert.Single(TableFinder.Find([page]).Tables);
        Assert.Equal("项目 2x1 | 本年支出 1x2\n基本支出 | 项目支出\n合计 | 123.45 | 6.00", Shown.Of(table));
        // each figure lies in its cell on the sheet as it is turned
        var six = table.Cells.Single(c => c.Text == "6.00").Area.Box;
        Assert.All(page.Glyphs[^4..], g => Assert.True(six.Contains(g.Box.CenterX, g.Box.CenterY)));
    }

    private static string Content(PageContent page, double height)
    {
        var content = new StringBuilder();
        foreach (var r in page.Rulings)
        {
            var (x0, y0, x1, y1) = Strokes.IsVertical(r) ? (r.Position, r.Start, r.Position, r.End) : (r.Start, r.Position, r.End, r.Position);
            content.Append(CultureInfo.InvariantCulture, $"{x0} {height - y0} m {x1} {height - y1} l S\n");
        }
        foreach (var glyph in page.Glyphs)
            content.Append(CultureInfo.InvariantCulture, $"BT /F2 11 Tf {glyph.Box.Left} {height - glyph.Baseline} Td {PdfDraft.Chinese(glyph.Text)} Tj ET\n");
        return content.ToString();
    }
}
