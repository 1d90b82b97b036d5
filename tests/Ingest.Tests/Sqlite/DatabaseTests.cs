using System.Text;
using Ingest.Io.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ingest.Tests.Sqlite;

public sealed class DatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder.File("x.sqlite");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_schema_is_the_golden_one()
    {
        using var database = Database.Open(Path);
        using var rows = new Statement(database.Connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name");
        var schema = new StringBuilder();
        while (rows.Step())
        {
            schema.Append(rows.Text(0)).Append(";\n\n");
        }

        schema.Append(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA application_id = {database.Number("PRAGMA application_id")};\nPRAGMA user_version = {database.Number("PRAGMA user_version")};\n");
        Repository.AssertGolden("schema.sql", schema.ToString());
    }

    [Fact]
    public void Every_table_is_strict_and_every_column_is_documented()
    {
        using var database = Database.Open(Path);
        Assert.Equal(0, database.Number("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"));
        Assert.Equal("wal", Text(database, "PRAGMA journal_mode"));
        Assert.Equal(1, database.Number("PRAGMA foreign_keys"));
    }

    [Fact]
    public void SQLite_does_not_count_its_memory()
    {
        // Every piece of memory would be counted under a lock that all threads share.
        using var database = Database.Open(Path);
        Assert.Equal(0, SQLitePCL.raw.sqlite3_memory_used());
    }

    [Fact]
    public void A_database_is_opened_again_without_change()
    {
        using (Database.Open(Path))
        {
        }

        using var again = Database.Open(Path);
        using var reading = Database.OpenForReading(Path);
        Assert.Equal(again.Number("PRAGMA user_version"), reading.Number("PRAGMA user_version"));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused()
    {
        using (var database = Database.Open(Path))
        {
            database.Execute("PRAGMA user_version = 999");
        }

        Assert.Contains("newer version", Assert.Throws<DatabaseException>(() => Database.Open(Path)).Message, StringComparison.Ordinal);
        Assert.Contains("newer version", Assert.Throws<DatabaseException>(() => Database.OpenForReading(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_whose_version_was_set_back_by_hand_is_told_and_stays_as_it_is()
    {
        using (var database = Database.Open(Path))
        {
            database.Execute("PRAGMA user_version = 3");
        }

        Assert.Contains("it was changed by hand", Assert.Throws<DatabaseException>(() => Database.Open(Path)).Message, StringComparison.Ordinal);
        using var raw = new SqliteConnection($"Data Source={Path};Pooling=False");
        raw.Open();
        using var version = raw.CreateCommand();
        version.CommandText = "PRAGMA user_version";
        Assert.Equal(3L, version.ExecuteScalar());
    }

    [Fact]
    public void A_database_of_another_program_is_not_touched()
    {
        using (var connection = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            connection.Open();
            using var create = connection.CreateCommand();
            create.CommandText = "CREATE TABLE notes (text)";
            create.ExecuteNonQuery();
        }

        var before = File.ReadAllBytes(Path);
        Assert.Contains("another program", Assert.Throws<DatabaseException>(() => Database.Open(Path)).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void What_is_no_database_is_refused_by_name()
    {
        var text = _folder.Write("notes.txt", "these are no tables, and quite long enough to have a header"u8);
        Assert.Contains("notes.txt", Assert.Throws<DatabaseException>(() => Database.Open(text)).Message, StringComparison.Ordinal);
        Assert.Contains("There is no database", Assert.Throws<DatabaseException>(() => Database.OpenForReading(Path)).Message, StringComparison.Ordinal);

        // A file in place of the folder, and a folder in place of the file.
        Assert.Throws<DatabaseException>(() => Database.Open(System.IO.Path.Combine(text, "x.sqlite")));
        Assert.Throws<DatabaseException>(() => Database.Open(_folder.Path));
    }

    [Fact]
    public void A_failed_transaction_leaves_nothing()
    {
        using var database = Database.Open(Path);
        Assert.Throws<InvalidOperationException>(() => database.InTransaction(() =>
        {
            Runs.Start(database, "load", [], 1, DateTimeOffset.UnixEpoch);
            throw new InvalidOperationException();
        }));
        Assert.Empty(Runs.Last(database, 9));
    }

    [Fact]
    public void A_run_that_never_ended_is_interrupted()
    {
        using var database = Database.Open(Path);
        Runs.Start(database, "load", ["a", "b"], 1, DateTimeOffset.UnixEpoch);
        var second = Runs.Start(database, "load", [], 1, DateTimeOffset.UnixEpoch);
        Runs.End(database, second, "finished", 1, 2, 3, DateTimeOffset.UnixEpoch.AddSeconds(5));

        var runs = Runs.Last(database, 9);
        Assert.Equal(["finished", "interrupted"], runs.Select(r => r.State));
        Assert.Equal("1970-01-01T00:00:05Z", runs[0].EndedAt);
        Assert.Equal("a\nb", runs[1].Arguments);
    }

    private static string Text(Database database, string sql)
    {
        using var row = new Statement(database.Connection, sql);
        return row.Step() ? row.Text(0) : "";
    }

    [Fact]
    public void A_database_on_a_disk_that_takes_no_files_beside_it_can_be_read()
    {
        Database.Open(Path).Dispose();
        var before = Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!);

        using (var database = Database.OpenUnchanging(Path))
        {
            Assert.Equal(0, database.Number("SELECT count(*) FROM documents"));
            Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => database.Execute("DELETE FROM documents"));
            Assert.Equal(before, Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));
        }

        File.WriteAllBytes(Path + "-wal", [1]);
        Assert.Contains("-wal", Assert.Throws<DatabaseException>(() => Database.OpenUnchanging(Path)).Message, StringComparison.Ordinal);
        File.Delete(Path + "-wal");
    }
}
