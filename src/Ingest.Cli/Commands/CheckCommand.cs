using System.CommandLine;
using System.Globalization;
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
        var jobs = new Option<int>("--jobs", "-j") { Description = "Documents checked at a time. Default: one for each processor.", HelpName = "N" };
        jobs.Demand(n => n is >= 1 and <= 1024, "a number from 1 to 1024");
        var command = new ExampleCommand(
            "check", "Runs the identities again over the database, without reading any PDF.", "ingest check --db out/ingest.sqlite")
        { db, quiet, json, dry, jobs };
        command.SetAction(parsed => parsed.GetValue(dry)
            ? DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
            {
                var (documents, counts) = Try(database, Jobs(parsed), terminal);
                return Tell(documents, counts, parsed);
            })
            : DatabaseFile.Change(parsed.GetRequiredValue(db), database =>
            {
                var documents = Check(database, Jobs(parsed), terminal);
                return Tell(documents, Summaries.Read(database, DocumentParser.Version).Counts, parsed);
            }));
        return command;

        int Jobs(ParseResult parsed) => parsed.GetValue(jobs) is var n and > 0 ? n : Environment.ProcessorCount;

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
    private static (int Documents, DocumentCounts Counts) Try(Database database, int jobs, Terminal terminal)
    {
        using var checks = new Rechecker(database, jobs);
        var documents = DocumentList.Read(database);
        int passed = 0, notPassed = 0, unverifiable = 0;
        foreach (var counts in checks.Try(documents.Select(d => d.Id), terminal.Cancel))
        {
            passed += counts.Passed;
            notPassed += counts.NotPassed;
            unverifiable += counts.Unverifiable;
        }

        return (documents.Count, new DocumentCounts(false, 0, 0, 0, 0, 0, 0, 0, passed, notPassed, unverifiable, 0, 0, 0));
    }

    private static int Check(Database database, int jobs, Terminal terminal)
    {
        var run = Runs.Start(database, "check", [], DocumentParser.Version, DateTimeOffset.UtcNow);
        var count = 0;
        var state = "failed";
        try
        {
            using var checks = new Rechecker(database, jobs);
            foreach (var _ in checks.Check(DocumentList.Read(database).Select(d => d.Id), terminal.Cancel))
            {
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
