using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>What visits came to, in the database.</summary>
internal sealed class VisitLog(Database database, Lock turn, long run)
{
    public void Write(VisitOutcome visit)
    {
        lock (turn)
        {
            database.InTransaction(() =>
            {
                WriteCounts(visit);
                WriteTroubles(visit);
                if (visit.Complete)
                {
                    using var complete = new Statement(database.Connection, "UPDATE sources SET complete_run = ? WHERE name = ?");
                    complete.Add(run).Add(visit.Portal.Name).Run();
                }
            });
        }
    }

    private void WriteCounts(VisitOutcome visit)
    {
        var traffic = visit.Traffic;
        using var row = Insert.Into(database.Connection, "visits", """
            run_id, source, complete, told, entries, listing_pages, detail_pages, found, added, changed, unchanged, done_before, not_a_file, not_read, failed,
            requests, bytes, not_modified, rate_limited, retries, redirects, resumed, robots_refused, host_suspended, waited_ms, duration_ms
            """);
        row.Add(run).Add(visit.Portal.Name).Add(visit.Complete).Add(visit.End?.Told).Add(visit.End?.Entries ?? 0).Add(visit.End?.ListingPages ?? 0)
            .Add(visit.End?.DetailPages ?? 0).Add(visit.Found).Add(visit.Added).Add(visit.Changed).Add(visit.Unchanged).Add(visit.DoneBefore)
            .Add(visit.NotAFile).Add(visit.NotRead).Add(visit.Failed)
            .Add(traffic.Requests).Add(traffic.Bytes).Add(traffic.NotModified).Add(traffic.RateLimited).Add(traffic.Retries).Add(traffic.Redirects)
            .Add(traffic.Resumed).Add(traffic.RobotsRefused).Add(traffic.HostSuspended)
            .Add((long)traffic.Waited.TotalMilliseconds).Add((long)visit.Duration.TotalMilliseconds).Run();
    }

    private void WriteTroubles(VisitOutcome visit)
    {
        using var row = Insert.Into(database.Connection, "visit_troubles", "run_id, source, ordinal, kind, url, reason, meaning");
        for (var i = 0; i < visit.Troubles.Count; i++)
        {
            var trouble = visit.Troubles[i];
            row.Add(run).Add(visit.Portal.Name).Add(i).Add(trouble.Kind).Add(trouble.Url).Add(trouble.Reason).Add(trouble.Meaning).Run();
        }
    }
}
