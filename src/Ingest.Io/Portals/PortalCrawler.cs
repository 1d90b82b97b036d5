using System.Runtime.CompilerServices;

namespace Ingest.Io.Portals;

/// <summary>
/// Visits a portal: listing by listing, entry by entry, down to the addresses of files. It fetches nothing itself and judges
/// nothing by name; what speaks against having seen everything is said, so that an end is never taken for completeness.
/// </summary>
public static class PortalCrawler
{
    /// <returns>Attachments and troubles as they are found; the last item is the <see cref="CrawlEnd"/>.</returns>
    /// <param name="today">Tells which years <c>{year}</c> in start pages stands for.</param>
    public static async IAsyncEnumerable<CrawlItem> CrawlAsync(Portal portal, IPageSource pages, DateOnly today, [EnumeratorCancellation] CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(portal);
        ArgumentNullException.ThrowIfNull(pages);
        var progress = new CrawlProgress();
        var details = new DetailCrawl(portal, pages, progress);
        foreach (var start in StartPage.Of(portal, today))
        {
            await foreach (var item in new ListingCrawl(portal, pages, progress, details, start).RunAsync(cancel).ConfigureAwait(false))
            {
                if (item is CrawlTrouble trouble)
                {
                    progress.Troubles++;
                    progress.Incomplete |= trouble.Incomplete;
                }
                else
                {
                    progress.Found++;
                }

                yield return item;
            }
        }

        yield return new CrawlEnd(
            progress.ListingPages, progress.DetailPages, progress.StartsThatTell == progress.Starts ? progress.Told : null, progress.Entries.Count,
            progress.Found, progress.Troubles, !progress.Incomplete);
    }
}

/// <summary>What a visit has seen so far.</summary>
internal sealed class CrawlProgress
{
    public int ListingPages { get; set; }

    public int DetailPages { get; set; }

    public int Told { get; set; }

    /// <summary>Start pages that were there.</summary>
    public int Starts { get; set; }

    public int StartsThatTell { get; set; }

    public int Found { get; set; }

    public int Troubles { get; set; }

    public bool Incomplete { get; set; }

    /// <summary>Keys of entries; the same one may stand in several listings.</summary>
    public HashSet<string> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of files.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);
}
