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

    public required FetchRequest Template { get; init; }

    private sealed record Cached(string FinalUrl, string ContentType, Validators Validators, string Sha256, string ConfirmedAt);

    public async Task<PageFetch> GetAsync(Uri url, CancellationToken cancel)
    {
        var cached = Recall(url);
        var bytes = cached is null ? null : Read(url, cached.Sha256);
        if (cached is not null && bytes is not null && HadSince is not null && string.CompareOrdinal(cached.ConfirmedAt, HadSince) >= 0)
        {
            return PageFetch.Of(url, bytes, cached.ContentType, new Uri(cached.FinalUrl));
        }

        var body = new MemoryBody();
        var request = Template with { Url = url, Known = bytes is null ? Validators.None : cached!.Validators, Compressed = true };
        var answer = await http.GetAsync(request, body, cancel).ConfigureAwait(false);
        if (answer.NotModified && bytes is not null)
        {
            Confirm(url);
            return PageFetch.Of(url, bytes, cached!.ContentType, new Uri(cached.FinalUrl));
        }

        if (!answer.HasBody)
        {
            return PageFetch.Failed(url, answer.Failure == FetchFailure.None ? FetchFailure.Failed : answer.Failure, answer.Reason, answer.Status);
        }

        Keep(url, answer, body.Bytes.Span);
        return PageFetch.Of(url, body.Bytes, answer.ContentType, answer.FinalUrl, answer.Status ?? 200);
    }

    private string PathOf(Uri url) =>
        Path.Combine(store.Pages, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri))));

    private Cached? Recall(Uri url)
    {
        lock (turn)
        {
            using var row = new Statement(
                database.Connection, "SELECT final_url, content_type, etag, last_modified, sha256, confirmed_at FROM crawled_pages WHERE url = ?");
            return row.Add(url.AbsoluteUri).Step()
                ? new Cached(row.Text(0), row.Text(1), new Validators(row.TextOrNull(2), row.TextOrNull(3)), row.Text(4), row.Text(5))
                : null;
        }
    }

    /// <summary>The bytes that lie there; null if they are others than the database speaks of.</summary>
    private byte[]? Read(Uri url, string sha256)
    {
        try
        {
            var bytes = File.ReadAllBytes(PathOf(url));
            return string.Equals(Convert.ToHexStringLower(SHA256.HashData(bytes)), sha256, StringComparison.Ordinal) ? bytes : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private void Confirm(Uri url)
    {
        lock (turn)
        {
            using var row = new Statement(database.Connection, "UPDATE crawled_pages SET confirmed_at = ?, run_id = ? WHERE url = ?");
            row.Add(Times.Text(clock.GetUtcNow())).Add(run).Add(url.AbsoluteUri).Run();
        }
    }

    private void Keep(Uri url, FetchAnswer answer, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(store.Pages);
        var path = PathOf(url);
        File.WriteAllBytes(path + ".new", bytes);
        File.Move(path + ".new", path, overwrite: true);
        lock (turn)
        {
            using var row = new Statement(database.Connection, """
                INSERT OR REPLACE INTO crawled_pages (url, final_url, content_type, etag, last_modified, sha256, confirmed_at, run_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """);
            row.Add(url.AbsoluteUri).Add(answer.FinalUrl.AbsoluteUri).Add(answer.ContentType).Add(answer.Validators.ETag)
                .Add(answer.Validators.LastModified).Add(Convert.ToHexStringLower(SHA256.HashData(bytes)))
                .Add(Times.Text(clock.GetUtcNow())).Add(run).Run();
        }
    }
}
