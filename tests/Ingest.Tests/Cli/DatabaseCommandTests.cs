using System.Text.Json;
using Ingest.Io.Sqlite;
using Ingest.Tests.Sqlite;

namespace Ingest.Tests.Cli;

/// <summary>Commands over a database that is there already.</summary>
public sealed class DatabaseCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public DatabaseCommandTests()
    {
        using var database = Database.Open(Db);
        using var writer = new DocumentWriter(database);
        writer.Replace(Samples.Document(), parserVersion: Core.DocumentParser.Version, runId: null);
    }

    private string Db => _folder.File("x.sqlite");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_groups_by_document_with_the_worst_first()
    {
        var run = Run("report");

        Assert.Equal(0, run.Code);
        var lines = run.Output.Split('\n');
        Assert.Equal("数据中心.pdf  青山区大数据中心 2023 budget", lines[0]);
        Assert.StartsWith("  lost scanned-page", lines[1], StringComparison.Ordinal);
        Assert.Contains("p.2", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("  doubt row-sum", lines[3], StringComparison.Ordinal);
        Assert.Contains("p.1 table 1 r2 c2", lines[4], StringComparison.Ordinal);
        Assert.Contains("-0.50, expected 1.00", lines[4], StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public void Report_leaves_out_what_is_less_severe()
    {
        Assert.DoesNotContain("row-sum", Run("report", "--severity", "lost").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_as_json_holds_place_and_values()
    {
        using var json = JsonDocument.Parse(Run("report", "--format", "json").Output);
        var anomaly = json.RootElement.GetProperty("documents")[0].GetProperty("anomalies")[1];

        Assert.Equal("row-sum", anomaly.GetProperty("code").GetString());
        Assert.Equal((1, 2, 2), (anomaly.GetProperty("table_ordinal").GetInt32(), anomaly.GetProperty("row").GetInt32(), anomaly.GetProperty("col").GetInt32()));
        Assert.Equal("1.00", anomaly.GetProperty("expected").GetString());
        Assert.Equal(4, anomaly.GetProperty("bbox").GetArrayLength());
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("documents").GetInt32());
    }

    [Fact]
    public void Status_counts_what_is_there_and_says_what_is_next()
    {
        var text = Run("status").Output;
        Assert.Contains("facts              4  2 amounts, 1 verified, 1 doubtful", text, StringComparison.Ordinal);
        Assert.Contains("next: nothing", text, StringComparison.Ordinal);

        using (var database = Database.Open(Db))
        {
            Runs.Start(database, "load", ["in"], 1, DateTimeOffset.UnixEpoch);
        }

        using var json = JsonDocument.Parse(Run("status", "--json").Output);
        Assert.Equal(4, json.RootElement.GetProperty("facts").GetInt32());
        Assert.Equal("running", json.RootElement.GetProperty("runs")[0].GetProperty("state").GetString());
        Assert.Contains("again to go on: in", json.RootElement.GetProperty("next").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_runs_without_any_pdf()
    {
        var run = Run("check", "--json");

        Assert.Equal(0, run.Code);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("documents").GetInt32());
        Assert.Equal("finished", JsonDocument.Parse(Run("status", "--json").Output).RootElement.GetProperty("runs")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void Check_tried_dry_writes_nothing()
    {
        var run = Run("check", "--dry-run", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(1, JsonDocument.Parse(run.Output).RootElement.GetProperty("documents").GetInt32());
        Assert.Equal(0, JsonDocument.Parse(Run("status", "--json").Output).RootElement.GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public void Export_writes_a_file_whole()
    {
        var file = _folder.File("new/facts.csv");
        var run = Run("export", "facts", "--out", file);

        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Equal(5, File.ReadAllLines(file).Length);
        Assert.Single(Directory.GetFiles(_folder.File("new")));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("check")]
    [InlineData("status")]
    [InlineData("export", "facts")]
    public void Without_a_database_every_command_is_code_3_and_makes_none(params string[] command)
    {
        var missing = _folder.File("none/none.sqlite");
        var run = CommandLine.Run([.. command, "--db", missing]);

        Assert.Equal(3, run.Code);
        Assert.Contains("none.sqlite", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("none")));
    }

    [Theory]
    [InlineData("export", "everything")]
    [InlineData("export", "facts", "--format", "pdf")]
    [InlineData("report", "--severity", "bad")]
    public void What_cannot_be_is_code_2(params string[] command) => Assert.Equal(2, Run(command).Code);

    private CommandLine.Outcome Run(params string[] args) => CommandLine.Run([.. args, "--db", Db]);
}
