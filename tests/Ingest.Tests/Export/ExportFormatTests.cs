using System.Data;
using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using Ingest.Io.Export;
using Ingest.Io.Sqlite;
using Ingest.Tests.Cli;

namespace Ingest.Tests.Export;

/// <summary>Every format holds the same rows; what we write is read by libraries of others.</summary>
public sealed class ExportFormatTests(FixtureDatabase fixtures) : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> Exports
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in Exporter.Names)
            {
                data.Add(name, Exporter.Contract);
            }

            data.Add("facts", "narrow");
            data.Add("facts", "panel");
            data.Add("facts", "flat");
            return data;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task Parquet_read_back_holds_the_rows_of_the_csv(string what, string shape)
    {
        var csv = Csv(what, shape);
        var table = await ParquetTable.ReadAsync(Run(what, shape, "parquet"));

        Assert.Equal(csv[0], table.Names);
        Assert.True(csv.Count > 1);
        for (var c = 0; c < table.Names.Count; c++)
        {
            Assert.Equal(csv.Skip(1).Select(l => l[c]), table.Columns[c]);
        }
    }

    [Fact]
    public async Task Money_is_a_decimal_in_parquet_and_codes_are_strings()
    {
        var table = await ParquetTable.ReadAsync(Run("facts", Exporter.Contract, "parquet"));
        var types = table.Names.Zip(table.Types).ToDictionary(c => c.First, c => c.Second);
        Assert.Equal("Decimal(precision=20, scale=2)", types["amount_yuan"]);
        Assert.Equal("String", types["code"]);
        Assert.Equal("String", types["region_code"]);
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void A_workbook_read_by_another_library_holds_the_rows_of_the_csv(string what, string shape)
    {
        var csv = Csv(what, shape);
        var sheets = Sheets(Run(what, shape, "xlsx"));
        var expected = csv.Skip(1).Select(l => string.Join('\u001f', l)).Order(StringComparer.Ordinal);
        var actual = sheets.SelectMany(s => s.Rows.Skip(1)).Select(l => string.Join('\u001f', l)).Order(StringComparer.Ordinal);
        Assert.Equal(expected, actual);
        Assert.All(sheets, s => Assert.Equal(csv[0], s.Rows[0]));
    }

    [Fact]
    public void Facts_have_a_sheet_for_each_kind_and_amounts_are_numbers_with_two_decimals()
    {
        var file = Run("facts", Exporter.Contract, "xlsx");
        var sheets = Sheets(file);
        Assert.Contains("支出总表", sheets.Select(s => s.Name));
        var kind = Array.IndexOf(sheets[0].Rows[0], "table_kind");
        Assert.All(sheets, s => Assert.Single(s.Rows.Skip(1).Select(r => r[kind]).Distinct()));

        using var archive = ZipFile.OpenRead(file);
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = sheet.ReadToEnd();
        Assert.Matches("<c s=\"\\d\"><v>13214710.41</v></c>", xml);
        Assert.Matches("<t xml:space=\"preserve\">420107</t>", xml);
        Assert.Contains("state=\"frozen\"", xml, StringComparison.Ordinal);
        Assert.Contains("<autoFilter ", xml, StringComparison.Ordinal);
        // Strings of a whole workbook are never kept together.
        Assert.DoesNotContain(archive.Entries, e => e.FullName.Contains("sharedStrings", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sheet_that_is_full_goes_on_in_the_next()
    {
        using var database = fixtures.Open();
        using var stream = new MemoryStream();
        var filter = ExportFilter.None with { Kinds = ["expenditure_summary"] };
        var rows = Workbook.Write(database, new ExportRequest("facts") { Filter = filter }, stream, CancellationToken.None, rowsPerSheet: 100);
        var file = _folder.Write("small.xlsx", stream.ToArray());
        var sheets = Sheets(file);

        Assert.Equal((int)((rows + 98) / 99), sheets.Count);
        Assert.Equal(["支出总表", "支出总表 (2)"], sheets.Take(2).Select(s => s.Name));
        Assert.Equal(rows, sheets.Sum(s => s.Rows.Count - 1));
    }

    [Fact]
    public void Columns_of_every_export_are_described()
    {
        using var database = fixtures.Open();
        foreach (var (what, shape) in Exports.Select(e => e.Data))
        {
            var fields = Exporter.Fields(database, new ExportRequest(what, shape));
            Assert.All(fields, f => Assert.NotEqual("", f.Description));
            Assert.Equal(fields.Length, fields.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
        }
    }

    private string Run(string what, string shape, string format)
    {
        var file = _folder.File($"{what}.{shape}.{format}");
        var run = CommandLine.Run("export", what, "--shape", shape, "--format", format, "--out", file, "--db", fixtures.Path);
        Assert.Equal((0, ""), (run.Code, run.Output));
        return file;
    }

    private List<string[]> Csv(string what, string shape) =>
        CsvLines.Of(CommandLine.Run("export", what, "--shape", shape, "--db", fixtures.Path).Output);

    private static List<(string Name, List<string[]> Rows)> Sheets(string file)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var sheets = new List<(string, List<string[]>)>();
        do
        {
            var rows = new List<string[]>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(c => Text(reader.GetValue(c), reader.GetNumberFormatString(c)))]);
            }

            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static string Text(object? value, string? format) => value switch
    {
        null => "",
        double number when format == "#,##0.00" => ((decimal)number).ToString("0.00", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString("0.####", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
