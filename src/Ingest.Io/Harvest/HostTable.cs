using Ingest.Io.Sqlite;

namespace Ingest.Io.Harvest;

/// <summary>Hosts in the database.</summary>
/// <param name="turn">Who holds it may use the connection.</param>
internal sealed class HostTable(Database database, Lock turn) : IHostMemory
{
    public HostRecord? Recall(string host)
    {
        lock (turn)
        {
            using var row = new Statement(
                database.Connection, "SELECT failures, suspensions, suspended_until, reason, robots, robots_at, rate_limited FROM hosts WHERE host = ?");
            return row.Add(host).Step()
                ? new HostRecord(host, row.Int(0), row.Int(1), Times.Parse(row.TextOrNull(2)), row.Text(3), row.TextOrNull(4), Times.Parse(row.TextOrNull(5)), row.Int(6) == 1)
                : null;
        }
    }

    public void Remember(HostRecord record)
    {
        lock (turn)
        {
            using var row = new Statement(database.Connection, """
                INSERT OR REPLACE INTO hosts (host, failures, suspensions, suspended_until, reason, robots, robots_at, rate_limited) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """);
            row.Add(record.Host).Add(record.Failures).Add(record.Suspensions).Add(Times.Text(record.SuspendedUntil)).Add(record.Reason)
                .Add(record.Robots).Add(Times.Text(record.RobotsAt)).Add(record.RateLimited).Run();
        }
    }
}
