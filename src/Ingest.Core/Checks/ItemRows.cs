using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>Tables of the three public expenses whose items are rows: the items make the total, purchase and operation the cars.</summary>
internal static class ItemRows
{
    /// <summary>Whether the block is laid out so; its sums are then evaluated.</summary>
    public static bool Evaluate(TableView view, ImmutableArray<BudgetRow> block, Ledger ledger)
    {
        var items = new Dictionary<string, BudgetRow>(StringComparer.Ordinal);
        foreach (var row in block)
        {
            if (ItemOf(row) is { } item && !items.TryAdd(item, row))
            {
                return false; // several years or funds below each other
            }
        }

        if (!items.ContainsKey(ColumnKeys.Abroad) || !items.ContainsKey(ColumnKeys.Car) || !items.ContainsKey(ColumnKeys.Reception))
        {
            return false;
        }

        if (block.FirstOrDefault(r => r.IsTotal) is { } total)
        {
            items.TryAdd(Concepts.ThreePublic, total);
        }

        foreach (var column in view.Columns.Where(c => c.Block == block[0].Block && c.Role == ColumnRole.Money))
        {
            Sum(view, column.Index, items, Concepts.ThreePublic, [ColumnKeys.Abroad, ColumnKeys.Car, ColumnKeys.Reception], ledger, IdentityCatalog.ThreePublicRow);
            Sum(view, column.Index, items, ColumnKeys.Car, [ColumnKeys.CarPurchase, ColumnKeys.CarOperation], ledger, IdentityCatalog.CarRow);
        }

        return true;
    }

    private static void Sum(TableView view, int column, Dictionary<string, BudgetRow> items, string whole, string[] parts, Ledger ledger, Identity identity)
    {
        if (items.TryGetValue(whole, out var total) && parts.All(items.ContainsKey))
        {
            var cells = Array.ConvertAll(parts, p => view.At(items[p].Row, column));
            if (view.At(total.Row, column) is >= 0 and var left && !cells.Contains(-1))
            {
                ledger.Add(identity, view, left, cells);
            }
        }
    }

    private static string? ItemOf(BudgetRow row)
    {
        bool Says(string word) => row.Label.Contains(word, StringComparison.Ordinal);
        return Says("出国") ? ColumnKeys.Abroad
            : Says("接待") ? ColumnKeys.Reception
            : Says("车") ? (Says("购置"), Says("运行") || Says("维护")) switch { (true, false) => ColumnKeys.CarPurchase, (false, true) => ColumnKeys.CarOperation, _ => ColumnKeys.Car }
            : Says("三公") ? Concepts.ThreePublic
            : null;
    }
}
