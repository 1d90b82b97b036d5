namespace Ingest.Io.Sqlite;

public enum FileState : byte
{
    Document,
    Archive,
    Unreadable,
}

/// <summary>Where content was seen, and by what to know it again without reading.</summary>
/// <param name="Path">Absolute; <c>archive!/entry</c> inside an archive.</param>
/// <param name="Name">Last part, decoded.</param>
/// <param name="Container">Path of the outermost archive, null for a file of its own.</param>
/// <param name="Modified">Ticks of 100 ns since year 1, UTC.</param>
/// <param name="Sha256">Of a document.</param>
public sealed record FileRecord(string Path, string Name, string? Container, FileState State, long Bytes, long Modified, string? Sha256);
