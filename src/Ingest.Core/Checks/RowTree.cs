using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>
/// Which rows of a block add up to which: by code (类 ⊃ 款 ⊃ 项, department ⊃ unit, category ⊃ project), in the order in which
/// the rows stand. A row without code is a leaf of the row above it that can have children.
/// </summary>
internal sealed class RowTree
{
    /// <summary>Parent of a top-level row.</summary>
    public const int Root = -1;

    /// <summary>Parent of a row that takes no part: a total, a heading without figures.</summary>
    public const int Outside = -2;

    private RowTree(ImmutableArray<BudgetRow> rows, int[] parents, List<int> totals, bool regular)
    {
        Rows = rows;
        Parents = parents;
        Totals = totals;
        Regular = regular;
    }

    public ImmutableArray<BudgetRow> Rows { get; }

    public int[] Parents { get; }

    /// <summary>Positions of the total rows.</summary>
    public List<int> Totals { get; }

    /// <summary>Every row's place is known, so that the total must be the sum of the top level.</summary>
    public bool Regular { get; }

    /// <param name="isBlank">Whether a row has no figure at all: a heading, through which the rows below belong to the row above.</param>
    public static RowTree Of(ImmutableArray<BudgetRow> rows, Func<BudgetRow, bool> isBlank)
    {
        var parents = new int[rows.Length];
        var totals = new List<int>();
        var schemes = new List<string>();
        var stack = new Stack<int>();
        var regular = true;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            parents[i] = Outside;
            if (row.IsTotal)
            {
                totals.Add(i);
                stack.Clear();
                continue;
            }

            if (isBlank(row))
            {
                continue;
            }

            if (Labels.IsPart(row.Label))
            {
                regular &= row.Code.Length == 0;
                continue;
            }

            if (row.Code.Length > 0 && !schemes.Contains(Family(row)))
            {
                schemes.Add(Family(row));
            }

            while (stack.Count > 0 && !CanHold(rows[stack.Peek()], row, schemes))
            {
                stack.Pop();
            }

            parents[i] = stack.Count > 0 ? stack.Peek() : Root;
            if (row.Code.Length > 0)
            {
                stack.Push(i);
            }
        }

        return new RowTree(rows, parents, totals, regular);
    }

    private static bool CanHold(BudgetRow outer, BudgetRow inner, List<string> schemes)
    {
        if (inner.Code.Length == 0)
        {
            return true;
        }

        int a = schemes.IndexOf(Family(outer)), b = schemes.IndexOf(Family(inner));
        if (a != b)
        {
            return a < b;
        }

        if (outer.CodeScheme == "project")
        {
            return outer.Code.Length <= 2 && inner.Code.Length > outer.Code.Length;
        }

        // the offices of a finance bureau, with codes of one or two digits, stand above the departments
        return (inner.CodeScheme == "unit" && outer.Code.Length <= 2 && inner.Code.Length > 2)
            || inner.Code.Length > outer.Code.Length && inner.Code.StartsWith(outer.Code, StringComparison.Ordinal);
    }

    private static string Family(BudgetRow row) => row.CodeScheme;
}
