using System.Text;
using System.Text.Json;
using Ingest.Io.Sqlite;
using Ingest.Tests.Cli;

namespace Ingest.Tests.Harvest;

/// <summary>The commands, from a portal file to facts.</summary>
public sealed class PortalCommandTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _portal.Page("/ys/", "<ul><li><a href='/d/1.html'>某局2026年部门预算</a><span>2026-02-03</span></li></ul><a href='index_1.html'>下一页</a>", "gb18030");
        _portal.Page("/ys/index_1.html", "<ul><li><a href='/b.pdf'>武汉市青山区大数据中心2023年预算</a></li></ul>", "gb18030");
        _portal.Page("/d/1.html", "<h1>某局2026年部门预算</h1><iframe src='/a.pdf'></iframe>");
        _portal.File("/a.pdf", BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 100.00m, 0m), ("2080505", "养老保险", 20.00m, 5.00m)));
        _portal.File("/b.pdf", await File.ReadAllBytesAsync(Repository.Fixture("documents/seed-calc.pdf")));
        _folder.Write("portals/near.yaml", Encoding.UTF8.GetBytes($"""
            name: near
            title: 试
            region: "420100"
            archetype: paged-list
            start: ["{_portal.At("/ys/")}"]
            """));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void A_first_night_takes_all_and_a_second_one_only_asks()
    {
        var first = Run("run", "--json");
        Assert.True(first.Code is 0 or 1, first.Error);
        using (var report = JsonDocument.Parse(first.Output))
        {
            var source = report.RootElement.GetProperty("sources")[0];
            Assert.True(source.GetProperty("complete").GetBoolean());
            Assert.Equal(2, source.GetProperty("entries").GetInt32());
        }

        using (var database = Database.OpenForReading(_folder.File("x.sqlite")))
        {
            Assert.Equal(2, database.Number("SELECT count(*) FROM documents WHERE state = 'parsed'"));
            Assert.Equal(1, database.Number("SELECT count(*) FROM files WHERE name = '武汉市青山区大数据中心2023年预算.pdf'"));
        }

        var before = _portal.Log.Count;
        var second = Run("run");

        Assert.Contains("0 new, 0 changed, 2 as known", second.Output, StringComparison.Ordinal);
        Assert.All(_portal.Log.Skip(before).Where(a => a.Path.EndsWith(".pdf", StringComparison.Ordinal)), a => Assert.Equal(304, a.Status));
        Assert.Equal(2, Directory.GetFiles(_folder.File("runs")).Length);
    }

    [Fact]
    public void A_check_shows_a_sample_and_fetches_no_file()
    {
        var check = CommandLine.Run("portals", "check", "near", "--portals", _folder.File("portals"), "--sample", "1", "--delay", "0");

        Assert.Equal(0, check.Code);
        Assert.Contains("near: 2 files of 2 entries on 2 listing and 1 detail pages; seen to its end", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Paths, p => p.EndsWith(".pdf", StringComparison.Ordinal));
    }

    [Fact]
    public void A_portal_that_cannot_be_asked_is_code_4_and_a_rebuilt_one_is_no_quiet_success()
    {
        _portal.Page("/ys/", "<p>网站改版</p>");
        var empty = Run("harvest");
        Assert.Equal(1, empty.Code);
        Assert.Contains("empty_listing", empty.Output, StringComparison.Ordinal);

        _portal.Status("/robots.txt", 200);
        _portal.On("/robots.txt", context => context.Response.Body.WriteAsync("User-agent: *\nDisallow: /\n"u8.ToArray()).AsTask());
        var forbidden = CommandLine.Run("harvest", "--source", "near", "--portals", _folder.File("portals"), "--db", _folder.File("y.sqlite"), "--store", _folder.File("store2"), "--reports", _folder.File("runs"), "--delay", "0");
        Assert.Equal(4, forbidden.Code);
    }

    [Fact]
    public void A_web_page_in_place_of_a_file_is_code_1_and_named()
    {
        _portal.Page("/a.pdf", "<html>页面不存在</html>");
        var run = Run("harvest");
        Assert.Equal(1, run.Code);
        Assert.Contains("not_a_file: " + _portal.At("/a.pdf"), run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no portal", "harvest", "--source", "nowhere")]
    [InlineData("no cron expression", "schedule", "--cron", "at night")]
    [InlineData("no time zone", "schedule", "--tz", "Mars/Olympus")]
    public void What_cannot_be_is_refused_with_a_message(string message, params string[] args)
    {
        var run = CommandLine.Run(args);
        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_night_writes_the_report_when_documents_are_new_and_tells_what_looks_wrong_in_them()
    {
        var first = Run("run", "--json");
        using var report = JsonDocument.Parse(first.Output);
        var fresh = report.RootElement.GetProperty("new_documents");
        Assert.Equal(2, fresh.GetProperty("count").GetInt32());
        Assert.Equal("武汉市青山区大数据中心2023年预算.pdf", fresh.GetProperty("wrong")[0].GetProperty("document").GetString());
        Assert.Contains(fresh.GetProperty("codes").EnumerateArray(), c => c.GetProperty("code").GetString() == "row-sum");
        var index = _folder.File("site/index.html");
        Assert.Contains("大数据中心", File.ReadAllText(index), StringComparison.Ordinal);

        File.WriteAllText(index, "as it was");
        Assert.DoesNotContain("new documents", Run("run").Output, StringComparison.Ordinal);
        Assert.Equal("as it was", File.ReadAllText(index));

        _portal.File("/a.pdf", BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 130.00m, 0m)));
        Assert.Contains("new documents: 1; ", Run("run").Output, StringComparison.Ordinal);
        Assert.NotEqual("as it was", File.ReadAllText(index));
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_refused_before_anything_is_asked_for()
    {
        _folder.Write("site/mine.txt", "mine"u8.ToArray());
        var run = Run("run");
        Assert.Equal(3, run.Code);
        Assert.Contains("holds other things than a report", run.Error, StringComparison.Ordinal);
        Assert.Empty(_portal.Log);
        Assert.NotEqual(3, Run("run", "--report", "none").Code);
    }

    [Fact]
    public void Another_run_at_work_is_told_and_nothing_is_asked_for()
    {
        Directory.CreateDirectory(_folder.Path);
        using var turn = Ingest.Io.Harvest.RunLock.TryTake(_folder.File("x.sqlite"), DateTimeOffset.UtcNow, out _);
        var run = Run("harvest");
        Assert.Equal(3, run.Code);
        Assert.Contains("another run is at work", run.Error, StringComparison.Ordinal);
        Assert.Empty(_portal.Log);
    }

    [Fact]
    public void A_schedule_that_missed_its_time_runs_at_once_and_once_ends_with_the_code_of_the_run()
    {
        Assert.True(Run("harvest").Code is 0 or 1);
        using (var database = Database.Open(_folder.File("x.sqlite")))
        {
            database.Execute("UPDATE runs SET started_at = '2026-01-01T00:00:00Z'");
        }

        _portal.Status("/b.pdf", 404);
        var run = Run("schedule", "--once", "--cron", "30 2 * * *", "--require-coverage", "99%");
        Assert.Equal(5, run.Code);
        Assert.DoesNotContain("next run at", run.Error, StringComparison.Ordinal);
        Assert.Contains("gone: " + _portal.At("/b.pdf"), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Unit_files_do_the_same_as_the_schedule()
    {
        var units = CommandLine.Run(
            "schedule", "--cron", "30 2 * * 1", "--print-systemd", "--db", _folder.File("x.sqlite"), "--source", "ningbo", "--source", "wuxi", "--contact", "Data \"$Desk\"",
            "--require-coverage", "95%", "--report", "none", "--recheck-all");
        Assert.Equal(0, units.Code);
        Assert.Contains(
            $" run --db {_folder.File("x.sqlite")} --source ningbo --source wuxi --store {Path.GetFullPath("out/store")} --reports {Path.GetFullPath("out/runs")} "
            + "--contact \"Data \\\"$$Desk\\\"\" --recheck-all --report none --require-coverage 95%%\n", units.Output, StringComparison.Ordinal);
        Assert.Contains($"User={Environment.UserName}\nWorkingDirectory={Environment.CurrentDirectory}\nExecStart=/", units.Output, StringComparison.Ordinal);
        Assert.Contains("OnCalendar=Mon *-*-* 02:30:00 Asia/Shanghai", units.Output, StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("schedule", "--cron", "*/5 2 * * *", "--print-systemd").Code);
    }

    private CommandLine.Outcome Run(string command, params string[] more) => CommandLine.Run(
        [command, "--source", "near", "--portals", _folder.File("portals"), "--db", _folder.File("x.sqlite"), "--store", _folder.File("store"),
         "--reports", _folder.File("runs"), "--delay", "0", .. command == "harvest" ? Array.Empty<string>() : ["--report", _folder.File("site")], .. more]);
}
