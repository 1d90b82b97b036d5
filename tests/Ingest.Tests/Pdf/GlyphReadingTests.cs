using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

public class GlyphReadingTests
{
    [Fact]
    public void A_glyph_runs_over_its_advance_and_stands_on_its_base_line()
    {
        var page = Only(new PdfDraft().Page("BT /F1 10 Tf 100 700 Td (12) Tj ET"));

        Assert.Equal(["1", "2"], page.Glyphs.Select(g => g.Text));
        var two = page.Glyphs[1];
        Near(new Box(105.56, 91.2, 111.12, 101.2), two.Box);
        Assert.Equal(100, two.Baseline, 3);
        Assert.Equal(10, two.PointSize, 3);
        Assert.Equal(TextRotation.Upright, two.Rotation);
    }

    [Theory]
    [InlineData("(\\376\\377A)", "þÿA")]
    [InlineData("(\\377\\376)", "ÿþ")]
    [InlineData("<FEFF41>", "þÿA")]
    public void A_shown_string_that_begins_like_a_byte_order_mark_keeps_its_codes(string shown, string text)
    {
        var page = Only(new PdfDraft().Page($"BT /F1 10 Tf 100 700 Td {shown} Tj (|) Tj ET"));

        Assert.Equal(text + "|", Text(page));
    }

    /// <summary>Letters drawn as pictures: 1000, 256 or 100 units to the em; twice as large and much smaller; boxes that no letters have.</summary>
    [Theory]
    [InlineData(".001 0 0 -.001", "10 190 900 -880", 500, 10)]
    [InlineData(".00390625 0 0 -.00390625", "5 29 251 -214", 128, 10)]
    [InlineData(".01 0 0 .01", "0 -2 80 70", 50, 10)]
    [InlineData(".002 0 0 .002", "0 -100 900 760", 250, 17.2)]
    [InlineData(".0004 0 0 .0004", "0 -100 900 660", 1250, 3.04)]
    [InlineData(".01 0 0 .01", "0 -100 900 660", 50, 10)]
    [InlineData(".001 0 0 .001", "0 0 0 0", 500, 10)]
    public void The_letters_of_a_font_of_drawings_tell_its_size(string matrix, string box, int width, double size)
    {
        var draft = new PdfDraft();
        var letter = draft.AddStream(FormattableString.Invariant($"{width} 0 d0 0 0 m {width} 0 l S"));
        var font = draft.Add(FormattableString.Invariant($"<< /Type /Font /Subtype /Type3 /FontMatrix [{matrix} 0 0] /FontBBox [{box}] /FirstChar 65 /LastChar 65 /Widths [{width}] /CharProcs << /A {letter} 0 R >> /Encoding << /Type /Encoding /Differences [65 /A] >> /Resources << >> >>"));
        var glyph = Assert.Single(Only(draft.Page("BT /T3 10 Tf 100 700 Td (A) Tj ET", FormattableString.Invariant($"/T3 {font} 0 R"))).Glyphs);

        Assert.Equal(size, glyph.PointSize, 2);
        Assert.Equal(5, glyph.Box.Width, 2);
    }

    [Fact]
    public void Dashes_that_a_font_draws_as_one_sign_are_dashes() =>
        Assert.Equal("——5———", Text(Only(new PdfDraft().Page($"BT /F2 12 Tf 50 700 Td {PdfDraft.Chinese("\u2E3A5\u2E3B")} Tj ET"))));

    [Fact]
    public void White_space_is_dropped_and_nothing_else()
    {
        var page = Only(new PdfDraft().Page("BT /F1 10 Tf 100 700 Td (1 ,-.\\240) Tj ET"));

        Assert.Equal("1,-.", Text(page));
    }

    [Fact]
    public void Chinese_of_a_font_that_is_not_embedded_is_read_with_its_advances()
    {
        var page = Only(new PdfDraft().Page($"BT /F2 12 Tf 50 700 Td {PdfDraft.Chinese("支出5万")} Tj ET"));

        Assert.Equal("支出5万", Text(page));
        Assert.Equal(50 + 12 + 12 + 6, page.Glyphs[3].Box.Left, 3);
        Assert.All(page.Glyphs, g => Assert.Equal(GlyphFlags.None, g.Flags));
    }

