using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Checks.Coverage;

namespace Ingest.Io.Sqlite;

/// <summary>
/// The ledger of coverage in the database. It is made anew from what the database holds, so that it can always be traced:
/// expectations, publications, fetches, troubles of the last visit, and documents by their content.
/// </summary>
public static class CoverageStore
{
    private const string Day = "yyyy-MM-dd";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The calendar of the portals.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(China).DateTime);

    /// <summary>Writes the rows of these sources and leaves those of others as they are.</summary>
    /// <param name="pathOf">Where a content lies in the store: documents of an archive are known by its path.</param>
    public static ImmutableArray<CoverageRow> Update(Database database, IEnumerable<string> sources, Func<string, string> pathOf, DateOnly today, long run)
    {
        ArgumentNullException.ThrowIfNull(database);
        var archives = ArchiveDocuments.Read(database, pathOf);
        var traces = new CoverageTraces(database, archives);
        var rows = CoverageLedger.Of([.. sources.Select(traces.Source)], Documents(database, archives), today);
        database.InTransaction(() =>
        {
            using var clear = new Statement(database.Connection, "DELETE FROM coverage_ledger WHERE source = ?");
            foreach (var source in sources)
            {
                clear.Add(source).Run();
            }

            using var insert = Insert.Into(database.Connection, "coverage_ledger",
                "source, body, region_code, fiscal_year, phase, expected_by, due_on, state, documents, reason, message, url, sha256, as_of, run_id");
            foreach (var row in rows)
            {
                insert.Add(row.Source).Add(row.Body).Add(row.RegionCode).Add(row.Year).Add(row.Phase).Add(CoverageWords.Of(row.ExpectedBy)).Add(Text(row.Due))
                    .Add(CoverageWords.Of(row.State)).Add(row.Documents).Add(CoverageWords.Of(row.Reason)).Add(row.Message).Add(row.Url).Add(row.Sha256)
                    .Add(Text(today)).Add(run).Run();
            }
        });
        return rows;
    }

    private static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    private static List<HeldDocument> Documents(Database database, ArchiveDocuments archives)
    {
        var direct = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        using (var published = new Statement(database.Connection, "SELECT sha256, source FROM publications WHERE sha256 IS NOT NULL ORDER BY source"))
        {
            while (published.Step())
            {
                foreach (var document in archives.DocumentsOf(published.Text(0)))
                {
                    if (!direct.TryGetValue(document, out var sources))
                    {
                        direct.Add(document, sources = []);
                    }

                    if (!sources.Contains(published.Text(1), StringComparer.Ordinal))
                    {
                        sources.Add(published.Text(1));
                    }
                }
            }
        }

        using var row = new Statement(database.Connection, """
            SELECT d.sha256, d.entity, d.region_code, e.key, d.fiscal_year, d.phase FROM documents d JOIN entities e ON e.id = d.entity_id
            WHERE d.state = 'parsed' AND d.fiscal_year IS NOT NULL AND d.phase IN ('budget', 'final') ORDER BY d.sha256
            """);
        var documents = new List<HeldDocument>();
        while (row.Step())
        {
            documents.Add(new HeldDocument(
                row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Int(4), row.Text(5), direct.TryGetValue(row.Text(0), out var sources) ? [.. sources] : []));
        }

        return documents;
    }
}

/// <summary>Which documents came out of which content: itself, or the entries of an archive.</summary>
internal sealed class ArchiveDocuments
{
    private readonly Dictionary<string, List<string>> _entries = new(StringComparer.Ordinal);

    public static ArchiveDocuments Read(Database database, Func<string, string> pathOf)
    {
        var archives = new ArchiveDocuments();
        using var content = new Statement(database.Connection, "SELECT sha256 FROM contents WHERE kind = 'zip'");
        using var entry = new Statement(database.Connection, "SELECT sha256 FROM files WHERE container = ? AND sha256 IS NOT NULL ORDER BY path");
        while (content.Step())
        {
            List<string> entries = [];
            entry.Add(pathOf(content.Text(0)));
            while (entry.Step())
            {
                entries.Add(entry.Text(0));
            }

            archives._entries.Add(content.Text(0), entries);
        }

        return archives;
    }

    public IReadOnlyList<string> DocumentsOf(string sha256) => _entries.TryGetValue(sha256, out var entries) ? entries : [sha256];
}
