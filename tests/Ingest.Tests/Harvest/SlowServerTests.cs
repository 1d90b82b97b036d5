using Ingest.Io.Harvest;
using Ingest.Io.Portals;

namespace Ingest.Tests.Harvest;

/// <summary>Servers that would hold a visit for ever.</summary>
public sealed class SlowServerTests : IAsyncLifetime, IHostMemory
{
    private readonly JumpingClock _clock = new();
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    public HostRecord? Recall(string host) => null;

    public void Remember(HostRecord record)
    {
    }

    [Fact]
    public async Task A_body_that_trickles_is_given_up_and_one_that_is_fast_enough_is_not()
    {
        _portal.On("/trickle", async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[1], context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        });
        _portal.File("/steady", new byte[100_000]);
        var settings = new PoliteSettings { Retries = 0, RateWindow = TimeSpan.FromMilliseconds(100), SlowestRate = int.MaxValue };
        var trickle = await Get("/trickle", settings);

        Assert.Equal(FetchFailure.TimedOut, trickle.Failure);
        Assert.Contains("slower than 2147483647 bytes a second", trickle.Reason, StringComparison.Ordinal);
        Assert.True((await Get("/steady", settings with { SlowestRate = 1 })).HasBody);
    }

    [Fact]
    public async Task After_its_deadline_a_visit_asks_for_nothing_more()
    {
        _portal.File("/a", new byte[10]);
        var late = await Get("/a", new PoliteSettings(), _clock.GetUtcNow());

        Assert.Equal((FetchFailure.TimedOut, Exchange.TimeIsUp, 0), (late.Failure, late.Reason, _portal.Log.Count));
        Assert.True((await Get("/a", new PoliteSettings(), _clock.GetUtcNow().AddHours(1))).HasBody);
    }

    private async Task<FetchAnswer> Get(string path, PoliteSettings settings, DateTimeOffset? deadline = null)
    {
        using var http = new PoliteHttp(settings, this, _clock, chance: () => 0);
        return await http.GetAsync(new FetchRequest(_portal.At(path), url => url.IsLoopback) { Deadline = deadline }, new MemoryBody(), TestContext.Current.CancellationToken);
    }
}
