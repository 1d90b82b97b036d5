using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Core.Checks.Rows;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Sums;

/// <summary>Sums along the hierarchy of the rows, for every column whose figures can be added up.</summary>
internal static class HierarchySums
{
    public static void Evaluate(TableView view, Ledger ledger)
    {
        var rows = view.Table.Rows;
        var families = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Share is RowShare.Addend or RowShare.Open)
            {
                if (!families.TryGetValue(rows[i].Parent, out var family))
                {
                    families.Add(rows[i].Parent, family = []);
                }

                family.Add(i);
            }
        }

        foreach (var parent in families.Keys.Where(p => !IsBlank(view, rows[p])))
        {
            foreach (var column in view.Columns.Where(c => c.Block == rows[parent].Block && CanAdd(view.Kind, c)))
            {
                Evaluate(view, ledger, families, parent, column);
            }
        }

        if (TwoSided.IsTwoSided(view.Kind))
        {
            TwoSided.Balance(view, ledger, [.. families.Keys.Where(p => IsGrand(view, p)).GroupBy(p => rows[p].Block).Select(g => g.Last()).Select(p => (rows[p].Block, rows[p].Row))]);
        }
    }

    /// <summary>Unit prices, rates, averages and terms have no sum; in lists of goods only columns of known meaning are added up.</summary>
    public static bool CanAdd(string kind, BudgetColumn column) => column.Path.Contains("平均", StringComparison.Ordinal) || column.Path.Contains("期限", StringComparison.Ordinal) ? false : IsGoods(kind)
        ? Goods.Measure(column) is ColumnKeys.Quantity or ColumnKeys.Sum || (column.Role == ColumnRole.Money && column.Key is not (null or ColumnKeys.UnitPrice))
        : column.Role == ColumnRole.Money && column.Key != ColumnKeys.UnitPrice;

    /// <summary>Nothing is printed, or a dash: a list of such cells claims nothing of its total.</summary>
    public static bool IsEmpty(Operands operands, int fact) =>
        operands.Kind(fact) == OperandKind.Blank || operands.Facts[fact].State is ValueState.Dash or ValueState.None;

    public static bool IsGoods(string kind) =>
        kind is "government_procurement" or "asset_allocation" or "purchased_services";

    /// <summary>A heading without figures: what is below it belongs to the row above.</summary>
    private static bool IsBlank(TableView view, BudgetRow row)
    {
        var cells = view.Columns.Where(c => c.Block == row.Block && CanAdd(view.Kind, c)).Select(c => view.At(row.Row, c.Index)).Where(f => f >= 0).ToList();
        return cells.Count > 0 && cells.TrueForAll(f => view.Operands.Kind(f) == OperandKind.Blank);
    }

    private static bool IsGrand(TableView view, int row) => view.Table.Rows[row] is { IsTotal: true, Parent: < 0 };

    private static void Evaluate(TableView view, Ledger ledger, SortedDictionary<int, List<int>> families, int parent, BudgetColumn column)
    {
        var rows = view.Table.Rows;
        var family = families[parent];
        if (IsGrand(view, parent) && TwoSided.IsCopied(view.Kind, column) && TwoSided.IsTwoSided(view.Kind))
        {
            return;
        }

        var total = view.At(rows[parent].Row, column.Index) is >= 0 and var own ? own : Beside(view, rows[parent], column);
        var addends = new List<int>(family.Count);
        if (total < 0 || !Collect(view, families, family, column, addends) || addends.Count == 0)
        {
            return;
        }

        // numbers of different things are often not added up: a blank total of quantities claims nothing
        var claims = column.Role == ColumnRole.Money && family.Exists(i => rows[i].Code.Length > 0);
        var count = ledger.Equations.Length;
        ledger.Add(IdentityOf(view, column, parent, family), view, [total], CollectionsMarshal.AsSpan(addends), blankClaims: claims);
        // a list of which nothing is printed in this column claims nothing, nor does one that may go on elsewhere, or that 其中 opens and
        // that falls short: it names some of the parts, though they may be all in other columns
        if (ledger.Equations.Length > count && (rows[family[0]].Share == RowShare.Open || addends.TrueForAll(a => IsEmpty(view.Operands, a))
            || (IsOpened(rows, family) && ledger.Equations[^1] is { Result: CheckResult.Fail, IsShort: true })))
        {
            ledger.Equations[^1].Result = CheckResult.NotApplicable;
        }
    }

    /// <summary>The list begins with 其中, or right behind the row that does and that is nothing in the columns that tell of it.</summary>
    private static bool IsOpened(ImmutableArray<BudgetRow> rows, List<int> family)
    {
        var first = rows[family[0]];
        return Labels.IsPart(first.Label)
            || (family[0] > 0 && rows[family[0] - 1] is var before && before.Parent == first.Parent && Labels.IsPart(before.Label) && Labels.Ordinal(first.Label).Rank == 0);
    }

    /// <summary>支出 by function and, beside it, by use: one total, whose name covers both, stands below the last of them. -1 if there is none.</summary>
    private static int Beside(TableView view, BudgetRow row, BudgetColumn column)
    {
        foreach (var other in view.Columns)
        {
            if (other.Block != column.Block && other.Key is not null && other.Key == column.Key && view.At(row.Row, other.Index) is >= 0 and var fact
                && view.Table.Rows.Any(r => r.Block == other.Block && r.Row == row.Row && r.Label == row.Label))
            {
                return fact;
            }
        }

        return -1;
    }

    /// <summary>The cells of the addends; a blank one stands for the rows that are part of it. False if a cell is missing.</summary>
    private static bool Collect(TableView view, SortedDictionary<int, List<int>> families, List<int> family, BudgetColumn column, List<int> cells)
    {
        foreach (var i in family)
        {
            var row = view.Table.Rows[i];
            var cell = view.At(row.Row, row.Block == column.Block ? column.Index : Counterpart(view, column, row.Block));
            var below = families.GetValueOrDefault(i);
            if (cell < 0 && below is null)
            {
                return false;
            }

            if (below is not null && (cell < 0 || view.Operands.Kind(cell) == OperandKind.Blank))
            {
                if (!Collect(view, families, below, column, cells))
                {
                    return false;
                }
            }
            else
            {
                cells.Add(cell);
            }
        }

        return true;
    }

    /// <summary>The column of another block that stands at the same place in it.</summary>
    private static int Counterpart(TableView view, BudgetColumn column, int block)
    {
        List<int> Of(int b) => [.. view.Columns.Where(c => c.Block == b && CanAdd(view.Kind, c)).Select(c => c.Index)];
        var (own, other) = (Of(column.Block), Of(block));
        return other[Math.Min(own.IndexOf(column.Index), other.Count - 1)];
    }

    private static Identity IdentityOf(TableView view, BudgetColumn column, int parent, List<int> family)
    {
        var rows = view.Table.Rows;
        var child = rows[family[0]];
        if (view.Kind.EndsWith("three_public_expenses", StringComparison.Ordinal) && child.Code.Length == 0 && family.Count <= 3 && family.TrueForAll(i => ItemRows.ItemOf(rows[i].Label) is not null))
        {
            return ItemRows.ItemOf(child.Label) is ColumnKeys.CarPurchase or ColumnKeys.CarOperation ? IdentityCatalog.CarRow : IdentityCatalog.ThreePublicRow;
        }

        return TwoSided.IsTwoSided(view.Kind) && child.Code.Length == 0 ? TwoSided.IdentityOf(view.Kind, column, IsGrand(view, parent))
            : GovernmentSums.IsGovernment(view.Kind) && child.Code.Length == 0 ? IdentityCatalog.GovernmentSum
            : IsGoods(view.Kind) ? IdentityCatalog.ProcurementTree
            : view.Kind == "project_expenditure" ? IdentityCatalog.ProjectTree
            : child.CodeScheme switch
            {
                "unit" => IdentityCatalog.UnitTree,
                "department_economic" or "government_economic" => IdentityCatalog.EconomicTree,
                "project" => IdentityCatalog.ProjectTree,
                "procurement" => IdentityCatalog.ProcurementTree,
                _ => OfNames(view, rows, family),
            };
    }

    /// <summary>Rows with neither code nor known names: units in tables of revenue or by unit, else items below numbers.</summary>
    private static Identity OfNames(TableView view, ImmutableArray<BudgetRow> rows, List<int> family) =>
        rows[family[0]].Code.Length > 0 || !(view.Kind is "revenue_summary" or "final_revenue" || view.Kind.EndsWith("three_public_expenses", StringComparison.Ordinal))
            ? family.Exists(i => Labels.Ordinal(rows[i].Label).Rank > 0) ? IdentityCatalog.Items : IdentityCatalog.FunctionTree
            : family.Exists(i => Labels.Ordinal(rows[i].Label).Rank > 0) ? IdentityCatalog.Items : IdentityCatalog.UnitTree;
}
