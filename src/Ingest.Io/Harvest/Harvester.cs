using Ingest.Core;
using Ingest.Io.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>
/// Visits portals and stores what is new or changed; parses nothing. What was stored stays stored, however it ends; the
/// next run goes on where it ended: it asks again for nothing that an interrupted run has had within a day.
/// </summary>
public sealed class Harvester
{
    private static readonly TimeSpan Continued = TimeSpan.FromHours(24);

    private readonly Database _database;
    private readonly HarvestOptions _options;
    private readonly TimeProvider _clock;
    private readonly HarvestWatcher _watcher;
    private readonly Lock _turn = new();

    public Harvester(Database database, HarvestOptions options, TimeProvider clock, HarvestWatcher watcher)
    {
        _database = database;
        _options = options;
        _clock = clock;
        _watcher = watcher;
    }

    /// <exception cref="OperationCanceledException">It was cancelled; what was finished is kept.</exception>
    public async Task<HarvestOutcome> RunAsync(CancellationToken cancel)
    {
        var started = _clock.GetTimestamp();
        var end = _clock.GetUtcNow() + _options.Manners.LongestNight;
        var since = InterruptedSince();
        var run = Runs.Start(_database, "harvest", _options.Portals.Select(p => p.Name), DocumentParser.Version, _clock.GetUtcNow());
        var visits = _options.Portals.Select(p => new VisitOutcome(p)).ToArray();
        var state = "failed";
        try
        {
            using var http = new PoliteHttp(_options.Manners, new HostTable(_database, _turn), _clock);
            await Parallel.ForEachAsync(
                visits,
                new ParallelOptions { MaxDegreeOfParallelism = _options.Hosts, CancellationToken = cancel },
                async (visit, token) => await new PortalVisit(_database, _turn, run, _options, http, _clock, _watcher, since, end).RunAsync(visit, token).ConfigureAwait(false)).ConfigureAwait(false);
            state = "finished";
        }
        catch (OperationCanceledException)
        {
            state = "cancelled";
            throw;
        }
        finally
        {
            End(run, state, visits);
        }

        return new HarvestOutcome(run, visits, _clock.GetElapsedTime(started));
    }

    private void End(long run, string state, VisitOutcome[] visits)
    {
        try
        {
            Runs.End(_database, run, state, visits.Sum(v => v.Added + v.Changed), visits.Sum(v => v.Unchanged + v.DoneBefore), visits.Sum(v => v.Failed + v.NotAFile), _clock.GetUtcNow());
        }
        catch (SqliteException) when (string.Equals(state, "failed", StringComparison.Ordinal))
        {
            // The disk that ended the harvest is still full; the next run marks this one as interrupted.
        }
    }

    /// <summary>When the first of the runs began that did not come to their end, after the last that did; null if none did so today.</summary>
    private string? InterruptedSince()
    {
        using var row = new Statement(_database.Connection, """
            SELECT min(started_at) FROM runs WHERE command = 'harvest' AND state <> 'finished' AND started_at >= ?
              AND id > coalesce((SELECT max(id) FROM runs WHERE command = 'harvest' AND state = 'finished'), 0)
            """);
        return row.Add(Times.Text(_clock.GetUtcNow() - Continued)).Step() ? row.TextOrNull(0) : null;
    }
}
