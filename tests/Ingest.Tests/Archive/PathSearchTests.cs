using System.Text;
using Ingest.Io.Archive;

namespace Ingest.Tests.Archive;

public sealed class PathSearchTests : IDisposable
{
    private static readonly byte[] Pdf = "%PDF-1.4 and so on"u8.ToArray();

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_its_pdfs_on_all_levels_in_ordinal_order()
    {
        foreach (var name in (string[])["b.pdf", "a/z.PDF", "a/B.pdf", "a/c/d.pdf", "notes.txt", "data.xlsx"])
        {
            _folder.Write(name, Pdf.AsSpan(0, name.EndsWith("pdf", StringComparison.OrdinalIgnoreCase) ? Pdf.Length : 2));
        }

        Assert.Equal(["a/B.pdf", "a/c/d.pdf", "a/z.PDF", "b.pdf", "ignored .xlsx", "ignored .txt"], Search(_folder.Path));
    }

    [Fact]
    public void A_file_without_a_telling_name_is_a_pdf_when_its_first_bytes_say_so()
    {
        _folder.Write("rBUtIm", Pdf);
        _folder.Write("other", "GIF89a"u8);

        Assert.Equal(["ignored ", "rBUtIm"], Search(_folder.Path));
    }

    [Fact]
    public void A_missing_path_and_a_dangling_link_are_given_out_with_an_anomaly()
    {
        File.CreateSymbolicLink(_folder.File("gone.pdf"), _folder.File("nowhere.pdf"));
        _folder.Write("ok.pdf", Pdf);

        Assert.Equal(["gone.pdf: file-unreadable", "ok.pdf", "no.pdf: file-unreadable"], Search(_folder.Path, _folder.File("no.pdf")));
    }

    [Fact]
    public void A_link_back_to_a_folder_above_ends()
    {
        _folder.Write("a/x.pdf", Pdf);
        Directory.CreateSymbolicLink(_folder.File("a/up"), _folder.Path);

        Assert.Equal(["a/x.pdf"], Search(_folder.Path));
    }

    [Fact]
    public void Links_that_fan_out_lead_to_each_folder_once()
    {
        // Two links on each of thirty levels: a thousand million paths to one file.
        for (var i = 0; i < 30; i++)
        {
            Directory.CreateDirectory(_folder.File($"{i}"));
            Directory.CreateSymbolicLink(_folder.File($"{i}/a"), $"../{i + 1}");
            Directory.CreateSymbolicLink(_folder.File($"{i}/b"), $"../{i + 1}");
        }

        _folder.Write("30/x.pdf", Pdf);

        Assert.EndsWith("x.pdf", Assert.Single(Search(_folder.File("0"))), StringComparison.Ordinal);
        Assert.Equal(0, PathCount.Of([_folder.File("0")]));
    }

    [Fact]
    public void A_pipe_and_a_device_are_no_documents()
    {
        Run($"mkfifo '{_folder.File("a.pdf")}' '{_folder.File("b.zip")}' '{_folder.File("c")}'");
        File.CreateSymbolicLink(_folder.File("d.pdf"), "/dev/zero");
        _folder.Write("e.pdf", Pdf);

        Assert.Equal(["a.pdf: file-unreadable", "b.zip: file-unreadable", "ignored ", "d.pdf: file-unreadable", "e.pdf"], Search(_folder.Path));
        Assert.Equal(["a.pdf: file-unreadable"], Search(_folder.File("a.pdf")));
    }

