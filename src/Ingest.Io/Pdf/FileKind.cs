using System.Text;

namespace Ingest.Io.Pdf;

/// <summary>Says what a file is that is no PDF: portals serve error pages, Word files and pictures under that name.</summary>
internal static class FileKind
{
    // How far into the file readers look for the PDF header.
    private const int HeaderReach = 1024;

    private const int TextReach = 512;
    private const int ZipReach = 64 * 1024;

    private static readonly (byte[] Magic, (string, string) Kind)[] Magics =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], ("an old Office document (doc, xls, ppt)", "是旧版 Office 文档（doc、xls、ppt）")),
        ([0xFF, 0xD8, 0xFF], ("a JPEG picture", "是 JPEG 图片")),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], ("a PNG picture", "是 PNG 图片")),
        ([(byte)'G', (byte)'I', (byte)'F', (byte)'8'], ("a GIF picture", "是 GIF 图片")),
        ([(byte)'B', (byte)'M'], ("a BMP picture", "是 BMP 图片")),
        ([(byte)'I', (byte)'I', 0x2A, 0x00], ("a TIFF picture", "是 TIFF 图片")),
        ([(byte)'M', (byte)'M', 0x00, 0x2A], ("a TIFF picture", "是 TIFF 图片")),
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!'], ("a RAR archive", "是 RAR 压缩包")),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], ("a 7z archive", "是 7z 压缩包")),
        ([0x1F, 0x8B], ("a gzip archive", "是 gzip 压缩包")),
        ([(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f'], ("an RTF document", "是 RTF 文档")),
        ([(byte)'%', (byte)'!', (byte)'P', (byte)'S'], ("a PostScript file", "是 PostScript 文件")),
    ];

    /// <summary>Where the PDF header stands, or -1.</summary>
    public static int FindPdfHeader(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, HeaderReach)].IndexOf("%PDF-"u8);

    /// <summary>What the bytes are, as far as their beginning tells, to be put into "the file is …" and 文件….</summary>
    public static (string English, string Chinese) Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return ("empty", "为空");
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
        return head.IndexOfAnyExcept((byte)0) < 0 ? ("nothing but zeros", "全是零字节") : DescribeText(head);
    }

    private static (string, string) DescribeZip(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("OFD.xml"u8) >= 0 ? ("an OFD document", "是 OFD 文档")
        : bytes.IndexOf("word/"u8) >= 0 ? ("a Word document (docx)", "是 Word 文档（docx）")
        : bytes.IndexOf("xl/"u8) >= 0 ? ("an Excel workbook (xlsx)", "是 Excel 工作簿（xlsx）")
        : bytes.IndexOf("ppt/"u8) >= 0 ? ("a PowerPoint file (pptx)", "是 PowerPoint 文件（pptx）")
        : ("a ZIP archive", "是 ZIP 压缩包");

    private static (string, string) DescribeText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            head = head[Encoding.UTF8.Preamble.Length..];
        }

        var text = Encoding.Latin1.GetString(head).TrimStart();
        return Starts(text, "<!doctype html") || text.Contains("<html", StringComparison.OrdinalIgnoreCase) || Starts(text, "<head") || Starts(text, "<script")
                ? ("an HTML page", "是 HTML 网页")
            : Starts(text, "<?xml") ? ("an XML file", "是 XML 文件")
            : text.StartsWith('{') || text.StartsWith('[') ? ("a JSON text", "是 JSON 文本")
            : text.AsSpan().ContainsAnyInRange('\0', '\x08') ? ("of unknown kind", "类型未知")
            : ("a plain text", "是纯文本");
    }

    private static bool Starts(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
