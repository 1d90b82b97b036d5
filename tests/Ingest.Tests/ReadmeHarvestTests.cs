using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Cli;
using Ingest.Tests.Cli;
using Ingest.Tests.Harvest;

namespace Ingest.Tests;

/// <summary>The commands of the README that need a portal find one here; together with those for own PDFs and the exports they are all.</summary>
public sealed partial class ReadmeHarvestTests : IAsyncLifetime
{
    private const string Section = "## Harvesting every night";

    private readonly TempFolder _folder = new();
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _portal.Page("/ys/", "<ul><li><a href='/a.pdf'>某局2026年部门预算</a></li></ul>");
        _portal.File("/a.pdf", BudgetPdf.Of("某市某局", 2026, ("2010301", "行政运行", 100.00m, 0m), ("2080505", "养老保险", 20.00m, 5.00m)));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Every_command_for_harvesting_works_as_it_stands()
    {
        foreach (var line in Commands().Where(c => c.Section == Section && c.Line != "demo").Select(c => c.Line))
        {
            var words = Word().Matches(line).Select(m => m.Groups[1].Value + m.Groups[2].Value).ToArray();
            if (words is ["portals", "check", ..])
            {
                Describe(words[2]);
            }

            var (code, said) = words[0] == "schedule" ? UntilItWaits(Here(words)) : Run(Here(words));

            Assert.True(code == (words[0] == "schedule" ? ExitCodes.Cancelled : ExitCodes.Clean), $"{line}: {code}\n{said}");
        }

        Assert.Contains(_portal.Paths, p => p == "/a.pdf");
        Assert.True(File.Exists(_folder.File("x.sqlite")));
    }

    [Fact]
    public async Task The_demonstration_shows_two_nights_and_what_was_restated()
    {
        var documents = _folder.File("documents");
        Directory.CreateDirectory(documents);
        File.Copy(Repository.Fixture("documents/seed-calc.pdf"), Path.Combine(documents, "seed.pdf"));
        using var told = new StringWriter();

        Assert.Equal(0, await Demo.RunAsync(Path.Combine(AppContext.BaseDirectory, "ingest.dll"), documents, _folder.File("demo"), told));
        Assert.Contains("0 new, 1 changed, 1 as known", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_main_job_leaves_a_database_and_a_report_and_says_where()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, "run.sh")));
            return;
        }

        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "run.sh")) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["INGEST_OUT"] = _folder.File("out");
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var page = Regex.Match(said[0], @"^to look +(\S+)$", RegexOptions.Multiline).Groups[1].Value;
        Assert.True(process.ExitCode == 0, said[0] + said[1]);
        Assert.Contains("seed-", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("out/ingest.sqlite")));
    }

    [Fact]
    public void No_command_of_the_README_is_left_out()
    {
        var commands = Commands().ToList();
        string[] ofMainJob = ["", "test", "demo", "measure"];
        var left = commands.Where(c => c.Section is not (Section or "## Your own PDFs") && !c.Line.StartsWith("export ", StringComparison.Ordinal) && !ofMainJob.Contains(c.Line, StringComparer.Ordinal));

        Assert.Empty(left);
        Assert.Equal(["check", "list", "run", "schedule"], commands.Where(c => c.Section == Section && c.Line != "demo")
            .Select(c => c.Line.Split(' ')).Select(w => w[0] == "portals" ? w[1] : w[0]).Order(StringComparer.Ordinal));
    }

    /// <summary>What stands behind ./run.sh in the blocks for a shell, without the comment, under the last heading.</summary>
    private static IEnumerable<(string Section, string Line)> Commands()
    {
        var section = "";
        var shell = false;
        foreach (var line in File.ReadLines(Repository.Readme).Concat(File.ReadLines(Repository.Reference)))
        {
            shell = line.StartsWith("```", StringComparison.Ordinal) ? line == "```sh" : shell;
            section = !shell && line.StartsWith("## ", StringComparison.Ordinal) ? line : section;
            if (shell && line.StartsWith("./run.sh", StringComparison.Ordinal))
            {
                yield return (section, Comment().Replace(line["./run.sh".Length..], "").Trim());
            }
        }
    }

    private void Describe(string name) => _folder.Write($"portals/{name}.yaml", Encoding.UTF8.GetBytes($"""
        name: {name}
        title: 试
        region: "420100"
        archetype: paged-list
        start: ["{_portal.At("/ys/")}"]
        """));

    /// <summary>The command with our folders, and with the portal that is served here alone.</summary>
    private string[] Here(string[] words)
    {
        string[] own = [.. words.Select(w => w == "portals/" ? _folder.File("portals") : w)];
        string[] portals = ["--portals", _folder.File("portals")], store = ["--store", _folder.File("store"), "--db", _folder.File("x.sqlite"), "--reports", _folder.File("runs"), "--report", _folder.File("report"), "--delay", "0"];
        var source = new[] { "--source", Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Directory.CreateDirectory(_folder.File("portals")).FullName).FirstOrDefault() ?? "") };
        return words switch
        {
            ["portals", "list", ..] => own,
            ["portals", ..] => [.. own, .. portals, "--delay", "0"],
            _ => [.. own, .. own.Contains("--portals", StringComparer.Ordinal) ? [] : portals, .. source, .. store],
        };
    }

    private static (int Code, string Said) Run(string[] words)
    {
        var run = CommandLine.Run(words);
        return (run.Code, run.Output + run.Error);
    }

    /// <summary>A command that stays up is ended when it says for what it waits.</summary>
    private static (int Code, string Said) UntilItWaits(string[] words)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var output = new MemoryStream();
        using var error = new Ending("next run at", end);
        var code = Program.Run(words, new Terminal(output, error, OutputIsTerminal: false, ErrorIsTerminal: false, Width: 100, end.Token));
        return (error.ToString().Contains("next run at", StringComparison.Ordinal) ? code : -1, error.ToString());
    }

    private sealed class Ending(string word, CancellationTokenSource end) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value is not null && value.Contains(word, StringComparison.Ordinal))
            {
                end.Cancel();
            }
        }
    }

    [GeneratedRegex("\\s#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("\"([^\"]*)\"|(\\S+)")]
    private static partial Regex Word();
}
