using System.Globalization;
using System.Text;

namespace Ingest.Tests.Pdf;

/// <summary>
/// A PDF drawn in a test: pages of raw content streams, so that each trap of a real file is a few operators. Fonts:
/// F1 Helvetica with its usual encoding, F2 a Chinese font that is not embedded (its codes are UTF-16), F3 a font of
/// two-byte codes that gives no Unicode at all.
/// </summary>
internal sealed class PdfDraft
{
    private readonly List<string> _objects = [];
    private readonly List<int> _pages = [];
    private readonly Dictionary<string, int> _resources = new(StringComparer.Ordinal);

    public PdfDraft()
    {
        // 1 is the catalog, 2 the page tree; both are written at the end.
        _objects.Add("");
        _objects.Add("");
        var helvetica = Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var song = AddComposite("STSong-Light", "UniGB-UCS2-H", "GB1", "/DW 1000 /W [1 95 500]");
        var mute = AddComposite("ABCDEF+Mute", "Identity-H", "Identity", "/DW 600");
        Fonts = string.Create(CultureInfo.InvariantCulture, $"/F1 {helvetica} 0 R /F2 {song} 0 R /F3 {mute} 0 R");
    }

    public string Fonts { get; }

    /// <summary>Raw attributes of the next page, e.g. <c>/Rotate 90</c>.</summary>
    public string PageAttributes { get; set; } = "/MediaBox [0 0 600 800]";

    /// <summary>The hexadecimal codes of a text for F2.</summary>
    public static string Chinese(string text) => "<" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

    /// <returns>The object's number.</returns>
    public int Add(string body)
    {
        _objects.Add(body);
        return _objects.Count;
    }

    public int AddStream(string content, string attributes = "") =>
        Add(string.Create(CultureInfo.InvariantCulture, $"<< {attributes} /Length {content.Length} >>\nstream\n{content}\nendstream"));

    /// <summary>Makes an XObject or graphics state known to the pages that follow.</summary>
    public void AddResource(string kind, string name, int number) =>
        _resources[string.Create(CultureInfo.InvariantCulture, $"{kind}/{name}")] = number;

    /// <param name="moreFonts">Further entries of the page's font dictionary.</param>
    public PdfDraft Page(string content, string moreFonts = "")
    {
        var stream = AddStream(content);
        var resources = new StringBuilder();
        foreach (var kind in _resources.Keys.Select(k => k.Split('/')[0]).Distinct(StringComparer.Ordinal))
        {
            resources.Append(CultureInfo.InvariantCulture, $"/{kind} << ");
            foreach (var (name, number) in _resources.Where(r => r.Key.StartsWith(kind + "/", StringComparison.Ordinal)))
            {
                resources.Append(CultureInfo.InvariantCulture, $"/{name.Split('/')[1]} {number} 0 R ");
            }

            resources.Append(">> ");
        }

        _pages.Add(Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent 2 0 R {PageAttributes} /Contents {stream} 0 R /Resources << /Font << {Fonts} {moreFonts} >> {resources}>> >>")));
        return this;
    }

    public byte[] ToBytes()
    {
        var kids = string.Join(' ', _pages.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p} 0 R")));
        _objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
        _objects[1] = string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {_pages.Count} /Kids [{kids}] >>");

        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{_objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        }

        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A font of two-byte codes that is not embedded.</summary>
    public int AddComposite(string name, string encoding, string ordering, string widths, string more = "")
    {
        var descriptor = Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"));
        var registry = ordering.StartsWith("GB", StringComparison.Ordinal) ? "Adobe" : "Test";
        var descendant = Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /CIDSystemInfo << /Registry ({registry}) /Ordering ({ordering}) /Supplement 0 >> /FontDescriptor {descriptor} 0 R {widths} >>"));
        return Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /{encoding} /DescendantFonts [{descendant} 0 R] {more} >>"));
    }
}
