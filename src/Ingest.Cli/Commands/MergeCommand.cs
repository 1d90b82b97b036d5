using System.CommandLine;
using System.Globalization;
using Ingest.Core.Reports;
using Ingest.Io.Archive;
using Ingest.Io.Export;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>Brings the results of units into the database.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the bundles." };
        var db = DatabaseFile.Option();
        var partition = new Option<string?>("--partition") { Description = "Afterwards writes all amounts of the database, as `export facts --shape flat` has them, as a Parquet file for each province and fiscal year, with a catalogue, into the folder of --out.", HelpName = Partitions.ByRegionAndYear };
        partition.AcceptOnlyFromAmong(Partitions.ByRegionAndYear);
        var output = new Option<string?>("--out", "-o") { Description = "The folder of the partitions.", HelpName = "FOLDER" };
        var command = new ExampleCommand("merge",
            "Brings bundles into the database, which then says what a load of the same files would say. Does nothing twice and deletes nothing; other units may still be at work.",
            "ingest merge bundles --db out/ingest.sqlite\ningest merge bundles --db out/ingest.sqlite --partition region,year --out panel")
        { folder, db, partition, output };
        command.SetAction(parsed =>
        {
            var from = parsed.GetRequiredValue(folder);
            if (!Directory.Exists(from))
            {
                throw new UsageException($"There is no folder {from}.");
            }

            var into = parsed.GetValue(output);
            if ((parsed.GetValue(partition) is null) != (into is null))
            {
                throw new UsageException($"--partition {Partitions.ByRegionAndYear} and --out FOLDER belong together.");
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
                if (into is not null)
                {
                    Divide(terminal, database, into);
                }

                return outcome.Refused.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
            });
        });
        return command;
    }

    private static void Divide(Terminal terminal, Database database, string folder)
    {
        var partitions = Partitions.Write(database, folder, terminal.Write, terminal.Cancel);
        OutputFile.Tell(terminal, $"{Plural.Of(partitions.Length, "partition")}: {Plural.Of(partitions.Sum(p => p.Rows), "row")}", folder);
    }
}
