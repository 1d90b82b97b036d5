using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Rows;

/// <summary>
/// What codes and indents say of the levels of rows, and which rows are called totals. Who is part of whom needs the amounts:
/// <c>Checks/Rows/Hierarchy</c>.
/// </summary>
internal static class RowLevels
{
    public static void Append(ImmutableArray<BudgetRow>.Builder rows, List<RowName> names, int block)
    {
        bool units = names.Exists(n => n.Scheme == CodeText.Unit), offices = names.Exists(n => n.Scheme == CodeText.Unit && n.Code.Length <= 2);
        var indents = Indents.Of(names, IsTotal);
        var unitDepth = 0;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var total = IsTotal(name);
            unitDepth = total ? 0 : unitDepth;
            var depth = total ? 0 : name.Scheme.Length > 0 ? CodeDepth(name, units, offices, ref unitDepth) : indents?[i] ?? 1;
            rows.Add(new BudgetRow(name.Row, block, name.Scheme, name.Code, name.Label, depth, total, !total) { Indent = indents?[i] ?? 0 });
        }
    }

    private static bool IsTotal(RowName name)
    {
        if (name.Code.Length > 0)
            return false;
        var label = name.Label;
        if (name.Periods.Length > 0 && label.EndsWith(name.Periods, StringComparison.Ordinal))
            label = label[..^name.Periods.Length].TrimEnd('/');
        return RowLabels.IsTotal(label);
    }

    /// <param name="offices">Offices of the finance bureau, with codes of one or two digits, stand above the departments.</param>
    private static int CodeDepth(RowName name, bool units, bool offices, ref int unitDepth)
    {
        var length = name.Code.Length;
        switch (name.Scheme)
        {
            case CodeText.Unit:
                unitDepth = (length <= 3 ? 1 : length <= 6 ? 2 : 3) + (offices && length > 2 ? 1 : 0);
                return unitDepth;
            case CodeText.Functional or CodeText.DepartmentEconomic or CodeText.GovernmentEconomic:
                return (units ? unitDepth : 0) + (length <= 3 ? 1 : length <= 5 ? 2 : 3);
            case CodeText.Project:
                return length < 20 ? unitDepth + 1 : unitDepth + 2;
            default:
                return 1;
        }
    }
}
