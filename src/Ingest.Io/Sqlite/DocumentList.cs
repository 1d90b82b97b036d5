namespace Ingest.Io.Sqlite;

/// <summary>The documents in the order of every export and report.</summary>
public static class DocumentList
{
    /// <summary>
    /// By file name, then content. Content seen under several names is one document and has the name of the first path,
    /// so that the order in which files were read leaves no trace.
    /// </summary>
    public static IReadOnlyList<(long Id, string Name)> Read(Database database)
    {
        using var row = new Statement(database.Connection, """
            SELECT d.id, coalesce((SELECT f.name FROM files f WHERE f.sha256 = d.sha256 ORDER BY f.path LIMIT 1), d.name) AS file_name
            FROM documents d ORDER BY file_name, d.sha256
            """);
        var documents = new List<(long, string)>();
        while (row.Step())
        {
            documents.Add((row.Long(0), row.Text(1)));
        }

        return documents;
    }

    /// <summary>The contents stored by a version of the parser, and whether they lost something.</summary>
    public static void ReadHashes(Database database, int parserVersion, Action<string, bool> take)
    {
        using var row = new Statement(
            database.Connection, "SELECT sha256, lost > 0 OR state = 'failed' FROM documents WHERE parser_version = ?");
        row.Add(parserVersion);
        while (row.Step())
        {
            take(row.Text(0), row.Int(1) == 1);
        }
    }
}
