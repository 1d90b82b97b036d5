using Ingest.Core.Model;

namespace Ingest.Io.Sqlite;

/// <summary>What is known of files: which of them need not be read again. For one thread.</summary>
public sealed class FileIndex : IDisposable
{
    private readonly Database _database;
    private readonly CheckWriter _anomalies;
    private readonly Statement _find, _stale, _lost, _write, _gone;

    public FileIndex(Database database)
    {
        var connection = database.Connection;
        _database = database;
        _anomalies = new CheckWriter(connection);
        _find = new Statement(connection, "SELECT state, sha256 FROM files WHERE path = ? AND bytes = ? AND modified = ?");
        _stale = new Statement(connection, """
            SELECT count(*) FROM files f LEFT JOIN documents d ON d.sha256 = f.sha256
            WHERE f.container = ?1 AND f.state = 'document' AND (d.parser_version IS NOT ?2
              OR d.state = 'failed' AND EXISTS (SELECT 1 FROM anomalies a WHERE a.document_id = d.id AND a.code = 'document-refused' AND a.expected <> ?3)
              OR ?4 <> '' AND EXISTS (SELECT 1 FROM anomalies a WHERE a.document_id = d.id
                AND a.code IN ('scanned-page', 'ocr-text', 'untrusted-text', 'picture-read') AND a.table_ordinal IS NULL AND a.expected <> ?4))
            """);
        _lost = new Statement(connection, """
            SELECT count(*), coalesce(sum(d.lost > 0 OR f.state = 'unreadable'), 0)
            FROM files f LEFT JOIN documents d ON d.sha256 = f.sha256 WHERE f.container = ?
            """);
        _write = new Statement(connection, """
            INSERT OR REPLACE INTO files (path, name, container, state, bytes, modified, sha256, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """);
        _gone = new Statement(connection, "DELETE FROM files WHERE container = ? AND run_id IS NOT ?");
    }

    /// <summary>The hash of a file that has not changed since it was read; null if it must be read (again).</summary>
    public string? Sha256Of(string path, long bytes, long modified)
    {
        var hash = _find.Add(path).Add(bytes).Add(modified).Step() && string.Equals(_find.Text(0), "document", StringComparison.Ordinal)
            ? _find.TextOrNull(1)
            : null;
        _find.Reset();
        return hash;
    }

    /// <summary>Whether an archive was read to its end, has not changed since, and all its documents are stored by this version, under these limits, pictures read by this reader.</summary>
    public bool IsArchiveDone(string path, long bytes, long modified, int parserVersion, string limits, string pictures)
    {
        var known = _find.Add(path).Add(bytes).Add(modified).Step() && string.Equals(_find.Text(0), "archive", StringComparison.Ordinal);
        _find.Reset();
        if (!known)
        {
            return false;
        }

        _stale.Add(path).Add(parserVersion).Add(limits).Add(pictures).Step();
        var stale = _stale.Long(0);
        _stale.Reset();
        return stale == 0;
    }

    /// <summary>Files of an archive, and those of them that failed or lost numbers.</summary>
    public (int Files, int Lossy) CountArchive(string path)
    {
        _lost.Add(path).Step();
        var counts = (_lost.Int(0), _lost.Int(1));
        _lost.Reset();
        return counts;
    }

    /// <summary>Remembers a file, and what was wrong with it where it is no document.</summary>
    public void Remember(FileRecord file, Anomaly? anomaly, long? runId) => _database.InTransaction(() => Write(file, anomaly, runId));

    /// <summary>Remembers that an archive was read to its end; files that are no longer in it are forgotten.</summary>
    public void RememberArchive(FileRecord archive, long runId) => _database.InTransaction(() =>
    {
        _gone.Add(archive.Path).Add(runId).Run();
        Write(archive, null, runId);
    });

    private void Write(FileRecord file, Anomaly? anomaly, long? runId)
    {
        // Replacing the row deletes the anomalies that hang on it.
        _write.Add(file.Path).Add(file.Name).Add(file.Container).Add(Word(file.State)).Add(file.Bytes).Add(file.Modified).Add(file.Sha256)
            .Add(runId).Run();
        if (anomaly is not null)
        {
            _anomalies.WriteOfFile(file.Path, anomaly);
        }
    }

    private static string Word(FileState state) => state switch
    {
        FileState.Document => "document",
        FileState.Archive => "archive",
        _ => "unreadable",
    };

    public void Dispose()
    {
        foreach (var statement in (IDisposable[])[_anomalies, _find, _stale, _lost, _write, _gone])
        {
            statement.Dispose();
        }
    }
}
