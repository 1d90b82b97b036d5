using System.Collections.Immutable;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Rows;

/// <summary>
/// Tells for the rows of a table who is part of whom: totals and leaves, depths, and which rows add up to which. Codes, ordinals,
/// indents and words propose (<see cref="Outline"/>), position and amounts say what a total closes (<see cref="Closing"/>), and
/// lists that do not close are tried by their amounts (<see cref="Mending"/>). Whoever adds up or aggregates reads the result
/// from the rows.
/// </summary>
public static class Hierarchy
{
    /// <summary>The tables with their rows placed, and the facts on these rows.</summary>
    public static (ImmutableArray<BudgetTable> Tables, ImmutableArray<Fact> Facts) Place(ImmutableArray<BudgetTable> tables, ImmutableArray<Fact> facts)
    {
        var placed = new Dictionary<int, BudgetTable>();
        foreach (var view in TableView.Of(tables, new Operands(facts)))
        {
            if (!FormSums.IsForm(view.Kind))
            {
                placed.Add(view.Table.Ordinal, view.Table with { Rows = Rows(view) });
            }
        }

        var lines = placed.Values.SelectMany(t => t.Rows.Select(r => (t.Ordinal, r.Row, r.Block, r))).ToDictionary(x => (x.Ordinal, x.Row, x.Block), x => x.r);
        return ([.. tables.Select(t => placed.GetValueOrDefault(t.Ordinal, t))],
            [.. facts.Select(f => lines.TryGetValue((f.Where.Table, f.Line.Row, f.Line.Block), out var line) ? f with { Line = line } : f)]);
    }

    private static ImmutableArray<BudgetRow> Rows(TableView view)
    {
        RowForest? best = null;
        var score = (Fails: int.MaxValue, Holds: 0);
        foreach (var style in Styles(view))
        {
            var forest = Read(view, style);
            var own = Score(forest);
            // (a reading with fewer sums has fewer that fail)
            if (own.Fails < score.Fails && own.Holds >= score.Holds)
            {
                (best, score) = (forest, own);
            }

            if (score.Fails == 0)
            {
                break;
            }
        }

        return Settlement.Of(best!);
    }

    /// <summary>The ways to read the signs of a table, the usual one first.</summary>
    private static IEnumerable<(OutlineStyle Style, bool Folded)> Styles(TableView view)
    {
        var rows = view.Table.Rows;
        var heads = view.Blocks.Any(HaveHeads);
        var mixed = rows.Any(r => r.Code.Length > 0) && rows.Any(r => r.Code.Length == 0 && !Labels.SaysTotal(r, coded: true));
        var both = rows.Any(r => r.Indent > 1) && rows.Any(r => r.Code.Length > 0 || Labels.Ordinal(r.Label).Rank > 0);
        foreach (var folded in view.Blocks.Length > 1 ? (bool[])[false, true] : [false])
        {
            yield return (new OutlineStyle(heads, false), folded);
            if (both)
            {
                yield return (new OutlineStyle(heads, true), folded);
            }

            if (mixed)
            {
                yield return (new OutlineStyle(!heads, false), folded);
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

            if (rows[i].Code.Length == 0 && !Labels.SaysTotal(rows[i], coded: true))
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

    private static RowForest Read(TableView view, (OutlineStyle Style, bool Folded) style)
    {
        var forest = new RowForest(view);
        foreach (var list in Lists(forest, style.Folded))
        {
            if (view.Kind.EndsWith("three_public_expenses", StringComparison.Ordinal) && ItemRows.Place(forest, list))
            {
                continue;
            }

            var coded = list.Exists(i => forest.Rows[i].Code.Length > 0);
            foreach (var i in list)
            {
                forest.Closes[i] = Labels.SaysTotal(forest.Rows[i], coded);
            }

            FindRepeats(forest, list);
            var top = Outline.Of(forest, list, style.Style);
            var mending = new Mending(forest, HierarchySums.IsGoods(view.Kind));
            mending.MendBelow(top);
            mending.Mend(Closing.Find(forest, mending, top));
        }

        return forest;
    }

    /// <summary>The rows of each block. Folded, one list goes on in the next block: where the header of both is the same and no total closes the one or opens the other, or a total below covers both.</summary>
    private static List<List<int>> Lists(RowForest forest, bool folded)
    {
        var lists = new List<List<int>>();
        bool IsTotal(int row) => Labels.SaysTotal(forest.Rows[row], coded: false);
        foreach (var block in Enumerable.Range(0, forest.Rows.Length).GroupBy(i => forest.Rows[i].Block).OrderBy(g => g.Key))
        {
            var rows = block.OrderBy(i => forest.Rows[i].Row).ToList();
            var last = folded && lists.Count > 0 ? lists[^1] : null;
            if (last is not null && forest.Twin(last[^1]) is >= 0 and var twin && rows.Contains(twin) && forest.IsMissing(last[^1])
                && last.Count(IsTotal) == 1)
            {
                last.RemoveAt(last.Count - 1);
                last.AddRange(rows);
            }
            else if (last is not null && forest.HaveOneHeader(forest.Rows[last[^1]].Block, block.Key) && !IsTotal(last[^1]) && !IsTotal(rows[0]))
            {
                last.AddRange(rows);
            }
            else
            {
                lists.Add(rows);
            }
        }

        return lists;
    }

    /// <summary>Where a page repeats header and total, the second total says nothing new; nor does the first row once more right below or at the end of the list.</summary>
    private static void FindRepeats(RowForest forest, List<int> list)
    {
        foreach (var i in list.Count > 3 ? (int[])[list[1], list[^1]] : [])
        {
            forest.Repeats[i] = forest.Rows[list[0]] is { Code: "", Label.Length: > 0 } head && forest.Rows[i] is { Code: "" } row && row.Label == head.Label && forest.AreEqual(i, list[0]);
        }

        foreach (var i in list.Skip(1))
        {
            forest.Repeats[i] |= forest.Closes[i] && forest.Rows[i].Label == forest.Rows[list[0]].Label && forest.AreEqual(i, list[0]);
        }
    }

    private static (int Fails, int Holds) Score(RowForest forest)
    {
        int fails = 0, holds = 0;
        for (var i = 0; i < forest.Rows.Length; i++)
        {
            var tally = forest.Weigh(i, [.. forest.Children(i).Where(c => forest.Bonds[c] != Bond.Word)]);
            fails += tally.Fails;
            holds += tally.Strong + tally.Weak;
        }

        return (fails, holds);
    }
}
