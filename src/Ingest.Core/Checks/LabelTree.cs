using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>A row that closes other rows; all are positions in the block.</summary>
internal sealed record LabelSum(int Total, List<int> Addends, bool IsGrand);

/// <summary>Reads from the names of the rows which of them add up to which.</summary>
internal static class LabelTree
{
    public static List<LabelSum> Of(ImmutableArray<BudgetRow> rows)
    {
        var sums = new List<LabelSum>();
        var top = new List<int>();
        var children = new SortedDictionary<int, List<int>>();
        var stack = new Stack<(int Row, int Rank)>();
        var head = -1;
        var afterSubtotal = false;
        var insidePart = false;
        for (var i = 0; i < rows.Length; i++)
        {
            var label = rows[i].Label;
            if (label.Length == 0 && !rows[i].IsTotal)
            {
                continue;
            }

            if (Labels.IsGrandTotal(label) || Labels.IsSubtotal(label) || rows[i].IsTotal)
            {
                Close(sums, top, ref head, i, Labels.IsGrandTotal(label));
                stack.Clear();
                afterSubtotal = true;
                insidePart = false;
                continue;
            }

            var rank = Labels.Ordinal(label).Rank;
            insidePart = Labels.IsPart(label) || (insidePart && rank == 0);
            if (insidePart)
            {
                continue;
            }

            // below 本年收入合计 the numbering starts again inside 上年结转
            var effective = rank == 0 ? 0 : afterSubtotal && stack.Count > 0 && stack.Last().Rank == 0 ? rank + 10 : rank;
            while (stack.Count > 0 && (effective == 0 || stack.Peek().Rank >= effective))
            {
                stack.Pop();
            }

            if (stack.Count == 0)
            {
                top.Add(i);
            }
            else
            {
                if (!children.TryGetValue(stack.Peek().Row, out var list))
                {
                    children.Add(stack.Peek().Row, list = []);
                }

                list.Add(i);
            }

            stack.Push((i, effective));
        }

        if (head >= 0 && top.Count > 0)
        {
            sums.Add(new LabelSum(head, top, true));
        }

        if (sums.Count > 0)
        {
            sums[^1] = sums[^1] with { IsGrand = true };
        }

        foreach (var (parent, list) in children)
        {
            sums.Add(new LabelSum(parent, list, false));
        }

        return sums;
    }

    /// <summary>A total closes the rows since the total before it, and that one; a total at the very top closes what follows.</summary>
    private static void Close(List<LabelSum> sums, List<int> top, ref int head, int total, bool grand)
    {
        if (top.Count == 0 && head < 0)
        {
            head = total;
            return;
        }

        if (top.Count > 0)
        {
            sums.Add(new LabelSum(total, [.. top], grand));
            head = -1;
        }

        top.Clear();
        top.Add(total);
    }
}
