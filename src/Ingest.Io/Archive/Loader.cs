using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Ingest.Core;
using Ingest.Io.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>
/// Loads paths into the database: one thread searches, several parse, the caller's thread writes. The queues between
/// them are short, so that memory does not grow with the number of documents. One job is the work of one core: search,
/// parse and write take turns. What was stored stays stored, however a load ends; the next one goes on where it ended.
/// </summary>
public sealed class Loader
{
    private readonly Database _database;
    private readonly LoadOptions _options;
    private readonly LoadWatcher _watcher;
    private readonly Parse _parse;
    private readonly string _pictures = Pictures.PictureReaders.VersionOf(Pictures.PictureReaders.Installed);

    public Loader(Database database, LoadOptions options, LoadWatcher watcher, Parse? parse = null)
    {
        _database = database;
        _options = options;
        _watcher = watcher;
        _parse = parse ?? DocumentWork.Parser(options.DocumentLimits, Pictures.PictureReaders.Installed);
    }

    /// <param name="cancel">Ends the load between pages; what is finished is stored first.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public LoadOutcome Run(CancellationToken cancel)
    {
        var run = Runs.Start(_database, "load", _options.Paths, DocumentParser.Version, DateTimeOffset.UtcNow);
        using var store = new LoadStore(_database, run, _watcher);
        try
        {
            Pump(store, run, cancel);
            cancel.ThrowIfCancellationRequested();
            var outcome = store.Finish();
            if (_options.ComparesDocuments)
            {
                using var across = new CrossChecker(_database);
                across.Run(cancel);
            }

            End("finished");
            return outcome;
        }
        catch (OperationCanceledException)
        {
            End("cancelled");
            throw;
        }
        catch
        {
            TryEnd();
            throw;
        }

        void TryEnd()
        {
            try
            {
                End("failed");
            }
            catch (SqliteException)
            {
                // The disk that ended the load is still full; the next load marks this run as interrupted.
            }
        }

        void End(string state) =>
            Runs.End(_database, run, state, store.Outcome.Added, store.Outcome.Unchanged, store.Outcome.Failed, DateTimeOffset.UtcNow);
    }

    private void Pump(LoadStore store, long run, CancellationToken cancel)
    {
        var contents = KnownContents.Read(_database, DocumentParser.Version, _options.DocumentLimits, _pictures);
        var marks = ParseMarks.Beside(_database.Path);
        try
        {
            if (_options.Jobs == 1)
            {
                TakeTurns(store, contents, marks, run, cancel);
            }
            else
            {
                SideBySide(store, contents, marks, run, cancel);
            }
        }
        finally
        {
            marks.TidyUp(contents.Contains);
        }
    }

    private void TakeTurns(LoadStore store, KnownContents contents, ParseMarks marks, long run, CancellationToken cancel)
    {
        using var work = WorkOf(contents, marks, run);
        Search(contents, Read, Store);

        void Read(Found.Document document)
        {
            _watcher.Begin(document.File);
            store.Store(work.Do(document, cancel));
            cancel.ThrowIfCancellationRequested();
        }

        void Store(Work known)
        {
            store.Store(known);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private void SideBySide(LoadStore store, KnownContents contents, ParseMarks marks, long run, CancellationToken cancel)
    {
        using var abort = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, abort.Token);
        using var found = new BlockingCollection<Found.Document>(_options.Jobs * 2);
        using var done = new BlockingCollection<Work>(_options.Jobs);
        var failures = new ConcurrentQueue<Exception>();

        var workers = Enumerable.Range(0, _options.Jobs)
            .Select(_ => Start(() => Parse(found, done, contents, marks, run, stop.Token, abort.Token)))
            .ToArray();
        var searcher = Start(() => Search(contents, document => found.Add(document, stop.Token), item => done.Add(item, stop.Token)));
        var closer = Start(() =>
        {
            searcher.Join();
            found.CompleteAdding();
            foreach (var worker in workers)
            {
                worker.Join();
            }

            done.CompleteAdding();
        });

        try
        {
            foreach (var item in done.GetConsumingEnumerable(CancellationToken.None))
            {
                store.Store(item);
            }
        }
        finally
        {
            abort.Cancel();
            closer.Join();
        }

        if (failures.TryDequeue(out var failure))
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        Thread Start(Action work)
        {
            var thread = new Thread(() => Guard(work)) { IsBackground = true };
            thread.Start();
            return thread;
        }

        void Guard(Action work)
        {
            try
            {
                work();
            }
            catch (OperationCanceledException)
            {
            }
            catch (Exception e)
            {
                failures.Enqueue(e);
                abort.Cancel();
            }
        }
    }

    /// <param name="read">Takes what must be read.</param>
    /// <param name="store">Takes what is known already.</param>
    private void Search(KnownContents contents, Action<Found.Document> read, Action<Work> store)
    {
        using var database = Database.OpenForReading(_database.Path);
        using var index = new FileIndex(database);
        var limits = _options.DocumentLimits.ToString();
        var search = new PathSearch(_options.Limits, a => index.IsArchiveDone(a.Path, a.Bytes, a.Modified, DocumentParser.Version, limits, _pictures));
        foreach (var item in search.Search(_options.Paths).Concat(search.Search(_options.Stored)))
        {
            if (item is not Found.Document document)
            {
                store(Other(item, index));
                continue;
            }

            var file = document.File;
            if (document.Content is null && index.Sha256Of(file.Path, file.Bytes, file.Modified) is { } sha256 && contents.Contains(sha256))
            {
                store(new Work.Known(file, contents.IsLossy(sha256), IsNews: false));
            }
            else
            {
                read(document);
            }
        }
    }

    private static Work Other(Found item, FileIndex index)
    {
        switch (item)
        {
            case Found.KnownArchive archive:
                var (files, lossy) = index.CountArchive(archive.File.Path);
                return new Work.KnownArchive(files, lossy);
            case Found.Unreadable unreadable:
                return new Work.Unreadable(unreadable.File, unreadable.Anomaly);
            case Found.ArchiveEnd end:
                return new Work.ArchiveEnd(end.File);
            default:
                return new Work.Ignored(((Found.Ignored)item).Extension);
        }
    }

    private void Parse(
        BlockingCollection<Found.Document> found, BlockingCollection<Work> done, KnownContents contents, ParseMarks marks, long run,
        CancellationToken stop, CancellationToken abort)
    {
        using var work = WorkOf(contents, marks, run);
        foreach (var document in found.GetConsumingEnumerable(stop))
        {
            _watcher.Begin(document.File);

            // Finished work is stored even when the load was cancelled meanwhile.
            done.Add(work.Do(document, stop), abort);
        }
    }

    private DocumentWork WorkOf(KnownContents contents, ParseMarks marks, long run) =>
        new(contents, marks, new BoundedParser(_parse, _options.DocumentLimits), _options, _database.Path, run);
}
