using Ingest.Core.Checks.Across;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>Stores what comparing documents brought, beside the checks and anomalies of the documents themselves.</summary>
internal sealed class CrossStore : IDisposable
{
    private readonly CheckWriter _writer;
    private readonly Statement _reopen, _clearChecks, _clearAnomalies, _counts, _settle;

    public CrossStore(SqliteConnection connection)
    {
        _writer = new CheckWriter(connection);
        // A unit that came anew may stand in the tables of the departments of its region.
        _reopen = new Statement(connection, """
            UPDATE entities SET compared = 0
            WHERE compared = 1
              AND region_code IN (SELECT e.region_code FROM entities e JOIN documents u ON u.entity_id = e.id AND u.scope = 'unit' WHERE e.compared = 0 AND e.region_code <> '')
              AND EXISTS (SELECT 1 FROM documents d JOIN tables t ON t.document_id = d.id AND t.row_scheme = 'unit' WHERE d.entity_id = entities.id AND d.scope = 'department')
            """);
        _clearChecks = new Statement(connection, "DELETE FROM checks WHERE document_id = ? AND other_sha256 IS NOT NULL");
        _clearAnomalies = new Statement(connection, "DELETE FROM anomalies WHERE document_id = ? AND other_sha256 IS NOT NULL");
        _counts = new Statement(connection, """
            UPDATE documents SET
              (passed, not_passed, unverifiable) = (SELECT coalesce(sum(result = 'pass'), 0), coalesce(sum(result = 'fail'), 0), coalesce(sum(result = 'unverifiable'), 0) FROM checks WHERE document_id = ?1),
              (doubts, notes) = (SELECT coalesce(sum(severity = 'doubt'), 0), coalesce(sum(severity = 'note'), 0) FROM anomalies WHERE document_id = ?1)
            WHERE id = ?1
            """);
        _settle = new Statement(connection, "UPDATE entities SET compared = 1 WHERE id = ?");
    }

    public void ReopenDepartments() => _reopen.Run();

    public void Clear(IEnumerable<long> documents)
    {
        foreach (var id in documents)
        {
            _clearChecks.Add(id).Run();
            _clearAnomalies.Add(id).Run();
        }
    }

    public void Write(long documentId, CrossCheck check) => _writer.Write(documentId, check);

    public void Write(long documentId, CrossAnomaly anomaly) => _writer.Write(documentId, anomaly);

    /// <summary>Counts anew what a summary tells of the documents, and marks the entity as done.</summary>
    public void Settle(long entity, IEnumerable<long> documents)
    {
        foreach (var id in documents)
        {
            _counts.Add(id).Run();
        }

        _settle.Add(entity).Run();
    }

    public void Dispose()
    {
        foreach (var part in (IDisposable[])[_writer, _reopen, _clearChecks, _clearAnomalies, _counts, _settle])
        {
            part.Dispose();
        }
    }
}
