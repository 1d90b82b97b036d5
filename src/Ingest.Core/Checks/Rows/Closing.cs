using Ingest.Core.Checks.Sums;

namespace Ingest.Core.Checks.Rows;

/// <summary>
/// Finds what each total of a list closes. It stands below what it sums up (本年收入合计, and 收入总计 over it and the carry-over)
/// or above it (哈尔滨市合计 and its counties); the amounts decide, and where they do not, what holds for the other totals.
/// </summary>
internal sealed class Closing
{
    private readonly RowForest forest;

    /// <summary>What no total has taken yet.</summary>
    private readonly List<int> open = [];

    /// <summary>Totals that have not found what they close, with what would be usual: the rows since the total before.</summary>
    private readonly List<(int Total, List<int> Usual)> waiting = [];
    private readonly Mending mending;
    private int above, below;

    private Closing(RowForest forest, Mending mending)
    {
        this.forest = forest;
        this.mending = mending;
    }

    /// <param name="top">Totals and rows of the top level, top to bottom; what no total of an earlier block has taken may lead.</param>
    public static List<int> Find(RowForest forest, Mending mending, IEnumerable<int> top)
    {
        var closing = new Closing(forest, mending);
        foreach (var row in top)
        {
            if (forest.Closes[row])
            {
                closing.Total(row);
            }
            else
            {
                closing.open.Add(row);
            }
        }

        closing.Finish();
        return closing.open;
    }

    private void Total(int total)
    {
        CloseHeads(last: false);
        if (Start(total) is >= 0 and var start)
        {
            Take(total, open.GetRange(start, open.Count - start));
            below++;
        }
        else
        {
            // a 小计 has nothing of the total before it, nor has what follows a side that is closed
            var since = open.FindLastIndex(r => forest.Closes[r]);
            var from = Math.Max(0, since + (since >= 0 && (IsSubtotal(total) || Labels.IsGrandTotal(forest.Rows[open[since]].Label)) ? 1 : 0));
            waiting.Add((total, open[from..]));
        }

        open.Add(total);
    }

    private bool IsSubtotal(int row) => forest.Rows[row].Label.EndsWith("小计", StringComparison.Ordinal);

    /// <summary>From which open row on the rows make the total; -1 if none do.</summary>
    private int Start(int total)
    {
        // with the total before (the year's and the carry-over), for a 小计 without it (one after the other), or all there is
        var before = open.FindLastIndex(r => forest.Closes[r]);
        foreach (var start in (int[])[Math.Max(0, before), IsSubtotal(total) ? before + 1 : 0, 0])
        {
            if (start < open.Count && forest.Weigh(total, open[start..]).Holds)
            {
                return start;
            }
        }

        for (var start = open.Count - 2; start > 0; start--)
        {
            if (forest.Weigh(total, open[start..]).HoldsStrongly)
            {
                return start;
            }
        }

        return -1;
    }

    /// <summary>Totals that stand above what they sum up, the innermost first. While rows follow, only those that close in every column: the row that is lacking may come yet.</summary>
    private void CloseHeads(bool last)
    {
        for (var w = waiting.Count - 1; w >= 0; w--)
        {
            var head = waiting[w].Total;
            var at = open.IndexOf(head);
            if (at >= 0 && Length(head, at + 1) is > 0 and var count && (last || forest.Weigh(head, open.GetRange(at + 1, count)).Fails == 0))
            {
                Take(head, open.GetRange(at + 1, count));
                waiting.RemoveAt(w);
                above++;
            }
        }
    }

    /// <summary>How many of the open rows from a place on make the total above them; all, or the most that do.</summary>
    private int Length(int head, int from)
    {
        if (forest.Weigh(head, open[from..]).Holds)
        {
            return open.Count - from;
        }

        for (var count = open.Count - from - 1; count > 1; count--)
        {
            if (forest.Weigh(head, open.GetRange(from, count)).HoldsStrongly)
            {
                return count;
            }
        }

        return 0;
    }

    private void Finish()
    {
        CloseHeads(last: true);
        if (waiting.Count > 0 && mending.MendWhole(open))
        {
            open.RemoveAll(r => forest.Parents[r] >= 0);
            return;
        }

        for (var w = waiting.Count - 1; w >= 0; w--)
        {
            var (total, usual) = waiting[w];
            var at = open.IndexOf(total);
            var after = at < 0 ? [] : open.Skip(at + 1).TakeWhile(r => !forest.Closes[r]).ToList();
            var free = usual.TrueForAll(open.Contains) ? usual : [];
            if (at >= 0 && Length(total, at + 1) is > 0 and var count)
            {
                Take(total, open.GetRange(at + 1, count));
            }
            else if (at >= 0 && open.Skip(at + 1).Any(r => forest.Closes[r]) && mending.Renest(total, open[(at + 1)..]))
            {
                open.RemoveAll(r => forest.Parents[r] >= 0);
            }
            else if (at == 0 && above > below && IsNearly(total, open[1..]))
            {
                Take(total, open[1..]);
            }
            else if (after.Count > 0 && (free.Count == 0 || above > below))
            {
                Take(total, after);
            }
            else if (free.Count > 0)
            {
                Take(total, free);
            }
        }

        Promote();
    }

    /// <summary>市县合计 above the totals of all cities, with a slip in it: they have found their counties, and make it but for less than a fifth.</summary>
    private bool IsNearly(int total, List<int> rows) => rows.Count > 1 && rows.TrueForAll(r => forest.Closes[r] && forest.Children(r).Count > 0)
        && forest.Compare(total, rows) is var (whole, sum) && Int128.Abs(sum - whole) * 5 < whole;

    /// <summary>The first row is the whole without being called so: the name of the body above its codes, of a province above its cities.</summary>
    private void Promote()
    {
        if (open.Count == 0 || forest.Closes[open[0]] || forest.Rows[open[0]].Code.Length > 0)
        {
            return;
        }

        if (open.Count == 1)
        {
            forest.Promoted[open[0]] = forest.Children(open[0]).Any(c => forest.Rows[c].Code.Length > 0);
            return;
        }

        var rest = open[1..];
        var tally = forest.Weigh(open[0], rest);
        if (tally.Fails == 0 && (tally.Strong > 0 || (tally.Weak > 0 && forest.Rows[open[1]].Code.Length > 0)))
        {
            forest.Promoted[open[0]] = true;
            Take(open[0], rest);
        }
    }

    private void Take(int total, List<int> rows)
    {
        foreach (var row in rows)
        {
            forest.Place(row, total, Bond.Total);
            open.Remove(row);
        }
    }
}
