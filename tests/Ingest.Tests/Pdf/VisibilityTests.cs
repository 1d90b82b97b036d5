using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

/// <summary>Only what a reader sees counts. Pages are 600 by 800 points.</summary>
public class VisibilityTests
{
    [Fact]
    public void A_stroked_line_is_a_ruling()
    {
        var ruling = Assert.Single(Read("2 w 100 700 m 300 700 l S").Rulings);

        Assert.Equal(new Ruling(RulingDirection.Horizontal, 100, 100, 300, 2), ruling);
    }

    [Fact]
    public void A_stroked_rectangle_is_four_rulings()
    {
        var rulings = Read("100 600 200 100 re S").Rulings;

        Assert.Equal(4, rulings.Length);
        Assert.Equal([100.0, 200], rulings.Where(r => r.Direction == RulingDirection.Horizontal).Select(r => r.Position).Order());
        Assert.Equal([100.0, 300], rulings.Where(r => r.Direction == RulingDirection.Vertical).Select(r => r.Position).Order());
    }

    [Fact]
    public void A_thin_filled_rectangle_is_a_ruling_and_a_thick_one_a_shade()
    {
        var page = Read("100 600 200 1 re f 0.8 g 100 500 200 50 re f");

        var ruling = Assert.Single(page.Rulings);
        Assert.Equal((RulingDirection.Horizontal, 199.5, 1f), (ruling.Direction, ruling.Position, ruling.Thickness));
        var shade = Assert.Single(page.Shades);
        Assert.Equal(new Box(100, 250, 300, 300), shade.Box);
        Assert.Equal(0.8, shade.Luminance, 2);
    }

    /// <summary>The inner rectangle is a hole by the even-odd rule, and where it turns the other way; where both turn alike all is filled.</summary>
    [Theory]
    [InlineData("101 601 198 48 re 100 600 200 50 re f*", 4, 0)]
    [InlineData("100 600 200 50 re 101 601 198 48 re B*", 12, 0)]
    [InlineData("100 600 200 50 re 101 601 m 101 649 l 299 649 l 299 601 l h f", 4, 0)]
    [InlineData("100 600 200 50 re 101 601 198 48 re f", 0, 1)]
    [InlineData("100 600 200 50 re 350 601 198 48 re f*", 0, 2)]
    public void A_rectangle_with_a_hole_is_a_frame(string path, int rulings, int shades)
    {
        var page = Read("0.5 g " + path);
        Assert.Equal((rulings, shades), (page.Rulings.Length, page.Shades.Length));
    }

    /// <summary>A line of dots, half a point each with as much between them, and the same with one corner a little off the square.</summary>
    [Theory]
    [InlineData(".5 .5")]
    [InlineData(".5 .52")]
    [InlineData(".52 .5")]
    public void Dots_in_line_are_a_ruling(string dot)
    {
        var across = Read(string.Concat(Enumerable.Range(0, 100).Select(i => $"{100 + i} 600 {dot} re f "))).Rulings;
        var down = Read(string.Concat(Enumerable.Range(0, 100).Select(i => $"100 {600 + i} {dot} re f "))).Rulings;

        Assert.Single(Ingest.Core.Tables.Ruled.Edges.Horizontal(across.AsSpan()), e => e.End - e.Start > 99);
        Assert.Empty(Ingest.Core.Tables.Ruled.Edges.Vertical(across.AsSpan()));
        Assert.Single(Ingest.Core.Tables.Ruled.Edges.Vertical(down.AsSpan()), e => e.End - e.Start > 99);
        Assert.Empty(Ingest.Core.Tables.Ruled.Edges.Horizontal(down.AsSpan()));
    }

    [Fact]
    public void Slanted_lines_and_curves_are_no_rulings() =>
        Assert.Empty(Read("100 100 m 300 300 l S 100 100 m 100 300 300 300 300 100 c S").Rulings);

