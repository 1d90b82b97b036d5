using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Checks.Coverage;

namespace Ingest.Io.Sqlite;

/// <summary>What a portal should give, and what it names without giving it.</summary>
internal sealed class CoverageTraces(Database database, ArchiveDocuments archives)
{
    private const string Published = """
        SELECT p.url, p.link_text, p.entry_title, p.detail_title, p.body_hint, p.published_on, p.sha256, c.kind, c.format,
               f.outcome, f.status, f.message
        FROM publications p
        LEFT JOIN contents c ON c.sha256 = p.sha256
        LEFT JOIN fetches f ON f.id = (SELECT max(id) FROM fetches WHERE url = p.url)
        WHERE p.source = ? ORDER BY p.url
        """;

    public CoverageSource Source(string name)
    {
        using var row = new Statement(database.Connection, "SELECT region_code, last_run FROM sources WHERE name = ?");
        if (!row.Add(name).Step())
        {
            return new CoverageSource(name, "", [], [], [], HoleReason.ListingIncomplete, "the portal was never visited");
        }

        var (region, run) = (row.Text(0), row.IsNull(1) ? 0 : row.Long(1));
        var (unseen, message) = Unseen(name, run);
        return new CoverageSource(name, region, Seasons(name), Expected(name), [.. Publications(name), .. Troubles(name, run)], unseen, message);
    }

    private ImmutableArray<DocumentSeason> Seasons(string source)
    {
        using var row = new Statement(database.Connection, "SELECT phase, first_day, last_day FROM seasons WHERE source = ? ORDER BY phase");
        var seasons = ImmutableArray.CreateBuilder<DocumentSeason>();
        row.Add(source);
        while (row.Step())
        {
            var (first, last) = (row.Text(1), row.Text(2));
            seasons.Add(new DocumentSeason(row.Text(0), Number(first[..2]), Number(first[3..]), Number(last[..2]), Number(last[3..])));
        }

        return seasons.ToImmutable();
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private ImmutableArray<ExpectedDocuments> Expected(string source)
    {
        using var row = new Statement(database.Connection, "SELECT body, aliases, phases, since, until FROM expected_bodies WHERE source = ? ORDER BY body");
        var expected = ImmutableArray.CreateBuilder<ExpectedDocuments>();
        row.Add(source);
        while (row.Step())
        {
            expected.Add(new ExpectedDocuments(
                row.Text(0), [.. row.Text(1).Split('\n', StringSplitOptions.RemoveEmptyEntries)], [.. row.Text(2).Split(' ')], row.Int(3), row.IsNull(4) ? null : row.Int(4)));
        }

        return expected.ToImmutable();
    }

    private List<CoverageTrace> Publications(string source)
    {
        using var row = new Statement(database.Connection, Published);
        using var document = new Statement(database.Connection, "SELECT state, entity, fiscal_year, phase FROM documents WHERE sha256 = ?");
        List<CoverageTrace> traces = [];
        row.Add(source);
        while (row.Step())
        {
            var sha256 = row.TextOrNull(6) ?? "";
            var (reason, message) = sha256.Length > 0
                ? OfContent(row.Text(7), row.Text(8), archives.DocumentsOf(sha256).Select(d => OfDocument(document, d)).ToList())
                : row.IsNull(9) ? (HoleReason.FetchFailed, "it was listed, and not fetched yet")
                : (CoverageWords.OfOutcome(row.Text(9), rateLimited: !row.IsNull(10) && row.Int(10) == 429), row.Text(11));
            traces.Add(new CoverageTrace(
                row.Text(0), [row.Text(1), row.Text(2), row.Text(3)], row.Text(4),
                DateOnly.TryParseExact(row.TextOrNull(5), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
                reason, message, sha256));
        }

        return traces;
    }

    private static (HoleReason Reason, string Message) OfContent(string kind, string format, List<(HoleReason Reason, string Message)> documents) => kind switch
    {
        "not_read" => (HoleReason.NotAPdf, $"it is {format}: kept, not read yet"),
        "zip" when documents.Count == 0 => (HoleReason.ParseFailed, "nothing in the archive could be read"),
        _ => documents.MinBy(d => d.Reason),
    };

    /// <summary>What a document is, where another one was looked for.</summary>
    private static (HoleReason Reason, string Message) OfDocument(Statement document, string sha256)
    {
        if (!document.Add(sha256).Step())
        {
            return (HoleReason.ParseFailed, "it is fetched, and not loaded yet");
        }

        var (state, entity, phase) = (document.Text(0), document.Text(1), document.Text(3));
        var year = document.IsNull(2) ? "" : document.Text(2);
        document.Reset();
        return state != "parsed" ? (HoleReason.ParseFailed, "not one page of it could be read")
            : entity.Length == 0 || year.Length == 0 || phase.Length == 0 ? (HoleReason.ParseFailed, $"its content does not tell {Untold(entity, year, phase)}")
            : (HoleReason.OtherDocument, $"by its content it is {entity}, {year}, {phase}");
    }

    private static string Untold(string entity, string year, string phase) => string.Join(
        " and ", ((string[])[entity.Length == 0 ? "whose it is" : "", year.Length == 0 ? "of which year" : "", phase.Length == 0 ? "whether it is budget or accounts" : ""]).Where(w => w.Length > 0));

    /// <summary>Entries whose page could not be had, or had no file.</summary>
    private List<CoverageTrace> Troubles(string source, long run)
    {
        using var row = new Statement(database.Connection, """
            SELECT url, title, kind, outcome, reason FROM visit_troubles WHERE run_id = ? AND source = ? AND title <> '' ORDER BY ordinal
            """);
        List<CoverageTrace> traces = [];
        row.Add(run).Add(source);
        while (row.Step())
        {
            var reason = row.Text(2) == "no_attachment" ? HoleReason.NotAPdf : CoverageWords.OfOutcome(row.Text(3), rateLimited: row.Text(4).Contains("429", StringComparison.Ordinal));
            traces.Add(new CoverageTrace(row.Text(0), [row.Text(1)], "", null, reason, row.Text(4), ""));
        }

        return traces;
    }

    /// <summary>Why the last visit did not see the whole listing; None if it did.</summary>
    private (HoleReason Reason, string Message) Unseen(string source, long run)
    {
        using var failed = new Statement(database.Connection, """
            SELECT v.complete, t.kind, t.outcome, t.url, t.reason FROM visits v
            LEFT JOIN visit_troubles t ON t.run_id = v.run_id AND t.source = v.source AND t.kind IN ('listing_failed', 'unexpected_answer', 'empty_listing', 'endless_pagination', 'cut_at_limit',
              'fewer_than_told', 'detail_failed', 'foreign_host')
            WHERE v.run_id = ? AND v.source = ? ORDER BY t.kind <> 'listing_failed', t.ordinal LIMIT 1
            """);
        if (!failed.Add(run).Add(source).Step())
        {
            return (HoleReason.ListingIncomplete, "the last visit did not come to its end");
        }

        return failed.Int(0) == 1 ? (HoleReason.None, "")
            : failed.IsNull(1) ? (HoleReason.ListingIncomplete, "the listing was not seen to its end")
            : (failed.Text(1) == "listing_failed" ? CoverageWords.OfOutcome(failed.Text(2), rateLimited: failed.Text(4).Contains("429", StringComparison.Ordinal)) : HoleReason.ListingIncomplete,
               $"not all that is listed could be seen: {failed.Text(3)}: {failed.Text(4)}");
    }
}
