using System.Text.RegularExpressions;
using Ingest.Tests.Cli;

namespace Ingest.Tests.Export;

/// <summary>The exports that the README shows run as they are printed, and write something.</summary>
public sealed partial class ReadmeExportTests(FixtureDatabase fixtures) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_export_of_the_README_runs()
    {
        var commands = Command().Matches(File.ReadAllText(Repository.Readme) + File.ReadAllText(Repository.Reference)).Select(m => m.Groups[1].Value.Trim()).ToList();
        Assert.True(commands.Count >= 5);
        foreach (var command in commands)
        {
            var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            var db = words.IndexOf("--db");
            if (db >= 0)
            {
                words.RemoveRange(db, 2);
            }

            var output = words.IndexOf("--out");
            if (output >= 0)
            {
                words[output + 1] = _folder.File(words[output + 1]);
            }

            var run = CommandLine.Run([.. words, "--db", fixtures.Path]);
            Assert.True(run.Code == 0, $"{command}: {run.Code} {run.Error}");
            Assert.True(output >= 0 ? Path.Exists(words[output + 1]) && run.Error.Contains(words[output + 1], StringComparison.Ordinal) : run.Output.Length > 0, command);
        }
    }

    [GeneratedRegex(@"^\./run\.sh (export [^#\n]+)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
