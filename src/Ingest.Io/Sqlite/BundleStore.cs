using Ingest.Core;

namespace Ingest.Io.Sqlite;

/// <summary>What merging a bundle came to.</summary>
/// <param name="Added">Documents that were not stored, or by another version of the parser.</param>
/// <param name="Known">Documents that were.</param>
public sealed record BundleOutcome(int Added, int Known);

/// <summary>Brings the documents of a bundle into the database, as if they had been parsed for it.</summary>
internal sealed class BundleStore : IDisposable
{
    /// <summary>So many documents are one transaction: each would wait for the disk by itself, all would fill the log.</summary>
    private const int Together = 64;

    private const string Attached = "bundle";
    private const string Constraints = "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF;";

    private readonly Database _database;
    private readonly long _run;
    private readonly EntityStore _entities;
    private readonly Statement _known, _delete, _lastTable;

    public BundleStore(Database database, long run)
    {
        var connection = database.Connection;
        (_database, _run) = (database, run);
        _entities = new EntityStore(connection);
        _known = new Statement(connection, "SELECT id, entity_id, parser_version, state = 'failed' FROM documents WHERE sha256 = ?");
        _delete = new Statement(connection, "DELETE FROM documents WHERE id = ?");
        _lastTable = new Statement(connection, "SELECT coalesce(max(id), 0) FROM tables");
    }

    /// <exception cref="DatabaseException">It is a database, but none that a unit left behind.</exception>
    public BundleOutcome Merge(string file, CancellationToken cancel)
    {
        _database.Execute($"ATTACH '{Path.GetFullPath(file).Replace("'", "''", StringComparison.Ordinal)}' AS {Attached}");
        try
        {
            if (_database.Number($"PRAGMA {Attached}.application_id") != _database.Number("PRAGMA main.application_id")
                || _database.Number($"PRAGMA {Attached}.user_version") != Schema.Version
                || _database.Number($"SELECT count(*) FROM {Attached}.runs WHERE state = 'finished'") == 0)
            {
                throw new DatabaseException($"{file} is no finished bundle of this version of ingest.");
            }

            return Copy(cancel);
        }
        finally
        {
            _database.Execute($"{Constraints} DETACH {Attached};");
        }
    }

    private BundleOutcome Copy(CancellationToken cancel)
    {
        using var copy = new RowCopy(_database.Connection, Attached);
        var (added, known) = (0, 0);
        foreach (var documents in Documents().Chunk(Together))
        {
            cancel.ThrowIfCancellationRequested();

            // Looking up each reference and comparing each word with the allowed ones again takes more than half of the time. A
            // bundle was made under these very constraints and its bytes are those; but what is deleted has to take along what
            // hangs on it.
            _database.Execute($"PRAGMA foreign_keys = {(documents.Any(d => IsStored(d.Sha256)) ? "ON" : "OFF")}; PRAGMA ignore_check_constraints = ON;");
            _database.InTransaction(() =>
            {
                var changed = new HashSet<long>();
                foreach (var document in documents)
                {
                    if (Store(copy, document, changed))
                    {
                        added++;
                    }
                    else
                    {
                        known++;
                    }
                }

                foreach (var entity in changed)
                {
                    _entities.Refresh(entity);
                }
            });
        }

        _database.Execute(Constraints);
        _database.InTransaction(CopyFiles);
        return new BundleOutcome(added, known);
    }

    private bool IsStored(string sha256)
    {
        var stored = _known.Add(sha256).Step();
        if (stored)
        {
            _known.Reset();
        }

        return stored;
    }

    /// <returns>False if it is stored already.</returns>
    private bool Store(RowCopy copy, Incoming document, HashSet<long> changed)
    {
        long? here = null;
        if (_known.Add(document.Sha256).Step())
        {
            here = _known.Long(0);
            var (former, version, failed) = (_known.IsNull(1) ? (long?)null : _known.Long(1), _known.Long(2), _known.Int(3) == 1);
            _known.Reset();
            if (version == document.Version || version == DocumentParser.Version && (!failed || document.Failed))
            {
                return false;
            }

            _delete.Add(here.Value).Run();
            changed.UnionWith(former is { } entity ? [entity] : []);
        }

        var own = document.Body is { } body ? _entities.Find(body.Region, body.Key, body.Name) : (long?)null;
        changed.UnionWith(own is { } some ? [some] : []);
        var id = copy.Document(_database.Connection, document.Id, here, own, _run);
        _lastTable.Step();
        var shift = _lastTable.Long(0) + 1 - document.Tables.First;
        _lastTable.Reset();
        copy.Rows(document.Id, id, document.Tables, shift, _run);
        return true;
    }

    /// <summary>Where the documents were seen. What was seen later of the same path stays.</summary>
    private void CopyFiles() => _database.Execute($"""
        DELETE FROM main.files WHERE container IN (SELECT path FROM {Attached}.files WHERE state = 'archive');
        DELETE FROM main.files WHERE modified <= (SELECT b.modified FROM {Attached}.files b WHERE b.path = main.files.path);
        INSERT OR IGNORE INTO main.files (path, name, container, state, bytes, modified, sha256, run_id)
        SELECT path, name, container, state, bytes, modified, sha256, {_run} FROM {Attached}.files ORDER BY path;
        INSERT INTO main.anomalies ({FileAnomaly})
        SELECT {FileAnomaly} FROM {Attached}.anomalies a
        WHERE file_path IS NOT NULL AND NOT EXISTS (SELECT 1 FROM main.anomalies m WHERE m.file_path = a.file_path) ORDER BY id;
        """);

    private const string FileAnomaly =
        "file_path, stage, code, severity, origin, table_kind, label, column_path, found, expected, message, message_zh, table_ordinal, row, col, page, other_sha256, x0, y0, x1, y1";

    private List<Incoming> Documents()
    {
        var documents = new List<Incoming>();
        using var row = new Statement(_database.Connection, $"""
            SELECT d.id, d.sha256, d.parser_version, e.region_code, e.key, e.name,
              coalesce((SELECT min(t.id) FROM {Attached}.tables t WHERE t.document_id = d.id), 1),
              coalesce((SELECT max(t.id) FROM {Attached}.tables t WHERE t.document_id = d.id), 0), d.state = 'failed'
            FROM {Attached}.documents d LEFT JOIN {Attached}.entities e ON e.id = d.entity_id ORDER BY d.id
            """);
        while (row.Step())
        {
            documents.Add(new Incoming(
                row.Long(0), row.Text(1), row.Long(2), row.IsNull(4) ? null : (row.Text(3), row.Text(4), row.Text(5)), (row.Long(6), row.Long(7)), row.Int(8) == 1));
        }

        return documents;
    }

    public void Dispose()
    {
        foreach (var part in (IDisposable[])[_entities, _known, _delete, _lastTable])
        {
            part.Dispose();
        }
    }

    /// <param name="Tables">Their numbers: those of a document follow one another, because it is written in one go.</param>
    private sealed record Incoming(long Id, string Sha256, long Version, (string Region, string Key, string Name)? Body, (long First, long Last) Tables, bool Failed);
}
