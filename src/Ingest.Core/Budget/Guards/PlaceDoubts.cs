using Ingest.Core.Model;

namespace Ingest.Core.Budget.Guards;

/// <summary>Which tables, rows and columns are in doubt, so that every figure of theirs is: <c>verified</c> promises the place as much as the amount.</summary>
public sealed class PlaceDoubts
{
    private readonly Dictionary<int, Placing> _tables = [];
    private readonly Dictionary<(int Table, int Row, int Block), Placing> _rows = [];
    private readonly Dictionary<(int Table, int Column, int Block), Placing> _columns = [];

    internal void Doubt(BudgetTable table, Placing how) => Raise(_tables, table.Ordinal, how);

    internal void Doubt(BudgetTable table, BudgetRow row, Placing how) => Raise(_rows, (table.Ordinal, row.Row, row.Block), how);

    internal void Doubt(BudgetTable table, BudgetColumn column, Placing how) => Raise(_columns, (table.Ordinal, column.Index, column.Block), how);

    /// <summary>The worst that is said of the table, the row and the column.</summary>
    public Placing Of(BudgetTable table, BudgetRow row, BudgetColumn column)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        var worst = (Placing)Math.Max((byte)_tables.GetValueOrDefault(table.Ordinal), (byte)_rows.GetValueOrDefault((table.Ordinal, row.Row, row.Block)));
        return (Placing)Math.Max((byte)worst, (byte)_columns.GetValueOrDefault((table.Ordinal, column.Index, column.Block)));
    }

    private static void Raise<T>(Dictionary<T, Placing> places, T place, Placing how)
        where T : notnull
    {
        if (how > places.GetValueOrDefault(place))
            places[place] = how;
    }
}
