using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

/// <summary>PDFs made to end the process, to fill its memory or to hold it. That a test comes to its end is half of what it shows.</summary>
public class HostilePdfTests
{
    private const string Hello = "BT /F1 10 Tf 100 700 Td (hello) Tj ET";

    [Theory]
    [InlineData("1 1 -5")]
    [InlineData("1 1 2147483647")]
    [InlineData("1 2 166666666666666666666666666")]
    [InlineData("%\n1 1 -5")]
    public void Field_widths_of_a_cross_reference_stream_that_overflow_the_stack_are_taken_out(string widths)
    {
        var reading = Read($"%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 1/W[{widths}]/Root 2 0 R/Length 1>>\nstream\n\0\nendstream\nendobj\nstartxref\n9\n%%EOF\n");

        Assert.Equal(AnomalyCodes.Damaged, Assert.Single(reading.Anomalies).Code);
    }

    [Theory]
    [InlineData("/Size 2000000000", true)]
    [InlineData("/Size 99999999999999999999", true)]
    [InlineData("/Size 9", false)]
    public void A_cross_reference_stream_that_promises_more_objects_than_there_can_be_has_its_size_blanked(string size, bool blanked)
    {
        var file = Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n<</Type/XRef{size}/W[0 0 0]/Root 2 0 R/Length 1>>\nstream\n\0\nendstream\nendobj\nstartxref\n9\n%%EOF\n");

        Assert.Equal(!blanked, DefusedPdf.Of(file, new DocumentLimits().Objects).Span.IndexOf("/Size"u8) >= 0);
        Assert.NotEmpty(PdfPigPageReader.Read(file, null, CancellationToken.None).Anomalies);
    }

    [Theory]
    [InlineData("/Rotate 4 0 R", "5 0 R", "4 0 R")]
    [InlineData("/Contents 4 0 R", "5 0 R", "4 0 R")]
    [InlineData("/Resources 4 0 R", "5 0 R%", "4 0 R")]
    [InlineData("/Resources<</Font<</F 4 0 R>>>>", "5 0 R", "4 0 R")]
    [InlineData("/Contents 6 0 R", "5 0 R", "4 0 R", "<</Length 1/Filter 4 0 R>>\nstream\nq\nendstream")]
    public void References_that_lead_to_each_other_do_not_overflow_the_stack(string page, params string[] objects)
    {
        var text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + $"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]{page}>>endobj\n"
            + string.Concat(objects.Select((o, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 4} 0 obj {o}\nendobj\n"))) + "trailer<</Root 1 0 R>>\n";

        Assert.NotEmpty(Read(text).Anomalies);
    }

    [Fact]
    public void References_that_lead_to_each_other_inside_an_object_stream_do_not_overflow_the_stack()
    {
        const string Objects = "4 0 5 6 5 0 R 4 0 R ";
        var packed = Encoding.Latin1.GetString(Pack(Encoding.ASCII.GetBytes(Objects)));
        var draft = new PdfDraft();
        draft.AddStream(packed, "/Type /ObjStm /N 2 /First 8 /Filter /FlateDecode");

        Assert.NotNull(Read(draft.Page(Hello).ToBytes()));
        var content = Encoding.ASCII.GetBytes(Objects);
        DefusedPdf.Defuse(content, new UglyToad.PdfPig.Tokens.DictionaryToken(new Dictionary<UglyToad.PdfPig.Tokens.NameToken, UglyToad.PdfPig.Tokens.IToken>
        {
            [UglyToad.PdfPig.Tokens.NameToken.Type] = UglyToad.PdfPig.Tokens.NameToken.ObjStm,
            [UglyToad.PdfPig.Tokens.NameToken.First] = new UglyToad.PdfPig.Tokens.NumericToken(8),
        }));
        Assert.Equal("4 0 5 6             ", Encoding.ASCII.GetString(content));
    }

    [Fact]
    public void Eight_references_in_a_row_are_followed_and_nine_are_not()
    {
        Assert.Equal(Chain(8), DefusedPdf.Of(Chain(8), 1000).ToArray());
        Assert.Contains("4 0 obj       endobj", Encoding.ASCII.GetString(DefusedPdf.Of(Chain(9), 1000).Span), StringComparison.Ordinal);

        static byte[] Chain(int length) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(4, length).Select(n =>
            string.Create(CultureInfo.InvariantCulture, $"{n} 0 obj {n + 1} 0 R endobj\n"))) + string.Create(CultureInfo.InvariantCulture, $"{length + 4} 0 obj 90 endobj\n"));
    }

