using System.Collections.Immutable;
using Ingest.Core.Budget;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>
/// Sums down the tables of a whole government's budget whose rows have names only: 税收收入 and 非税收入 make 收入合计, that and
/// 转移性收入 the 总计. Which rows are parts of others is told by their numbers, else by their amounts, else by their indents.
/// </summary>
internal static class GovernmentSums
{
    private static readonly ImmutableArray<(string Revenue, string Expenditure)> Pairs =
    [
        ("gov_general_public_revenue", "gov_general_public_expenditure"), ("gov_fund_revenue", "gov_fund_expenditure"), ("gov_state_capital_revenue", "gov_state_capital_expenditure"),
    ];

    public static bool IsGovernment(string kind) => kind.StartsWith("gov_", StringComparison.Ordinal);

    public static void Evaluate(TableView view, Ledger ledger)
    {
        var totals = new List<(int Block, int Row)>();
        foreach (var block in view.Blocks)
        {
            var columns = view.Columns.Where(c => c.Block == block[0].Block && c.Role == ColumnRole.Money).ToArray();
            if (columns.Length == 0 || block.Any(r => r.Code.Length > 0))
            {
                continue;
            }

            foreach (var sum in Sums(view, block, columns[0].Index))
            {
                foreach (var column in columns)
                {
                    Add(view, ledger, block, sum, column.Index);
                }
            }

            if (block.LastOrDefault(r => Labels.IsGrandTotal(r.Label)) is { } last)
            {
                totals.Add((last.Block, last.Row));
            }
        }

        for (var i = 1; i < totals.Count; i++)
        {
            Balance(view, totals[0], view, totals[i], ledger);
        }
    }

    /// <summary>What comes in is what goes out, transfers, debt and carry-over included.</summary>
    public static void Balance(TableSet set, Ledger ledger)
    {
        foreach (var (revenue, expenditure) in Pairs)
        {
            if (set[revenue] is { } left && set[expenditure] is { } right && Grand(left) is { } a && Grand(right) is { } b)
            {
                Balance(left, a, right, b, ledger);
            }
        }
    }

    /// <summary>A debt is within its limit.</summary>
    public static void Limits(TableView view, Records records)
    {
        foreach (var balance in view.Columns.Where(c => c.Key?.Contains(ColumnKeys.DebtBalance, StringComparison.Ordinal) == true))
        {
            var limit = Figures.Column(view, balance.Key!.Replace(ColumnKeys.DebtBalance, ColumnKeys.DebtLimit, StringComparison.Ordinal));
            foreach (var row in limit < 0 ? [] : view.Table.Rows)
            {
                int part = view.At(row.Row, balance.Index), whole = view.At(row.Row, limit);
                if (part >= 0 && whole >= 0 && view.Operands.IsPrinted(part) && view.Operands.IsPrinted(whole))
                {
                    Limit(view, part, whole, records);
                }
            }
        }
    }

