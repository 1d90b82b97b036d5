using System.Globalization;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Checks.Across;
using Ingest.Core.Model;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>The figures that a new version of a file states differently.</summary>
/// <param name="Name">Of the file, for people.</param>
/// <param name="Number">Of the new version.</param>
/// <param name="Others">Documents that are no new version, but of another body, year or phase: their figures are not compared.</param>
public sealed record Restatement(
    string Name, string Url, int Number, IReadOnlyList<(string Entry, FactChange Change)> Changes, IReadOnlyList<OtherDocument> Others);

/// <summary>What stands at an address now in the place of what stood there.</summary>
public sealed record OtherDocument(long Document, string Before, string Now);

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
                var restatement = Compare(documents, new Restatement(name, url, number, [], []), old, later);
                _database.InTransaction(() => Write(restatement));
                done.Add(restatement);
            }
        }

        return done;
    }

    private static Restatement Compare(
        DocumentReader documents, Restatement version, IReadOnlyDictionary<string, long> old, IReadOnlyDictionary<string, long> later)
    {
        var changes = new List<(string, FactChange)>();
        var others = new List<OtherDocument>();
        foreach (var (entry, id) in later.Where(e => old.ContainsKey(e.Key) && old[e.Key] != e.Value).OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            var (before, now) = (documents.Read(old[entry]), documents.Read(id));
            if (IsAnother(before.Identity, now.Identity))
            {
                others.Add(new OtherDocument(id, Show(before.Identity), Show(now.Identity)));
            }
            else
            {
                changes.AddRange(FactChanges.Between(before, now).Select(c => (entry, c)));
            }
        }

        return version with { Changes = changes, Others = others };
    }

    /// <summary>What one of the two does not tell is no difference.</summary>
    private static bool IsAnother(DocumentIdentity a, DocumentIdentity b) =>
        (a.Entity.Length > 0 && b.Entity.Length > 0 && EntityKeys.Of(a.Entity, a.RegionCode) != EntityKeys.Of(b.Entity, b.RegionCode))
        || (a.Phase.Length > 0 && b.Phase.Length > 0 && a.Phase != b.Phase)
        || (a.FiscalYear is { } year && b.FiscalYear is { } other && year != other);

    private static string Show(DocumentIdentity identity) => string.Create(CultureInfo.InvariantCulture, $"{identity.Entity}, {identity.FiscalYear}, {identity.Phase}");

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

    private void Write(Restatement version)
    {
        var (url, number, changes) = (version.Url, version.Number, version.Changes);
        using var row = Insert.Into(_database.Connection, "restatements",
            "url, number, ordinal, entry, change, table_kind, code, label, column_path, old_shown, new_shown, old_fen, new_fen");
        for (var i = 0; i < changes.Count; i++)
        {
            var (entry, change) = changes[i];
            row.Add(url).Add(number).Add(i).Add(entry).Add(Word(change.Kind)).Add(change.TableKind).Add(change.Code).Add(change.Label)
                .Add(change.ColumnPath).Add(change.Old?.Shown).Add(change.New?.Shown).Add(change.Old?.Amount?.Fen).Add(change.New?.Amount?.Fen).Run();
        }

        if (version.Others.Count > 0)
        {
            using var anomalies = new CheckWriter(_database.Connection);
            foreach (var other in version.Others)
            {
                anomalies.WriteOfAddress(other.Document, new Anomaly(
                    AnomalyCodes.OtherDocument, new CellRef(default), "", "", "", other.Now, other.Before, $"At the address that held {other.Before} now stands {other.Now}.", Origin.Publisher)
                {
                    Chinese = $"原为“{other.Before}”的网址，现为“{other.Now}”。",
                });
            }
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