    [Fact]
    public void Names_that_are_no_utf_8_are_read_and_told_by_their_bytes()
    {
        _folder.Write("x", Pdf);
        Run($"cd '{_folder.Path}'" + """ && d=$(printf '\316\304') && mkdir "$d" && cp x "$d/a.pdf" && mv x "$(printf '\377\376').pdf" """);

        var found = new PathSearch(new ArchiveLimits(), _ => false).Search([_folder.Path]).OfType<Found.Document>().ToList();

        Assert.Equal([_folder.File("\\xCE\\xC4/a.pdf"), _folder.File("\\xFF\\xFE.pdf")], found.Select(f => f.File.Path));
        Assert.All(found, f => Assert.Equal(Pdf, f.Content));
        Assert.All(found, f => Assert.Equal(Pdf, StoredBytes.Find([f.File.Path], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf)))));

        // .NET cannot delete them either.
        Run($"rm -r '{_folder.Path}'/*");
    }

    [Fact]
    public void A_pdf_that_is_called_zip_is_read_as_what_it_is()
    {
        _folder.Write("a.zip", Pdf);
        _folder.Write("x.zip", ZipFiles.Of([("b.zip", Pdf)]));

        Assert.Equal(["a.zip", "x.zip!/b.zip (18 bytes)", "end of x.zip"], Search(_folder.Path));
    }

    [Fact]
    public void Entries_of_one_name_are_files_of_their_own_and_can_be_had_again()
    {
        byte[] second = [.. Pdf, 1], third = [.. Pdf, 2];
        var zip = _folder.Write("x.zip", ZipFiles.Of([("a.pdf", Pdf), ("a.pdf", second), ("b.pdf", Pdf), ("a.pdf", third)]));

        Assert.Equal(
            ["x.zip!/a.pdf (18 bytes)", "x.zip!/a.pdf#2 (19 bytes)", "x.zip!/a.pdf#3 (19 bytes)", "x.zip!/b.pdf (18 bytes)", "end of x.zip"], Search(zip));
        Assert.Equal(third, StoredBytes.Find([zip + "!/a.pdf#3"], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(third))));
    }

    [Fact]
    public void An_entry_that_does_not_match_its_checksum_is_refused()
    {
        var zip = ZipFiles.Of([("a.pdf", Pdf), ("b.pdf", Pdf)]);
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 16] ^= 1;
        _folder.Write("x.zip", zip);

        Assert.Equal(["x.zip!/a.pdf: archive-refused", "x.zip!/b.pdf (18 bytes)"], Search(_folder.Path));
        Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));
    }

    private static void Run(string command)
    {
        using var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", command]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    [Fact]
    public void A_list_names_paths_line_by_line()
    {
        var a = _folder.Write("甲.pdf", Pdf);
        var list = _folder.Write("list.txt", Encoding.UTF8.GetBytes($"\uFEFF# all\r\n{a}\r\n\r\n{_folder.File("no.pdf")}\n"));
        var chinese = _folder.Write("gbk.txt", CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes(a + "\n"));

        Assert.Equal(["甲.pdf", "no.pdf: file-unreadable"], Search("@" + list));
        Assert.Equal(["甲.pdf"], Search("@" + chinese));
        Assert.Equal(["none.txt: file-unreadable"], Search("@" + _folder.File("none.txt")));
    }

    [Fact]
    public void An_archive_gives_its_pdfs_and_its_end()
    {
        _folder.Write("x.zip", ZipFiles.Of([("b/二.pdf", Pdf), ("a.pdf", Pdf), ("b/", []), ("__MACOSX/a.pdf", Pdf), ("c.doc", Pdf)]));

        Assert.Equal(["x.zip!/a.pdf (18 bytes)", "x.zip!/b/二.pdf (18 bytes)", "ignored .doc", "end of x.zip"], Search(_folder.Path));
    }

    [Fact]
    public void Entry_names_in_a_chinese_code_page_are_read()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        _folder.Write("x.zip", ZipFiles.Of([("部门预算.pdf", Pdf)], gbk));

        Assert.Equal(["x.zip!/部门预算.pdf (18 bytes)", "end of x.zip"], Search(_folder.Path));
    }

    [Fact]
    public void Archives_within_archives_are_read_to_a_depth()
    {
        var inner = ZipFiles.Of([("deep.pdf", Pdf)]);
        var middle = ZipFiles.Of([("inner.zip", inner), ("m.pdf", Pdf)]);
        _folder.Write("x.zip", ZipFiles.Of([("middle.zip", middle)]));

        Assert.Equal(
            ["x.zip!/middle.zip!/inner.zip!/deep.pdf (18 bytes)", "x.zip!/middle.zip!/m.pdf (18 bytes)", "end of x.zip"], Search(_folder.Path));
        Assert.Equal(
            ["x.zip!/middle.zip!/inner.zip: archive-refused", "x.zip!/middle.zip!/m.pdf (18 bytes)"], Search(new ArchiveLimits(Depth: 2), _folder.Path));
    }

    [Fact]
    public void A_bomb_is_refused_and_its_neighbours_are_read()
    {
        _folder.Write("x.zip", ZipFiles.Of([("bomb.pdf", new byte[1 << 20]), ("good.pdf", Pdf)]));

        var ratio = new ArchiveLimits(RatioFromBytes: 1 << 16);
        var size = new ArchiveLimits(EntryBytes: 1 << 16);
        Assert.Equal(["x.zip!/bomb.pdf: archive-refused", "x.zip!/good.pdf (18 bytes)"], Search(ratio, _folder.Path));
        Assert.Equal(["x.zip!/bomb.pdf: archive-refused", "x.zip!/good.pdf (18 bytes)"], Search(size, _folder.Path));
        Assert.Equal(
            ["x.zip!/bomb.pdf (1048576 bytes)", "x.zip!/good.pdf: archive-refused"], Search(new ArchiveLimits(TotalBytes: 1 << 20), _folder.Path));
    }

    [Fact]
    public void A_damaged_archive_is_refused_by_name()
    {
        _folder.Write("cut.zip", ZipFiles.Of([("a.pdf", Pdf)]).AsSpan(0, 40));
        _folder.Write("false.zip", "no archive at all"u8);

        Assert.Equal(["cut.zip: archive-refused", "false.zip: archive-refused"], Search(_folder.Path));
    }

    private string[] Search(params string[] paths) => Search(new ArchiveLimits(), paths);

    private string[] Search(ArchiveLimits limits, params string[] paths) =>
        new PathSearch(limits, _ => false).Search(paths).Select(Say).OrderBy(s => s.StartsWith("ignored", StringComparison.Ordinal) && paths.Length == 0).ToArray();

    private string Say(Found found) => found switch
    {
        Found.Document { Content: null } d => Short(d.File.Path),
        Found.Document d => $"{Short(d.File.Path)} ({d.Content!.Length} bytes)",
        Found.Unreadable u => $"{Short(u.File.Path)}: {u.Anomaly.Code.Id}",
        Found.Ignored i => $"ignored {i.Extension}",
        Found.ArchiveEnd e => $"end of {Short(e.File.Path)}",
        _ => "?",
    };

    private string Short(string path) => Path.GetRelativePath(_folder.Path, path);
}
