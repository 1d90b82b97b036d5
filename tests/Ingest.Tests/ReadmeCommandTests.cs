using System.IO.Compression;
using System.Text.RegularExpressions;
using Ingest.Tests.Cli;

namespace Ingest.Tests;

/// <summary>What the README tells a newcomer to type for PDFs of their own is typed, in its order.</summary>
public sealed class ReadmeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_command_for_own_PDFs_works_as_it_stands()
    {
        var readme = File.ReadAllText(Repository.Readme);
        var block = Regex.Match(readme, "## Your own PDFs\n+```sh\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Prepare();

        Assert.True(lines.Length >= 8);
        foreach (var line in lines)
        {
            var words = line.Split("  #")[0].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("./run.sh", words[0]);
            var run = CommandLine.Run([.. words.Skip(1).Select(Here)]);
            Assert.True(run.Code == 0, $"{line}: {run.Code}\n{run.Error}");
            if (words[1] == "load")
            {
                File.Copy(_folder.File("budgets.sqlite"), _folder.File("yesterday.sqlite"));
            }
        }

        Assert.True(File.Exists(_folder.File("report/index.html")));
        Assert.True(File.Exists(_folder.File("page5.svg")));
    }

    private void Prepare()
    {
        var budget = _folder.Write("budget.pdf", File.ReadAllBytes(Repository.Fixture("documents/seed-calc.pdf")));
        Directory.CreateDirectory(_folder.File("budgets"));
        File.Copy(budget, _folder.File("budgets/budget.pdf"));
        _folder.Write("zipped/a.pdf", TinyPdf.Of(TinyPdf.Table([["Item", "Sum"], ["A", "7"]])));
        ZipFile.CreateFromDirectory(_folder.File("zipped"), _folder.File("archive-2019.zip"));
        File.WriteAllText(_folder.File("more.txt"), budget + "\n");
    }

    /// <summary>Names of files lie in the folder of the test.</summary>
    private string Here(string word, int at) => word switch
    {
        "~/budgets" => _folder.File("budgets"),
        ['@', ..] => "@" + _folder.File(word[1..]),
        "report" when at > 0 => _folder.File(word),
        _ when Regex.IsMatch(word, @"\.(pdf|zip|sqlite|csv|svg|parquet|xlsx)$") => _folder.File(word),
        _ => word,
    };
}
