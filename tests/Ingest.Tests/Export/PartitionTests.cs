using Ingest.Io.Export;
using Ingest.Tests.Cli;

namespace Ingest.Tests.Export;

/// <summary>A database as files by province and year: together they are the export.</summary>
public sealed class PartitionTests(FixtureDatabase fixtures) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_amount_is_in_one_file_that_the_catalogue_names()
    {
        var panel = _folder.File("panel");
        var merged = Divide(panel);

        Assert.Equal(0, merged.Code);
        var catalogue = (await File.ReadAllLinesAsync(Path.Combine(panel, Partitions.Catalogue), TestContext.Current.CancellationToken)).Skip(1).Select(l => l.Split(',')).ToList();
        var files = Directory.GetFiles(panel, "*.parquet", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(panel, f)).Order(StringComparer.Ordinal);
        Assert.Equal(catalogue.Select(c => c[4]), files);
        var rows = new List<string>();
        foreach (var line in catalogue)
        {
            var table = await ParquetTable.ReadAsync(Path.Combine(panel, line[4]));
            var read = Enumerable.Range(0, table.Columns[0].Count).Select(r => string.Join('|', table.Columns.Select(c => c[r]))).ToList();
            Assert.Equal(line[3], read.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            int year = Column(table.Names, "fiscal_year"), division = Column(table.Names, "region_code");
            Assert.All(table.Columns[year], y => Assert.Equal(line[1], y.Length == 0 ? "0" : y));
            Assert.All(table.Columns[division], d => Assert.Equal(line[0], d.Length == 0 ? "00" : d[..2]));
            rows.AddRange(read);
        }

        using var database = fixtures.Open();
        var whole = new StringWriter();
        Exporter.Run(database, new ExportRequest("facts", "flat"), new CsvExport(whole), CancellationToken.None);
        Assert.Equal(CsvLines.Of(whole.ToString()).Skip(1).Select(l => string.Join('|', l)).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_the_last_catalogue_named_and_this_one_does_not_is_gone()
    {
        var panel = _folder.File("panel");
        Directory.CreateDirectory(Path.Combine(panel, "division=99", "year=1999"));
        var old = Path.Combine(panel, "division=99", "year=1999", "flat.parquet");
        File.WriteAllText(old, "");
        File.WriteAllText(Path.Combine(panel, Partitions.Catalogue), "division,year,documents,rows,file\n99,1999,1,0,division=99/year=1999/flat.parquet\n");

        Assert.Equal(0, Divide(panel).Code);
        Assert.False(File.Exists(old));
    }

    [Fact]
    public void A_folder_and_what_it_is_for_belong_together()
    {
        Assert.Equal(2, CommandLine.Run("merge", _folder.Path, "--db", _folder.File("x.sqlite"), "--out", _folder.File("panel")).Code);
        Assert.Equal(2, CommandLine.Run("merge", _folder.Path, "--db", _folder.File("x.sqlite"), "--partition", "region,year").Code);
    }

    private CommandLine.Outcome Divide(string panel)
    {
        var db = _folder.File("fixtures.sqlite");
        File.Copy(fixtures.Path, db, overwrite: true);
        var bundles = _folder.File("bundles");
        Directory.CreateDirectory(bundles);
        return CommandLine.Run("merge", bundles, "--db", db, "--partition", "region,year", "--out", panel);
    }

    private static int Column(IReadOnlyList<string> names, string name) => names.ToList().IndexOf(name);
}
