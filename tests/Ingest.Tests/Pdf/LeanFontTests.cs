using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Tests.Pdf;

public class LeanFontTests
{
    private static readonly string[] Demanded = ["glyf", "head", "hhea", "loca", "maxp"];

    [Theory]
    [InlineData(false, GlyphFlags.None)]
    [InlineData(true, GlyphFlags.Bold)]
    public void A_program_tells_that_it_is_bold_and_its_glyphs_are_not_taken_apart(bool bold, GlyphFlags expected)
    {
        // It promises more glyphs than it has places for, which nobody finds out.
        var reading = Read(Packed(Program(bold, Demanded)));

        Assert.Empty(reading.Anomalies);
        Assert.Equal(("7", expected), (Assert.Single(reading.Pages[0].Glyphs).Text, reading.Pages[0].Glyphs[0].Flags));
    }

    [Fact]
    public void A_program_that_was_changed_is_told()
    {
        var packed = Packed(Program(bold: false, Demanded));
        packed[^1] ^= 1;

        Assert.Contains(Read(packed).Anomalies, a => a.Code == AnomalyCodes.ChecksumMismatch);
    }

    [Fact]
    public void A_program_says_the_same_in_parts_of_any_length()
    {
        var program = Program(bold: true, Demanded);
        for (var length = 1; length <= program.Length; length += 97)
        {
            var style = new TrueTypeStyle();
            for (var at = 0; at < program.Length; at += length)
            {
                Assert.Null(style.IsBold);
                style.Add(at, program.AsSpan(at, Math.Min(length, program.Length - at)));
            }

            Assert.True(style.IsBold);
        }
    }

    [Theory]
    [InlineData("glyf", "head", "hhea", "loca")]
    [InlineData("glyf", "glyf", "hhea", "loca", "maxp")]
    [InlineData("glyf", "head", "hhea", "CFF ", "maxp")]
    public void A_program_that_lacks_what_is_demanded_is_left_to_the_library(params string[] tables)
    {
        var style = new TrueTypeStyle();
        var program = Program(bold: true, tables);
        style.Add(0, program);

        Assert.Null(style.IsBold);
    }

    [Fact]
    public void A_program_that_is_cut_off_is_left_to_the_library()
    {
        var style = new TrueTypeStyle();
        style.Add(0, Program(bold: true, Demanded)[..^1]);

        Assert.Null(style.IsBold);
    }

    private static PdfReading Read(byte[] packed)
    {
        var draft = new PdfDraft();
        var program = draft.AddStream(Encoding.Latin1.GetString(packed), "/Filter /FlateDecode /Length1 2000");
        var map = draft.AddStream("begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <0037> endbfchar endcmap");
        var descriptor = draft.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /FontFile2 {program} 0 R >>"));
        var descendant = draft.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 >>"));
        var font = draft.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {map} 0 R >>"));
        return PdfPigPageReader.Read(draft.Page("BT /F9 10 Tf 100 100 Td <0001> Tj ET", string.Create(CultureInfo.InvariantCulture, $"/F9 {font} 0 R")).ToBytes(), null, CancellationToken.None);
    }

    private static byte[] Packed(byte[] program)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(program);
        }

        return packed.ToArray();
    }

    // A directory, then 400 bytes for each table: ISO/IEC 14496-22.
    private static byte[] Program(bool bold, string[] tables)
    {
        const int Length = 400;
        var start = 12 + 16 * tables.Length;
        var program = new byte[start + Length * tables.Length];
        BinaryPrimitives.WriteUInt32BigEndian(program, 0x0001_0000);
        BinaryPrimitives.WriteUInt16BigEndian(program.AsSpan(4), (ushort)tables.Length);
        for (var i = 0; i < tables.Length; i++)
        {
            var entry = program.AsSpan(12 + 16 * i);
            var table = program.AsSpan(start + Length * i, Length);
            Encoding.ASCII.GetBytes(tables[i], entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)(start + Length * i));
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], Length);
            if (tables[i] == "head")
            {
                BinaryPrimitives.WriteUInt16BigEndian(table[44..], (ushort)(bold ? 1 : 0));
            }
            else if (tables[i] == "maxp")
            {
                BinaryPrimitives.WriteUInt16BigEndian(table[4..], ushort.MaxValue);
            }
        }

        return program;
    }
}
