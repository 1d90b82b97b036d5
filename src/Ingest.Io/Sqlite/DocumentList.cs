using System.Text.Json;
using Ingest.Io.Export;

namespace Ingest.Io.Sqlite;

/// <summary>The documents in the order of every export and report.</summary>
public static class DocumentList
{
    /// <summary>
    /// By file name, then content. Content seen under several names is one document and has the name of the first path,
    /// so that the order in which files were read leaves no trace.
    /// </summary>
    public static IReadOnlyList<(long Id, string Name)> Read(Database database) => Read(database, ExportFilter.None);

    /// <summary>Those that pass a filter.</summary>
    public static IReadOnlyList<(long Id, string Name)> Read(Database database, ExportFilter filter)
    {
        using var row = new Statement(database.Connection, """
            SELECT d.id, coalesce((SELECT f.name FROM files f WHERE f.sha256 = d.sha256 ORDER BY f.path LIMIT 1), d.name) AS file_name
            FROM documents d
            WHERE (?1 = '[]' OR coalesce(d.fiscal_year, 0) IN (SELECT value FROM json_each(?1)))
              AND (?2 = '[]' OR EXISTS (SELECT 1 FROM json_each(?2) r WHERE d.region_code = r.value OR (r.value <> '' AND d.region_code LIKE r.value || '%')))
              AND (?3 = '[]' OR d.entity IN (SELECT value FROM json_each(?3))
                   OR d.entity_id IN (SELECT n.entity_id FROM entity_names n JOIN json_each(?3) e ON n.name = e.value))
              AND (?4 = '' OR d.phase = ?4)
            ORDER BY file_name, d.sha256
            """);
        row.Add(JsonSerializer.Serialize(filter.Years)).Add(JsonSerializer.Serialize(filter.Regions)).Add(JsonSerializer.Serialize(filter.Entities)).Add(filter.Phase);
        var documents = new List<(long, string)>();
        while (row.Step())
        {
            documents.Add((row.Long(0), row.Text(1)));
        }

        return documents;
    }

    /// <summary>For reports: what could not be read, what lost most and is doubted most; then by division, body, year and name.</summary>
    public static IReadOnlyList<(long Id, string Name)> WorstFirst(Database database)
    {
        var names = Read(database).ToDictionary(d => d.Id, d => d.Name);
        using var row = new Statement(database.Connection, """
            SELECT id FROM documents ORDER BY state = 'failed' DESC, lost DESC, doubts DESC, region_code, entity, fiscal_year, phase, name, sha256
            """);
        var documents = new List<(long, string)>();
        while (row.Step())
        {
            documents.Add((row.Long(0), names[row.Long(0)]));
        }

        return documents;
    }

    /// <summary>The contents stored by a version of the parser, and whether they lost something; without those refused under other limits, or with pages that another reader of pictures read or none.</summary>
    /// <param name="pictures">What reads pages that are pictures; "" if nothing does: then what is stored is better than what could be read.</param>
    public static void ReadHashes(Database database, int parserVersion, string limits, string pictures, Action<string, bool> take)
    {
        using var row = new Statement(database.Connection, """
            SELECT sha256, lost > 0 OR state = 'failed' FROM documents d WHERE parser_version = ?1
              AND (state <> 'failed' OR NOT EXISTS (SELECT 1 FROM anomalies a WHERE a.document_id = d.id AND a.code = 'document-refused' AND a.expected <> ?2))
              AND (?3 = '' OR NOT EXISTS (SELECT 1 FROM anomalies a WHERE a.document_id = d.id
                AND a.code IN ('scanned-page', 'ocr-text', 'untrusted-text', 'picture-read') AND a.table_ordinal IS NULL AND a.expected <> ?3))
            """);
        row.Add(parserVersion).Add(limits).Add(pictures);
        while (row.Step())
        {
            take(row.Text(0), row.Int(1) == 1);
        }
    }
}
