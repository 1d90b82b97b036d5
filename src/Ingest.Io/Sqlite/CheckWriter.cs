using System.Globalization;
using System.Text;
using Ingest.Core.Checks.Across;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>Stores the checks of a document and its anomalies, and those of files that are no document.</summary>
internal sealed class CheckWriter : IDisposable
{
    private readonly Statement _check, _next, _anomaly, _clearChecks, _clearAnomalies, _doubted;

    public CheckWriter(SqliteConnection connection)
    {
        _check = Insert.Into(connection, "checks",
            "document_id, ordinal, identity, table_kind, table_ordinal, row, column_path, left_side, right_side, tolerance, result, cells, other_sha256");
        _next = new Statement(connection, "SELECT coalesce(max(ordinal), -1) + 1 FROM checks WHERE document_id = ?");
        _anomaly = Insert.Into(connection, "anomalies",
            "document_id, file_path, stage, code, severity, origin, table_kind, label, column_path, found, expected, message, message_zh," +
            "table_ordinal, row, col, page, other_sha256, x0, y0, x1, y1");
        _clearChecks = new Statement(connection, "DELETE FROM checks WHERE document_id = ?");
        _clearAnomalies = new Statement(connection, "DELETE FROM anomalies WHERE document_id = ? AND stage = 'check'");
        _doubted = new Statement(connection, "UPDATE documents SET doubts = doubts + 1 WHERE id = ?");
    }

    /// <summary>Deletes what the checks of a document brought.</summary>
    public void Clear(long documentId)
    {
        _clearChecks.Add(documentId).Run();
        _clearAnomalies.Add(documentId).Run();
    }

    /// <param name="checksOnly">Only what the checks brought, for a document whose reading is stored already.</param>
    public void Write(long documentId, ParsedDocument document, bool checksOnly)
    {
        for (var i = 0; i < document.Checks.Length; i++)
        {
            Write(documentId, i, document.Checks[i], null);
        }

        var ofChecks = document.Anomalies.Length - document.CheckAnomalies;
        for (var i = checksOnly ? ofChecks : 0; i < document.Anomalies.Length; i++)
        {
            Write(document.Anomalies[i], documentId, null, i < ofChecks ? "read" : "check");
        }
    }

    /// <summary>Adds a comparison with another document behind the checks of the document itself.</summary>
    public void Write(long documentId, CrossCheck check)
    {
        _next.Add(documentId).Step();
        var ordinal = _next.Int(0);
        _next.Reset();
        Write(documentId, ordinal, check.Check, check.Other);
    }

    public void Write(long documentId, CrossAnomaly anomaly) => Write(anomaly.Anomaly, documentId, null, "check", anomaly.Other);

    /// <summary>Adds a doubt about a stored document that came up where it was found.</summary>
    public void WriteOfAddress(long documentId, Anomaly anomaly)
    {
        Write(anomaly, documentId, null, "read");
        _doubted.Add(documentId).Run();
    }

    public void WriteOfFile(string filePath, Anomaly anomaly) => Write(anomaly, null, filePath, "read");

    private void Write(long documentId, int ordinal, Check check, string? other) =>
        _check.Add(documentId).Add(ordinal).Add(check.Identity).Add(check.TableKind).Add(check.TableOrdinal).Add(check.Row).Add(check.ColumnPath)
            .Add(check.Left).Add(check.Right).Add(check.Tolerance).Add(Words.Of(check.Result)).Add(Cells(check)).Add(other).Run();

    private void Write(Anomaly anomaly, long? documentId, string? filePath, string stage, string? other = null)
    {
        var where = anomaly.Where;
        _anomaly.Add(documentId).Add(filePath).Add(stage).Add(anomaly.Code.Id).Add(Words.Of(anomaly.Code.Severity)).Add(Words.Of(anomaly.Origin))
            .Add(anomaly.TableKind).Add(anomaly.Label).Add(anomaly.ColumnPath).Add(anomaly.Found).Add(anomaly.Expected).Add(anomaly.Message).Add(anomaly.Chinese)
            .Add(Known(where.Table > 0, where.Table)).Add(Known(where.Row >= 0 && where.Table > 0, where.Row))
            .Add(Known(where.Column >= 0 && where.Table > 0, where.Column))
            .Add(Known(where.Area.Page > 0, where.Area.Page)).Add(other);
        if (where.Area.Page > 0 && where.Area.Box != default)
        {
            _anomaly.Add(where.Area.Box).Run();
        }
        else
        {
            _anomaly.Add((long?)null).Add((long?)null).Add((long?)null).Add((long?)null).Run();
        }
    }

    private static long? Known(bool known, int value) => known ? value : null;

    private static string Cells(Check check)
    {
        var text = new StringBuilder();
        foreach (var cell in check.Cells)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{cell.Table}:{cell.Row}:{cell.Column}");
        }

        return text.ToString();
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_check, _next, _anomaly, _clearChecks, _clearAnomalies, _doubted])
        {
            statement.Dispose();
        }
    }
}
