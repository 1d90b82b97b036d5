using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>
/// Sums down tables whose rows have names instead of codes: 一、… 二、… add up to 本年收入合计, that and the carry-over to
/// 收入总计; (一)(二) add up to 一、; 其中: rows are contained in the row above. The two sides balance.
/// </summary>
internal static class LabelSums
{
    public static void Evaluate(TableView view, Ledger ledger)
    {
        var twoSided = IsTwoSided(view.Kind);
        var last = new List<(int Block, int Row)>();
        foreach (var block in view.Blocks)
        {
            if (view.Kind.EndsWith("three_public_expenses", StringComparison.Ordinal) && ItemRows.Evaluate(view, block, ledger))
            {
                continue;
            }

            if (block.Any(r => r.Code.Length > 0) || (!twoSided && !block.Any(r => Labels.Ordinal(r.Label).Rank > 0)))
            {
                continue;
            }

            var main = view.Columns.FirstOrDefault(c => c.Block == block[0].Block && c.Role == ColumnRole.Money);
            if (main is null)
            {
                continue;
            }

            var tree = LabelTree.Of(block, i => view.At(block[i].Row, main.Index) is >= 0 and var f ? (view.Operands.Fen(f), view.Operands.Slack(f)) : default);
            var sums = tree.Sums;
            foreach (var column in view.Columns)
            {
                if (column.Block == block[0].Block && column.Role == ColumnRole.Money)
                {
                    foreach (var sum in sums.Where(s => !(s.IsGrand && IsCopied(view.Kind, column))))
                    {
                        Evaluate(view, ledger, block, tree, sum, column);
                    }
                }
            }

            if (sums.LastOrDefault(s => s.IsGrand) is { } grand)
            {
                last.Add((block[0].Block, block[grand.Total].Row));
            }
        }

        if (twoSided)
        {
            Balance(view, ledger, last);
        }
    }

    public static bool IsTwoSided(string kind) => kind.EndsWith("expenditure_summary", StringComparison.Ordinal) && kind.Contains("revenue", StringComparison.Ordinal)
        || kind.EndsWith("fiscal_appropriation_summary", StringComparison.Ordinal);

    /// <summary>Last year's figures beside final accounts come from another set of books, with its carry-over left out or doubled.</summary>
    private static bool IsCopied(string kind, BudgetColumn column) =>
        kind.StartsWith("final_", StringComparison.Ordinal) && column.Key?.Contains(ColumnKeys.Prior + ".", StringComparison.Ordinal) == true;

    private static void Evaluate(TableView view, Ledger ledger, ImmutableArray<BudgetRow> block, LabelTree tree, LabelSum sum, BudgetColumn column)
    {
        var total = view.At(block[sum.Total].Row, column.Index);
        if (total < 0)
        {
            total = Beside(view, block[sum.Total], column);
        }

        if (total < 0)
        {
            return;
        }

        var addends = new List<int>(sum.Addends.Count);
        if (Collect(view, block, tree, sum.Addends, column.Index, addends))
        {
            ledger.Add(IdentityOf(view.Kind, column, sum), view, total, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(addends));
        }
    }

    /// <summary>支出 by function and, beside it, by use: one total, whose name covers both, stands below the last of them. -1 if there is none.</summary>
    private static int Beside(TableView view, BudgetRow row, BudgetColumn column)
    {
        foreach (var other in view.Columns)
        {
            if (other.Block != column.Block && other.Key is not null && other.Key == column.Key && view.At(row.Row, other.Index) is >= 0 and var fact
                && view.Blocks.Any(b => b[0].Block == other.Block && b.Any(r => r.Row == row.Row && r.Label == row.Label)))
            {
                return fact;
            }
        }

        return -1;
    }

    /// <summary>The cells of the addends; a heading without figure stands for the rows numbered below it. False if a cell is missing.</summary>
    private static bool Collect(TableView view, ImmutableArray<BudgetRow> block, LabelTree tree, List<int> rows, int column, List<int> cells)
    {
        foreach (var i in rows)
        {
            var cell = view.At(block[i].Row, column);
            if (cell < 0)
            {
                return false;
            }

            if (view.Operands.Kind(cell) == OperandKind.Blank && tree.Children.TryGetValue(i, out var below))
            {
                if (!Collect(view, block, tree, below, column, cells))
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

    private static Identity IdentityOf(string kind, BudgetColumn column, LabelSum sum)
    {
        var income = column.Key?.StartsWith(ColumnKeys.Income, StringComparison.Ordinal) ?? column.Block == 0;
        if (!IsTwoSided(kind))
        {
            return IdentityCatalog.Items;
        }

        if (kind.StartsWith("final_", StringComparison.Ordinal) && sum.IsGrand)
        {
            return IdentityCatalog.FinalSides;
        }

        if (kind.EndsWith("fiscal_appropriation_summary", StringComparison.Ordinal))
        {
            return income ? IdentityCatalog.FiscalIncome : IdentityCatalog.FiscalExpenditure;
        }

        return (income, sum.IsGrand) switch
        {
            (true, false) => IdentityCatalog.IncomeSum,
            (true, true) => IdentityCatalog.IncomeTotal,
            (false, false) => IdentityCatalog.ExpenditureSum,
            (false, true) => IdentityCatalog.ExpenditureTotal,
        };
    }

    /// <summary>The grand totals of all blocks agree, period by period.</summary>
    private static void Balance(TableView view, Ledger ledger, List<(int Block, int Row)> totals)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (block, row) in totals)
        {
            foreach (var column in view.Columns)
            {
                if (column.Block != block || column.Key is null || !column.Key.EndsWith(ColumnKeys.Total, StringComparison.Ordinal) || view.At(row, column.Index) is not (>= 0 and var fact))
                {
                    continue;
                }

                var period = column.Key[..^ColumnKeys.Total.Length].Replace(ColumnKeys.Income + ".", "", StringComparison.Ordinal).Replace(ColumnKeys.Expenditure + ".", "", StringComparison.Ordinal);
                if (!first.TryAdd(period, fact) && view.Operands.IsPrinted(fact))
                {
                    ledger.Add(IdentityCatalog.SidesBalance, view, first[period], [fact]);
                }
            }
        }
    }
}
