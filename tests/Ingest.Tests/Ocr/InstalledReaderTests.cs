using System.Globalization;
using System.Text;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Io.Pdf;
using Ingest.Io.Pictures;
using Ingest.Tests.Pdf;

namespace Ingest.Tests.Ocr;

/// <summary>A drawn scan from the file to the cells, by the parts if they are installed; without them, what is said in their place.</summary>
public class InstalledReaderTests
{
    private static readonly string[][] Figures = [["1520.40", "830.25", "690.15"], ["76.08", "41.37", "34.71"], ["2009.36", "1184.02", "825.34"]];

    /// <summary>A page of 150 pixels an inch, a table of figures on it, laid askew by a degree or not at all, turned by quarters to the left.</summary>
    private static byte[] Scan(double slope, int quarters, bool isStamped)
    {
        var drawing = new Drawing(1240, 1754).Grid(150, 200, 3, 3, 300, 60);
        for (var r = 0; r < 3; r++)
        {
            for (var c = 0; c < 3; c++)
            {
                drawing.Figure(Figures[r][c], 180 + 300 * c, 218 + 60 * r, 4);
            }
        }

        var picture = Ingest.Ocr.Pixels.Skew.Level(drawing.Picture, slope);
        for (var q = 0; q < quarters; q++)
        {
            picture = picture.Quarter(left: true);
        }

        var (width, height) = quarters % 2 == 0 ? (595, 842) : (842, 595);
        var draft = new PdfDraft { PageAttributes = string.Create(CultureInfo.InvariantCulture, $"/MediaBox [0 0 {width} {height}]") };
        draft.AddResource("XObject", "I1", draft.AddStream(
            Encoding.Latin1.GetString(isStamped ? Stamped(picture) : picture.Pixels),
            string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /BitsPerComponent 8 /ColorSpace /Device{(isStamped ? "RGB" : "Gray")}")));
        return draft.Page(string.Create(CultureInfo.InvariantCulture, $"q {width} 0 0 {height} 0 0 cm /I1 Do Q")).ToBytes();
    }

    /// <summary>In colours, with bars of a dark red stamp over the figures.</summary>
    private static byte[] Stamped(Ingest.Ocr.Pixels.Raster picture)
    {
        var colours = new byte[3 * picture.Pixels.Length];
        for (var i = 0; i < picture.Pixels.Length; i++)
        {
            var (x, grey) = (i % picture.Width, picture.Pixels[i]);
            var isRed = x is > 200 and < 600 && x % 40 < 12;
            colours[3 * i] = isRed ? (byte)(grey * 170 / 255) : grey;
            colours[3 * i + 1] = colours[3 * i + 2] = isRed ? (byte)(grey * 40 / 255) : grey;
        }

        return colours;
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(0.0175, 0, false)]
    [InlineData(0, 1, false)]
    [InlineData(0, 3, false)]
    public void A_drawn_table_is_read_cell_by_cell_or_the_page_says_what_reads_it(double slope, int quarters, bool isStamped)
    {
        var reader = PictureReaders.Forgetful;
        var page = Assert.Single(PdfPigPageReader.Read(Scan(slope, quarters, isStamped), null, TestContext.Current.CancellationToken, pictures: reader).Pages);
        if (reader is null)
        {
            Assert.Contains(PictureReaders.Setup, Assert.Single(page.Anomalies, a => a.Code == AnomalyCodes.ScannedPage).Message, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(AnomalyCodes.PictureRead, Assert.Single(page.Anomalies).Code);
        var table = Assert.Single(TableFinder.Find(new TurnedSheets([page]).Upright).Tables);
        Assert.Equal((3, 3), (table.Rows, table.Columns));
        Assert.Equal(Figures.SelectMany(r => r), table.Cells.Select(c => c.Text));
    }

    /// <summary>Looks at each page as it is drawn for people.</summary>
    private sealed class Looking(IPictureReader reader) : IPictureReader
    {
        public GreyPage? Drawn { get; private set; }

        public string Version => reader.Version;

        public PictureText Read(PagePictures page, CancellationToken cancel)
        {
            var text = reader.Read(page, cancel);
            Drawn = Draw(page, text.Glyphs[0].Rotation);
            return text;
        }

        public GreyPage Draw(PagePictures page, TextRotation turned) => reader.Draw(page, turned);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(0.0175, 0, false)]
    [InlineData(-0.0175, 1, false)]
    [InlineData(0.0175, 3, false)]
    public void On_the_page_as_it_is_drawn_for_people_the_ink_stands_where_it_was_read(double slope, int quarters, bool isStamped)
    {
        if (PictureReaders.Forgetful is not { } reader)
        {
            return;
        }

        var looking = new Looking(reader);
        var page = Assert.Single(PdfPigPageReader.Read(Scan(slope, quarters, isStamped), null, TestContext.Current.CancellationToken, pictures: looking).Pages);
        var drawn = looking.Drawn!;
        var scale = drawn.Width / page.Width;
        int inSigns = 0, elsewhere = 0, red = 0;
        for (var i = 0; i < drawn.Pixels.Length; i++)
        {
            double x = (i % drawn.Width + 0.5) / scale, y = (i / drawn.Width + 0.5) / scale;
            red += drawn.Pixels.Span[i] is > 60 and < 110 ? 1 : 0;
            if (drawn.Pixels.Span[i] < 60)
            {
                var isSign = page.Glyphs.Any(g => x > g.Box.Left - 1 && x < g.Box.Right + 1 && y > g.Box.Top - 1 && y < g.Box.Bottom + 1);
                var isRuling = page.Rulings.Any(r => r.Direction == RulingDirection.Horizontal
                    ? Math.Abs(y - r.Position) < 2 && x > r.Start - 2 && x < r.End + 2 : Math.Abs(x - r.Position) < 2 && y > r.Start - 2 && y < r.End + 2);
                (inSigns, elsewhere) = (inSigns + (isSign ? 1 : 0), elsewhere + (isSign || isRuling ? 0 : 1));
            }
        }

        Assert.True(inSigns > 5000, $"{inSigns} pixels of ink where signs were read");
        Assert.True(elsewhere < inSigns / 200, $"{elsewhere} pixels of ink elsewhere");
        // a stamp is set aside for reading only
        Assert.Equal(isStamped, red > 20_000);
    }

    [Fact]
    public void A_damaged_picture_is_said_and_ends_nothing()
    {
        var draft = new PdfDraft();
        draft.AddResource("XObject", "I1", draft.AddStream("no jpeg at all", "/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode"));
        var reading = PdfPigPageReader.Read(
            draft.Page("q 600 0 0 800 0 0 cm /I1 Do Q").ToBytes(), null, TestContext.Current.CancellationToken, pictures: PictureReaders.Forgetful);

        var message = Assert.Single(Assert.Single(reading.Pages).Anomalies, a => a.Code == AnomalyCodes.ScannedPage).Message;
        Assert.Contains(PictureReaders.Forgetful is null ? PictureReaders.Setup : "JPEG", message, StringComparison.Ordinal);
    }
}
