using System.Globalization;
using Ingest.Io.Portals;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>Portals and what they publish, in the database.</summary>
internal sealed class PublicationLog(Database database, Lock turn, long run)
{
    public void Visit(Portal portal)
    {
        lock (turn)
        {
            using var row = new Statement(database.Connection, """
                INSERT INTO sources (name, title, region_code, verify_tls, last_run) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (name) DO UPDATE SET title = ?2, region_code = ?3, verify_tls = ?4, last_run = ?5
                """);
            database.InTransaction(() =>
            {
                row.Add(portal.Name).Add(portal.Title).Add(portal.Region).Add(portal.VerifyTls).Add(run).Run();
                Expect(portal);
            });
        }
    }

    /// <summary>What should come, as the portal's file says today.</summary>
    private void Expect(Portal portal)
    {
        foreach (var table in (string[])["expected_bodies", "seasons"])
        {
            using var clear = new Statement(database.Connection, $"DELETE FROM {table} WHERE source = ?");
            clear.Add(portal.Name).Run();
        }

        using var body = Insert.Into(database.Connection, "expected_bodies", "source, body, aliases, phases, since, until");
        foreach (var expected in portal.Expected)
        {
            body.Add(portal.Name).Add(expected.Name).Add(string.Join('\n', expected.Aliases)).Add(string.Join(' ', expected.Kinds)).Add(expected.Since).Add(expected.Until).Run();
        }

        using var season = Insert.Into(database.Connection, "seasons", "source, phase, first_day, last_day");
        foreach (var given in portal.Seasons)
        {
            season.Add(portal.Name).Add(given.Kind).Add(given.From.ToString()).Add(given.To.ToString()).Run();
        }
    }

    /// <summary>A listing leads to a file; what it says about it is remembered before the file is asked for.</summary>
    public void Found(string source, FoundAttachment found)
    {
        lock (turn)
        {
            using var row = new Statement(database.Connection, """
                INSERT INTO publications (source, url, listing_url, detail_url, entry_title, detail_title, link_text, body_hint, file_name, published_on, first_run, last_run)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', ?9, ?10, ?10)
                ON CONFLICT (source, url) DO UPDATE SET listing_url = ?3, detail_url = ?4, entry_title = ?5, detail_title = ?6, link_text = ?7,
                  body_hint = ?8, published_on = ?9, last_run = ?10
                """);
            row.Add(source).Add(found.Url.AbsoluteUri).Add(found.Listing.AbsoluteUri).Add(found.Detail?.AbsoluteUri).Add(found.EntryTitle)
                .Add(found.DetailTitle).Add(found.LinkText).Add(found.BodyHint)
                .Add(found.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Add(run).Run();
        }
    }

    public void HasContent(string source, string url, string sha256, string? fileName)
    {
        lock (turn)
        {
            using var row = new Statement(
                database.Connection, "UPDATE publications SET sha256 = ?, file_name = coalesce(?, file_name) WHERE source = ? AND url = ?");
            row.Add(sha256).Add(fileName).Add(source).Add(url).Run();
        }
    }

    /// <summary>Found by an earlier run that did not come to fetching them.</summary>
    /// <summary>Files that a portal listed so far.</summary>
    public int Known(string source)
    {
        lock (turn)
        {
            using var row = new Statement(database.Connection, "SELECT count(*) FROM publications WHERE source = ?");
            return row.Add(source).Step() ? (int)row.Long(0) : 0;
        }
    }

    public IReadOnlyList<FoundAttachment> LeftOver(string source)
    {
        lock (turn)
        {
            using var row = new Statement(database.Connection, """
                SELECT p.url, p.listing_url, p.detail_url, p.link_text, p.entry_title, p.detail_title, p.body_hint FROM publications p
                WHERE p.source = ? AND p.sha256 IS NULL AND p.last_run IS NOT ? AND NOT EXISTS (SELECT 1 FROM fetches f WHERE f.url = p.url)
                ORDER BY p.url
                """);
            var left = new List<FoundAttachment>();
            row.Add(source).Add(run);
            while (row.Step())
            {
                left.Add(new FoundAttachment(
                    new Uri(row.Text(0)), new Uri(row.Text(1)), row.TextOrNull(2) is { } detail ? new Uri(detail) : null,
                    row.Text(3), row.Text(4), row.Text(5), null, row.Text(6)));
            }

            return left;
        }
    }
}
