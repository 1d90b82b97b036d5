using Ingest.Tests.Cli;

namespace Ingest.Tests.Reports;

/// <summary>A database of two bundled documents and the report of it, made once for the tests of a class.</summary>
public sealed class ReportFixture : IDisposable
{
    private readonly TempFolder _folder = new();

    public ReportFixture()
    {
        var input = _folder.File("in");
        Directory.CreateDirectory(input);
        foreach (var name in (string[])["seed-calc.pdf", "doc0005.pdf"])
        {
            File.Copy(Repository.Fixture("documents/" + name), Path.Combine(input, name));
        }

        // What a hostile file may be called.
        File.WriteAllText(Path.Combine(input, "<img src=x onerror=alert(1)>&\"'.pdf"), "no pdf");
        Assert.Equal(1, CommandLine.Run("load", input, "--db", Db, "--quiet").Code);
        Assert.Equal(0, CommandLine.Run("report", "--db", Db, "--format", "html", "--out", Folder).Code);
    }

    public string Db => _folder.File("x.sqlite");

    public string Folder => _folder.File("report");

    /// <summary>The page of the seed, with the wrong 小计.</summary>
    public string SeedPage => Directory.EnumerateFiles(Folder, "index.html", SearchOption.AllDirectories)
        .Single(f => File.ReadAllText(f).Contains("<span class=\"file\">seed-calc.pdf</span></p>", StringComparison.Ordinal));

    /// <summary>The number of the anomaly of the wrong 小计, in table 2, row 2, column 3.</summary>
    public string WrongOne => System.Text.RegularExpressions.Regex.Match(
        File.ReadAllText(SeedPage), "id=\"a(\\d+)\"((?!</article>)[\\s\\S])*?:2:2:3</code>").Groups[1].Value;

    public void Dispose() => _folder.Dispose();
}
