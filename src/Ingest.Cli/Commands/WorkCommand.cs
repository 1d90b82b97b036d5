using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Ingest.Core;
using Ingest.Io.Archive;

namespace Ingest.Cli.Commands;

/// <summary>Does units of a plan.</summary>
internal static class WorkCommand
{
    private const string Task = "SLURM_ARRAY_TASK_ID";
    private const string Step = "SLURM_ARRAY_TASK_COUNT";

    public static Command Create(Terminal terminal)
    {
        var plan = PlanOptions.Plan("--plan");
        var unit = new Option<int?>("--unit") { Description = "Its line in the plan, from 1.", HelpName = "N" };
        var array = new Option<bool>("--array-task") { Description = $"Takes the unit from {Task}; of more units than tasks, every {Step}th from there." };
        var isolate = new Option<bool>("--isolate") { Description = "Parses every document in a process of its own, as is done in any case where a process ended over the unit before." };
        var folder = PlanOptions.Bundles("--out");
        var command = new ExampleCommand("work", "Does a unit of a plan: reads its documents and leaves a bundle. No database is touched; a unit that is done is not done again.",
            "ingest work --plan plan.txt --unit 3 --out bundles")
        { plan, unit, array, folder, isolate };
        command.Validators.Add(result =>
        {
            if (result.GetValue(array) == result.GetValue(unit) is not null)
            {
                result.AddError("work wants --unit or --array-task.");
            }
        });
        command.SetAction(parsed =>
        {
            var (first, step) = parsed.GetValue(array) ? (Number(Task), Number(Step)) : (parsed.GetValue(unit)!.Value, int.MaxValue);
            var file = parsed.GetRequiredValue(plan);
            var units = PlanOptions.Read(file).Where(u => u.Unit >= first && (u.Unit - first) % step == 0).ToList();
            if (units.Count == 0)
            {
                throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"There is no unit {first} in {file}."));
            }

            return units.Max(u => Do(terminal, u, parsed.GetRequiredValue(folder), parsed.GetValue(isolate)));
        });
        return command;
    }

    private static int Do(Terminal terminal, PlanUnit unit, string folder, bool isolate)
    {
        if (unit.Parser != DocumentParser.Version)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"The plan is for version {unit.Parser} of the parser, this is version {DocumentParser.Version}. Plan anew."));
        }

        var clock = Stopwatch.StartNew();
        var outcome = UnitWork.Run(unit, folder, LimitOptions.ForUnit(unit.Limits, isolate), LoadWatcher.Silent, terminal.Cancel);
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"unit {unit.Unit}: ")
            + (outcome is null ? "done already" : LoadSummary.Text(outcome, clock.Elapsed, folder)));
        return outcome is { Failed: > 0 } or { Lossy: > 0 } ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    private static int Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
        ? n
        : throw new UsageException($"--array-task wants {variable}, as Slurm sets it in a job array.");
}