    [Fact]
    public void Spacing_stretch_rise_and_shifts_move_glyphs()
    {
        var page = Only(new PdfDraft().Page("BT /F1 10 Tf 50 Tz 2 Tc 3 Ts 100 700 Td [(1) -1000 (2)] TJ ET"));

        var two = page.Glyphs[1];
        // Half of: advance 5.56, spacing 2, shift 10.
        Assert.Equal(100 + (5.56 + 2 + 10) / 2, two.Box.Left, 3);
        Assert.Equal(97, two.Baseline, 3);
    }

    [Fact]
    public void A_page_turned_by_90_degrees_reads_upright_as_displayed()
    {
        var draft = new PdfDraft { PageAttributes = "/MediaBox [0 0 600 800] /Rotate 90" };
        var page = Only(draft.Page("BT 0 1 -1 0 500 100 Tm /F1 10 Tf (A) Tj ET  100 200 m 100 700 l S"));

        Assert.Equal((800, 600), (page.Width, page.Height));
        var glyph = Assert.Single(page.Glyphs);
        Assert.Equal(TextRotation.Upright, glyph.Rotation);
        Assert.Equal(100, glyph.Box.Left, 3);
        Assert.Equal(500, glyph.Baseline, 3);
        var ruling = Assert.Single(page.Rulings);
        Assert.Equal((RulingDirection.Horizontal, 100.0, 200.0, 700.0), (ruling.Direction, ruling.Position, ruling.Start, ruling.End));
    }

    [Theory]
    [InlineData("1 0 0 1", TextRotation.Upright)]
    [InlineData("1 0 0.3 1", TextRotation.Upright)]
    [InlineData("0 -1 1 0", TextRotation.Clockwise)]
    [InlineData("0 1 -1 0", TextRotation.Counterclockwise)]
    [InlineData("-1 0 0 -1", TextRotation.UpsideDown)]
    [InlineData("0.7 0.7 -0.7 0.7", TextRotation.Other)]
    public void The_way_a_glyph_points_is_told(string matrix, TextRotation expected)
    {
        var page = Only(new PdfDraft().Page($"BT {matrix} 300 400 Tm /F1 10 Tf (A) Tj ET"));

        Assert.Equal(expected, Assert.Single(page.Glyphs).Rotation);
    }

    [Fact]
    public void Text_that_runs_down_the_page_has_its_base_line_in_x()
    {
        var page = Only(new PdfDraft().Page("BT 0 -1 1 0 300 400 Tm /F1 10 Tf (A) Tj ET"));

        var glyph = Assert.Single(page.Glyphs);
        Assert.Equal(300, glyph.Baseline, 3);
        Near(new Box(298.8, 400, 308.8, 406.67), glyph.Box);
    }

    [Fact]
    public void The_crop_box_is_the_page()
    {
        var draft = new PdfDraft { PageAttributes = "/MediaBox [0 0 600 800] /CropBox [100 100 500 900]" };
        var page = Only(draft.Page("BT /F1 10 Tf 150 700 Td (in) Tj -100 0 Td (out) Tj ET"));

        // The crop box ends where the medium does.
        Assert.Equal((400, 700), (page.Width, page.Height));
        Assert.Equal(50, page.Glyphs[0].Box.Left, 3);
        Assert.Equal(100, page.Glyphs[0].Baseline, 3);
        Assert.Equal("in", Seen(page));
    }

    [Fact]
    public void Text_drawn_many_times_with_a_tiny_shift_is_kept_once()
    {
        var page = Only(new PdfDraft().Page(
            "BT /F1 10 Tf 100 700 Td (1100) Tj ET BT /F1 10 Tf 100.3 700 Td (1100) Tj ET BT /F1 10 Tf 100.3 700.3 Td (1100) Tj ET"));

        Assert.Equal("1100", Text(page));
        Assert.All(page.Glyphs, g => Assert.Equal(GlyphFlags.Bold, g.Flags));
    }

