using System.CommandLine;
using Ingest.Io.Export;

namespace Ingest.Cli.Commands;

/// <summary>The database as files for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var what = new Argument<string>("WHAT") { Description = "facts: one row for each value cell of a typed table; cells: every cell of every table; tables; anomalies; checks: the identities; coverage: which tables were found in which document; narrative: figures of the explanations; indicators: goals of the performance forms." };
        what.AcceptOnlyFromAmong([.. CsvExport.Names]);
        var db = DatabaseFile.Option();
        var format = new Option<string>("--format", "-f") { Description = "csv: UTF-8 with a header line.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv");
        var personal = new Option<bool>("--include-personal") { Description = "Give the names and telephone numbers of persons that forms hold. Default: their cells are blank." };
        var file = new Option<string?>("--out", "-o") { Description = "The file to write. Default: standard output.", HelpName = "FILE" };
        var command = new ExampleCommand(
            "export", "Writes what the database holds as a file for other programs.", "ingest export facts --format csv --out facts.csv")
        { what, db, format, personal, file };
        command.SetAction(parsed => DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
        {
            terminal.WriteText(parsed.GetValue(file), output => CsvExport.Write(database, parsed.GetRequiredValue(what), output, terminal.Cancel, parsed.GetValue(personal)));
            return ExitCodes.Clean;
        }));
        return command;
    }
}
