using Ingest.Core.Checks;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>The figures that a new version of a file states differently.</summary>
/// <param name="Name">Of the file, for people.</param>
/// <param name="Number">Of the new version.</param>
public sealed record Restatement(string Name, string Url, int Number, IReadOnlyList<(string Entry, FactChange Change)> Changes);

/// <summary>
/// Compares each version with the one that it supersedes, once, as soon as both are loaded: a run that was killed in between
/// loses no comparison. Entries of archives are compared by their path in the archive.
/// </summary>
public sealed class Restatements
{
    private readonly Database _database;
    private readonly FileStore _store;

    public Restatements(Database database, FileStore store)
    {
        _database = database;
        _store = store;
    }

    public IReadOnlyList<Restatement> Compare(CancellationToken cancel)
    {
        var done = new List<Restatement>();
        using var documents = new DocumentReader(_database);
        foreach (var (url, number, now, before, name) in Open())
        {
            cancel.ThrowIfCancellationRequested();
            if (DocumentsOf(before) is { Count: > 0 } old && DocumentsOf(now) is { Count: > 0 } later)
            {
                var changes = Changes(documents, old, later);
                _database.InTransaction(() => Write(url, number, changes));
                done.Add(new Restatement(name, url, number, changes));
            }
        }

        return done;
    }

    private static List<(string Entry, FactChange Change)> Changes(
        DocumentReader documents, IReadOnlyDictionary<string, long> old, IReadOnlyDictionary<string, long> later)
    {
        var changes = new List<(string, FactChange)>();
        foreach (var (entry, id) in later.Where(e => old.ContainsKey(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (old[entry] != id)
            {
                changes.AddRange(FactChanges.Between(documents.Read(old[entry]), documents.Read(id)).Select(c => (entry, c)));
            }
        }

        return changes;
    }

    private List<(string Url, int Number, string Now, string Before, string Name)> Open()
    {
        using var row = new Statement(_database.Connection, """
            SELECT v.url, v.number, v.sha256, v.supersedes, c.name FROM versions v JOIN contents c USING (sha256) WHERE v.compared = 0 ORDER BY v.url, v.number
            """);
        var open = new List<(string, int, string, string, string)>();
        while (row.Step())
        {
            open.Add((row.Text(0), row.Int(1), row.Text(2), row.Text(3), row.Text(4)));
        }

        return open;
    }

    /// <summary>The stored documents of a content: itself, or the entries of an archive by their path in it.</summary>
    private Dictionary<string, long> DocumentsOf(string sha256)
    {
        var path = _store.PathOf(sha256);
        using var row = new Statement(_database.Connection, """
            SELECT '', d.id FROM documents d WHERE d.sha256 = ?1
            UNION ALL
            SELECT substr(f.path, length(?2) + 1), d.id FROM files f JOIN documents d ON d.sha256 = f.sha256 WHERE f.container = ?2
            """);
        row.Add(sha256).Add(path);
        var documents = new Dictionary<string, long>(StringComparer.Ordinal);
        while (row.Step())
        {
            documents[row.Text(0)] = row.Long(1);
        }

        return documents;
    }

    private void Write(string url, int number, List<(string Entry, FactChange Change)> changes)
    {
        using var row = Insert.Into(_database.Connection, "restatements",
            "url, number, ordinal, entry, change, table_kind, code, label, column_path, old_shown, new_shown, old_fen, new_fen");
        for (var i = 0; i < changes.Count; i++)
        {
            var (entry, change) = changes[i];
            row.Add(url).Add(number).Add(i).Add(entry).Add(Word(change.Kind)).Add(change.TableKind).Add(change.Code).Add(change.Label)
                .Add(change.ColumnPath).Add(change.Old?.Shown).Add(change.New?.Shown).Add(change.Old?.Amount?.Fen).Add(change.New?.Amount?.Fen).Run();
        }

        using var compared = new Statement(_database.Connection, "UPDATE versions SET compared = 1 WHERE url = ? AND number = ?");
        compared.Add(url).Add(number).Run();
    }

    public static string Word(FactChangeKind kind) => kind switch
    {
        FactChangeKind.Restated => "restated",
        FactChangeKind.Added => "added",
        _ => "removed",
    };
}
