namespace Ingest.Io.Sqlite;

/// <summary>Finds documents as people name them.</summary>
public static class DocumentLookup
{
    /// <summary>Fewer digits of a hash than this are taken for a name.</summary>
    private const int LeastDigits = 6;

    /// <param name="name">A file name, a path, or the first digits of the SHA-256.</param>
    /// <returns>All that fit, in the order of every export.</returns>
    public static IReadOnlyList<(long Id, string Name)> Find(Database database, string name)
    {
        using var row = new Statement(database.Connection, """
            SELECT DISTINCT d.id FROM documents d LEFT JOIN files f ON f.sha256 = d.sha256
            WHERE d.name = ?1 OR f.name = ?1 OR f.path = ?2 OR (?3 <> '' AND substr(d.sha256, 1, length(?3)) = ?3)
            """);
        var digits = name.Length >= LeastDigits && name.All(char.IsAsciiHexDigit) ? name.ToLowerInvariant() : "";
        row.Add(name).Add(System.IO.Path.GetFullPath(name)).Add(digits);
        var ids = new HashSet<long>();
        while (row.Step())
        {
            ids.Add(row.Long(0));
        }

        return ids.Count == 0 ? [] : [.. DocumentList.Read(database).Where(d => ids.Contains(d.Id))];
    }

    public static string Sha256Of(Database database, long id)
    {
        using var row = new Statement(database.Connection, "SELECT sha256 FROM documents WHERE id = ?");
        return row.Add(id).Step() ? row.Text(0) : "";
    }
}
