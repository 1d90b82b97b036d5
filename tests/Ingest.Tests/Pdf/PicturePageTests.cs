using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Io.Pdf;
using Ingest.Io.Pictures;

namespace Ingest.Tests.Pdf;

/// <summary>Pages that are pictures, with a reader that answers what a test wants it to.</summary>
public class PicturePageTests
{
    private const string Grey = "/BitsPerComponent 8 /ColorSpace /DeviceGray";

    /// <summary>Keeps what it was given to read.</summary>
    private sealed class Reader(Func<PagePictures, PictureText> read) : IPictureReader
    {
        public List<PagePictures> Given { get; } = [];

        public string Version => "test/1";

        public PictureText Read(PagePictures page, CancellationToken cancel)
        {
            lock (Given)
            {
                Given.Add(page);
            }

            return read(page);
        }

        public GreyPage Draw(PagePictures page, TextRotation turned) => throw new NotSupportedException("nobody looks at it");
    }

    private static PictureText Text(params Glyph[] glyphs) => new([.. glyphs], [new Ruling(RulingDirection.Horizontal, 50, 10, 90, 1)], null);

    private static Glyph Sign(string text, double left, int sequence = 1, double baseline = 100) =>
        new(text, new Box(left, baseline - 10, left + 6, baseline), (float)baseline, 10, TextRotation.Upright, GlyphFlags.Pictured, sequence);

    private static PdfDraft Draft(string samples, string attributes, string content = "q 600 0 0 800 0 0 cm /I1 Do Q")
    {
        var draft = new PdfDraft();
        draft.AddResource("XObject", "I1", draft.AddStream(samples, "/Type /XObject /Subtype /Image " + attributes));
        return draft.Page(content);
    }

    private static PageContent Read(PdfDraft draft, IPictureReader? reader) =>
        Assert.Single(PdfPigPageReader.Read(draft.ToBytes(), null, TestContext.Current.CancellationToken, pictures: reader).Pages);

    private static PlacedPicture Given(PdfDraft draft)
    {
        var reader = new Reader(_ => Text());
        Read(draft, reader);
        return Assert.Single(Assert.Single(reader.Given).Pictures);
    }

    [Fact]
    public void Without_a_reader_the_page_says_which_command_installs_one()
    {
        var page = Read(Draft("z", "/Width 1 /Height 1 " + Grey), null);

        var anomaly = Assert.Single(page.Anomalies);
        Assert.Equal(AnomalyCodes.ScannedPage, anomaly.Code);
        Assert.Contains(PictureReaders.Setup, anomaly.Message, StringComparison.Ordinal);
        Assert.Equal("", anomaly.Expected);
    }

