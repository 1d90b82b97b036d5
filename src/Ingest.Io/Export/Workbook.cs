using System.Collections.Immutable;
using Ingest.Core.Budget.Kinds;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Export;

/// <summary>An export as a workbook: facts with a sheet for each kind of table, all else on one sheet.</summary>
public static class Workbook
{
    /// <returns>The number of rows.</returns>
    public static long Write(Database database, ExportRequest export, Stream output, CancellationToken cancel, int rowsPerSheet = XlsxSink.MostRows)
    {
        using var sink = new XlsxSink(output, rowsPerSheet);
        if (export.What != "facts")
        {
            sink.StartSheet(export.What);
            return Exporter.Run(database, export, sink, cancel);
        }

        long count = 0;
        foreach (var kind in Kinds(database, export.Filter))
        {
            sink.StartSheet(kind.Name);
            count += Exporter.Run(database, export with { Filter = export.Filter with { Kinds = [kind.Id] } }, sink, cancel);
        }

        return count;
    }

    /// <summary>Those that the database has, in the order of the catalogue: the rules' order of publication.</summary>
    private static ImmutableArray<TableKind> Kinds(Database database, ExportFilter filter)
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        using var row = new Statement(database.Connection, "SELECT DISTINCT kind FROM tables WHERE kind IS NOT NULL");
        while (row.Step())
        {
            there.Add(row.Text(0));
        }

        return [.. KindCatalog.All.Where(k => there.Contains(k.Id) && (filter.Kinds.IsEmpty || filter.Kinds.Contains(k.Id)))];
    }
}