    [Fact]
    public void Equal_narrow_letters_side_by_side_are_not_taken_for_one()
    {
        var page = Only(new PdfDraft().Page("BT /F1 10 Tf 40 Tz 100 700 Td (111,,..ll) Tj ET"));

        Assert.Equal("111,,..ll", Text(page));
    }

    [Fact]
    public void Filled_and_stroked_text_is_bold()
    {
        var page = Only(new PdfDraft().Page("BT /F1 10 Tf 2 Tr 100 700 Td (1) Tj ET"));

        Assert.Equal(GlyphFlags.Bold, Assert.Single(page.Glyphs).Flags);
    }

    [Fact]
    public void Codes_without_Unicode_are_marked_and_reported()
    {
        var page = Only(new PdfDraft().Page("BT /F3 10 Tf 100 700 Td <003100320033> Tj ET"));

        Assert.NotEmpty(page.Glyphs);
        Assert.All(page.Glyphs, g => Assert.True(g.Flags.HasFlag(GlyphFlags.Untrusted)));
        Assert.Equal(AnomalyCodes.UntrustedText, Assert.Single(page.Anomalies).Code);
    }

    [Fact]
    public void A_table_that_gives_the_codes_back_as_Unicode_is_not_believed()
    {
        var draft = new PdfDraft();
        var font = draft.AddComposite("ABCDEF+Mute", "Identity-H", "Identity", "/DW 600", "/ToUnicode /Identity-H");
        var page = Only(draft.Page("BT /F8 10 Tf 100 700 Td <00310032> Tj ET", $"/F8 {font} 0 R"));

        Assert.All(page.Glyphs, g => Assert.Equal(GlyphFlags.Untrusted, g.Flags));
        Assert.Equal(AnomalyCodes.UntrustedText, Assert.Single(page.Anomalies).Code);
    }

    /// <summary>A distiller that put another font in made the table anew, and wrong.</summary>
    [Theory]
    [InlineData("UniGB-UCS2-H", "支3")]
    [InlineData("Identity-H", "!+")]
    public void Codes_that_are_Unicode_by_their_encoding_outweigh_the_table(string encoding, string text)
    {
        var draft = new PdfDraft();
        var table = draft.AddStream("1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <652F> <0021> <0033> <002B> endbfchar", "");
        var font = draft.AddComposite("KROJOS+STSong-Light", encoding, "GB1", "/DW 1000", $"/ToUnicode {table} 0 R");

        Assert.Equal(text, Text(Only(draft.Page($"BT /F8 10 Tf 100 700 Td {PdfDraft.Chinese("支3")} Tj ET", $"/F8 {font} 0 R"))));
    }

    [Fact]
    public void Vertical_writing_runs_down_with_upright_glyphs()
    {
        var draft = new PdfDraft();
        var font = draft.AddComposite("STSong-Light", "UniGB-UCS2-V", "GB1", "/DW 1000");
        var page = Only(draft.Page($"BT /F8 10 Tf 100 700 Td {PdfDraft.Chinese("支出")} Tj ET", $"/F8 {font} 0 R"));

        Assert.Equal("支出", Text(page));
        Near(new Box(95, 100, 105, 110), page.Glyphs[0].Box);
        Near(new Box(95, 110, 105, 120), page.Glyphs[1].Box);
        Assert.Equal(TextRotation.Upright, page.Glyphs[0].Rotation);
    }

    private static PageContent Only(PdfDraft draft)
    {
        var reading = PdfPigPageReader.Read(draft.ToBytes(), null, TestContext.Current.CancellationToken);
        Assert.Empty(reading.Anomalies);
        return Assert.Single(reading.Pages);
    }

    private static string Text(PageContent page) => string.Concat(page.Glyphs.Select(g => g.Text));

    private static string Seen(PageContent page) =>
        string.Concat(page.Glyphs.Where(g => !g.Flags.HasFlag(GlyphFlags.Invisible)).Select(g => g.Text));

    private static void Near(Box expected, Box actual)
    {
        Assert.Equal(expected.Left, actual.Left, 2);
        Assert.Equal(expected.Top, actual.Top, 2);
        Assert.Equal(expected.Right, actual.Right, 2);
        Assert.Equal(expected.Bottom, actual.Bottom, 2);
    }
}
