using Ingest.Io.Harvest;

namespace Ingest.Tests.Harvest;

public class ScheduleTests
{
    private readonly JumpingClock _clock = new();

    private Schedule Of(string cron, string zone = "Asia/Shanghai")
    {
        var schedule = Schedule.Parse(cron, zone, _clock, out var problem);
        Assert.Equal("", problem);
        return schedule!;
    }

    private async Task<List<DateTimeOffset>> Run(Schedule schedule, DateTimeOffset? last, int times, Action? work = null)
    {
        using var enough = new CancellationTokenSource();
        var runs = new List<DateTimeOffset>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => schedule.RunAsync(
            last,
            async _ =>
            {
                runs.Add(_clock.GetUtcNow());
                work?.Invoke();
                if (runs.Count == times)
                {
                    await enough.CancelAsync();
                }
            },
            _ => { },
            enough.Token));
        return runs;
    }

    private static DateTimeOffset Utc(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_runs_at_its_times_in_its_zone() =>
        Assert.Equal([Utc(1, 18, 30), Utc(2, 18, 30), Utc(3, 18, 30)], await Run(Of("30 2 * * *"), null, 3));

    [Fact]
    public async Task A_missed_time_is_made_up_for_by_one_run()
    {
        // The last run was days ago: now, and then at the usual time.
        var runs = await Run(Of("30 2 * * *"), Utc(1, 0, 0).AddDays(-4), 2);
        Assert.Equal([Utc(1, 0, 0), Utc(1, 18, 30)], runs);
    }

    [Fact]
    public async Task Times_that_pass_during_a_run_do_not_pile_up()
    {
        var runs = await Run(Of("0 * * * *"), null, 3, () => _clock.Advance(TimeSpan.FromHours(2.5)));
        Assert.Equal([Utc(1, 1, 0), Utc(1, 3, 30), Utc(1, 6, 0)], runs);
    }

    [Fact]
    public async Task A_machine_that_slept_wakes_up_to_a_late_run()
    {
        var slept = false;
        var clock = new JumpingClock();
        var schedule = Schedule.Parse("30 2 * * *", "+08:00", clock, out _)!;
        using var enough = new CancellationTokenSource();
        var ran = DateTimeOffset.MinValue;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => schedule.RunAsync(
            null, async _ => { ran = clock.GetUtcNow(); await enough.CancelAsync(); },
            _ => { slept = true; clock.Advance(TimeSpan.FromDays(2)); }, enough.Token));
        Assert.True(slept);
        Assert.Equal(Utc(3, 0, 0), ran);
    }

    [Theory]
    [InlineData("30 2 * *", "Asia/Shanghai", "cron")]
    [InlineData("99 2 * * *", "Asia/Shanghai", "cron")]
    [InlineData("30 2 * * *", "Asia/Nowhere", "time zone")]
    public void What_cannot_be_is_refused(string cron, string zone, string word)
    {
        Assert.Null(Schedule.Parse(cron, zone, _clock, out var problem));
        Assert.Contains(word, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_at_a_time_and_the_lock_says_who_has_it()
    {
        using var folder = new TempFolder();
        var database = folder.File("x.sqlite");
        using (RunLock.TryTake(database, Utc(1, 2, 3), out _))
        {
            Assert.Null(RunLock.TryTake(database, Utc(1, 2, 4), out var holder));
            Assert.Contains("2026-03-01T02:03:00Z", holder, StringComparison.Ordinal);
        }

        // What a killed process leaves behind is no lock.
        Assert.True(File.Exists(RunLock.PathOf(database)));
        using var again = RunLock.TryTake(database, Utc(1, 2, 5), out _);
        Assert.NotNull(again);
    }
}
