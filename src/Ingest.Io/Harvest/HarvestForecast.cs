using Ingest.Io.Portals;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>What a visit would do with a file that is listed.</summary>
/// <param name="What">new; ask (with the validators of what is held); rests (its turn is another night); again (it is gone from the store).</param>
public sealed record ForecastFile(string What, string Url, string Name);

/// <summary>What a visit of a portal would ask for: its listings are read with all manners, nothing is stored and no file fetched.</summary>
public sealed record HarvestForecast(Portal Portal, IReadOnlyList<ForecastFile> Files, IReadOnlyList<CrawlTrouble> Troubles, CrawlEnd? End)
{
    /// <param name="database">Null where there is none yet.</param>
    public static async Task<HarvestForecast> OfAsync(Portal portal, HarvestOptions options, Database? database, PoliteHttp http, DateTimeOffset now, CancellationToken cancel)
    {
        var known = database is null ? null : new FetchLog(database, new Lock(), run: 0);
        var files = new List<ForecastFile>();
        var troubles = new List<CrawlTrouble>();
        CrawlEnd? end = null;
        await foreach (var item in PortalCheck.Visit(portal, http, CoverageStore.Today(now), cancel).ConfigureAwait(false))
        {
            switch (item)
            {
                case FoundAttachment found:
                    files.Add(new ForecastFile(What(portal, options, known?.LastStored(found.Url.AbsoluteUri), found.Url.AbsoluteUri, now), found.Url.AbsoluteUri, options.NameFile(found.LinkText, "", found.Url, [])));
                    break;
                case CrawlTrouble trouble:
                    troubles.Add(trouble);
                    break;
                case CrawlEnd last:
                    end = last;
                    break;
            }
        }

        return new HarvestForecast(portal, files, troubles, end);
    }

    private static string What(Portal portal, HarvestOptions options, StoredFetch? known, string url, DateTimeOffset now) =>
        known is null ? "new"
        : !options.Store.Has(known.Sha256, known.Bytes) ? "again"
        : !options.RecheckAll && portal.Recheck.Rests(url, Times.Parse(known.At)!.Value, Times.Parse(known.ConfirmedAt)!.Value, now) ? "rests"
        : "ask";
}
