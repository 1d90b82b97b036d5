using System.Collections.Immutable;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Sums;

/// <summary>
/// The leaves of a list add up to its printed total. Where they do not and no sum of the hierarchy says so already, because the
/// levels could not be told or lines are withheld, it is said here, once a table: whoever adds up leaves must know.
/// </summary>
public static class LeafTotals
{
    /// <summary>More levels than this has no list.</summary>
    private const int Most = 6;

    /// <summary>Position of the row that totals a block: the first total that is part of no other, before all one that holds rows. -1 if there is none.</summary>
    public static int Root(ImmutableArray<BudgetRow> rows, int block)
    {
        var holding = rows.Where(r => r.Share is RowShare.Addend or RowShare.Open).Select(r => r.Parent).ToHashSet();
        var first = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Block == block && rows[i].IsTotal && rows[i].Parent < 0)
            {
                if (holding.Contains(i))
                {
                    return i;
                }

                first = first < 0 ? i : first;
            }
        }

        return first;
    }

    internal static void Evaluate(ImmutableArray<TableView> views, Gaps gaps, Ledger ledger, Records records)
    {
        var withheld = Withheld.IsSaid(views);
        foreach (var view in views.Where(v => !FormSums.IsForm(v.Kind)))
        {
            foreach (var block in view.Blocks)
            {
                if (Root(view.Table.Rows, block[0].Block) is >= 0 and var total ? Evaluate(view, total, withheld, gaps, ledger, records) : Multiplies(view, block, records))
                {
                    break;
                }
            }
        }
    }

    private static bool Evaluate(TableView view, int total, bool withheld, Gaps gaps, Ledger ledger, Records records)
    {
        var rows = view.Table.Rows;
        var leaves = Enumerable.Range(0, rows.Length).Where(i => rows[i].IsLeaf && i != total && IsBelow(rows, i, total)).ToList();
        // a list that goes on beside itself has its figures in the columns of two blocks
        if (leaves.Exists(i => rows[i].Block != rows[total].Block))
        {
            return false;
        }

        foreach (var column in view.Columns.Where(c => c.Block == rows[total].Block && c.Role == ColumnRole.Money && HierarchySums.CanAdd(view.Kind, c) && !(TwoSided.IsTwoSided(view.Kind) && TwoSided.IsCopied(view.Kind, c))))
        {
            bool IsPrinted(int i) => view.At(rows[i].Row, column.Index) is >= 0 and var f && view.Operands.Kind(f) != OperandKind.Blank;
            var standing = leaves.Where(i => !IsPrinted(i)).Select(i => StandingFor(i, total, rows, IsPrinted)).Where(p => p >= 0);
            var cells = leaves.Union(standing).Select(i => view.At(rows[i].Row, column.Index)).Where(f => f >= 0).ToList();
            var whole = view.At(rows[total].Row, column.Index);
            if (whole < 0 || !view.Operands.IsPrinted(whole) || cells.Exists(f => view.Operands.Kind(f) == OperandKind.Unknown) || cells.TrueForAll(f => HierarchySums.IsEmpty(view.Operands, f)))
            {
                continue;
            }

            var sum = cells.Aggregate((Int128)0, (s, f) => s + view.Operands.Fen(f));
            var slack = cells.Aggregate((Int128)view.Operands.Slack(whole), (s, f) => s + view.Operands.Slack(f));
            if (Int128.Abs(sum - view.Operands.Fen(whole)) * 2 > slack && !IsSaid(view, column, ledger) && !IsRefuted(view, whole, sum, slack, ledger))
            {
                Report(view, whole, sum, withheld && sum < view.Operands.Fen(whole), gaps.IsOpen(view), records);
                if (sum > view.Operands.Fen(whole))
                {
                    cells.ForEach(records.Doubt);
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>No total is told, but the rows are the first of them over and over: it is one, and they stand on several levels.</summary>
    private static bool Multiplies(TableView view, ImmutableArray<BudgetRow> rows, Records records)
    {
        foreach (var column in view.Columns.Where(c => c.Block == rows[0].Block && c.Role == ColumnRole.Money && c.Key is ColumnKeys.Total or ColumnKeys.Sum && HierarchySums.CanAdd(view.Kind, c)))
        {
            var leaves = rows.Where(r => r.IsLeaf).Select(r => view.At(r.Row, column.Index)).Where(f => f >= 0 && view.Operands.IsPrinted(f) && view.Operands.Fen(f) != 0).ToList();
            if (leaves.Count < 3 || view.Operands.Facts[leaves[0]].Line.Code.Length > 0)
            {
                continue;
            }

            var (whole, sum) = ((Int128)view.Operands.Fen(leaves[0]), leaves.Aggregate((Int128)0, (s, f) => s + view.Operands.Fen(f)));
            var times = (long)((sum + (whole / 2)) / whole);
            if (times is >= 2 and <= Most && Int128.Abs(sum - (times * whole)) * 2 <= leaves.Aggregate((Int128)0, (s, f) => s + view.Operands.Slack(f)) + (times * view.Operands.Slack(leaves[0])))
            {
                Report(view, leaves[0], sum, withheld: false, open: false, records);
                leaves.ForEach(records.Doubt);
                return true;
            }
        }

        return false;
    }

    private static bool IsBelow(ImmutableArray<BudgetRow> rows, int row, int total)
    {
        while (row >= 0 && row != total)
        {
            row = rows[row].Parent;
        }

        return row == total;
    }

    /// <summary>A sum of the column fails, and its finding names the cause.</summary>
    private static bool IsSaid(TableView view, BudgetColumn column, Ledger ledger)
    {
        foreach (ref readonly var equation in ledger.Equations)
        {
            if (equation.View == view && equation.Result is CheckResult.Fail or CheckResult.Unverifiable && equation.Identity.Failure == AnomalyCodes.ColumnSum
                && ledger.Facts[Ledger.FactOf(ledger.Terms(equation)[0])].Column.Index == column.Index)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Another table says what the leaves make: it is the total that fails, and that is said there.</summary>
    private static bool IsRefuted(TableView view, int whole, Int128 sum, Int128 slack, Ledger ledger)
    {
        foreach (ref readonly var equation in ledger.Equations)
        {
            if (equation.Result != CheckResult.Fail || equation.Identity.Failure != AnomalyCodes.CrossTable)
            {
                continue;
            }

            var (left, right) = (equation.Left == view.Operands.Fen(whole), equation.Right == view.Operands.Fen(whole));
            var other = left ? equation.Right : equation.Left;
            if (left != right && Int128.Abs(other - sum) * 2 <= slack + equation.Slack && StandsIn(view, whole, ledger.Terms(equation), ledger))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The figure, in its table, is one that is compared.</summary>
    private static bool StandsIn(TableView view, int whole, ReadOnlySpan<int> terms, Ledger ledger)
    {
        foreach (var term in terms)
        {
            var fact = Ledger.FactOf(term);
            if (ledger.Facts[fact].Where.Table == view.Table.Ordinal && view.Operands.Fen(fact) == view.Operands.Fen(whole))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The row that stands for a blank leaf (a budget by 款 beside accounts by 项): the nearest one with a figure, where nothing else is printed below it. -1 if there is none.</summary>
    private static int StandingFor(int leaf, int total, ImmutableArray<BudgetRow> rows, Func<int, bool> isPrinted)
    {
        var row = rows[leaf].Parent;
        while (row != total && !isPrinted(row))
        {
            row = rows[row].Parent;
        }

        return row == total || Enumerable.Range(0, rows.Length).Any(r => r != row && isPrinted(r) && rows[r].Share != RowShare.Part && IsBelow(rows, r, row)) ? -1 : row;
    }

    private static void Report(TableView view, int whole, Int128 sum, bool withheld, bool open, Records records)
    {
        var fact = view.Operands.Facts[whole];
        var (made, difference) = (Ledger.Yuan(sum), Ledger.Yuan(Int128.Abs(sum - view.Operands.Fen(whole))));
        records.Anomalies.Add(withheld
            ? new Anomaly(AnomalyCodes.LeavesWithheld, fact.Where, view.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
                $"The rows that are printed make {made} 元; {difference} 元 of the total are withheld, as the document says", Origin.Publisher)
            {
                Chinese = $"已公开的各行合计 {made} 元；总数中有 {difference} 元按说明未公开",
            }
            // where no rulings part the rows, or the table goes on where it was not read, a row that is missing was lost by us
            : new Anomaly(!open && (view.Table.Source.Ruled || sum > view.Operands.Fen(whole)) ? AnomalyCodes.LeavesTotal : AnomalyCodes.RowsLost, fact.Where, view.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
                $"The rows that nothing is part of make {made} 元, {difference} 元 off the total: their levels could not be told, or rows are missing")
            {
                Chinese = $"最末级各行合计 {made} 元，与总数相差 {difference} 元：层级无法判定，或缺少部分行",
            });
    }
}
