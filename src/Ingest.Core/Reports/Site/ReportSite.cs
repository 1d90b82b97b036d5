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

    /// <summary>What stands in the place of the overview until the counts are complete.</summary>
    public static SiteFile Pending() => new("index.html", SitePage.Write(Phrases.Overview.Plain, "", "index", $"<h1>{Phrases.ReportTitle.Html}</h1>\n<p class=\"lead\">{Phrases.Pending.Html}</p>\n"));

    /// <summary>The files of lists that became full. A document's own pages are those of <see cref="DocumentPages"/>.</summary>
    public IEnumerable<SiteFile> Add(SiteEntry entry)
    {
        _totals.Add(entry);
        return _lists.Add(entry);
    }

    public IEnumerable<SiteFile> Finish() => _lists.Finish().Append(OverviewPage.Write(_totals));
}