    /// <summary>Some writers fill each cell twice, over a ground that is filled already.</summary>
    [Fact]
    public void A_cell_that_is_filled_twice_is_seen_once() =>
        Assert.Equal([0.9, 0.5], Read("0.9 g 100 500 200 50 re f 0.5 g 100 520 100 10 re f 0.5 g 100 520 100 10 re f").Shades.Select(static s => Math.Round(s.Luminance, 1)));

    [Fact]
    public void White_rulings_on_white_are_not_seen() =>
        Assert.Empty(Read("1 G 100 700 m 300 700 l S 1 g 100 600 200 1 re f").Rulings);

    [Fact]
    public void A_white_ruling_is_seen_where_it_crosses_a_dark_shade()
    {
        var page = Read("0 0 0.5 rg 150 650 100 100 re f 1 G 100 700 m 300 700 l S");

        var ruling = Assert.Single(page.Rulings);
        Assert.Equal((150.0, 250.0), (ruling.Start, ruling.End));
    }

    [Fact]
    public void Rulings_below_later_white_cells_are_not_seen()
    {
        // Two cells that meet on the line hide it together; the line between x 300 and 400 stays.
        var page = Read("0.5 w 100 700 m 400 700 l S 1 g 100 700 200 20 re f 100 680 200 20 re f");

        var ruling = Assert.Single(page.Rulings);
        Assert.Equal((300.0, 400.0), (ruling.Start, ruling.End));
        Assert.Empty(page.Shades);
    }

    [Fact]
    public void A_white_cell_that_ends_on_a_line_leaves_the_line_seen()
    {
        var page = Read("1 w 100 700 m 300 700 l S 1 g 100 700 200 20 re f");

        Assert.Single(page.Rulings);
    }

    [Fact]
    public void Rulings_are_cut_to_the_clip_box()
    {
        var page = Read("q 150 650 100 100 re W n 100 700 m 300 700 l S 100 600 m 300 600 l S Q 100 500 m 300 500 l S");

        Assert.Equal(2, page.Rulings.Length);
        Assert.Equal((100.0, 150.0, 250.0), (page.Rulings[0].Position, page.Rulings[0].Start, page.Rulings[0].End));
        Assert.Equal((300.0, 100.0, 300.0), (page.Rulings[1].Position, page.Rulings[1].Start, page.Rulings[1].End));
    }

    [Fact]
    public void A_shade_clipped_to_a_sliver_is_a_ruling()
    {
        var page = Read("q 100 700 200 1 re W n 0 0 600 800 re f Q");

        Assert.Empty(page.Shades);
        Assert.Equal(new Ruling(RulingDirection.Horizontal, 99.5, 100, 300, 1), Assert.Single(page.Rulings));
    }

    [Fact]
    public void What_is_painted_transparent_is_not_there()
    {
        var draft = new PdfDraft();
        draft.AddResource("ExtGState", "G0", draft.Add("<< /Type /ExtGState /CA 0 /ca 0 >>"));
        var page = Read(draft.Page("/G0 gs 100 700 m 300 700 l S 100 600 200 50 re f BT /F1 10 Tf 100 500 Td (x) Tj ET"));

        Assert.Empty(page.Rulings);
        Assert.Empty(page.Shades);
        Assert.Equal(GlyphFlags.Invisible, Assert.Single(page.Glyphs).Flags);
    }

    [Fact]
    public void Text_of_rendering_mode_3_is_invisible() =>
        Assert.Equal(GlyphFlags.Invisible, Glyph("BT /F1 10 Tf 3 Tr 100 700 Td (x) Tj ET"));

    [Fact]
    public void White_text_is_invisible_on_white_and_seen_on_dark()
    {
        Assert.Equal(GlyphFlags.Invisible, Glyph("1 g BT /F1 10 Tf 100 700 Td (x) Tj ET"));
        Assert.Equal(GlyphFlags.None, Glyph("0 g 90 690 50 50 re f 1 g BT /F1 10 Tf 100 700 Td (x) Tj ET"));
    }

