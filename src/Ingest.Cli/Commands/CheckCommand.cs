using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Reports;
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
        var dry = new Option<bool>("--dry-run") { Description = "Only tells what would come out of each document by itself; a database that cannot be written will do." };
        var command = new ExampleCommand(
            "check", "Runs the identities again over the database, without reading any PDF.", "ingest check --db out/ingest.sqlite")
        { db, quiet, json, dry };
        command.SetAction(parsed => parsed.GetValue(dry)
            ? DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
            {
                var (documents, counts) = Try(database, terminal);
                return Tell(documents, counts, parsed);
            })
            : DatabaseFile.Change(parsed.GetRequiredValue(db), database =>
            {
                var documents = Check(database, terminal);
                return Tell(documents, Summaries.Read(database, DocumentParser.Version).Counts, parsed);
            }));
        return command;

        int Tell(int documents, DocumentCounts c, ParseResult parsed)
        {
            if (parsed.GetValue(json))
            {
                terminal.Write(null, output => StatusJson.Write(output, json =>
                {
                    json.WriteNumber("documents"u8, documents);
                    StatusJson.WriteChecks(json, c);
                }));
            }
            else if (!parsed.GetValue(quiet))
            {
                terminal.WriteText(null, output => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{Plural.Of(documents, "document")} checked: {Plural.Of(c.Passed, "identity holds", "identities hold")}, {c.NotPassed:N0} fail{(c.NotPassed == 1 ? "s" : "")}, {c.Unverifiable:N0} could not be verified")));
            }

            return ExitCodes.Clean;
        }
    }

    /// <summary>Between documents nothing is compared: what stands there would have to be written first.</summary>
    private static (int Documents, DocumentCounts Counts) Try(Database database, Terminal terminal)
    {
        using var checks = new Rechecker(database);
        var documents = DocumentList.Read(database);
        int passed = 0, notPassed = 0, unverifiable = 0;
        foreach (var (id, _) in documents)
        {
            terminal.Cancel.ThrowIfCancellationRequested();
            var counts = checks.Try(id);
            passed += counts.Passed;
            notPassed += counts.NotPassed;
            unverifiable += counts.Unverifiable;
        }

        return (documents.Count, new DocumentCounts(false, 0, 0, 0, 0, 0, 0, 0, passed, notPassed, unverifiable, 0, 0, 0));
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
