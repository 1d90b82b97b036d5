using System.Globalization;
using Ingest.Io.Portals;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>The visit of one portal: its listing, then each file as it is found, then what earlier runs found and did not fetch.</summary>
internal sealed class PortalVisit
{
    private readonly HarvestOptions _options;
    private readonly PoliteHttp _http;
    private readonly TimeProvider _clock;
    private readonly HarvestWatcher _watcher;
    private readonly string? _since;
    private readonly DateTimeOffset _end;
    private readonly PublicationLog _publications;
    private readonly FetchLog _fetches;
    private readonly VisitLog _visits;
    private readonly Func<Portal, FetchRequest, PageCache> _pages;

    public PortalVisit(
        Database database, Lock turn, long run, HarvestOptions options, PoliteHttp http, TimeProvider clock, HarvestWatcher watcher, string? since, DateTimeOffset end)
    {
        _options = options;
        _http = http;
        _clock = clock;
        _watcher = watcher;
        _since = since;
        _end = end;
        _publications = new PublicationLog(database, turn, run);
        _fetches = new FetchLog(database, turn, run);
        _visits = new VisitLog(database, turn, run);
        _pages = (portal, template) => new PageCache(database, turn, run, options.Store, http, clock) { Template = template, HadSince = since, Recheck = options.RecheckAll ? null : portal.Recheck };
    }

    public async Task RunAsync(VisitOutcome visit, CancellationToken cancel)
    {
        var portal = visit.Portal;
        var started = _clock.GetTimestamp();
        _publications.Visit(portal);
        _watcher.Begun(portal, _publications.Known(portal.Name));
        if (!portal.VerifyTls)
        {
            Trouble(visit, new VisitTrouble("tls_unverified", portal.Start[0].AbsoluteUri, "the portal's file allows certificates that do not verify", ""));
        }

        var template = new FetchRequest(portal.Start[0], portal.Allows)
        {
            VerifyTls = portal.VerifyTls,
            Delay = portal.Delay,
            Counts = visit.Traffic,
            MostBytes = portal.Limits.PageBytes,
            Deadline = _clock.GetUtcNow() + _options.Manners.LongestVisit is var own && own < _end ? own : _end,
        };
        try
        {
            await foreach (var item in _options.Crawl(portal, _pages(portal, template), CoverageStore.Today(_clock.GetUtcNow()), cancel).WithCancellation(cancel).ConfigureAwait(false))
            {
                switch (item)
                {
                    case FoundAttachment found:
                        _publications.Found(portal.Name, found);
                        await FetchAsync(visit, found, template, cancel).ConfigureAwait(false);
                        break;
                    case CrawlTrouble trouble:
                        Trouble(visit, new VisitTrouble(Snake(trouble.Kind.ToString()), trouble.Where.AbsoluteUri, trouble.Reason, trouble.Meaning)
                        {
                            Title = trouble.Title,
                            Outcome = trouble.Failure == FetchFailure.None ? "" : FetchLog.Outcome(trouble.Failure),
                        });
                        break;
                    case CrawlEnd end:
                        visit.End = end;
                        if (_visits.Silence(visit) is { } silence)
                        {
                            Trouble(visit, silence);
                        }

                        break;
                }
            }

            foreach (var found in _publications.LeftOver(portal.Name))
            {
                await FetchAsync(visit, found, template, cancel).ConfigureAwait(false);
            }

            TellWhatWasGivenUp(visit, template.Deadline!.Value);
        }
        finally
        {
            visit.Duration = _clock.GetElapsedTime(started);
            _visits.Write(visit);
        }
    }

    private void TellWhatWasGivenUp(VisitOutcome visit, DateTimeOffset deadline)
    {
        if (deadline <= _clock.GetUtcNow())
        {
            Trouble(visit, new VisitTrouble("given_up", visit.Portal.Start[0].AbsoluteUri,
                string.Create(CultureInfo.InvariantCulture, $"the time of the visit was used up: {visit.GivenUp:N0} files were not asked for"),
                "The next run goes on; longer visits: --visit-hours, --night-hours."));
        }
    }

