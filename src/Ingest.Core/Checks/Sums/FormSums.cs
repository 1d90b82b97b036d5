using System.Collections.Immutable;
using Ingest.Core.Checks.Across;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Sums;

/// <summary>
/// The money boxes of performance forms. Their rows are named 收入构成/财政拨款 … 收入构成/合计, or 项目总投入 with
/// 资金构成/中央财政 … below it, or 年度资金总额 with 其中:财政拨款 and 其他资金.
/// </summary>
internal static class FormSums
{
    public static bool IsForm(string kind) => kind.EndsWith("_performance", StringComparison.Ordinal);

    public static void Evaluate(TableView view, Ledger ledger)
    {
        foreach (var block in view.Blocks)
        {
            var columns = view.Columns.Where(c => c.Block == block[0].Block && c.Role == ColumnRole.Money).ToArray();
            var totals = new List<BudgetRow>();
            foreach (var (total, parts) in Boxes(block))
            {
                Sum(view, ledger, columns, total, parts);
                if (Group(total.Label).Length > 0)
                {
                    totals.Add(total);
                }
            }

            // 收入构成/合计 and 支出构成/合计
            for (var i = 1; i < totals.Count; i++)
            {
                foreach (var column in columns)
                {
                    CrossTables.Equal(ledger, IdentityCatalog.FormTotals, view, view.At(totals[0].Row, column.Index), view, view.At(totals[i].Row, column.Index));
                }
            }
        }
    }

    /// <summary>The whole of a project form for this year: the first row that says 总投入 or 总额, but not that of all its years.</summary>
    public static int Total(TableView view)
    {
        var row = view.Table.Rows.FirstOrDefault(r => IsWhole(r.Label) && !r.Label.Contains("实施期", StringComparison.Ordinal));
        var column = row is null ? null : view.Columns.FirstOrDefault(c => c.Block == row.Block && c.Role == ColumnRole.Money);
        return column is null ? -1 : view.At(row!.Row, column.Index);
    }

    /// <summary>What a form is about: the cell to the right of 项目名称.</summary>
    public static string ProjectName(TableView view)
    {
        var head = view.Table.Source.Cells.FirstOrDefault(c => c.Text is "项目名称" or "项目(政策)名称" or "政策和项目名称");
        return head is null ? "" : view.Table.Source.Cells.FirstOrDefault(c => c.Row == head.Row && c.Column == head.Column + head.ColumnSpan)?.Text ?? "";
    }

    private static IEnumerable<(BudgetRow Total, List<BudgetRow> Parts)> Boxes(ImmutableArray<BudgetRow> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (IsWhole(rows[i].Label))
            {
                var parts = new List<BudgetRow>();
                for (var j = i + 1; j < rows.Length && !IsWhole(rows[j].Label) && !rows[j].IsTotal && rows[j].Block == rows[i].Block; j++)
                {
                    parts.Add(rows[j]);
                }

                // a group for itself, or the closed list 其中:财政拨款, 其他资金
                if (parts.Count > 1 && (parts.All(p => Group(p.Label).Length > 0 && Group(p.Label) == Group(parts[0].Label)) || (parts.Count == 2 && Labels.IsPart(parts[0].Label))))
                {
                    yield return (rows[i], parts);
                }
            }
            else if (rows[i].IsTotal && Group(rows[i].Label) is { Length: > 0 } group)
            {
                var parts = rows.Where(r => !r.IsTotal && Group(r.Label) == group).ToList();
                if (parts.Count > 1)
                {
                    yield return (rows[i], parts);
                }
            }
        }
    }

    private static void Sum(TableView view, Ledger ledger, BudgetColumn[] columns, BudgetRow total, List<BudgetRow> parts)
    {
        foreach (var column in columns)
        {
            var cells = parts.ConvertAll(p => view.At(p.Row, column.Index));
            if (view.At(total.Row, column.Index) is >= 0 and var left && !cells.Contains(-1))
            {
                ledger.Add(IdentityCatalog.FormParts, view, left, cells.ToArray());
            }
        }
    }

    private static bool IsWhole(string label) => label.Contains("总投入", StringComparison.Ordinal) || label.TrimEnd(':', '：').EndsWith("总额", StringComparison.Ordinal);

    private static string Group(string label) => label.LastIndexOf('/') is > 0 and var i ? label[..i] : "";
}
