using System.CommandLine;
using System.Globalization;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Core.Text;
using Ingest.Io.Report;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>One value, from its number back to the file.</summary>
internal static class ExplainCommand
{
    /// <summary>Of the documents that a name fits.</summary>
    private const int Shown = 6;

    private const int Digits = 8;

    public static Command Create(Terminal terminal)
    {
        var fact = new Argument<string?>("FACT") { Description = "As the report names it: first digits of the SHA-256, table, row and column, joined by colons.", Arity = ArgumentArity.ZeroOrOne };
        var document = new Option<string?>("--document", "-d") { Description = "Instead of FACT: file name, path, first digits of the SHA-256, or a body and a year, as \"某市某局 2026\".", HelpName = "NAME" };
        var table = new Option<int?>("--table", "-t") { Description = "Number of the table, from 1.", HelpName = "N" };
        var row = new Option<int?>("--row", "-r") { Description = "Row of the table's grid, from 0.", HelpName = "R" };
        var column = new Option<int?>("--col", "-c") { Description = "Column of the table's grid, from 0.", HelpName = "C" };
        var db = DatabaseFile.Option();
        var svg = new Option<string?>("--svg") { Description = "Also writes the crop of the page with the cell highlighted.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "The same as JSON." };
        var personal = new Option<bool>("--include-personal") { Description = "Show names and telephone numbers of persons. Default: blanked." };
        var command = new ExampleCommand(
            "explain", "One value: number, rule that read it, raw text, page and box, identities, anomalies, file.",
            "ingest explain 01f3a2b4c5d6e7f8:2:2:3 --svg crop.svg\ningest explain --document budget.pdf --table 2 --row 2 --col 3")
        { fact, document, table, row, column, db, svg, json, personal };
        command.SetAction(parsed =>
        {
            var (name, t, r, c) = Place(parsed.GetValue(fact), parsed.GetValue(document), parsed.GetValue(table), parsed.GetValue(row), parsed.GetValue(column));
            return DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
            {
                var explanation = Explain(database, name, t, r, c, parsed.GetValue(personal), terminal.Cancel);
                if (parsed.GetValue(svg) is { } path)
                {
                    OutputFile.Demand(path, ".svg");
                    terminal.WriteText(path, output => output.Write(explanation.ToSvg()));
                    OutputFile.Tell(terminal, "crop", path);
                }

                if (parsed.GetValue(json))
                {
                    terminal.Write(null, output => StatusJson.Write(output, explanation.WriteJson));
                }
                else
                {
                    terminal.WriteText(null, output => output.Write(explanation.ToText()));
                }

                return ExitCodes.Clean;
            });
        });
        return command;
    }

    private static (string, int, int, int) Place(string? fact, string? document, int? table, int? row, int? column)
    {
        if (fact is null)
        {
            return document is not null && table is { } t && row is { } r && column is { } c
                ? (document, t, r, c)
                : throw new UsageException("Name a FACT, or --document, --table, --row and --col.");
        }

        var parts = fact.Split(':');
        return document is null && parts.Length == 4 && Number(parts[1], out var a) && Number(parts[2], out var b) && Number(parts[3], out var d)
            ? (parts[0], a, b, d)
            : throw new UsageException($"\"{fact}\" is no fact; one looks like 01f3a2b4c5d6e7f8:2:2:3 (SHA-256, table, row, column).");
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static Explanation Explain(Database database, string name, int table, int row, int column, bool personal, CancellationToken cancel)
    {
        var (id, shown) = One(database, name);
        using var documents = new StoredDocuments(database);
        var stored = documents.Read(id, shown);
        var cell = stored.Document.Tables.FirstOrDefault(t => t.Ordinal == table)?.Source.Cells
            .FirstOrDefault(c => row >= c.Row && row < c.Row + c.RowSpan && column >= c.Column && column < c.Column + c.ColumnSpan);
        var site = DocumentSite.Of(stored, personal, cell is null ? [] : [new CellRef(cell.Area, table, cell.Row, cell.Column)], cancel);
        return Explanation.Of(site, stored.Run, table, row, column) ?? throw new NotThereException(string.Create(
            CultureInfo.InvariantCulture, $"{shown} has no cell in row {row}, column {column} of table {table}; it has {Plural.Of(stored.Document.Tables.Length, "table")}."));
    }

    /// <summary>The one document of that name.</summary>
    internal static (long Id, string Name) One(Database database, string name)
    {
        var found = DocumentLookup.Find(database, name);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new NotThereException($"the database {database.Path} has no document {name}{NearNames.Hint(name, DocumentLookup.Names(database))}"),
            _ => throw new UsageException($"{name} fits {Plural.Of(found.Count, "document")}: {string.Join(", ", found.Take(Shown).Select(d => $"{d.Name} ({DocumentLookup.Sha256Of(database, d.Id)[..Digits]})"))}{(found.Count > Shown ? " …" : "")}; name one by its year too, or by the first digits of its SHA-256."),
        };
    }
}
