using Ingest.Core.Checks.Sums;

namespace Ingest.Core.Checks.Rows;

/// <summary>
/// Rows of a list that belong below the row before them: they were not set in far enough, or their list is not complete, so that
/// it does not close itself. That the other rows alone make the whole tells it.
/// </summary>
internal sealed class Sinking(RowForest forest)
{
    private const int Longest = 12;

    /// <summary>Columns that must close where the rows do not make the one that is to hold them.</summary>
    private const int Columns = 2;

    /// <summary>Whether a run of rows could be placed below the row before it.</summary>
    public bool Sink(int parent, List<int> family)
    {
        if (family.Exists(r => forest.Rows[r].Code.Length > 0 || forest.Closes[r]))
        {
            return false;
        }

        for (var head = 0; head < family.Count - 1; head++)
        {
            for (var count = 1; count <= Longest && head + count < family.Count && Labels.Ordinal(forest.Rows[family[head + count]].Label).Rank == 0; count++)
            {
                var run = family.GetRange(head + 1, count);
                List<int> rest = [.. family[..(head + 1)], .. family[(head + count + 1)..]];
                if (rest.Count > 1 && forest.Weigh(parent, rest) is { Strong: > 0, Fails: 0 } tally && Below(family[head], run, tally.Strong) is { } below)
                {
                    below.ForEach(r => forest.Place(r, family[head], Bond.Amounts));
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What goes below a row: the rows, or with them what was thought to be theirs, if that makes it; or rows that are less than it in every column, while several of the whole close. Null if nothing does.</summary>
    private List<int>? Below(int head, List<int> run, int closing)
    {
        var own = Family(head);
        List<int> all = [.. run.SelectMany(r => Family(r).Prepend(r))];
        return Makes(head, [.. own, .. run]) ? run
            : Makes(head, [.. own, .. all]) ? all
            : own.Count == 0 && run.Count > 1 && closing >= Columns && IsLess(head, run) ? run : null;
    }

    private bool Makes(int head, List<int> rows) => forest.Weigh(head, rows) is { Fails: 0 } tally && tally.Strong + tally.Weak > 0;

    private List<int> Family(int row) => [.. forest.Children(row)];

    private bool IsLess(int head, List<int> run)
    {
        for (var m = 0; m < forest.Columns(head).Length; m++)
        {
            if (run.Aggregate((Int128)0, (s, r) => s + Fen(r, m)) > Fen(head, m))
            {
                return false;
            }
        }

        return true;
    }

    private long Fen(int row, int measure) => forest.Cell(row, measure) is >= 0 and var fact ? forest.View.Operands.Fen(fact) : 0;
}
