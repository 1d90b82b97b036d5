using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Ingest.Io.Export;

/// <summary>
/// Exports as a workbook of Office Open XML (ECMA-376), written from the first row to the last: amounts are numbers with
/// two decimals, codes and hashes are texts, so that no spreadsheet takes zeros from their front. Strings stand in their
/// cells: a table of shared ones would have to be kept in memory.
/// </summary>
public sealed class XlsxSink : IRowSink, IDisposable
{
    /// <summary>What Excel opens; a sheet that is full goes on in the next.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>A cell holds no more.</summary>
    private const int MostCharacters = 32_767;

    private const int MostNameCharacters = 31;

    /// <summary>Spreadsheets calculate with doubles: beyond 15 digits an amount is given as text rather than changed.</summary>
    private const int ExactDigits = 15;

    private const int RealDecimals = 4;

    private static readonly SpreadCheetahOptions Options = new() { CompressionLevel = SpreadCheetahCompressionLevel.Fastest, PreserveStringWhitespace = true, DocumentProperties = null };

    private readonly Spreadsheet _book;
    private readonly StyleId _head, _money;
    private readonly int _rowsPerSheet;
    private ImmutableArray<ExportField> _fields = [];
    private Cell[] _cells = [];
    private bool _open, _any;
    private string _name = "";
    private int _rows;
    private int _part;

    /// <param name="output">Stays open.</param>
    /// <param name="rowsPerSheet">Header line included.</param>
    public XlsxSink(Stream output, int rowsPerSheet = MostRows)
    {
        _book = Wait(Spreadsheet.CreateNewAsync(output, Options));
        _head = _book.AddStyle(new Style { Font = { Bold = true } });
        _money = _book.AddStyle(new Style { Format = NumberFormat.Standard(StandardNumberFormat.ThousandsSeparatorTwoDecimalPlaces) });
        _rowsPerSheet = rowsPerSheet;
    }

    /// <summary>The next rows belong to a sheet of this name; a sheet without rows is not made.</summary>
    public void StartSheet(string name)
    {
        _open = false;
        _name = new string(name.Where(c => !@"[]:*?/\'".Contains(c, StringComparison.Ordinal)).ToArray());
        _part = 0;
    }

    public void Begin(ImmutableArray<ExportField> fields)
    {
        _fields = fields;
        _cells = new Cell[fields.Length];
    }

    public void Row(ExportRow row)
    {
        if (!_open || _rows == _rowsPerSheet)
        {
            OpenSheet();
        }

        for (var column = 0; column < _cells.Length; column++)
        {
            _cells[column] = CellOf(row, column, _fields[column].Type);
        }

        Wait(_book.AddRowAsync(_cells));
        _rows++;
    }

    public void Dispose()
    {
        if (!_any)
        {
            OpenSheet();
        }

        Wait(_book.FinishAsync());
        _book.Dispose();
    }

    private Cell CellOf(ExportRow row, int column, FieldType type)
    {
        if (row.IsNull(column))
        {
            return default;
        }

        if (row.IsReal(column))
        {
            return new Cell(Math.Round(row.Real(column), RealDecimals));
        }

        var text = row.Text(column);
        return text.Length == 0 ? default
            : type == FieldType.Text || (type == FieldType.Money && text.Count(char.IsAsciiDigit) > ExactDigits) ? new Cell(Clean(text))
            : type == FieldType.Money ? new Cell(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture), _money)
            : new Cell(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    /// <summary>What a cell holds, without what is no character of XML 1.0.</summary>
    private static string Clean(string text)
    {
        var cut = text.Length > MostCharacters ? text[..MostCharacters] : text;
        if (cut.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && cut.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && cut.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') < 0)
        {
            return cut;
        }

        var clean = new StringBuilder(cut.Length);
        foreach (var rune in cut.EnumerateRunes())
        {
            _ = rune.Value is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF' ? clean.Append('\uFFFD') : clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private void OpenSheet()
    {
        var name = _name.Length == 0 ? "Ingest" : _name;
        var suffix = ++_part == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({_part})");
        // The header line stays in sight; columns are as wide as what they hold usually is.
        var options = new WorksheetOptions { FrozenRows = 1 };
        for (var column = 1; column <= _fields.Length; column++)
        {
            options.Column(column).Width = WidthOf(_fields[column - 1]);
        }

        if (_fields.Length > 0)
        {
            options.AutoFilter = new AutoFilterOptions(string.Create(CultureInfo.InvariantCulture, $"A1:{SpreadsheetUtility.GetColumnName(_fields.Length)}{_rowsPerSheet}"));
        }

        Wait(_book.StartWorksheetAsync(name[..Math.Min(name.Length, MostNameCharacters - suffix.Length)] + suffix, options));
        Wait(_book.AddHeaderRowAsync(_fields.Select(f => f.Name).ToArray(), _head));
        _rows = 1;
        (_open, _any) = (true, true);
    }

    private static double WidthOf(ExportField field) => field.Type switch
    {
        FieldType.Money => 18,
        FieldType.Text => field.Name is "label" or "document" or "entity" or "column_path" ? 28 : 14,
        _ => 9,
    };

    /// <summary>The library writes to the stream only when its buffer is full, and this stream is never waited for.</summary>
    private static void Wait(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            task.AsTask().GetAwaiter().GetResult();
        }
    }

    private static T Wait<T>(ValueTask<T> task) => task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();
}
