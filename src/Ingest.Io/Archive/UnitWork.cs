using System.Globalization;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>Does one unit of a plan: an ordinary load into a database of its own, which then appears in the folder whole or not at all.</summary>
public static class UnitWork
{
    /// <param name="load">How to load; its paths are those of the unit.</param>
    /// <returns>Null if its result was there already.</returns>
    public static LoadOutcome? Run(PlanUnit unit, string folder, LoadOptions load, LoadWatcher watcher, CancellationToken cancel)
    {
        folder = Path.GetFullPath(folder);
        // One that was cut, by a full disk or a copy that broke off, is no result: the unit is done again.
        if (Bundles.Of(unit, folder).Any(f => Bundles.Problem(f, unit.Parser) is null))
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        var mark = Bundles.MarkOf(unit, folder);

        // Somebody died over it, perhaps of a document, or is still at it: neither may cost more than a document.
        load = load with { Isolate = load.Isolate || File.Exists(mark) };
        File.WriteAllText(mark, string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName} {Environment.ProcessId}\n"));

        // SQLite wants a disk of its own machine; the shared one sees the finished file only.
        var temporary = Directory.CreateTempSubdirectory("ingest-unit-").FullName;
        try
        {
            var file = Path.Combine(temporary, "bundle");
            LoadOutcome outcome;
            using (var database = Database.Open(Path.Combine(temporary, "unit.sqlite")))
            {
                // What a crash of the machine leaves of it is not looked at: no write need wait for the disk.
                database.Execute("PRAGMA synchronous = OFF");
                outcome = new Loader(database, Options(unit, load), new Heart(watcher, mark)).Run(cancel);

                // A process that parsed a document by itself may not have closed it yet.
                database.CopyInto(file);
            }

            Publish(file, Path.Combine(folder, Bundles.NameOf(unit, file)));
            File.Delete(mark);
            return outcome;
        }
        finally
        {
            Remove(temporary);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A process that parsed a document by itself is just leaving: what it leaves is temporary.
        }
    }

    private static LoadOptions Options(PlanUnit unit, LoadOptions load) => load with
    {
        Paths = [.. unit.Items.Where(i => i.Kind == PlanKind.Unreadable).SelectMany(i => i.Paths)],
        Stored = [.. unit.Items.Where(i => i.Kind != PlanKind.Unreadable).SelectMany(
            i => i.Paths.Select(p => new StoredFile(p, Path.GetFileName(p), i.Kind == PlanKind.Archive)))],
        ComparesDocuments = false,
    };

    private static void Publish(string file, string target)
    {
        var partial = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            File.Copy(file, partial);
            using (var copy = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite, FileShare.Read))
            {
                copy.Flush(flushToDisk: true);
            }

            File.Move(partial, target, overwrite: true);
            Directories.Flush(Path.GetDirectoryName(target)!);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Touches the mark, so that others see that the work goes on.</summary>
    private sealed class Heart(LoadWatcher watcher, string mark) : LoadWatcher
    {
        private readonly Lock _lock = new();
        private long _last;

        public override void Begin(FileRecord file)
        {
            lock (_lock)
            {
                if (Environment.TickCount64 - _last > 10_000)
                {
                    _last = Environment.TickCount64;
                    Touch();
                }
            }

            watcher.Begin(file);
        }

        public override void Done(LoadedFile file) => watcher.Done(file);

        public override void Known(int files) => watcher.Known(files);

        private void Touch()
        {
            try
            {
                File.SetLastWriteTimeUtc(mark, DateTime.UtcNow);
            }
            catch (IOException)
            {
                // The same unit was finished by another process.
            }
        }
    }
}
