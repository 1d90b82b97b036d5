using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Pdf;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>What to load and how.</summary>
/// <param name="Paths">Files, folders, ZIP archives, <c>@list.txt</c>.</param>
/// <param name="Jobs">Documents parsed at a time.</param>
public sealed record LoadOptions(IReadOnlyList<string> Paths, int Jobs)
{
    public ArchiveLimits Limits { get; init; } = new();

    public DocumentLimits DocumentLimits { get; init; } = new();

    /// <summary>How to parse a document in a process of its own, once one has ended a process; null: it is tried in this one.</summary>
    public WorkerCommand? Worker { get; init; }

    /// <summary>Every document is parsed in other processes, one for each job.</summary>
    public bool Isolate { get; init; }

    /// <summary>Documents are compared with each other at the end; false where more of them come from elsewhere.</summary>
    public bool ComparesDocuments { get; init; } = true;

    /// <summary>Further files, whose paths say nothing: they lie in the store.</summary>
    public IReadOnlyList<StoredFile> Stored { get; init; } = [];
}

/// <summary>A file under the hash of its bytes, with the name that people know it by.</summary>
/// <param name="IsArchive">A ZIP archive, by its bytes.</param>
public sealed record StoredFile(string Path, string Name, bool IsArchive);

/// <summary>What a load came to.</summary>
/// <param name="Added">Documents read, parsed and stored.</param>
/// <param name="Unchanged">Files whose content was stored already.</param>
/// <param name="Failed">Files of which nothing could be read; the documents among them are stored all the same, with their anomaly.</param>
/// <param name="Lossy">Further files that lost numbers, pages or tables.</param>
/// <param name="Ignored">Files of kinds that are not read, by extension.</param>
public sealed record LoadOutcome(int Added, int Unchanged, int Failed, int Lossy, int Pages, IReadOnlyDictionary<string, int> Ignored)
{
    public int Files => Added + Unchanged + Failed;
}

public enum LoadResult : byte
{
    Added,
    Unchanged,
    Failed,
}

/// <summary>One file is done.</summary>
/// <param name="Counts">Of a document that was parsed now.</param>
/// <param name="Lost">Anomalies that lost something, first ones first.</param>
public sealed record LoadedFile(FileRecord File, LoadResult Result, DocumentCounts? Counts, IReadOnlyList<Anomaly> Lost);

/// <summary>Watches a load. Its methods are called from several threads, one at a time each.</summary>
public abstract class LoadWatcher
{
    public static readonly LoadWatcher Silent = new SilentWatcher();

    /// <summary>A document is about to be read.</summary>
    public abstract void Begin(FileRecord file);

    /// <summary>A file is stored, or known to be.</summary>
    public abstract void Done(LoadedFile file);

    /// <summary>Files that need no mention one by one are known to be stored.</summary>
    public abstract void Known(int files);

    private sealed class SilentWatcher : LoadWatcher
    {
        public override void Begin(FileRecord file)
        {
        }

        public override void Done(LoadedFile file)
        {
        }

        public override void Known(int files)
        {
        }
    }
}
