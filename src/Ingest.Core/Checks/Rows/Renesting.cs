namespace Ingest.Core.Checks.Rows;

/// <summary>Rows placed anew below a parent, on the levels that amounts or indents tell.</summary>
internal sealed partial class Mending
{
    /// <summary>Tries to place rows below a parent on the levels that their amounts, or their indents, tell.</summary>
    public bool Renest(int parent, List<int> rows)
    {
        if (rows.Count < 2 || (!goods && rows.Exists(r => forest.Rows[r].Code.Length > 0)))
        {
            return false;
        }

        rows.Sort();
        var before = rows.ConvertAll(r => (forest.Parents[r], forest.Bonds[r]));
        // levels that happen to close hold no fewer lists than those that the indents show
        var held = rows.FindAll(r => Family(r) is { Count: > 0 } own && forest.Weigh(r, own) is { Strong: > 0, Fails: 0 });
        var inner = RowLevels.Indented(forest, rows) is { } shown ? InnerSums(Placed(parent, rows, shown, Bond.Place)) : 0;
        foreach (var (levels, bond) in Proposals(parent, rows))
        {
            var sums = InnerSums(Placed(parent, rows, levels, bond));
            // what makes one list hold breaks no other
            if (sums >= inner && held.TrueForAll(r => forest.Weigh(r, Family(r)).Fails == 0) && forest.Weigh(parent, Family(parent)) is var tally && (tally.Holds || (tally.Strong > 0 && tally.Strong + tally.Weak == tally.Fails && (goods || sums > 1))))
            {
                return true;
            }
        }

        for (var k = 0; k < rows.Count; k++)
        {
            forest.Place(rows[k], before[k].Item1, before[k].Item2);
        }

        return false;
    }

    private List<int> Placed(int parent, List<int> rows, int[] levels, Bond bond)
    {
        for (var k = 0; k < rows.Count; k++)
        {
            forest.Place(rows[k], levels[k] < 0 ? parent : rows[levels[k]], bond);
        }

        return rows;
    }

    /// <summary>Rows inside of the list that several others make.</summary>
    private int InnerSums(List<int> rows) => rows.Count(r => Family(r) is { Count: > 1 } family && forest.Weigh(r, family) is { Strong: > 0 });

    private IEnumerable<(int[] Levels, Bond Bond)> Proposals(int parent, List<int> rows)
    {
        // rows on which nothing is printed tell of no column
        var all = Enumerable.Range(0, forest.Columns(parent).Length).ToArray();
        var filled = rows.Count(r => Array.Exists(all, m => IsPrinted(r, m)));
        var measures = all.Where(m => IsPrinted(parent, m) && rows.Count(r => IsPrinted(r, m)) * 2 >= filled).Take(Most).ToArray();
        if (measures.Length == 0)
        {
            yield break;
        }

        if (Solve(parent, rows, measures) is { } together)
        {
            yield return (together, Bond.Amounts);
        }

        if (RowLevels.Indented(forest, rows) is { } indented)
        {
            yield return (indented, Bond.Place);
        }

        foreach (var measure in measures.Length > 1 ? measures : [])
        {
            if (Solve(parent, rows, [measure]) is { } alone)
            {
                yield return (alone, Bond.Amounts);
            }
        }

        // last of all, because lists that do not close are told by it too
        if (RowLevels.Named(forest, rows) is { } named)
        {
            yield return (named, Bond.Name);
        }
    }

    private int[]? Solve(int parent, List<int> rows, int[] measures) => Nesting.Solve(
        [.. rows.Select(r => Array.ConvertAll(measures, m => Fen(r, m)))], Array.ConvertAll(measures, m => Fen(parent, m)),
        Array.ConvertAll(measures, m => forest.View.Operands.Slack(forest.Cell(parent, m))));

    private bool IsPrinted(int row, int measure) => forest.Cell(row, measure) is >= 0 and var fact && forest.View.Operands.IsPrinted(fact);

    private long Fen(int row, int measure) => forest.Cell(row, measure) is >= 0 and var fact ? forest.View.Operands.Fen(fact) : 0;
}
