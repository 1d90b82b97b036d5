using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;
using Ingest.Core.Budget.Columns;

namespace Ingest.Core.Budget.Guards;

/// <summary>Tells halves of a table that do not say whether they are revenue or expenditure.</summary>
internal static class SideGuards
{
    /// <summary>A half of a two-sided table that does not say which side it is.</summary>
    public static (BudgetColumn Column, string English, string Chinese)? Of(BudgetTable table, TableKind kind)
    {
        if (kind.Layout != TableLayout.TwoSided)
            return null;
        if (table.Columns.FirstOrDefault(static c => c.Role.IsValue() && c.Path.StartsWith("支出", StringComparison.Ordinal)) is { } right
            && table.Columns.Any(c => c.Role.IsValue() && c.Block == right.Block && c.Path.StartsWith("收入", StringComparison.Ordinal)))
        {
            return (right, "The names of the two halves were not told apart.", "两半边的名称未能区分。");
        }
        if (table.Columns.FirstOrDefault(c => c.Role.IsValue() && SideOf(c) is { } side && table.Columns.Any(n => n.Role == ColumnRole.Label && n.Block == c.Block && SideOf(n) is { } other && other != side)) is { } strayed)
            return (strayed, $"{strayed.Path} stands beside names of the other side.", $"“{strayed.Path}”旁边是另一半边的名称。");
        if (table.Columns.All(static c => c.Block == 0))
            return OfOneSide(table);
        var sided = HeaderGuards.Values(table).Where(static c => c.Role == ColumnRole.Money).ToLookup(static c => Words.Has(c.Path, "收入") || Words.Has(c.Path, "支出"));
        if (sided.Contains(true) && sided[false].FirstOrDefault() is { } bare)
            return (bare, $"{bare.Path} does not say its side where other columns do.", $"其他列标明收入或支出，而“{bare.Path}”没有。");
        foreach (var half in table.Columns.GroupBy(static c => c.Block))
        {
            if (half.FirstOrDefault(static c => c.Role.IsValue()) is { } value && !half.Any(static c => Words.Has(c.Path, "收入") || Words.Has(c.Path, "支出")))
                return (value, "No header says whether this half is revenue or expenditure.", "表头未说明这一半是收入还是支出。");
        }
        return null;
    }

    /// <summary>One half alone, as its rows say, whose columns do not say which.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? OfOneSide(BudgetTable table)
    {
        bool revenue = table.Rows.Any(static r => Words.Has(r.Label, "收入")), expenditure = table.Rows.Any(static r => Words.Has(r.Label, "支出"));
        return revenue != expenditure && !table.Source.Ruled && HeaderGuards.Values(table).FirstOrDefault(static c => c.Role == ColumnRole.Money && !Words.Has(c.Path, "收入") && !Words.Has(c.Path, "支出")) is { } bare
            ? (bare, $"{bare.Path} does not say its side, and the other half is missing.", $"“{bare.Path}”未说明收入或支出，且缺少另一半。") : null;
    }

    /// <summary>收入 or 支出 over the column.</summary>
    private static string? SideOf(BudgetColumn column) => column.Path.Split('/')[0] is "收入" or "支出" ? column.Path[..2] : null;
}
