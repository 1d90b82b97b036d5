using System.Collections.Immutable;
using Ingest.Core.Reports;

namespace Ingest.Io.Sqlite;

/// <summary>Counts over the whole database.</summary>
public static class Summaries
{
    /// <param name="parserVersion">Documents of another version are counted as stale.</param>
    public static Summary Read(Database database, int parserVersion)
    {
        using var sum = new Statement(database.Connection, """
            SELECT count(*), coalesce(sum(state = 'failed'), 0), coalesce(sum(lost > 0 OR state = 'failed'), 0), coalesce(sum(parser_version <> ?), 0),
                   coalesce(sum(pages), 0), coalesce(sum(tables), 0), coalesce(sum(typed_tables), 0), coalesce(sum(facts), 0), coalesce(sum(amounts), 0),
                   coalesce(sum(verified), 0), coalesce(sum(doubtful), 0), coalesce(sum(passed), 0), coalesce(sum(not_passed), 0),
                   coalesce(sum(unverifiable), 0), coalesce(sum(lost), 0), coalesce(sum(doubts), 0), coalesce(sum(notes), 0)
            FROM documents
            """);
        sum.Add(parserVersion).Step();
        var ofFiles = (int)database.Number("SELECT count(*) FROM anomalies WHERE file_path IS NOT NULL AND severity = 'lost'");
        var counts = new DocumentCounts(
            false, sum.Int(4), sum.Int(5), sum.Int(6), sum.Int(7), sum.Int(8), sum.Int(9), sum.Int(10), sum.Int(11), sum.Int(12), sum.Int(13),
            sum.Int(14) + ofFiles, sum.Int(15), sum.Int(16));
        return new Summary(
            sum.Int(0), sum.Int(1), sum.Int(2), sum.Int(3),
            (int)database.Number("SELECT count(*) FROM files WHERE state <> 'archive'"),
            (int)database.Number("SELECT count(*) FROM files WHERE state = 'unreadable'"),
            counts, Kinds(database), Codes(database));
    }

    /// <summary>Documents with losses or doubts, the worst first.</summary>
    public static ImmutableArray<WorstDocument> Worst(Database database, int most)
    {
        using var row = new Statement(
            database.Connection, "SELECT name, lost, doubts FROM documents WHERE lost + doubts > 0 ORDER BY lost DESC, doubts DESC, name, sha256 LIMIT ?");
        row.Add(most);
        var worst = ImmutableArray.CreateBuilder<WorstDocument>();
        while (row.Step())
        {
            worst.Add(new WorstDocument(row.Text(0), row.Int(1), row.Int(2)));
        }

        return worst.ToImmutable();
    }

    private static ImmutableArray<(string, int)> Kinds(Database database)
    {
        using var row = new Statement(
            database.Connection, "SELECT coalesce(kind, ''), count(*) FROM tables GROUP BY kind ORDER BY count(*) DESC, kind");
        var kinds = ImmutableArray.CreateBuilder<(string, int)>();
        while (row.Step())
        {
            kinds.Add((row.Text(0), row.Int(1)));
        }

        return kinds.ToImmutable();
    }

    private static ImmutableArray<(string, string, int)> Codes(Database database)
    {
        using var row = new Statement(
            database.Connection, "SELECT code, severity, count(*) FROM anomalies GROUP BY code, severity ORDER BY count(*) DESC, code");
        var codes = ImmutableArray.CreateBuilder<(string, string, int)>();
        while (row.Step())
        {
            codes.Add((row.Text(0), row.Text(1), row.Int(2)));
        }

        return codes.ToImmutable();
    }
}
