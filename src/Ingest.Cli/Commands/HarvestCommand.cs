using System.CommandLine;
using Ingest.Io.Archive;
using Ingest.Io.Harvest;
using Ingest.Io.Report;

namespace Ingest.Cli.Commands;

/// <summary>One visit of the portals: <c>harvest</c> stores files, <c>run</c> loads and checks them too.</summary>
internal static class HarvestCommand
{
    public static Command Harvest(Terminal terminal)
    {
        var settings = new HarvestSettings();
        return Create(
            terminal, "harvest", "Visits portals and stores what is new or changed; parses nothing.", "ingest harvest --source ningbo --db out/ingest.sqlite",
            settings.AddTo, parsed => new Night(settings.Read(parsed), Load: false, parsed.GetRequiredValue(settings.Reports)));
    }

    public static Command Run(Terminal terminal)
    {
        var settings = new NightSettings();
        return Create(
            terminal, "run", "The nightly job: visits portals, loads and checks what came, and tells which figures were restated and which documents are missing.",
            "ingest run --portals portals/ --contact me@example.org --require-coverage 95%", settings.AddTo, settings.Read);
    }

    private static ExampleCommand Create(
        Terminal terminal, string name, string description, string example, Action<Command> addOptions, Func<ParseResult, Night> read)
    {
        var db = DatabaseFile.Option();
        var json = new Option<bool>("--json") { Description = "The run report as JSON on standard output." };
        var command = new ExampleCommand(name, description, example) { db, json };
        addOptions(command);
        command.SetAction(parsed => Once(terminal, parsed.GetRequiredValue(db), read(parsed), parsed.GetValue(json)));
        return command;
    }

    /// <summary>One run under the lock of its database.</summary>
    /// <returns>The exit code.</returns>
    public static int Once(Terminal terminal, string path, Night night, bool json) => DatabaseFile.Write(path, database =>
    {
        using var turn = RunLock.TryTake(path, DateTimeOffset.UtcNow, out var holder);
        if (turn is null)
        {
            terminal.Error.WriteLine($"ingest: another run is at work on {path}: {holder}");
            return ExitCodes.Environment;
        }

        if (night.Site is not null)
        {
            // Not after hours.
            ReportFolder.Refuse(night.Site);
        }

        var run = new NightlyRun(database, night.Options, TimeProvider.System)
        {
            Stage = stage => terminal.Error.WriteLine($"{stage} …"),
            RequiredCoverage = night.RequiredCoverage,
            Site = night.Site,
            Loading = night.Loading ?? new LoadOptions([], Environment.ProcessorCount),
        };
        var report = run.RunAsync(night.Load, terminal.Cancel).GetAwaiter().GetResult();
        report.ExitCode = CodeOf(report);
        var file = run.Save(report, night.Reports);
        if (json)
        {
            terminal.Write(null, report.Write);
        }
        else
        {
            terminal.WriteText(null, output => output.Write(RunSummary.Text(report)));
        }

        terminal.Error.WriteLine($"run report  {file}");
        if (night.Site is not null)
        {
            terminal.Error.WriteLine($"to look     {Path.Combine(night.Site, "index.html")}");
        }

        return report.ExitCode;
    });

    /// <summary>The gate goes before everything, for somebody asked for it; then what only another night can mend.</summary>
    private static int CodeOf(RunReport report) =>
        report.Coverage is { Forbidden: true } ? ExitCodes.CoverageHole
        : report.Harvest.NothingFetched || report.Harvest.RateLimited ? ExitCodes.NothingFetched
        : report.Harvest.Visits.Any(v => !v.Complete || v.Alarmed || v.Failed + v.NotAFile + v.GivenUp > 0) || report.Load is { } load && (load.Failed > 0 || load.Lossy > 0) ? ExitCodes.Incomplete
        : ExitCodes.Clean;
}
