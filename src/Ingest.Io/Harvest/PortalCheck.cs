using Ingest.Io.Portals;

namespace Ingest.Io.Harvest;

/// <summary>What a portal would yield: its listings are visited with all manners, nothing is stored and no file fetched.</summary>
public static class PortalCheck
{
    public static IAsyncEnumerable<CrawlItem> Visit(Portal portal, PoliteHttp http, DateOnly today, CancellationToken cancel) =>
        PortalCrawler.CrawlAsync(portal, new Pages(portal, http), today, cancel);

    private sealed class Pages(Portal portal, PoliteHttp http) : IPageSource
    {
        public async Task<PageFetch> GetAsync(PageRequest request, CancellationToken cancel)
        {
            var url = request.Url;
            var body = new MemoryBody();
            var answer = await http.GetAsync(
                new FetchRequest(url, portal.Allows) { VerifyTls = portal.VerifyTls, Delay = portal.Delay, MostBytes = portal.Limits.PageBytes, Compressed = true, Post = request.Post, ContentType = request.ContentType }, body, cancel).ConfigureAwait(false);
            return answer.HasBody
                ? PageFetch.Of(url, body.Bytes, answer.ContentType, answer.FinalUrl, answer.Status ?? 200)
                : PageFetch.Failed(url, answer.Failure == FetchFailure.None ? FetchFailure.Failed : answer.Failure, answer.Reason, answer.Status);
        }
    }
}

/// <summary>Hosts for as long as the process lives.</summary>
public sealed class HostsInMemory : IHostMemory
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, HostRecord> _hosts = new(StringComparer.Ordinal);

    public HostRecord? Recall(string host) => _hosts.GetValueOrDefault(host);

    public void Remember(HostRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _hosts[record.Host] = record;
    }
}
