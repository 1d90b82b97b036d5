using Ingest.Io.Archive;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>What lies in the store and can be read, for a load.</summary>
public static class StoredFiles
{
    public static IReadOnlyList<StoredFile> Read(Database database, FileStore store)
    {
        using var row = new Statement(database.Connection, "SELECT sha256, name, kind FROM contents WHERE kind IN ('pdf', 'zip') ORDER BY sha256");
        var files = new List<StoredFile>();
        while (row.Step())
        {
            files.Add(new StoredFile(store.PathOf(row.Text(0)), row.Text(1), row.Text(2) == "zip"));
        }

        return files;
    }
}
