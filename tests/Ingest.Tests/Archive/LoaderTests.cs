using System.Collections.Concurrent;
using Ingest.Core.Model;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;

namespace Ingest.Tests.Archive;

/// <summary>With one job, where search, parse and write take turns.</summary>
public sealed class LoaderInTurnsTests() : LoaderTests(1)
{
    [Fact]
    public void Each_document_is_stored_before_the_next_is_parsed()
    {
        Write(5);
        var stored = new List<int>();

        Load(parse: (source, _, _) =>
        {
            stored.Add(Count("documents"));
            return Parsed(source);
        });

        Assert.Equal([0, 1, 2, 3, 4], stored);
    }
}

/// <summary>With the fewest jobs that have threads of their own.</summary>
public sealed class LoaderSideBySideTests() : LoaderTests(2)
{
    [Fact]
    public void Two_documents_are_parsed_at_a_time()
    {
        Write(2);
        using var both = new Barrier(2);

        Load(parse: (source, _, _) => both.SignalAndWait(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)
            ? Parsed(source)
            : throw new TimeoutException("The other one was not begun."));

        Assert.Equal(0, Count("anomalies"));
        Assert.Equal(2, Count("documents"));
    }
}

/// <summary>What holds for a load however many jobs it has.</summary>
public abstract class LoaderTests(int jobs) : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ConcurrentBag<string> _parsed = [];

    private string Db => _folder.File("db/x.sqlite");

    private string Documents => _folder.File("in");

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_second_load_reads_nothing_again()
    {
        Write(5);
        Write("in/more.zip", ZipFiles.Of([("z1.pdf", Bytes("z1")), ("z2.pdf", Bytes("z2"))]));

        var first = Load();
        Assert.Equal((7, 0, 0), (first.Added, first.Unchanged, first.Failed));
        Assert.Equal(7, _parsed.Count);

        var second = Load();
        Assert.Equal((0, 7, 0), (second.Added, second.Unchanged, second.Failed));
        Assert.Equal(7, _parsed.Count);
    }

    [Fact]
    public void A_touched_file_is_hashed_but_not_parsed_again_and_a_changed_one_is()
    {
        Write(2);
        Load();
        File.SetLastWriteTimeUtc(_folder.File("in/0.pdf"), DateTime.UnixEpoch);
        Write("in/1.pdf", Bytes("changed"));

        var outcome = Load();

        Assert.Equal((1, 1), (outcome.Added, outcome.Unchanged));
        Assert.Equal(["0.pdf", "1.pdf", "1.pdf"], _parsed.Order());
    }

    [Fact]
    public void The_same_bytes_under_two_names_are_one_document_and_two_files()
    {
        Write("in/a.pdf", Bytes("same"));
        Write("in/b.pdf", Bytes("same"));

        var outcome = Load();

        Assert.Equal((1, 1), (outcome.Added, outcome.Unchanged));
        using var database = Database.OpenForReading(Db);
        Assert.Equal(1, database.Number("SELECT count(*) FROM documents"));
        Assert.Equal(2, database.Number("SELECT count(*) FROM files"));
        Assert.Equal("a.pdf", Assert.Single(DocumentList.Read(database)).Name);
    }

    [Fact]
    public void A_load_that_was_cancelled_keeps_what_it_had_and_the_next_one_goes_on()
    {
        Write(20);
        using var cancel = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Load(
            cancel: cancel.Token,
            parse: (source, _, token) =>
            {
                token.ThrowIfCancellationRequested();
                if (_parsed.Count == 8)
                {
                    cancel.Cancel();
                }

                return Parsed(source);
            }));

        var kept = Count("documents");
        Assert.InRange(kept, 8, 12);
        Assert.Equal("cancelled", LastRun().State);

        var before = _parsed.Count;
        var outcome = Load();
        Assert.Equal((20 - kept, kept), (outcome.Added, outcome.Unchanged));
        Assert.Equal(before + outcome.Added, _parsed.Count);
        Assert.Equal(20, Count("documents"));
        Assert.Equal("finished", LastRun().State);
    }

    [Fact]
    public void A_load_killed_between_two_files_of_the_same_content_leaves_no_hole()
    {
        // What a kill leaves: the second name is remembered, the document is not stored.
        Write("in/a.pdf", Bytes("same"));
        Write("in/b.pdf", Bytes("same"));
        Load();
        using (var database = Database.Open(Db))
        {
            database.Execute("DELETE FROM documents");
        }

        Assert.Equal(1, Load().Added);
        Assert.Equal(1, Count("documents"));
    }

    [Fact]
    public void A_fault_of_the_program_ends_one_document_and_is_tried_again()
    {
        Write(3);
        var broken = true;
        Parse parse = (source, _, _) => broken && source.Name == "1.pdf" ? throw new InvalidCastException("oh") : Parsed(source);

        var outcome = Load(parse: parse);
        Assert.Equal((2, 1), (outcome.Added, outcome.Failed));
        using (var database = Database.OpenForReading(Db))
        {
            using var row = new Statement(database.Connection, "SELECT code, message FROM anomalies");
            Assert.True(row.Step());
            Assert.Equal("internal-error", row.Text(0));
            Assert.Contains("InvalidCastException", row.Text(1), StringComparison.Ordinal);
        }

        broken = false;
        outcome = Load(parse: parse);
        Assert.Equal((1, 2, 0), (outcome.Added, outcome.Unchanged, outcome.Failed));
        Assert.Equal(0, Count("anomalies"));
    }

    [Fact]
    public void Records_that_the_database_refuses_end_one_document()
    {
        Write(2);
        var twice = new PageSummary(1, 1, 1, 1, 1, 1, true);

        var outcome = Load(parse: (source, _, _) => source.Name == "0.pdf" ? Parsed(source) with { Pages = [twice, twice] } : Parsed(source));

        Assert.Equal((1, 1), (outcome.Added, outcome.Failed));
        Assert.Equal(2, Count("documents"));
    }

    [Fact]
    public void Losses_are_remembered_by_the_next_load()
    {
        Write(2);
        var loss = Anomalies.Of(AnomalyCodes.MissingFont, "no font", "缺字体");
        Parse parse = (source, _, _) => source.Name == "0.pdf" ? Parsed(source) with { Anomalies = [loss] } : Parsed(source);

        Assert.Equal(1, Load(parse: parse).Lossy);
        Assert.Equal((2, 1), (Load().Unchanged, Load().Lossy));
    }

    [Fact]
    public void An_unreadable_file_is_remembered_until_it_can_be_read()
    {
        Write(1);
        File.CreateSymbolicLink(_folder.File("in/later.pdf"), _folder.File("later"));

        Assert.Equal((1, 1), (Load().Added, Count("anomalies")));
        Write("later", Bytes("later"));
        Assert.Equal((1, 1, 0), (Load() is var o ? o.Added : 0, o.Unchanged, o.Failed));
        Assert.Equal(0, Count("anomalies"));
    }

    [Fact]
    public void An_archive_that_changed_forgets_what_is_no_longer_in_it()
    {
        Write("in/x.zip", ZipFiles.Of([("a.pdf", Bytes("a")), ("b.pdf", Bytes("b"))]));
        Load();
        Write("in/x.zip", ZipFiles.Of([("b.pdf", Bytes("b")), ("c.pdf", Bytes("c"))]));
        File.SetLastWriteTimeUtc(_folder.File("in/x.zip"), DateTime.UnixEpoch);

        var outcome = Load();

        Assert.Equal((1, 1), (outcome.Added, outcome.Unchanged));
        using var database = Database.OpenForReading(Db);
        Assert.Equal(2, database.Number("SELECT count(*) FROM files WHERE state = 'document'"));
    }

    [Fact]
    public void A_writer_that_fails_stops_the_load_and_does_not_hang()
    {
        Write(50);
        using (var database = Database.Open(Db))
        {
            database.Execute("CREATE TRIGGER full BEFORE INSERT ON documents WHEN (SELECT count(*) FROM documents) >= 3 BEGIN SELECT raise(ABORT, 'full'); END");
        }

        // A trigger's refusal looks like contradictory records; the second refusal of the same document is final.
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => Load());
        Assert.Equal(3, Count("documents"));
        Assert.Equal("failed", LastRun().State);
    }

    protected LoadOutcome Load(Parse? parse = null, CancellationToken cancel = default)
    {
        using var database = Database.Open(Db);
        return new Loader(database, new LoadOptions([Documents], jobs), LoadWatcher.Silent, parse ?? ((source, _, _) => Parsed(source))).Run(cancel);
    }

    protected ParsedDocument Parsed(SourceDocument source)
    {
        _parsed.Add(source.Name);
        return new ParsedDocument(source, DocumentIdentity.Unknown, [new PageSummary(1, 1, 1, 1, 1, 1, true)], [], [], [], [], []);
    }

    protected void Write(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Write($"in/{i}.pdf", Bytes($"{i}"));
        }
    }

    private void Write(string name, byte[] content) => _folder.Write(name, content);

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes("%PDF-" + text);

    protected int Count(string table)
    {
        using var database = Database.OpenForReading(Db);
        return (int)database.Number($"SELECT count(*) FROM {table}");
    }

    private Run LastRun()
    {
        using var database = Database.OpenForReading(Db);
        return Runs.Last(database, 1)[0];
    }
}
