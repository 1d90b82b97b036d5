using System.CommandLine;
using System.Globalization;
using Ingest.Core;
using Ingest.Core.Reports;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>What the database holds, the last runs, and what would be done next.</summary>
internal static class StatusCommand
{
    private const int RunsShown = 5;

    public static Command Create(Terminal terminal)
    {
        var db = DatabaseFile.Option();
        var json = new Option<bool>("--json") { Description = "The same as JSON." };
        var command = new ExampleCommand(
            "status", "What the database holds, the last runs, and what would be done next.", "ingest status --db out/ingest.sqlite --json")
        { db, json };
        command.SetAction(parsed => DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
        {
            var summary = Summaries.Read(database, DocumentParser.Version);
            var runs = Runs.Last(database, RunsShown);
            var next = Next(summary, runs);
            if (parsed.GetValue(json))
            {
                terminal.Write(null, output => StatusJson.Write(output, json =>
                {
                    StatusJson.WriteSummary(json, summary);
                    StatusJson.WriteRuns(json, runs);
                    json.WriteString("next"u8, next);
                }));
            }
            else
            {
                terminal.WriteText(null, output =>
                {
                    output.Write(summary.ToText());
                    WriteKinds(output, summary);
                    WriteRuns(output, runs);
                    output.WriteLine($"\nnext: {next}");
                });
            }

            return ExitCodes.Clean;
        }));
        return command;
    }

    private static void WriteKinds(TextWriter output, Summary summary)
    {
        output.WriteLine("\ntables by kind");
        foreach (var (kind, tables) in summary.Kinds)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {tables,7:N0}  {(kind.Length == 0 ? "(unknown)" : kind)}"));
        }
    }

    private static void WriteRuns(TextWriter output, IReadOnlyList<Run> runs)
    {
        output.WriteLine("\nlast runs");
        foreach (var run in runs)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  #{run.Id} {run.StartedAt} {run.Command} {run.State}: {run.Added:N0} done, {run.Unchanged:N0} known already, {run.Failed:N0} failed"));
        }
    }

    private static string Next(Summary summary, IReadOnlyList<Run> runs)
    {
        if (runs.FirstOrDefault(r => string.Equals(r.Command, "load", StringComparison.Ordinal)) is { State: not "finished" } run)
        {
            return string.Create(CultureInfo.InvariantCulture, $"load #{run.Id} was {run.State}; load the same paths again to go on: {run.Arguments.ReplaceLineEndings(" ")}");
        }

        return summary.Stale > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Plural.Of(summary.Stale, "document was", "documents were")} parsed by another version; the next load of the files parses them again")
            : "nothing; a load of the same files would read none of them again";
    }
}
