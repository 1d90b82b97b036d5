using System.Text;
using Ingest.Core.Budget.Facts;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Export;

/// <summary>The row that a query stands on. Text comes as bytes of UTF-8 and is not copied.</summary>
public sealed class ExportRow
{
    private readonly Statement _row;
    private readonly int _caption;

    /// <param name="caption">The column with the lines above a table, of which those that name a person are left out; -1 for none.</param>
    internal ExportRow(Statement row, int caption)
    {
        _row = row;
        _caption = caption;
    }

    public bool IsNull(int column) => _row.IsNull(column);

    public bool IsReal(int column) => _row.IsReal(column);

    public long Long(int column) => _row.Long(column);

    public double Real(int column) => _row.Real(column);

    public string Text(int column) => column == _caption ? WithoutPersons(_row.Text(column)) : _row.Text(column);

    public ReadOnlySpan<byte> Utf8(int column) => column == _caption ? Encoding.UTF8.GetBytes(Text(column)) : _row.Utf8(column);

    /// <summary>The lines above a table without those that name a person: 填报人:… 联系电话:….</summary>
    private static string WithoutPersons(string lines) =>
        string.Join('\n', lines.Split('\n').Where(l => !PersonalCells.Answer(l)));
}
