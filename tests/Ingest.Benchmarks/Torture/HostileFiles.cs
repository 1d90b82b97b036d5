using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ingest.Tests.Pdf;

namespace Ingest.Benchmarks.Torture;

/// <summary>PDFs made to end the process, to fill its memory or to hold it; made from nothing.</summary>
internal static class HostileFiles
{
    private const string Hello = "BT /F1 10 Tf 100 700 Td (hello) Tj ET";

    /// <returns>The files.</returns>
    public static List<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var (name, make) in All)
        {
            files.Add(Path.Combine(folder, name + ".pdf"));
            File.WriteAllBytes(files[^1], make());
        }

        return files;
    }

    private static readonly (string Name, Func<byte[]> Make)[] All =
    [
        ("widths-negative", () => Table("1 1 -5", "")), ("widths-huge", () => Table("1 1 2147483647", "")), ("index-huge", () => Table("4 4 4", "/Index [0 2000000000]")),
        ("references-in-a-circle", () => Latin("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n4 0 obj 5 0 R endobj\n5 0 obj 4 0 R endobj\ntrailer<</Root 1 0 R>>\n")),
        ("flate-1gb", () => Packed(1)), ("flate-of-flate-1gb", () => Packed(2)), ("flate-three-times-1gb", () => Packed(3)),
        ("run-length", () => Form(string.Concat(Enumerable.Repeat("\u0081 ", 8_000_000)), "/RunLengthDecode", 1)),
        ("font-widths", () => Font("/W [0 2000000000 500]", "")), ("font-ranges", () => Font("", "1 beginbfrange <00000000> <ffffffff> <0030> endbfrange")),
        ("form-20000-times", () => Form(Pack(new string(' ', 10_000_000)), "/FlateDecode", 20_000)), ("forms-of-forms", Forms),
        ("objects-without-end", () => Repeated("{0} 0 obj << >> stream\n")), ("pages-10000", () => Pages(10_000)), ("pages-4900", () => Pages(4_900)),
        ("glyphs", () => Draft(Many("1 0 0 1 {0} {1} Tm (7) Tj\n", "BT /F1 6 Tf ", " ET"))), ("rulings", () => Draft(Many("{0} {1} m 600 {1} l S\n", "", ""))),
        ("rectangles", () => Draft(Many("{0} {1} 9 9 re f\n", "", ""))), ("states", () => Draft(string.Concat(Enumerable.Repeat("q ", 1_000_000)))),
        ("arrays", () => Draft(new string('[', 1_000_000) + " TJ")), ("dictionaries", () => Draft(Hello, "/X " + string.Concat(Enumerable.Repeat("<</A ", 1_000_000)))),
        ("huge-coordinates", () => Draft("2147483648 0 0 2147483648 0 0 cm " + Hello)), ("huge-page", () => Draft(Hello, "/MediaBox [0 0 1e308 1e308]")), ("zeros", () => [.. "%PDF-1.7\n"u8, .. new byte[10_000_000]]),
    ];

    private static byte[] Table(string widths, string more) =>
        Latin($"%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 1/W[{widths}]{more}/Root 2 0 R/Length 12>>\nstream\n{new string('\0', 12)}\nendstream\nendobj\nstartxref\n9\n%%EOF\n");

    private static byte[] Packed(int times)
    {
        var packed = Pack(new string(' ', 1 << 20), 1024);
        for (var i = 1; i < times; i++)
        {
            packed = Pack(packed);
        }

        return Form(packed, string.Concat(Enumerable.Repeat("/FlateDecode ", times)), 1);
    }

    private static byte[] Form(string content, string filters, int draws)
    {
        var draft = new PdfDraft();
        draft.AddResource("XObject", "X", draft.AddStream(content, $"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Filter [{filters}]"));
        return draft.Page(string.Concat(Enumerable.Repeat("/X Do ", draws)) + Hello).ToBytes();
    }

    private static byte[] Forms()
    {
        var draft = new PdfDraft();
        var form = draft.AddStream("0 0 m 9 9 l S", "/Type /XObject /Subtype /Form /BBox [0 0 600 800]");
        for (var i = 0; i < 10; i++)
        {
            form = draft.AddStream(string.Concat(Enumerable.Repeat("/X Do ", 10)), string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X {form} 0 R >> >>"));
        }

        draft.AddResource("XObject", "X", form);
        return draft.Page("/X Do " + Hello).ToBytes();
    }

    private static byte[] Font(string widths, string map)
    {
        var draft = new PdfDraft();
        var stream = draft.AddStream($"begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange {map} endcmap");
        var font = draft.AddComposite("X", "Identity-H", "Identity", widths, string.Create(CultureInfo.InvariantCulture, $"/ToUnicode {stream} 0 R"));
        return draft.Page("BT /F9 9 Tf 100 100 Td <00000001> Tj ET", string.Create(CultureInfo.InvariantCulture, $"/F9 {font} 0 R")).ToBytes();
    }

    private static byte[] Pages(int count)
    {
        var draft = new PdfDraft();
        var table = Ingest.Tests.TinyPdf.Table([.. Enumerable.Range(0, 10).Select(i => new[] { "name", "1.00", string.Create(CultureInfo.InvariantCulture, $"{i}.00") })]);
        for (var i = 0; i < count; i++)
        {
            draft.Page(table);
        }

        return draft.ToBytes();
    }

    private static byte[] Draft(string content, string attributes = "/MediaBox [0 0 600 800]") => new PdfDraft { PageAttributes = attributes }.Page(content).ToBytes();

    private static string Many(string format, string before, string after) => before + string.Concat(Enumerable.Range(0, 1_000_000).Select(i =>
        string.Format(CultureInfo.InvariantCulture, format, i * 7919L % 6000 / 10.0, i * 104729L % 8000 / 10.0))) + after;

    private static byte[] Repeated(string format) => Latin("%PDF-1.4\n" + string.Concat(Enumerable.Range(1, 1_000_000).Select(i => string.Format(CultureInfo.InvariantCulture, format, i))));

    private static string Pack(string content, int times = 1)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var bytes = Latin(content);
            for (var i = 0; i < times; i++)
            {
                zlib.Write(bytes);
            }
        }

        return Encoding.Latin1.GetString(packed.ToArray());
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
