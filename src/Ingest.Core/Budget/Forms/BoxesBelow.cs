using System.Collections.Immutable;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Forms;

/// <summary>
/// Money boxes whose figures stand below the cell that names money and its unit, a row for each task: 任务名称 | 主要内容 |
/// 预算金额(万元) over 总额, 财政拨款, 其他资金. The first words of a row name it.
/// </summary>
internal static class BoxesBelow
{
    /// <summary>Rows of headers below the name of the box.</summary>
    private const int MostHeaders = 2;

    /// <returns>Whether figures stand below the cell.</returns>
    public static bool Add(GridView grid, RawCell head, ImmutableArray<BudgetColumn>.Builder columns, ImmutableArray<BudgetRow>.Builder rows)
    {
        int left = head.Column, end = head.Column + head.ColumnSpan, body = head.Row + head.RowSpan;
        while (body < grid.Rows && !HoldsFigure(grid, body, left, end))
        {
            if (++body - head.Row - head.RowSpan > MostHeaders)
                return false;
        }
        var bottom = body;
        while (bottom < grid.Rows && HoldsNoWords(grid, bottom, left, end) && Name(grid, bottom, left).Length > 0)
            bottom++;
        if (bottom == body)
            return false;
        var block = columns.Count == 0 ? 0 : columns[^1].Block + 1;
        for (var c = left; c < end; c++)
            columns.Add(new BudgetColumn(c, block, FormReader.Path(grid, head.Row, body, c), null, ColumnRole.Money, null));
        for (var r = body; r < bottom;)
        {
            // a figure over several rows is of all that they name
            var next = r + Math.Max(1, Enumerable.Range(left, end - left).Max(c => grid.BeginsInRow(r, c) ? grid.Cell(r, c)!.RowSpan : 1));
            var name = string.Concat(Enumerable.Range(r, Math.Min(next, bottom) - r).Select(row => Name(grid, row, left)));
            rows.Add(new BudgetRow(r, block, "", "", name, -1, RowLabels.IsTotal(name), true));
            r = next;
        }
        return true;
    }

    private static bool HoldsFigure(GridView grid, int row, int left, int end) =>
        Enumerable.Range(left, end - left).Any(c => grid.BeginsInRow(row, c) && grid.Shape(row, c) is CellShape.Number or CellShape.Garbled);

    private static bool HoldsNoWords(GridView grid, int row, int left, int end) =>
        Enumerable.Range(left, end - left).All(c => grid.Shape(row, c) is not (CellShape.Text or CellShape.Percent));

    /// <summary>The first words that begin in a row before the figures.</summary>
    private static string Name(GridView grid, int row, int left)
    {
        for (var c = 0; c < left; c++)
        {
            if (grid.Begins(row, c) && grid.Shape(row, c) == CellShape.Text)
                return grid.Text(row, c);
        }
        return "";
    }
}
