using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Io.Export;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Report;

/// <summary>
/// What Datasette shows beside the database: what a view's row and columns are, which columns to count by, and questions to begin with.
/// <c>datasette x.sqlite --metadata datasette.json</c>
/// </summary>
public static class DatasetteMetadata
{
    public const string FileName = "datasette.json";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Panel = ["fiscal_year", "phase", "scope", "entity_function", "table_kind", "status"];

    /// <summary>View, what one row is, columns to count by.</summary>
    internal static readonly (string View, string Row, string[] Facets)[] Views =
    [
        ("flat", "an amount with everything spelled out", ["fiscal_year", "phase", "province", "entity_function", "table_name", "status"]),
        ("panel_functional", "entity × year × functional code, leaf rows only: one table_kind, one measure, period current can be added up", [.. Panel, "class_name", "measure"]),
        ("panel_economic", "entity × year × economic code, leaf rows only", [.. Panel, "class_name", "measure"]),
        ("panel_fund_source", "entity × year × source of money", ["fiscal_year", "phase", "entity_function", "source"]),
        ("panel_three_public", "entity × year × item of the three public expenses", ["fiscal_year", "phase", "entity_function", "item"]),
        ("completeness", "city × year × kind of table: how many bodies were found, read whole, balanced", ["city", "fiscal_year", "phase", "table_kind"]),
        ("coverage_matrix", "what a body published for a year: demanded tables expected, found, parsed, balanced", ["fiscal_year", "phase", "scope"]),
        ("project_years", "a project in a year", ["fiscal_year", "phase"]),
        ("procurement_lines", "a line of what is to be bought", ["fiscal_year", "table_kind", "status"]),
        ("budget_against_final", "a leaf row in the budget and in the final accounts of a year", ["fiscal_year", "table_kind", "measure"]),
        ("year_against_prior", "what a year's own document says, and what the next one says of it", ["fiscal_year", "table_kind"]),
        ("anomaly_rates_by_city", "anomalies for each thousand facts of a city", []),
        ("code_name_changes", "a code whose name changed", ["scheme"]),
    ];

    /// <summary>Name, what it asks, SQL; :year and :entity are asked for by Datasette.</summary>
    internal static readonly (string Name, string Title, string Sql)[] Questions =
    [
        ("largest_doubts", "The largest amounts in doubt, with the page to look at", """
            SELECT d.entity, d.fiscal_year, t.title, l.label, f.shown, f.amount_fen / 100.0 AS yuan, d.name, f.page
            FROM facts f JOIN tables t ON t.id = f.table_id JOIN documents d ON d.id = t.document_id JOIN lines l ON l.table_id = f.table_id AND l.line = f.line
            WHERE f.status = 'doubtful' ORDER BY f.amount_fen DESC LIMIT 100
            """),
        ("by_class", "What a body spends by function (类), year by year", """
            SELECT class, class_name, fiscal_year, phase, sum(amount_fen) / 100.0 AS yuan, max(abs(gap_fen)) / 100.0 AS gap FROM panel_functional
            WHERE entity = :entity AND table_kind IN ('expenditure_summary', 'final_expenditure') AND measure = 'total' AND period = 'current'
            GROUP BY class, class_name, fiscal_year, phase ORDER BY class, fiscal_year, phase
            """),
        ("same_function", "The same department in all cities, in one year", """
            SELECT f.name AS function, v.name AS region, p.entity, p.phase, sum(p.amount_fen) / 100.0 AS yuan, max(abs(p.gap_fen)) / 100.0 AS gap
            FROM panel_functional p JOIN functions f ON f.function = p.entity_function LEFT JOIN divisions v ON v.code = p.region_code
            WHERE p.fiscal_year = :year AND p.table_kind IN ('expenditure_summary', 'final_expenditure') AND p.measure = 'total' AND p.period = 'current' AND p.scope = 'department'
            GROUP BY p.entity_id, p.phase ORDER BY function, yuan DESC
            """),
        ("complete", "How complete is what a city has published?", """
            SELECT city, phase, sum(bodies) AS expected, sum(found) AS found, sum(balanced) AS balanced, round(100.0 * sum(balanced) / sum(bodies), 1) AS percent
            FROM completeness WHERE fiscal_year = :year GROUP BY city_code, city, phase ORDER BY percent
            """),
    ];

    public static void Write(Database database, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("title", "Published budgets and final accounts of Chinese government departments");
        json.WriteString("description", "Read from the published PDF documents by Ingest. Amounts that end in _fen are 分: divide by 100 for 元. status says whether accounting identities confirm an amount.");
        json.WriteStartObject("databases");
        json.WriteStartObject(Path.GetFileNameWithoutExtension(database.Path));
        json.WriteStartObject("tables");
        foreach (var (view, row, facets) in Views)
        {
            WriteView(json, database, view, row, facets);
        }

        json.WriteEndObject();
        json.WriteStartObject("queries");
        foreach (var (name, title, sql) in Questions)
        {
            json.WriteStartObject(name);
            json.WriteString("title", title);
            json.WriteString("sql", sql);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteView(Utf8JsonWriter json, Database database, string view, string row, string[] facets)
    {
        json.WriteStartObject(view);
        json.WriteString("description", "One row is " + row + ".");
        json.WriteStartArray("facets");
        foreach (var facet in facets)
        {
            json.WriteStringValue(facet);
        }

        json.WriteEndArray();
        json.WriteStartObject("columns");
        using var statement = new Statement(database.Connection, $"SELECT * FROM {view} LIMIT 0");
        for (var c = 0; c < statement.Columns; c++)
        {
            var name = statement.Name(c);
            if (Describe(name) is { Length: > 0 } description)
            {
                json.WriteString(name, description);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Describe(string column) => column switch
    {
        "amount_fen" => "The amount in 分, exact: add up, then divide by 100.",
        "gap_fen" => "Leaf rows of the column less its printed total, in 分: 0, or a few steps of rounding; more where the document does not add up.",
        _ when column.EndsWith("_fen", StringComparison.Ordinal) => "In 分: divide by 100 for 元.",
        _ => ExportFields.Find(column)?.Description ?? "",
    };
}
