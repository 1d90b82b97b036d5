using Ingest.Core.Checks.Explanations;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Rows;

/// <summary>Tables of the three public expenses whose items are rows: the items make the total, purchase and operation the cars.</summary>
internal static class ItemRows
{
    /// <summary>Whether the rows are laid out so; they are placed then.</summary>
    public static bool Place(RowForest forest, List<int> rows)
    {
        var items = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var i in rows)
        {
            if (ItemOf(forest.Rows[i].Label) is { } item && !items.TryAdd(item, i))
            {
                return false; // several years or funds below each other
            }
        }

        if (!items.TryGetValue(ColumnKeys.Abroad, out var abroad) || !items.TryGetValue(ColumnKeys.Car, out var car) || !items.TryGetValue(ColumnKeys.Reception, out var reception))
        {
            return false;
        }

        if (rows.FindIndex(i => forest.Rows[i].IsTotal) is >= 0 and var total)
        {
            items.TryAdd(Concepts.ThreePublic, rows[total]);
        }

        if (items.TryGetValue(Concepts.ThreePublic, out var whole))
        {
            forest.Closes[whole] = forest.Promoted[whole] = true;
            Array.ForEach([abroad, car, reception], i => forest.Place(i, whole, Bond.Ordinal));
        }

        if (items.TryGetValue(ColumnKeys.CarPurchase, out var purchase) && items.TryGetValue(ColumnKeys.CarOperation, out var operation))
        {
            Array.ForEach([purchase, operation], i => forest.Place(i, car, Bond.Ordinal));
        }

        return true;
    }

    public static string? ItemOf(string label)
    {
        bool Says(string word) => label.Contains(word, StringComparison.Ordinal);
        return Says("出国") ? ColumnKeys.Abroad
            : Says("接待") ? ColumnKeys.Reception
            : Says("车") ? (Says("购置"), Says("运行") || Says("维护")) switch { (true, false) => ColumnKeys.CarPurchase, (false, true) => ColumnKeys.CarOperation, _ => ColumnKeys.Car }
            : Says("三公") ? Concepts.ThreePublic
            : null;
    }
}
