using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ingest.Io.Portals;

/// <summary>One listing, from its start page to its last.</summary>
internal sealed class ListingCrawl(Portal portal, IPageSource pages, CrawlProgress progress, DetailCrawl details, StartPage start)
{
    private const string EntriesUnknown = "The entries of this page are not known.";

    private readonly IListing _listing = IListing.Of(portal);
    private readonly PriorityQueue<FurtherPage, (int Number, int Order)> _open = new();
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _links = new(StringComparer.Ordinal);
    private int? _toldEntries;
    private int? _toldPages;
    private int _pages;
    private int _entries;
    private bool _broken;
    private bool _absent;

    public async IAsyncEnumerable<CrawlItem> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        Open(_listing.First(start));
        while (_open.TryDequeue(out var next, out _))
        {
            if (progress.ListingPages >= portal.Limits.ListingPages)
            {
                _broken = true;
                yield return Trouble(TroubleKind.CutAtLimit, next.Url, string.Create(CultureInfo.InvariantCulture, $"the listing goes on beyond {portal.Limits.ListingPages} pages"), "Further entries are not known.", incomplete: true);
                break;
            }

            var fetch = await pages.GetAsync(new PageRequest(next.Url, next.Post), cancel).ConfigureAwait(false);
            if (!fetch.HasBody && IsEnd(next, fetch))
            {
                continue;
            }

            if (fetch.Failure == FetchFailure.Gone && start.MayBeMissing && _pages == 0)
            {
                _absent = true;
                continue;
            }

            progress.ListingPages += fetch.HasBody ? 1 : 0;
            var reason = fetch.Reason;
            if (!fetch.HasBody || _listing.Read(fetch, start, Math.Max(1, next.Number), out reason) is not { } page)
            {
                _broken = true;
                yield return new CrawlTrouble(
                    fetch.HasBody ? TroubleKind.UnexpectedAnswer : TroubleKind.ListingFailed, next.Url, reason, EntriesUnknown, fetch.Failure, Incomplete: true);
                continue;
            }

            if (!IsNews(page, next, fetch))
            {
                if (Repeats(next) is { } trouble)
                {
                    yield return trouble;
                }

                continue;
            }

            _pages++;
            _toldEntries = page.ToldEntries ?? _toldEntries;
            _toldPages = page.ToldPages ?? _toldPages;
            await foreach (var item in EntriesAsync(page, fetch, cancel).ConfigureAwait(false))
            {
                yield return item;
            }

            if (!(_listing.Guesses && _links.Count >= _toldEntries))
            {
                foreach (var further in page.More.Where(f => portal.Allows(f.Url)))
                {
                    Open(further);
                }
            }
        }

        foreach (var trouble in Conclude())
        {
            yield return trouble;
        }
    }

    private void Open(FurtherPage page)
    {
        if (_asked.Add(page.Key))
        {
            _open.Enqueue(page, (page.Number, _asked.Count));
        }
    }

    /// <summary>A page asked for on a guess that is not there ends the listing.</summary>
    private bool IsEnd(FurtherPage page, PageFetch fetch) =>
        fetch.Failure == FetchFailure.Gone && (page.Number == 0 || (page.Number > 1 && _listing.Guesses && !(page.Number <= _toldPages)));

    /// <summary>False where the page shows what another one has shown, or nothing at all behind the first.</summary>
    private bool IsNews(ListingPage page, FurtherPage at, PageFetch fetch)
    {
        // A redirect may lead to a page that was asked for by its own address.
        var redirected = WebAddress.Key(fetch.FinalUrl) != WebAddress.Key(at.Url) && !_asked.Add(WebAddress.Key(fetch.FinalUrl));
        var keys = page.Links.Select(WebAddress.Key).ToList();
        var content = string.Join('\n', keys.Order(StringComparer.Ordinal));
        return !redirected && _contents.Add(content) && (keys.Count == 0 ? at.Number <= 1 || page.More.Count > 0 : keys.Count(k => _links.Add(k)) > 0 || at.Number <= 1);
    }

    /// <summary>Servers give the last or the first page for numbers that do not exist: an end where pages are guessed, odd where the portal links to it.</summary>
    private CrawlTrouble? Repeats(FurtherPage page)
    {
        if (_listing.Guesses || page.Number == 0 || _links.Count >= _toldEntries)
        {
            _open.Clear();
            return null;
        }

        // Each repeated page may link to one more, for ever.
        _open.Clear();
        _broken |= _toldEntries is null;
        return Trouble(
            TroubleKind.EndlessPagination, page.Url, "the page repeats what was seen before, although the portal links to it as a further one",
            _toldEntries is null ? "Whether there are further entries is not known." : "The number that the portal tells decides.", incomplete: _toldEntries is null);
    }

    private async IAsyncEnumerable<CrawlItem> EntriesAsync(ListingPage page, PageFetch fetch, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var entry in page.Entries)
        {
            // One known from another listing of the portal counts here too.
            _entries++;
            if (progress.Entries.Add(WebAddress.Key(entry.Url)))
            {
                await foreach (var item in details.OfEntryAsync(entry, fetch.FinalUrl, cancel).ConfigureAwait(false))
                {
                    yield return item;
                }
            }
        }

        if (portal.Archetype == Archetype.OnePage)
        {
            foreach (var item in details.OnListing(fetch))
            {
                _entries++;
                yield return item;
            }
        }
    }

    private IEnumerable<CrawlTrouble> Conclude()
    {
        if (_absent)
        {
            yield break;
        }

        progress.Starts++;
        if (_toldEntries is { } told)
        {
            progress.Told += told;
            progress.StartsThatTell++;
        }

        if (_entries == 0 && !_broken)
        {
            yield return Trouble(
                TroubleKind.EmptyListing, start.Url, _links.Count == 0 ? "the listing has no entry" : string.Create(CultureInfo.InvariantCulture, $"none of its {_links.Count} links is an entry by the portal's rules"),
                "The portal may have been rebuilt.", incomplete: true);
        }
        else if (!_broken && _links.Count < _toldEntries)
        {
            yield return Trouble(
                TroubleKind.FewerThanTold, start.Url, string.Create(CultureInfo.InvariantCulture, $"the portal tells of {_toldEntries} entries, {_links.Count} were seen"),
                "Entries are missing.", incomplete: true);
        }
        else if (!_broken && _toldEntries is null && _pages < _toldPages)
        {
            yield return Trouble(
                TroubleKind.FewerThanTold, start.Url, string.Create(CultureInfo.InvariantCulture, $"the portal tells of {_toldPages} pages, {_pages} were seen"),
                "Entries are missing.", incomplete: true);
        }
    }

    private static CrawlTrouble Trouble(TroubleKind kind, Uri where, string reason, string meaning, bool incomplete) =>
        new(kind, where, reason, meaning, FetchFailure.None, incomplete);
}