    [Fact]
    public void What_was_read_is_the_page_and_a_note_says_so()
    {
        var page = Read(Draft("z", "/Width 1 /Height 1 " + Grey), new Reader(_ => Text(Sign("7", 100))));

        Assert.Equal("7", Assert.Single(page.Glyphs).Text);
        Assert.Single(page.Rulings);
        var anomaly = Assert.Single(page.Anomalies);
        Assert.Equal(AnomalyCodes.PictureRead, anomaly.Code);
        Assert.StartsWith("test/1", anomaly.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_fails_leaves_the_page_lost_and_says_why()
    {
        var page = Read(Draft("z", "/Width 1 /Height 1 " + Grey), new Reader(_ => new PictureText([], [], "it is torn")));

        Assert.Contains("it is torn", Assert.Single(page.Anomalies, a => a.Code == AnomalyCodes.ScannedPage).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_with_text_are_not_given_to_it()
    {
        var reader = new Reader(_ => Text());
        Read(Draft("z", "/Width 1 /Height 1 " + Grey, "q 600 0 0 800 0 0 cm /I1 Do Q BT /F1 10 Tf 100 700 Td (Total expenditure) Tj ET"), reader);

        Assert.Empty(reader.Given);
    }

    [Theory]
    [InlineData("zA", "/Width 2 /Height 1 " + Grey, new byte[] { 122, 65 })]
    [InlineData("zA", "/Width 2 /Height 1 /Decode [1 0] " + Grey, new byte[] { 133, 190 })]
    [InlineData("\u0080", "/Width 3 /Height 1 /BitsPerComponent 1 /ColorSpace /DeviceGray", new byte[] { 255, 0, 0 })]
    [InlineData("\u0080\u0040", "/Width 2 /Height 2 /BitsPerComponent 1 /ImageMask true", new byte[] { 255, 0, 0, 255 })]
    [InlineData("\u00F0", "/Width 2 /Height 1 /BitsPerComponent 4 /ColorSpace /CalGray", new byte[] { 255, 0 })]
    public void Samples_of_grey_become_a_byte_each(string samples, string attributes, byte[] bytes)
    {
        var picture = Given(Draft(samples, attributes));

        Assert.Equal(PictureCoding.Grey, picture.Coding);
        Assert.Equal(bytes, picture.Data.ToArray());
    }

    [Theory]
    [InlineData("abc", "/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB", new byte[] { 97, 98, 99 })]
    [InlineData("\u0040", "/Width 2 /Height 1 /BitsPerComponent 2 /ColorSpace [/Indexed /DeviceRGB 1 <010203040506>]", new byte[] { 4, 5, 6, 1, 2, 3 })]
    [InlineData("\u0000\u00FF\u0000\u0000", "/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceCMYK", new byte[] { 255, 0, 255 })]
    public void Samples_of_colour_become_three_bytes(string samples, string attributes, byte[] bytes)
    {
        var picture = Given(Draft(samples, attributes));

        Assert.Equal(PictureCoding.Rgb, picture.Coding);
        Assert.Equal(bytes, picture.Data.ToArray());
    }

    [Fact]
    public void JPEG_is_handed_on_as_it_is()
    {
        var picture = Given(Draft("jfif", "/Width 10 /Height 20 /Filter /DCTDecode " + Grey));

        Assert.Equal((PictureCoding.Jpeg, 10, 20), (picture.Coding, picture.Width, picture.Height));
        Assert.Equal("jfif"u8.ToArray(), picture.Data.ToArray());
    }

    [Theory]
    [InlineData("/Width 0 /Height 1 " + Grey, "size")]
    [InlineData("/Width 20000 /Height 20000 " + Grey, "size")]
    [InlineData("/Width 9 /Height 9 " + Grey, "samples")]
    [InlineData("/Width 1 /Height 1 /BitsPerComponent 3 /ColorSpace /DeviceGray", "samples")]
    [InlineData("/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace [/Separation /Black /DeviceGray 1 0 R]", "inks")]
    [InlineData("/Width 1 /Height 1 /Filter /JBIG2Decode " + Grey, "JBIG2Decode")]
    [InlineData("/Width 1 /Height 1 /Filter /JPXDecode " + Grey, "JPXDecode")]
    public void What_cannot_be_taken_out_of_the_file_is_given_to_the_program_that_draws_or_said(string attributes, string why)
    {
        var reader = new Reader(_ => Text(Sign("7", 100)));
        var page = Read(Draft("z", attributes), reader);
        if (PageRenderer.Installed is not null)
        {
            Assert.Equal(AnomalyCodes.PictureRead, Assert.Single(page.Anomalies).Code);
            Assert.Equal(new Box(0, 0, 600, 800), Assert.Single(Assert.Single(reader.Given).Pictures).Area);
            return;
        }

        Assert.Empty(reader.Given);
        var message = Assert.Single(page.Anomalies).Message;
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.Contains(PageRenderer.Wanted, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/MediaBox [0 0 600 800]", "600 0 0 800 0 0", 0, 0, 600, 800)]
    [InlineData("/MediaBox [0 0 600 800]", "600 0 0 -800 0 800", 0, 800, 600, 0)]
    [InlineData("/MediaBox [0 0 800 600] /Rotate 90", "800 0 0 600 0 0", 600, 0, 0, 800)]
    public void A_picture_knows_where_its_corners_lie_on_the_page(string attributes, string matrix, double left, double top, double right, double bottom)
    {
        var draft = new PdfDraft { PageAttributes = attributes };
        draft.AddResource("XObject", "I1", draft.AddStream("z", "/Type /XObject /Subtype /Image /Width 1 /Height 1 " + Grey));
        var (a, b, c, d, e, f) = Given(draft.Page($"q {matrix} cm /I1 Do Q")).ToPage;

        Assert.Equal((left, top), (e, f));
        Assert.Equal((right, bottom), (a + c + e, b + d + f));
    }

    [Theory]
    [InlineData("12.50", GlyphFlags.Seconded)]
    [InlineData("1250", GlyphFlags.Seconded)]
    [InlineData("12.60", GlyphFlags.Unsure)]
    [InlineData("", GlyphFlags.None)]
    public void The_invisible_layer_seconds_a_figure_or_puts_it_in_doubt(string layer, GlyphFlags flag)
    {
        Glyph[] read = [.. "12.50".Select((c, i) => Sign(c.ToString(), 100 + 6 * i))];
        Glyph[] unseen = [.. layer.Select((c, i) => Sign(c.ToString(), 100 + 6 * i) with { Flags = GlyphFlags.Invisible }), Sign("9", 300) with { Flags = GlyphFlags.Invisible }];

        Assert.All(LayerAgreement.Mark([.. read], [.. unseen]), g => Assert.Equal(GlyphFlags.Pictured | flag, g.Flags));
    }

    [Fact]
    public void Without_a_layer_nothing_is_marked() =>
        Assert.Equal(GlyphFlags.Pictured, Assert.Single(LayerAgreement.Mark([Sign("1", 100)], ImmutableArray<Glyph>.Empty)).Flags);

    [Theory]
    [InlineData("P5 2 1 255 ab", 2, 1)]
    [InlineData("P5\n1\n2\n255\nab", 1, 2)]
    public void A_grey_map_is_read(string file, int width, int height)
    {
        var map = PageRenderer.GreyMap(System.Text.Encoding.ASCII.GetBytes(file));

        Assert.Equal((width, height), (map.Width, map.Height));
        Assert.Equal("ab"u8.ToArray(), map.Data.ToArray());
    }

    [Theory]
    [InlineData("P4 2 1 255 ab")]
    [InlineData("P5 2 2 255 ab")]
    [InlineData("P5 2 1 65535 ab")]
    [InlineData("P5 0 1 255 ")]
    [InlineData("")]
    public void What_is_no_grey_map_is_refused(string file) =>
        Assert.Throws<InvalidDataException>(() => PageRenderer.GreyMap(System.Text.Encoding.ASCII.GetBytes(file)));

    [Fact]
    public void A_program_that_draws_is_found_on_the_path_alone()
    {
        using var folder = new TempFolder();
        Assert.Null(PageRenderer.Find(folder.Path));

        File.WriteAllText(Path.Combine(folder.Path, OperatingSystem.IsWindows() ? "mutool.exe" : "mutool"), "");
        Assert.Equal("mutool", PageRenderer.Find("/nowhere" + Path.PathSeparator + folder.Path)!.Name);
    }

    [Fact]
    public void A_folder_without_the_parts_has_no_reader_and_one_with_broken_parts_says_so()
    {
        using var folder = new TempFolder();
        Assert.Null(PictureReaders.Load(folder.Path));
        Assert.Equal("", PictureReaders.VersionOf(null));

        File.WriteAllText(Path.Combine(folder.Path, "Ingest.Ocr.dll"), "no library");
        Assert.Contains(PictureReaders.Setup, Assert.Throws<IOException>(() => PictureReaders.Load(folder.Path)).Message, StringComparison.Ordinal);
    }
}
