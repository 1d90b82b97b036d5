namespace Ingest.Io.Sqlite;

/// <summary>A night as it is remembered: one harvest over its portals, and what was loaded behind it.</summary>
/// <param name="Loaded">Documents that the load behind it stored; null where it was a harvest alone, or came to no load.</param>
public sealed record PastNight(
    long Run, string StartedAt, string? EndedAt, string State, int Portals, int Complete, int Found, int Added, int Changed, int Failed, int? Loaded);

/// <summary>The history of nights.</summary>
public static class Nights
{
    /// <summary>The last ones, newest first.</summary>
    public static IReadOnlyList<PastNight> Last(Database database, int count)
    {
        using var row = new Statement(database.Connection, """
            SELECT r.id, r.started_at, r.ended_at, r.state, count(v.run_id), coalesce(sum(v.complete), 0), coalesce(sum(v.found), 0), coalesce(sum(v.added), 0), coalesce(sum(v.changed), 0),
              coalesce(sum(v.failed + v.not_a_file), 0),
              (SELECT iif(l.ended_at IS NULL, (SELECT count(*) FROM documents d WHERE d.run_id = l.id), l.added) FROM runs l
               WHERE l.command = 'load' AND l.id > r.id AND l.id < coalesce((SELECT min(n.id) FROM runs n WHERE n.command = 'harvest' AND n.id > r.id), 9223372036854775807) ORDER BY l.id LIMIT 1)
            FROM runs r LEFT JOIN visits v ON v.run_id = r.id WHERE r.command = 'harvest' GROUP BY r.id ORDER BY r.id DESC LIMIT ?
            """);
        row.Add(count);
        var nights = new List<PastNight>();
        while (row.Step())
        {
            nights.Add(new PastNight(
                row.Long(0), row.Text(1), row.TextOrNull(2), row.Text(3), row.Int(4), row.Int(5), row.Int(6), row.Int(7), row.Int(8), row.Int(9), row.IsNull(10) ? null : row.Int(10)));
        }

        return nights;
    }
}
