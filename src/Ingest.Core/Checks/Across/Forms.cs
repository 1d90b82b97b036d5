using System.Collections.Immutable;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Across;

/// <summary>X11, X12: the figures of performance forms are those of the tables.</summary>
internal static class Forms
{
    public static void Evaluate(TableSet set, ImmutableArray<TableView> views, Ledger ledger)
    {
        if (set["department_performance"] is { } department && set["revenue_expenditure_summary"] is { } summary)
        {
            WholeDepartment(department, summary, ledger);
        }

        if (set["project_expenditure"] is { } projects && Headlines.Column(projects, ColumnKeys.Total) is >= 0 and var total)
        {
            var rows = projects.Table.Rows.Where(r => !r.IsTotal && r.Label.Length > 0).GroupBy(r => r.Label).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            foreach (var form in views.Where(v => v.Kind == "project_performance" && Belongs(v, set, views)))
            {
                if (rows.TryGetValue(FormSums.ProjectName(form), out var row))
                {
                    CrossTables.Equal(ledger, IdentityCatalog.FormProject, form, FormSums.Total(form), projects, projects.At(row.Row, total));
                }
            }
        }
    }

    /// <summary>Income of the current year's column, which is the first, is the total of the department.</summary>
    private static void WholeDepartment(TableView department, TableView summary, Ledger ledger)
    {
        var row = department.Table.Rows.FirstOrDefault(r => r.IsTotal && r.Label.StartsWith("收入", StringComparison.Ordinal));
        var column = row is null ? null : department.Columns.FirstOrDefault(c => c.Block == row.Block && c.Role == ColumnRole.Money);
        if (column is not null)
        {
            CrossTables.Equal(
                ledger, IdentityCatalog.FormTotals, department, department.At(row!.Row, column.Index),
                summary, Headlines.Named(summary, ColumnKeys.Income + "." + ColumnKeys.Total, Labels.IsGrandTotal));
        }
    }

    /// <summary>Forms follow the tables of their budget.</summary>
    private static bool Belongs(TableView form, TableSet set, ImmutableArray<TableView> views)
    {
        var projects = set["project_expenditure"]!.Table.Ordinal;
        var next = views.FirstOrDefault(v => v.Kind == "project_expenditure" && v.Table.Ordinal > projects)?.Table.Ordinal ?? int.MaxValue;
        return form.Table.Ordinal > projects && form.Table.Ordinal < next;
    }
}
