namespace Ingest.Io.Harvest;

/// <summary>What is remembered of a host beyond the end of the process.</summary>
/// <param name="Host">Scheme and authority: <c>https://www.example.gov.cn</c>.</param>
/// <param name="Failures">Requests in a row that failed after all their retries.</param>
/// <param name="Suspensions">In a row: each is twice as long as the one before.</param>
/// <param name="SuspendedUntil">The host is not asked before.</param>
/// <param name="Robots">Its robots.txt; "" where it has none; null where it could not be had: then nothing may be asked.</param>
/// <param name="RobotsAt">When it was fetched.</param>
/// <param name="RateLimited">The last failure was an answer 429.</param>
public sealed record HostRecord(
    string Host, int Failures = 0, int Suspensions = 0, DateTimeOffset? SuspendedUntil = null, string Reason = "",
    string? Robots = null, DateTimeOffset? RobotsAt = null, bool RateLimited = false)
{
    /// <summary>After a request went well.</summary>
    public HostRecord Succeed() => this with { Failures = 0, Suspensions = 0, SuspendedUntil = null, Reason = "", RateLimited = false };

    /// <summary>
    /// After a request that failed for good. A retry does not count: three retries of one address would else count as much as
    /// four addresses. After a suspension one failure is enough for the next.
    /// </summary>
    public HostRecord Fail(PoliteSettings settings, DateTimeOffset now, FetchAnswer answer)
    {
        var failed = this with { Failures = Failures + 1, Reason = answer.Reason, RateLimited = answer.Status == 429 };
        if (failed.Failures < settings.FailuresToSuspend && Suspensions == 0)
        {
            return failed;
        }

        var time = settings.Suspension * Math.Pow(2, Math.Min(Suspensions, 20));
        return failed with
        {
            Suspensions = Suspensions + 1,
            SuspendedUntil = now + (time < settings.LongestSuspension ? time : settings.LongestSuspension),
        };
    }

    /// <summary>The host asks to be left alone for a while.</summary>
    public HostRecord Suspend(PoliteSettings settings, DateTimeOffset now, TimeSpan time, FetchAnswer answer) => this with
    {
        SuspendedUntil = now + (time < settings.LongestSuspension ? time : settings.LongestSuspension),
        Reason = answer.Reason,
        RateLimited = answer.Status == 429,
    };
}

/// <summary>Remembers hosts. Called for one host at a time, for different hosts from several threads.</summary>
public interface IHostMemory
{
    HostRecord? Recall(string host);

    void Remember(HostRecord record);
}
