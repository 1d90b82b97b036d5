using System.CommandLine;
using Ingest.Io.Harvest;

namespace Ingest.Cli.Commands;

/// <summary>One visit of the portals: <c>harvest</c> stores files, <c>run</c> loads and checks them too.</summary>
internal static class HarvestCommand
{
    public static Command Harvest(Terminal terminal) => Create(
        terminal, "harvest", "Visits portals and stores what is new or changed; parses nothing.", "ingest harvest --source ningbo --db out/ingest.sqlite", load: false);

    public static Command Run(Terminal terminal) => Create(
        terminal, "run", "The nightly job: visits portals, loads and checks what came, and tells which figures were restated.", "ingest run --portals portals/ --contact me@example.org", load: true);

    private static ExampleCommand Create(Terminal terminal, string name, string description, string example, bool load)
    {
        var db = DatabaseFile.Option();
        var settings = new HarvestSettings();
        var json = new Option<bool>("--json") { Description = "The run report as JSON on standard output." };
        var command = new ExampleCommand(name, description, example) { db, json };
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = settings.Read(parsed);
            return Once(terminal, parsed.GetRequiredValue(db), options, parsed.GetRequiredValue(settings.Reports), load, parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>One run under the lock of its database.</summary>
    /// <returns>The exit code.</returns>
    public static int Once(Terminal terminal, string path, HarvestOptions options, string reports, bool load, bool json) => DatabaseFile.Write(path, database =>
    {
        using var turn = RunLock.TryTake(path, DateTimeOffset.UtcNow, out var holder);
        if (turn is null)
        {
            terminal.Error.WriteLine($"ingest: another run is at work on {path}: {holder}");
            return ExitCodes.Environment;
        }

        var night = new NightlyRun(database, options, TimeProvider.System) { Stage = stage => terminal.Error.WriteLine($"{stage} …") };
        var report = night.RunAsync(load, terminal.Cancel).GetAwaiter().GetResult();
        report.ExitCode = CodeOf(report);
        var file = night.Save(report, reports);
        if (json)
        {
            terminal.Write(null, report.Write);
        }
        else
        {
            terminal.WriteText(null, output => output.Write(RunSummary.Text(report)));
        }

        terminal.Error.WriteLine($"report  {file}");
        return report.ExitCode;
    });

    private static int CodeOf(RunReport report) =>
        report.Harvest.NothingFetched ? ExitCodes.NothingFetched
        : report.Harvest.Visits.Any(v => !v.Complete || v.Failed + v.NotAFile > 0) || report.Load is { } load && (load.Failed > 0 || load.Lossy > 0) ? ExitCodes.Incomplete
        : ExitCodes.Clean;
}
