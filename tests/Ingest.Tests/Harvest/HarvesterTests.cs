using Ingest.Io.Archive;
using Ingest.Io.Harvest;
using Ingest.Io.Sqlite;

namespace Ingest.Tests.Harvest;

public sealed class HarvesterTests : IAsyncLifetime
{
    private static readonly byte[] First = BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 100.00m, 0m));
    private static readonly byte[] Second = BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 120.50m, 0m));

    private readonly TempFolder _folder = new();
    private readonly JumpingClock _clock = new();
    private TestPortal _portal = null!;
    private Database _database = null!;

    private FileStore Store => new(_folder.File("store"));

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _database = Database.Open(_folder.File("x.sqlite"));
    }

    public async ValueTask DisposeAsync()
    {
        _database.Dispose();
        await _portal.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<VisitOutcome> Harvest(CancellationToken? cancel = null, bool all = false)
    {
        var harvester = new Harvester(_database, Harvests.Of(_portal, Store) with { RecheckAll = all }, _clock, HarvestWatcher.Silent);
        return (await harvester.RunAsync(cancel ?? TestContext.Current.CancellationToken)).Visits.Single();
    }

    private void List(params string[] links) => _portal.List(links);

    private long Count(string sql) => _database.Number(sql);

    [Fact]
    public async Task A_second_visit_only_asks_whether_anything_changed()
    {
        List("/a.pdf");
        _portal.File("/a.pdf", First);
        Assert.Equal((1, true), ((await Harvest()).Added, Store.Has(Hash(First), First.Length)));
        var before = _portal.Log.Count;

        var visit = await Harvest();

        Assert.Equal((0, 0, 1, 0), (visit.Added, visit.Changed, visit.Unchanged, visit.Failed));
        Assert.All(_portal.Log.Skip(before), a => Assert.Equal(304, a.Status));
        Assert.Equal(2, visit.Traffic.NotModified);
        Assert.Equal(1, Count("SELECT count(*) FROM fetches"));
        Assert.Equal(2, Count("SELECT times FROM fetches"));
    }

    [Fact]
    public async Task What_the_time_of_a_visit_does_not_suffice_for_is_told_and_had_by_the_next()
    {
        List("/a.pdf", "/b.pdf", "/c.pdf");
        _portal.On("/a.pdf", async context =>
        {
            _clock.Advance(TimeSpan.FromHours(5));
            await context.Response.Body.WriteAsync(First);
        });
        _portal.File("/b.pdf", Second);
        _portal.File("/c.pdf", Second);

        var visit = await Harvest();
        Assert.Equal((3, 1, 2, 0), (visit.Found, visit.Added, visit.GivenUp, visit.Failed));
        var trouble = Assert.Single(visit.Troubles, t => t.Kind == "given_up");
        Assert.Contains("2 files", trouble.Reason, StringComparison.Ordinal);

        _portal.File("/a.pdf", First);
        var next = await Harvest();
        Assert.Equal((2, 0), (next.Added, next.GivenUp));
    }

    [Fact]
    public async Task Other_bytes_under_the_same_address_are_a_version_that_supersedes()
    {
        List("/a.pdf");
        _portal.File("/a.pdf", First);
        await Harvest();
        _portal.File("/a.pdf", Second);
        Assert.Equal(1, (await Harvest()).Changed);

        Assert.Equal(1, Count($"SELECT count(*) FROM versions WHERE number = 2 AND sha256 = '{Hash(Second)}' AND supersedes = '{Hash(First)}' AND compared = 0"));
        Assert.True(Store.Has(Hash(First), First.Length) && Store.Has(Hash(Second), Second.Length));
    }

    [Fact]
    public async Task A_correction_of_what_has_not_changed_for_long_is_found_within_a_week_and_on_request_at_once()
    {
        // the night on which a file is due hangs on its address, and so on the port: of ten some are due later than the first
        string[] files = [.. "abcdefghij".Select(name => $"/{name}.pdf")];
        List(files);
        foreach (var file in files)
            _portal.File(file, First);
        await Harvest();
        _clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal((10, 0), ((await Harvest()).Unchanged, Count("SELECT sum(rested) FROM visits")));

        _portal.File("/a.pdf", Second);
        var (nights, changed, rested) = (0, 0, 0);
        for (; changed == 0; nights++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            var visit = await Harvest();
            (changed, rested) = (visit.Changed, rested + visit.Rested);
        }

        Assert.InRange(nights, 1, 7);
        Assert.InRange(rested, 1, (10 * nights) - 1);
        Assert.Equal(rested, Count("SELECT sum(rested) FROM visits"));
        _portal.File("/b.pdf", Second);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 0), (await Harvest(all: true) is var last ? last.Changed : 0, last.Rested));
    }

    [Fact]
    public async Task A_server_without_validators_is_read_again_and_the_bytes_decide()
    {
        List("/a.pdf");
        _portal.File("/a.pdf", First, validators: false);
        await Harvest();
        Assert.Equal(1, (await Harvest()).Unchanged);
        Assert.Equal(1, Count("SELECT count(*) FROM versions"));
    }

    [Fact]
    public async Task The_same_bytes_at_two_addresses_are_one_content_with_two_publications()
    {
        List("/a.pdf", "/b.pdf");
        _portal.File("/a.pdf", First);
        _portal.File("/b.pdf", First);
        Assert.Equal(2, (await Harvest()).Added);
        Assert.Equal((1, 2), (Count("SELECT count(*) FROM contents"), Count("SELECT count(*) FROM publications WHERE sha256 IS NOT NULL")));
        Assert.Single(StoredFiles.Read(_database, Store));
    }

    [Fact]
    public async Task A_web_page_in_place_of_a_file_is_told_and_never_stored()
    {
        List("/a.pdf");
        _portal.Page("/a.pdf", "<html>页面不存在</html>");
        var visit = await Harvest();
        Assert.Equal((0, 1), (visit.Added, visit.NotAFile));
        Assert.Equal(("not_a_file", "it is an HTML page"), (visit.Troubles.Single().Kind, visit.Troubles.Single().Reason));
        Assert.Equal(0, Count("SELECT count(*) FROM contents"));
        Assert.Empty(Directory.EnumerateFiles(_folder.File("store/parts"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_not_read_yet_is_kept_and_listed()
    {
        List("/a.doc");
        _portal.File("/a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        var visit = await Harvest();
        Assert.Equal((1, 1), (visit.Added, visit.NotRead));
        Assert.Equal(1, Count("SELECT count(*) FROM contents WHERE kind = 'not_read' AND format LIKE 'an old Office document%'"));
        Assert.Empty(StoredFiles.Read(_database, Store));
    }

    [Fact]
    public async Task Holes_are_told_with_their_reason_and_once_in_the_log()
    {
        List("/gone.pdf", "/refused.pdf");
        _portal.Status("/refused.pdf", 403);
        await Harvest();
        var visit = await Harvest();
        Assert.Equal(["gone", "refused"], visit.Troubles.Select(t => t.Kind).Order(StringComparer.Ordinal));
        Assert.Equal((2, 2), (Count("SELECT count(*) FROM fetches"), Count("SELECT count(*) FROM fetches WHERE times = 2")));
    }

    [Fact]
    public async Task A_PDF_of_untold_length_that_comes_out_differently_twice_is_not_stored()
    {
        List("/a.pdf", "/b.pdf");
        var times = 0;
        _portal.Bare("/a.pdf", () => First[..(200 + (10 * times++))]);
        _portal.Bare("/b.pdf", () => First[..300]);
        var visit = await Harvest();
        Assert.Equal((1, 1), (visit.Added, visit.Failed));
        Assert.Contains("twice at different places", visit.Troubles.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_goes_on_where_an_interrupted_one_ended()
    {
        List("/a.pdf", "/b.pdf");
        _portal.File("/a.pdf", First, validators: false);
        _portal.File("/b.pdf", Second);
        using var kill = new CancellationTokenSource();
        var reached = _portal.Hold("/b.pdf");
        var run = Harvest(kill.Token);
        await reached;
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        var before = _portal.Log.Count(a => a.Path != "/b.pdf");

        var visit = await Harvest();

        // Neither the page nor the stored file is asked for again, although the server has no 304 for it.
        Assert.Equal((1, 1), (visit.Added, visit.DoneBefore));
        Assert.Equal(before, _portal.Log.Count(a => a.Path != "/b.pdf"));
    }

    [Fact]
    public async Task A_file_that_was_stored_before_the_kill_but_not_written_down_is_stored_once()
    {
        List("/a.pdf");
        _portal.File("/a.pdf", First);
        Store.Take(_folder.Write("store/x.part", First), Hash(First));
        Assert.Equal(1, (await Harvest()).Added);
        Assert.Equal(1, Count("SELECT count(*) FROM contents"));
    }

    [Fact]
    public async Task A_file_that_is_lost_from_the_store_is_fetched_again()
    {
        List("/a.pdf");
        _portal.File("/a.pdf", First);
        await Harvest();
        File.Delete(Store.PathOf(Hash(First)));
        Assert.Equal(1, (await Harvest()).Unchanged);
        Assert.True(Store.Has(Hash(First), First.Length));
        Assert.Equal(1, Count("SELECT count(*) FROM versions"));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
