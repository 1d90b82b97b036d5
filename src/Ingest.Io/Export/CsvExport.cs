using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Export;

/// <summary>Exports as comma-separated values after RFC 4180: UTF-8 without a mark, a header line, lines ended by \n.</summary>
public sealed class CsvExport : IRowSink
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    // What a spreadsheet takes for the beginning of a formula.
    private static readonly SearchValues<char> Dangerous = SearchValues.Create("=+-@\t\r");

    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789,.%");

    private readonly TextWriter _output;
    private readonly bool _defused;
    private bool[] _isText = [];
    private char[] _text = new char[256];
    private int _columns;

    /// <param name="defused">
    /// Puts an apostrophe before texts that a spreadsheet would run as a formula: labels and file names come from outside.
    /// Numbers and mere dashes stay as they are. For files that people open; programs want the plain value.
    /// </param>
    public CsvExport(TextWriter output, bool defused = false) => (_output, _defused) = (output, defused);

    /// <summary>All of one export in its contract shape.</summary>
    /// <param name="personal">Whether names and telephone numbers of persons are given; else their cells are blank.</param>
    public static void Write(Database database, string name, TextWriter output, CancellationToken cancel, bool personal = false) =>
        Exporter.Run(database, new ExportRequest(name, Personal: personal), new CsvExport(output), cancel);

    public void Begin(ImmutableArray<ExportField> fields)
    {
        _columns = fields.Length;
        _isText = [.. fields.Select(f => f.Type == FieldType.Text)];
        _output.Write(string.Join(',', fields.Select(f => f.Name)));
        _output.Write('\n');
    }

    public void Row(ExportRow row)
    {
        for (var column = 0; column < _columns; column++)
        {
            if (column > 0)
            {
                _output.Write(',');
            }

            if (row.IsReal(column))
            {
                row.Real(column).TryFormat(_text, out var length, "0.####", CultureInfo.InvariantCulture);
                _output.Write(_text.AsSpan(0, length));
            }
            else if (!row.IsNull(column))
            {
                Write(row.Utf8(column), _defused && _isText[column]);
            }
        }

        _output.Write('\n');
    }

    /// <summary>The field as it stands in a line: quoted where it must be.</summary>
    private void Write(ReadOnlySpan<byte> utf8, bool defused)
    {
        if (_text.Length < utf8.Length)
        {
            _text = new char[utf8.Length * 2];
        }

        var text = _text.AsSpan(0, Encoding.UTF8.GetChars(utf8, _text));
        var apostrophe = defused && IsFormula(text) ? "'" : "";
        if (!text.ContainsAny(Special))
        {
            _output.Write(apostrophe);
            _output.Write(text);
            return;
        }

        _output.Write('"');
        _output.Write(apostrophe);
        for (int at; (at = text.IndexOf('"')) >= 0; text = text[(at + 1)..])
        {
            _output.Write(text[..(at + 1)]);
            _output.Write('"');
        }

        _output.Write(text);
        _output.Write('"');
    }

    /// <summary>A text as no spreadsheet runs it.</summary>
    public static string Defused(string text) => IsFormula(text) ? "'" + text : text;

    private static bool IsFormula(ReadOnlySpan<char> text) =>
        !text.IsEmpty && Dangerous.Contains(text[0])
        && !(text[0] is '-' or '+' && (text[1..].IndexOfAnyExcept(Numeric) < 0 || text.IndexOfAnyExcept('-') < 0));
}
