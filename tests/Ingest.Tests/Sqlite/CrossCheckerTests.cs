using Ingest.Core.Model;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;
using Ingest.Tests.Golden;

namespace Ingest.Tests.Sqlite;

public sealed class CrossCheckerTests(FixtureDatabase fixtures) : IDisposable
{
    private const string Rows = """
        SELECT d.sha256, k.ordinal, k.identity, k.left_side, k.right_side, k.result, k.other_sha256 FROM checks k JOIN documents d ON d.id = k.document_id WHERE k.other_sha256 IS NOT NULL
        UNION ALL
        SELECT d.sha256, a.code, a.found, a.expected, a.message, a.severity, a.other_sha256 FROM anomalies a JOIN documents d ON d.id = a.document_id WHERE a.other_sha256 IS NOT NULL
        ORDER BY 1, 2
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_load_ends_with_the_comparisons_and_documents_count_them()
    {
        Assert.Equal(
            [["years-2023-final.pdf", "Y1.budget", "pass", "3"], ["years-2024-budget.pdf", "N4", "pass", "1"], ["years-2024-budget.pdf", "Y1", "fail", "4"], ["years-2024-budget.pdf", "Y1", "pass", "10"]],
            fixtures.Rows("SELECT d.name, k.identity, k.result, count(*) FROM checks k JOIN documents d ON d.id = k.document_id WHERE k.other_sha256 IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"));
        Assert.Equal(
            [["years-2024-budget.pdf", "2010302-一般行政管理事务", "125.50", "120.50"]],
            fixtures.Rows("SELECT d.name, a.label, a.found, a.expected FROM anomalies a JOIN documents d ON d.id = a.document_id WHERE a.code = 'cross-year'"));
        Assert.Equal([], fixtures.Rows("""
            SELECT name FROM documents d
            WHERE passed <> (SELECT count(*) FROM checks k WHERE k.document_id = d.id AND k.result = 'pass')
               OR not_passed <> (SELECT count(*) FROM checks k WHERE k.document_id = d.id AND k.result = 'fail')
               OR notes <> (SELECT count(*) FROM anomalies a WHERE a.document_id = d.id AND a.severity = 'note')
            """));
        Assert.Equal([["0"]], fixtures.Rows("SELECT count(*) FROM entities WHERE compared = 0"));
    }

    [Fact]
    public void The_order_of_loading_a_kill_in_between_and_running_again_leave_no_trace()
    {
        using var forward = Stored("forward.sqlite", [0, 1, 2]);
        using var backward = Stored("backward.sqlite", [2, 1, 0]);
        Compare(forward);
        Compare(backward, 2);
        var rows = FixtureDatabase.Rows(forward, Rows, out _);

        Assert.Equal(19, rows.Count);
        Assert.Equal(rows, FixtureDatabase.Rows(backward, Rows, out _));

        // Checks that run again drop the comparisons of their documents, and these are made again.
        using (var checks = new Rechecker(forward, jobs: 2))
        {
            Assert.NotEmpty(checks.Check(DocumentList.Read(forward).Select(d => d.Id), CancellationToken.None).ToList());
        }

        Compare(forward);
        Assert.Equal(rows, FixtureDatabase.Rows(forward, Rows, out _));
        using var again = new CrossChecker(forward);
        Assert.Equal(0, again.Run(CancellationToken.None));
    }

    [Fact]
    public void What_was_compared_with_a_document_that_is_gone_is_gone()
    {
        using var database = Stored("x.sqlite", [0, 1, 2]);
        Compare(database);
        var budget = Parsed(0);
        using (var writer = new DocumentWriter(database))
        {
            writer.Replace(budget with { Identity = DocumentIdentity.Unknown }, 1, null);
        }

        Compare(database);
        Assert.Equal([], FixtureDatabase.Rows(database, Rows, out _));
    }

    [Fact]
    public void A_unit_that_comes_later_is_compared_with_the_department_that_lists_it()
    {
        using var database = Stored("x.sqlite", [1]);
        Compare(database);
        var unit = Parsed(1);
        using (var writer = new DocumentWriter(database))
        {
            writer.Replace(unit with { Source = unit.Source with { Sha256 = new string('e', 64) }, Identity = unit.Identity with { Scope = "unit" } }, 1, null);
        }

        Compare(database);
        Assert.Equal(
            [["Y2", "pass"], ["Y2.sub", "pass"]],
            FixtureDatabase.Rows(database, "SELECT DISTINCT identity, result FROM checks WHERE other_sha256 IS NOT NULL ORDER BY 1", out _));
    }

    private Database Stored(string name, int[] order)
    {
        var database = Database.Open(_folder.File(name));
        using var writer = new DocumentWriter(database);
        foreach (var i in order)
        {
            writer.Replace(Parsed(i), 1, null);
        }

        return database;
    }

    private static ParsedDocument Parsed(int year)
    {
        var (name, draw) = ThreeYears.All[year];
        var bytes = draw();
        return DocumentWork.Parser(new Ingest.Io.Pdf.DocumentLimits())(
            new SourceDocument(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), name, bytes.Length), bytes, CancellationToken.None);
    }

    /// <param name="times">As after a kill: what is done already is not done again.</param>
    private static void Compare(Database database, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            using var across = new CrossChecker(database);
            across.Run(CancellationToken.None);
        }
    }
}
