using System.Collections.Concurrent;
using System.Globalization;
using Ingest.Io.Portals;
using Polly;
using Polly.Retry;

namespace Ingest.Io.Harvest;

/// <summary>
/// Fetches with manners: one request a host at a time, pauses, robots.txt, Retry-After, retries with back-off, redirects
/// only to allowed hosts, and a host that keeps failing is left alone, also by the next run. It never throws for what a
/// server or the network does. Safe for many threads.
/// </summary>
/// <remarks>
/// Retries are Polly's. Its circuit breaker is not used: it counts every retry, and its state cannot be brought back
/// after a restart. Ours is <see cref="HostRecord"/>, outside of the retries.
/// </remarks>
public sealed class PoliteHttp : IDisposable
{
    private const int TooManyRequests = 429;

    private readonly PoliteSettings _settings;
    private readonly IHostMemory _memory;
    private readonly TimeProvider _clock;
    private readonly Func<double> _chance;
    private readonly Exchange _exchange;
    private readonly ConcurrentDictionary<string, HostGate> _gates = new(StringComparer.Ordinal);

    /// <param name="clock">For pauses and dates; timeouts run on the machine's clock.</param>
    /// <param name="chance">From 0 to 1, for jitter; null for random.</param>
    public PoliteHttp(PoliteSettings settings, IHostMemory memory, TimeProvider clock, Func<double>? chance = null)
    {
        _settings = settings;
        _memory = memory;
        _clock = clock;
        _chance = chance ?? Random.Shared.NextDouble;
        _exchange = new Exchange(settings, clock);
    }

    internal async Task<FetchAnswer> GetAsync(FetchRequest request, Body body, CancellationToken cancel)
    {
        var answer = await FollowAsync(request, body, cancel).ConfigureAwait(false);
        if (answer is { Failure: not FetchFailure.None, Status: TooManyRequests })
        {
            request.Counts.GiveUp();
        }

        return answer;
    }

    private async Task<FetchAnswer> FollowAsync(FetchRequest request, Body body, CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var url = request.Url;
        while (true)
        {
            if (request.Deadline <= _clock.GetUtcNow())
            {
                return FetchAnswer.Failed(request.Url, url, FetchFailure.TimedOut, Exchange.TimeIsUp);
            }

            if (!request.Allows(url))
            {
                return FetchAnswer.Failed(request.Url, url, FetchFailure.RefusedHost, $"{url.Host} is none of the portal's hosts");
            }

            if (!seen.Add(url.AbsoluteUri))
            {
                return FetchAnswer.Failed(request.Url, url, FetchFailure.Failed, $"redirects go in a circle through {url}");
            }

            if (seen.Count > _settings.Redirects + 1)
            {
                return FetchAnswer.Failed(request.Url, url, FetchFailure.Failed, string.Create(CultureInfo.InvariantCulture, $"more than {_settings.Redirects} redirects"));
            }

            var gate = Gate(url);
            using var turn = await gate.EnterAsync(cancel).ConfigureAwait(false);
            if (await RefusalAsync(gate, request, url, cancel).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }

            var result = await AskAsync(gate, request, url, body, cancel).ConfigureAwait(false);
            if (result.Redirect is null)
            {
                return result.Answer!;
            }

            request.Counts.Redirect();
            url = result.Redirect;
            request = result.KeepsPost ? request : request with { Post = null };
        }
    }

    private HostGate Gate(Uri url)
    {
        var host = url.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
        return _gates.GetOrAdd(host, h => new HostGate(h, _memory.Recall(h) ?? new HostRecord(h)));
    }

    /// <summary>Why an address is not asked for; null if it may be.</summary>
    private async Task<FetchAnswer?> RefusalAsync(HostGate gate, FetchRequest request, Uri url, CancellationToken cancel)
    {
        if (Suspended(gate, request, url) is { } suspended)
        {
            return suspended;
        }

        gate.Robots ??= Remembered(gate.Record);
        if (gate.Record.RobotsAt is not { } at || _clock.GetUtcNow() - at >= _settings.RobotsAge || gate.Robots is null)
        {
            gate.Robots = await FetchRobotsAsync(gate, request, url, cancel).ConfigureAwait(false);
            if (Suspended(gate, request, url) is { } now)
            {
                return now;
            }
        }

        if (gate.Robots.Allows(url))
        {
            return null;
        }

        request.Counts.RefusedByRobots();
        return gate.Record.Robots is null && gate.RobotsFailure is { } failure
            ? FetchAnswer.Failed(
                request.Url, url, failure.Failure is FetchFailure.Certificate or FetchFailure.TimedOut ? failure.Failure : FetchFailure.Robots,
                $"robots.txt cannot be had, so nothing may be asked: {failure.Reason}", failure.Status)
            : FetchAnswer.Failed(request.Url, url, FetchFailure.Robots, "robots.txt forbids it");
    }

    private FetchAnswer? Suspended(HostGate gate, FetchRequest request, Uri url)
    {
        if (gate.Record.SuspendedUntil is not { } until || until <= _clock.GetUtcNow())
        {
            return null;
        }

        request.Counts.Suspended();
        return FetchAnswer.Failed(request.Url, url, FetchFailure.HostSuspended, string.Create(
            CultureInfo.InvariantCulture, $"{gate.Host} is left alone until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {gate.Record.Reason}"), gate.Record.RateLimited ? TooManyRequests : null);
    }

