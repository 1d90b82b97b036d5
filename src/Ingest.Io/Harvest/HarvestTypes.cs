using Ingest.Io.Archive;
using Ingest.Io.Portals;

namespace Ingest.Io.Harvest;

/// <summary>Visits a portal: gives what it lists, as it is found.</summary>
/// <param name="today">On the calendar of the portals.</param>
public delegate IAsyncEnumerable<CrawlItem> Crawl(Portal portal, IPageSource pages, DateOnly today, CancellationToken cancel);

/// <summary>What a fetched file is called, by link, header (as Latin-1), address and first bytes.</summary>
public delegate string NameFile(string linkText, string disposition, Uri url, ReadOnlySpan<byte> head);

/// <summary>What to harvest and how.</summary>
/// <param name="Hosts">Portals visited at a time; each host is asked one thing at a time all the same.</param>
public sealed record HarvestOptions(IReadOnlyList<Portal> Portals, FileStore Store, PoliteSettings Manners, Crawl Crawl, NameFile NameFile, int Hosts = 4)
{
    /// <summary>Ask about every known file and page, also those whose turn is another night.</summary>
    public bool RecheckAll { get; init; }
}

/// <summary>Something of a visit that a person should know.</summary>
public sealed record VisitTrouble(string Kind, string Url, string Reason, string Meaning)
{
    /// <summary>Of the entry whose files are not known because of it; "" where it concerns no single entry.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where a page could not be had, why: as the outcome of a fetch; "" else.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The portal gives none, or far fewer, of the files that it gave before.</summary>
    public bool Alarm { get; init; }
}

/// <summary>What the visit of one portal came to.</summary>
public sealed class VisitOutcome(Portal portal)
{
    public Portal Portal { get; } = portal;

    public TrafficCounts Traffic { get; } = new();

    public CrawlEnd? End { get; internal set; }

    /// <summary>Nothing speaks against having seen the whole listing.</summary>
    public bool Complete => End is { Complete: true };

    /// <summary>Addresses of files: each is counted once in what follows.</summary>
    public int Found { get; internal set; }

    /// <summary>Stored for the first time.</summary>
    public int Added { get; internal set; }

    /// <summary>Other bytes than before.</summary>
    public int Changed { get; internal set; }

    public int Unchanged { get; internal set; }

    /// <summary>Dealt with by the run that this one continues.</summary>
    public int DoneBefore { get; internal set; }

    /// <summary>Web pages where files should be.</summary>
    public int NotAFile { get; internal set; }

    /// <summary>Stored, but of a kind that is not read yet; among added and changed.</summary>
    public int NotRead { get; internal set; }

    public int Failed { get; internal set; }

    /// <summary>Known for long without a change, and not asked for: its turn is another night.</summary>
    public int Rested { get; internal set; }

    /// <summary>Not asked for, because the time of the visit or of the night was used up.</summary>
    public int GivenUp { get; internal set; }

    public TimeSpan Duration { get; internal set; }

    public List<VisitTrouble> Troubles { get; } = [];

    public bool Alarmed => Troubles.Exists(t => t.Alarm);

    /// <summary>Something came, or the portal confirmed what we have.</summary>
    public bool Fetched => Added + Changed + Unchanged + DoneBefore + Rested > 0 || End is { ListingPages: > 0 };
}

/// <summary>What a harvest came to.</summary>
public sealed record HarvestOutcome(long Run, IReadOnlyList<VisitOutcome> Visits, TimeSpan Duration)
{
    public int Sum(Func<VisitOutcome, int> count) => Visits.Sum(count);

    public long Sum(Func<TrafficCounts, long> count) => Visits.Sum(v => count(v.Traffic));

    /// <summary>Something could not be had because a server limits the rate (429).</summary>
    public bool RateLimited => Visits.Any(v => v.Traffic.GivenUp > 0);

    /// <summary>Not one portal could be asked.</summary>
    public bool NothingFetched => Visits.Count > 0 && Visits.All(v => !v.Fetched);
}

/// <summary>Watches a harvest; called from several threads.</summary>
public abstract class HarvestWatcher
{
    public static readonly HarvestWatcher Silent = new SilentWatcher();

    /// <summary>A visit begins.</summary>
    /// <param name="known">Files that the portal listed so far; 0 at the first visit.</param>
    public abstract void Begun(Portal portal, int known);

    /// <summary>A file is listed: it is asked for next, or need not be.</summary>
    public abstract void Found(Portal portal);

    /// <param name="what">new, changed, unchanged, not a file, failed …</param>
    /// <param name="bytes">That came over the line for it.</param>
    public abstract void Fetched(Portal portal, Uri url, string what, string reason, long bytes);

    public abstract void Trouble(Portal portal, VisitTrouble trouble);

    private sealed class SilentWatcher : HarvestWatcher
    {
        public override void Begun(Portal portal, int known)
        {
        }

        public override void Found(Portal portal)
        {
        }

        public override void Fetched(Portal portal, Uri url, string what, string reason, long bytes)
        {
        }

        public override void Trouble(Portal portal, VisitTrouble trouble)
        {
        }
    }
}