    /// <summary>A clip path with a hole, of two rectangles, or a triangle lets through what lies beside it; restored, all is as before.</summary>
    [Theory]
    [InlineData("80 680 70 70 re W n 90 690 50 50 re f", GlyphFlags.Invisible)]
    [InlineData("80 680 70 70 re 90 690 50 50 re W* n 80 680 70 70 re f", GlyphFlags.None)]
    [InlineData("80 680 10 70 re 140 680 10 70 re W n 80 680 70 70 re f", GlyphFlags.None)]
    [InlineData("80 680 m 80 750 l 150 680 l h W n 80 680 70 70 re f", GlyphFlags.None)]
    [InlineData("q 80 680 m 80 750 l 150 680 l h W n Q 90 690 50 50 re f", GlyphFlags.Invisible)]
    public void What_is_painted_through_a_clip_path_with_gaps_hides_nothing(string painted, GlyphFlags text) =>
        Assert.Equal(text, Glyph("BT /F1 10 Tf 100 700 Td (x) Tj ET 1 g " + painted));

    [Fact]
    public void Text_below_a_later_box_is_invisible()
    {
        Assert.Equal(GlyphFlags.Invisible, Glyph("BT /F1 10 Tf 100 700 Td (x) Tj ET 1 g 90 690 50 50 re f"));
        Assert.Equal(GlyphFlags.None, Glyph("1 g 90 690 50 50 re f 0 g BT /F1 10 Tf 100 700 Td (x) Tj ET"));
    }

    [Fact]
    public void A_run_outside_the_clip_is_cut_off_and_one_that_reaches_into_it_is_whole()
    {
        var page = Read("q 100 690 30 30 re W n BT /F1 10 Tf 110 700 Td (inandout) Tj 0 -20 Td (below) Tj ET Q");

        Assert.All(page.Glyphs.Take(8), g => Assert.Equal(GlyphFlags.None, g.Flags));
        Assert.All(page.Glyphs.Skip(8), g => Assert.Equal(GlyphFlags.Invisible | GlyphFlags.Clipped, g.Flags));
    }

    [Fact]
    public void A_page_that_is_a_picture_is_called_a_scan()
    {
        var page = Read(WithImage().Page("q 600 0 0 800 0 0 cm /I1 Do Q"));

        Assert.Equal(new Box(0, 0, 600, 800), Assert.Single(page.Images));
        Assert.Equal(AnomalyCodes.ScannedPage, Assert.Single(page.Anomalies).Code);
    }

    [Theory]
    [InlineData("q 600 0 0 800 0 0 cm /I1 Do Q BT /F1 10 Tf 3 Tr 100 700 Td (12) Tj ET")]
    [InlineData("BT /F1 10 Tf 100 700 Td (12) Tj ET q 600 0 0 800 0 0 cm /I1 Do Q")]
    public void Unseen_text_over_a_picture_is_what_recognition_leaves(string content)
    {
        var page = Read(WithImage().Page(content));

        Assert.Equal(AnomalyCodes.OcrText, Assert.Single(page.Anomalies).Code);
        Assert.Equal(2, page.Glyphs.Length);
        Assert.All(page.Glyphs, g => Assert.Equal(GlyphFlags.Invisible, g.Flags));
    }

    private static PdfDraft WithImage()
    {
        var draft = new PdfDraft();
        draft.AddResource("XObject", "I1", draft.AddStream(
            "z", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"));
        return draft;
    }

    private static GlyphFlags Glyph(string content) => Assert.Single(Read(content).Glyphs).Flags;

    private static PageContent Read(string content) => Read(new PdfDraft().Page(content));

    private static PageContent Read(PdfDraft draft) =>
        Assert.Single(PdfPigPageReader.Read(draft.ToBytes(), null, TestContext.Current.CancellationToken).Pages);
}
