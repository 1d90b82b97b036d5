using System.CommandLine;
using Ingest.Io.Harvest;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>Stays up and runs the nightly job on a schedule.</summary>
internal static class ScheduleCommand
{
    public static Command Create(Terminal terminal)
    {
        var db = DatabaseFile.Option();
        var settings = new NightSettings();
        var cron = new Option<string>("--cron") { Description = "Minute hour day month weekday.", HelpName = "EXPRESSION", DefaultValueFactory = _ => "30 2 * * *" };
        var zone = new Option<string>("--tz") { Description = "The time zone of the expression.", HelpName = "ZONE", DefaultValueFactory = _ => "Asia/Shanghai" };
        var once = new Option<bool>("--once") { Description = "Ends after the next run; its exit code is the run's." };
        var systemd = new Option<bool>("--print-systemd") { Description = "Prints unit files that do the same, and ends." };
        var command = new ExampleCommand(
            "schedule", "Stays up and does `run` at the times of a cron expression; what was missed while the machine slept is made up for by one run.",
            "ingest schedule --cron \"30 2 * * *\" --tz Asia/Shanghai\ningest schedule --print-systemd")
        { db, cron, zone, once, systemd };
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            var expression = parsed.GetRequiredValue(cron);
            var place = parsed.GetRequiredValue(zone);
            var schedule = Schedule.Parse(expression, place, TimeProvider.System, out var problem) ?? throw new UsageException(problem);
            var path = parsed.GetRequiredValue(db);
            var night = settings.Read(parsed);
            if (parsed.GetValue(systemd))
            {
                if (!SystemdUnits.TryOf(
                    expression, place, [.. ThisProgram.Line, "run", "--db", Path.GetFullPath(path), .. settings.Arguments(parsed)],
                    Environment.UserName, Environment.CurrentDirectory, out var units))
                {
                    throw new UsageException($"\"{expression}\" has more than numbers and * in it; systemd writes such times otherwise. Use `ingest schedule` itself.");
                }

                terminal.WriteText(null, output => output.Write(units));
                return ExitCodes.Clean;
            }

            settings.Harvest.DemandConsent(parsed, terminal, night.Options.Portals);
            return Stay(terminal, schedule, parsed.GetValue(once), LastRun(path), () => HarvestCommand.Once(terminal, path, night, json: false));
        });
        return command;
    }

    private static int Stay(Terminal terminal, Schedule schedule, bool once, DateTimeOffset? last, Func<int> run)
    {
        var code = ExitCodes.Clean;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(terminal.Cancel);
        try
        {
            schedule.RunAsync(
                last,
                async _ =>
                {
                    code = run();
                    if (once)
                    {
                        await end.CancelAsync().ConfigureAwait(false);
                    }
                },
                due => terminal.Error.WriteLine($"next run at {due:yyyy-MM-dd HH:mm zzz}"),
                end.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (once && !terminal.Cancel.IsCancellationRequested)
        {
            // --once: the run is done.
        }

        return code;
    }

    private static DateTimeOffset? LastRun(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var database = Database.Open(path);
        return Runs.LastStart(database, "harvest");
    }
}
