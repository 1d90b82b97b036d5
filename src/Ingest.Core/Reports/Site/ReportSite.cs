namespace Ingest.Core.Reports.Site;

/// <summary>
/// The report as static files: add the documents in order, then finish. Files come as soon as they are whole; only counts
/// are kept in between.
/// </summary>
/// <param name="cities">Those that have a page.</param>
public sealed class ReportSite(SiteOptions options, IReadOnlySet<string> cities)
{
    private readonly ListPages _lists = new(options);
    private readonly SiteTotals _totals = new() { HasPage = cities.Contains };

    /// <summary>The files of lists that became full. A document's own pages are those of <see cref="DocumentPages"/>.</summary>
    public IEnumerable<SiteFile> Add(SiteEntry entry)
    {
        _totals.Add(entry);
        return _lists.Add(entry);
    }

    public IEnumerable<SiteFile> Finish() => _lists.Finish().Append(OverviewPage.Write(_totals));
}
