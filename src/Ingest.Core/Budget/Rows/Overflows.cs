using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Rows;

/// <summary>
/// A name that is longer than its cell runs into the figure beside it, so that both seem to stand in the cell of the name
/// (自然资源海洋气象等支出18803323.32 | blank). The figure goes back to the cell that it is drawn in. So it does where rulings part name and
/// figure in the header alone, so that each row of the half is one cell (项目 | 本年预算 over 教育支出  9.00), and where they part them in other rows.
/// </summary>
internal static class Overflows
{
    /// <summary>Figures that a column must hold besides, to be a column of figures.</summary>
    private const int FewestFigures = 2;

    public static RawTable Mend(RawTable table)
    {
        foreach (var column in table.Cells.Where(static c => c.ColumnSpan == 2 && Figure(c) is not null).GroupBy(static c => c.Column).ToList())
        {
            if (column.Count() >= FewestFigures && Header(table, column.Key, column.Min(static c => c.Row)) is { } header)
                table = Part(table, header, c => c.Row > header.Row && c.Column == column.Key && c.ColumnSpan == 2);
            else if (Pairs(table, column.Key) is [_, _, ..] pairs)
                table = Part(table, pairs[0], c => c.Column == column.Key && c.ColumnSpan == 2 && Figure(c) is not null);
        }
        Dictionary<(int Row, int Column), int>? places = null;
        ImmutableArray<RawCell>.Builder? cells = null;
        for (var i = 0; i < table.Cells.Length; i++)
        {
            var cell = table.Cells[i];
            if (FigureAt(cell.Text) is not (> 0 and var at))
                continue;
            places ??= table.Cells.Select((c, index) => (c, index)).ToDictionary(c => (c.c.Row, c.c.Column), c => c.index);
            if (!places.TryGetValue((cell.Row, cell.Column + cell.ColumnSpan), out var next) || table.Cells[next] is not { Text.Length: 0 } beside || beside.RowSpan != cell.RowSpan || !HoldsFigures(table, beside.Column))
                continue;
            cells ??= table.Cells.ToBuilder();
            cells[i] = cell with { Text = cell.Text[..at].TrimEnd(), Raw = cell.Text[..at].TrimEnd() };
            cells[next] = beside with { Text = cell.Text[at..], Raw = cell.Text[at..], Untrusted = cell.Untrusted };
        }
        return cells is null ? table : table with { Cells = cells.ToImmutable() };
    }

    /// <summary>The header of the second of two columns, where each of the two has one of its own above a row.</summary>
    private static RawCell? Header(RawTable table, int column, int top) =>
        table.Cells.LastOrDefault(c => c.Row < top && c.Column == column + 1 && c.ColumnSpan == 1 && Shapes.Of(Folding.Label(c.Text)) == CellShape.Text) is { } header
            && table.Cells.Any(c => c.Row < top && c.Row + c.RowSpan > header.Row && c.Text.Length > 0 && c.Column + c.ColumnSpan == header.Column) ? header : null;

    /// <summary>Figures beside names in the two columns.</summary>
    private static List<RawCell> Pairs(RawTable table, int column) =>
        [.. table.Cells.Where(c => c.Column == column + 1 && Shapes.Of(Folding.Label(c.Text)) == CellShape.Number && table.Cells.Any(n => n.Row == c.Row && n.Column == column && n.ColumnSpan == 1 && Shapes.Of(Folding.Label(n.Text)) == CellShape.Text))];

    /// <summary>Gives the figures of cells over two columns to the second.</summary>
    /// <param name="beside">A cell of the second column.</param>
    private static RawTable Part(RawTable table, RawCell beside, Predicate<RawCell> isOverBoth)
    {
        var cells = ImmutableArray.CreateBuilder<RawCell>(table.Cells.Length);
        foreach (var cell in table.Cells)
        {
            if (!isOverBoth(cell))
            {
                cells.Add(cell);
                continue;
            }
            var figure = Figure(cell) ?? (Shapes.Of(Folding.Label(cell.Text)) is CellShape.Number or CellShape.Dash ? cell.Raw.TrimEnd() : "");
            var name = cell.Raw.TrimEnd()[..^figure.Length].TrimEnd();
            var border = Math.Clamp(beside.Area.Box.Left, cell.Area.Box.Left, cell.Area.Box.Right);
            cells.Add(cell with { ColumnSpan = 1, Text = Folding.CellText(name), Raw = name, Area = cell.Area with { Box = cell.Area.Box with { Right = border } } });
            cells.Add(cell with { Column = beside.Column, ColumnSpan = 1, Text = Folding.CellText(figure), Raw = figure, Indent = 0, Area = cell.Area with { Box = cell.Area.Box with { Left = border } } });
        }
        return table with { Cells = cells.ToImmutable() };
    }

    /// <summary>The figure of a cell that holds words and, behind a gap on their line, one figure; null if it holds anything else.</summary>
    public static string? Figure(RawCell cell) =>
        cell.Raw.Split("  ", StringSplitOptions.RemoveEmptyEntries) is [var name, var figure] && !figure.Contains('\n', StringComparison.Ordinal) && Shapes.Of(Folding.Label(name)) == CellShape.Text
            && AmountReader.Read(figure).Shape == NumberShape.Plain ? figure.Trim() : null;

    /// <summary>Where a figure with two decimals begins behind a name; 0 if the text does not end so.</summary>
    private static int FigureAt(string text)
    {
        if (text.Length < 6 || text[^3] != '.' || !char.IsAsciiDigit(text[^1]) || !char.IsAsciiDigit(text[^2]))
            return 0;
        var at = text.Length;
        while (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or ','))
            at--;
        return at >= 2 && text[at - 1] >= 0x2E80 && AmountReader.Read(text[at..]).Shape == NumberShape.Plain ? at : 0;
    }

    private static bool HoldsFigures(RawTable table, int column)
    {
        var figures = 0;
        foreach (var cell in table.Cells)
        {
            if (cell.Column == column && Shapes.IsFigure(cell.Text, Shapes.Of(cell.Text)) && ++figures >= FewestFigures)
                return true;
        }
        return false;
    }
}
