using System.CommandLine;
using Ingest.Io.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ingest.Cli;

/// <summary>The <c>--db</c> option of every command that needs one, and what it names.</summary>
internal static class DatabaseFile
{
    public const string Default = "out/ingest.sqlite";

    public static Option<string> Option() => new("--db")
    {
        Description = "The database file.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Default,
    };

    public static int Read(string path, Func<Database, int> use) => Use(path, () => Database.OpenForReading(path), use);

    /// <summary>Creates it where there is none.</summary>
    public static int Write(string path, Func<Database, int> use) => Use(path, () => Database.Open(path), use);

    /// <summary>An existing one, to change it.</summary>
    public static int Change(string path, Func<Database, int> use) => Read(path, _ => Write(path, use));

    private static int Use(string path, Func<Database> open, Func<Database, int> use)
    {
        try
        {
            using var database = open();
            return use(database);
        }
        catch (SqliteException e)
        {
            throw DatabaseException.Of(path, e);
        }
    }
}
