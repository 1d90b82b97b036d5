using System.Collections.Immutable;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Facts;

/// <summary>What became of a cell of a typed table.</summary>
public enum CellUse : byte
{
    Blank,
    Header,
    /// <summary>Name or code of a row.</summary>
    Name,
    Fact,
    /// <summary>Running numbers, remarks, goals, notes over the whole width, headers printed again: left out on purpose.</summary>
    Ignored,
    /// <summary>A figure that is no fact: it stands in a column of names, or in a row that could not be read.</summary>
    Unplaced,
}

/// <summary>
/// Accounts for every cell of a typed table, so that none is dropped silently: it is header, name, fact, ignored on purpose,
/// or unplaced, which is an anomaly. In forms what stands outside of the money boxes is ignored.
/// </summary>
public static class CellLedger
{
    /// <returns>One use for each cell of the source, in its order.</returns>
    public static ImmutableArray<CellUse> Of(BudgetTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var source = table.Source;
        var uses = ImmutableArray.CreateBuilder<CellUse>(source.Cells.Length);
        var last = 0;
        foreach (var column in table.Columns)
            last = Math.Max(last, column.Block);
        var rows = new bool[source.Rows * (last + 1)];
        foreach (var row in table.Rows)
            rows[(row.Row * (last + 1)) + row.Block] = true;
        var isForm = table.Kind is { } id && Kinds.KindCatalog.Find(id) is { Layout: Kinds.TableLayout.Form };
        foreach (var cell in source.Cells)
        {
            if (cell.Text.Length == 0)
                uses.Add(CellUse.Blank);
            else if (cell.Row < table.HeaderRows)
                uses.Add(CellUse.Header);
            else
                uses.Add(InBody(cell, table.Columns, rows.AsSpan(cell.Row * (last + 1), last + 1), isForm));
        }
        return uses.MoveToImmutable();
    }

    /// <param name="blocks">Whether the row is one of each half.</param>
    private static CellUse InBody(RawCell cell, ImmutableArray<BudgetColumn> columns, ReadOnlySpan<bool> blocks, bool isForm)
    {
        // a form may give several columns for one column of the grid, one for each box
        foreach (var column in columns)
        {
            if (column.Index != cell.Column)
                continue;
            switch (column.Role)
            {
                case ColumnRole.Money or ColumnRole.Quantity or ColumnRole.Percent:
                    if (blocks[column.Block])
                        return CellUse.Fact;
                    break;
                case ColumnRole.Label or ColumnRole.Code:
                    return !isForm && IsFigure(cell.Text) ? CellUse.Unplaced : CellUse.Name;
                default:
                    return CellUse.Ignored;
            }
        }
        return !isForm && IsFigure(cell.Text) ? CellUse.Unplaced : CellUse.Ignored;
    }

    /// <summary>With a point, a comma, a sign or brackets: digits alone may be a code or a number of order.</summary>
    private static bool IsFigure(string text) =>
        text.Length < 30 && Shapes.Of(text) is CellShape.Number or CellShape.Percent && !Shapes.IsDigits(text);
}
