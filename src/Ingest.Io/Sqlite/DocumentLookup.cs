using System.Globalization;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Export;

namespace Ingest.Io.Sqlite;

/// <summary>Finds documents as people name them.</summary>
public static class DocumentLookup
{
    /// <summary>Fewer digits of a hash than this are taken for a name.</summary>
    private const int LeastDigits = 6;

    private const int YearDigits = 4;

    /// <param name="name">A file name, a path, the first digits of the SHA-256, or a body, its year and phase: 某市某局 2026 budget.</param>
    /// <returns>All that fit, in the order of every export.</returns>
    public static IReadOnlyList<(long Id, string Name)> Find(Database database, string name) =>
        ByFile(database, name) is { Count: > 0 } found ? found : ByBody(database, name);

    /// <summary>By what documents can be found.</summary>
    public static IReadOnlyList<string> Names(Database database) => [.. DocumentList.Read(database).Select(d => d.Name), .. FilterHints.Entities(database)];

    private static IReadOnlyList<(long Id, string Name)> ByBody(Database database, string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var body = words.Length;
        var filter = ExportFilter.None;
        for (; body > 1; body--)
        {
            if (words[body - 1] is "budget" or "final")
            {
                filter = filter with { Phase = words[body - 1] };
            }
            else if (words[body - 1].Length == YearDigits && int.TryParse(words[body - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                filter = filter with { Years = [year] };
            }
            else
            {
                break;
            }
        }

        return body == 0 ? [] : DocumentList.Read(database, filter with { Entities = [string.Join(' ', words[..body])] });
    }

    private static IReadOnlyList<(long Id, string Name)> ByFile(Database database, string name)
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

    /// <summary>What came of a document that another process has stored.</summary>
    public static (DocumentCounts Counts, IReadOnlyList<Anomaly> Lost) Outcome(Database database, string sha256)
    {
        using var row = new Statement(database.Connection, """
            SELECT state = 'failed', pages, tables, typed_tables, facts, amounts, verified, doubtful, passed, not_passed, unverifiable, lost, doubts, notes, id
            FROM documents WHERE sha256 = ?
            """);
        if (!row.Add(sha256).Step())
        {
            throw new InvalidOperationException($"The document {sha256} was said to be stored, and is not.");
        }

        var counts = new DocumentCounts(
            row.Int(0) == 1, row.Int(1), row.Int(2), row.Int(3), row.Int(4), row.Int(5), row.Int(6), row.Int(7), row.Int(8), row.Int(9), row.Int(10),
            row.Int(11), row.Int(12), row.Int(13));
        using var anomalies = new Statement(database.Connection, AnomalyRows.Select + " WHERE a.document_id = ? AND a.severity = 'lost' ORDER BY a.id");
        anomalies.Add(row.Long(14));
        var lost = new List<Anomaly>();
        while (anomalies.Step())
        {
            lost.Add(AnomalyRows.Read(anomalies));
        }

        return (counts, lost);
    }
}
