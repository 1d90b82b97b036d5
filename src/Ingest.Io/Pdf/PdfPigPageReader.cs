using System.Collections.Immutable;
using Ingest.Core.Model;
using UglyToad.PdfPig;
using PageContent = Ingest.Core.Model.PageContent;

namespace Ingest.Io.Pdf;

/// <summary>Reads a PDF's pages. Whatever the file holds, the answer is pages and anomalies, never an exception.</summary>
public static class PdfPigPageReader
{
    /// <param name="bytes">The whole file. One document may be read by one thread only; several may share the bytes.</param>
    /// <param name="onlyPages">Page numbers from 1; null for all.</param>
    /// <param name="cancel">Looked at between pages; the only cause of an exception.</param>
    public static PdfReading Read(ReadOnlyMemory<byte> bytes, IReadOnlySet<int>? onlyPages, CancellationToken cancel)
    {
        PdfDocument document;
        try
        {
            document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, Logger = new ReadContext(cancel) });
            document.AddPageFactory<PageContent, PageFactory>();
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            return new PdfReading([], 0, [PageComposer.OfPage(AnomalyCodes.Damaged, 0, 0, 0, e.Message)]);
        }

        using (document)
        {
            var pages = ImmutableArray.CreateBuilder<PageContent>(document.NumberOfPages);
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                cancel.ThrowIfCancellationRequested();
                if (onlyPages is null || onlyPages.Contains(number))
                {
                    pages.Add(ReadPage(document, number));
                }
            }

            return new PdfReading(pages.ToImmutable(), document.NumberOfPages, []);
        }
    }

    private static PageContent ReadPage(PdfDocument document, int number)
    {
        try
        {
            return document.GetPage<PageContent>(number);
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            return new PageContent(number, 0, 0, [], [], [], [], [PageComposer.OfPage(AnomalyCodes.PageUnreadable, number, 0, 0, e.Message)]);
        }
    }
}
