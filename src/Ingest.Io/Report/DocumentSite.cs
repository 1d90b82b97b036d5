using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Reports.Site;
using Ingest.Io.Archive;
using Ingest.Io.Pdf;
using Ingest.Io.Pictures;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Report;

/// <summary>
/// A stored document made ready to be shown: its doubted pages are read again from the PDF, and of those that are pictures the doubted rows are
/// cut out.
/// </summary>
public static class DocumentSite
{
    /// <summary>With all that a report draws of it.</summary>
    public static SiteDocument Of(StoredDocument stored, bool personal, CancellationToken cancel) => Of(stored, personal, cells: null, PictureReaders.Installed, cancel);

    /// <summary>To show only some of its cells.</summary>
    public static SiteDocument Of(StoredDocument stored, bool personal, ImmutableArray<CellRef> cells, CancellationToken cancel) =>
        Of(stored, personal, cells, PictureReaders.Installed, cancel);

    internal static SiteDocument Of(StoredDocument stored, bool personal, ImmutableArray<CellRef>? cells, IPictureReader? reader, CancellationToken cancel)
    {
        // The worst first: so they are numbered, listed and shown.
        var document = stored.Document with { Anomalies = [.. stored.Document.Anomalies.OrderByDescending(a => a.Code.Severity)] };
        var site = new SiteDocument(document, stored.Name, stored.Paths, stored.ParserVersion, ImmutableDictionary<int, PageContent>.Empty, personal) { Fetches = stored.Fetches };
        IReadOnlySet<int> pages = cells is { } only ? only.Select(static c => c.Area.Page).ToHashSet() : SiteDocument.PagesToDraw(document);
        if (pages.Count == 0 || StoredBytes.Find(stored.Paths, document.Source.Sha256) is not { } bytes)
        {
            return site;
        }

        var strips = PictureStrips.Of(document, cells is { } shown ? SiteDocument.WithFailed(document, shown) : SiteDocument.CellsToDraw(document));
        var cutter = reader is null ? null : new StripCutter(reader, strips, personal ? [] : [.. document.Personal.Select(static p => p.Area)]);
        var read = PdfPigPageReader.Read(bytes, pages, cancel, pictures: cutter).Pages.Where(static p => p.Width > 0).ToList();
        var unread = read.Select(p => (p.Number, Anomaly: Lost(document, p))).Where(static p => p.Anomaly is not null).ToImmutableDictionary(static p => p.Number, static p => p.Anomaly!);
        return site with
        {
            Pages = read.Where(p => !unread.ContainsKey(p.Number)).ToImmutableDictionary(static p => p.Number),
            Pictures = cutter?.Cut ?? site.Pictures,
            Unread = unread,
        };
    }

    /// <summary>What is said of a page from which figures were recognised once, and now none; null of any other.</summary>
    private static Anomaly? Lost(ParsedDocument document, PageContent page) =>
        page.Glyphs.Any(static g => g.Flags.HasFlag(GlyphFlags.Pictured)) || !document.Facts.Any(f => f.Where.Area.Page == page.Number && f.Source != FactSource.Text)
            ? null
            : page.Anomalies.FirstOrDefault(static a => a.Code == AnomalyCodes.ScannedPage || a.Code == AnomalyCodes.OcrText || a.Code == AnomalyCodes.UntrustedText);
}
