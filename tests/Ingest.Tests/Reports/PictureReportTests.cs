using System.Globalization;
using System.Security.Cryptography;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Core.Reports.Site;
using Ingest.Io.Pictures;
using Ingest.Io.Report;
using Ingest.Io.Sqlite;
using Ingest.Tests.Pdf;
using Ingest.Tests.Sqlite;

namespace Ingest.Tests.Reports;

/// <summary>Where a page is a picture, what is printed stands above what was read, so that both can be compared.</summary>
public sealed class PictureReportTests : IDisposable
{
    private const int Width = 600, Height = 800;

    /// <summary>The figure that is doubted, in the cell of row 2, column 2 of table 1, and the ink of it.</summary>
    private static readonly Box Cell = new(100, 40.25, 150, 60), Ink = new(110, 45, 140, 55);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Reads a figure on any page; the page is white but for its ink and that of a neighbour on the same line.</summary>
    private sealed class Reader : IPictureReader
    {
        public string Version => "test/1";

        public PictureText Read(PagePictures page, CancellationToken cancel) =>
            new([new Glyph("5", Ink, (float)Ink.Bottom, 10, TextRotation.Upright, GlyphFlags.Pictured, 1)], [], null);

        public GreyPage Draw(PagePictures page, TextRotation turned)
        {
            // two pixels a point
            var pixels = new byte[4 * Width * Height];
            Array.Fill(pixels, (byte)255);
            foreach (var ink in (Box[])[Ink, new Box(60, 45, 90, 55), new Box(200, 300, 260, 310)])
            {
                for (var y = 2 * (int)ink.Top; y < 2 * ink.Bottom; y++)
                {
                    pixels.AsSpan(2 * Width * y + 2 * (int)ink.Left, 2 * (int)ink.Width).Clear();
                }
            }

            return new GreyPage(2 * Width, 2 * Height, pixels);
        }
    }

