using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Core.Model;
using Ingest.Io.Archive;
using Ingest.Io.Harvest;
using Ingest.Io.Portals;
using Ingest.Io.Sqlite;
using Ingest.Tests.Harvest;

namespace Ingest.Benchmarks;

/// <summary>
/// A night over a portal whose documents are all known: what it costs beside the pauses that politeness demands. The portal
/// is served in this very process, so its own cost is in the figures too.
/// </summary>
internal static class NightBenchmark
{
    private const int LinksOnPage = 100;

    public static async Task<int> RunAsync(int documents)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-night-").FullName;
        try
        {
            await using var server = await TestPortal.StartAsync();
            Fill(server, documents);
            using var database = Database.Open(Path.Combine(folder, "night.sqlite"));
            var store = new FileStore(Path.Combine(folder, "store"));
            var portal = new Portal
            {
                Name = "night", Title = "night", Region = "420100", Archetype = Archetype.OnePage, Start = [server.At("/list/0")], Hosts = ["127.0.0.1"],
                Delay = TimeSpan.Zero,
            };
            var options = new HarvestOptions([portal], store, new PoliteSettings { Delay = TimeSpan.Zero }, Crawl, (link, _, _, _) => link);
            await new Harvester(database, options, TimeProvider.System, HarvestWatcher.Silent).RunAsync(CancellationToken.None);
            new Loader(database, new LoadOptions([], 2) { Stored = StoredFiles.Read(database, store) }, LoadWatcher.Silent, Unread).Run(CancellationToken.None);
            GC.Collect();
            server.Log.Clear();

            var clock = Stopwatch.StartNew();
            var report = await new NightlyRun(database, options, TimeProvider.System).RunAsync(load: true, CancellationToken.None);
            using var process = Process.GetCurrentProcess();
            Console.Write(RunSummary.Text(report));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{documents} known documents: {clock.Elapsed.TotalSeconds:0.0} s, peak memory of the process with portal and first night {process.PeakWorkingSet64 / 1e6:0} MB"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The documents are not what is measured.</summary>
    private static ParsedDocument Unread(SourceDocument source, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        new(source, DocumentIdentity.Unknown, [], [], [], [], [], []);

    private static void Fill(TestPortal server, int documents)
    {
        for (var page = 0; page * LinksOnPage < documents; page++)
        {
            var links = Enumerable.Range(page * LinksOnPage, Math.Min(LinksOnPage, documents - (page * LinksOnPage)));
            server.Page(string.Create(CultureInfo.InvariantCulture, $"/list/{page}"), string.Join('\n', links));
            foreach (var n in links)
            {
                server.File(string.Create(CultureInfo.InvariantCulture, $"/file/{n}.pdf"), Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"%PDF-1.4 {n}\n%%EOF")));
            }
        }
    }

    private static async IAsyncEnumerable<CrawlItem> Crawl(
        Portal portal, IPageSource pages, DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (page, found) = (0, 0);
        while (await pages.GetAsync(new PageRequest(new Uri(portal.Start[0], string.Create(CultureInfo.InvariantCulture, $"/list/{page}"))), cancel) is { HasBody: true } fetch)
        {
            page++;
            foreach (var n in Encoding.UTF8.GetString(fetch.Bytes.Span).Split('\n'))
            {
                found++;
                yield return new FoundAttachment(new Uri(portal.Start[0], $"/file/{n}.pdf"), fetch.FinalUrl, null, n, n, "", null, "");
            }
        }

        yield return new CrawlEnd(page, 0, null, found, found, 0, true);
    }
}
