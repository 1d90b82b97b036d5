using Cronos;

namespace Ingest.Io.Harvest;

/// <summary>When to run: a cron expression (five fields) in a time zone.</summary>
public sealed class Schedule
{
    /// <summary>So long at most it sleeps without a look at the clock: a machine that slept wakes up late, not never.</summary>
    private static readonly TimeSpan LongestNap = TimeSpan.FromMinutes(1);

    private readonly CronExpression _cron;
    private readonly TimeZoneInfo _zone;
    private readonly TimeProvider _clock;

    private Schedule(CronExpression cron, TimeZoneInfo zone, TimeProvider clock)
    {
        _cron = cron;
        _zone = zone;
        _clock = clock;
    }

    /// <returns>Null, and what is wrong with it.</returns>
    public static Schedule? Parse(string cron, string zone, TimeProvider clock, out string problem)
    {
        problem = "";
        if (!CronExpression.TryParse(cron, out var expression))
        {
            problem = $"\"{cron}\" is no cron expression; five fields are wanted: minute hour day month weekday, like 30 2 * * *";
            return null;
        }

        if (Zone(zone) is not { } found)
        {
            problem = $"there is no time zone {zone}; one like Asia/Shanghai is wanted, or an offset like +08:00";
            return null;
        }

        return new Schedule(expression, found, clock);
    }

    /// <summary>The next time after <paramref name="after"/>; null if there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) => _cron.GetNextOccurrence(after, _zone);

    /// <summary>
    /// Runs at each time of the schedule until it is cancelled. Times that pass while a run goes on, or while the machine
    /// sleeps or is off, are made up for by one run.
    /// </summary>
    /// <param name="last">When the last run began; null if there was none.</param>
    /// <param name="waiting">Told what is waited for.</param>
    public async Task RunAsync(DateTimeOffset? last, Func<CancellationToken, Task> run, Action<DateTimeOffset> waiting, CancellationToken cancel)
    {
        var done = last ?? _clock.GetUtcNow();
        while (Next(done) is { } due)
        {
            if (due > _clock.GetUtcNow())
            {
                waiting(due);
            }

            while (due - _clock.GetUtcNow() is { Ticks: > 0 } left)
            {
                await Task.Delay(left < LongestNap ? left : LongestNap, _clock, cancel).ConfigureAwait(false);
            }

            cancel.ThrowIfCancellationRequested();
            done = _clock.GetUtcNow();
            await run(cancel).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Machines without a data base of time zones know China's all the same: it has had no summer time since 1991.</summary>
    private static TimeZoneInfo? Zone(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        var offset = name is "Asia/Shanghai" or "China Standard Time" ? "+08:00" : name;
        return offset.Length == 6 && offset[0] is '+' or '-' && TimeSpan.TryParseExact(offset[1..], "hh\\:mm", null, out var time) && time < TimeSpan.FromHours(14)
            ? TimeZoneInfo.CreateCustomTimeZone(name, offset[0] == '-' ? -time : time, name, name)
            : null;
    }
}
