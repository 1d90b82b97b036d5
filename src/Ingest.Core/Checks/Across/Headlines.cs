using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Across;

/// <summary>Finds the headline figures of a table: its total row, and rows of two-sided tables by name.</summary>
internal static class Headlines
{
    /// <summary>The column with that key; -1 if there is none or more than one.</summary>
    public static int Column(TableView view, string key)
    {
        var found = -1;
        foreach (var column in view.Columns)
        {
            if (column.Key == key && column.Role == ColumnRole.Money)
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = column.Index;
            }
        }

        return found;
    }

    /// <summary>The fact of the table's total in that column; -1 if there is no such row or column.</summary>
    public static int Total(TableView view, string key)
    {
        var column = Column(view, key);
        if (column < 0)
        {
            return -1;
        }

        var block = view.Columns.First(c => c.Index == column).Block;
        return view.TotalRow(block) is { } total ? view.At(total.Row, column) : -1;
    }

    /// <summary>The fact of the only row whose name, without ordinal, satisfies the predicate; -1 if none does, -2 if several do.</summary>
    public static int Named(TableView view, string key, Predicate<string> name)
    {
        var column = Column(view, key);
        if (column < 0)
        {
            return -1;
        }

        var block = view.Columns.First(c => c.Index == column).Block;
        var found = -1;
        foreach (var row in view.Table.Rows)
        {
            if (row.Block == block && name(Labels.Ordinal(row.Label).Name))
            {
                if (found >= 0)
                {
                    return -2;
                }

                found = view.At(row.Row, column);
            }
        }

        return found;
    }
}
