using System.Collections.Concurrent;
using System.Globalization;
using Ingest.Io.Harvest;
using Ingest.Io.Portals;

namespace Ingest.Tests.Harvest;

public sealed class PoliteHttpTests : IAsyncLifetime, IHostMemory
{
    private readonly TempFolder _folder = new();
    private readonly JumpingClock _clock = new();
    private readonly ConcurrentDictionary<string, HostRecord> _hosts = new();
    private readonly TrafficCounts _counts = new();
    private TestPortal _portal = null!;
    private PoliteHttp _http = null!;

    private static PoliteSettings Settings => new() { Contact = "data@example.org", Retries = 3, BackOff = TimeSpan.FromSeconds(5) };

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _http = Http(Settings);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _portal.DisposeAsync();
        _folder.Dispose();
    }

    public HostRecord? Recall(string host) => _hosts.GetValueOrDefault(host);

    public void Remember(HostRecord record) => _hosts[record.Host] = record;

    private PoliteHttp Http(PoliteSettings settings) => new(settings, this, _clock, chance: () => 0);

    private FetchRequest Request(string path) => new(_portal.At(path), url => url.IsLoopback) { Counts = _counts };

    private async Task<(FetchAnswer Answer, byte[] Bytes)> Get(string path, Func<FetchRequest, FetchRequest>? change = null)
    {
        var body = new MemoryBody();
        var answer = await _http.GetAsync((change ?? (r => r))(Request(path)), body, TestContext.Current.CancellationToken);
        return (answer, body.Bytes.ToArray());
    }

    private async Task<(FetchAnswer Answer, FileBody Body)> Download(string path, long most = 1 << 20)
    {
        var body = new FileBody(_folder.Path, _portal.At(path));
        return (await _http.GetAsync(Request(path) with { MostBytes = most }, body, TestContext.Current.CancellationToken), body);
    }

    private static byte[] Content(FileBody body) => File.ReadAllBytes(body.Path);

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 7 % 251))];

    [Fact]
    public async Task It_says_who_asks_and_pauses_between_requests()
    {
        _portal.File("/a", Bytes(10));
        await Get("/a");
        await Get("/a");

        Assert.All(_portal.Log, a => Assert.Equal("Ingest/1.0 (collects published government budgets; +data@example.org)", a.UserAgent));
        Assert.Equal(["/robots.txt", "/a", "/a"], _portal.Log.Select(a => a.Path));
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)], _clock.Waits);
        Assert.Equal(TimeSpan.FromSeconds(4), _counts.Waited);
    }

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time()
    {
        var (now, most) = (0, 0);
        _portal.On("/a", async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            await context.Response.Body.WriteAsync(Bytes(10));
            Interlocked.Decrement(ref now);
        });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Get("/a")));
        Assert.Equal((1, 8), (most, _portal.Paths.Length));
    }

    [Fact]
    public async Task A_crawl_delay_is_honoured()
    {
        _portal.File("/robots.txt", "User-agent: *\nCrawl-delay: 10"u8.ToArray());
        _portal.File("/a", Bytes(10));
        await Get("/a");
        await Get("/a");
        Assert.Equal(TimeSpan.FromSeconds(10), _clock.Waits[^1]);
    }

    [Fact]
    public async Task What_robots_forbids_is_not_asked_for_and_the_file_is_asked_for_once_a_day()
    {
        _portal.File("/robots.txt", "User-agent: *\nDisallow: /secret"u8.ToArray());
        _portal.File("/secret/a", Bytes(10));
        Assert.Equal(FetchFailure.Robots, (await Get("/secret/a")).Answer.Failure);
        Assert.Equal(FetchFailure.Robots, (await Get("/secret/a")).Answer.Failure);

        using (var second = Http(Settings))
        {
            var answer = await second.GetAsync(Request("/secret/a"), new MemoryBody(), TestContext.Current.CancellationToken);
            Assert.Equal(FetchFailure.Robots, answer.Failure);
        }

        Assert.Equal(["/robots.txt"], _portal.Log.Select(a => a.Path));
        Assert.Equal(3, _counts.RobotsRefused);
        _clock.Advance(TimeSpan.FromHours(25));
        await Get("/secret/a");
        Assert.Equal(["/robots.txt", "/robots.txt"], _portal.Log.Select(a => a.Path));
    }

    [Fact]
    public async Task A_server_that_fails_on_robots_is_asked_for_nothing()
    {
        _portal.Status("/robots.txt", 500);
        _portal.File("/a", Bytes(10));
        Assert.Equal(FetchFailure.Robots, (await Get("/a")).Answer.Failure);
        Assert.Empty(_portal.Paths);
    }

    [Fact]
    public async Task Retry_after_is_waited_for_in_seconds_and_as_a_date()
    {
        var tries = 0;
        _portal.On("/a", context =>
        {
            context.Response.StatusCode = ++tries switch { 1 => 429, 2 => 503, _ => 200 };
            context.Response.Headers.RetryAfter = tries == 1
                ? "90"
                : _clock.GetUtcNow().AddSeconds(120).ToString("r", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });

        Assert.True((await Get("/a")).Answer.HasBody);
        Assert.Contains(TimeSpan.FromSeconds(90), _clock.Waits);
        Assert.Contains(TimeSpan.FromSeconds(120), _clock.Waits);
        Assert.Equal((1, 2), (_counts.RateLimited, _counts.Retries));
    }

    [Fact]
    public async Task A_long_retry_after_suspends_the_host_beyond_the_end_of_the_process()
    {
        _portal.Status("/a", 429, ("Retry-After", "7200"));
        Assert.Equal(FetchFailure.Refused, (await Get("/a")).Answer.Failure);
        Assert.Equal(FetchFailure.HostSuspended, (await Get("/a")).Answer.Failure);
        using (var second = Http(Settings))
        {
            var answer = await second.GetAsync(Request("/a"), new MemoryBody(), TestContext.Current.CancellationToken);
            Assert.Equal(FetchFailure.HostSuspended, answer.Failure);
            Assert.Contains("429", answer.Reason, StringComparison.Ordinal);
        }

        Assert.Equal(["/a"], _portal.Paths);
        _clock.Advance(TimeSpan.FromHours(3));
        _portal.File("/a", Bytes(3));
        Assert.True((await Get("/a")).Answer.HasBody);
    }

    [Fact]
    public async Task A_storm_of_errors_is_retried_with_back_off_and_then_the_host_is_left_alone()
    {
        _portal.Status("/a", 503);
        for (var i = 0; i < Settings.FailuresToSuspend; i++)
        {
            Assert.Equal(FetchFailure.Failed, (await Get("/a")).Answer.Failure);
        }

        // Retries do not count towards the suspension: all requests had theirs.
        Assert.Equal(Settings.FailuresToSuspend * (1 + Settings.Retries), _portal.Paths.Length);
        Assert.Equal([5, 10, 20], _clock.Waits.Where(w => w > TimeSpan.FromSeconds(2)).Take(3).Select(w => w.TotalSeconds));
        Assert.Equal(FetchFailure.HostSuspended, (await Get("/a")).Answer.Failure);
        var first = _hosts.Values.Single().SuspendedUntil!.Value - _clock.GetUtcNow();

        // One more failure after it is enough, and the next suspension is longer.
        _clock.Advance(first + TimeSpan.FromSeconds(1));
        Assert.Equal(FetchFailure.Failed, (await Get("/a")).Answer.Failure);
        Assert.Equal(FetchFailure.HostSuspended, (await Get("/a")).Answer.Failure);
        Assert.True(_hosts.Values.Single().SuspendedUntil - _clock.GetUtcNow() > first);

        _clock.Advance(TimeSpan.FromHours(1));
        _portal.File("/a", Bytes(3));
        Assert.True((await Get("/a")).Answer.HasBody);
        Assert.Equal((0, 0), (_hosts.Values.Single().Failures, _hosts.Values.Single().Suspensions));
    }

    [Fact]
    public async Task Redirects_are_followed_inside_the_allowed_hosts_only_and_not_in_circles()
    {
        _portal.File("/end", Bytes(5));
        _portal.Status("/start", 302, ("Location", "middle?x=1#part"));
        _portal.Status("/middle?x=1", 301, ("Location", "/end"));
        _portal.Status("/out", 302, ("Location", "http://mirror.example.com/a.pdf"));
        _portal.Status("/loop", 302, ("Location", "/loop2"));
        _portal.Status("/loop2", 302, ("Location", "/loop"));

        var (answer, bytes) = await Get("/start");
        Assert.Equal((_portal.At("/end"), 5), (answer.FinalUrl, bytes.Length));
        Assert.Equal(FetchFailure.RefusedHost, (await Get("/out")).Answer.Failure);
        Assert.Contains("circle", (await Get("/loop")).Answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        _portal.File("/a", Bytes(5));
        var (first, _) = await Get("/a");
        var (second, bytes) = await Get("/a", r => r with { Known = first.Validators });
        Assert.True(second.NotModified);
        Assert.Empty(bytes);
        Assert.Equal(1, _counts.NotModified);
    }

    [Fact]
    public async Task A_body_is_sent_by_POST_and_again_only_where_a_redirect_asks_for_it()
    {
        List<string> got = [];
        async Task Note(Microsoft.AspNetCore.Http.HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            got.Add($"{context.Request.Method} {context.Request.Path} {context.Request.ContentType} {await reader.ReadToEndAsync()}");
        }

        _portal.On("/api", Note);
        _portal.Status("/kept", 307, ("Location", "/api"));
        _portal.Status("/seen", 303, ("Location", "/api"));
        FetchRequest Post(FetchRequest request) => request with { Post = "{\"page\":1}", ContentType = "application/json" };

        await Get("/api", Post);
        await Get("/kept", Post);
        await Get("/seen", Post);

        Assert.Equal(
            ["POST /api application/json; charset=utf-8 {\"page\":1}", "POST /api application/json; charset=utf-8 {\"page\":1}", "GET /api  "], got);
    }

    [Fact]
    public async Task A_certificate_that_does_not_verify_is_refused_unless_the_portal_allows_it()
    {
        await using var portal = await TestPortal.StartAsync(badCertificate: true);
        portal.File("/a", Bytes(5));
        var request = new FetchRequest(portal.At("/a"), url => url.IsLoopback);
        Assert.Equal(FetchFailure.Certificate, (await _http.GetAsync(request, new MemoryBody(), TestContext.Current.CancellationToken)).Failure);
        Assert.Empty(portal.Log);

        using var trusting = Http(Settings);
        Assert.True((await trusting.GetAsync(request with { VerifyTls = false }, new MemoryBody(), TestContext.Current.CancellationToken)).HasBody);
    }

    [Fact]
    public async Task A_cut_download_goes_on_where_it_was_cut()
    {
        _portal.File("/a.pdf", Bytes(100_000));
        _portal.CutOff("/a.pdf", after: 40_000);
        var (answer, body) = await Download("/a.pdf");

        Assert.True(answer.HasBody);
        Assert.Equal(Bytes(100_000), Content(body));
        Assert.Equal(1, _counts.Resumed);
        Assert.Equal(["", "bytes=40000-"], _portal.Log.Where(a => a.Path == "/a.pdf").Select(a => a.Range));
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_cut_is_fetched_from_the_start()
    {
        _portal.File("/a.pdf", Bytes(100_000));
        _portal.CutOff("/a.pdf", after: 40_000, times: 9);
        Assert.Equal(FetchFailure.Failed, (await Download("/a.pdf")).Answer.Failure);

        byte[] other = [.. Bytes(90_000).Reverse()];
        _portal.File("/a.pdf", other);
        Assert.Equal(other, Content((await Download("/a.pdf")).Body));
    }

    [Fact]
    public async Task A_body_of_another_length_than_announced_is_never_whole()
    {
        _portal.File("/a.pdf", Bytes(1000), validators: false);
        _portal.CutOff("/a.pdf", after: 400, times: 99);
        var (answer, _) = await Download("/a.pdf");
        Assert.Equal(FetchFailure.Failed, answer.Failure);
        Assert.Equal(4, _portal.Paths.Length);
    }

    [Fact]
    public async Task A_size_limit_cuts_what_is_announced_and_what_is_not()
    {
        _portal.File("/told", Bytes(100_000));
        _portal.On("/untold", async context => await context.Response.Body.WriteAsync(Bytes(100_000)));
        Assert.Equal(FetchFailure.TooLarge, (await Download("/told", most: 50_000)).Answer.Failure);
        var (answer, body) = await Download("/untold", most: 50_000);
        Assert.Equal(FetchFailure.TooLarge, answer.Failure);
        Assert.False(File.Exists(body.Path));
    }

    [Fact]
    public async Task A_body_that_stalls_is_given_up()
    {
        _portal.On("/a", async context =>
        {
            await context.Response.Body.WriteAsync(Bytes(10));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var http = Http(Settings with { Retries = 0, StallTimeout = TimeSpan.FromMilliseconds(100) });
        var answer = await http.GetAsync(Request("/a"), new MemoryBody(), TestContext.Current.CancellationToken);
        Assert.Equal(FetchFailure.TimedOut, answer.Failure);
    }
}
