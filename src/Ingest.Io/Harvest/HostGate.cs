namespace Ingest.Io.Harvest;

/// <summary>The door of one host: one request at a time, with a pause after each.</summary>
internal sealed class HostGate(string host, HostRecord record) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public string Host => host;

    /// <summary>To be read and changed by who has the turn.</summary>
    public HostRecord Record { get; set; } = record;

    public RobotsRules? Robots { get; set; }

    /// <summary>Why its robots.txt could not be had.</summary>
    public FetchAnswer? RobotsFailure { get; set; }

    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        return new Turn(_turn);
    }

    /// <summary>Waits until the host may be asked again.</summary>
    /// <returns>How long it waited.</returns>
    public async Task<TimeSpan> PauseAsync(TimeProvider clock, CancellationToken cancel)
    {
        var wait = _next - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        await Task.Delay(wait, clock, cancel).ConfigureAwait(false);
        return wait;
    }

    public void Asked(DateTimeOffset now, TimeSpan delay) => _next = now + delay;

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