    [Fact]
    public void What_is_sound_is_not_touched()
    {
        byte[] file = "5 0 obj <</Type/XRef/W [ 1 8 2 ]/Index [0 90 100 10]>> stream x endstream endobj 6 0 obj <</W [1 94 500 100 9000 30]>> endobj 1 beginbfrange <0000> <ffff> <0000> endbfrange"u8.ToArray();

        Assert.True(DefusedPdf.Of(file, 100).Equals(new ReadOnlyMemory<byte>(file)));
        byte[] ascii85 = "5 0 obj <</Filter/ASCII85Decode>> stream Gb!/W[9lJ0]s-Gu endstream endobj 6 0 obj <<>> stream x endstream endobj"u8.ToArray();
        Assert.True(DefusedPdf.Of(ascii85, 100).Equals(new ReadOnlyMemory<byte>(ascii85)));
        Assert.False(DefusedPdf.Of(file, 99).Equals(new ReadOnlyMemory<byte>(file)));
    }

    [Theory]
    [InlineData("<0000> <ffff> <0030>", false)]
    [InlineData("<00000000> <00010000> <0030>", true)]
    [InlineData("<00> <ff> [<30> <31>] <00000000> <ffffffff> <0030>", true)]
    public void A_range_of_more_codes_than_there_are_characters_is_taken_out(string range, bool wide)
    {
        var content = Encoding.ASCII.GetBytes("1 beginbfrange " + range + " endbfrange");

        DefusedPdf.Defuse(content, new UglyToad.PdfPig.Tokens.DictionaryToken(new Dictionary<UglyToad.PdfPig.Tokens.NameToken, UglyToad.PdfPig.Tokens.IToken>()));

        Assert.Equal(!wide, Encoding.ASCII.GetString(content).Contains("beginbfrange", StringComparison.Ordinal));
    }

    [Fact]
    public void Widths_for_more_codes_than_there_are_characters_cost_a_page()
    {
        var draft = new PdfDraft();
        var font = draft.AddComposite("X", "Identity-H", "Identity", "/W [0 2000000000 500]");
        var reading = Read(draft.Page(Hello, string.Create(CultureInfo.InvariantCulture, $"/F9 {font} 0 R")).Page(Hello).ToBytes());

        Assert.Equal(AnomalyCodes.PageUnreadable, Assert.Single(reading.Pages[0].Anomalies).Code);
        Assert.Equal(5, reading.Pages[1].Glyphs.Length);
    }

