using Ingest.Io.Portals;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>The last good answer of an address.</summary>
/// <param name="At">When these bytes came first.</param>
internal sealed record StoredFetch(long Id, string Sha256, long Bytes, Validators Validators, string At, string ConfirmedAt);

/// <summary>A file that lies in the store.</summary>
/// <param name="Kind">pdf, zip or not_read.</param>
internal sealed record StoredContent(string Sha256, long Bytes, string Kind, string Format, string Name);

/// <summary>Fetches, contents and versions in the database; each call is one transaction.</summary>
internal sealed class FetchLog(Database database, Lock turn, long run)
{
    public StoredFetch? LastStored(string url)
    {
        lock (turn)
        {
            using var row = new Statement(database.Connection, """
                SELECT id, sha256, bytes, etag, last_modified, at, confirmed_at FROM fetches WHERE url = ? AND sha256 IS NOT NULL ORDER BY id DESC LIMIT 1
                """);
            return row.Add(url).Step()
                ? new StoredFetch(row.Long(0), row.Text(1), row.Long(2), new Validators(row.TextOrNull(3), row.TextOrNull(4)), row.Text(5), row.Text(6))
                : null;
        }
    }

    /// <summary>The server still has what we have.</summary>
    public void Confirm(StoredFetch known, Validators validators, string now)
    {
        lock (turn)
        {
            using var row = new Statement(database.Connection, """
                UPDATE fetches SET confirmed_at = ?, confirmed_run = ?, times = times + 1,
                  etag = coalesce(?, etag), last_modified = coalesce(?, last_modified) WHERE id = ?
                """);
            row.Add(now).Add(run).Add(validators.ETag).Add(validators.LastModified).Add(known.Id).Run();
        }
    }

    /// <summary>Nothing was stored. The same failure again confirms the last row.</summary>
    public void Failed(string source, FetchAnswer answer, string outcome, string now)
    {
        lock (turn)
        {
            database.InTransaction(() =>
            {
                using var again = new Statement(database.Connection, """
                    UPDATE fetches SET confirmed_at = ?1, confirmed_run = ?2, times = times + 1, message = ?3
                    WHERE id = (SELECT max(id) FROM fetches WHERE url = ?4) AND outcome = ?5 AND status IS ?6
                    """);
                again.Add(now).Add(run).Add(answer.Reason).Add(answer.Url.AbsoluteUri).Add(outcome).Add(answer.Status).Run();
                if (database.Number("SELECT changes()") == 0)
                {
                    Insert(source, answer, outcome, null, now);
                }
            });
        }
    }

    /// <summary>A file lies in the store: remembers it, and that its address serves it now.</summary>
    /// <returns>Whether the address served something else before; null when it served nothing.</returns>
    public bool? Stored(string source, FetchAnswer answer, StoredContent content, string now)
    {
        bool? changed = null;
        lock (turn)
        {
            database.InTransaction(() =>
            {
                using var contents = new Statement(database.Connection, """
                    INSERT OR IGNORE INTO contents (sha256, bytes, kind, format, name, stored_at, run_id) VALUES (?, ?, ?, ?, ?, ?, ?)
                    """);
                contents.Add(content.Sha256).Add(content.Bytes).Add(content.Kind).Add(content.Format).Add(content.Name).Add(now).Add(run).Run();
                var fetch = Insert(source, answer, "stored", content, now);
                changed = NextVersion(answer.Url.AbsoluteUri, content.Sha256, fetch);
            });
        }

        return changed;
    }

    private long Insert(string source, FetchAnswer answer, string outcome, StoredContent? content, string now)
    {
        using var row = Sqlite.Insert.Into(database.Connection, "fetches",
            "source, url, final_url, outcome, status, message, etag, last_modified, sha256, bytes, at, run_id, confirmed_at, confirmed_run, times");
        row.Add(source).Add(answer.Url.AbsoluteUri).Add(answer.FinalUrl.AbsoluteUri).Add(outcome).Add(answer.Status).Add(answer.Reason)
            .Add(answer.Validators.ETag).Add(answer.Validators.LastModified).Add(content?.Sha256).Add(content?.Bytes)
            .Add(now).Add(run).Add(now).Add(run).Add(1).Run();
        return database.Number("SELECT last_insert_rowid()");
    }

    private bool? NextVersion(string url, string sha256, long fetch)
    {
        using var last = new Statement(database.Connection, "SELECT number, sha256 FROM versions WHERE url = ? ORDER BY number DESC LIMIT 1");
        var (number, before) = last.Add(url).Step() ? (last.Int(0), last.Text(1)) : (0, null);
        last.Reset();
        if (string.Equals(before, sha256, StringComparison.Ordinal))
        {
            return false;
        }

        using var row = Sqlite.Insert.Into(database.Connection, "versions", "url, number, sha256, supersedes, fetch_id, compared");
        row.Add(url).Add(number + 1).Add(sha256).Add(before).Add(fetch).Add(before is null).Run();
        return before is null ? null : true;
    }

    public static string Outcome(FetchFailure failure) => failure switch
    {
        FetchFailure.Robots => "robots",
        FetchFailure.RefusedHost => "refused_host",
        FetchFailure.Gone => "gone",
        FetchFailure.Refused => "refused",
        FetchFailure.TooLarge => "too_large",
        FetchFailure.Certificate => "certificate",
        FetchFailure.TimedOut => "timed_out",
        FetchFailure.HostSuspended => "host_suspended",
        _ => "failed",
    };
}
