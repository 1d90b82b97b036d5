using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>A row that closes other rows; all are positions in the block.</summary>
internal sealed record LabelSum(int Total, List<int> Addends, bool IsGrand);

/// <summary>Reads from the names of the rows which of them add up to which.</summary>
internal sealed class LabelTree
{
    private readonly ImmutableArray<BudgetRow> rows;
    private readonly Func<int, (Int128 Fen, Int128 Slack)> amount;
    private readonly List<int> top = [];
    private readonly SortedDictionary<int, List<int>> children = [];
    private readonly Dictionary<int, List<int>> details = [];
    private readonly Stack<(int Row, int Rank)> stack = new();
    private int head = -1;
    private bool afterSubtotal;
    private bool insidePart;
    private bool restarted;

    private LabelTree(ImmutableArray<BudgetRow> rows, Func<int, (Int128 Fen, Int128 Slack)> amount)
    {
        this.rows = rows;
        this.amount = amount;
    }

    public List<LabelSum> Sums { get; } = [];

    /// <summary>The numbered rows below a row, by its position.</summary>
    public IReadOnlyDictionary<int, List<int>> Children => children;

    /// <param name="amount">The main figure of a row, by position, and twice the rounding in it.</param>
    public static LabelTree Of(ImmutableArray<BudgetRow> rows, Func<int, (Int128 Fen, Int128 Slack)> amount)
    {
        var tree = new LabelTree(rows, amount);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Label.Length > 0 || rows[i].IsTotal)
            {
                tree.Add(i);
            }
        }

        tree.Finish();
        return tree;
    }

    private void Add(int i)
    {
        var label = rows[i].Label;
        if (Labels.IsGrandTotal(label) || Labels.IsSubtotal(label) || rows[i].IsTotal)
        {
            afterSubtotal = Close(i, Labels.IsGrandTotal(label));
            stack.Clear();
            insidePart = false;
            restarted = false;
            return;
        }

        // 其中:(一) begins a list of all parts, 其中: alone names some
        var part = Labels.IsPart(label);
        var rank = Labels.Ordinal(part ? Labels.WithoutPart(label) : label).Rank;
        insidePart = (part && rank == 0) || (insidePart && rank == 0);
        if (insidePart)
        {
            return;
        }

        if (rank == 0 && !afterSubtotal && stack.Count > 0 && stack.Any(s => s.Rank > 0) && !Labels.IsCarryOver(label))
        {
            Under(details, stack.Peek().Row).Add(i);
            return;
        }

        // 一、本年支出 may be followed by 一、一般公共服务支出 … that make it, down to 二、结转下年
        restarted = (restarted && !Labels.IsCarryOver(label)) || (rank == 1 && label[0] == '一' && stack.Count == 1 && stack.Peek() == (i - 1, 1) && rows[i - 1].Label[0] == '一' && rows[i - 1].Label.Contains("本年", StringComparison.Ordinal));
        rank = rank > 0 && restarted ? rank + 10 : rank;

        // below 本年收入合计 the numbering starts again inside 上年结转
        var effective = rank == 0 ? 0 : afterSubtotal && stack.Count > 0 && stack.Last().Rank == 0 ? rank + 10 : rank;
        while (stack.Count > 0 && (effective == 0 || stack.Peek().Rank >= effective))
        {
            stack.Pop();
        }

        (stack.Count == 0 ? top : Under(children, stack.Peek().Row)).Add(i);
        stack.Push((i, effective));
    }

    /// <summary>A total closes the rows since the total before it, and that one; a total at the very top closes what follows.</summary>
    private bool Close(int total, bool grand)
    {
        if (top.Count == 0 && head < 0)
        {
            head = total;
            return false;
        }

        if (top.Count > 0)
        {
            Sums.Add(new LabelSum(total, [.. top], grand));
            head = -1;
        }

        top.Clear();
        top.Add(total);
        return true;
    }

    private void Finish()
    {
        if (head >= 0 && top.Count > 0)
        {
            Sums.Add(new LabelSum(head, top, true));
        }

        if (Sums.Count > 0)
        {
            Sums[^1] = Sums[^1] with { IsGrand = true };
        }

        foreach (var (parent, list) in children)
        {
            Sums.Add(new LabelSum(parent, list, false));
        }

        foreach (var (parent, list) in details.OrderBy(d => d.Key))
        {
            if (!children.ContainsKey(parent))
            {
                Detail(parent, list);
            }
        }
    }

    /// <summary>Rows without numbers below a numbered one: levels by their amounts, else by their indents. If neither tells, they name only some parts.</summary>
    private void Detail(int parent, List<int> list)
    {
        var (total, slack) = amount(parent);
        if ((Nesting.Solve([.. list.Select(i => amount(i).Fen)], total, slack) ?? RowTree.Indented(rows, [.. list])) is not { } levels)
        {
            return;
        }

        for (var level = -1; level < list.Count; level++)
        {
            var addends = Enumerable.Range(0, list.Count).Where(k => levels[k] == level).Select(k => list[k]).ToList();
            if (addends.Count > 0)
            {
                Sums.Add(new LabelSum(level < 0 ? parent : list[level], addends, false));
            }
        }
    }

    private static List<int> Under(IDictionary<int, List<int>> lists, int parent)
    {
        if (!lists.TryGetValue(parent, out var list))
        {
            lists.Add(parent, list = []);
        }

        return list;
    }
}
