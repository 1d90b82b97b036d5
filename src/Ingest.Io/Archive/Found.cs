using Ingest.Core.Model;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>What the search through the paths comes upon.</summary>
public abstract record Found
{
    private Found()
    {
    }

    /// <summary>A file that claims to be a PDF, or has no name to say otherwise and looks like one.</summary>
    /// <param name="Content">Its bytes, for an entry of an archive; null: read the file.</param>
    public sealed record Document(FileRecord File, byte[]? Content) : Found;

    /// <summary>A path of which nothing can be read.</summary>
    public sealed record Unreadable(FileRecord File, Anomaly Anomaly) : Found;

    /// <summary>A file of a kind that is not read; <paramref name="Extension"/> with its dot, in lower case.</summary>
    public sealed record Ignored(string Path, string Extension) : Found;

    /// <summary>An archive came to its end, and every entry of it has been given out before.</summary>
    public sealed record ArchiveEnd(FileRecord File) : Found;

    /// <summary>An archive that need not be opened.</summary>
    public sealed record KnownArchive(FileRecord File) : Found;
}
