using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Rows;

/// <summary>Says of each list whether it claims to be complete, and makes rows of the result.</summary>
internal static class Settlement
{
    private const int Several = 3;

    public static ImmutableArray<BudgetRow> Of(RowForest forest)
    {
        var rows = forest.Rows;
        var shares = new RowShare[rows.Length];
        var holding = new bool[rows.Length];
        var confirmed = Enumerable.Range(0, rows.Length).Any(i => Family(forest, i) is { Count: > 1 } f && forest.Bonds[f[0]] is Bond.Place or Bond.Name && forest.Weigh(i, f).HoldsStrongly);
        for (var i = 0; i < rows.Length; i++)
        {
            var family = Family(forest, i);
            if (family.Count > 0)
            {
                var share = Share(forest, i, family, confirmed);
                family.ForEach(c => shares[c] = share);
                // parts of which nothing is printed leave the row what it is
                holding[i] = share != RowShare.Part && family.Exists(c => IsPrinted(forest, c));
            }

            var named = forest.Children(i).Where(c => forest.Bonds[c] == Bond.Word).ToList();
            if (named.Count > 0)
            {
                // what 其中 opens is the list of all parts only if it closes, or the first of them where the others do not close without it
                var first = family.Count > 0 && forest.Weigh(i, family).Fails > 0 && forest.Weigh(i, [.. named, .. family]) is { Strong: > 0, Fails: 0 };
                var all = first || (family.Count == 0 && forest.Weigh(i, named) is { HoldsStrongly: true });
                named.ForEach(c => shares[c] = all ? RowShare.Addend : RowShare.Part);
                family.ForEach(c => shares[c] = first ? RowShare.Addend : shares[c]);
                holding[i] |= all;
            }
        }

        var result = rows.ToBuilder();
        for (var i = 0; i < rows.Length; i++)
        {
            var total = rows[i].IsTotal || forest.Promoted[i];
            result[i] = rows[i] with
            {
                Parent = forest.Parents[i], Share = shares[i], IsTotal = total, Indent = 0, Depth = Depth(forest, i, total),
                // 一、政府性基金收入合计 in 收入总计, its parts in another table
                IsLeaf = (!total || (shares[i] == RowShare.Addend && forest.Children(i).Count == 0)) && !forest.Repeats[i] && !holding[i] && !InPart(forest, shares, i),
            };
        }

        return result.ToImmutable();
    }

    private static bool IsPrinted(RowForest forest, int row) =>
        Enumerable.Range(0, forest.Columns(row).Length).Any(m => forest.Cell(row, m) is >= 0 and var f && forest.View.Operands.Kind(f) != OperandKind.Blank) || forest.Children(row).Any(c => IsPrinted(forest, c));

    private static List<int> Family(RowForest forest, int row) => [.. forest.Children(row).Where(c => forest.Bonds[c] != Bond.Word)];

    private static RowShare Share(RowForest forest, int parent, List<int> family, bool confirmed)
    {
        var tally = forest.Weigh(parent, family);
        if (!tally.IsRefuted)
        {
            return RowShare.Addend;
        }

        // 扣除结转资金后支出: the same money once more, counted otherwise
        if (family.Exists(c => forest.Rows[c].Label.StartsWith("扣除", StringComparison.Ordinal) || forest.Rows[c].Label.StartsWith("剔除", StringComparison.Ordinal)))
        {
            return RowShare.Part;
        }

        // more than a fifth off: names do not tell the levels, or not all of the list
        var (total, sum) = forest.Compare(parent, family);
        bool over = sum * 5 > total * 6, under = sum * 6 < total * 5, far = over || under;
        // a slip is in one column: where the rows make too much in several and enough in none, they stand on several levels
        var mixed = tally.Fails >= Several && sum > total;
        var coded = family.Exists(c => forest.Rows[c].Code.Length > 0);
        return forest.Bonds[family[0]] switch
        {
            Bond.Code or Bond.Ordinal => RowShare.Addend,
            Bond.Name => confirmed ? RowShare.Addend : RowShare.Part,
            Bond.Total => coded || !(over || mixed) ? RowShare.Addend : RowShare.Open,
            _ when coded => RowShare.Addend,
            _ => far || mixed ? RowShare.Part : RowShare.Addend,
        };
    }

    private static bool InPart(RowForest forest, RowShare[] shares, int row)
    {
        for (; row >= 0; row = forest.Parents[row])
        {
            if (shares[row] == RowShare.Part)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>0 for a total, else one more than what holds the row; where codes tell more (项 right below 类), what they tell.</summary>
    private static int Depth(RowForest forest, int row, bool total)
    {
        if (total)
        {
            return 0;
        }

        var depth = 1;
        for (var p = forest.Parents[row]; p >= 0; p = forest.Parents[p])
        {
            depth += forest.Rows[p].IsTotal || forest.Promoted[p] ? 0 : 1;
        }

        return forest.Rows[row].Code.Length > 0 ? Math.Max(depth, forest.Rows[row].Depth) : depth;
    }
}
