using System.Text;
using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

/// <summary>Whatever a file holds, the reader answers.</summary>
public class BadFileTests
{
    private const string Hello = "BT /F1 10 Tf 100 700 Td (hello) Tj ET";

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<!DOCTYPE html><html><body>404</body></html>", "HTML")]
    [InlineData("PK\u0003\u0004 word/document.xml", "Word")]
    [InlineData("PK\u0003\u0004 OFD.xml", "OFD")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "JPEG")]
    [InlineData("\u00D0\u00CF\u0011\u00E0", "Office")]
    [InlineData("{\"code\":404}", "JSON")]
    [InlineData("\0\0\0\0", "zeros")]
    public void A_file_that_is_no_PDF_is_called_what_it_is(string content, string word)
    {
        var reading = Read(Encoding.Latin1.GetBytes(content));

        Assert.Equal(0, reading.PageCount);
        var anomaly = Assert.Single(reading.Anomalies);
        Assert.Equal(AnomalyCodes.NotAPdf, anomaly.Code);
        Assert.Contains(word, anomaly.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_is_a_damaged_PDF() =>
        Assert.Equal(AnomalyCodes.Damaged, Assert.Single(Read("%PDF-1.4\n"u8.ToArray()).Anomalies).Code);

    [Fact]
    public void A_PDF_without_pages_says_so() =>
        Assert.Equal(AnomalyCodes.NoPages, Assert.Single(Read(new PdfDraft().ToBytes()).Anomalies).Code);

    [Fact]
    public void A_PDF_that_needs_a_password_says_so()
    {
        var reading = Read(Convert.FromBase64String(EncryptedPdfs.NeedsPassword));

        Assert.Equal(AnomalyCodes.Encrypted, Assert.Single(reading.Anomalies).Code);
        Assert.Empty(reading.Pages);
    }

    [Fact]
    public void An_encrypted_PDF_with_an_empty_password_is_read()
    {
        var reading = Read(Convert.FromBase64String(EncryptedPdfs.EmptyPassword));

        Assert.Empty(reading.Anomalies);
        Assert.Equal("hello", Text(Assert.Single(reading.Pages)));
    }

    [Fact]
    public void Only_the_pages_asked_for_are_read()
    {
        var bytes = new PdfDraft().Page(Hello).Page(Hello).Page(Hello).ToBytes();
        var reading = PdfPigPageReader.Read(bytes, new HashSet<int> { 2 }, TestContext.Current.CancellationToken);

        Assert.Equal(3, reading.PageCount);
        Assert.Equal(2, Assert.Single(reading.Pages).Number);
    }

    [Fact]
    public void Cancelling_throws() =>
        Assert.Throws<OperationCanceledException>(() => PdfPigPageReader.Read(
            new PdfDraft().Page(Hello).ToBytes(), null, new CancellationToken(canceled: true)));

    [Fact]
    public void Something_before_the_header_does_not_matter()
    {
        var reading = Read([.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. new PdfDraft().Page(Hello).ToBytes()]);

        Assert.Empty(reading.Anomalies);
        Assert.Equal("hello", Text(Assert.Single(reading.Pages)));
    }

    [Fact]
    public void A_file_without_its_end_is_read_and_called_damaged()
    {
        var bytes = new PdfDraft().Page(Hello).ToBytes();
        var reading = Read(bytes[..Find(bytes, "xref\n")]);

        Assert.Equal(AnomalyCodes.Damaged, Assert.Single(reading.Anomalies).Code);
        Assert.Equal("hello", Text(Assert.Single(reading.Pages)));
    }

    [Fact]
    public void What_a_cut_file_still_holds_is_read_and_the_rest_is_reported()
    {
        var bytes = new PdfDraft().Page(Hello).Page(Hello).ToBytes();
        // The second page's stream is cut in the middle of its text.
        var cut = Find(bytes, "(hello)", Find(bytes, "(hello)") + 1) + 4;
        var reading = Read(bytes[..cut]);

        Assert.Contains(reading.Anomalies, a => a.Code == AnomalyCodes.Damaged);
        Assert.Equal("hello", Text(reading.Pages[0]));
        Assert.DoesNotContain(reading.Pages.Skip(1), p => p.Glyphs.Length > 0);
    }

    [Fact]
    public void Pages_whose_tree_is_lost_are_strung_together()
    {
        var text = Encoding.Latin1.GetString(new PdfDraft().Page(Hello).Page(Hello).ToBytes());
        var at = text.IndexOf("3 0 obj", StringComparison.Ordinal);
        var reading = Read(Encoding.Latin1.GetBytes("%PDF-1.4\n" + text[at..text.IndexOf("xref\n", StringComparison.Ordinal)]));

        Assert.Equal(2, reading.Pages.Length);
        Assert.All(reading.Pages, p => Assert.Equal("hello", Text(p)));
        Assert.Equal(AnomalyCodes.Damaged, Assert.Single(reading.Anomalies).Code);
    }

    [Fact]
    public void A_page_that_cannot_be_read_does_not_take_the_others_along()
    {
        var text = Encoding.Latin1.GetString(new PdfDraft().Page(Hello).Page(Hello).ToBytes());
        var contents = text.LastIndexOf("/Contents ", StringComparison.Ordinal);
        var reading = Read(Encoding.Latin1.GetBytes(text[..contents] + "/Contents 777" + text[text.IndexOf(" 0 R", contents, StringComparison.Ordinal)..]));

        Assert.Equal("hello", Text(reading.Pages[0]));
        Assert.Equal(AnomalyCodes.PageUnreadable, Assert.Single(reading.Pages[1].Anomalies).Code);
    }

    [Theory]
    [InlineData("/Type /@age")]
    [InlineData("/Type /Pagf")]
    public void A_page_that_calls_itself_something_else_is_found_and_the_damage_is_told(string type)
    {
        var text = Encoding.Latin1.GetString(new PdfDraft().Page(Hello).Page(Hello).ToBytes());
        var at = text.LastIndexOf("/Type /Page ", StringComparison.Ordinal);
        var reading = Read(Encoding.Latin1.GetBytes(text[..at] + type + text[(at + type.Length)..]));

        Assert.Equal(AnomalyCodes.Damaged, Assert.Single(reading.Anomalies).Code);
        Assert.Equal(["hello", "hello"], reading.Pages.Select(Text));
    }

    [Fact]
    public void A_page_that_stands_in_the_place_of_another_is_told()
    {
        var text = Encoding.Latin1.GetString(new PdfDraft().Page(Hello).Page(Hello).ToBytes());
        var kids = text.IndexOf("/Kids [", StringComparison.Ordinal) + 7;
        var close = text.IndexOf(']', kids);
        var first = text[kids..close].Trim().Split(" R")[0] + " R";
        var twice = $"{first} {first}".PadRight(close - kids);
        Assert.Equal(close - kids, twice.Length);

        Assert.Equal(AnomalyCodes.Damaged, Assert.Single(Read(Encoding.Latin1.GetBytes(text[..kids] + twice + text[close..])).Anomalies).Code);
    }

    [Fact]
    public void More_pages_promised_than_found_are_told_and_fewer_are_not()
    {
        var text = Encoding.Latin1.GetString(new PdfDraft().Page(Hello).Page(Hello).ToBytes());

        Assert.Contains("3 pages", Assert.Single(Read(Encoding.Latin1.GetBytes(text.Replace("/Count 2", "/Count 3", StringComparison.Ordinal))).Anomalies).Message, StringComparison.Ordinal);
        Assert.Empty(Read(Encoding.Latin1.GetBytes(text.Replace("/Count 2", "/Count 1", StringComparison.Ordinal))).Anomalies);
    }

    [Fact]
    public void Numbers_with_any_count_of_decimals_are_numbers()
    {
        var reading = Read(new PdfDraft().Page(
            "0.00000000000000012246467991473532 1 -1 0.000000000000000000000000000000000000000000000000000000001 300 100 cm BT /F1 10.00000000000000000000000000 Tf (hello) Tj ET").ToBytes());

        Assert.Empty(Assert.Single(reading.Pages).Anomalies);
        Assert.Equal("hello", Text(reading.Pages[0]));
    }

    [Theory]
    [InlineData("2147483648 0 0 2147483648 0 0 cm 0 0 m 9 0 l S ")]
    [InlineData("1 0 0 1 1e300 99999999999999999999999999999999999999999 cm ")]
    [InlineData("BT /F1 99999999999999999 Tf (x) Tj ET ")]
    [InlineData("BT /F1 0.0000000001 Tf 100 100 Td (1.00 2.00) Tj ET ")]
    public void Coordinates_without_measure_cost_what_is_drawn_with_them_and_nothing_else(string content)
    {
        var bytes = new PdfDraft().Page("q " + content + "Q " + Hello).Page(Hello).ToBytes();
        var reading = Read(bytes);
        var document = Core.DocumentParser.Parse(new SourceDocument("", "", 0), reading.Pages, reading.Anomalies);

        Assert.Equal(["hello", "hello"], reading.Pages.Select(Text));
        Assert.Equal(2, document.Pages.Length);
    }

    [Fact]
    public void A_page_larger_than_any_page_is_unreadable_and_the_others_are_read()
    {
        var draft = new PdfDraft { PageAttributes = "/MediaBox [0 0 99999999999999999999 800]" };
        draft.Page(Hello);
        draft.PageAttributes = "/MediaBox [0 0 600 800]";
        var reading = Read(draft.Page(Hello).ToBytes());

        Assert.Equal(AnomalyCodes.PageUnreadable, Assert.Single(reading.Pages[0].Anomalies).Code);
        Assert.Equal("hello", Text(reading.Pages[1]));
    }

    [Fact]
    public void Deeply_nested_operands_do_not_bring_the_reader_down()
    {
        var nested = new string('[', 200_000);
        var reading = Read(new PdfDraft().Page(nested + " TJ").Page(Hello).ToBytes());

        Assert.Equal("hello", Text(reading.Pages[1]));
    }

    private static PdfReading Read(byte[] bytes) => PdfPigPageReader.Read(bytes, null, TestContext.Current.CancellationToken);

    private static string Text(PageContent page) => string.Concat(page.Glyphs.Select(g => g.Text));

    private static int Find(byte[] bytes, string what, int from = 0) =>
        from + bytes.AsSpan(from).IndexOf(Encoding.Latin1.GetBytes(what));
}
