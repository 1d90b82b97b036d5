using System.Collections.Immutable;
using System.Globalization;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Export;

/// <param name="Division">The first two digits of the division, "00" where no document says it.</param>
/// <param name="Year">0 where no document says it.</param>
/// <param name="Rows">Amounts.</param>
public sealed record Partition(string Division, int Year, int Documents, long Rows, string File);

/// <summary>
/// The amounts of a database, spelled out, as a Parquet file for each province and fiscal year, in folders that DuckDB, Spark and
/// the like read as one table; <c>catalogue.csv</c> lists them. For more than one database: each has a folder of its own.
/// </summary>
public static class Partitions
{
    /// <summary>The only way to divide that there is.</summary>
    public const string ByRegionAndYear = "region,year";

    public const string Catalogue = "catalogue.csv";

    private const string Header = "division,year,documents,rows,file";

    /// <param name="write">Writes a file of the folder, whole or not at all.</param>
    public static ImmutableArray<Partition> Write(Database database, string folder, Action<string, Action<Stream>> write, CancellationToken cancel)
    {
        var partitions = ImmutableArray.CreateBuilder<Partition>();
        foreach (var (division, year, documents) in Groups(database))
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"division={(division.Length == 0 ? "00" : division)}/year={year}/flat.parquet");
            var request = new ExportRequest("facts", "flat") { Filter = ExportFilter.None with { Years = [year], Regions = [division] } };
            long rows = 0;
            write(Path.Combine(folder, file), output =>
            {
                using var sink = new ParquetSink(output);
                rows = Exporter.Run(database, request, sink, cancel);
            });
            partitions.Add(new Partition(division.Length == 0 ? "00" : division, year, documents, rows, file));
        }

        // What the last catalogue names, and this one does not, would be counted by whoever reads all files.
        foreach (var old in Old(folder).Except(partitions.Select(p => p.File), StringComparer.Ordinal))
        {
            File.Delete(Path.Combine(folder, old));
        }

        write(Path.Combine(folder, Catalogue), output =>
        {
            using var text = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
            text.WriteLine(Header);
            foreach (var p in partitions)
            {
                text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{p.Division},{p.Year},{p.Documents},{p.Rows},{p.File}"));
            }
        });
        return partitions.ToImmutable();
    }

    private static List<(string Division, int Year, int Documents)> Groups(Database database)
    {
        using var row = new Statement(database.Connection, """
            SELECT substr(region_code, 1, 2) AS division, coalesce(fiscal_year, 0) AS year, count(*) FROM documents GROUP BY division, year ORDER BY division, year
            """);
        var groups = new List<(string, int, int)>();
        while (row.Step())
        {
            groups.Add((row.Text(0), (int)row.Long(1), (int)row.Long(2)));
        }

        return groups;
    }

    // Only names that this class gives.
    private static IEnumerable<string> Old(string folder)
    {
        var catalogue = Path.Combine(folder, Catalogue);
        return File.Exists(catalogue)
            ? [.. File.ReadLines(catalogue).Skip(1).Select(l => l.Split(',')[^1]).Where(f => f.StartsWith("division=", StringComparison.Ordinal) && !f.Contains("..", StringComparison.Ordinal))]
            : [];
    }
}
