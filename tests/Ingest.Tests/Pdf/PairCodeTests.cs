using System.Globalization;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

/// <summary>Fonts of which any two bytes are a code (Identity-H), as most composite fonts are.</summary>
public class PairCodeTests
{
    [Fact]
    public void Two_bytes_are_a_code_and_one_at_the_end_is_left_to_the_library()
    {
        Assert.Equal("7", string.Concat(Read("<0001>").Pages[0].Glyphs.Select(g => g.Text)));
        Assert.Equal("77", string.Concat(Read("<00010002000100>").Pages[0].Glyphs.Where(g => g.Text == "7").Select(g => g.Text)));
    }

    [Fact]
    public void A_blank_of_two_bytes_is_not_spread_as_a_word_space()
    {
        // ISO 32000-1, 9.3.3: word spacing is for the single byte 32.
        var spread = Read("0 Tw <000100200001>").Pages[0].Glyphs;
        var plain = Read("50 Tw <000100200001>").Pages[0].Glyphs;
        Assert.Equal(plain[^1].Box, spread[^1].Box);
    }

    [Fact]
    public void Reading_a_code_asks_for_no_memory_of_its_own()
    {
        // The codes are blanks, of which no glyph is kept; what is left is the page's own text.
        var (few, many) = (Allocated(1_000), Allocated(21_000));
        Assert.InRange((many - few) / 20_000.0, 0, 60);
    }

    private static long Allocated(int codes)
    {
        var page = Page($"<{string.Concat(Enumerable.Repeat("0002", codes))}>");
        Read(page);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(page);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static PdfReading Read(string shown) => Read(Page(shown));

    private static PdfReading Read(byte[] page) => PdfPigPageReader.Read(page, null, CancellationToken.None);

    private static byte[] Page(string shown)
    {
        var draft = new PdfDraft();
        var map = draft.AddStream("begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 3 beginbfchar <0001> <0037> <0002> <0020> <0020> <0020> endbfchar endcmap");
        var descendant = draft.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] >> /DW 500 >>");
        var font = draft.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {map} 0 R >>"));
        return draft.Page($"BT /F9 10 Tf 100 100 Td {shown} Tj ET", string.Create(CultureInfo.InvariantCulture, $"/F9 {font} 0 R")).ToBytes();
    }
}
