using System.CommandLine;
using Ingest.Core.Reports;

namespace Ingest.Cli.Commands;

/// <summary>The tables of one PDF, no database.</summary>
internal static class TablesCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE.pdf") { Description = "The PDF to read." };
        var format = new Option<string>("--format", "-f")
        {
            Description = "json: every cell with its box; csv: one block of lines for each table; html; text: for reading.",
            DefaultValueFactory = _ => "json",
        }.AcceptOnlyFromAmong("json", "csv", "html", "text");
        var pages = new Option<string?>("--pages", "-p") { Description = "Read only these pages, e.g. 1-3,7. Default: all." };
        var why = new Option<bool>("--why") { Description = "With --format text: what speaks for the kind of each table, and other readings of its grid." };
        var command = new ExampleCommand("tables", "The tables of one PDF, without a database.", "ingest tables budget.pdf --format text --pages 5-6")
        { file, format, pages, why };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(why) && parsed.GetValue(format) != "text")
            {
                throw new UsageException("--why is told with --format text only");
            }

            var read = DocumentFile.Open(parsed.GetRequiredValue(file), PageList.Parse(parsed.GetValue(pages)), terminal);
            if (read is null)
            {
                return ExitCodes.Incomplete;
            }

            switch (parsed.GetValue(format))
            {
                case "csv":
                    terminal.WriteText(null, output => TablesCsv.Write(read.Document, output.Write));
                    break;
                case "html":
                    terminal.WriteText(null, output => TablesHtml.Write(read.Document, output.Write));
                    break;
                case "text":
                    terminal.WriteText(null, output => TablesText.Write(read.Document, output.Write, parsed.GetValue(why)));
                    break;
                default:
                    var json = TablesJson.Write(read.Document, read.PageCount);
                    terminal.Write(null, output => output.Write(json.Span));
                    break;
            }

            return read.Conclude(terminal);
        });
        return command;
    }
}
