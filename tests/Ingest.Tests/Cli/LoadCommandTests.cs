using System.Text;
using System.Text.Json;
using Ingest.Cli;
using Ingest.Io.Sqlite;
using Ingest.Tests.Archive;

namespace Ingest.Tests.Cli;

public sealed class LoadCommandTests : IDisposable
{
    private static readonly byte[] Good = TinyPdf.Of(TinyPdf.Table([["Item", "Sum"], ["Alpha", "1,234.50"]]));

    private readonly TempFolder _folder = new();

    private string Db => _folder.File("out/x.sqlite");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_clean_load_is_code_0_and_writes_nothing_to_standard_output()
    {
        var run = Load(_folder.Write("a.pdf", Good));

        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Contains("1 loaded (1 page), 0 known already, 0 failed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_is_json_for_programs()
    {
        _folder.Write("in/a.pdf", Good);
        _folder.Write("in/b.docx", "x"u8);

        using var json = JsonDocument.Parse(Load(_folder.File("in"), "--json").Output);

        Assert.Equal(1, json.RootElement.GetProperty("added").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("ignored").GetProperty(".docx").GetInt32());
    }

    [Fact]
    public void Bad_documents_are_named_and_remembered_and_the_good_ones_go_on()
    {
        _folder.Write("in/page.pdf", "<!DOCTYPE html><html><head><title>404</title></head></html>"u8);
        _folder.Write("in/empty.pdf", []);
        _folder.Write("in/cut.pdf", Good.AsSpan(0, 60));
        _folder.Write("in/text.pdf", Encoding.UTF8.GetBytes("这不是 PDF"));
        _folder.Write("in/bad.zip", "PK but no archive"u8);
        _folder.Write("in/good.pdf", Good);
        File.CreateSymbolicLink(_folder.File("in/gone.pdf"), "nowhere.pdf");

        var run = Load(_folder.File("in"), _folder.File("missing.pdf"));

        Assert.Equal(1, run.Code);
        var lines = run.Error.TrimEnd('\n').Split('\n');
        foreach (var name in (string[])["page.pdf", "empty.pdf", "cut.pdf", "text.pdf", "bad.zip", "gone.pdf", "missing.pdf"])
        {
            Assert.Single(lines, l => l.Contains(name + ": ", StringComparison.Ordinal));
        }

        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("internal-error", run.Error, StringComparison.Ordinal);
        var anomalies = CommandLine.Run("export", "anomalies", "--db", Db).Output;
        foreach (var name in (string[])["page.pdf", "empty.pdf", "cut.pdf", "text.pdf", "bad.zip", "gone.pdf", "missing.pdf"])
        {
            Assert.Contains("\n" + name, anomalies, StringComparison.Ordinal);
        }

        using var database = Database.OpenForReading(Db);
        Assert.Equal(1, database.Number("SELECT count(*) FROM documents WHERE state = 'parsed' AND tables > 0"));
    }

    [Fact]
    public void A_second_load_of_bad_documents_is_code_1_again()
    {
        var page = _folder.Write("page.pdf", "<html></html>"u8);

        Assert.Equal((1, 1), (Load(page).Code, Load(page).Code));
    }

    [Fact]
    public void An_archive_with_chinese_names_is_loaded_and_exported_under_them()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        var zip = _folder.Write("x.zip", ZipFiles.Of([("2023/大数据中心.pdf", Good)], gbk));

        Assert.Equal(0, Load(zip).Code);
        Assert.Contains("\n大数据中心.pdf,", CommandLine.Run("export", "tables", "--db", Db).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("file.txt/x.sqlite")]
    [InlineData("file.txt")]
    public void A_database_that_cannot_be_written_is_code_3(string db)
    {
        _folder.Write("file.txt", "some text that is no database, long enough to look at"u8);

        var run = CommandLine.Run("load", _folder.Write("a.pdf", Good), "--db", Path.Combine(_folder.Path, db));

        Assert.Equal(3, run.Code);
        Assert.Contains(db, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_load_is_code_130()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        using var output = new MemoryStream();
        using var error = new StringWriter();

        var code = Program.Run(["load", _folder.Write("a.pdf", Good), "--db", Db], new Terminal(output, error, false, false, 100, cancel.Token));

        Assert.Equal(130, code);
        Assert.Contains("kept", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_terminal_a_bar_is_drawn_and_troubles_are_told_beside_it()
    {
        _folder.Write("in/a.pdf", Good);
        _folder.Write("in/[b].pdf", "<html>[/]</html>"u8);
        using var output = new MemoryStream();
        using var error = new StringWriter();

        var code = Program.Run(["load", _folder.File("in"), "--db", Db], new Terminal(output, error, true, true, 100, CancellationToken.None));

        Assert.Equal(1, code);
        Assert.Contains("not-a-pdf", error.ToString().ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.Contains("documents  ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("lost  1  not-a-pdf", error.ToString(), StringComparison.Ordinal);
    }

    private CommandLine.Outcome Load(params string[] args) => CommandLine.Run(["load", .. args, "--db", Db]);
}
