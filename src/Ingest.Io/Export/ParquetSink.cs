using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace Ingest.Io.Export;

/// <summary>
/// Exports as Parquet with typed columns: money is DECIMAL(20, 2), places are doubles, codes are strings. Rows are kept
/// only until their group is full, so that memory does not grow with the number of rows.
/// </summary>
public sealed class ParquetSink : IRowSink, IDisposable
{
    /// <summary>Enough for good compression; a group of facts takes some 40 MB while it is filled.</summary>
    private const int GroupRows = 50_000;

    private const int Precision = 20, Scale = 2;

    private readonly Stream _output;
    private ParquetWriter? _writer;
    private Column[] _columns = [];
    private int _rows;

    /// <param name="output">Stays open.</param>
    public ParquetSink(Stream output) => _output = output;

    public void Begin(ImmutableArray<ExportField> fields)
    {
        _columns = [.. fields.Select(Column.Of)];
        var schema = new ParquetSchema(_columns.Select(c => c.Field));
        // The fastest level: the next takes four times as long for files of half the size.
        _writer = ParquetWriter.CreateAsync(schema, _output, new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest }).GetAwaiter().GetResult();
        _writer.CustomMetadata = fields.ToDictionary(f => "description:" + f.Name, f => f.Description, StringComparer.Ordinal);
    }

    public void Row(ExportRow row)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i].Add(row, i);
        }

        if (++_rows == GroupRows)
        {
            Flush();
        }
    }

    public void Dispose()
    {
        if (_writer is null)
        {
            return;
        }

        if (_rows > 0)
        {
            Flush();
        }

        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Flush()
    {
        using (var group = _writer!.CreateRowGroup())
        {
            foreach (var column in _columns)
            {
                column.WriteTo(group);
            }

            group.CompleteValidate();
        }

        _rows = 0;
    }

    private abstract class Column(DataField field)
    {
        public DataField Field { get; } = field;

        public static Column Of(ExportField field) => field.Type switch
        {
            FieldType.Text => new Texts(new DataField<string>(field.Name)),
            FieldType.Money => new Values<decimal>(
                new DecimalDataField(field.Name, Precision, Scale, isNullable: true), (row, c) => decimal.Parse(row.Utf8(c), NumberStyles.Number, CultureInfo.InvariantCulture)),
            FieldType.Flag => new Values<bool>(new DataField<bool?>(field.Name), (row, c) => row.Long(c) != 0),
            FieldType.Integer => new Values<long>(new DataField<long?>(field.Name), (row, c) => row.Long(c)),
            _ => new Values<double>(new DataField<double?>(field.Name), (row, c) => row.Real(c)),
        };

        public abstract void Add(ExportRow row, int column);

        public abstract void WriteTo(ParquetRowGroupWriter group);
    }

    private sealed class Values<T>(DataField field, Func<ExportRow, int, T> read) : Column(field)
        where T : struct
    {
        private readonly T?[] _values = new T?[GroupRows];
        private int _count;

        public override void Add(ExportRow row, int column) => _values[_count++] = row.IsNull(column) || row.Utf8(column).IsEmpty ? null : read(row, column);

        public override void WriteTo(ParquetRowGroupWriter group)
        {
            group.WriteAsync(Field, new ReadOnlyMemory<T?>(_values, 0, _count)).GetAwaiter().GetResult();
            _count = 0;
        }
    }

    /// <summary>Most texts are those of the row before: they are not made anew.</summary>
    private sealed class Texts(DataField field) : Column(field)
    {
        private readonly List<string> _values = new(GroupRows);
        private byte[] _last = [];
        private int _length;
        private string _text = "";

        public override void Add(ExportRow row, int column)
        {
            if (row.IsNull(column))
            {
                _values.Add(null!);
                return;
            }

            var utf8 = row.Utf8(column);
            if (!utf8.SequenceEqual(_last.AsSpan(0, _length)))
            {
                if (_last.Length < utf8.Length)
                {
                    _last = new byte[utf8.Length * 2];
                }

                utf8.CopyTo(_last);
                _length = utf8.Length;
                _text = Encoding.UTF8.GetString(utf8);
            }

            _values.Add(_text);
        }

        public override void WriteTo(ParquetRowGroupWriter group)
        {
            group.WriteAsync(Field, _values).GetAwaiter().GetResult();
            _values.Clear();
        }
    }
}
