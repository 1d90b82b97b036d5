using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ingest.Io.Export;

/// <summary>
/// Exports as a workbook of Office Open XML (ECMA-376), written from the first row to the last: amounts are numbers with
/// two decimals, codes and hashes are texts, so that no spreadsheet takes zeros from their front. Strings stand in their
/// cells (inlineStr): a table of shared ones would have to be kept in memory.
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

    private readonly ZipArchive _archive;
    private readonly int _rowsPerSheet;
    private readonly List<string> _sheets = [];
    private ImmutableArray<ExportField> _fields = [];
    private StreamWriter? _sheet;
    private string _name = "";
    private int _rows;
    private int _part;

    /// <param name="output">Stays open.</param>
    /// <param name="rowsPerSheet">Header line included.</param>
    public XlsxSink(Stream output, int rowsPerSheet = MostRows)
    {
        _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        _rowsPerSheet = rowsPerSheet;
    }

    /// <summary>The next rows belong to a sheet of this name; a sheet without rows is not made.</summary>
    public void StartSheet(string name)
    {
        CloseSheet();
        _name = new string(name.Where(c => !@"[]:*?/\'".Contains(c, StringComparison.Ordinal)).ToArray());
        _part = 0;
    }

    public void Begin(ImmutableArray<ExportField> fields) => _fields = fields;

    public void Row(ExportRow row)
    {
        if (_sheet is null || _rows == _rowsPerSheet)
        {
            OpenSheet();
        }

        _sheet!.Write("<row>");
        for (var column = 0; column < _fields.Length; column++)
        {
            WriteCell(row, column, _fields[column].Type);
        }

        _sheet.Write("</row>\n");
        _rows++;
    }

    public void Dispose()
    {
        if (_sheets.Count == 0)
        {
            OpenSheet();
        }

        CloseSheet();
        XlsxParts.Write(_archive, _sheets);
        _archive.Dispose();
    }

    private void WriteCell(ExportRow row, int column, FieldType type)
    {
        if (row.IsNull(column))
        {
            _sheet!.Write("<c/>");
            return;
        }

        var text = row.IsReal(column) ? row.Real(column).ToString("0.####", CultureInfo.InvariantCulture) : row.Text(column);
        if (text.Length == 0)
        {
            _sheet!.Write("<c/>");
        }
        else if (type == FieldType.Text || (type == FieldType.Money && text.Count(char.IsAsciiDigit) > ExactDigits))
        {
            WriteText(text, 0);
        }
        else
        {
            _sheet!.Write(type == FieldType.Money ? "<c s=\"1\"><v>" : "<c><v>");
            _sheet.Write(text);
            _sheet.Write("</v></c>");
        }
    }

    private void WriteText(string text, int style)
    {
        _sheet!.Write(style == 0 ? "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" : "<c s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, MostCharacters)))
        {
            switch (c)
            {
                case '<': _sheet.Write("&lt;"); break;
                case '>': _sheet.Write("&gt;"); break;
                case '&': _sheet.Write("&amp;"); break;
                // No character of XML 1.0: control characters, halves of a pair are left to the encoder.
                case < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF': _sheet.Write('\uFFFD'); break;
                default: _sheet.Write(c); break;
            }
        }

        _sheet.Write("</t></is></c>");
    }

    private void OpenSheet()
    {
        var name = _name.Length == 0 ? "Ingest" : _name;
        CloseSheet();
        var suffix = ++_part == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({_part})");
        _sheets.Add(name[..Math.Min(name.Length, MostNameCharacters - suffix.Length)] + suffix);
        var entry = _archive.CreateEntry(XlsxParts.Sheet(_sheets.Count), CompressionLevel.Fastest);
        _sheet = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        _sheet.Write(XlsxParts.SheetHead(_fields));
        _sheet.Write("<row>");
        foreach (var field in _fields)
        {
            WriteText(field.Name, 2);
        }

        _sheet.Write("</row>\n");
        _rows = 1;
    }

    private void CloseSheet()
    {
        if (_sheet is not null)
        {
            _sheet.Write(XlsxParts.SheetTail(_fields.Length, _rows));
            _sheet.Dispose();
            _sheet = null;
        }
    }
}
