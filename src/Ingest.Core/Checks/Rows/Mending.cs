namespace Ingest.Core.Checks.Rows;

/// <summary>
/// Lists that do not close where the signs put them are tried anew by their amounts, then by their indents. A code is never
/// overruled, except in lists of goods, where it says nothing of levels.
/// </summary>
internal sealed partial class Mending(RowForest forest, bool goods)
{
    /// <summary>Columns that must close together, and rows that may have been left out of a list.</summary>
    private const int Most = 4;

    /// <summary>Counties of a city at the most.</summary>
    private const int Longest = 40;

    /// <summary>Where the lists go on that hold the row in hand, the outermost first.</summary>
    private readonly Stack<(List<int> Siblings, int Row)> outer = new();

    private readonly Shortening shortening = new(forest);

    /// <summary>Mends what stands below rows of the top level, before totals are looked for.</summary>
    /// <param name="top">Rows and totals, top to bottom; what turns out to be part of another row is taken out.</param>
    public void MendBelow(List<int> top)
    {
        foreach (var row in top.ToArray())
        {
            if (top.Contains(row))
            {
                Mend(row, top);
            }
        }
    }

    /// <param name="open">What no total has taken. Where the first of it is no total, it may yet be the whole.</param>
    public void Mend(List<int> open)
    {
        GiveToLast(open);
        foreach (var row in open)
        {
            Mend(row, []);
        }

        _ = MendWhole(open);
        shortening.SetAside();
    }

    /// <summary>合计, 基本支出, 项目支出, and what makes 项目支出, without a sign: the total closes before that, and it would stand in the table once more.</summary>
    private void GiveToLast(List<int> open)
    {
        for (var k = 0; k + 2 < open.Count; k++)
        {
            var run = open[(k + 1)..].TakeWhile(r => !forest.Closes[r]).ToList();
            var last = forest.Children(open[k]).DefaultIfEmpty(-1).Max();
            if (last > open[k] && run.Count > 1 && last < run[0] && Family(last).Count == 0 && Renest(last, run))
            {
                open.RemoveRange(k + 1, run.Count);
            }
        }
    }

    /// <summary>Whether the first row turns out to be the whole of all others.</summary>
    public bool MendWhole(List<int> open)
    {
        if (open.Count < 2 || forest.Rows[open[0]].Code.Length > 0 || forest.Closes[open[0]])
        {
            return false;
        }

        var rows = Flatten(open[1..]);
        rows.InsertRange(0, Flatten(forest.Children(open[0])));
        forest.Promoted[open[0]] = Renest(open[0], rows);
        return forest.Promoted[open[0]];
    }

    /// <param name="siblings">The rows among which the parent stands.</param>
    private void Mend(int parent, List<int> siblings)
    {
        var below = forest.Children(parent).ToList();
        outer.Push((siblings, parent));
        foreach (var child in below.ToArray())
        {
            if (forest.Parents[child] == parent)
            {
                Mend(child, below);
            }
        }

        _ = outer.Pop();
        GoOnWithNamed(parent, siblings);
        var family = Family(parent);
        if (family.Count == 0 || forest.Weigh(parent, family) is not { Fails: > 0 } tally)
        {
            return;
        }

        if (tally.Holds)
        {
            // some columns close, as a part is blank there: so must the others
            _ = Extend(parent, family, siblings) || Level(parent, Flatten(family), family.Count) || new CarryOvers(forest, outer).Add(parent, family, siblings);
        }
        else if (!Extend(parent, family, siblings) && !shortening.Shorten(parent, family, siblings) && !Renest(parent, Flatten(family)) && !Renest(parent, Descendants(family))
            && !(forest.Closes[parent] && Level(parent, Descendants(family), family.Count)))
        {
            // (last of all: codes of all levels may come below each other, each with money of its own)
            var carried = new CarryOvers(forest, outer);
            _ = carried.Add(parent, family, siblings) || carried.LeaveOut(parent, family) || new Sinking(forest).Sink(parent, Family(parent)) || Lift(parent, family);
        }
    }

    /// <summary>20807 with money of one source only, and 2080701 with that of another: what is printed where the row above has nothing is no part of it.</summary>
    private bool Lift(int parent, List<int> family)
    {
        bool IsNothing(int row, int m) => forest.Cell(row, m) is >= 0 and var f && (!IsPrinted(row, m) || forest.View.Operands.Fen(f) == 0);
        if (forest.Parents[parent] is not (>= 0 and var above) || forest.Bonds[family[0]] != Bond.Code || !forest.Weigh(parent, family).IsRefuted
            || !Enumerable.Range(0, forest.Columns(parent).Length).Any(m => IsNothing(parent, m) && family.Exists(r => Fen(r, m) != 0)))
        {
            return false;
        }

        family.ForEach(r => forest.Place(r, above, Bond.Code));
        return true;
    }

