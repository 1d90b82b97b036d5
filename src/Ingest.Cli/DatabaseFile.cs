using System.CommandLine;
using Ingest.Io.Entities;
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

    /// <summary>Creates it where there is none. What a person says of its bodies is read first: a mistake there is not found after hours.</summary>
    public static int Write(string path, Func<Database, int> use) => Use(path, () =>
    {
        EntityFile.Read(EntityFile.PathFor(path));
        return Database.Open(path);
    }, use);

    /// <summary>An existing one, to change it; an older schema is brought up to date.</summary>
    public static int Change(string path, Func<Database, int> use) => File.Exists(path) ? Write(path, use) : Read(path, use);

    private static int Use(string path, Func<Database> open, Func<Database, int> use)
    {
        try
        {
            using var database = open();
            return use(database);
        }
        catch (EntityFileException e)
        {
            throw new UsageException(e.Message);
        }
        catch (SqliteException e)
        {
            throw DatabaseException.Of(path, e);
        }
    }
}
