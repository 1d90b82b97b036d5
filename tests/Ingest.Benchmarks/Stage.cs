using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Io.Pdf;
using UglyToad.PdfPig;

namespace Ingest.Benchmarks;

/// <summary>How far a document is taken. Each stage contains those before it, but <c>pdfpig</c>, which stands alone.</summary>
internal static class Stage
{
    /// <summary>A stage gives the number of pages it saw.</summary>
    public static readonly IReadOnlyDictionary<string, Func<PdfFile, int>> All = new Dictionary<string, Func<PdfFile, int>>(StringComparer.Ordinal)
    {
        ["pdfpig"] = PdfPigAlone,
        ["read"] = file => Read(file).Pages.Length,
        ["find"] = file =>
        {
            var reading = Read(file);
            TableFinder.Find(new TurnedSheets(reading.Pages).Upright);
            return reading.Pages.Length;
        },
        ["parse"] = file =>
        {
            var reading = Read(file);
            var source = new SourceDocument("", file.Name, file.Bytes.Length);
            return DocumentParser.Parse(source, reading.Pages, reading.Anomalies).Pages.Length;
        },
    };

    private static PdfReading Read(PdfFile file) => PdfPigPageReader.Read(file.Bytes, null, CancellationToken.None);

    private static int PdfPigAlone(PdfFile file)
    {
        try
        {
            var touched = 0L;
            using var document = PdfDocument.Open(file.Bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            foreach (var page in document.GetPages())
            {
                touched += page.Letters.Count + page.Paths.Count;
            }

            return touched >= 0 ? document.NumberOfPages : 0;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A file that PdfPig cannot open costs what it costs.
            return 0;
        }
    }
}
