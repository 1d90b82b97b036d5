using System.Text;

namespace Ingest.Io.Pdf;

/// <summary>Says what a file is that is no PDF: portals serve error pages, Word files and pictures under that name.</summary>
internal static class FileKind
{
    // How far into the file readers look for the PDF header.
    private const int HeaderReach = 1024;

    private const int TextReach = 512;
    private const int ZipReach = 64 * 1024;

    private static readonly (byte[] Magic, string Kind)[] Magics =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document (doc, xls, ppt)"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ([(byte)'G', (byte)'I', (byte)'F', (byte)'8'], "a GIF picture"),
        ([(byte)'B', (byte)'M'], "a BMP picture"),
        ([(byte)'I', (byte)'I', 0x2A, 0x00], "a TIFF picture"),
        ([(byte)'M', (byte)'M', 0x00, 0x2A], "a TIFF picture"),
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!'], "a RAR archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7z archive"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f'], "an RTF document"),
        ([(byte)'%', (byte)'!', (byte)'P', (byte)'S'], "a PostScript file"),
    ];

    /// <summary>Where the PDF header stands, or -1.</summary>
    public static int FindPdfHeader(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, HeaderReach)].IndexOf("%PDF-"u8);

    /// <summary>What the bytes are, as far as their beginning tells, to be put into "the file is …".</summary>
    public static string Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "empty";
        }

        if (bytes.StartsWith("PK\x03\x04"u8))
        {
            return DescribeZip(bytes[..Math.Min(bytes.Length, ZipReach)]);
        }

        foreach (var (magic, kind) in Magics)
        {
            if (bytes.StartsWith(magic))
            {
                return kind;
            }
        }

        var head = bytes[..Math.Min(bytes.Length, TextReach)];
        return head.IndexOfAnyExcept((byte)0) < 0 ? "nothing but zeros" : DescribeText(head);
    }

    private static string DescribeZip(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("OFD.xml"u8) >= 0 ? "an OFD document"
        : bytes.IndexOf("word/"u8) >= 0 ? "a Word document (docx)"
        : bytes.IndexOf("xl/"u8) >= 0 ? "an Excel workbook (xlsx)"
        : bytes.IndexOf("ppt/"u8) >= 0 ? "a PowerPoint file (pptx)"
        : "a ZIP archive";

    private static string DescribeText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            head = head[Encoding.UTF8.Preamble.Length..];
        }

        var text = Encoding.Latin1.GetString(head).TrimStart();
        return Starts(text, "<!doctype html") || text.Contains("<html", StringComparison.OrdinalIgnoreCase) || Starts(text, "<head") || Starts(text, "<script")
                ? "an HTML page"
            : Starts(text, "<?xml") ? "an XML file"
            : text.StartsWith('{') || text.StartsWith('[') ? "a JSON text"
            : text.AsSpan().ContainsAnyInRange('\0', '\x08') ? "of unknown kind"
            : "a plain text";
    }

    private static bool Starts(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
