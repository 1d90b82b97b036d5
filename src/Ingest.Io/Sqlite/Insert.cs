using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

internal static class Insert
{
    /// <summary>An insert with a place for each column.</summary>
    /// <param name="columns">Names separated by commas.</param>
    public static Statement Into(SqliteConnection connection, string table, string columns)
    {
        var places = string.Join(',', Enumerable.Repeat('?', columns.Count(c => c == ',') + 1));
        return new Statement(connection, $"INSERT INTO {table} ({columns}) VALUES ({places})");
    }
}
