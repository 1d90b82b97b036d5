using System.Security.Cryptography;
using System.Text;
using Ingest.Io.Archive;
using Ingest.Io.Portals;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>
/// The pages of one portal, over the network only where they may have changed: a page that was sent before is asked for
/// with its validators, and one that the run which this one continues has had already is not asked for at all.
/// </summary>
internal sealed class PageCache(Database database, Lock turn, long run, FileStore store, PoliteHttp http, TimeProvider clock) : IPageSource
{
    /// <summary>What was confirmed since then counts as had by this run; null where it continues none.</summary>
    public string? HadSince { get; init; }

    /// <summary>Null to ask about every page.</summary>
    public RecheckRules? Recheck { get; init; }

    public required FetchRequest Template { get; init; }

    private sealed record Cached(string FinalUrl, string ContentType, Validators Validators, string Sha256, string ConfirmedAt, string ChangedAt);

    public async Task<PageFetch> GetAsync(PageRequest page, CancellationToken cancel)
    {
        var (url, key) = (page.Url, page.Key);
        var cached = Recall(key);
        var bytes = cached is null ? null : Read(key, cached.Sha256);
        if (cached is not null && bytes is not null && (WasHad(cached) || (page.Detail && Rests(key, cached))))
        {
            return PageFetch.Of(url, bytes, cached.ContentType, new Uri(cached.FinalUrl));
        }

        var body = new MemoryBody();
        var request = Template with { Url = url, Post = page.Post, ContentType = page.ContentType, Known = bytes is null ? Validators.None : cached!.Validators, Compressed = true };
        var answer = await http.GetAsync(request, body, cancel).ConfigureAwait(false);
        if (answer.NotModified && bytes is not null)
        {
            Confirm(key);
            return PageFetch.Of(url, bytes, cached!.ContentType, new Uri(cached.FinalUrl));
        }

        if (!answer.HasBody)
        {
            return PageFetch.Failed(url, answer.Failure == FetchFailure.None ? FetchFailure.Failed : answer.Failure, answer.Reason, answer.Status);
        }

        Keep(key, answer, body.Bytes.Span, cached);
        return PageFetch.Of(url, body.Bytes, answer.ContentType, answer.FinalUrl, answer.Status ?? 200);
    }

    private bool WasHad(Cached cached) => HadSince is not null && string.CompareOrdinal(cached.ConfirmedAt, HadSince) >= 0;

    private bool Rests(string key, Cached cached) => Recheck is not null && cached.ChangedAt.Length > 0
        && Recheck.Rests(key, Times.Parse(cached.ChangedAt)!.Value, Times.Parse(cached.ConfirmedAt)!.Value, clock.GetUtcNow());

    private string PathOf(string key) => Path.Combine(store.Pages, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));

    private Cached? Recall(string key)
    {
        lock (turn)
        {
            using var row = new Statement(
                database.Connection, "SELECT final_url, content_type, etag, last_modified, sha256, confirmed_at, changed_at FROM crawled_pages WHERE url = ?");
            return row.Add(key).Step()
                ? new Cached(row.Text(0), row.Text(1), new Validators(row.TextOrNull(2), row.TextOrNull(3)), row.Text(4), row.Text(5), row.Text(6))
                : null;
        }
    }

    /// <summary>The bytes that lie there; null if they are others than the database speaks of.</summary>
    private byte[]? Read(string key, string sha256)
    {
        try
        {
            var bytes = File.ReadAllBytes(PathOf(key));
            return string.Equals(Convert.ToHexStringLower(SHA256.HashData(bytes)), sha256, StringComparison.Ordinal) ? bytes : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private void Confirm(string key)
    {
        lock (turn)
        {
            using var row = new Statement(database.Connection, "UPDATE crawled_pages SET confirmed_at = ?1, run_id = ?2, changed_at = iif(changed_at = '', ?1, changed_at) WHERE url = ?3");
            row.Add(Times.Text(clock.GetUtcNow())).Add(run).Add(key).Run();
        }
    }

    private void Keep(string key, FetchAnswer answer, ReadOnlySpan<byte> bytes, Cached? before)
    {
        Directory.CreateDirectory(store.Pages);
        var path = PathOf(key);
        var now = Times.Text(clock.GetUtcNow());
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var changed = before is { ChangedAt.Length: > 0 } && before.Sha256 == sha256 ? before.ChangedAt : now;
        File.WriteAllBytes(path + ".new", bytes);
        File.Move(path + ".new", path, overwrite: true);
        lock (turn)
        {
            using var row = new Statement(database.Connection, """
                INSERT OR REPLACE INTO crawled_pages (url, final_url, content_type, etag, last_modified, sha256, confirmed_at, changed_at, run_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
            row.Add(key).Add(answer.FinalUrl.AbsoluteUri).Add(answer.ContentType).Add(answer.Validators.ETag)
                .Add(answer.Validators.LastModified).Add(sha256).Add(now).Add(changed).Add(run).Run();
        }
    }
}
