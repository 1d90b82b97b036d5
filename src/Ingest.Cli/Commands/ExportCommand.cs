using System.CommandLine;
using Ingest.Core.Reports;
using Ingest.Io.Export;
using Ingest.Io.Sqlite;

namespace Ingest.Cli.Commands;

/// <summary>The database as files for other programs.</summary>
internal static class ExportCommand
{
    private const string Csv = "csv", Parquet = "parquet", Xlsx = "xlsx", Package = "datapackage";

    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal) { [".csv"] = Csv, [".parquet"] = Parquet, [".xlsx"] = Xlsx };

    public static Command Create(Terminal terminal)
    {
        var what = new Argument<string[]>("WHAT")
        {
            Description = "facts: one row for each value cell of a typed table; cells: every cell of every table; tables; anomalies; checks: the identities; coverage: which tables were found in which document; narrative: figures of the explanations; indicators: goals of the performance forms. Several only with --format datapackage.",
            Arity = ArgumentArity.OneOrMore,
        };
        what.AcceptOnlyFromAmong([.. Exporter.Names]);
        var db = DatabaseFile.Option();
        var format = new Option<string?>("--format", "-f") { Description = "Default: what the name of the file says, else csv. csv: UTF-8 with a header line; parquet: typed columns; xlsx: a workbook, facts with a sheet for each kind of table; datapackage: a folder of CSVs with a description of every column." };
        format.AcceptOnlyFromAmong(Csv, Parquet, Xlsx, Package);
        var shape = new Option<string>("--shape") { Description = "Of facts. contract: as other programs expect; narrow: one amount a row; panel: entity × year × functional code, leaf rows only; flat: one amount a row with everything spelled out, leaf rows only.", DefaultValueFactory = _ => Exporter.Contract };
        shape.AcceptOnlyFromAmong([.. Exporter.Shapes]);
        var personal = new Option<bool>("--include-personal") { Description = "Give the names and telephone numbers of persons that forms hold. Default: their cells are blank." };
        var file = new Option<string?>("--out", "-o") { Description = "The file to write, or the folder of a datapackage. Default: standard output, for csv only.", HelpName = "FILE" };
        var filters = new ExportFilterOptions();
        var command = new ExampleCommand(
            "export", "Writes what the database holds as a file for other programs.",
            "ingest export facts --format csv --out facts.csv\ningest export facts --format parquet --shape flat --year 2021-2024 --region 42 --out flat.parquet")
        { what, db, format, shape, personal, file };
        filters.AddTo(command);
        command.SetAction(parsed =>
        {
            var filter = filters.Read(parsed);
            var exports = parsed.GetRequiredValue(what).Distinct(StringComparer.Ordinal)
                .Select(w => new ExportRequest(w, parsed.GetRequiredValue(shape), parsed.GetValue(personal)) { Filter = filter }).ToList();
            foreach (var export in exports)
            {
                Refuse(export);
            }

            var path = parsed.GetValue(file);
            var form = OutputFile.Format(path, parsed.GetValue(format), Csv, Formats);
            if (form != Package && exports.Count > 1)
            {
                throw new UsageException($"Several exports at once need --format {Package}; --format {form} writes one.");
            }

            if (form != Csv && path is null)
            {
                throw new UsageException($"--format {form} needs --out.");
            }

            if (form == Package)
            {
                DataPackage.Refuse(path!);
            }

            return DatabaseFile.Read(parsed.GetRequiredValue(db), database =>
            {
                if (!filter.AllDocuments && FilterHints.Of(database, filter) is { Count: > 0 } hints)
                {
                    throw new NotThereException(string.Join("\ningest: ", hints));
                }

                var rows = Write(terminal, database, exports, form, path);
                OutputFile.Tell(terminal, $"{string.Join(" and ", exports.Select(e => e.What))}: {Plural.Of(rows, "row")}", path);
                return rows > 0 || (filter.AllDocuments && filter.Kinds.IsEmpty && !filter.VerifiedOnly)
                    ? ExitCodes.Clean
                    : throw new NotThereException("nothing fits the filters");
            });
        });
        return command;
    }

    private static void Refuse(ExportRequest export)
    {
        if (export.Shape != Exporter.Contract && export.What != "facts")
        {
            throw new UsageException($"--shape is for facts, not for {export.What}.");
        }

        if (!export.Filter.Kinds.IsEmpty && !Exporter.HasKinds(export))
        {
            throw new UsageException($"--kind cannot choose among {export.What}: they belong to no table.");
        }

        if (export.Filter.VerifiedOnly && !Exporter.HasStatus(export))
        {
            throw new UsageException($"--verified-only is for facts, not for {export.What}.");
        }
    }

    private static long Write(Terminal terminal, Database database, List<ExportRequest> exports, string format, string? path)
    {
        var export = exports[0];
        long rows = 0;
        switch (format)
        {
            case Csv:
                terminal.WriteText(path, output => rows = Exporter.Run(database, export, new CsvExport(output, defused: true), terminal.Cancel));
                break;
            case Parquet:
                terminal.Write(path, output =>
                {
                    using var sink = new ParquetSink(output);
                    rows = Exporter.Run(database, export, sink, terminal.Cancel);
                });
                break;
            case Xlsx:
                terminal.Write(path, output => rows = Workbook.Write(database, export, output, terminal.Cancel));
                break;
            default:
                rows = DataPackage.Write(database, exports, (name, write) => terminal.Write(Path.Combine(path!, name), write), terminal.Cancel);
                break;
        }

        return rows;
    }
}
