using Ingest.Io.Portals;

namespace Ingest.Io.Harvest;

/// <summary>One thing to fetch.</summary>
/// <param name="Allows">Whether an address may be asked; redirects are held to it too.</param>
public sealed record FetchRequest(Uri Url, Func<Uri, bool> Allows)
{
    /// <summary>Of the bytes that we have: the server may answer that they are still the same.</summary>
    public Validators Known { get; init; } = Validators.None;

    /// <summary>Sent by POST; null to ask with GET.</summary>
    public string? Post { get; init; }

    public string ContentType { get; init; } = "";

    public long MostBytes { get; init; } = 512L << 20;

    /// <summary>False only where the portal's file says so.</summary>
    public bool VerifyTls { get; init; } = true;

    /// <summary>Least time between two requests to the host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Pages may be sent compressed; files are wanted as they are, so that they can be resumed.</summary>
    public bool Compressed { get; init; }

    /// <summary>When the visit that it belongs to must be over; null for no end.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Where the requests are counted.</summary>
    public TrafficCounts Counts { get; init; } = new();
}

/// <summary>What tells whether a file has changed.</summary>
public sealed record Validators(string? ETag, string? LastModified)
{
    public static readonly Validators None = new(null, null);

    public bool Any => ETag is not null || LastModified is not null;

    /// <summary>For If-Range, which wants certainty: a strong tag, or else the date.</summary>
    public string? ForRange => ETag is not null && !ETag.StartsWith("W/", StringComparison.Ordinal) ? ETag : LastModified;
}

/// <summary>What came of a request.</summary>
/// <param name="Status">Of the last answer; null where none came.</param>
/// <param name="Reason">For people; "" if all went well.</param>
public sealed record FetchAnswer(Uri Url, Uri FinalUrl, int? Status, FetchFailure Failure, string Reason)
{
    /// <summary>304: the bytes that we have are still the same.</summary>
    public bool NotModified { get; init; }

    public Validators Validators { get; init; } = Validators.None;

    public string ContentType { get; init; } = "";

    /// <summary>Raw, as header bytes come: one character for each byte.</summary>
    public string ContentDisposition { get; init; } = "";

    /// <summary>Of the body.</summary>
    public long Bytes { get; init; }

    /// <summary>The server said how long the body is, and so long it was.</summary>
    public bool LengthKnown { get; init; }

    public bool HasBody => Failure == FetchFailure.None && !NotModified;

    public static FetchAnswer Failed(Uri url, Uri at, FetchFailure failure, string reason, int? status = null) => new(url, at, status, failure, reason);
}

/// <summary>What a visit cost. Safe for many threads.</summary>
public sealed class TrafficCounts
{
    private long _requests, _bytes, _notModified, _rateLimited, _retries, _redirects, _resumed, _robots, _suspended, _givenUp, _waited;

    /// <summary>Sent, retries and redirects included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Of bodies, as received.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public long NotModified => Interlocked.Read(ref _notModified);

    /// <summary>Answers 429.</summary>
    public long RateLimited => Interlocked.Read(ref _rateLimited);

    public long Retries => Interlocked.Read(ref _retries);

    public long Redirects => Interlocked.Read(ref _redirects);

    /// <summary>Downloads that went on where they had been cut.</summary>
    public long Resumed => Interlocked.Read(ref _resumed);

    /// <summary>Addresses not asked for because robots.txt forbids it.</summary>
    public long RobotsRefused => Interlocked.Read(ref _robots);

    /// <summary>Addresses not asked for because their host is suspended.</summary>
    public long HostSuspended => Interlocked.Read(ref _suspended);

    /// <summary>Addresses that could not be had because of answers 429, now or in the run that suspended their host.</summary>
    public long GivenUp => Interlocked.Read(ref _givenUp);

    /// <summary>Waited out of politeness.</summary>
    public TimeSpan Waited => TimeSpan.FromTicks(Interlocked.Read(ref _waited));

    internal void Request() => Interlocked.Increment(ref _requests);

    internal void Received(long bytes) => Interlocked.Add(ref _bytes, bytes);

    internal void Unchanged() => Interlocked.Increment(ref _notModified);

    internal void TooMany() => Interlocked.Increment(ref _rateLimited);

    internal void Retry() => Interlocked.Increment(ref _retries);

    internal void Redirect() => Interlocked.Increment(ref _redirects);

    internal void Resume() => Interlocked.Increment(ref _resumed);

    internal void RefusedByRobots() => Interlocked.Increment(ref _robots);

    internal void Suspended() => Interlocked.Increment(ref _suspended);

    internal void GiveUp() => Interlocked.Increment(ref _givenUp);

    internal void Wait(TimeSpan time) => Interlocked.Add(ref _waited, time.Ticks);
}
