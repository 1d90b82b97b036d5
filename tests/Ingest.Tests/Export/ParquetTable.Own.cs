using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Ingest.Tests.Export;

/// <summary>Read by the library that wrote it: what every test run has at hand.</summary>
internal sealed partial record ParquetTable
{
    public static async Task<ParquetTable> ReadAsync(string file)
    {
        await using var reader = await ParquetReader.CreateAsync(file);
        var fields = reader.Schema.GetDataFields();
        var columns = fields.Select(_ => new List<string>()).ToList();
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            for (var c = 0; c < fields.Length; c++)
            {
                columns[c].AddRange((await ValuesAsync(group, fields[c])).Select(Text));
            }
        }

        return new ParquetTable([.. fields.Select(f => f.Name)], [.. fields.Select(Type)], columns);
    }

    private static string Type(DataField field) => field switch
    {
        DecimalDataField money => string.Create(CultureInfo.InvariantCulture, $"Decimal(precision={money.Precision}, scale={money.Scale})"),
        _ => field.ClrType == typeof(ReadOnlyMemory<char>) ? "String" : field.ClrType.Name,
    };

    private static Task<IEnumerable<object?>> ValuesAsync(ParquetRowGroupReader group, DataField field) =>
        field.ClrType == typeof(decimal) ? ValuesAsync<decimal>(group, field)
        : field.ClrType == typeof(bool) ? ValuesAsync<bool>(group, field)
        : field.ClrType == typeof(long) ? ValuesAsync<long>(group, field)
        : field.ClrType == typeof(double) ? ValuesAsync<double>(group, field)
        : TextsAsync(group, field);

    private static async Task<IEnumerable<object?>> TextsAsync(ParquetRowGroupReader group, DataField field)
    {
        var values = new string?[checked((int)group.RowCount)];
        await group.ReadAsync(field, values.AsMemory());
        return values;
    }

    private static async Task<IEnumerable<object?>> ValuesAsync<T>(ParquetRowGroupReader group, DataField field)
        where T : struct
    {
        var values = new T?[checked((int)group.RowCount)];
        await group.ReadAsync(field, values.AsMemory());
        return values.Cast<object?>();
    }
}