    /// <summary>A scan of one page that was loaded where it could be read, and its name on the disk.</summary>
    private StoredDocument Stored(Func<ParsedDocument, ParsedDocument>? change = null)
    {
        var draft = new PdfDraft();
        draft.AddResource("XObject", "I1", draft.AddStream("z", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"));
        var bytes = draft.Page("q 600 0 0 800 0 0 cm /I1 Do Q").ToBytes();
        File.WriteAllBytes(_folder.File("scan.pdf"), bytes);
        var sample = Samples.Document(Convert.ToHexStringLower(SHA256.HashData(bytes)), "scan.pdf");
        var document = sample with
        {
            Facts = [.. sample.Facts.Select(f => f with { Source = FactSource.Picture })],
            Anomalies = [sample.Anomalies.Single(a => a.Code == AnomalyCodes.RowSum)],
            Personal = [],
        };
        return new StoredDocument(1, change?.Invoke(document) ?? document, "scan.pdf", [_folder.File("scan.pdf")], 1, "", []);
    }

    private static SiteDocument Site(StoredDocument stored, IPictureReader? reader, bool personal = false) =>
        DocumentSite.Of(stored, personal, cells: null, reader, TestContext.Current.CancellationToken);

    private static string Index(SiteDocument site) => DocumentPages.Write(site).Single(f => f.Path.EndsWith("/index.html", StringComparison.Ordinal)).Text;

    /// <summary>The box around what is dark on a strip, in points of the page.</summary>
    private static Box Dark(PagePicture strip)
    {
        var picture = Png.Read(strip.Png.Span);
        var dark = Enumerable.Range(0, picture.Greys.Length).Where(i => picture.Greys[i] < 8).Select(i => (X: i % picture.Width, Y: i / picture.Width)).ToList();
        double across = strip.Area.Width / picture.Width, down = strip.Area.Height / picture.Height;
        return dark.Count == 0 ? default : new Box(
            strip.Area.Left + dark.Min(d => d.X) * across, strip.Area.Top + dark.Min(d => d.Y) * down,
            strip.Area.Left + (dark.Max(d => d.X) + 1) * across, strip.Area.Top + (dark.Max(d => d.Y) + 1) * down);
    }

    [Fact]
    public void The_outline_of_a_doubted_cell_lies_around_its_printed_figure()
    {
        var site = Site(Stored(), new Reader());
        var files = DocumentPages.Write(site).ToList();
        var html = Index(site);
        var strip = Assert.Single(site.Pictures[1]);

        var start = html.IndexOf("<svg class=\"printed\"", StringComparison.Ordinal);
        var printed = html[start..html.IndexOf("</svg>", start, StringComparison.Ordinal)];
        var area = strip.Area;
        Assert.Contains(string.Create(CultureInfo.InvariantCulture,
            $"<image href=\"page-1-1.png\" x=\"{area.Left:0.##}\" y=\"{area.Top:0.##}\" width=\"{area.Width:0.##}\" height=\"{area.Height:0.##}\""), printed, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"suspect\" x=\"100\" y=\"40.3\" width=\"50\" height=\"19.8\">", printed, StringComparison.Ordinal);
        Assert.Equal(strip.Png.ToArray(), Assert.Single(files, f => f.Path == $"d/{site.Key}/page-1-1.png").Bytes.ToArray());

        // the neighbour's ink begins at 60: from there to the end of the figure
        Assert.Equal(new Box(60, Ink.Top, Ink.Right, Ink.Bottom), Dark(strip));
        Assert.True(Cell.Contains(Ink.Left, Ink.Top) && Cell.Contains(Ink.Right, Ink.Bottom));
        Assert.Contains("<svg class=\"read\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_outside_of_the_table_is_shown_nor_rows_without_a_doubt()
    {
        var area = Assert.Single(Site(Stored(), new Reader()).Pictures[1]).Area;

        // the table ends at 60 and at 200, its border 3 beyond; the ink at 300 is of something else
        Assert.True(area is { Top: >= 0, Bottom: <= 63.5, Left: >= 0, Right: <= 203.5 });
        Assert.Empty(Site(Stored(d => d with { Anomalies = [], Checks = [] }), new Reader()).Pictures);
        Assert.Empty(Site(Stored(d => d with { Anomalies = [d.Anomalies[0] with { Where = new CellRef(new PageBox(1, new Box(0, 0, 600, 800))) }] }), new Reader()).Pictures);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_personal_is_white_on_the_picture_as_well_unless_asked_for(bool show)
    {
        var stored = Stored(d => d with { Personal = [new CellRef(new PageBox(1, new Box(50, 40.25, 100, 60)), 1, 2, 1)] });

        Assert.Equal(show ? 60 : Ink.Left, Dark(Assert.Single(Site(stored, new Reader(), show).Pictures[1])).Left);
    }

    [Fact]
    public void Without_the_parts_the_stored_cells_are_drawn_and_the_page_says_what_is_missing()
    {
        var site = Site(Stored(), reader: null);
        var html = Index(site);

        Assert.Empty(site.Pictures);
        Assert.DoesNotContain("<image", html, StringComparison.Ordinal);
        Assert.Contains("class=\"stored\"", html, StringComparison.Ordinal);
        Assert.Contains(Phrases.PageUnread.English, html, StringComparison.Ordinal);
        Assert.Contains(PictureReaders.Setup, html, StringComparison.Ordinal);
        Assert.Contains(PictureReaders.Setup, Explained(site), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_gone_is_drawn_from_its_cells_and_said_to_be_gone()
    {
        var stored = Stored();
        File.Delete(_folder.File("scan.pdf"));
        var site = Site(stored, new Reader());

        Assert.Empty(site.Pictures);
        Assert.Contains(Phrases.DrawnFromCells.English, Index(site), StringComparison.Ordinal);
        Assert.Contains("no longer where it was loaded from", Explained(site), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_nobody_ever_read_is_drawn_as_it_is()
    {
        var site = Site(Stored(d => d with { Facts = [] }), reader: null);

        Assert.Contains(1, site.Pages.Keys);
        Assert.Empty(site.Unread);
    }

    [Fact]
    public void A_crop_that_stands_alone_brings_its_picture_along()
    {
        var stored = Stored();
        var site = DocumentSite.Of(stored, personal: false, [new CellRef(new PageBox(1, Cell), 1, 2, 2)], new Reader(), TestContext.Current.CancellationToken);
        var explanation = Explanation.Of(site, "", 1, 2, 2)!;
        var svg = explanation.ToSvg();

        var data = "data:image/png;base64," + Convert.ToBase64String(Assert.Single(site.Pictures[1]).Png.Span);
        Assert.Contains($"<image href=\"{data}\"", svg, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(svg);
        Assert.Contains("source    picture: recognised on a picture of the page\n", explanation.ToText(), StringComparison.Ordinal);
    }

    private static string Explained(SiteDocument site) => Explanation.Of(site, "", 1, 2, 2)!.ToText();
}
