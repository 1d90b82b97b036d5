using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Typing;

/// <summary>What the text of a cell looks like, before anything is known of its column.</summary>
internal enum CellShape : byte
{
    Blank,
    /// <summary>Digits with separators, sign or brackets; codes too.</summary>
    Number,
    /// <summary>A number with % or ‰.</summary>
    Percent,
    /// <summary>-, —, /, 无 and the like; ×, which says that no value is wanted.</summary>
    Dash,
    /// <summary>Mostly digits, yet no number: <c>45*,142.33</c>.</summary>
    Garbled,
    Text,
}

/// <summary>Random access to the cells of a table by row and column, with their texts freed of white space.</summary>
internal sealed class GridView
{
    private readonly int[] _owner;
    private readonly string[] _text;
    private readonly CellShape[] _shape;

    public GridView(RawTable table)
    {
        Table = table;
        Rows = table.Rows;
        Columns = table.Columns;
        _owner = new int[Rows * Columns];
        Array.Fill(_owner, -1);
        _text = new string[table.Cells.Length];
        _shape = new CellShape[table.Cells.Length];
        for (var i = 0; i < table.Cells.Length; i++)
        {
            var cell = table.Cells[i];
            _text[i] = Folding.Label(cell.Text);
            _shape[i] = Shapes.Of(_text[i]);
            var bottom = Math.Min(Rows, cell.Row + cell.RowSpan);
            var right = Math.Min(Columns, cell.Column + cell.ColumnSpan);
            for (var r = Math.Max(0, cell.Row); r < bottom; r++)
            {
                for (var c = Math.Max(0, cell.Column); c < right; c++)
                    _owner[(r * Columns) + c] = i;
            }
        }
    }

    public RawTable Table { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Index of the cell that covers the place, -1 if none does.</summary>
    public int Index(int row, int column) => _owner[(row * Columns) + column];

    public RawCell? Cell(int row, int column) => Index(row, column) is var i and >= 0 ? Table.Cells[i] : null;

    /// <summary>Text of the cell that covers the place, folded and without white space.</summary>
    public string Text(int row, int column) => Index(row, column) is var i and >= 0 ? _text[i] : "";

    public CellShape Shape(int row, int column) => Index(row, column) is var i and >= 0 ? _shape[i] : CellShape.Blank;

    /// <summary>Whether a cell begins at this place.</summary>
    public bool Begins(int row, int column) =>
        Index(row, column) is var i and >= 0 && Table.Cells[i].Row == row && Table.Cells[i].Column == column;

    /// <summary>Whether a cell begins in this row and column, or begins in this row further left and reaches over the column.</summary>
    public bool BeginsInRow(int row, int column) => Index(row, column) is var i and >= 0 && Table.Cells[i].Row == row;

    public int ColumnSpan(int row, int column) => Index(row, column) is var i and >= 0 ? Table.Cells[i].ColumnSpan : 1;

    /// <summary>Left edge of each column on its page, in points.</summary>
    public double[] Lefts()
    {
        var lefts = new double[Columns];
        Array.Fill(lefts, double.MaxValue);
        foreach (var cell in Table.Cells)
        {
            if (cell.Column < Columns)
                lefts[cell.Column] = Math.Min(lefts[cell.Column], cell.Area.Box.Left);
        }
        return lefts;
    }

    /// <summary>The cells that begin in a row and hold text, from left to right.</summary>
    public IEnumerable<(int Column, string Text, CellShape Shape)> Filled(int row)
    {
        for (var c = 0; c < Columns; c++)
        {
            if (Begins(row, c) && Text(row, c) is { Length: > 0 } text)
                yield return (c, text, Shape(row, c));
        }
    }
}

/// <summary>Tells the shape of a text by its characters.</summary>
internal static class Shapes
{
    /// <param name="text">Folded, without white space.</param>
    public static CellShape Of(string text)
    {
        if (text.Length == 0)
            return CellShape.Blank;
        int digits = 0, marks = 0, percent = 0, wide = 0;
        foreach (var ch in text)
        {
            if (char.IsAsciiDigit(ch))
                digits++;
            else if (ch is '%' or '‰')
                percent++;
            else if (ch is '.' or ',' or '+' or '(' or ')' or '△' or '▲' or '·' or '/' || Dashes.Is(ch))
                marks++;
            else if (ch >= 0x2E80)
                wide++;
        }
        var rest = text.Length - digits - marks - percent;
        if (digits == 0)
            return (rest == 0 && percent == 0) || text is "无" or "×" or "╳" or "✕" ? CellShape.Dash : CellShape.Text;
        if (rest == 0 && !text.AsSpan().ContainsAny('/', '―'))
            return percent > 0 ? CellShape.Percent : CellShape.Number;
        return wide == 0 && digits >= 3 && digits * 2 > text.Length ? CellShape.Garbled : CellShape.Text;
    }

    /// <summary>Digits only, nothing else.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text)
    {
        foreach (var ch in text)
        {
            if (!char.IsAsciiDigit(ch))
                return false;
        }
        return text.Length > 0;
    }

    /// <summary>A number that is no code: it has a point, a comma, a sign or brackets.</summary>
    public static bool IsFigure(string text, CellShape shape) =>
        shape is CellShape.Percent or CellShape.Garbled || (shape == CellShape.Number && !IsDigits(text));
}
