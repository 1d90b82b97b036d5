using System.CommandLine;
using System.Diagnostics;
using Ingest.Core;
using Ingest.Core.Reports;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>PDFs, folders, archives and lists into the database.</summary>
internal static class LoadCommand
{
    /// <summary>Documents named at the end.</summary>
    private const int WorstShown = 5;

    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "PDFs, folders (all levels), ZIP archives, @list.txt with a path on each line.",
            Arity = ArgumentArity.OneOrMore,
        };
        var db = DatabaseFile.Option();
        var jobs = new Option<int>("--jobs", "-j")
        {
            Description = "Documents parsed at a time. Default: one for each processor.",
            HelpName = "N",
        };
        var verbosity = new VerbosityOptions();
        var log = new Option<string?>("--log") { Description = "Writes a line of JSON for each file that is done; - is standard output.", HelpName = "FILE|-" };
        var json = new Option<bool>("--json") { Description = "The summary as JSON on standard output." };
        var command = new ExampleCommand(
            "load",
            "Loads documents into the database. What is stored already is not read again, so a load that was stopped goes on.",
            "ingest load budgets/ archive-2019.zip --db out/ingest.sqlite\ningest load budgets/ --verbosity detailed --log load.jsonl")
        { paths, db, jobs, json, log };
        verbosity.AddTo(command);
        var limits = new LimitOptions();
        limits.AddTo(command);
        jobs.Demand(n => n is >= 1 and <= 1024, "a number from 1 to 1024");
        command.SetAction(parsed =>
        {
            var options = limits.ReadInto(
                new LoadOptions(parsed.GetRequiredValue(paths), parsed.GetValue(jobs) is var n and > 0 ? n : Environment.ProcessorCount), parsed);
            return DatabaseFile.Write(parsed.GetRequiredValue(db), database =>
            {
                var clock = Stopwatch.StartNew();
                LoadOutcome outcome;
                using (var watcher = new LoadProgress(terminal, options.Paths, verbosity.Read(parsed)))
                using (var lines = OpenLog(terminal, parsed.GetValue(log)))
                {
                    var watched = lines is null ? (LoadWatcher)watcher : new LoadLog(watcher, lines, () => DateTimeOffset.UtcNow);
                    outcome = new Loader(database, options, watched).Run(terminal.Cancel);
                }

                if (parsed.GetValue(json))
                {
                    terminal.Write(null, output => output.Write(LoadSummary.Json(outcome, clock.Elapsed)));
                }
                else if (verbosity.Read(parsed) != Verbosity.Quiet)
                {
                    // Whoever pipes it away reads a line; a person sees where to look.
                    if (terminal.ErrorIsTerminal)
                    {
                        terminal.Error.Write(SummaryTable.Of(Summaries.Read(database, DocumentParser.Version), Summaries.Worst(database, WorstShown), terminal.Width) + "\n");
                    }

                    terminal.Error.WriteLine(LoadSummary.Text(outcome, clock.Elapsed, database.Path));
                }

                if (outcome.Files == 0)
                {
                    terminal.Error.WriteLine($"ingest: there is no PDF and no archive in {string.Join(", ", options.Paths)}");
                    return ExitCodes.Incomplete;
                }

                return outcome.Failed > 0 || outcome.Lossy > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
            });
        });
        return command;
    }

    private static StreamWriter? OpenLog(Terminal terminal, string? path) => path switch
    {
        null => null,
        "-" => new StreamWriter(terminal.Output, leaveOpen: true),
        _ => new StreamWriter(path, append: true),
    };
}
