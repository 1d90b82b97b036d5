using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Core.Budget.Kinds;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Export;

/// <summary>
/// Gives the rows of an export to a sink. What an export holds is a query, <c>NAME.sql</c> or <c>NAME.SHAPE.sql</c> beside
/// this file: its column names are a contract with other programs. The query gives the rows of one document (?1 its id,
/// ?2 its file name), so that nothing needs sorting over the whole database (?3, where it is used: 1 to give what is
/// personal); <c>NAME.files.sql</c> adds rows that belong to no document. A mark <c>-- filter KIND STATUS</c> names the
/// columns that filters look at.
/// </summary>
public static partial class Exporter
{
    public const string Contract = "contract";

    /// <summary>What can be exported.</summary>
    public static readonly IReadOnlyList<string> Names = ["facts", "cells", "tables", "anomalies", "checks", "coverage", "narrative", "indicators"];

    /// <summary>
    /// The shapes of facts: contract, a row for each value cell; narrow, a row for each amount; panel, entity × year ×
    /// functional code; flat, everything spelled out.
    /// </summary>
    public static readonly IReadOnlyList<string> Shapes = [Contract, "narrow", "panel", "flat"];

    /// <summary>Documents by file name, then in reading order.</summary>
    /// <returns>The number of rows.</returns>
    public static long Run(Database database, ExportRequest request, IRowSink sink, CancellationToken cancel)
    {
        using var rows = new Statement(database.Connection, Filtered(Query(Name(request))!, request.Filter));
        sink.Begin(Fields(rows, request.What));
        var row = new ExportRow(rows, request.Personal ? -1 : CaptionOf(rows));
        long count = 0;
        foreach (var (id, file) in DocumentList.Read(database, request.Filter))
        {
            cancel.ThrowIfCancellationRequested();
            rows.Add(id).Add(file);
            if (rows.Parameters > 2)
            {
                rows.Add(request.Personal);
            }

            count += Pass(rows, row, sink);
        }

        if (request.Filter.AllDocuments && request.Filter.Kinds.IsEmpty && Query(request.What + ".files") is { } query)
        {
            using var files = new Statement(database.Connection, query);
            count += Pass(files, new ExportRow(files, -1), sink);
        }

        return count;
    }

    /// <summary>Whether rows belong to tables, so that they can be chosen by kind.</summary>
    public static bool HasKinds(ExportRequest request) => Mark().IsMatch(Query(Name(request))!);

    /// <summary>Whether rows are amounts with a status.</summary>
    public static bool HasStatus(ExportRequest request) => Mark().Match(Query(Name(request))!).Groups["status"].Success;

    /// <summary>The columns of an export.</summary>
    public static ImmutableArray<ExportField> Fields(Database database, ExportRequest request)
    {
        using var rows = new Statement(database.Connection, Query(Name(request))!);
        return Fields(rows, request.What);
    }

    private static string Name(ExportRequest request) => request.Shape == Contract ? request.What : request.What + "." + request.Shape;

    private static string? Query(string name)
    {
        using var stream = typeof(Exporter).Assembly.GetManifestResourceStream($"Ingest.Io.Export.{name}.sql");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    private static string Filtered(string query, ExportFilter filter) => Mark().Replace(query, mark =>
    {
        var kinds = filter.Kinds.IsEmpty ? "" : $" AND {mark.Groups["kind"].Value} IN ({string.Join(", ", filter.Kinds.Select(Quoted))})";
        return filter.VerifiedOnly && mark.Groups["status"].Success ? $"{kinds} AND {mark.Groups["status"].Value} = 'verified'" : kinds;
    });

    /// <summary>Only kinds that there are come into a query.</summary>
    private static string Quoted(string kind) => KindCatalog.Find(kind) is { } known ? $"'{known.Id}'" : throw new ArgumentException($"There is no kind {kind}.");

    private static long Pass(Statement rows, ExportRow row, IRowSink sink)
    {
        long count = 0;
        for (; rows.Step(); count++)
        {
            sink.Row(row);
        }

        return count;
    }

    private static ImmutableArray<ExportField> Fields(Statement rows, string export) =>
        [.. Enumerable.Range(0, rows.Columns).Select(c => ExportFields.Of(export, rows.Name(c)))];

    private static int CaptionOf(Statement rows)
    {
        for (var column = 0; column < rows.Columns; column++)
        {
            if (rows.Name(column) == "caption")
            {
                return column;
            }
        }

        return -1;
    }

    [GeneratedRegex(@" -- filter (?<kind>[\w.]+)( (?<status>[\w.]+))?$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
