using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core.Entities;
using Ingest.Core.Reports;
using Ingest.Io.Export;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Entities;

/// <summary>A name of a body and the fiscal years in which documents print it.</summary>
public sealed record EntityYears(string Name, int? From, int? To, int Documents);

/// <summary>A body of the database.</summary>
public sealed record ListedEntity(long Id, string Name, string Region, string RegionName, string Function, ImmutableArray<EntityYears> Names)
{
    public int Documents => Names.Sum(n => n.Documents);

    public int? From => Names.Min(n => n.From);

    public int? To => Names.Max(n => n.To);

    /// <summary>2021-2024, or 2021, or "" where no document tells.</summary>
    public string Years => Span(From, To);

    public static string Span(int? from, int? to) => (from, to) switch
    {
        ({ } a, { } b) when a != b => string.Create(CultureInfo.InvariantCulture, $"{a}-{b}"),
        ({ } a, _) => a.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}

/// <summary>The bodies of a database, by division and name.</summary>
public static class EntityList
{
    public static IReadOnlyList<ListedEntity> Read(Database database)
    {
        using var row = new Statement(database.Connection, """
            SELECT e.id, e.name, e.region_code, coalesce(v.name, ''), e.function, n.name, n.valid_from, n.valid_to, n.documents
            FROM entities e JOIN entity_names n ON n.entity_id = e.id LEFT JOIN divisions v ON v.code = e.region_code
            ORDER BY e.region_code, e.key, n.valid_from, n.name
            """);
        var list = new List<ListedEntity>();
        while (row.Step())
        {
            var years = new EntityYears(row.Text(5), row.IsNull(6) ? null : row.Int(6), row.IsNull(7) ? null : row.Int(7), row.Int(8));
            if (list.Count > 0 && list[^1].Id == row.Long(0))
            {
                list[^1] = list[^1] with { Names = list[^1].Names.Add(years) };
            }
            else
            {
                list.Add(new ListedEntity(row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), [years]));
            }
        }

        return list;
    }

    /// <summary>Which document belongs to which body: to be kept with a paper, or joined by other programs.</summary>
    /// <returns>The number of rows.</returns>
    public static long WriteMapping(Database database, IRowSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        using var rows = new Statement(database.Connection, """
            SELECT d.name AS document, d.sha256, d.entity, d.region_code, d.fiscal_year, d.phase, d.scope, coalesce(e.name, '') AS body, coalesce(e.region_code, '') AS body_region,
              coalesce(e.function, '') AS entity_function
            FROM documents d LEFT JOIN entities e ON e.id = d.entity_id ORDER BY e.region_code, e.key, d.fiscal_year, d.name, d.sha256
            """);
        sink.Begin([.. Enumerable.Range(0, rows.Columns).Select(c => ExportFields.Of("entities", rows.Name(c)))]);
        var row = new ExportRow(rows, -1);
        long count = 0;
        for (; rows.Step(); count++)
        {
            sink.Row(row);
        }

        return count;
    }

    /// <summary>A file to begin with: every body as a comment, to be uncommented where something is to be said.</summary>
    public static string Template(IEnumerable<ListedEntity> list)
    {
        var text = new StringBuilder("""
            # Which bodies are one, what they are called, and what they are for. Kept beside the database and applied at each load.
            #
            # - entity: 某市大数据中心           # any name that documents print
            #   region: "420100"               # only where the name stands in several divisions
            #   with: [某市信息中心, 某某中心 420107]   # bodies that are the same one
            #   name: 某市数据局                 # what to call it; without it, the name of the latest document
            #   function: data                 # what it is for; without it, what the name tells
            #

            """);
        text.Append("# Functions: ").AppendJoin(", ", EntityFunctions.All.Select(f => $"{f.Id} {f.Name}")).Append("\n\n");
        foreach (var entity in list)
        {
            text.Append(CultureInfo.InvariantCulture, $"# - {{ entity: {entity.Name}, region: \"{entity.Region}\", function: {(entity.Function.Length == 0 ? "?" : entity.Function)} }}  # {entity.Years}, {Plural.Of(entity.Documents, "document")}\n");
        }

        return text.ToString();
    }
}
