using System.Globalization;
using Ingest.Core.Text;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Export;

/// <summary>Why a filter lets no document pass, so that nobody takes an empty file for an answer.</summary>
public static class FilterHints
{
    private const int Shown = 12;

    /// <returns>A sentence for each word of the filter that the database does not know; one for all where each is known, but not together; empty where documents pass.</returns>
    public static IReadOnlyList<string> Of(Database database, ExportFilter filter)
    {
        if (DocumentList.Read(database, filter).Count > 0)
        {
            return [];
        }

        var hints = new List<string>();
        foreach (var entity in filter.Entities.Where(e => Nothing(database, ExportFilter.None with { Entities = [e] })))
        {
            hints.Add($"there is no document of {entity}{NearNames.Hint(entity, Entities(database))}");
        }

        foreach (var region in filter.Regions.Where(r => Nothing(database, ExportFilter.None with { Regions = [r] })))
        {
            hints.Add($"there is no document of region {region}; the database has {Some(database, "SELECT DISTINCT region_code FROM documents WHERE region_code <> '' ORDER BY region_code")}");
        }

        foreach (var year in filter.Years.Where(y => Nothing(database, ExportFilter.None with { Years = [y] })))
        {
            hints.Add(string.Create(CultureInfo.InvariantCulture, $"there is no document of {year}; the database has {Some(database, "SELECT DISTINCT fiscal_year FROM documents WHERE fiscal_year IS NOT NULL ORDER BY fiscal_year")}"));
        }

        return hints.Count > 0 ? hints : ["no document fits all of the filters together"];
    }

    /// <summary>Every name that documents give to entities.</summary>
    public static IReadOnlyList<string> Entities(Database database) => Texts(database, "SELECT name FROM entity_names UNION SELECT entity FROM documents WHERE entity <> ''");

    private static bool Nothing(Database database, ExportFilter filter) => DocumentList.Read(database, filter).Count == 0;

    private static string Some(Database database, string query)
    {
        var all = Texts(database, query);
        return all.Count == 0 ? "none" : string.Join(", ", all.Take(Shown)) + (all.Count > Shown ? " …" : "");
    }

    private static List<string> Texts(Database database, string query)
    {
        using var row = new Statement(database.Connection, query);
        var texts = new List<string>();
        while (row.Step())
        {
            texts.Add(row.Text(0));
        }

        return texts;
    }
}