    private static void Limit(TableView view, int part, int whole, Records records)
    {
        var operands = view.Operands;
        var slack = operands.Slack(part) + operands.Slack(whole);
        var holds = ((Int128)operands.Fen(part) - operands.Fen(whole)) * 2 <= slack;
        records.Add(IdentityCatalog.DebtWithin, view, [part, whole], operands.Fen(part), operands.Fen(whole), slack, holds ? CheckResult.Pass : CheckResult.Fail);
        if (!holds)
        {
            var fact = operands.Facts[part];
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.PartExceedsWhole, fact.Where, view.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "", $"{fact.Shown} is more than the limit {operands.Facts[whole].Shown}")
            {
                Chinese = $"{fact.Shown} 大于限额 {operands.Facts[whole].Shown}",
            });
        }
    }

    private static (int Block, int Row)? Grand(TableView view) =>
        view.Blocks.Length == 1 && view.Blocks[0].LastOrDefault(r => Labels.IsGrandTotal(r.Label)) is { } row ? (row.Block, row.Row) : null;

    private static void Balance(TableView left, (int Block, int Row) a, TableView right, (int Block, int Row) b, Ledger ledger)
    {
        foreach (var column in left.Columns.Where(c => c.Block == a.Block && c.Key is not null))
        {
            var other = right.Columns.FirstOrDefault(c => c.Block == b.Block && c.Key is { } key && Bare(key) == Bare(column.Key!));
            if (other is not null && Bare(column.Key!).EndsWith(ColumnKeys.Total, StringComparison.Ordinal))
            {
                int x = left.At(a.Row, column.Index), y = right.At(b.Row, other.Index);
                if (x >= 0 && y >= 0 && left.Operands.IsPrinted(x) && left.Operands.IsPrinted(y))
                {
                    ledger.Add(IdentityCatalog.GovernmentBalance, left, [x], [y], right.Whole);
                }
            }
        }
    }

    private static string Bare(string key) => key.Replace(ColumnKeys.Income + ".", "", StringComparison.Ordinal).Replace(ColumnKeys.Expenditure + ".", "", StringComparison.Ordinal);

    /// <summary>Each total with the rows since the total before it, and that one.</summary>
    private static List<LabelSum> Sums(TableView view, ImmutableArray<BudgetRow> block, int column)
    {
        (Int128 Fen, Int128 Slack) Amount(int i) => view.At(block[i].Row, column) is >= 0 and var f ? (view.Operands.Fen(f), view.Operands.Slack(f)) : default;
        var sums = new List<LabelSum>();
        var open = new List<int>();
        var head = -1;
        for (var i = 0; i < block.Length; i++)
        {
            var label = block[i].Label;
            if (!(Labels.IsGrandTotal(label) || Labels.IsSubtotal(label) || block[i].IsTotal))
            {
                if (!Labels.IsPart(label) && label.Length > 0)
                {
                    open.Add(i);
                }

                continue;
            }

            if (open.Count == 0 && head < 0 && i == 0)
            {
                head = i;
                continue;
            }

            Close(block, i, open, Amount, sums);
            open = [i];
            head = -1;
        }

        if (head >= 0 && open.Count > 0)
        {
            Close(block, head, open, Amount, sums);
        }

        return sums;
    }

    private static void Close(ImmutableArray<BudgetRow> block, int total, List<int> rows, Func<int, (Int128 Fen, Int128 Slack)> amount, List<LabelSum> sums)
    {
        if (rows.Count < 2)
        {
            return;
        }

        var (whole, slack) = amount(total);
        var values = rows.ConvertAll(i => amount(i).Fen).ToArray();
        var flat = values.Aggregate((Int128)0, (a, b) => a + b);
        var levels = Int128.Abs(flat - whole) * 2 <= slack * (rows.Count + 1) ? Flat(rows.Count) : Numbered(block, rows) ?? Nesting.Solve(values, whole, slack) ?? RowTree.Indented(block, [.. rows]);
        // more than a fifth off: the rows stand on levels that nothing tells
        levels ??= flat * 5 <= whole * 6 && flat * 6 >= whole * 5 ? Flat(rows.Count) : null;
        if (levels is null)
        {
            return;
        }

        foreach (var level in levels.Distinct().Order())
        {
            var addends = Enumerable.Range(0, rows.Count).Where(k => levels[k] == level).Select(k => rows[k]).ToList();
            sums.Add(new LabelSum(level < 0 ? total : rows[level], addends, level < 0));
        }
    }

    private static int[] Flat(int count) => [.. Enumerable.Repeat(-1, count)];

    /// <summary>一、 above (一) above 1.; null unless every row has a number, or is a total.</summary>
    private static int[]? Numbered(ImmutableArray<BudgetRow> block, List<int> rows)
    {
        var parents = new int[rows.Count];
        var stack = new Stack<(int Position, int Rank)>();
        for (var k = 0; k < rows.Count; k++)
        {
            var row = block[rows[k]];
            var rank = row.IsTotal || Labels.IsSubtotal(row.Label) ? 1 : Labels.Ordinal(row.Label).Rank;
            if (rank == 0)
            {
                return null;
            }

            while (stack.Count > 0 && stack.Peek().Rank >= rank)
            {
                stack.Pop();
            }

            parents[k] = stack.Count > 0 ? stack.Peek().Position : -1;
            stack.Push((k, rank));
        }

        return parents;
    }

    private static void Add(TableView view, Ledger ledger, ImmutableArray<BudgetRow> block, LabelSum sum, int column)
    {
        var total = view.At(block[sum.Total].Row, column);
        var addends = sum.Addends.Select(i => view.At(block[i].Row, column)).ToArray();
        if (total >= 0 && !addends.Contains(-1))
        {
            ledger.Add(IdentityCatalog.GovernmentSum, view, total, addends);
        }
    }
}
