using System.CommandLine;
using System.Globalization;
using Ingest.Io.Archive;

namespace Ingest.Cli.Commands;

/// <summary>Divides a load into units for many processes or machines, and tells how far they are.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = "As for load. With --slurm or --status none: the plan is there already.", Arity = ArgumentArity.ZeroOrMore };
        var db = DatabaseFile.Option();
        var plan = PlanOptions.Plan("--out");
        var pages = new Option<long>("--pages") { Description = "Pages of a unit, about; the default is about a minute of CPU time.", HelpName = "N", DefaultValueFactory = _ => Planner.UsualPages };
        var bundles = PlanOptions.Bundles("--bundles");
        var slurm = new Option<bool>("--slurm") { Description = "Prints a script that has Slurm do the units of the plan and then merge them." };
        var status = new Option<bool>("--status") { Description = "Tells how many units are done, running, lost (begun, and nothing heard of for ten minutes) and waiting." };
        var command = new ExampleCommand("plan",
            "Divides a load into units that `work` does, in any number of processes or machines, and `merge` brings together. Lists only what has no result yet.",
            "ingest plan budgets/ --db out/ingest.sqlite --out plan.txt\n"
            + "seq $(wc -l <plan.txt) | xargs -P 8 -n 1 ingest work --plan plan.txt --out bundles --unit\ningest merge bundles --db out/ingest.sqlite\n"
            + "ingest plan --slurm --out plan.txt --bundles /shared/bundles | sh")
        { paths, db, plan, pages, bundles, slurm, status };
        var limits = new LimitOptions();
        limits.AddTo(command, isolate: false);
        pages.Demand(n => n >= 1, "a number from 1");
        command.Validators.Add(result =>
        {
            var (reads, modes) = ((result.GetValue(paths) ?? []).Length > 0, (result.GetValue(slurm) ? 1 : 0) + (result.GetValue(status) ? 1 : 0));
            if (reads ? modes > 0 : modes != 1)
            {
                result.AddError("plan wants paths, or one of --slurm and --status.");
            }
        });
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(plan);
            if (parsed.GetValue(slurm))
            {
                var units = PlanOptions.Read(file).Count();
                terminal.WriteText(null, output => output.Write(SlurmScript.Of(units, file, parsed.GetRequiredValue(bundles), parsed.GetRequiredValue(db))));
                return ExitCodes.Clean;
            }

            return parsed.GetValue(status)
                ? Status(terminal, file, parsed.GetRequiredValue(bundles))
                : Make(terminal, new Planner(limits.Read(parsed)), parsed.GetRequiredValue(paths), parsed.GetRequiredValue(db), file, parsed.GetValue(pages));
        });
        return command;
    }

    private static int Make(Terminal terminal, Planner planner, string[] paths, string db, string file, long pages)
    {
        if (File.Exists(db))
        {
            DatabaseFile.Read(db, database =>
            {
                planner.Search(paths, database, terminal.Cancel);
                return ExitCodes.Clean;
            });
        }
        else
        {
            planner.Search(paths, null, terminal.Cancel);
        }

        var units = planner.Units(pages).ToList();
        terminal.WriteText(file, output => Plan.Write(output, units));
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"units: {units.Count:N0}, of about {(units.Count == 0 ? 0 : units.Sum(u => u.Pages) / units.Count):N0} pages; files to read: {planner.Items.Sum(i => i.Paths.Count):N0}, known already: {planner.Known:N0}; {file}"));
        return ExitCodes.Clean;
    }

    private static int Status(Terminal terminal, string file, string folder)
    {
        var states = PlanOptions.Read(file).CountBy(u => Bundles.StateOf(u, folder, DateTime.UtcNow)).ToDictionary();
        int Count(UnitState state) => states.GetValueOrDefault(state);
        terminal.WriteText(null, output => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"done {Count(UnitState.Done)}, running {Count(UnitState.Running)}, lost {Count(UnitState.Lost)}, waiting {Count(UnitState.Waiting)}")));
        return Count(UnitState.Lost) > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
    }
}

/// <summary>The files that plan, work and merge hand to each other.</summary>
internal static class PlanOptions
{
    public static Option<string> Plan(string name) => new(name) { Description = "The plan: a text file, a unit on each line.", HelpName = "PLAN", DefaultValueFactory = _ => "out/plan.txt" };

    public static Option<string> Bundles(string name) => new(name) { Description = "The folder of the results, one bundle a unit.", HelpName = "DIR", DefaultValueFactory = _ => "out/bundles" };

    public static IEnumerable<PlanUnit> Read(string file) => File.Exists(file)
        ? Ingest.Io.Archive.Plan.Read(file)
        : throw new FileNotFoundException($"There is no plan {file}. Make one with: ingest plan PATH --out {file}");
}