    [Theory]
    [InlineData("UniGB-UCS2-H", false)]
    [InlineData("UniGB-UCS2-X", true)]
    [InlineData("UniGb-UCS2-H", true)]
    public void An_encoding_whose_name_was_damaged_gives_no_text_to_trust(string encoding, bool untrusted)
    {
        var draft = new PdfDraft();
        var font = draft.AddComposite("STSong-Light", encoding, "GB1", "/DW 1000");
        var content = $"BT /F9 10 Tf 100 700 Td {PdfDraft.Chinese("一二三四五六七八九十一二三四五六")} Tj ET";
        var page = Assert.Single(Read(draft.Page(content, string.Create(CultureInfo.InvariantCulture, $"/F9 {font} 0 R")).ToBytes()).Pages);

        Assert.Equal(untrusted, page.Anomalies.Any(a => a.Code.Severity == Severity.Lost));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_stream_that_unpacks_beyond_the_limit_is_refused_however_often_it_is_packed(int times)
    {
        var content = new byte[3 << 20];
        content.AsSpan().Fill((byte)' ');
        for (var i = 0; i < times; i++)
        {
            content = Pack(content);
        }

        var filters = string.Concat(Enumerable.Repeat("/FlateDecode ", times));
        var draft = new PdfDraft();
        var form = draft.AddStream(Encoding.Latin1.GetString(content), $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter [{filters}]");
        draft.AddResource("XObject", "X", form);
        var bytes = draft.Page("/X Do " + Hello).ToBytes();

        Refused(Read(bytes, new DocumentLimits(StreamMegabytes: 2)), "stream-mb");
        Assert.Empty(Read(bytes, new DocumentLimits(StreamMegabytes: 3)).Anomalies);
    }

    [Fact]
    public void Runs_and_codes_are_measured_before_they_are_unpacked()
    {
        Assert.Equal(128 + 3, DecodedLength.OfRuns([129, 32, 2, 1, 2, 3, 128, 5]));

        // 80 0B 60 50 22 0C 0C 85 01: the example of ISO 32000-1, 7.4.4.2, of ten bytes.
        Assert.Equal(10, DecodedLength.OfLzw([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01], 1000));
    }

    [Fact]
    public void What_is_drawn_over_and_over_counts_each_time()
    {
        var draft = new PdfDraft();
        var form = draft.AddStream(Encoding.Latin1.GetString(Pack(new byte[1 << 20])), "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode");
        draft.AddResource("XObject", "X", form);

        Refused(Read(draft.Page(string.Concat(Enumerable.Repeat("/X Do ", 30))).ToBytes(), new DocumentLimits(DecodedMegabytes: 20)), "decoded-mb");
    }

    [Fact]
    public void Pages_glyphs_rulings_and_bytes_beyond_a_limit_refuse_the_document_by_the_name_of_the_limit()
    {
        var bytes = new PdfDraft().Page(Hello + " 0 0 m 9 0 l S 0 9 m 9 9 l S").Page(Hello).ToBytes();

        Refused(Read(bytes, new DocumentLimits(Pages: 1)), "pages");
        Refused(Read(bytes, new DocumentLimits(Glyphs: 9)), "glyphs");
        Refused(Read(bytes, new DocumentLimits(Rulings: 1)), "rulings");
        Refused(Read(new byte[(1 << 20) + 1], new DocumentLimits(FileMegabytes: 1)), "file-mb");
        Assert.Empty(Read(bytes, new DocumentLimits(Pages: 2, Glyphs: 10, Rulings: 2)).Anomalies);
    }

    [Fact]
    public void A_hundred_thousand_objects_without_an_end_are_looked_at_once()
    {
        var text = new StringBuilder("%PDF-1.4\n");
        for (var i = 1; i <= 100_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i} 0 obj << >> stream\n");
        }

        Assert.Empty(PdfObjects.Scan(Encoding.ASCII.GetBytes(text.ToString()), new DocumentMeter(new DocumentLimits(), CancellationToken.None)));
    }

    [Theory]
    [InlineData("seconds=1", true)]
    [InlineData("pages=0", false)]
    [InlineData("pages", false)]
    [InlineData("sheets=1", false)]
    public void A_limit_is_set_by_its_name(string setting, bool good)
    {
        if (good)
        {
            Assert.Equal(new DocumentLimits(Seconds: 1), new DocumentLimits().With(setting));
        }
        else
        {
            Assert.Throws<FormatException>(() => new DocumentLimits().With(setting));
        }
    }

    [Fact]
    public void The_REFERENCE_names_every_limit_with_its_default()
    {
        var readme = File.ReadAllText(Repository.Reference);

        Assert.All(DocumentLimits.All, l => Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"| `{l.Name}` | {l.Of(new DocumentLimits())} | {l.Meaning} |"), readme, StringComparison.Ordinal));
    }

    private static void Refused(PdfReading reading, string limit)
    {
        Assert.Empty(reading.Pages);
        var anomaly = Assert.Single(reading.Anomalies);
        Assert.Equal(AnomalyCodes.DocumentRefused, anomaly.Code);
        Assert.Contains($"limit {limit}", anomaly.Message, StringComparison.Ordinal);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    private static PdfReading Read(string text) => Read(Encoding.Latin1.GetBytes(text));

    private static PdfReading Read(byte[] bytes, DocumentLimits? limits = null) => PdfPigPageReader.Read(bytes, null, TestContext.Current.CancellationToken, limits);
}