    /// <summary>All of the rows beside each other make their parent.</summary>
    private bool Level(int parent, List<int> all, int before)
    {
        if (all.Count <= before || forest.Weigh(parent, all) is not { Strong: > 0, Fails: 0 })
        {
            return false;
        }

        all.ForEach(r => forest.Place(r, parent, Bond.Amounts));
        return true;
    }

    /// <summary>All that is below rows, for where what was told of their levels may be chance.</summary>
    private List<int> Descendants(List<int> rows) => [.. rows.SelectMany(r => Descendants(Family(r)).Prepend(r))];

    /// <summary>郑州市, 其中:市本级, 巩义市 … down to the row before the next city: what 其中 opens is all of it where the rows that follow make up the rest.</summary>
    private void GoOnWithNamed(int parent, List<int> siblings)
    {
        var named = forest.Children(parent).Where(c => forest.Bonds[c] == Bond.Word).ToList();
        var at = siblings.IndexOf(parent);
        if (named.Count == 0 || at < 0 || Family(parent).Count > 0)
        {
            return;
        }

        var all = new List<int>(named);
        for (var k = at + 1; k < siblings.Count && k <= at + Longest && IsPlain(siblings[k]); k++)
        {
            // a name that is set in further than the others is no part of the one above for that
            all.Add(siblings[k]);
            all.AddRange(Family(siblings[k]) is { Count: > 0 } below && !forest.Weigh(siblings[k], below).Holds ? Flatten(below) : []);
            if (forest.Weigh(parent, all) is { Strong: > 0, Fails: 0 })
            {
                all.ForEach(r => forest.Place(r, parent, Bond.Amounts));
                siblings.RemoveRange(at + 1, k - at);
                return;
            }
        }
    }

    /// <summary>A row of the list that opens none itself.</summary>
    private bool IsPlain(int row) => !forest.Closes[row] && forest.Rows[row].Code.Length == 0 && !forest.Children(row).Any(c => forest.Bonds[c] == Bond.Word);

    /// <summary>The list goes on with the next rows of its parent's own level: 上年结转 may be part of 转移性收入.</summary>
    private bool Extend(int parent, List<int> family, List<int> siblings)
    {
        var at = siblings.IndexOf(parent);
        var more = new List<int>(family);
        for (var k = at + 1; at >= 0 && k < siblings.Count && k <= at + Most && !forest.Closes[siblings[k]] && forest.Rows[siblings[k]].Code.Length == 0; k++)
        {
            more.Add(siblings[k]);
            if ((forest.Weigh(parent, more) is { HoldsStrongly: true }) || TakeFrom(siblings[k], parent, more))
            {
                more.Skip(family.Count).ToList().ForEach(r => forest.Place(r, parent, Bond.Amounts));
                siblings.RemoveRange(at + 1, more.Count - family.Count);
                return true;
            }
        }

        return false;
    }

    /// <summary>A row that its first parts make was printed on too high a level: with what stands behind them, it and the rows before make the list that it is of.</summary>
    private bool TakeFrom(int row, int parent, List<int> rows)
    {
        var family = Family(row);
        var own = Enumerable.Range(1, Math.Max(0, family.Count - 1)).FirstOrDefault(n => forest.Weigh(row, family.GetRange(0, n)) is { Fails: 0 } t && t.Strong + t.Weak > 0);
        if (own == 0)
        {
            return false;
        }

        var behind = family[own..].ConvertAll(r => (Row: r, Bond: forest.Bonds[r]));
        behind.ForEach(r => forest.Place(r.Row, parent, Bond.Amounts));
        if (forest.Weigh(parent, [.. rows, .. behind.Select(r => r.Row)]) is { Strong: > 0, Fails: 0 })
        {
            return true;
        }

        behind.ForEach(r => forest.Place(r.Row, row, r.Bond));
        return false;
    }

    /// <summary>In the order of the page: rows that were given from one list to another come last among the children.</summary>
    private List<int> Family(int parent) => [.. forest.Children(parent).Where(c => forest.Bonds[c] != Bond.Word).Order()];

    /// <summary>Rows, and below those that do not close what was thought to be part of them.</summary>
    private List<int> Flatten(IReadOnlyList<int> rows)
    {
        var flat = new List<int>();
        foreach (var row in rows)
        {
            flat.Add(row);
            if (Family(row) is { Count: > 0 } family && forest.Weigh(row, family) is { Holds: false, Fails: > 0 })
            {
                flat.AddRange(Flatten(family));
            }
        }

        return flat;
    }
}
