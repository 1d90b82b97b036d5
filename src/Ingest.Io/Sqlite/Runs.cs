using System.Globalization;

namespace Ingest.Io.Sqlite;

/// <summary>A run as it is remembered.</summary>
/// <param name="State">running, finished, cancelled, interrupted (killed) or failed.</param>
public sealed record Run(
    long Id, string Command, string Arguments, int ParserVersion, string StartedAt, string? EndedAt, string State, int Added, int Unchanged, int Failed);

/// <summary>The history of runs.</summary>
public static class Runs
{
    private const string Fields = "id, command, arguments, parser_version, started_at, ended_at, state, "
        // A run that was killed has not written its counts; what it stored is there.
        + "iif(ended_at IS NULL, (SELECT count(*) FROM documents d WHERE d.run_id = runs.id), added), unchanged, failed";

    /// <summary>Opens a run. Earlier ones that never ended were killed: they are marked interrupted.</summary>
    public static long Start(Database database, string command, IEnumerable<string> arguments, int parserVersion, DateTimeOffset now)
    {
        long id = 0;
        database.InTransaction(() =>
        {
            database.Execute("UPDATE runs SET state = 'interrupted' WHERE state = 'running'");
            using var insert = Insert.Into(database.Connection, "runs", "command, arguments, parser_version, started_at, state");
            insert.Add(command).Add(string.Join('\n', arguments)).Add(parserVersion).Add(Time(now)).Add("running").Run();
            id = SQLitePCL.raw.sqlite3_last_insert_rowid(database.Connection.Handle);
        });
        return id;
    }

    public static void End(Database database, long id, string state, int added, int unchanged, int failed, DateTimeOffset now)
    {
        using var update = new Statement(
            database.Connection, "UPDATE runs SET state = ?, added = ?, unchanged = ?, failed = ?, ended_at = ? WHERE id = ?");
        update.Add(state).Add(added).Add(unchanged).Add(failed).Add(Time(now)).Add(id).Run();
    }

    /// <summary>The last runs, newest first.</summary>
    public static IReadOnlyList<Run> Last(Database database, int count)
    {
        using var row = new Statement(database.Connection, $"SELECT {Fields} FROM runs ORDER BY id DESC LIMIT ?");
        row.Add(count);
        var runs = new List<Run>();
        while (row.Step())
        {
            runs.Add(new Run(
                row.Long(0), row.Text(1), row.Text(2), row.Int(3), row.Text(4), row.TextOrNull(5), row.Text(6), row.Int(7), row.Int(8), row.Int(9)));
        }

        return runs;
    }

    /// <summary>When the last run of a command began; null if there was none.</summary>
    public static DateTimeOffset? LastStart(Database database, string command)
    {
        using var row = new Statement(database.Connection, "SELECT max(started_at) FROM runs WHERE command = ?");
        return row.Add(command).Step() && row.TextOrNull(0) is { } time
            ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
