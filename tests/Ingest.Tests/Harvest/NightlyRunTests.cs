using System.IO.Compression;
using System.Text.Json;
using Ingest.Core.Checks.Across;
using Ingest.Io.Archive;
using Ingest.Io.Harvest;
using Ingest.Io.Sqlite;

namespace Ingest.Tests.Harvest;

public sealed class NightlyRunTests : IAsyncLifetime
{
    private static readonly byte[] Published = BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 100.00m, 0m), ("2080505", "养老保险", 20.00m, 5.00m));
    private static readonly byte[] Corrected = BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 130.50m, 0m), ("2080505", "养老保险", 20.00m, 5.00m));

    private static readonly byte[] Seed = File.ReadAllBytes(Repository.Fixture("documents/seed-calc.pdf"));

    private readonly TempFolder _folder = new();
    private readonly JumpingClock _clock = new();
    private TestPortal _portal = null!;
    private Database _database = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _database = Database.Open(_folder.File("x.sqlite"));
        _portal.List("/a.pdf", "/b.pdf");
        _portal.File("/a.pdf", Published);
        _portal.File("/b.pdf", Seed);
    }

    public async ValueTask DisposeAsync()
    {
        _database.Dispose();
        await _portal.DisposeAsync();
        _folder.Dispose();
    }

    private NightlyRun Night() => new(_database, Harvests.Of(_portal, new FileStore(_folder.File("store"))), _clock) { Loading = new LoadOptions([], 1) };

    private Task<RunReport> Run() => Night().RunAsync(load: true, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_night_takes_a_portal_to_facts_and_the_next_one_only_asks_and_a_correction_is_told()
    {
        var first = await Run();
        Assert.Equal((2, 2, 0), (first.Harvest.Sum(v => v.Added), first.Load!.Added, first.Restated.Count));
        Assert.True(_database.Number("SELECT count(*) FROM facts WHERE amount_fen = 10000") > 0);
        Assert.Equal(1, _database.Number("SELECT count(*) FROM files f JOIN publications p ON p.sha256 = f.sha256 WHERE f.name = '预算a.pdf.pdf'"));

        var asked = _portal.Log.Count;
        var second = await Run();
        Assert.All(_portal.Log.Skip(asked), a => Assert.Equal(304, a.Status));
        Assert.Equal((0, 2, 0), (second.Load!.Added, second.Load.Unchanged, second.Restated.Count));

        _portal.File("/a.pdf", Corrected);
        var third = await Run();
        Assert.Equal((1, 1), (third.Harvest.Sum(v => v.Changed), third.Load!.Added));
        var changes = third.Changes.Select(c => $"{c.Change.Code}|{c.Change.ColumnPath}|{FactChanges.Show(c.Change.Old)}|{FactChanges.Show(c.Change.New)}");
        Assert.Equal(
            ["2010301|合计|100.00|130.50", "2010301|基本支出|100.00|130.50", "|合计|125.00|155.50", "|基本支出|120.00|150.50"],
            changes.Order(StringComparer.Ordinal));
        Assert.Equal(4, _database.Number("SELECT count(*) FROM restatements WHERE change = 'restated' AND new_fen > old_fen"));
        Assert.Equal(0, _database.Number("SELECT count(*) FROM versions WHERE compared = 0"));
        Assert.Empty((await Run()).Restated);
    }

    /// <summary>b3.pdf was 司法局 and becomes 审计局: no figure is restated, the document is in a wrong place.</summary>
    [Fact]
    public async Task Another_bodys_document_at_a_known_address_is_a_doubt_and_no_restatement()
    {
        await Run();
        _portal.File("/a.pdf", BudgetPdf.Of("某市审计局", 2026, ("2010301", "行政运行", 130.50m, 0m)));
        var report = await Run();
        var restated = Assert.Single(report.Restated);
        Assert.Empty(restated.Changes);
        Assert.Equal(("某市某局, 2026, budget", "某市审计局, 2026, budget"), (restated.Others[0].Before, restated.Others[0].Now));
        Assert.Equal(0, _database.Number("SELECT count(*) FROM restatements"));
        Assert.Equal(1, _database.Number("SELECT count(*) FROM anomalies a JOIN documents d ON d.id = a.document_id WHERE a.code = 'other-document' AND d.entity = '某市审计局' AND d.doubts >= 1"));
        Assert.Empty((await Run()).Restated);
    }

    [Fact]
    public async Task Two_runs_differ_by_the_documents_that_came_and_the_figures_that_were_restated()
    {
        await Run();
        var first = _database.Number("SELECT max(id) FROM runs");
        _portal.List("/a.pdf", "/b.pdf", "/c.pdf");
        _portal.File("/a.pdf", Corrected);
        _portal.File("/c.pdf", BudgetPdf.Of("某市另一局", 2026, ("2010301", "行政运行", 7.00m, 0m), ("2080505", "养老保险", 2.00m, 1.00m)));
        await Run();
        var last = _database.Number("SELECT max(id) FROM runs");

        var diff = Cli.CommandLine.Run("diff", Number(first), Number(last), "--db", _database.Path);
        Assert.Contains("~ expenditure_summary · 2010301 · 合计/行政运行 · 合计: 100.00 → 130.50", diff.Output, StringComparison.Ordinal);
        Assert.Contains("+ 预算c.pdf.pdf", diff.Output, StringComparison.Ordinal);
        Assert.Contains("2 documents compared: 0 values added, 0 gone, 4 changed", diff.Output, StringComparison.Ordinal);
        Assert.Contains("0 documents compared", Cli.CommandLine.Run("diff", Number(last), Number(last), "--db", _database.Path).Output, StringComparison.Ordinal);
        Assert.Equal(2, Cli.CommandLine.Run("diff", "1", "999", "--db", _database.Path).Code);

        static string Number(long run) => run.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Documents_of_an_archive_are_loaded_and_compared_by_their_path_in_it()
    {
        _portal.List("/x.zip");
        _portal.File("/x.zip", Zip(Published));
        Assert.Equal(1, (await Run()).Load!.Added);
        _portal.File("/x.zip", Zip(Corrected));
        var report = await Run();
        Assert.Equal(4, report.Changes.Count());
        Assert.All(report.Restated.Single().Changes, c => Assert.Equal("!/dir/a.pdf", c.Entry));
    }

    [Fact]
    public async Task A_comparison_that_a_kill_prevented_is_made_by_the_next_night()
    {
        await Run();
        _portal.File("/a.pdf", Corrected);
        await Night().RunAsync(load: false, TestContext.Current.CancellationToken);
        Assert.Equal(4, (await Run()).Changes.Count());
    }

    [Fact]
    public async Task The_run_report_tells_what_came_what_it_cost_and_how_long_each_stage_took()
    {
        _portal.List("/a.pdf", "/gone.pdf");
        var report = await Run();
        var file = Night().Save(report, _folder.File("runs"));

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var root = json.RootElement;
        Assert.Equal(["harvest", "load", "compare", "coverage", "report"], root.GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("stage").GetString()!));
        var total = root.GetProperty("total");
        Assert.Equal((1, 1, 4), (total.GetProperty("new").GetInt32(), total.GetProperty("failed").GetInt32(), total.GetProperty("requests").GetInt32()));
        var trouble = root.GetProperty("sources")[0].GetProperty("troubles")[0];
        Assert.Equal("gone", trouble.GetProperty("kind").GetString());
        Assert.Equal(5, _database.Number("SELECT count(*) FROM run_stages"));
        Assert.Equal(1, _database.Number("SELECT count(*) FROM visits WHERE added = 1 AND failed = 1 AND requests = 4 AND complete = 1"));
        Assert.Contains("gone: ", RunSummary.Text(report), StringComparison.Ordinal);
    }

    private static byte[] Zip(byte[] pdf)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("dir/a.pdf").Open();
            entry.Write(pdf);
        }

        return bytes.ToArray();
    }
}
