using System.Security.Cryptography;
using Ingest.Core.Model;
using Ingest.Io.Archive;
using Ingest.Io.Pdf;
using Ingest.Io.Sqlite;

namespace Ingest.Tests.Archive;

/// <summary>A document can hurt only itself: what ends a process, or does not come to an end, is refused, and the others are stored.</summary>
public sealed class QuarantineTests : IDisposable
{
    private static readonly WorkerCommand ThisProgram = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "ingest.dll"), "parse-apart"]);
    private static readonly WorkerCommand Dying = new("/bin/sh", ["-c", "kill -ABRT $$"]);

    private readonly TempFolder _folder = new();
    private readonly TaskCompletionSource _enough = new();

    private string Db => _folder.File("x.sqlite");

    private string Marks => Db + "-parsing";

    public void Dispose()
    {
        _enough.TrySetResult();
        _folder.Dispose();
    }

    [Fact]
    public void A_document_that_ends_its_process_a_second_time_is_refused_and_the_others_are_stored()
    {
        Good("a");
        var bad = Good("b");
        Good("c");
        LeaveMark(bad);

        var outcome = Load(o => o with { Worker = Dying });

        Assert.Equal((2, 1), (outcome.Added, outcome.Failed));
        var refusal = Assert.Single(Refusals());
        Assert.Contains("signal 6", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Marks));
    }

    [Fact]
    public void A_document_during_which_a_process_was_killed_is_parsed_apart_and_stored_as_always()
    {
        var bytes = Good("a");
        LeaveMark(bytes);

        Assert.Equal(1, Load(o => o with { Worker = ThisProgram }).Added);

        Assert.Equal([.. RowsOf(Db)], RowsOf(InThisProcess()));
        Assert.False(Directory.Exists(Marks));
    }

    [Fact]
    public void Parsed_apart_all_documents_are_stored_as_always()
    {
        Good("a");
        Good("b");
        Good("c");

        Assert.Equal(3, Load(o => o with { Worker = ThisProgram, Isolate = true }).Added);

        Assert.Equal([.. RowsOf(Db)], RowsOf(InThisProcess()));
    }

    [Fact]
    public void The_mark_of_a_document_that_is_stored_already_goes()
    {
        var bytes = Good("a");
        Load();
        LeaveMark(bytes);

        Assert.Equal(1, Load(o => o with { Worker = Dying }).Unchanged);
        Assert.False(Directory.Exists(Marks));
    }

    [Fact]
    public void A_refusal_holds_until_the_limits_change()
    {
        LeaveMark(Good("a"));
        Load(o => o with { Worker = Dying });

        Assert.Equal((0, 1), (Load() is var again ? again.Added : 0, again.Unchanged));
        Assert.Equal(1, Load(o => o with { DocumentLimits = new DocumentLimits(Seconds: 46) }).Added);
        Assert.Empty(Refusals());
    }

    [Fact]
    public void An_archive_with_a_refused_document_is_opened_again_when_the_limits_change()
    {
        _folder.Write("in/x.zip", ZipFiles.Of([("a.pdf", TinyPdf.Of("0 0 m 9 9 l S", "0 0 m 9 9 l S"))]));

        Assert.Equal(1, Load(o => o with { DocumentLimits = new DocumentLimits(Pages: 1) }).Failed);
        Assert.Equal(1, Load(o => o with { DocumentLimits = new DocumentLimits(Pages: 1) }).Unchanged);
        Assert.Equal(1, Load().Added);
    }

    [Fact]
    public void What_a_living_load_has_in_hand_is_no_suspect()
    {
        var bytes = Good("a");
        Directory.CreateDirectory(Marks);
        using var held = File.OpenHandle(MarkOf(bytes), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(1, Load(o => o with { Worker = Dying }).Added);
        Assert.True(File.Exists(MarkOf(bytes)));
    }

    [Fact]
    public void While_a_document_is_parsed_its_mark_is_there()
    {
        var bytes = Good("a");
        var seen = false;

        Load(parse: (source, _, _) =>
        {
            seen = File.Exists(MarkOf(bytes));
            return Empty(source);
        });

        Assert.True(seen);
        Assert.False(File.Exists(MarkOf(bytes)));
    }

    [Fact]
    public void A_document_that_is_asked_to_end_in_time_and_does_is_refused()
    {
        Good("a");

        Load(o => o with { DocumentLimits = new DocumentLimits(Seconds: 1) }, (_, _, cancel) =>
        {
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
            }
        });

        Assert.Contains("limit seconds", Assert.Single(Refusals()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_does_not_end_when_asked_is_left_behind_and_the_others_are_stored()
    {
        Good("a");
        Good("b");

        var outcome = Load(o => o with { DocumentLimits = new DocumentLimits(Seconds: 1) }, (source, _, _) =>
        {
            while (source.Name == "a.pdf" && !_enough.Task.IsCompleted)
            {
            }

            return Empty(source);
        });

        Assert.Equal((1, 1), (outcome.Added, outcome.Failed));
        Assert.Contains("limit seconds", Assert.Single(Refusals()).Message, StringComparison.Ordinal);
    }

    private static ParsedDocument Empty(SourceDocument source) =>
        new(source, DocumentIdentity.Unknown, [new PageSummary(1, 1, 1, 1, 1, 1, true)], [], [], [], [], []);

    private byte[] Good(string name)
    {
        var bytes = TinyPdf.Of(TinyPdf.Table([["name", "a", "b"], [name, "1.00", "2.00"]]));
        _folder.Write($"in/{name}.pdf", bytes);
        return bytes;
    }

    private string MarkOf(byte[] bytes) => Path.Combine(Marks, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private void LeaveMark(byte[] bytes)
    {
        Directory.CreateDirectory(Marks);
        File.WriteAllBytes(MarkOf(bytes), []);
    }

    private LoadOutcome Load(Func<LoadOptions, LoadOptions>? with = null, Parse? parse = null, string? db = null)
    {
        using var database = Database.Open(db ?? Db);
        var options = new LoadOptions([_folder.File("in")], Jobs: 2);
        return new Loader(database, with?.Invoke(options) ?? options, LoadWatcher.Silent, parse).Run(TestContext.Current.CancellationToken);
    }

    private string InThisProcess()
    {
        var db = _folder.File("other.sqlite");
        Load(db: db);
        return db;
    }

    private static IEnumerable<string> RowsOf(string db)
    {
        using var database = Database.OpenForReading(db);
        using var row = new Statement(database.Connection, """
            SELECT f.path, d.state, d.parser_version, d.run_id, d.pages, d.tables, d.facts, d.lost, (SELECT group_concat(c.raw, '|') FROM cells c JOIN tables t ON t.id = c.table_id WHERE t.document_id = d.id)
            FROM files f JOIN documents d ON d.sha256 = f.sha256 ORDER BY f.path
            """);
        while (row.Step())
        {
            yield return string.Join(' ', Enumerable.Range(0, row.Columns).Select(row.Text));
        }
    }

    private List<(string Name, string Message)> Refusals()
    {
        using var database = Database.OpenForReading(Db);
        using var row = new Statement(database.Connection, "SELECT d.name, a.message FROM anomalies a JOIN documents d ON d.id = a.document_id WHERE a.code = 'document-refused'");
        var found = new List<(string, string)>();
        while (row.Step())
        {
            found.Add((row.Text(0), row.Text(1)));
        }

        return found;
    }
}
