using ParquetSharp;

namespace Ingest.Tests.Export;

/// <summary>Read by Apache's own library, which did not write it: 163 MB, hence only where INGEST_FOREIGN_PARQUET is 1.</summary>
internal sealed partial record ParquetTable
{
    public static Task<ParquetTable> ReadAsync(string file)
    {
        using var reader = new ParquetFileReader(file);
        var schema = Enumerable.Range(0, reader.FileMetaData.NumColumns).Select(reader.FileMetaData.Schema.Column).ToList();
        var columns = schema.Select(_ => new List<string>()).ToList();
        for (var g = 0; g < reader.FileMetaData.NumRowGroups; g++)
        {
            using var group = reader.RowGroup(g);
            for (var c = 0; c < schema.Count; c++)
            {
                using var column = group.Column(c).LogicalReader();
                columns[c].AddRange(column.Apply(new Values(group.MetaData.NumRows)));
            }
        }

        return Task.FromResult(new ParquetTable([.. schema.Select(c => c.Name)], [.. schema.Select(c => c.LogicalType.ToString()!)], columns));
    }

    private sealed class Values(long rows) : ILogicalColumnReaderVisitor<IEnumerable<string>>
    {
        public IEnumerable<string> OnLogicalColumnReader<TValue>(LogicalColumnReader<TValue> reader) => reader.ReadAll(checked((int)rows)).Select(v => Text(v));
    }
}
