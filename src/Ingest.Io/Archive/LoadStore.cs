using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>The writing end of a load, for one thread: stores what comes and keeps count.</summary>
internal sealed class LoadStore : IDisposable
{
    private const int ConstraintFailed = 19;

    private readonly Database _database;
    private readonly DocumentWriter _documents;
    private readonly FileIndex _files;
    private readonly long _run;
    private readonly LoadWatcher _watcher;
    private readonly List<FileRecord> _archives = [];
    private readonly SortedDictionary<string, int> _ignored = new(StringComparer.Ordinal);
    private int _added, _unchanged, _failed, _lossy, _pages;

    public LoadStore(Database database, long run, LoadWatcher watcher)
    {
        _database = database;
        _documents = new DocumentWriter(database);
        _files = new FileIndex(database);
        _run = run;
        _watcher = watcher;
    }

    public LoadOutcome Outcome => new(_added, _unchanged, _failed, _lossy, _pages, _ignored);

    public void Store(Work work)
    {
        switch (work)
        {
            case Work.Parsed parsed:
                Parsed(parsed);
                break;
            case Work.StoredApart apart:
                _files.Remember(apart.File, null, _run);
                var (stored, losses) = DocumentLookup.Outcome(_database, apart.File.Sha256!);
                Count(apart.File, stored, losses);
                break;
            case Work.Known known:
                Known(known);
                break;
            case Work.KnownArchive archive:
                _unchanged += archive.Files;
                _lossy += archive.Lossy;
                _watcher.Known(archive.Files);
                break;
            case Work.Unreadable unreadable:
                _files.Remember(unreadable.File, unreadable.Anomaly, _run);
                _failed++;
                _watcher.Done(new LoadedFile(unreadable.File, LoadResult.Failed, null, [unreadable.Anomaly]));
                break;
            case Work.Ignored ignored:
                _ignored[ignored.Extension] = _ignored.GetValueOrDefault(ignored.Extension) + 1;
                break;
            case Work.ArchiveEnd end:
                _archives.Add(end.File);
                break;
        }
    }

    /// <summary>Marks the archives that were read to their end; before, some of their documents might not have been stored.</summary>
    public LoadOutcome Finish()
    {
        foreach (var archive in _archives)
        {
            _files.RememberArchive(archive, _run);
        }

        return Outcome;
    }

    private void Parsed(Work.Parsed work)
    {
        var counts = Replace(work);
        Count(work.File, counts, work.Document.Anomalies.Where(a => a.Code.Severity == Severity.Lost).ToArray());
    }

    private void Count(FileRecord file, DocumentCounts counts, IReadOnlyList<Anomaly> lost)
    {
        _pages += counts.Pages;
        _added += counts.Failed ? 0 : 1;
        _failed += counts.Failed ? 1 : 0;
        _lossy += !counts.Failed && lost.Count > 0 ? 1 : 0;
        _watcher.Done(new LoadedFile(file, counts.Failed ? LoadResult.Failed : LoadResult.Added, counts, lost));
    }

    private DocumentCounts Replace(Work.Parsed work)
    {
        try
        {
            return ReplaceOnce(work);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == ConstraintFailed)
        {
            // Records that contradict each other are a fault of ours, like an exception in the parser.
            return ReplaceOnce(DocumentWork.Broken(work.File, work.Document.Source, e));
        }
    }

    private DocumentCounts ReplaceOnce(Work.Parsed work)
    {
        DocumentCounts? counts = null;
        _database.InTransaction(() =>
        {
            counts = _documents.Replace(work.Document, work.Version, _run);
            _files.Remember(work.File, null, _run);
        });
        return counts!;
    }

    private void Known(Work.Known known)
    {
        if (known.IsNews)
        {
            _files.Remember(known.File, null, _run);
        }

        _unchanged++;
        _lossy += known.Lossy ? 1 : 0;
        _watcher.Done(new LoadedFile(known.File, LoadResult.Unchanged, null, []));
    }

    public void Dispose()
    {
        _documents.Dispose();
        _files.Dispose();
    }
}
