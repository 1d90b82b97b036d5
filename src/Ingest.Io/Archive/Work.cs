using Ingest.Core.Model;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>What search and workers hand to the one writer.</summary>
internal abstract record Work
{
    private Work()
    {
    }

    /// <param name="Version">Of the parser; 0 if it is to be done again by the next load.</param>
    internal sealed record Parsed(FileRecord File, ParsedDocument Document, int Version) : Work;

    /// <summary>A process of its own has parsed and stored it.</summary>
    internal sealed record StoredApart(FileRecord File) : Work;

    /// <summary>Its content is stored, or another worker has it in hand.</summary>
    /// <param name="IsNews">The file index does not know it yet.</param>
    internal sealed record Known(FileRecord File, bool Lossy, bool IsNews) : Work;

    /// <summary>An archive that need not be opened.</summary>
    internal sealed record KnownArchive(int Files, int Lossy) : Work;

    internal sealed record Unreadable(FileRecord File, Anomaly Anomaly) : Work;

    internal sealed record Ignored(string Extension) : Work;

    /// <summary>Every entry of an archive was given out before.</summary>
    internal sealed record ArchiveEnd(FileRecord File) : Work;
}
