using System.Globalization;

namespace Ingest.Io.Sqlite;

/// <summary>The numbered migrations: <c>Schema/001_initial.sql</c>, 002…, each run once, in order. Never edit one that was released; add the next.</summary>
internal static class Schema
{
    private const string Folder = "Ingest.Io.Sqlite.Schema.";

    private static readonly string[] Names = typeof(Schema).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray();

    public static int Version => Names.Length;

    public static string Migration(int version)
    {
        var name = Names[version - 1];
        if (!name.StartsWith(Folder + version.ToString("000", CultureInfo.InvariantCulture) + "_", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The migrations are not numbered without a gap: {name} is in place {version}.");
        }

        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
