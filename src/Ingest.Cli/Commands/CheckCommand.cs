using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ingest.Core;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>The identities again, over what is stored.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var db = DatabaseFile.Option();
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Says nothing." };
        var json = new Option<bool>("--json") { Description = "The result as JSON." };
        var command = new ExampleCommand(
            "check", "Runs the identities again over the database, without reading any PDF.", "ingest check --db out/ingest.sqlite")
        { db, quiet, json };
        command.SetAction(parsed => DatabaseFile.Change(parsed.GetRequiredValue(db), database =>
        {
            var documents = Check(database, terminal);
            var summary = Summaries.Read(database, DocumentParser.Version);
            if (parsed.GetValue(json))
            {
                terminal.Write(null, output => StatusJson.Write(output, json =>
                {
                    json.WriteNumber("documents"u8, documents);
                    StatusJson.WriteChecks(json, summary.Counts);
                }));
            }
            else if (!parsed.GetValue(quiet))
            {
                var c = summary.Counts;
                terminal.WriteText(null, output => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{documents:N0} documents checked: {c.Passed:N0} identities hold, {c.NotPassed:N0} fail, {c.Unverifiable:N0} could not be verified")));
            }

            return ExitCodes.Clean;
        }));
        return command;
    }

    private static int Check(Database database, Terminal terminal)
    {
        var run = Runs.Start(database, "check", [], DocumentParser.Version, DateTimeOffset.UtcNow);
        var count = 0;
        var state = "failed";
        try
        {
            using var checks = new Rechecker(database);
            foreach (var (id, _) in DocumentList.Read(database))
            {
                terminal.Cancel.ThrowIfCancellationRequested();
                checks.Check(id);
                count++;
            }

            using var across = new CrossChecker(database);
            across.Run(terminal.Cancel);
            state = "finished";
        }
        catch (OperationCanceledException)
        {
            state = "cancelled";
            throw;
        }
        finally
        {
            Runs.End(database, run, state, count, 0, 0, DateTimeOffset.UtcNow);
        }

        return count;
    }
}
