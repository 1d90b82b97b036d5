using System.CommandLine;
using System.Globalization;
using Ingest.Core.Reports;

namespace Ingest.Cli.Commands;

/// <summary>A page as the pipeline sees it.</summary>
internal static class DrawCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE.pdf") { Description = "The PDF." };
        var page = new Argument<int>("PAGE") { Description = "Number of the page, from 1." };
        var output = new Option<string?>("--out", "-o") { Description = "The SVG to write. Default: standard output.", HelpName = "FILE" };
        var layers = new Option<string>("--layers", "-l") { Description = $"Only these layers, joined by commas: {string.Join(", ", PageLayers.All)}. Default: all; each can be switched in the picture.", HelpName = "LIST", DefaultValueFactory = _ => string.Join(',', PageLayers.All) };
        var command = new ExampleCommand(
            "draw",
            "An SVG of a page: its glyphs and rulings, the cells that were found, their types and anomalies.",
            "ingest draw budget.pdf 5 --out page5.svg\ningest draw budget.pdf 5 --layers glyphs,rulings,anomalies --out page5.svg")
        { file, page, output, layers };
        command.SetAction(parsed =>
        {
            // The whole document is parsed: a table's kind and number depend on the pages before.
            var number = parsed.GetValue(page);
            var path = parsed.GetValue(output);
            OutputFile.Demand(path, ".svg");
            var drawn = PageLayers.Parse(parsed.GetRequiredValue(layers))
                ?? throw new UsageException($"--layers {parsed.GetValue(layers)}: a layer is one of {string.Join(", ", PageLayers.All)}");
            if (DocumentFile.Open(parsed.GetRequiredValue(file), only: null, terminal) is not { } read)
            {
                return ExitCodes.Incomplete;
            }

            if (read.Pages.FirstOrDefault(p => p.Number == number) is not { } content)
            {
                return read.PageCount == 0
                    ? read.Conclude(terminal)
                    : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{parsed.GetValue(file)} has {Plural.Of(read.PageCount, "page")}; there is no page {number}"));
            }

            terminal.WriteText(path, text => text.Write(PageSvg.Write(content, read.Document, drawn, static (_, _, _) => false)));
            OutputFile.Tell(terminal, string.Create(CultureInfo.InvariantCulture, $"page {number} of {read.PageCount}"), path);
            return ExitCodes.Clean;
        });
        return command;
    }
}
