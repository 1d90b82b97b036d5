using Ingest.Core.Amounts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Columns;

/// <summary>
/// Figures that no ruling parts from the header above them end its cells (合计 over 39100). Where the whole table is header, and the lowest cell
/// over each column ends so, the last lines are a row of their own.
/// </summary>
internal static class HeaderFigures
{
    private const int FewestColumns = 2;

    public static RawTable Mend(RawTable table)
    {
        if (table.Rows == 0 || table.HeaderRows != table.Rows || table.Columns < FewestColumns)
            return table;
        var lowest = table.Cells.Where(c => c.Row + c.RowSpan == table.Rows).ToList();
        if (lowest.Count != table.Columns || !lowest.TrueForAll(static c => c.ColumnSpan == 1 && Figure(c) is not null) || !lowest.Exists(c => IsAmount(table, c)))
            return table;
        var cells = table.Cells.ToBuilder();
        foreach (var cell in lowest)
            cells[cells.IndexOf(cell)] = Without(cell);
        cells.AddRange(lowest.OrderBy(static c => c.Column).Select(c => OfBody(c, table.Rows)));
        return table with { Rows = table.Rows + 1, Cells = cells.ToImmutable() };
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

    private static RawCell OfBody(RawCell header, int row) => header with { Row = row, RowSpan = 1, Text = Folding.CellText(Figure(header)!), Raw = Figure(header)!, Indent = 0 };

    private static RawCell Without(RawCell cell)
    {
        var raw = string.Join('\n', cell.Raw.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1]);
        return cell with { Text = Folding.CellText(raw), Raw = raw };
    }
}
