using System.Text.Json;
using Ingest.Core.Reports;

namespace Ingest.Tests.Cli;

/// <summary>What a load tells of its work.</summary>
public sealed class LoadTalkTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public LoadTalkTests()
    {
        _folder.Write("in/预算公开.pdf", TinyPdf.Of(TinyPdf.Table([["Item", "Sum"], ["A", "7"]])));
        _folder.Write("in/b.pdf", TinyPdf.Of(TinyPdf.Table([["Item", "Sum"], ["B", "8"]])));
        _folder.Write("in/broken.pdf", "no pdf"u8);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Quiet_tells_troubles_only_and_detailed_a_line_for_each_file_in_columns()
    {
        var quiet = Load("a", "--verbosity", "quiet").Error.TrimEnd().Split('\n');
        var detailed = Load("b", "--verbosity", "detailed").Error.TrimEnd().Split('\n');

        Assert.Contains("not-a-pdf", Assert.Single(quiet), StringComparison.Ordinal);
        Assert.Equal(4, detailed.Length);
        var columns = detailed.Where(l => l.Contains(" verified", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, columns.Count);
        Assert.Single(columns.Select(l => DisplayWidth.Of(l)).Distinct());
        Assert.Contains(columns, l => l.StartsWith("预算公开.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public void The_log_has_a_line_of_json_for_each_file()
    {
        var file = _folder.File("load.jsonl");
        Load("c", "--quiet", "--log", file);
        var lines = File.ReadAllLines(file).Select(l => JsonDocument.Parse(l).RootElement).ToList();

        Assert.Equal(["added", "added", "failed"], lines.Select(l => l.GetProperty("result").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("not-a-pdf", lines.Single(l => l.GetProperty("lost").GetArrayLength() > 0).GetProperty("lost")[0].GetProperty("code").GetString());
        Assert.Equal(3, Load("d", "--quiet", "--log", "-").Output.TrimEnd().Split('\n').Length);
    }

    private CommandLine.Outcome Load(string db, params string[] more) =>
        CommandLine.Run(["load", _folder.File("in"), "--db", _folder.File(db + ".sqlite"), .. more]);
}
