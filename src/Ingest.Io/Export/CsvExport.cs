using System.Globalization;
using Ingest.Core.Budget;
using Ingest.Core.Reports;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Export;

/// <summary>
/// Exports as CSV. What an export holds is a query, <c>NAME.sql</c> beside this file: its column names are the header
/// line, a contract with other programs. The query gives the rows of one document (?1 its id, ?2 its file name), so that
/// nothing needs sorting over the whole database (?3, where it is used: 1 to give what is personal); <c>NAME.files.sql</c> adds rows that belong to no document.
/// </summary>
public static class CsvExport
{
    /// <summary>What can be exported.</summary>
    public static readonly IReadOnlyList<string> Names = ["facts", "cells", "tables", "anomalies", "checks", "coverage", "narrative", "indicators"];

    /// <summary>UTF-8 without a mark, a header line, documents by file name, then in reading order.</summary>
    /// <param name="personal">Whether names and telephone numbers of persons are given; else their cells are blank.</param>
    public static void Write(Database database, string name, TextWriter output, CancellationToken cancel, bool personal = false)
    {
        using var rows = new Statement(database.Connection, Query(name)!);
        WriteHeader(rows, output);
        foreach (var (id, file) in DocumentList.Read(database))
        {
            cancel.ThrowIfCancellationRequested();
            rows.Add(id).Add(file);
            if (rows.Parameters > 2)
            {
                rows.Add(personal);
            }

            WriteRows(rows, output, personal);
        }

        if (Query(name + ".files") is { } query)
        {
            using var files = new Statement(database.Connection, query);
            WriteRows(files, output, personal);
        }
    }

    private static string? Query(string name)
    {
        using var stream = typeof(CsvExport).Assembly.GetManifestResourceStream($"Ingest.Io.Export.{name}.sql");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    private static void WriteHeader(Statement rows, TextWriter output)
    {
        for (var column = 0; column < rows.Columns; column++)
        {
            output.Write(column == 0 ? "" : ",");
            output.Write(rows.Name(column));
        }

        output.Write('\n');
    }

    private static void WriteRows(Statement rows, TextWriter output, bool personal)
    {
        var columns = rows.Columns;
        var caption = personal ? -1 : CaptionOf(rows);
        while (rows.Step())
        {
            for (var column = 0; column < columns; column++)
            {
                if (column > 0)
                {
                    output.Write(',');
                }

                if (column == caption)
                {
                    output.Write(Csv.Field(WithoutPersons(rows.Text(column))));
                }
                else
                {
                    WriteValue(rows, column, output);
                }
            }

            output.Write('\n');
        }
    }

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

    /// <summary>The lines above a table without those that name a person: 填报人:… 联系电话:….</summary>
    private static string WithoutPersons(string lines) =>
        string.Join('\n', lines.Split('\n').Where(l => !PersonalCells.Answer(l)));

    private static void WriteValue(Statement rows, int column, TextWriter output)
    {
        if (rows.IsNull(column))
        {
            return;
        }

        if (rows.IsReal(column))
        {
            Span<char> digits = stackalloc char[40];
            rows.Real(column).TryFormat(digits, out var length, "0.####", CultureInfo.InvariantCulture);
            output.Write(digits[..length]);
            return;
        }

        output.Write(Csv.Field(rows.Text(column)));
    }
}
