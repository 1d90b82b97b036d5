using System.CommandLine;
using System.Text.Json;
using Ingest.Core.Reports;
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
        var dry = new Option<bool>("--dry-run") { Description = "Reads the listings and shows what a visit would ask for; fetches no file, stores nothing." };
        var (command, db, json) = Create("harvest", "Visits portals and stores what is new or changed; parses nothing.", "ingest harvest --source ningbo --db out/ingest.sqlite\ningest harvest --source ningbo --dry-run");
        settings.AddTo(command);
        command.Add(dry);
        command.SetAction(parsed =>
        {
            var night = new Night(settings.Read(parsed), Load: false, parsed.GetRequiredValue(settings.Reports)) { OnFinish = parsed.GetValue(settings.OnFinish) };
            settings.DemandConsent(parsed, terminal, night.Options.Portals);
            return parsed.GetValue(dry)
                ? HarvestForecastCommand.Show(terminal, parsed.GetRequiredValue(db), night.Options)
                : Once(terminal, parsed.GetRequiredValue(db), night, parsed.GetValue(json));
        });
        return command;
    }

    public static Command Run(Terminal terminal)
    {
        var settings = new NightSettings();
        var (command, db, json) = Create(
            "run", "The nightly job: visits portals, loads and checks what came, and tells which figures were restated and which documents are missing.",
            "ingest run --portals portals/ --contact me@example.org --require-coverage 95%\ningest run --source ningbo --on-finish \"mail -s ingest me@example.org\"");
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            var night = settings.Read(parsed);
            settings.Harvest.DemandConsent(parsed, terminal, night.Options.Portals);
            return Once(terminal, parsed.GetRequiredValue(db), night, parsed.GetValue(json));
        });
        return command;
    }

    private static (ExampleCommand Command, Option<string> Db, Option<bool> Json) Create(string name, string description, string example)
    {
        var db = DatabaseFile.Option();
        var json = new Option<bool>("--json") { Description = "The run report as JSON on standard output." };
        return (new ExampleCommand(name, description, example) { db, json }, db, json);
    }

    /// <summary>One run under the lock of its database.</summary>
    /// <returns>The exit code.</returns>
    public static int Once(Terminal terminal, string path, Night night, bool json)
    {
        try
        {
            return DatabaseFile.Write(path, database => Visit(terminal, database, path, night, json));
        }
        catch (Exception e) when (night.OnFinish is not null && e is not (OperationCanceledException or UsageException))
        {
            // Who waits for the report of the night has to hear that there is none.
            FinishCommand.Run(terminal, night.OnFinish, input => WriteFailure(input, night, e));
            throw;
        }
    }

    private static int Visit(Terminal terminal, Io.Sqlite.Database database, string path, Night night, bool json)
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
            HarvestWatcher = HarvestProgress.Of(terminal, night.Options.Portals.Count),
            RequiredCoverage = night.RequiredCoverage,
            Site = night.Site,
            Loading = night.Loading ?? new LoadOptions([], Environment.ProcessorCount),
        };
        var report = run.RunAsync(night.Load, terminal.Cancel).GetAwaiter().GetResult();
        report.ExitCode = CodeOf(report);
        var file = run.Save(report, night.Reports);
        terminal.Error.WriteLine($"run report  {file}");
        if (night.Site is not null)
        {
            terminal.Error.WriteLine($"to look     {Path.Combine(night.Site, "index.html")}");
        }

        if (json)
        {
            terminal.Write(null, report.Write);
        }
        else
        {
            terminal.WriteText(null, output => output.Write(RunSummary.Text(report)));
        }

        if (night.OnFinish is { } command)
        {
            FinishCommand.Run(terminal, command, report.Write);
        }

        return report.ExitCode;
    }

    private static void WriteFailure(Stream output, Night night, Exception e)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("command"u8, night.Load ? "run" : "harvest");
        json.WriteNumber("exit_code"u8, ExitCodes.Environment);
        json.WriteString("error"u8, e.Message);
        json.WriteEndObject();
    }

    /// <summary>The gate goes before everything, for somebody asked for it; then what only another night can mend.</summary>
    private static int CodeOf(RunReport report) =>
        report.Coverage is { Forbidden: true } ? ExitCodes.CoverageHole
        : report.Harvest.NothingFetched || report.Harvest.RateLimited ? ExitCodes.NothingFetched
        : report.Harvest.Visits.Any(v => !v.Complete || v.Alarmed || v.Failed + v.NotAFile + v.GivenUp > 0) || report.Load is { } load && (load.Failed > 0 || load.Lossy > 0) ? ExitCodes.Incomplete
        : ExitCodes.Clean;
}

/// <summary>What a visit would ask for.</summary>
internal static class HarvestForecastCommand
{
    public static int Show(Terminal terminal, string path, HarvestOptions options)
    {
        var code = ExitCodes.Clean;
        using var http = new PoliteHttp(options.Manners, new HostsInMemory(), TimeProvider.System);
        int All(Io.Sqlite.Database? database)
        {
            foreach (var portal in options.Portals)
            {
                var forecast = HarvestForecast.OfAsync(portal, options, database, http, DateTimeOffset.UtcNow, terminal.Cancel).GetAwaiter().GetResult();
                terminal.WriteText(null, output => Write(output, forecast));
                code = forecast.End is { Complete: true } ? code : ExitCodes.Incomplete;
            }

            return code;
        }

        return File.Exists(path) ? DatabaseFile.Read(path, All) : All(null);
    }

    private static void Write(TextWriter output, HarvestForecast forecast)
    {
        foreach (var file in forecast.Files)
        {
            output.WriteLine($"{file.What,-5}  {file.Url}  {file.Name}");
        }

        foreach (var trouble in forecast.Troubles)
        {
            output.WriteLine($"!      {trouble.Where.AbsoluteUri}: {trouble.Reason}. {trouble.Meaning}");
        }

        var counts = forecast.Files.CountBy(f => f.What).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        output.WriteLine($"{forecast.Portal.Name}: {Plural.Of(forecast.Files.Count, "file")} listed: {counts.GetValueOrDefault("new") + counts.GetValueOrDefault("again")} to be fetched, {counts.GetValueOrDefault("ask")} to be asked about, {counts.GetValueOrDefault("rests")} whose turn is another night; the listing was {(forecast.End is { Complete: true } ? "" : "NOT ")}seen to its end");
    }
}
