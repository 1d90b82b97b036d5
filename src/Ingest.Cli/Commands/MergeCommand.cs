using System.CommandLine;
using System.Globalization;
using Ingest.Io.Archive;

namespace Ingest.Cli.Commands;

/// <summary>Brings the results of units into the database.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the bundles." };
        var db = DatabaseFile.Option();
        var command = new ExampleCommand("merge",
            "Brings bundles into the database, which then says what a load of the same files would say. Does nothing twice and deletes nothing; other units may still be at work.",
            "ingest merge bundles --db out/ingest.sqlite")
        { folder, db };
        command.SetAction(parsed =>
        {
            var from = parsed.GetRequiredValue(folder);
            if (!Directory.Exists(from))
            {
                throw new UsageException($"There is no folder {from}.");
            }

            return DatabaseFile.Write(parsed.GetRequiredValue(db), database =>
            {
                var outcome = new Merger(database).Run(from, terminal.Cancel);
                foreach (var (file, why) in outcome.Refused)
                {
                    terminal.Error.WriteLine($"ingest: refused {file}: {why}");
                }

                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"bundles: {outcome.Bundles:N0}, refused: {outcome.Refused.Count:N0}; documents added: {outcome.Added:N0}, known already: {outcome.Known:N0}; {database.Path}"));
                return outcome.Refused.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
            });
        });
        return command;
    }
}
