using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Ingest.Io.Sqlite;

/// <summary>
/// A prepared statement, bound by position and used again and again. It goes below Microsoft.Data.Sqlite's commands,
/// whose parameter objects cost more than SQLite itself when millions of cells are written.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[256];
    private int _bound;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The database is closed.");
        SqliteException.ThrowExceptionForRC(sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    public int Parameters => sqlite3_bind_parameter_count(_statement);

    public int Columns => sqlite3_column_count(_statement);

    public Statement Add(long value)
    {
        SqliteException.ThrowExceptionForRC(sqlite3_bind_int64(_statement, ++_bound, value), _database);
        return this;
    }

    public Statement Add(long? value) => value is { } some ? Add(some) : AddNull();

    public Statement Add(bool value) => Add(value ? 1L : 0L);

    public Statement Add(double value)
    {
        SqliteException.ThrowExceptionForRC(sqlite3_bind_double(_statement, ++_bound, value), _database);
        return this;
    }

    public Statement Add(string? text)
    {
        if (text is null)
        {
            return AddNull();
        }

        if (text.Length == 0)
        {
            // An empty span would be bound as NULL.
            SqliteException.ThrowExceptionForRC(sqlite3_bind_text(_statement, ++_bound, ""), _database);
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < most)
        {
            _utf8 = new byte[most];
        }

        var length = Encoding.UTF8.GetBytes(text, _utf8);
        SqliteException.ThrowExceptionForRC(sqlite3_bind_text(_statement, ++_bound, _utf8.AsSpan(0, length)), _database);
        return this;
    }

    private Statement AddNull()
    {
        SqliteException.ThrowExceptionForRC(sqlite3_bind_null(_statement, ++_bound), _database);
        return this;
    }

    /// <summary>The next row; false and ready for new values when there is none.</summary>
    public bool Step()
    {
        var code = sqlite3_step(_statement);
        if (code == SQLITE_ROW)
        {
            return true;
        }

        Reset();
        if (code != SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }

        return false;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Done with a query before its last row.</summary>
    public void Reset()
    {
        _bound = 0;
        _ = sqlite3_reset(_statement);
    }

    public bool IsNull(int column) => sqlite3_column_type(_statement, column) == SQLITE_NULL;

    public bool IsReal(int column) => sqlite3_column_type(_statement, column) == SQLITE_FLOAT;

    public long Long(int column) => sqlite3_column_int64(_statement, column);

    public int Int(int column) => sqlite3_column_int(_statement, column);

    public double Real(int column) => sqlite3_column_double(_statement, column);

    public string Text(int column) => sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    /// <summary>The text (or the number as text) in UTF-8, valid until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column)
    {
        // Asking for text first turns a number into it; sqlite3_column_blob then gives the same bytes.
        _ = sqlite3_column_text(_statement, column);
        return sqlite3_column_blob(_statement, column);
    }

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public string Name(int column) => sqlite3_column_name(_statement, column).utf8_to_string();

    public void Dispose() => _statement.Dispose();
}
