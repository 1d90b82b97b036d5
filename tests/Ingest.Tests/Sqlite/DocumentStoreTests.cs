using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Io.Archive;
using Ingest.Io.Export;
using Ingest.Io.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ingest.Tests.Sqlite;

public sealed class DocumentStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Database _database;

    public DocumentStoreTests() => _database = Database.Open(_folder.File("x.sqlite"));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_document_comes_back_as_it_was_stored()
    {
        var document = Samples.Document();
        Store(document);

        var read = ReadOnly();

        // Checks and what they brought are made anew, so they are not read.
        var expected = document with { Checks = [], Anomalies = [document.Anomalies[0]], CheckAnomalies = 0 };
        Assert.Equal(Samples.Dump(expected), Samples.Dump(read));
    }

    [Fact]
    public void Storing_twice_changes_nothing()
    {
        Store(Samples.Document());
        var before = Counts();
        Store(Samples.Document(sha256: new string('a', 64)));
        Store(Samples.Document());

        Assert.Equal(before.Select(c => (c.Table, c.Rows * 2)), Counts());
        Assert.Equal(1, _database.Number($"SELECT id FROM documents WHERE sha256 = '{Samples.Sha}'"));
    }

    [Fact]
    public void Replacing_a_document_leaves_nothing_of_the_former_one()
    {
        Store(Samples.Document());
        Store(new ParsedDocument(new SourceDocument(Samples.Sha, "x.pdf", 1), DocumentIdentity.Unknown, [], [], [], [], [], []));

        Assert.Equal([("documents", 1L)], Counts().Where(c => c.Rows > 0));
        Assert.Equal(1, _database.Number("SELECT state = 'failed' FROM documents"));
    }

    [Fact]
    public void Only_what_is_a_value_or_a_zero_becomes_an_amount()
    {
        var document = Samples.Document();
        var dash = document.Facts[3] with { Amount = new Amount(5, 1) };
        Store(document with { Facts = [dash] });

        Assert.Equal(0, _database.Number("SELECT count(amount_fen) FROM facts"));
    }

    [Fact]
    public void Records_that_contradict_each_other_are_refused_whole()
    {
        var document = Samples.Document();
        var exception = Assert.Throws<SqliteException>(() => Store(document with { Facts = [document.Facts[0], document.Facts[0]] }));

        Assert.Equal(19, exception.SqliteErrorCode);
        Assert.All(Counts(), c => Assert.Equal(0, c.Rows));
    }

    [Fact]
    public void The_counts_of_a_document_are_those_of_its_rows()
    {
        var counts = Store(Samples.Document());

        Assert.Equal(new DocumentCounts(false, 2, 2, 1, 4, 2, 1, 1, 1, 1, 0, 1, 1, 0), counts);
        var summary = Summaries.Read(_database, parserVersion: 1);
        Assert.Equal((1, 0, 1, 0), (summary.Documents, summary.Failed, summary.Lossy, summary.Stale));
        Assert.Equal(counts, summary.Counts);
        Assert.Equal([("", 1), ("expenditure_summary", 1)], summary.Kinds.Order());
        Assert.Equal(1, Summaries.Read(_database, parserVersion: 2).Stale);
    }

    [Fact]
    public void Checks_that_run_again_replace_their_own_results_only()
    {
        Store(Samples.Document());
        using var checks = new Rechecker(_database, jobs: 1);
        Assert.Single(checks.Check([1], CancellationToken.None));
        var anomalies = _database.Number("SELECT count(*) FROM anomalies WHERE stage = 'read'");
        var after = _database.Number("SELECT count(*) FROM checks");
        Assert.Single(checks.Check([1], CancellationToken.None));

        Assert.Equal(1, anomalies);
        Assert.Equal(after, _database.Number("SELECT count(*) FROM checks"));
        Assert.Equal(0, _database.Number("SELECT count(*) FROM anomalies WHERE code = 'row-sum' AND message = 'two' || char(10) || 'lines'"));
    }

    [Fact]
    public void Checks_that_run_again_on_stored_documents_give_the_very_same_records()
    {
        // Whatever the checks look at must be stored: this fails when a record gets a member that the schema lacks.
        foreach (var name in (string[])["seed-chromium", "doc0005", "doc0018"])
        {
            var bytes = File.ReadAllBytes(Repository.Fixture($"documents/{name}.pdf"));
            Store(DocumentWork.Parser(new Ingest.Io.Pdf.DocumentLimits())(new SourceDocument(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), name, 1), bytes, CancellationToken.None));
        }

        var before = Exports();
        using var checks = new Rechecker(_database, jobs: 3);
        Assert.Equal(3, checks.Check(DocumentList.Read(_database).Select(d => d.Id), CancellationToken.None).Count());

        Assert.Equal(before, Exports());
    }

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("-0.50", -50, 2)]
    [InlineData("0.005", 5, 3)]
    [InlineData("12345678901234567890.12", 0, 2)]
    public void Printed_numbers_keep_their_digits(string text, int units, int decimals)
    {
        var number = Exact.Number(text);
        if (units != 0 || text == "0")
        {
            Assert.Equal(new PrintedNumber(units, decimals), number);
        }

        Assert.Equal(text, Exact.Text(number));
    }

    private string Exports()
    {
        using var text = new StringWriter();
        foreach (var name in (string[])["facts", "checks", "anomalies"])
        {
            CsvExport.Write(_database, name, text, CancellationToken.None);
        }

        return text.ToString();
    }

    private DocumentCounts Store(ParsedDocument document)
    {
        using var writer = new DocumentWriter(_database);
        return writer.Replace(document, parserVersion: 1, runId: null);
    }

    private ParsedDocument ReadOnly()
    {
        using var reader = new DocumentReader(_database);
        return reader.Read(1);
    }

    private List<(string Table, long Rows)> Counts() =>
        new[] { "documents", "pages", "tables", "columns", "lines", "cells", "facts", "narrative_facts", "checks", "anomalies" }
            .Select(t => (t, _database.Number($"SELECT count(*) FROM {t}"))).ToList();
}
