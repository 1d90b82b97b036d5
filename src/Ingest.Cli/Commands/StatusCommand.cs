using System.CommandLine;
using System.Globalization;
using Ingest.Core;
using Ingest.Core.Reports;
using Ingest.Io.Harvest;
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
        var nights = new Option<int?>("--nights") { Description = "Instead: the last nights of `run` and `harvest`, one a line.", HelpName = "N" };
        nights.Demand(n => n is >= 1 and <= 10_000, "a number from 1 to 10000");
        var command = new ExampleCommand(
            "status", "What the database holds, the last runs, and what would be done next.", "ingest status --db out/ingest.sqlite --json\ningest status --nights 14")
        { db, json, nights };
        command.SetAction(parsed => DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
        {
            if (parsed.GetValue(nights) is { } count)
            {
                PastNights.Show(terminal, Nights.Last(database, count), parsed.GetValue(json));
                return ExitCodes.Clean;
            }

            var summary = Summaries.Read(database, DocumentParser.Version);
            var runs = Runs.Last(database, RunsShown);
            var next = Next(summary, runs, RunLock.HolderOf(database.Path));
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

    private static string Next(Summary summary, IReadOnlyList<Run> runs, string? holder)
    {
        if (holder is not null)
        {
            return $"nothing yet; a run is at work: {holder}";
        }

        // The last of each: a night is a harvest and the load behind it.
        if (runs.FirstOrDefault(r => r.Command is "load" or "harvest") is { State: not "finished" } run)
        {
            var was = string.Create(CultureInfo.InvariantCulture, $"{run.Command} #{run.Id} was {(run.State == "running" ? "killed, or is still at work" : run.State)}");
            return run.Command == "load" && run.Arguments.Length > 0
                ? $"{was}; load the same paths again to go on: {run.Arguments.ReplaceLineEndings(" ")}"
                : $"{was}; the same `run` or `harvest` again goes on, and asks again for nothing that it had";
        }

        return summary.Stale > 0
            ? $"{Plural.Of(summary.Stale, "document was", "documents were")} parsed by another version; the next load of the files parses them again"
            : "nothing; a load of the same files would read none of them again";
    }
}

/// <summary>The history of nights, for people and for programs.</summary>
internal static class PastNights
{
    public static void Show(Terminal terminal, IReadOnlyList<PastNight> nights, bool json)
    {
        if (json)
        {
            terminal.Write(null, output => StatusJson.Write(output, writer => WriteJson(writer, nights)));
            return;
        }

        terminal.WriteText(null, output =>
        {
            foreach (var night in nights)
            {
                output.WriteLine(Line(night));
            }

            if (nights.Count == 0)
            {
                output.WriteLine("no night yet: `ingest run` has not been called on this database");
            }
        });
    }

    private static string Line(PastNight night) => string.Create(CultureInfo.InvariantCulture,
        $"#{night.Run,-5} {night.StartedAt} {(night.State == "running" ? "killed?" : night.State),-11} {night.Complete} of {Plural.Of(night.Portals, "listing")} whole; {Plural.Of(night.Found, "file")}: {night.Added:N0} new, {night.Changed:N0} changed, {night.Failed:N0} failed{(night.Loaded is { } loaded ? $"; {Plural.Of(loaded, "document")} loaded" : "")}");

    private static void WriteJson(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<PastNight> nights)
    {
        json.WriteStartArray("nights"u8);
        foreach (var night in nights)
        {
            json.WriteStartObject();
            json.WriteNumber("run"u8, night.Run);
            json.WriteString("started_at"u8, night.StartedAt);
            json.WriteString("ended_at"u8, night.EndedAt);
            json.WriteString("state"u8, night.State);
            json.WriteNumber("portals"u8, night.Portals);
            json.WriteNumber("complete"u8, night.Complete);
            json.WriteNumber("found"u8, night.Found);
            json.WriteNumber("new"u8, night.Added);
            json.WriteNumber("changed"u8, night.Changed);
            json.WriteNumber("failed"u8, night.Failed);
            if (night.Loaded is { } loaded)
            {
                json.WriteNumber("loaded"u8, loaded);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
