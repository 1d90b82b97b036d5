using Ingest.Core.Model;

namespace Ingest.Core.Checks.Rows;

/// <summary>Levels of the rows of a list as their names show them: the place in it of the parent of each, -1 for none.</summary>
internal static class RowLevels
{
    /// <summary>Characters of a name that others can end in without chance: 利润收入 in 电力企业利润收入.</summary>
    private const int LeastName = 4;

    /// <summary>By the indents; null if they show only one level.</summary>
    public static int[]? Indented(RowForest forest, List<int> rows)
    {
        int Indent(int k) => forest.Rows[rows[k]].Indent;
        // a total says by its name what it is, wherever it is set
        if (rows.Exists(r => forest.Rows[r].Indent == 0 || forest.Closes[r]) || rows.TrueForAll(r => forest.Rows[r].Indent == Indent(0)))
        {
            return null;
        }

        var parents = new int[rows.Count];
        var stack = new Stack<int>();
        for (var k = 0; k < parents.Length; k++)
        {
            while (stack.Count > 0 && Indent(stack.Peek()) >= Indent(k))
            {
                stack.Pop();
            }

            parents[k] = stack.Count > 0 ? stack.Peek() : -1;
            stack.Push(k);
        }

        return parents;
    }

    /// <summary>By what the names end in: 电力企业利润收入 is part of 利润收入 above it. Null where no name ends in another, or something else tells the levels.</summary>
    public static int[]? Named(RowForest forest, List<int> rows)
    {
        if (rows.Exists(r => forest.Closes[r] || forest.Rows[r].Indent > 1 || forest.Rows[r].Code.Length > 0))
        {
            return null;
        }

        var parents = new int[rows.Count];
        var head = -1;
        for (var k = 0; k < parents.Length; k++)
        {
            head = head >= 0 && EndsIn(forest.Rows[rows[k]], forest.Rows[rows[head]]) ? head : k;
            parents[k] = head == k ? -1 : head;
        }

        return Array.Exists(parents, p => p >= 0) ? parents : null;
    }

    private static bool EndsIn(BudgetRow row, BudgetRow head) =>
        head.Label.Length >= LeastName && row.Label.Length > head.Label.Length && row.Label.EndsWith(head.Label, StringComparison.Ordinal);
}
