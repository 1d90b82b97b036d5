using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>One connection to the database file. A connection belongs to one thread; several may read while one writes.</summary>
public sealed class Database : IDisposable
{
    /// <summary>"INGS" in the header of the file: tells our databases from those of other programs.</summary>
    private const long ApplicationId = 0x494E4753;

    private readonly SqliteConnection _connection;

    static Database()
    {
        SQLitePCL.Batteries_V2.Init();
        // Before the first connection: nobody asks how much memory SQLite takes, and counting it under a lock took 3% of a load.
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private Database(SqliteConnection connection, string path)
    {
        _connection = connection;
        Path = path;
    }

    public string Path { get; }

    internal SqliteConnection Connection => _connection;

    /// <summary>Opens for writing; creates the file and its folder, and brings an older schema up to date.</summary>
    /// <exception cref="DatabaseException">It cannot be opened, or belongs to another program or a newer version.</exception>
    public static Database Open(string path)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The folder of the database {path} cannot be made: {e.Message}", e);
        }

        return Open(path, SqliteOpenMode.ReadWriteCreate, database =>
        {
            database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            database.Migrate();
            Catalogues.Write(database);
        });
    }

    /// <summary>Opens for reading what an earlier run has made.</summary>
    public static Database OpenForReading(string path)
    {
        if (!File.Exists(path))
        {
            throw new DatabaseException($"There is no database {path}. Make one with: ingest load PATH --db {path}");
        }

        try
        {
            return Open(path, SqliteOpenMode.ReadWrite, ForReading);
        }
        catch (DatabaseException e) when (e.InnerException is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN })
        {
            return OpenUnchanging(path);
        }
    }

    /// <summary>Opens a file that nobody can write, on a disk that takes no files beside it.</summary>
    /// <exception cref="DatabaseException">Its log of recent writes would have to be brought in first.</exception>
    internal static Database OpenUnchanging(string path)
    {
        if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 })
        {
            throw new DatabaseException($"The database {path} is read-only, and its last writes still stand in {path}-wal: open it once where it can be written.");
        }

        return Open(path, SqliteOpenMode.ReadOnly, ForReading, new Uri(System.IO.Path.GetFullPath(path)).AbsoluteUri + "?immutable=1");
    }

    private static void ForReading(Database database)
    {
        // Not SqliteOpenMode.ReadOnly: such a connection would leave the files of the write-ahead log behind.
        database.Execute("PRAGMA query_only = ON");
        var version = database.SchemaVersion();
        if (version < Schema.Version)
        {
            throw new DatabaseException(string.Create(CultureInfo.InvariantCulture,
                $"The database {database.Path} has schema {version}, this program wants {Schema.Version}. The next load brings it up to date."));
        }
    }

    private static Database Open(string path, SqliteOpenMode mode, Action<Database> prepare, string? address = null)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = address ?? path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        var database = new Database(connection, path);
        try
        {
            connection.Open();
            database.Execute("PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
            database.RefuseOthers();
            prepare(database);
            return database;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw DatabaseException.Of(path, e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> as one transaction, or as part of the one that is open: all of it is kept or nothing.</summary>
    public void InTransaction(Action work)
    {
        if (InTransactionNow)
        {
            work();
            return;
        }

        Execute("BEGIN IMMEDIATE");
        try
        {
            work();
            Execute("COMMIT");
        }
        catch
        {
            // After a full disk SQLite may have rolled back by itself.
            if (InTransactionNow)
            {
                Execute("ROLLBACK");
            }

            throw;
        }
    }

    private bool InTransactionNow => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    internal void Execute(string sql)
    {
        var code = SQLitePCL.raw.sqlite3_exec(_connection.Handle, sql);
        if (code != SQLitePCL.raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _connection.Handle);
        }
    }

    internal long Number(string sql)
    {
        using var statement = new Statement(_connection, sql);
        return statement.Step() ? statement.Long(0) : 0;
    }

    private int SchemaVersion() => (int)Number("PRAGMA user_version");

    private void RefuseOthers()
    {
        var application = Number("PRAGMA application_id");
        var version = SchemaVersion();
        if (application != ApplicationId && (application != 0 || version != 0 || Number("SELECT count(*) FROM sqlite_schema") != 0))
        {
            throw new DatabaseException($"{Path} is the database of another program; nothing in it was touched.");
        }

        if (version > Schema.Version)
        {
            throw new DatabaseException(string.Create(CultureInfo.InvariantCulture,
                $"The database {Path} has schema {version}, this program knows up to {Schema.Version}: it was written by a newer version of ingest."));
        }
    }

    private void Migrate()
    {
        for (var version = SchemaVersion() + 1; version <= Schema.Version; version++)
        {
            InTransaction(() =>
            {
                // Another process may have done it while we waited for the lock.
                if (SchemaVersion() < version)
                {
                    try
                    {
                        Execute(Schema.Migration(version));
                    }
                    catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_ERROR)
                    {
                        throw new DatabaseException($"The database {Path} says that its schema is {version - 1}, but it is another one ({e.Message}): it was changed by hand. Load into a new file.", e);
                    }

                    Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version};"));
                }
            });
        }
    }

    /// <summary>Brings the log of recent writes into the file itself, so that it can be copied alone.</summary>
    public void Checkpoint() => Execute("PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>Writes all of it into a new file, which has no log beside it. Others may have the database open.</summary>
    public void CopyInto(string path) => Execute($"VACUUM INTO '{path.Replace("'", "''", StringComparison.Ordinal)}'");

    public void Dispose() => _connection.Dispose();
}
