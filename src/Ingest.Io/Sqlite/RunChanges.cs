using System.Collections.Immutable;

namespace Ingest.Io.Sqlite;

/// <summary>A figure that a new version of a document states otherwise, as it was remembered.</summary>
/// <param name="Change">restated, added or removed.</param>
/// <param name="Old">As shown; null: was not there.</param>
/// <param name="OldFen">Null where it is no amount of money.</param>
public sealed record RestatedFigure(
    string Change, string TableKind, string Code, string Label, string ColumnPath, string? Old, string? New, long? OldFen, long? NewFen);

/// <summary>A document that runs brought.</summary>
/// <param name="Before">What the same address served before; null for one that is new or was parsed again.</param>
public sealed record RunDifference(string Name, string? Before, string After, ImmutableArray<RestatedFigure> Figures);

/// <summary>What came between two runs of one database: new versions with the figures they restate, and documents.</summary>
public static class RunChanges
{
    public static bool Has(Database database, long run)
    {
        using var row = new Statement(database.Connection, "SELECT count(*) FROM runs WHERE id = ?");
        return row.Add(run).Step() && row.Int(0) > 0;
    }

    /// <param name="after">The run whose state is the one before; its own work is not told.</param>
    /// <param name="upTo">The last run whose work is told.</param>
    public static IEnumerable<RunDifference> Between(Database database, long after, long upTo)
    {
        using (var row = new Statement(database.Connection, """
            SELECT v.url, v.number, c.name, v.supersedes, v.sha256
            FROM versions v JOIN fetches f ON f.id = v.fetch_id JOIN contents c ON c.sha256 = v.sha256
            WHERE f.run_id > ?1 AND f.run_id <= ?2 AND v.supersedes IS NOT NULL
            ORDER BY v.url, v.number
            """))
        {
            row.Add(after).Add(upTo);
            while (row.Step())
            {
                yield return new RunDifference(row.Text(2), row.Text(3), row.Text(4), Figures(database, row.Text(0), row.Long(1)));
            }
        }

        using var parsed = new Statement(database.Connection, """
            SELECT name, sha256 FROM documents
            WHERE run_id > ?1 AND run_id <= ?2 AND sha256 NOT IN (SELECT sha256 FROM versions WHERE supersedes IS NOT NULL)
            ORDER BY name, sha256
            """);
        parsed.Add(after).Add(upTo);
        while (parsed.Step())
        {
            yield return new RunDifference(parsed.Text(0), null, parsed.Text(1), []);
        }
    }

    private static ImmutableArray<RestatedFigure> Figures(Database database, string url, long number)
    {
        using var row = new Statement(database.Connection, """
            SELECT change, table_kind, code, label, column_path, old_shown, new_shown, old_fen, new_fen
            FROM restatements WHERE url = ? AND number = ? ORDER BY ordinal
            """);
        row.Add(url).Add(number);
        var figures = ImmutableArray.CreateBuilder<RestatedFigure>();
        while (row.Step())
        {
            figures.Add(new RestatedFigure(
                row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.TextOrNull(5), row.TextOrNull(6),
                row.IsNull(7) ? null : row.Long(7), row.IsNull(8) ? null : row.Long(8)));
        }

        return figures.ToImmutable();
    }
}
