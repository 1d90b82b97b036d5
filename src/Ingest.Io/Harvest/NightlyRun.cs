using System.Globalization;
using Ingest.Io.Archive;
using Ingest.Io.Report;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>
/// The stages of a night, one after the other: harvest, load, compare, coverage, report. Each leaves what it finished in the store and the
/// database, so that a night that was cut off is completed by the next. The identities are checked as part of the load.
/// </summary>
public sealed class NightlyRun(Database database, HarvestOptions options, TimeProvider clock)
{
    public HarvestWatcher HarvestWatcher { get; init; } = HarvestWatcher.Silent;

    public LoadWatcher LoadWatcher { get; init; } = LoadWatcher.Silent;

    /// <summary>Told of each stage before it begins.</summary>
    public Action<string> Stage { get; init; } = _ => { };

    /// <summary>Per cent of the documents that were due; null for no gate.</summary>
    public decimal? RequiredCoverage { get; init; }

    /// <summary>Where the HTML report goes; null for none. It is written when a document is new since the last night, or it is not there.</summary>
    public string? Site { get; init; }

    /// <summary>How the documents of the store are parsed, and how many at a time.</summary>
    public LoadOptions Loading { get; init; } = new([], Environment.ProcessorCount);

    /// <param name="load">False: only the harvest.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; what was finished is kept.</exception>
    public async Task<RunReport> RunAsync(bool load, CancellationToken cancel)
    {
        var startedAt = clock.GetUtcNow();
        var stages = new List<(string, TimeSpan)>();
        var harvest = await Timed("harvest", () => new Harvester(database, options, clock, HarvestWatcher).RunAsync(cancel)).ConfigureAwait(false);
        LoadOutcome? loaded = null;
        IReadOnlyList<Restatement> restated = [];
        CoverageOutcome? coverage = null;
        NewAnomalies? anomalies = null;
        if (load)
        {
            var files = Loading with { Stored = StoredFiles.Read(database, options.Store) };
            loaded = await Timed("load", () => Task.FromResult(new Loader(database, files, LoadWatcher).Run(cancel))).ConfigureAwait(false);
            restated = await Timed("compare", () => Task.FromResult(new Restatements(database, options.Store).Compare(cancel))).ConfigureAwait(false);
            coverage = await Timed("coverage", () => Task.FromResult(Coverage(harvest.Run))).ConfigureAwait(false);
            anomalies = await Timed("report", () => Task.FromResult(Report(restated, cancel))).ConfigureAwait(false);
        }

        var report = new RunReport(load ? "run" : "harvest", startedAt, harvest, loaded, restated) { Coverage = coverage, Anomalies = anomalies };
        report.Stages.AddRange(stages);
        return report;

        async Task<T> Timed<T>(string stage, Func<Task<T>> work)
        {
            cancel.ThrowIfCancellationRequested();
            Stage(stage);
            var started = clock.GetTimestamp();
            var result = await work().ConfigureAwait(false);
            stages.Add((stage, clock.GetElapsedTime(started)));
            return result;
        }
    }

    private NewAnomalies Report(IReadOnlyList<Restatement> restated, CancellationToken cancel)
    {
        var anomalies = NewAnomalies.Read(database);
        if (Site is not null && (anomalies.Documents.Length > 0 || restated.Count > 0 || !File.Exists(Path.Combine(Site, "index.html"))))
        {
            ReportFolder.Write(database, Site, personal: false, Math.Min(Loading.Jobs, 64), static _ => { }, cancel);
        }

        return anomalies;
    }

    private CoverageOutcome Coverage(long run)
    {
        var today = CoverageStore.Today(clock.GetUtcNow());
        return new CoverageOutcome(today, CoverageStore.Update(database, options.Portals.Select(p => p.Name), options.Store.PathOf, today, run), RequiredCoverage);
    }

    /// <summary>Writes the report to <c>run-000012.json</c> and its stages to the database.</summary>
    /// <returns>The file.</returns>
    public string Save(RunReport report, string folder)
    {
        report.Store(database);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"run-{report.Harvest.Run:000000}.json"));
        // Killed nights leave theirs; this one holds the lock.
        foreach (var left in Directory.EnumerateFiles(folder, "run-*.json.partial"))
        {
            File.Delete(left);
        }

        using (var file = new FileStream(path + ".partial", FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            report.Write(file);
        }

        File.Move(path + ".partial", path, overwrite: true);
        return path;
    }
}
