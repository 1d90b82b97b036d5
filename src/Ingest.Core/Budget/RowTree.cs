using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Budget;

/// <summary>Finds depth, totals and leaves among the rows of a half: by codes where there are any, else by ordinals.</summary>
internal static class RowTree
{
    public static void Append(ImmutableArray<BudgetRow>.Builder rows, List<RowName> names, int block)
    {
        var depths = Depths(names);
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var total = IsTotal(name);
            rows.Add(new BudgetRow(name.Row, block, name.Scheme, name.Code, name.Label, depths[i], total, !total && !HasChild(names, depths, i)));
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

    private static int[] Depths(List<RowName> names)
    {
        var depths = new int[names.Count];
        bool coded = false, ordinals = false, units = false, offices = false;
        foreach (var name in names)
        {
            coded |= name.Scheme.Length > 0;
            units |= name.Scheme == CodeText.Unit;
            offices |= name.Scheme == CodeText.Unit && name.Code.Length <= 2;
            ordinals |= RowLabels.HasOrdinal(name.Label);
        }
        var indents = Indents.Of(names, IsTotal);
        var unitDepth = 0;
        var under = 0;
        var above = 0;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            if (IsTotal(name))
                (depths[i], unitDepth, under, above) = (0, 0, 0, 0);
            else if (coded && name.Code.Length > 0)
                above = depths[i] = CodeDepth(name, units, offices, ref unitDepth);
            else if (indents is not null)
                depths[i] = coded ? Math.Max(above + 1, indents[i]) : indents[i];
            else if (coded)
                depths[i] = above + 1;
            else if (ordinals)
                depths[i] = OrdinalDepth(name.Label, ref under);
            else
                depths[i] = name.Label.StartsWith("其中", StringComparison.Ordinal) ? 2 : 1;
        }
        return depths;
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

    private static int OrdinalDepth(string label, ref int under)
    {
        var level = RowLabels.OrdinalLevel(label);
        if (level > 0)
        {
            under = level;
            return level;
        }
        if (label.StartsWith("其中", StringComparison.Ordinal))
            return under + 1;
        return under == 0 ? 1 : -1;
    }

    private static bool HasChild(List<RowName> names, int[] depths, int at)
    {
        var code = names[at].Code;
        for (var i = at + 1; i < names.Count; i++)
        {
            if (depths[i] < 0)
                continue;
            if (code.Length > 0 && names[i].Code.Length == 0)
                return depths[i] > depths[at];
            if (code.Length > 2 && names[i].Scheme == names[at].Scheme && names[i].Scheme != CodeText.Project)
                return names[i].Code.Length > code.Length && names[i].Code.StartsWith(code, StringComparison.Ordinal);
            return depths[i] > depths[at] && depths[at] >= 0;
        }
        return false;
    }
}
