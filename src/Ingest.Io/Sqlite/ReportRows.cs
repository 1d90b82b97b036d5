using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Reports;

namespace Ingest.Io.Sqlite;

/// <summary>Reads what the anomaly report tells, one document at a time, in the order of every export.</summary>
public static class ReportRows
{
    /// <param name="least">Anomalies less severe are left out, and documents without any other.</param>
    public static IEnumerable<ReportedDocument> Read(Database database, Severity least)
    {
        using var document = new Statement(database.Connection, "SELECT sha256, entity, region_code, fiscal_year, phase, scope FROM documents WHERE id = ?");
        using var anomalies = new Statement(database.Connection, AnomalyRows.Select + " WHERE a.document_id = ? ORDER BY a.id");
        foreach (var (id, name) in DocumentList.Read(database))
        {
            var found = Anomalies(anomalies.Add(id), least);
            if (!found.IsEmpty)
            {
                document.Add(id).Step();
                var identity = new DocumentIdentity(
                    document.Text(1), document.Text(2), document.IsNull(3) ? null : document.Int(3), document.Text(4), document.Text(5), []);
                yield return new ReportedDocument(name, document.Text(0), identity, found);
                document.Reset();
            }
        }

        foreach (var file in OfFiles(database))
        {
            var found = file.Anomalies.RemoveAll(a => a.Code.Severity < least);
            if (!found.IsEmpty)
            {
                yield return file with { Anomalies = found };
            }
        }
    }

    /// <summary>Files of which nothing could be read, by path.</summary>
    public static IEnumerable<ReportedDocument> OfFiles(Database database)
    {
        using var ofFile = new Statement(database.Connection, AnomalyRows.Select + " WHERE a.file_path = ? ORDER BY a.id");
        foreach (var path in Files(database))
        {
            yield return new ReportedDocument(path, "", DocumentIdentity.Unknown, Anomalies(ofFile.Add(path), Severity.Note));
        }
    }

    private static ImmutableArray<Anomaly> Anomalies(Statement rows, Severity least)
    {
        var found = ImmutableArray.CreateBuilder<Anomaly>();
        while (rows.Step())
        {
            var anomaly = AnomalyRows.Read(rows);
            if (anomaly.Code.Severity >= least)
            {
                found.Add(anomaly);
            }
        }

        return found.ToImmutable();
    }

    private static List<string> Files(Database database)
    {
        using var row = new Statement(database.Connection, "SELECT DISTINCT file_path FROM anomalies WHERE file_path IS NOT NULL ORDER BY file_path");
        var paths = new List<string>();
        while (row.Step())
        {
            paths.Add(row.Text(0));
        }

        return paths;
    }
}
