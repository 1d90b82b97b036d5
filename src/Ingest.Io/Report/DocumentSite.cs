using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Reports.Site;
using Ingest.Io.Archive;
using Ingest.Io.Pdf;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Report;

/// <summary>A stored document made ready to be shown: its doubted pages are read again from the PDF.</summary>
public static class DocumentSite
{
    /// <param name="pages">The pages to read again; null for those that the report draws.</param>
    public static SiteDocument Of(StoredDocument stored, bool personal, IReadOnlySet<int>? pages, CancellationToken cancel)
    {
        // The worst first: so they are numbered, listed and shown.
        var document = stored.Document with { Anomalies = [.. stored.Document.Anomalies.OrderByDescending(a => a.Code.Severity)] };
        var wanted = pages ?? SiteDocument.PagesToDraw(document);
        return new SiteDocument(document, stored.Name, stored.Paths, stored.ParserVersion, Read(stored, wanted, cancel), personal)
        {
            Fetches = stored.Fetches,
        };
    }

    private static ImmutableDictionary<int, PageContent> Read(StoredDocument stored, IReadOnlySet<int> wanted, CancellationToken cancel)
    {
        if (wanted.Count == 0 || StoredBytes.Find(stored.Paths, stored.Document.Source.Sha256) is not { } bytes)
        {
            return ImmutableDictionary<int, PageContent>.Empty;
        }

        return PdfPigPageReader.Read(bytes, wanted, cancel, pictures: Pictures.PictureReaders.Installed).Pages.Where(p => p.Width > 0).ToImmutableDictionary(p => p.Number);
    }
}
