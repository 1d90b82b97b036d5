using System.Text;
using System.Text.Json;
using Ingest.Io.Sqlite;
using Ingest.Tests.Cli;

namespace Ingest.Tests.Harvest;

/// <summary>What should have come, against what came: from the portal's file to the exit code.</summary>
public sealed class CoverageTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _portal.File("/a.pdf", BudgetPdf.Of("武汉市教育局", 2023, ("2010301", "行政运行", 100.00m, 0m)));
        _portal.File("/c.pdf", BudgetPdf.Of("武汉市审计局", 2019, ("2010801", "行政运行", 100.00m, 0m)));
        _portal.Page("/d.pdf", "<html>页面不存在</html>");
        _portal.Status("/e.pdf", 403);
        _portal.File("/f.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        _portal.File("/g.pdf", "%PDF-1.4\nnothing\n%%EOF"u8.ToArray());
        _portal.Status("/h.html", 500);
        List(("/a.pdf", "教育局"), ("/b.pdf", "水务局"), ("/c.pdf", "审计局"), ("/d.pdf", "民政局"), ("/e.pdf", "司法局"), ("/f.xls", "统计局"), ("/g.pdf", "公安局"));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _folder.Dispose();
    }

    private void List(params (string Url, string Body)[] entries) =>
        _portal.Page("/ys/", $"<ul>{string.Concat(entries.Select(e => $"<li><a href='{e.Url}'>武汉市{e.Body}2023年部门预算</a></li>"))}</ul>");

    private void Describe(params string[] bodies) => _folder.Write("portals/wuhan-test.yaml", Encoding.UTF8.GetBytes($$"""
        name: wuhan-test
        title: 武汉市 部门预算
        region: "420100"
        archetype: one-page
        start: ["{{_portal.At("/ys/")}}"]
        expect:
        {{string.Join('\n', bodies.Select(b => $"  - {{ body: 武汉市{b}, kinds: [budget], since: 2023, until: 2023 }}"))}}
        """));

    private CommandLine.Outcome Run(params string[] more) => CommandLine.Run(
        ["run", "--source", "wuhan-test", "--portals", _folder.File("portals"), "--db", _folder.File("x.sqlite"), "--store", _folder.File("store"),
         "--reports", _folder.File("runs"), "--report", "none", "--delay", "0", .. more]);

    [Fact]
    public void Every_hole_has_its_reason_in_the_database_the_run_report_and_the_export()
    {
        Describe("教育局", "水务局", "审计局", "民政局", "司法局", "统计局", "公安局", "林业局");

        var run = Run("--json");

        Assert.Equal(1, run.Code);
        (string, string)[] expected =
        [
            ("武汉市公安局", "parse_failed"), ("武汉市司法局", "blocked"), ("武汉市审计局", "other_document"), ("武汉市林业局", "not_published"),
            ("武汉市民政局", "not_a_pdf"), ("武汉市水务局", "link_gone"), ("武汉市统计局", "not_a_pdf"),
        ];
        using var json = JsonDocument.Parse(run.Output);
        var coverage = json.RootElement.GetProperty("coverage");
        Assert.Equal((8, 1, 12.5m), (coverage.GetProperty("due").GetInt32(), coverage.GetProperty("got").GetInt32(), coverage.GetProperty("percent").GetDecimal()));
        Assert.Equal(expected, coverage.GetProperty("holes").EnumerateArray().Where(h => h.GetProperty("expected_by").GetString() == "portal_file")
            .Select(h => (h.GetProperty("body").GetString()!, h.GetProperty("reason").GetString()!)).OrderBy(h => h.Item1, StringComparer.Ordinal));
        using (var database = Database.OpenForReading(_folder.File("x.sqlite")))
        {
            Assert.Equal(1, database.Number("SELECT count(*) FROM coverage_ledger WHERE body = '武汉市教育局' AND state = 'got' AND sha256 IN (SELECT sha256 FROM documents)"));
            Assert.Equal(1, database.Number("SELECT count(*) FROM coverage_holes WHERE body = '武汉市审计局' AND message LIKE '%2019%' AND url LIKE '%/c.pdf'"));
            Assert.Equal((8, 1), (database.Number("SELECT sum(due) FROM coverage_by_source"), database.Number("SELECT sum(got) FROM coverage_by_source")));
        }

        var export = CommandLine.Run("export", "coverage", "--db", _folder.File("x.sqlite"));
        Assert.EndsWith(",coverage,source,expected_by,due_on,reason,message,url", export.Output.Split('\n')[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Contains(export.Output.Split('\n'), l => l.Contains("武汉市水务局", StringComparison.Ordinal) && l.Contains(",hole,wuhan-test,portal_file,2023-04-30,link_gone,", StringComparison.Ordinal));
        Assert.Contains(export.Output.Split('\n'), l => l.Contains(",got,wuhan-test,portal_file,2023-04-30,,,", StringComparison.Ordinal));
    }

    [Fact]
    public void The_gate_is_exit_code_5_with_the_holes_and_open_only_when_enough_has_come()
    {
        List(("/a.pdf", "教育局"));
        Describe("教育局", "林业局");
        var shut = Run("--require-coverage", "95%");
        Assert.Equal(5, shut.Code);
        Assert.Contains("coverage: 1 of 2 documents that were due (50.0%); 95% are required: NOT reached", shut.Output, StringComparison.Ordinal);
        Assert.Contains("wuhan-test: 武汉市林业局, budget of 2023: not_published:", shut.Output, StringComparison.Ordinal);

        // A body that has published once is expected again: what the file says of it goes before that.
        Assert.NotEqual(5, Run("--require-coverage", "50").Code);
        Describe("教育局");
        Assert.NotEqual(5, Run("--require-coverage", "100%").Code);
    }

    [Fact]
    public void What_came_in_one_year_is_missing_in_the_next()
    {
        List(("/a.pdf", "教育局"));
        _folder.Write("portals/wuhan-test.yaml", Encoding.UTF8.GetBytes($"name: wuhan-test\ntitle: 武汉\nregion: \"420100\"\narchetype: one-page\nstart: [\"{_portal.At("/ys/")}\"]\n"));
        var run = Run("--require-coverage", "1%");
        Assert.Equal(5, run.Code);
        Assert.Contains("武汉市教育局, budget of 2024: not_published", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_portal_that_falls_silent_is_an_alarm_every_night_until_it_speaks_again()
    {
        List(("/a.pdf", "教育局"));
        Describe("教育局");
        Assert.Equal(0, Run().Code);
        _portal.Page("/ys/", "<p>网站改版</p>");
        for (var night = 0; night < 2; night++)
        {
            var silent = Run();
            Assert.Equal(1, silent.Code);
            Assert.Contains("ALARM silent_portal: ", silent.Output, StringComparison.Ordinal);
            Assert.Contains("no file is listed; on ", silent.Output, StringComparison.Ordinal);
        }

        List(("/a.pdf", "教育局"));
        Assert.DoesNotContain("ALARM", Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Far_fewer_files_than_before_are_an_alarm_too()
    {
        List([.. Enumerable.Range(0, 12).Select(n => ($"/gone{n}.pdf", "教育局"))]);
        Describe("教育局");
        Run();
        List([.. Enumerable.Range(0, 6).Select(n => ($"/gone{n}.pdf", "教育局"))]);
        Assert.DoesNotContain("ALARM", Run().Output, StringComparison.Ordinal);
        List([.. Enumerable.Range(0, 5).Select(n => ($"/gone{n}.pdf", "教育局"))]);
        Assert.Contains("ALARM fewer_files: " + _portal.At("/ys/") + ": 5 files are listed; there were 12", Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_limits_the_rate_is_code_4_also_when_others_gave_all()
    {
        List(("/a.pdf", "教育局"), ("/z.pdf", "水务局"));
        Describe("教育局");
        _portal.Status("/z.pdf", 429, ("Retry-After", "86400"));
        Assert.Equal(4, Run().Code);

        // The next night finds the host still left alone for that.
        Assert.Equal(4, Run().Code);
        using var database = Database.OpenForReading(_folder.File("x.sqlite"));
        Assert.Equal(2, database.Number("SELECT count(*) FROM visits WHERE given_up_429 > 0"));
    }

    [Fact]
    public void A_listing_that_cannot_be_had_is_never_taken_for_not_published()
    {
        List(("/a.pdf", "教育局"), ("/h.html", "财政局"));
        Describe("财政局", "林业局");
        _portal.Status("/ys/", 403);
        Run();
        Assert.Equal(["blocked", "blocked"], Reasons());
        List(("/a.pdf", "教育局"), ("/h.html", "财政局"));
        _portal.Status("/h.html", 404);
        Run();
        Assert.Equal(["listing_incomplete", "link_gone"], Reasons());
    }

    private string[] Reasons()
    {
        using var database = Database.OpenForReading(_folder.File("x.sqlite"));
        return [.. FixtureDatabase.Rows(database, "SELECT reason FROM coverage_holes WHERE expected_by = 'portal_file' ORDER BY body", out _).Select(r => r[0])];
    }
}
