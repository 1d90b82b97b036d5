using System.Text;

namespace Ingest.Io.Portals;

/// <summary>What a file is by its first bytes; names and headers of portals are no evidence.</summary>
public static class FileTypes
{
    /// <summary>Enough of a file for <see cref="Extension"/>; a ZIP is looked at more closely when all of it is there.</summary>
    public const int Reach = 64 * 1024;

    // Readers accept a PDF header within the first 1024 bytes.
    private const int PdfReach = 1024;

    /// <summary>Extensions of files that are documents or hold some, without dot; other links are pages.</summary>
    public static readonly IReadOnlyList<string> Documents =
        ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "ofd", "ceb", "csv", "rtf", "zip", "rar", "7z", "tar", "gz"];

    private static readonly (byte[] Magic, string Extension)[] Magics =
    [
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!'], "rar"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "7z"),
        ([0x1F, 0x8B], "gz"),
        ([0xFF, 0xD8, 0xFF], "jpg"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "png"),
        ([(byte)'G', (byte)'I', (byte)'F', (byte)'8'], "gif"),
        ([(byte)'I', (byte)'I', 0x2A, 0x00], "tif"),
        ([(byte)'M', (byte)'M', 0x00, 0x2A], "tif"),
        ([(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f'], "rtf"),
    ];

    /// <summary>pdf, docx, xlsx, pptx, ofd, zip, ole (doc, xls, ppt, wps: their bytes begin alike), rar, 7z, jpg, html, …; "" if unknown.</summary>
    public static string Extension(ReadOnlySpan<byte> bytes)
    {
        if (bytes[..Math.Min(bytes.Length, PdfReach)].IndexOf("%PDF-"u8) >= 0)
        {
            return "pdf";
        }

        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
        {
            return ZipFamily(bytes);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return "ole";
        }

        foreach (var (magic, extension) in Magics)
        {
            if (bytes.StartsWith(magic))
            {
                return extension;
            }
        }

        return TextFamily(bytes);
    }

    private static string ZipFamily(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Reach)];
        var tail = bytes[Math.Max(0, bytes.Length - Reach)..];
        return Has(head, tail, "OFD.xml"u8) ? "ofd"
            : Has(head, tail, "word/"u8) ? "docx"
            : Has(head, tail, "xl/"u8) ? "xlsx"
            : Has(head, tail, "ppt/"u8) ? "pptx"
            : "zip";
    }

    /// <summary>Entry names stand before each entry and once more in the directory at the end.</summary>
    private static bool Has(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> name) =>
        head.IndexOf(name) >= 0 || tail.IndexOf(name) >= 0;

    private static string TextFamily(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, PdfReach)];
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            head = head[3..];
        }

        var text = Encoding.Latin1.GetString(head).TrimStart().ToLowerInvariant();
        return text.StartsWith("<?xml", StringComparison.Ordinal) && !text.Contains("<html", StringComparison.Ordinal) ? "xml"
            : text.Contains("<html", StringComparison.Ordinal) || text.StartsWith("<!doctype html", StringComparison.Ordinal)
                || text.StartsWith("<head", StringComparison.Ordinal) || text.StartsWith("<script", StringComparison.Ordinal) ? "html"
            : text.StartsWith('{') || text.StartsWith('[') ? "json"
            : "";
    }
}