    private static RobotsRules? Remembered(HostRecord record) =>
        record.Robots is { } text ? RobotsRules.Parse(text, PoliteSettings.Product) : null;

    /// <summary>
    /// No file means that all is allowed; a server that fails means that nothing is, unless an older copy is known. Too many
    /// requests (429) are no missing file, whatever the RFC says of 4xx.
    /// </summary>
    private async Task<RobotsRules> FetchRobotsAsync(HostGate gate, FetchRequest request, Uri url, CancellationToken cancel)
    {
        const int most = 512 * 1024;
        var at = new Uri(url, "/robots.txt");
        var body = new MemoryBody();
        var asked = request with { Url = at, Known = Validators.None, Post = null, MostBytes = most, Compressed = true };
        var seen = new HashSet<string>(StringComparer.Ordinal) { at.AbsoluteUri };
        Exchange.Result result;
        while (true)
        {
            result = await AskAsync(gate, asked, at, body, cancel).ConfigureAwait(false);
            if (result.Redirect is null || !request.Allows(result.Redirect) || seen.Count > 5 || !seen.Add(result.Redirect.AbsoluteUri))
            {
                break;
            }

            request.Counts.Redirect();
            at = result.Redirect;
        }

        var text = result.Answer switch
        {
            { HasBody: true } => System.Text.Encoding.UTF8.GetString(body.Bytes.Span),
            { Failure: FetchFailure.Gone } or { Failure: FetchFailure.Refused, Status: >= 400 and < 500 and not 429 } => "",
            null => "",
            _ => gate.Record.Robots,
        };
        gate.RobotsFailure = text is null ? result.Answer : null;
        Remember(gate, gate.Record with { Robots = text, RobotsAt = text is null ? null : _clock.GetUtcNow() });
        return text is null ? RobotsRules.DisallowAll : RobotsRules.Parse(text, PoliteSettings.Product);
    }

    /// <summary>One address of one host, with its retries; what comes of them is held for or against the host once.</summary>
    private async Task<Exchange.Result> AskAsync(HostGate gate, FetchRequest request, Uri url, Body body, CancellationToken cancel)
    {
        var pipeline = new ResiliencePipelineBuilder<Exchange.Result> { TimeProvider = _clock }
            .AddRetry(new RetryStrategyOptions<Exchange.Result>
            {
                MaxRetryAttempts = Math.Max(1, _settings.Retries),
                ShouldHandle = tried => ValueTask.FromResult(_settings.Retries > 0 && tried.Outcome.Result is { Transient: true } result && Patient(result)),
                DelayGenerator = tried => ValueTask.FromResult<TimeSpan?>(BackOff(tried.Outcome.Result!, tried.AttemptNumber)),
                OnRetry = tried =>
                {
                    request.Counts.Retry();
                    request.Counts.Wait(tried.RetryDelay);
                    return default;
                },
            })
            .Build();
        var result = await pipeline.ExecuteAsync(
            async token =>
            {
                request.Counts.Wait(await gate.PauseAsync(_clock, token).ConfigureAwait(false));
                try
                {
                    return await _exchange.SendAsync(request, url, body, token).ConfigureAwait(false);
                }
                finally
                {
                    gate.Asked(_clock.GetUtcNow(), Delay(gate, request));
                }
            },
            cancel).ConfigureAwait(false);
        Judge(gate, result);
        return result;
    }

    private bool Patient(Exchange.Result result) => result.RetryAfter is not { } wanted || wanted <= _settings.LongestRetryAfter;

    private TimeSpan BackOff(Exchange.Result result, int attempt)
    {
        var time = _settings.BackOff * Math.Pow(2, attempt) * (1 + (_settings.Jitter * _chance()));
        time = time < _settings.LongestBackOff ? time : _settings.LongestBackOff;
        return result.RetryAfter is { } wanted && wanted > time ? wanted : time;
    }

    private TimeSpan Delay(HostGate gate, FetchRequest request)
    {
        var delay = _settings.Delay ?? request.Delay;
        if (gate.Robots?.CrawlDelay is { } wanted && wanted > delay)
        {
            delay = wanted < _settings.LongestCrawlDelay ? wanted : _settings.LongestCrawlDelay;
        }

        return delay * (1 + (_settings.Jitter * _chance()));
    }

    private void Judge(HostGate gate, Exchange.Result result)
    {
        var old = gate.Record;
        var now = _clock.GetUtcNow();
        Remember(gate, !result.Transient ? old.Failures > 0 || old.Suspensions > 0 ? old.Succeed() : old
            : result.RetryAfter is { } wanted && wanted > _settings.LongestRetryAfter ? old.Suspend(_settings, now, wanted, result.Answer!)
            : old.Fail(_settings, now, result.Answer!));
    }

    private void Remember(HostGate gate, HostRecord record)
    {
        if (record != gate.Record)
        {
            gate.Record = record;
            _memory.Remember(record);
        }
    }

    public void Dispose()
    {
        _exchange.Dispose();
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }
}
