using Ingest.Core.Model;

namespace Ingest.Core.Budget.Guards;

/// <summary>
/// Headers of groups that no ruling shows may have been taken for wider or narrower than they are. Columns that are parts
/// of one sum stand under one group, and a total stands with its parts.
/// </summary>
internal static class TornGroups
{
    /// <summary>Parts that stand side by side.</summary>
    private static readonly (string Left, string Right)[] Pairs = [("基本支出", "项目支出"), ("人员经费", "公用经费")];

    /// <summary>Words for where money comes from: such columns are parts of the total whatever group they stand under.</summary>
    private static readonly string[] Sources = ["资金", "基金", "公共预算", "国有资本", "收入"];

    private static readonly string[] Totals = ["合计", "小计", "总计"];

    /// <returns>A column of a table without rulings whose group does not fit its neighbours.</returns>
    public static (BudgetColumn Column, string English, string Chinese)? In(BudgetTable table)
    {
        if (table.Source.Ruled)
            return null;
        if (OfTwoColumns(table) is { } mixed)
            return mixed;
        var columns = table.Columns.Where(static c => c.Role == ColumnRole.Money && c.Path.Length > 0).OrderBy(static c => c.Index).ToList();
        for (var i = 1; i < columns.Count; i++)
        {
            var (left, right) = (columns[i - 1], columns[i]);
            if (left.Block != right.Block)
                continue;
            if (Array.Exists(Pairs, p => Above(left, p.Left) is { } a && Above(right, p.Right) is { } b && a != b))
                return About(right, left);
            // 合计 beside a group that opens with its first part: the group is that of both, unless it says that it holds the parts (其中)
            if (Group(left).Length == 0 && !Group(right).StartsWith("其中", StringComparison.Ordinal) && Array.Exists(Totals, t => IsLeaf(left, t)) && IsLeaf(right, Pairs[0].Left) && Group(right).Length > 0
                && !columns.Exists(c => c != left && Group(c) == Group(right) && Array.Exists(Totals, t => IsLeaf(c, t))))
            {
                return About(left, right);
            }
        }
        return Swallowed(columns) ?? OpenedTotal(columns);
    }

    /// <summary>其中:/专项债券合计: what 其中 opens are parts of the total before it, and the next total has parts of its own.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? OpenedTotal(List<BudgetColumn> columns)
    {
        var at = columns.FindIndex(static c => Group(c) is "其中" or "其中:" && Array.Exists(Totals, t => c.Path.EndsWith(t, StringComparison.Ordinal) && c.Path.Length > Group(c).Length + 1 + t.Length));
        return at <= 0 ? null : About(columns[at], columns[at - 1]);
    }

    /// <summary>基本医疗保险统 医疗保险个人账 over 筹基金 户基金 above one column: words side by side on each line are the headers of two.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? OfTwoColumns(BudgetTable table)
    {
        foreach (var cell in table.Source.Cells.TakeWhile(c => c.Row < table.HeaderRows).Where(static c => c.ColumnSpan == 1))
        {
            if (cell.Raw.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [_, _, ..] lines && Array.TrueForAll(lines, AreSeveral)
                && table.Columns.FirstOrDefault(c => c.Index == cell.Column && c.Role.IsValue()) is { } column)
            {
                return (column, $"{cell.Text} is the headers of two columns in one.", $"“{cell.Text}”是两列表头连在一起。");
            }
        }
        return null;
    }

    private static bool AreSeveral(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words && Array.TrueForAll(words, static w => w.Length > 1 && w.AsSpan().IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0);

    /// <summary>The total of all groups, taken into the first of them: no other total stands in the table.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? Swallowed(List<BudgetColumn> columns)
    {
        var totals = columns.FindAll(static c => Array.Exists(Totals, t => IsLeaf(c, t)));
        if (totals is not [var total] || Group(total).Length == 0)
            return null;
        var other = columns.Find(c => c.Index > total.Index && c.Block == total.Block && Top(c) != Top(total) && Array.Exists(Sources, s => c.Path.Contains(s, StringComparison.Ordinal)));
        return other is null ? null : About(total, other);
    }

    private static (BudgetColumn Column, string English, string Chinese) About(BudgetColumn column, BudgetColumn neighbour) =>
        (column, $"{column.Path} and {neighbour.Path} are parts of one sum under different groups.", $"“{column.Path}”与“{neighbour.Path}”应属同一合计，却在不同的分组之下。");

    private static string Group(BudgetColumn column) => column.Path.LastIndexOf('/') is var at and >= 0 ? column.Path[..at] : "";

    /// <summary>What stands above a part in the path of a column; null where the path does not name it.</summary>
    private static string? Above(BudgetColumn column, string part)
    {
        var parts = column.Path.Split('/');
        var at = Array.FindIndex(parts, p => p.StartsWith(part, StringComparison.Ordinal));
        return at < 0 ? null : string.Join('/', parts[..at]);
    }

    private static string Top(BudgetColumn column) => column.Path.Split('/')[0];

    private static bool IsLeaf(BudgetColumn column, string leaf) => column.Path[(column.Path.LastIndexOf('/') + 1)..].StartsWith(leaf, StringComparison.Ordinal);
}