    private async Task FetchAsync(VisitOutcome visit, FoundAttachment found, FetchRequest template, CancellationToken cancel)
    {
        visit.Found++;
        _watcher.Found(visit.Portal);
        if (template.Deadline <= _clock.GetUtcNow())
        {
            // It stays known as found, and the next run asks for it.
            visit.GivenUp++;
            return;
        }

        var url = found.Url.AbsoluteUri;
        var known = _fetches.LastStored(url);
        var held = known is not null && _options.Store.Has(known.Sha256, known.Bytes) ? known : null;
        if (held is not null && _since is not null && string.CompareOrdinal(held.ConfirmedAt, _since) >= 0)
        {
            visit.DoneBefore++;
            _publications.HasContent(visit.Portal.Name, url, held.Sha256, null);
            return;
        }

        if (held is not null && !_options.RecheckAll
            && visit.Portal.Recheck.Rests(url, Times.Parse(held.At)!.Value, Times.Parse(held.ConfirmedAt)!.Value, _clock.GetUtcNow()))
        {
            visit.Rested++;
            _publications.HasContent(visit.Portal.Name, url, held.Sha256, null);
            return;
        }

        var request = template with { Url = found.Url, Known = held?.Validators ?? Validators.None, MostBytes = visit.Portal.Limits.FileBytes };
        var download = new Download(_options.Store, visit.Portal.Name, _http, request);
        var arrived = await download.RunAsync(cancel).ConfigureAwait(false);
        var now = Times.Text(_clock.GetUtcNow());
        if (arrived.Answer.NotModified && held is not null)
        {
            _fetches.Confirm(held, arrived.Answer.Validators, now);
            Unchanged(visit, found, held.Sha256);
            return;
        }

        if (!arrived.Answer.HasBody)
        {
            NotStored(visit, found, arrived.Answer, FetchLog.Outcome(arrived.Answer.Failure), now);
            return;
        }

        if (arrived.Kind is null)
        {
            NotStored(visit, found, arrived.Answer with { Reason = $"it is {arrived.Format}" }, "not_a_file", now);
            return;
        }

        if (held is not null && string.Equals(held.Sha256, arrived.Sha256, StringComparison.Ordinal))
        {
            download.Discard();
            _fetches.Confirm(held, arrived.Answer.Validators, now);
            Unchanged(visit, found, held.Sha256);
            return;
        }

        Store(visit, found, arrived, download, now);
    }

    private void Store(VisitOutcome visit, FoundAttachment found, Arrived arrived, Download download, string now)
    {
        var name = _options.NameFile(found.LinkText, arrived.Answer.ContentDisposition, found.Url, arrived.Head);
        download.Keep(arrived.Sha256);
        var content = new StoredContent(arrived.Sha256, arrived.Answer.Bytes, arrived.Kind!, arrived.Format, name);
        var changed = _fetches.Stored(visit.Portal.Name, arrived.Answer, content, now);
        _publications.HasContent(visit.Portal.Name, found.Url.AbsoluteUri, arrived.Sha256, name);
        if (changed == false)
        {
            // The file was gone from the store and is back.
            visit.Unchanged++;
            return;
        }

        _ = changed is null ? visit.Added++ : visit.Changed++;
        if (string.Equals(content.Kind, "not_read", StringComparison.Ordinal))
        {
            visit.NotRead++;
            Trouble(visit, new VisitTrouble("not_read", found.Url.AbsoluteUri, $"{name} is {arrived.Format}: kept, not read yet", ""));
        }

        _watcher.Fetched(visit.Portal, found.Url, changed is null ? "new" : "changed", name, arrived.Answer.Bytes);
    }

    private void Unchanged(VisitOutcome visit, FoundAttachment found, string sha256)
    {
        visit.Unchanged++;
        _publications.HasContent(visit.Portal.Name, found.Url.AbsoluteUri, sha256, null);
        _watcher.Fetched(visit.Portal, found.Url, "unchanged", "", 0);
    }

    private void NotStored(VisitOutcome visit, FoundAttachment found, FetchAnswer answer, string outcome, string now)
    {
        _ = string.Equals(outcome, "not_a_file", StringComparison.Ordinal) ? visit.NotAFile++ : visit.Failed++;
        _fetches.Failed(visit.Portal.Name, answer, outcome, now);
        Trouble(visit, new VisitTrouble(outcome, found.Url.AbsoluteUri, answer.Reason, ""));
        _watcher.Fetched(visit.Portal, found.Url, outcome, answer.Reason, answer.Bytes);
    }

    private void Trouble(VisitOutcome visit, VisitTrouble trouble)
    {
        visit.Troubles.Add(trouble);
        _watcher.Trouble(visit.Portal, trouble);
    }

    /// <summary>ListingFailed → listing_failed.</summary>
    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
