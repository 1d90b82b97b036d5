using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>The database cannot be used; the message says which and why, for people.</summary>
public sealed class DatabaseException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const int ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26, Busy = 5;

    public static DatabaseException Of(string path, SqliteException e) => new(
        e.SqliteErrorCode switch
        {
            ReadOnly => $"The database {path} is read-only.",
            InputOutput => $"The disk gave an error while reading or writing the database {path} ({e.SqliteExtendedErrorCode}).",
            Corrupt => $"The database {path} is damaged.",
            Full => $"The disk is full: the database {path} could not grow. What was finished before is kept.",
            CannotOpen => $"The database {path} cannot be opened.",
            NoDatabase => $"{path} is not an SQLite database.",
            Busy => $"The database {path} is in use by another program.",
            _ => $"The database {path} failed: {e.Message}",
        },
        e);
}
