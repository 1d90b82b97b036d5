using System.Collections.Immutable;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Checks.Across;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Sums;

/// <summary>What holds between the sides of a whole government's budget, and between its debt and the limit.</summary>
internal static class GovernmentSums
{
    private static readonly ImmutableArray<(string Revenue, ImmutableArray<string> Expenditures)> Pairs =
    [
        ("gov_general_public_revenue", ["gov_general_public_expenditure", "gov_general_public_local_expenditure"]),
        ("gov_fund_revenue", ["gov_fund_expenditure", "gov_fund_local_expenditure"]),
        ("gov_state_capital_revenue", ["gov_state_capital_expenditure", "gov_state_capital_local_expenditure"]),
    ];

    private static readonly ImmutableArray<string> Stages = ["决算", "执行", "完成", "快报", "调整", "预算"];

    public static bool IsGovernment(string kind) => kind.StartsWith("gov_", StringComparison.Ordinal);

    /// <summary>Income and expenditure side by side balance.</summary>
    public static void Sides(TableView view, Ledger ledger)
    {
        var totals = view.Blocks.Select(b => b.LastOrDefault(r => Labels.IsGrandTotal(r.Label))).OfType<BudgetRow>().ToList();
        for (var i = 1; i < totals.Count; i++)
        {
            Balance(view, totals[0], view, totals[i], [], ledger);
        }
    }

    /// <summary>What comes in is what goes out, transfers, debt and carry-over included.</summary>
    public static void Balance(TableSet set, Ledger ledger)
    {
        foreach (var (revenue, expenditures) in Pairs)
        {
            foreach (var expenditure in expenditures)
            {
                if (set[revenue] is { } left && set[expenditure] is { } right && Level(left) == Level(right) && Grand(left) is { } a && Grand(right) is { } b)
                {
                    Balance(left, a, right, b, [.. set.Views.Where(v => IsGovernment(v.Kind) && Level(v) == Level(left)).OrderBy(v => v.Table.Ordinal)], ledger);
                }
            }
        }
    }

    /// <summary>全市 balances with 全市 only. What the title does not say is taken to be the whole, unless the kind says it.</summary>
    private static string Level(TableView view) =>
        GovernmentLevels.Of(view.Table.Title ?? "") is { Length: > 0 } said ? said : view.Kind.Contains("_local_", StringComparison.Ordinal) ? GovernmentLevels.Own : GovernmentLevels.Whole;

    /// <summary>A debt is within its limit.</summary>
    public static void Limits(TableView view, Records records)
    {
        // a total that is more than its limit because one of its kinds is says nothing new
        var told = new HashSet<(int Row, string Group)>();
        foreach (var balance in view.Columns.Where(c => c.Key?.Contains(ColumnKeys.DebtBalance, StringComparison.Ordinal) == true).OrderBy(c => IsOfBothKinds(c.Key!)))
        {
            var limit = Headlines.Column(view, balance.Key!.Replace(ColumnKeys.DebtBalance, ColumnKeys.DebtLimit, StringComparison.Ordinal));
            foreach (var row in limit < 0 ? [] : view.Table.Rows)
            {
                int part = view.At(row.Row, balance.Index), whole = view.At(row.Row, limit);
                if (part >= 0 && whole >= 0 && view.Operands.IsPrinted(part) && view.Operands.IsPrinted(whole))
                {
                    Limit(view, part, whole, told, records);
                }
            }
        }
    }

    private static bool IsOfBothKinds(string key) => key.EndsWith(ColumnKeys.DebtBalance, StringComparison.Ordinal);

    private static void Limit(TableView view, int part, int whole, HashSet<(int Row, string Group)> told, Records records)
    {
        var operands = view.Operands;
        var slack = operands.Slack(part) + operands.Slack(whole);
        var holds = ((Int128)operands.Fen(part) - operands.Fen(whole)) * 2 <= slack;
        records.Add(IdentityCatalog.DebtWithin, view, [part, whole], operands.Fen(part), operands.Fen(whole), slack, holds ? CheckResult.Pass : CheckResult.Fail);
        var fact = operands.Facts[part];
        var key = fact.Column.Key!;
        if (!holds && (told.Add((fact.Where.Row, key[..(key.IndexOf(ColumnKeys.DebtBalance, StringComparison.Ordinal) + ColumnKeys.DebtBalance.Length)])) || !IsOfBothKinds(key)))
        {
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.PartExceedsWhole, fact.Where, view.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "", $"{fact.Shown} is more than the limit {operands.Facts[whole].Shown}")
            {
                Chinese = $"{fact.Shown} 大于限额 {operands.Facts[whole].Shown}",
            });
        }
    }

    private static BudgetRow? Grand(TableView view) => view.Blocks.Length == 1 ? view.Blocks[0].LastOrDefault(r => Labels.IsGrandTotal(r.Label)) : null;

    /// <param name="others">Tables of the same budget, which may show what one of the two leaves out.</param>
    private static void Balance(TableView left, BudgetRow a, TableView right, BudgetRow b, List<TableView> others, Ledger ledger)
    {
        foreach (var column in left.Columns.Where(c => c.Block == a.Block && c.Key is not null))
        {
            var other = right.Columns.FirstOrDefault(c => c.Block == b.Block && c.Key is { } key && Bare(key) == Bare(column.Key!) && Stage(c.Path) == Stage(column.Path));
            if (other is not null && Bare(column.Key!).EndsWith(ColumnKeys.Total, StringComparison.Ordinal))
            {
                int x = left.At(a.Row, column.Index), y = right.At(b.Row, other.Index);
                if (x >= 0 && y >= 0 && left.Operands.IsPrinted(x) && left.Operands.IsPrinted(y))
                {
                    ledger.Add(IdentityCatalog.GovernmentBalance, left, [x, .. After(left, a, column, others)], [y, .. After(right, b, other, others)], right.Whole);
                }
            }
        }
    }

    /// <summary>What is left over may stand below the 总计 of its side (年终结余), in this table or below the same 总计 in another one.</summary>
    private static List<int> After(TableView view, BudgetRow total, BudgetColumn column, List<TableView> others)
    {
        var own = After(view, total, column);
        if (own.Count == 0 && view.At(total.Row, column.Index) is >= 0 and var whole && view.Operands.Fen(whole) != 0)
        {
            foreach (var other in others.Where(o => o != view))
            {
                foreach (var same in other.Table.Rows.Where(r => Labels.IsGrandTotal(r.Label)))
                {
                    foreach (var copy in other.Columns.Where(c => c.Block == same.Block && other.At(same.Row, c.Index) is >= 0 and var f && view.Operands.Fen(f) == view.Operands.Fen(whole)))
                    {
                        if (After(other, same, copy) is { Count: > 0 } below)
                        {
                            return below;
                        }
                    }
                }
            }
        }

        return own;
    }

    private static List<int> After(TableView view, BudgetRow total, BudgetColumn column) => [.. view.Table.Rows
        .Where(r => r.Block == total.Block && r.Row > total.Row && r.Parent < 0 && Labels.IsCarryOver(r.Label)).Select(r => view.At(r.Row, column.Index)).Where(f => f >= 0)];

    /// <summary>预算, 执行 or 决算: last year's column may be of another stage on the other side.</summary>
    private static string Stage(string path) => Stages.FirstOrDefault(s => path.Contains(s, StringComparison.Ordinal)) ?? "";

    private static string Bare(string key) => key.Replace(ColumnKeys.Income + ".", "", StringComparison.Ordinal).Replace(ColumnKeys.Expenditure + ".", "", StringComparison.Ordinal);
}
