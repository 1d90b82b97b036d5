using System.Globalization;

namespace Ingest.Tests.Export;

/// <summary>A Parquet file as the CSV of the same export would show it.</summary>
/// <param name="Types">How the file declares each column.</param>
/// <param name="Columns">The values of each column.</param>
internal sealed partial record ParquetTable(IReadOnlyList<string> Names, IReadOnlyList<string> Types, IReadOnlyList<IReadOnlyList<string>> Columns)
{
    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "1" : "0",
        decimal money => money.ToString("0.00", CultureInfo.InvariantCulture),
        double place => place.ToString("0.####", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
