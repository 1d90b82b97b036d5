using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

/// <summary>Operators and operands of content streams, and what hangs on them.</summary>
public class ContentStreamTests
{
    [Fact]
    public void A_text_that_begins_like_a_byte_order_mark_keeps_its_codes()
    {
        var draft = new PdfDraft();
        var font = draft.Add(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [254 /one /two] >> >>");
        var page = Only(draft.Page("BT /F8 10 Tf 100 700 Td (\\376\\377\\376) Tj ET", $"/F8 {font} 0 R"));

        Assert.Equal("121", Text(page));
    }

    [Fact]
    public void Line_operators_move_by_the_leading()
    {
        var page = Only(new PdfDraft().Page("BT /F1 10 Tf 12 TL 100 700 Td (a) Tj (b) ' 1 2 (c) \" T* (d) Tj 5 -20 TD (e) Tj T* (f) Tj ET"));

        Assert.Equal("abcdef", Text(page));
        Assert.Equal([100f, 112, 124, 136, 156, 176], page.Glyphs.Select(g => g.Baseline));
        Assert.Equal(105, page.Glyphs[5].Box.Left, 3);
    }

    [Theory]
    [InlineData("(1\\\n2)", "12")]
    [InlineData("(1\\0622)", "122")]
    [InlineData("(1(2)3)", "1(2)3")]
    [InlineData("<3 1 32 3>", "120")]
    [InlineData("[(1) 3 (2)]", "12")]
    [InlineData("% a comment ) \n (12)", "12")]
    [InlineData("+0-0 1.2.3 -- <</A (x) /B <31>>> true (12)", "12")]
    public void Texts_are_read_as_the_format_has_them(string operand, string expected) =>
        Assert.Equal(expected, Text(Only(new PdfDraft().Page($"BT /F1 10 Tf 100 700 Td {operand} Tj ET"))));

    [Fact]
    public void The_data_of_an_inline_image_is_no_content()
    {
        var page = Only(new PdfDraft().Page("q 50 0 0 50 0 0 cm BI /W 4 /H 1 /BPC 8 /CS /G ID \u0001EI (\u00FF EI Q BT /F1 10 Tf 100 700 Td (1) Tj ET"));

        Assert.Equal("1", Text(page));
        Assert.Equal(new Box(0, 750, 50, 800), Assert.Single(page.Images));
    }

    [Fact]
    public void Content_that_is_no_content_is_called_damaged()
    {
        var page = Only(new PdfDraft().Page(string.Concat(Enumerable.Repeat("what is this ", 20)) + "BT /F1 10 Tf 100 700 Td (1) Tj ET"));

        Assert.Equal("1", Text(page));
        Assert.Equal(AnomalyCodes.Damaged, Assert.Single(page.Anomalies).Code);
    }

    [Fact]
    public void Text_inside_forms_is_read_where_the_form_puts_it()
    {
        var draft = new PdfDraft();
        var form = draft.AddStream(
            "BT /F1 10 Tf 5 5 Td (x) Tj ET",
            $"/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 100 0] /Resources << /Font << {draft.Fonts} >> >>");
        draft.AddResource("XObject", "X1", form);
        var page = Only(draft.Page("q 1 0 0 1 0 300 cm /X1 Do Q"));

        var glyph = Assert.Single(page.Glyphs);
        Assert.Equal(105, glyph.Box.Left, 3);
        Assert.Equal(800 - 305, glyph.Baseline, 3);
    }

    [Fact]
    public void Forms_that_draw_each_other_come_to_an_end()
    {
        var draft = new PdfDraft();
        var first = draft.AddStream("/X2 Do", "/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << /XObject << /X2 99 0 R >> >>");
        while (draft.Add("null") < 97)
        {
        }

        draft.AddResource("XObject", "X1", first);
        Assert.Equal(98, draft.Add("null"));
        Assert.Equal(99, draft.AddStream(
            "BT /F1 10 Tf 5 5 Td (x) Tj ET /X1 Do",
            $"/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << /Font << {draft.Fonts} >> /XObject << /X1 {first} 0 R >> >>"));
        var page = Only(draft.Page("/X1 Do"));

        Assert.Equal("x", Text(page));
    }

    [Fact]
    public void A_font_whose_name_is_written_in_another_code_page_is_found()
    {
        var draft = new PdfDraft();
        var page = Only(draft.Page("BT /#CB#CE#CC#E5 10 Tf 100 700 Td (12) Tj ET", "/#CB#CE#CC#E5 3 0 R"));

        Assert.Equal("12", Text(page));
    }

    [Fact]
    public void Text_of_a_missing_font_is_counted_and_the_rest_is_read()
    {
        var page = Only(new PdfDraft().Page("BT /F9 10 Tf 100 700 Td (lost) Tj (lost) Tj /F1 10 Tf (kept) Tj ET"));

        Assert.Equal("kept", Text(page));
        var anomaly = Assert.Single(page.Anomalies);
        Assert.Equal(AnomalyCodes.MissingFont, anomaly.Code);
        Assert.StartsWith("2 runs", anomaly.Message, StringComparison.Ordinal);
    }

    private static PageContent Only(PdfDraft draft)
    {
        var reading = PdfPigPageReader.Read(draft.ToBytes(), null, TestContext.Current.CancellationToken);
        Assert.Empty(reading.Anomalies);
        return Assert.Single(reading.Pages);
    }

    private static string Text(PageContent page) => string.Concat(page.Glyphs.Select(g => g.Text));
}
