using Ingest.Core.Checks.Sums;

namespace Ingest.Core.Checks.Rows;

/// <summary>Money that goes on to the next year, which mostly stands beside the numbered rows of a table, as the last part of one of them.</summary>
/// <param name="outer">Where the lists go on that hold the row in hand, the innermost first.</param>
internal sealed class CarryOvers(RowForest forest, IEnumerable<(List<int> Siblings, int Row)> outer)
{
    /// <summary>结转下年 is the last part of a list where it is set in like the others and makes up what they lack, though it mostly stands beside all numbers.</summary>
    public bool Add(int parent, List<int> family, List<int> siblings)
    {
        var (list, at) = (siblings, siblings.IndexOf(parent));
        foreach (var level in outer)
        {
            if (at < 0 || at + 1 < list.Count)
            {
                break;
            }

            (list, at) = (level.Siblings, level.Siblings.IndexOf(level.Row));
        }

        if (at < 0 || at + 1 >= list.Count || list[at + 1] is var next && (!Labels.IsCarryOver(forest.Rows[next].Label) || forest.Rows[next].Indent == 0 || forest.Rows[next].Indent != forest.Rows[family[^1]].Indent
            || forest.Weigh(parent, [.. family, next]) is not { Strong: > 0, Fails: 0 }))
        {
            return false;
        }

        forest.Place(list[at + 1], parent, Bond.Amounts);
        list.RemoveAt(at + 1);
        return true;
    }

    /// <summary>本年收支结余, what the year leaves over, is part of what all years do, where the list closes without it.</summary>
    public bool LeaveOut(int parent, List<int> family)
    {
        var at = family.FindIndex(r => forest.Rows[r].Label.EndsWith("收支结余", StringComparison.Ordinal));
        if (at < 0 || at + 1 >= family.Count || !Labels.IsCarryOver(forest.Rows[family[at + 1]].Label) || !forest.Weigh(parent, [.. family[..at], .. family[(at + 1)..]]).Holds)
        {
            return false;
        }

        forest.Place(family[at], family[at + 1], Bond.Word);
        return true;
    }
}
