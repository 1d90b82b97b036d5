using System.Text;
using Ingest.Core.Reports;
using Ingest.Core.Text;
using Ingest.Io.Sqlite;
using Ingest.Tests.Sqlite;

namespace Ingest.Tests.Cli;

/// <summary>What is said when a command asks for what cannot be, or is not there.</summary>
public sealed class MistakeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public MistakeTests()
    {
        using var database = Database.Open(Db);
        using var writer = new DocumentWriter(database);
        writer.Replace(Samples.Document(), parserVersion: Core.DocumentParser.Version, runId: null);
    }

    private string Db => _folder.File("x.sqlite");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("load", "x.pdf", "--dbb", "a.sqlite", "--db")]
    [InlineData("load", "x.pdf", "--jbos=2", "--jobs")]
    [InlineData("export", "facts", "--fromat", "csv", "--format")]
    [InlineData("plan", "x", "--statsu", "--status")]
    [InlineData("status", "--jsno", "--json")]
    [InlineData("laod", "x.pdf", "load")]
    [InlineData("portals", "lst", "list")]
    public void An_unknown_option_or_command_is_refused_with_the_nearest_name(params string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var run = CommandLine.Run(args[..^1]);

        Assert.Equal(2, run.Code);
        Assert.Contains($"is {args[^1]} meant?", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.TrimEnd().Split('\n').Length);
        Assert.False(File.Exists("out/ingest.sqlite"));
    }

    [Fact]
    public void A_file_whose_name_begins_with_a_hyphen_can_be_named_behind_two_of_them() =>
        Assert.Contains("1 failed", CommandLine.Run("load", "--db", _folder.File("y.sqlite"), "--", "-x.pdf").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("FILE.pdf", "tables", "")]
    [InlineData("PATH", "load", "x.pdf", "")]
    [InlineData("--db", "status", "--db", "")]
    public void An_empty_value_is_refused_by_its_name(string name, params string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var run = CommandLine.Run(args);

        Assert.Equal(2, run.Code);
        Assert.Contains($"ingest: {name} is empty.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("load x --jobs many", "--jobs wants a whole number, not 'many'")]
    [InlineData("load x --verbosity loud", "--verbosity wants quiet or normal or detailed, not 'loud'")]
    [InlineData("run --delay soon", "--delay wants a number, not 'soon'")]
    [InlineData("explain --document x --table one", "--table wants a whole number, not 'one'")]
    [InlineData("draw x.pdf first", "PAGE wants a whole number, not 'first'")]
    public void A_value_that_cannot_be_is_told_in_words(string line, string said)
    {
        ArgumentNullException.ThrowIfNull(line);
        var run = CommandLine.Run(line.Split(' '));

        Assert.Equal(2, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_that_finds_no_PDF_is_code_1()
    {
        _folder.Write("in/notes.docx", "x"u8);
        var run = CommandLine.Run("load", _folder.File("in"), "--db", _folder.File("y.sqlite"));

        Assert.Equal(1, run.Code);
        Assert.Contains("there is no PDF and no archive in " + _folder.File("in"), run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--entity", "青山区数据中心", "is 青山区大数据中心 meant?")]
    [InlineData("--region", "999999", "no document of region 999999; the database has 420107")]
    [InlineData("--year", "1999", "no document of 1999; the database has 2023")]
    [InlineData("--phase", "final", "no document fits all of the filters together")]
    [InlineData("--kind", "procurement", "nothing fits")]
    public void An_export_of_what_is_not_there_is_code_1_and_says_what_is(string option, string value, string said)
    {
        if (value == "procurement")
        {
            value = Core.Budget.Kinds.KindCatalog.All[^1].Id;
        }

        var run = Run("export", "facts", option, value);

        Assert.Equal(1, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_found_by_its_body_and_year_and_one_that_is_not_there_is_told_with_what_is_near()
    {
        Assert.Equal(0, Run("explain", "--document", "青山区大数据中心 2023", "--table", "1", "--row", "2", "--col", "2").Code);
        Assert.Equal(0, Run("explain", "--document", "青山区大数据中心 2023 budget", "--table", "1", "--row", "2", "--col", "2").Code);
        Assert.Equal(1, Run("explain", "--document", "青山区大数据中心 2022", "--table", "1", "--row", "2", "--col", "2").Code);

        var run = Run("explain", "--document", "数据中心", "--table", "1", "--row", "2", "--col", "2");
        Assert.Equal(1, run.Code);
        Assert.Contains("数据中心.pdf or 青山区大数据中心 meant?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_told_with_its_size_and_place()
    {
        Assert.Contains("facts: 4 rows, 1.", Run("export", "facts", "--out", _folder.File("a.csv")).Error, StringComparison.Ordinal);
        Assert.EndsWith(_folder.File("r.txt") + "\n", Run("report", "--out", _folder.File("r.txt")).Error, StringComparison.Ordinal);
        Assert.Equal("", Run("export", "facts").Error);
    }

    [Fact]
    public void The_extension_decides_the_format_or_is_refused()
    {
        Assert.Equal(0, Run("export", "facts", "--out", _folder.File("a.xlsx")).Code);
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(_folder.File("a.xlsx"))[..2]);
        Assert.Equal(0, Run("report", "--out", _folder.File("r.json")).Code);
        Assert.StartsWith("{", File.ReadAllText(_folder.File("r.json")), StringComparison.Ordinal);

        foreach (var args in (string[][])[
            ["export", "facts", "--format", "xlsx", "--out", "z.csv"], ["export", "facts", "--out", "z.pdf"],
            ["report", "--format", "text", "--out", "z.json"], ["report", "--format", "html", "--out", "z.html"]])
        {
            Assert.Equal(2, Run(args).Code);
            Assert.False(File.Exists(args[^1]));
        }
    }

    [Fact]
    public void A_data_package_is_not_written_among_other_files()
    {
        _folder.Write("mine/thesis.txt", "x"u8);

        Assert.Equal(3, Run("export", "facts", "--format", "datapackage", "--out", _folder.File("mine")).Code);
        Assert.Equal(0, Run("export", "facts", "--format", "datapackage", "--out", _folder.File("new")).Code);
        Assert.Equal(0, Run("export", "facts", "--format", "datapackage", "--out", _folder.File("new")).Code);
    }

    [Fact]
    public void All_mistakes_of_a_portal_file_are_told_at_once()
    {
        _folder.Write("p/x.yaml", Encoding.UTF8.GetBytes("name: X\nregion: \"42\"\narchetype: blog\nstart: [ftp://x]\ndelay: soon\nlist: { macth: a, items: \"a[[\" }\nexpect:\n  - { since: 2023, kinds: [audit] }\n"));
        var run = CommandLine.Run("portals", "list", "--portals", _folder.File("p"));

        Assert.Equal(2, run.Code);
        foreach (var said in (string[])["name:", "'title' is missing", "region:", "'blog' is none of", "'ftp://x' is no http", "delay:", "is 'match' meant?", "no CSS selector", "'expect.body' is missing", "'audit'"])
        {
            Assert.Single(run.Error.Split('\n'), l => l.Contains(said, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_list_of_portals_names_archetypes_as_files_do()
    {
        var list = CommandLine.Run("portals", "list").Output;

        Assert.Contains(" paged-list ", list, StringComparison.Ordinal);
        Assert.DoesNotContain("PagedList", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "file", "1 file")]
    [InlineData(0, "file", "0 files")]
    [InlineData(2, "entry", "2 entries")]
    [InlineData(1200, "more loss", "1,200 more losses")]
    [InlineData(2, "survey", "2 surveys")]
    public void Numbers_of_things_are_said_as_people_do(long count, string one, string said) => Assert.Equal(said, Plural.Of(count, one));

    [Fact]
    public void A_name_that_is_like_none_gets_no_hint()
    {
        Assert.Equal("", NearNames.Hint("--xyz", ["--db", "--jobs"]));
        Assert.Equal(["load"], NearNames.Of("laod", ["load", "plan", "work"]));
    }

    private CommandLine.Outcome Run(params string[] args) => CommandLine.Run([.. args, "--db", Db]);
}
