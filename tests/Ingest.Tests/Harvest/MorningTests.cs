using System.Text;
using System.Text.Json;
using Ingest.Cli;
using Ingest.Io.Sqlite;
using Ingest.Tests.Cli;

namespace Ingest.Tests.Harvest;

/// <summary>What an operator finds in the morning, and is asked in the evening.</summary>
public sealed class MorningTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _portal.Page("/ys/", "<ul><li><a href='/a.pdf'>某局2026年部门预算</a></li><li><a href='/b.pdf'>武汉市青山区大数据中心2023年预算</a></li></ul>");
        _portal.File("/a.pdf", BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 100.00m, 0m), ("2080505", "养老保险", 20.00m, 5.00m)));
        _portal.File("/b.pdf", await File.ReadAllBytesAsync(Repository.Fixture("documents/seed-calc.pdf")));
        _folder.Write("portals/near.yaml", Encoding.UTF8.GetBytes($"""
            name: near
            title: 试
            region: "420100"
            archetype: paged-list
            start: ["{_portal.At("/ys/")}"]
            expect:
              - body: 某市某局
                since: 2026
                kinds: [budget]
              - body: 某市他局
                since: 2024
                until: 2024
                kinds: [budget]
            """));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void A_run_ends_with_what_came_what_is_missing_and_what_looks_wrong()
    {
        var first = Last(Run("run"));
        Assert.Equal("came: 2 new files, 0 changed; 2 documents loaded", first[0]);
        Assert.Matches("^missing: \\d of \\d documents that were due$", first[1]);
        Assert.Matches("^looks wrong: [12] of 2 new documents \\(\\d+ loss(es)?, \\d+ doubts?\\)$", first[2]);

        var second = Last(Run("run"));
        Assert.Equal("came: 0 new files, 0 changed; 0 documents loaded", second[0]);
        Assert.Equal("looks wrong: nothing", second[2]);

        // One line for the document, however many figures.
        _portal.File("/a.pdf", BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 130.50m, 0m), ("2080505", "养老保险", 20.00m, 5.00m)));
        var third = Run("run");
        Assert.Equal("came: 0 new files, 1 changed; 1 document loaded; 4 figures restated in 1 document", Last(third)[0]);
        Assert.Single(third.Output.Split('\n'), l => l.Contains("4 figures, the most", StringComparison.Ordinal) && l.Contains("→", StringComparison.Ordinal));

        _portal.File("/a.pdf", BudgetPdf.Of("某市审计局", 2026, ("2010301", "行政运行", 1.00m, 0m)));
        var fourth = Last(Run("run"));
        Assert.DoesNotContain("restated", fourth[0], StringComparison.Ordinal);
        Assert.Contains("ALARM 1 address holds another document than before", fourth[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_of_the_operator_gets_the_report_and_its_failure_is_told_and_no_more()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Equal(0, Run("harvest", "--on-finish", "exit 0").Code);
            return;
        }

        var file = _folder.File("told.json");
        Assert.Equal(0, Run("harvest", "--on-finish", $"cat >'{file}'").Code);
        using (var told = JsonDocument.Parse(File.ReadAllText(file)))
        {
            Assert.Equal(2, told.RootElement.GetProperty("total").GetProperty("new").GetInt32());
        }

        var failing = Run("harvest", "--on-finish", "exit 7");
        Assert.Equal(0, failing.Code);
        Assert.Contains("--on-finish exit 7: exit code 7", failing.Error, StringComparison.Ordinal);

        // A night that could not be is told too.
        _folder.Write("site/mine.txt", "mine"u8);
        Assert.Equal(3, Run("run", "--on-finish", $"cat >'{file}'").Code);
        using var failed = JsonDocument.Parse(File.ReadAllText(file));
        Assert.Equal(3, failed.RootElement.GetProperty("exit_code").GetInt32());
        Assert.Contains("holds other things", failed.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("harvest")]
    [InlineData("schedule")]
    public void Bundled_portals_that_nobody_verified_are_not_visited_unasked(string command)
    {
        var run = CommandLine.Run([command, "--portals", _folder.File("portals"), "--db", _folder.File("x.sqlite")]);

        Assert.Equal(2, run.Code);
        Assert.Contains("that nobody has compared with the live ones", run.Error, StringComparison.Ordinal);
        Assert.Empty(_portal.Log);
        Assert.False(File.Exists(_folder.File("x.sqlite")));
    }

    [Fact]
    public void Somebody_at_a_terminal_is_asked()
    {
        var asked = new List<string>();
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, false, false, 100, CancellationToken.None) { Ask = question => { asked.Add(question); return false; } };

        Assert.Equal(2, Program.Run(["run", "--portals", _folder.File("portals"), "--db", _folder.File("x.sqlite")], terminal));
        Assert.Contains("Visit them?", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Contains("Nothing was visited", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_portal.Log);
    }

    [Fact]
    public void A_dry_run_shows_what_a_visit_would_ask_for_and_stores_nothing()
    {
        var before = Run("harvest", "--dry-run");
        Assert.Equal(0, before.Code);
        Assert.Contains($"new    {_portal.At("/a.pdf")}", before.Output, StringComparison.Ordinal);
        Assert.Contains("near: 2 files listed: 2 to be fetched, 0 to be asked about", before.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Paths, p => p.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.False(File.Exists(_folder.File("x.sqlite")));

        Run("harvest");
        var fetched = _portal.Paths.Count(p => p.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Contains("near: 2 files listed: 0 to be fetched, 2 to be asked about", Run("harvest", "--dry-run").Output, StringComparison.Ordinal);
        Assert.Contains("near: 2 files listed: 2 to be fetched, 0 to be asked about", Run("harvest", "--dry-run", "--store", _folder.File("lost")).Output, StringComparison.Ordinal);
        Assert.Equal(fetched, _portal.Paths.Count(p => p.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_status_tells_of_nights_and_of_one_that_was_killed()
    {
        Run("run");
        Run("run");
        var nights = Status("--nights", "14").Output.TrimEnd().Split('\n');
        Assert.Equal(2, nights.Length);
        Assert.Contains("finished    1 of 1 listing whole; 2 files: 0 new, 0 changed, 0 failed; 0 documents loaded", nights[0], StringComparison.Ordinal);
        Assert.Contains("2 files: 2 new, 0 changed, 0 failed; 2 documents loaded", nights[1], StringComparison.Ordinal);
        Assert.Single(Status("--nights", "1").Output.TrimEnd().Split('\n'));
        using (var json = JsonDocument.Parse(Status("--nights", "14", "--json").Output))
        {
            Assert.Equal(2, json.RootElement.GetProperty("nights")[1].GetProperty("new").GetInt32());
        }

        Assert.Contains("next: nothing", Status().Output, StringComparison.Ordinal);
        using (var database = Database.Open(_folder.File("x.sqlite")))
        {
            Runs.Start(database, "harvest", ["near"], 1, DateTimeOffset.UtcNow);
        }

        Assert.Contains("was killed, or is still at work; the same `run` or `harvest` again goes on", Status().Output, StringComparison.Ordinal);
        using (var held = Ingest.Io.Harvest.RunLock.TryTake(_folder.File("x.sqlite"), DateTimeOffset.UtcNow, out _))
        {
            Assert.Contains("next: nothing yet; a run is at work: process", Status().Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_killed_load_counts_what_it_stored()
    {
        Run("run");
        using (var database = Database.Open(_folder.File("x.sqlite")))
        {
            database.Execute("UPDATE runs SET state = 'running', added = 0, ended_at = NULL WHERE command = 'load'");
        }

        Assert.Contains("load running: 2 done", Status().Output, StringComparison.Ordinal);
    }

    private static string[] Last(CommandLine.Outcome run) => run.Output.TrimEnd('\n').Split('\n')[^3..];

    private CommandLine.Outcome Status(params string[] more) => CommandLine.Run(["status", "--db", _folder.File("x.sqlite"), .. more]);

    private CommandLine.Outcome Run(string command, params string[] more) => CommandLine.Run(
        [command, "--source", "near", "--portals", _folder.File("portals"), "--db", _folder.File("x.sqlite"), .. more.Contains("--store") ? Array.Empty<string>() : ["--store", _folder.File("store")],
         "--reports", _folder.File("runs"), "--delay", "0", .. command == "harvest" ? Array.Empty<string>() : ["--report", _folder.File("site")], .. more]);
}
