using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Columns;

/// <summary>
/// The first row of figures ends the cells of the header where no ruling parts it from them (合计 over 39100, 科目名称 over 教育支出). Where all columns
/// of figures show it, these ends are a row of their own; so they are where the header is printed again on the next page.
/// </summary>
internal static class HeaderFigures
{
    private const int FewestColumns = 2;

    /// <summary>A blank line stands for a gap wider than lines of one text have.</summary>
    private const string Gap = "\n\n";

    public static RawTable Mend(RawTable table)
    {
        if (table.HeaderRows == 0 || table.Columns < FewestColumns)
            return table;
        var lowest = table.Cells.Where(c => c.Row + c.RowSpan == table.HeaderRows).OrderBy(static c => c.Column).ToList();
        if (lowest.Count != table.Columns || lowest.Exists(static c => c.ColumnSpan > 1) || lowest.Count(c => Figure(c) is not null) < FewestColumns || !lowest.Exists(c => IsAmount(table, c))
            || lowest.Exists(c => Figure(c) is null && (table.HeaderRows == table.Rows || HoldsFigures(table, c.Column))))
        {
            return table;
        }
        var heads = lowest.ToDictionary(static c => c.Column, static c => Folding.Label(Parted(c).Head));
        var cells = table.Cells.ToBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Row >= table.HeaderRows)
                cells[i] = cells[i] with { Row = cells[i].Row + 1 };
            else if (lowest.Contains(cells[i]))
                cells[i] = With(cells[i], Parted(cells[i]).Head);
        }
        var at = cells.Count(c => c.Row < table.HeaderRows);
        foreach (var cell in lowest.AsEnumerable().Reverse())
            cells.Insert(at, With(cell, Parted(cell).End) with { Row = table.HeaderRows, RowSpan = 1, Indent = 0 });
        for (var row = table.HeaderRows + 1; row <= table.Rows; row++)
        {
            var again = cells.Where(c => c.Row + c.RowSpan == row + 1 && c.Text.Length > 0).ToList();
            if (again.Count(c => Figure(c) is not null) >= FewestColumns && again.TrueForAll(c => heads.TryGetValue(c.Column, out var head) && Folding.Label(Parted(c).Head) == head))
                again.ForEach(c => Replace(cells, c));
        }
        return table with
        {
            Rows = table.Rows + 1, Cells = cells.ToImmutable(),
            Rivals = [.. table.Rivals.Select(r => r with { Differing = [.. r.Differing.Select(p => p.Row >= table.HeaderRows ? p with { Row = p.Row + 1 } : p)] })],
        };
    }

    /// <summary>Whether the cell ends with a figure that is neither a year nor the number of a column.</summary>
    public static bool IsAmount(RawTable table, RawCell cell)
    {
        if (Figure(cell) is not { } last || AmountReader.Read(Folding.Label(last)) is not { State: ValueState.Value, Shape: NumberShape.Plain, Number: { } number } || Folding.Label(last) is ['1', '9', _, _] or ['2', '0', _, _])
            return false;
        var units = number.Units;
        for (var i = 0; i < number.Decimals; i++)
            units /= 10;
        return units > table.Columns || (units == table.Columns && number.Decimals > 0);
    }

    /// <summary>The last of several lines, where it is a number or the mark of none.</summary>
    private static string? Figure(RawCell cell) =>
        cell.Raw.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [_, .., var last] && Shapes.Of(Folding.Label(last)) is CellShape.Number or CellShape.Dash ? last : null;

    /// <summary>The header and what stands below it in its cell: a figure, the total, or a name below what heads names.</summary>
    private static (string Head, string End) Parted(RawCell cell)
    {
        var figure = Figure(cell);
        var at = figure is null && cell.Raw.LastIndexOf(Gap, StringComparison.Ordinal) is > 0 and var gap ? gap : cell.Raw.TrimEnd('\n').LastIndexOf('\n');
        if (at <= 0)
            return (cell.Raw, "");
        var (head, end) = (cell.Raw[..at].TrimEnd('\n'), cell.Raw[at..].Trim('\n'));
        return figure is not null || RowLabels.IsTotal(Folding.Label(end)) || HeaderGuards.IsNoMeasure(Folding.Label(head)) ? (head, end) : (cell.Raw, "");
    }

    /// <summary>Leaves of a header that is printed again what stands below it; above that its cell is blank.</summary>
    private static void Replace(ImmutableArray<RawCell>.Builder cells, RawCell cell)
    {
        var last = cell.Row + cell.RowSpan - 1;
        var end = With(cell, Parted(cell).End) with { Row = last, RowSpan = 1, Indent = 0 };
        cells.Remove(cell);
        if (last > cell.Row)
            Insert(With(cell, "") with { RowSpan = cell.RowSpan - 1 });
        Insert(end);

        void Insert(RawCell part)
        {
            var at = 0;
            while (at < cells.Count && (cells[at].Row, cells[at].Column).CompareTo((part.Row, part.Column)) < 0)
                at++;
            cells.Insert(at, part);
        }
    }

    private static bool HoldsFigures(RawTable table, int column) => table.Cells.Any(c => c.Row >= table.HeaderRows && c.Column == column && Shapes.Of(c.Text) is var shape && (shape == CellShape.Dash || Shapes.IsFigure(c.Text, shape)));

    private static RawCell With(RawCell cell, string raw) => cell with { Text = Folding.CellText(raw), Raw = raw };
}
