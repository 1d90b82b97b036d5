using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Io.Archive;
using Ingest.Io.Harvest;
using Ingest.Io.Portals;

namespace Ingest.Tests.Harvest;

/// <summary>The simplest portal: each link of its start page is a file.</summary>
internal static class Harvests
{
    public static HarvestOptions Of(TestPortal server, FileStore store, PoliteSettings? manners = null) => new(
        [new Portal { Name = "test", Title = "试", Region = "420100", Archetype = Archetype.OnePage, Start = [server.At("/list")], Hosts = ["127.0.0.1"] }],
        store, manners ?? new PoliteSettings { Retries = 0 }, Links, (link, _, _, _) => link + ".pdf");

    public static void List(this TestPortal server, params string[] links) =>
        server.Page("/list", string.Concat(links.Select(l => $"<a href=\"{l}\">预算{l.Trim('/')}</a>")));

    private static async IAsyncEnumerable<CrawlItem> Links(Portal portal, IPageSource pages, DateOnly today, [EnumeratorCancellation] CancellationToken cancel)
    {
        var page = await pages.GetAsync(new PageRequest(portal.Start[0]), cancel);
        var found = 0;
        foreach (Match link in Regex.Matches(Encoding.UTF8.GetString(page.Bytes.Span), "href=\"([^\"]+)\">([^<]*)"))
        {
            found++;
            yield return new FoundAttachment(new Uri(page.FinalUrl, link.Groups[1].Value), page.FinalUrl, null, link.Groups[2].Value, "", "", null, "");
        }

        yield return new CrawlEnd(page.HasBody ? 1 : 0, 0, null, found, found, 0, page.HasBody);
    }
}
