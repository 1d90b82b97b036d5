using System.Collections.Immutable;
using Ingest.Core.Budget;
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

    /// <summary>Parent of a row whose level could not be told: whatever it may belong to is not summed up.</summary>
    public const int Unknown = -3;

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
    /// <param name="amount">Its main figure and twice the rounding in it.</param>
    /// <param name="goods">The codes are those of what is bought, and say nothing of levels.</param>
    public static RowTree Of(ImmutableArray<BudgetRow> printed, Func<BudgetRow, bool> isBlank, Func<BudgetRow, (Int128 Fen, Int128 Slack)> amount, bool goods)
    {
        var rows = WithWholeCodes(printed);
        var parents = new int[rows.Length];
        var totals = new List<int>();
        var schemes = new List<string>();
        var stack = new Stack<int>();
        var regular = true;
        var heads = HaveHeads(rows);
        var above = "";
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            parents[i] = Outside;
            if (CodeNames.Misprinted(row, above).Length > 0)
            {
                // a code that is none: the row may belong anywhere
                parents[i] = Unknown;
                regular = false;
                continue;
            }

            above = CodeText.SchemeOf(row.Code) == CodeText.Functional ? row.Code : above;
            if (IsTotal(row))
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

            if (heads && row.Code.Length == 0)
            {
                stack.Clear();
                parents[i] = Root;
                stack.Push(i);
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

        Levels(rows, parents, totals, amount, goods, ref regular);
        return new RowTree(rows, parents, totals, regular);
    }

    /// <summary>The levels that the indents of the names show, as positions of parents in the family; null if they show only one.</summary>
    public static int[]? Indented(ImmutableArray<BudgetRow> rows, int[] family)
    {
        var least = family.Min(i => rows[i].Depth);
        if (least < 0 || family.All(i => rows[i].Depth == least))
        {
            return null;
        }

        var parents = new int[family.Length];
        var stack = new Stack<int>();
        for (var k = 0; k < family.Length; k++)
        {
            while (stack.Count > 0 && rows[family[stack.Peek()]].Depth >= rows[family[k]].Depth)
            {
                stack.Pop();
            }

            parents[k] = stack.Count > 0 ? stack.Peek() : -1;
            stack.Push(k);
        }

        return parents;
    }

    /// <summary>Some tables print 10 below 201 for 20110: a class has three digits, what it contains two more.</summary>
    private static ImmutableArray<BudgetRow> WithWholeCodes(ImmutableArray<BudgetRow> rows)
    {
        if (!rows.Any(IsShort))
        {
            return rows;
        }

        var whole = rows.ToBuilder();
        var above = "";
        for (var i = 0; i < whole.Count; i++)
        {
            if (whole[i].CodeScheme is "functional" or "department_economic" or "government_economic")
            {
                above = whole[i].Code.Length == 3 ? whole[i].Code : above;
                whole[i] = IsShort(whole[i]) ? whole[i] with { Code = above + whole[i].Code } : whole[i];
            }
        }

        return whole.ToImmutable();
    }

    private static bool IsShort(BudgetRow row) => row.Code.Length == 2 && row.CodeScheme is ("functional" or "department_economic" or "government_economic");

    /// <summary>A total may carry a running number in the column of codes, or no name at all below rows with names.</summary>
    private static bool IsTotal(BudgetRow row) => row.IsTotal || (row.Code.Length <= 1 && row.Label is "合计" or "总计") || (row.Code.Length == 0 && row.Label.Length == 0);

    /// <summary>Rows without codes may stand on several levels: those that do not simply add up are nested by their amounts.</summary>
    private static void Levels(ImmutableArray<BudgetRow> rows, int[] parents, List<int> totals, Func<BudgetRow, (Int128 Fen, Int128 Slack)> amount, bool goods, ref bool regular)
    {
        foreach (var family in Enumerable.Range(0, rows.Length).Where(i => parents[i] >= Root).GroupBy(i => parents[i]).Select(g => g.ToArray()).ToArray())
        {
            var parent = parents[family[0]];
            if ((!goods && family.Any(i => rows[i].Code.Length > 0)) || (parent == Root && totals.Count != 1))
            {
                continue;
            }

            var (total, slack) = amount(rows[parent == Root ? totals[0] : parent]);
            var values = Array.ConvertAll(family, i => amount(rows[i]).Fen);
            var sum = values.Aggregate((Int128)0, (a, b) => a + b);
            if (Int128.Abs(sum - total) * 2 <= slack * (family.Length + 1))
            {
                continue;
            }

            if ((Nesting.Solve(values, total, slack) ?? Indented(rows, family)) is { } levels)
            {
                for (var k = 0; k < family.Length; k++)
                {
                    parents[family[k]] = levels[k] < 0 ? parent : family[levels[k]];
                }
            }
            else if (family.Length > 2 && sum * 5 > total * 6 && sum < total * 6)
            {
                // a few times the total: the rows stand on levels that cannot be told (ten times is a slip of the pen)
                regular &= parent != Root;
                foreach (var i in family)
                {
                    parents[i] = Unknown;
                }
            }
        }
    }

    /// <summary>Units without codes, each above the codes of its own: the first row is one, and each has a row with code right below.</summary>
    private static bool HaveHeads(ImmutableArray<BudgetRow> rows)
    {
        var any = false;
        for (var i = 0; i < rows.Length; i++)
        {
            if (!any && rows[i].Code.Length > 0)
            {
                return false;
            }

            if (rows[i].Code.Length == 0 && !IsTotal(rows[i]))
            {
                any = true;
                if (i + 1 >= rows.Length || rows[i + 1].Code.Length == 0)
                {
                    return false;
                }
            }
        }

        return any;
    }

    private static bool CanHold(BudgetRow outer, BudgetRow inner, List<string> schemes)
    {
        if (inner.Code.Length == 0 || outer.Code.Length == 0)
        {
            // below a project stands no detail of it, but the next project
            return outer.CodeScheme != "project" || outer.Code.Length <= 2;
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
