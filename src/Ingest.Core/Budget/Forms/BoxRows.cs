using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Forms;

/// <summary>
/// The rows of a money box. Where no ruling closes its name, or rulings part it from the blanks above and below it, the box has the rows beside
/// these blanks too, as far as they hold a name and a figure.
/// </summary>
internal static class BoxRows
{
    /// <param name="above">Rows from here on are of no other box.</param>
    /// <param name="indicators">By row, whether it holds indicators.</param>
    /// <returns>The name of the box, as if it were drawn over all rows of it.</returns>
    public static RawCell Widen(GridView grid, RawCell head, int above, bool[] indicators)
    {
        var (top, end) = (head.Row, Math.Min(grid.Rows, head.Row + head.RowSpan));
        while (top > above && IsPart(grid, top - 1, head, indicators))
            top--;
        while (end < grid.Rows && IsPart(grid, end, head, indicators))
            end++;
        return head with { Row = top, RowSpan = end - top };
    }

    private static bool IsPart(GridView grid, int row, RawCell head, bool[] indicators)
    {
        if (indicators[row] || grid.Index(row, head.Column) < 0 || grid.Text(row, head.Column).Length > 0)
            return false;
        var named = false;
        for (var c = head.Column + head.ColumnSpan; c < grid.Columns; c++)
        {
            if (!grid.BeginsInRow(row, c))
                continue;
            var shape = grid.Shape(row, c);
            if (named && shape is CellShape.Number or CellShape.Dash)
                return true;
            named |= shape == CellShape.Text;
        }
        return false;
    }
}
