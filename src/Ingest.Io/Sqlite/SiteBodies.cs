using System.Collections.Immutable;
using Ingest.Core.Reports.Site;
using Ingest.Io.Entities;

namespace Ingest.Io.Sqlite;

/// <summary>What the pages of bodies and cities show.</summary>
internal static class SiteBodies
{
    public static IReadOnlyList<SiteBody> Read(Database database)
    {
        var documents = Documents(database);
        var amounts = Amounts(database);
        return
        [
            .. EntityList.Read(database).Select(e => new SiteBody(
                e.Id, e.Name, e.Region, e.Function, [.. e.Names.Select(n => (n.Name, ListedEntity.Span(n.From, n.To)))], [.. documents[e.Id]], Preferred(amounts[e.Id]))),
        ];
    }

    /// <summary>The body of each document.</summary>
    public static IReadOnlyDictionary<long, long> OfDocuments(Database database)
    {
        using var row = new Statement(database.Connection, "SELECT id, entity_id FROM documents WHERE entity_id IS NOT NULL");
        var bodies = new Dictionary<long, long>();
        while (row.Step())
        {
            bodies.Add(row.Long(0), row.Long(1));
        }

        return bodies;
    }

    public static ILookup<string, CityYear> Cities(Database database)
    {
        using var row = new Statement(database.Connection, """
            SELECT city_code, fiscal_year, phase, sum(bodies), sum(found), sum(balanced) FROM completeness
            WHERE city_code <> '' AND fiscal_year IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """);
        var years = new List<(string City, CityYear Year)>();
        while (row.Step())
        {
            years.Add((row.Text(0), new CityYear(row.Int(1), row.Text(2), row.Int(3), row.Int(4), row.Int(5))));
        }

        return years.ToLookup(y => y.City, y => y.Year);
    }

    private static ILookup<long, BodyDocument> Documents(Database database)
    {
        using var row = new Statement(database.Connection, """
            SELECT entity_id, sha256, name, fiscal_year, phase, scope, CASE WHEN state = 'failed' THEN 'failed' WHEN lost > 0 THEN 'lost' WHEN doubts > 0 THEN 'doubt' ELSE 'clean' END, facts, verified
            FROM documents WHERE entity_id IS NOT NULL ORDER BY entity_id, fiscal_year, phase, scope, name, sha256
            """);
        var documents = new List<(long Body, BodyDocument Document)>();
        while (row.Step())
        {
            documents.Add((row.Long(0), new BodyDocument(
                SiteDocument.KeyOf(row.Text(1)), row.Text(2), row.IsNull(3) ? null : row.Int(3), row.Text(4), row.Text(5), row.Text(6), row.Int(7), row.Int(8))));
        }

        return documents.ToLookup(d => d.Body, d => d.Document);
    }

    private static ILookup<long, (string Scope, BodyAmount Amount)> Amounts(Database database)
    {
        using var row = new Statement(database.Connection, """
            SELECT entity_id, fiscal_year, phase, scope, table_kind IN ('expenditure_summary', 'final_expenditure'), class, class_name, sum(amount_fen), max(gap_fen)
            FROM panel_functional
            WHERE table_kind IN ('expenditure_summary', 'final_expenditure', 'general_public_budget_expenditure', 'final_general_public_budget_expenditure')
              AND measure = 'total' AND period = 'current' AND entity_id IS NOT NULL AND fiscal_year IS NOT NULL AND phase <> ''
            GROUP BY entity_id, fiscal_year, phase, scope, 5, class, class_name
            """);
        var amounts = new List<(long Body, string Scope, BodyAmount Amount)>();
        while (row.Step())
        {
            amounts.Add((row.Long(0), row.Text(3), new BodyAmount(
                row.Int(1), row.Text(2), row.Int(4) == 1, row.Text(5), row.Text(6), row.Long(7), row.IsNull(8) ? null : row.Long(8))));
        }

        return amounts.ToLookup(a => a.Body, a => (a.Scope, a.Amount));
    }

    /// <summary>Of a year and phase one table: all money before the general budget, the department before its own unit.</summary>
    private static ImmutableArray<BodyAmount> Preferred(IEnumerable<(string Scope, BodyAmount Amount)> amounts) =>
    [
        .. amounts.GroupBy(a => (a.Amount.Year, a.Amount.Phase)).SelectMany(year => year
            .GroupBy(a => (a.Amount.Whole, a.Scope)).OrderByDescending(g => g.Key.Whole).ThenByDescending(g => g.Key.Scope == "department").ThenBy(g => g.Key.Scope, StringComparer.Ordinal)
            .First().Select(a => a.Amount)),
    ];
}
