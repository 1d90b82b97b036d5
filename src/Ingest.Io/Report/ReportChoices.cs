using System.Collections.Immutable;
using Ingest.Core.Reports.Site;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Report;

/// <summary>What the lists of a report can be filtered by, known before the documents are read.</summary>
internal static class ReportChoices
{
    public static SiteOptions Read(Database database, int documents, IReadOnlyList<SiteEntry> files) => new(
        documents + files.Count,
        (int)database.Number("SELECT count(*) FROM anomalies WHERE document_id IS NOT NULL") + files.Sum(f => f.Anomalies.Length),
        Texts(database, "SELECT DISTINCT region_code FROM documents WHERE region_code <> '' ORDER BY region_code"),
        Texts(database, "SELECT DISTINCT CAST(fiscal_year AS TEXT) FROM documents WHERE fiscal_year IS NOT NULL ORDER BY fiscal_year"),
        Texts(database, "SELECT DISTINCT table_kind FROM anomalies WHERE table_kind <> '' ORDER BY table_kind"),
        Texts(database, "SELECT DISTINCT code FROM anomalies ORDER BY code"));

    private static ImmutableArray<string> Texts(Database database, string query)
    {
        using var row = new Statement(database.Connection, query);
        var texts = ImmutableArray.CreateBuilder<string>();
        while (row.Step())
        {
            texts.Add(row.Text(0));
        }

        return texts.ToImmutable();
    }
}
