using System.Collections.Immutable;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Checks.Across;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Checks.Sums;

/// <summary>X9: what is bought for a project costs no more than the project. Lines of goods name their project in a column of their own.</summary>
internal static class ProjectGoods
{
    public static void Evaluate(TableSet set, IReadOnlySet<TableView> unsure, Records records)
    {
        if (set["government_procurement"] is not { } goods || set["project_expenditure"] is not { } projects || unsure.Contains(goods) || unsure.Contains(projects)
            || Headlines.Column(goods, ColumnKeys.Sum) is not (>= 0 and var amount) || Headlines.Column(projects, ColumnKeys.Total) is not (>= 0 and var total)
            || Column(goods) is not (>= 0 and var named))
        {
            return;
        }

        var operands = goods.Operands;
        foreach (var lines in Lines(goods, named, amount).GroupBy(l => l.Project, StringComparer.Ordinal))
        {
            if (Row(projects, lines.Key) is not { } row || projects.At(row.Row, total) is not (>= 0 and var whole) || !operands.IsPrinted(whole))
            {
                continue;
            }

            var facts = lines.Select(l => l.Fact).ToArray();
            var sum = facts.Aggregate((Int128)0, (s, f) => s + operands.Fen(f));
            var slack = facts.Aggregate((Int128)operands.Slack(whole), (s, f) => s + operands.Slack(f));
            var holds = (sum - operands.Fen(whole)) * 2 <= slack;
            records.Add(IdentityCatalog.ProjectGoods, projects, [whole, .. facts], operands.Fen(whole), sum, slack, holds ? CheckResult.Pass : CheckResult.Fail);
            if (!holds)
            {
                var fact = operands.Facts[whole];
                records.Anomalies.Add(new Anomaly(
                    AnomalyCodes.PartExceedsWhole, fact.Where, projects.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
                    $"{fact.Shown} is less than the {Ledger.Yuan(sum)} 元 of goods and services that are bought for it")
                {
                    Chinese = $"{fact.Shown} 小于为该项目采购的货物和服务 {Ledger.Yuan(sum)} 元",
                });
            }
        }
    }

    /// <summary>The only column of texts that is headed as project; -1 if there is none or several.</summary>
    private static int Column(TableView goods)
    {
        var found = goods.Table.Columns.Where(c => c.Role is ColumnRole.Text or ColumnRole.Label && c.Path[(c.Path.LastIndexOf('/') + 1)..] is "项目" or "项目名称" or "采购项目名称" or "预算项目").ToList();
        return found.Count == 1 ? found[0].Index : -1;
    }

    private static IEnumerable<(string Project, int Fact)> Lines(TableView goods, int named, int amount)
    {
        foreach (var cell in goods.Table.Source.Cells)
        {
            if (cell.Column == named && cell.RowSpan == 1 && cell.Row < goods.Table.Source.Rows && Folding.Label(cell.Text) is { Length: > 1 } text
                && goods.Table.Rows.Any(r => r.Row == cell.Row && !r.IsTotal) && goods.At(cell.Row, amount) is >= 0 and var fact && goods.Operands.IsPrinted(fact))
            {
                yield return (text, fact);
            }
        }
    }

    /// <summary>The only project of that code or name.</summary>
    private static BudgetRow? Row(TableView projects, string text)
    {
        var (code, name) = CodeText.Split(text);
        var rows = projects.Table.Rows.Where(r => !r.IsTotal && (CodeText.IsProject(code) ? r.Code == code : r.Label == name)).ToImmutableArray();
        return rows.Length == 1 ? rows[0] : null;
    }
}
