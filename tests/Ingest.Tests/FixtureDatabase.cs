using Ingest.Io.Archive;
using Ingest.Io.Sqlite;

[assembly: AssemblyFixture(typeof(Ingest.Tests.FixtureDatabase))]

namespace Ingest.Tests;

/// <summary>The bundled documents, loaded once as a user would load them; tests only read it.</summary>
public sealed class FixtureDatabase : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<string> _path;

    public FixtureDatabase() => _path = new(() =>
    {
        var path = _folder.File("fixtures.sqlite");
        using var database = Database.Open(path);
        new Loader(database, new LoadOptions([Repository.Fixture("documents")], Environment.ProcessorCount), LoadWatcher.Silent).Run(CancellationToken.None);
        return path;
    });

    public string Path => _path.Value;

    internal Database Open() => Database.OpenForReading(Path);

    /// <summary>The rows of a query, each value as text.</summary>
    internal List<string[]> Rows(string sql)
    {
        using var database = Open();
        return Rows(database, sql, out _);
    }

    internal static List<string[]> Rows(Database database, string sql, out string[] header)
    {
        using var row = new Statement(database.Connection, sql);
        header = Enumerable.Range(0, row.Columns).Select(row.Name).ToArray();
        var rows = new List<string[]>();
        while (row.Step())
        {
            rows.Add(Enumerable.Range(0, row.Columns).Select(row.Text).ToArray());
        }

        return rows;
    }

    public void Dispose() => _folder.Dispose();
}
