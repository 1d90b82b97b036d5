using System.Globalization;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>What visits came to, in the database.</summary>
internal sealed class VisitLog(Database database, Lock turn, long run)
{
    // So many visits have an alarm of fewer files; then the lower number is the usual one.
    private const int VisitsCompared = 7;

    // Half of a handful says nothing.
    private const int LeastCompared = 10;

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

    /// <summary>
    /// The alarm where a portal gives none of the files that it used to give, every night until it gives some again, or fewer
    /// than half of the most that the last complete visits found; null if all is as usual.
    /// </summary>
    public VisitTrouble? Silence(VisitOutcome visit)
    {
        lock (turn)
        {
            var where = visit.Portal.Start[0].AbsoluteUri;
            if (visit.Found == 0)
            {
                using var last = new Statement(database.Connection, """
                    SELECT v.found, r.started_at FROM visits v JOIN runs r ON r.id = v.run_id WHERE v.source = ? AND v.run_id <> ? AND v.found > 0 ORDER BY v.run_id DESC LIMIT 1
                    """);
                return !last.Add(visit.Portal.Name).Add(run).Step() ? null : new VisitTrouble(
                    "silent_portal", where, string.Create(CultureInfo.InvariantCulture, $"no file is listed; on {last.Text(1)[..10]} there were {last.Long(0):N0}"),
                    "Nothing can come from this portal until its file is put right.") { Alarm = true };
            }

            using var most = new Statement(database.Connection, """
                SELECT max(found) FROM (SELECT found FROM visits WHERE source = ? AND run_id <> ? AND complete = 1 ORDER BY run_id DESC LIMIT ?)
                """);
            most.Add(visit.Portal.Name).Add(run).Add(VisitsCompared);
            return most.Step() && !most.IsNull(0) && most.Long(0) is >= LeastCompared and var usual && visit.Found * 2L < usual
                ? new VisitTrouble(
                    "fewer_files", where, string.Create(CultureInfo.InvariantCulture, $"{visit.Found:N0} files are listed; there were {usual:N0}"),
                    "A part of the portal may have moved.") { Alarm = true }
                : null;
        }
    }

    private void WriteCounts(VisitOutcome visit)
    {
        var traffic = visit.Traffic;
        using var row = Insert.Into(database.Connection, "visits", """
            run_id, source, complete, told, entries, listing_pages, detail_pages, found, added, changed, unchanged, done_before, not_a_file, not_read, failed,
            requests, bytes, not_modified, rate_limited, retries, redirects, resumed, robots_refused, host_suspended, waited_ms, duration_ms,
            given_up_429, rested
            """);
        row.Add(run).Add(visit.Portal.Name).Add(visit.Complete).Add(visit.End?.Told).Add(visit.End?.Entries ?? 0).Add(visit.End?.ListingPages ?? 0)
            .Add(visit.End?.DetailPages ?? 0).Add(visit.Found).Add(visit.Added).Add(visit.Changed).Add(visit.Unchanged).Add(visit.DoneBefore)
            .Add(visit.NotAFile).Add(visit.NotRead).Add(visit.Failed)
            .Add(traffic.Requests).Add(traffic.Bytes).Add(traffic.NotModified).Add(traffic.RateLimited).Add(traffic.Retries).Add(traffic.Redirects)
            .Add(traffic.Resumed).Add(traffic.RobotsRefused).Add(traffic.HostSuspended)
            .Add((long)traffic.Waited.TotalMilliseconds).Add((long)visit.Duration.TotalMilliseconds)
            .Add(traffic.GivenUp).Add(visit.Rested).Run();
    }

    private void WriteTroubles(VisitOutcome visit)
    {
        using var row = Insert.Into(database.Connection, "visit_troubles", "run_id, source, ordinal, kind, url, reason, meaning, title, outcome");
        for (var i = 0; i < visit.Troubles.Count; i++)
        {
            var trouble = visit.Troubles[i];
            row.Add(run).Add(visit.Portal.Name).Add(i).Add(trouble.Kind).Add(trouble.Url).Add(trouble.Reason).Add(trouble.Meaning).Add(trouble.Title).Add(trouble.Outcome).Run();
        }
    }
}
