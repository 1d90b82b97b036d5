using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>Sums along the code tree of each block, for every column whose figures can be added up.</summary>
internal static class TreeSums
{
    public static void Evaluate(TableView view, Ledger ledger)
    {
        foreach (var block in view.Blocks)
        {
            if (!block.Any(r => r.Code.Length > 0) && !HasPlainTotal(block))
            {
                continue;
            }

            var columns = view.Columns.Where(c => c.Block == block[0].Block && CanAdd(view, c)).ToArray();
            if (columns.Length == 0)
            {
                continue;
            }

            var main = columns.FirstOrDefault(c => c.Key is ColumnKeys.Total or ColumnKeys.Sum) ?? columns[0];
            var tree = RowTree.Of(
                block, r => columns.All(c => view.At(r.Row, c.Index) is var f && (f < 0 || view.Operands.Kind(f) == OperandKind.Blank)),
                r => view.At(r.Row, main.Index) is >= 0 and var f ? (view.Operands.Fen(f), view.Operands.Slack(f)) : default, IsGoods(view.Kind));
            foreach (var (parent, children) in Families(tree))
            {
                foreach (var column in columns)
                {
                    Evaluate(view, ledger, tree, parent, children, column.Index);
                }
            }
        }
    }

    /// <summary>Unit prices and rates have no sum; in lists of goods only columns of known meaning are added up.</summary>
    private static bool CanAdd(TableView view, BudgetColumn column) => IsGoods(view.Kind)
        ? Goods.Measure(column) is ColumnKeys.Quantity or ColumnKeys.Sum || (column.Role == ColumnRole.Money && column.Key is not (null or ColumnKeys.UnitPrice))
        : column.Role == ColumnRole.Money && column.Key != ColumnKeys.UnitPrice;

    public static bool IsGoods(string kind) =>
        kind is "government_procurement" or "asset_allocation" or "purchased_services";

    /// <summary>Rows without any code under one total, as in lists of projects.</summary>
    private static bool HasPlainTotal(IReadOnlyList<BudgetRow> block) =>
        block.Count(r => r.IsTotal) == 1 && block.Count > 1 && block.All(r => Labels.Ordinal(r.Label).Rank == 0);

    /// <summary>Each row that closes others, with these.</summary>
    private static IEnumerable<(int Parent, List<int> Children)> Families(RowTree tree)
    {
        var children = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < tree.Parents.Length; i++)
        {
            if (tree.Parents[i] >= RowTree.Root)
            {
                if (!children.TryGetValue(tree.Parents[i], out var list))
                {
                    children.Add(tree.Parents[i], list = []);
                }

                list.Add(i);
            }
        }

        if (children.Remove(RowTree.Root, out var top) && tree.Regular && tree.Totals.Count == 1)
        {
            yield return (tree.Totals[0], top);
        }

        foreach (var (parent, list) in children)
        {
            yield return (parent, list);
        }
    }

    private static void Evaluate(TableView view, Ledger ledger, RowTree tree, int parent, List<int> children, int column)
    {
        var total = view.At(tree.Rows[parent].Row, column);
        if (total < 0)
        {
            return;
        }

        var addends = new int[children.Count];
        for (var i = 0; i < addends.Length; i++)
        {
            addends[i] = view.At(tree.Rows[children[i]].Row, column);
            if (addends[i] < 0)
            {
                return;
            }
        }

        ledger.Add(IdentityOf(view, tree.Rows[children[0]]), view, [total], addends, blankClaims: true);
    }

    private static Identity IdentityOf(TableView view, BudgetRow child) =>
        IsGoods(view.Kind) ? IdentityCatalog.ProcurementTree
        : view.Kind == "project_expenditure" ? IdentityCatalog.ProjectTree
        : child.CodeScheme switch
        {
            "unit" => IdentityCatalog.UnitTree,
            "department_economic" or "government_economic" => IdentityCatalog.EconomicTree,
            "project" => IdentityCatalog.ProjectTree,
            "procurement" => IdentityCatalog.ProcurementTree,
            _ => IdentityCatalog.FunctionTree,
        };
}
