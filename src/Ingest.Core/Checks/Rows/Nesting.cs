namespace Ingest.Core.Checks.Rows;

/// <summary>
/// Finds the levels of rows whose indentation is lost: a row that is followed by rows adding up to it is their parent.
/// Amounts in 分, one array a row with the same columns in each; a level closes where every column does.
/// </summary>
internal sealed class Nesting
{
    /// <summary>Steps after which the rows are left alone: real lists need few.</summary>
    private const int Patience = 50_000;

    private const int Longest = 800;

    private readonly long[][] values;
    private readonly long[] slacks;
    private readonly int[] parents;

    /// <summary>The columns without negative figures: what has become less than nothing there can only become less.</summary>
    private readonly int[] rising;

    /// <summary>Where lists can end that begin before a row and of which so much is missing there.</summary>
    private readonly Dictionary<(int Row, Int128 First, Int128 Last, int Count), int[]> known = [];
    private readonly bool exact;

    /// <summary>A row that so many rows behind it make is their parent, and nothing else is tried for it.</summary>
    private readonly int telling;
    private int steps;

    private Nesting(long[][] values, long[] slacks, int telling)
    {
        this.telling = telling;
        this.values = values;
        this.slacks = slacks;
        parents = new int[values.Length];
        exact = Array.TrueForAll(slacks, s => s == 0);
        rising = [.. Enumerable.Range(0, slacks.Length).Where(c => Array.TrueForAll(values, v => v[c] >= 0))];
    }

    /// <summary>
    /// Position of each row's parent, -1 for those that add up to the total; null if no levels close. Sums that close to the last
    /// digit are looked for first, and of these such as take every row that the next ones make for their parent.
    /// </summary>
    /// <param name="slacks">Of each column, twice the rounding of one amount.</param>
    public static int[]? Solve(long[][] values, long[] total, long[] slacks) =>
        Search(values, total, new long[slacks.Length], 1) ?? Search(values, total, new long[slacks.Length], 2) ?? Search(values, total, new long[slacks.Length], int.MaxValue)
        ?? (Array.TrueForAll(slacks, s => s == 0) ? null : Search(values, total, slacks, int.MaxValue));

    private static int[]? Search(long[][] values, long[] total, long[] slacks, int telling)
    {
        var nesting = new Nesting(values, slacks, telling);
        if (values.Length > Longest || !Array.Exists(total, t => t > 0))
        {
            return null;
        }

        var whole = Array.ConvertAll(total, t => (Int128)t);
        if (!nesting.Ends(0, whole, 0).Contains(values.Length) || nesting.steps > Patience)
        {
            return null;
        }

        nesting.Build(0, whole, 0, -1, values.Length);
        return nesting.parents;
    }

    /// <summary>The rows at which the rest of a list can end, given what its rows from here on must make.</summary>
    private int[] Ends(int row, Int128[] missing, int count)
    {
        if (++steps > Patience || IsTooMuch(missing, count))
        {
            return [];
        }

        // without rounding it does not matter how many rows there were
        var key = (row, missing[0], missing[^1], exact ? Math.Min(count, 1) : count);
        if (known.TryGetValue(key, out var ends))
        {
            return ends;
        }

        var found = new SortedSet<int>();
        if (count > 0 && Closes(missing, count))
        {
            var next = row;
            found.Add(next);
            while (next < values.Length && IsZero(next))
            {
                found.Add(++next);
            }
        }

        if (row < values.Length)
        {
            var rest = Less(missing, row);
            var parts = Below(row);
            foreach (var below in parts)
            {
                found.UnionWith(Ends(below, rest, count + 1));
            }

            if (!Array.Exists(parts, p => p - row > telling))
            {
                found.UnionWith(Ends(row + 1, rest, count + 1));
            }
        }

        return known[key] = [.. found];
    }

    private bool IsTooMuch(Int128[] missing, int count)
    {
        foreach (var c in rising)
        {
            if (missing[c] < -(Int128)slacks[c] * (count + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the list of a row's own parts can end.</summary>
    private int[] Below(int row) => Array.Exists(values[row], v => v != 0) && row + 1 < values.Length ? Ends(row + 1, Array.ConvertAll(values[row], v => (Int128)v), 0) : [];

    private void Build(int row, Int128[] missing, int count, int parent, int end)
    {
        while (row < end)
        {
            parents[row] = parent;
            if (count > 0 && Closes(missing, count) && IsZero(row))
            {
                row++;
                continue;
            }

            var rest = Less(missing, row);
            var after = row + 1;
            foreach (var below in Below(row))
            {
                if (below <= end && Ends(below, rest, count + 1).Contains(end))
                {
                    Build(row + 1, Array.ConvertAll(values[row], v => (Int128)v), 0, row, below);
                    after = below;
                    break;
                }
            }

            (row, missing, count) = (after, rest, count + 1);
        }
    }

    private Int128[] Less(Int128[] missing, int row)
    {
        var rest = new Int128[missing.Length];
        for (var c = 0; c < rest.Length; c++)
        {
            rest[c] = missing[c] - values[row][c];
        }

        return rest;
    }

    private bool IsZero(int row) => Array.TrueForAll(values[row], v => v == 0);

    private bool Closes(Int128[] missing, int count)
    {
        // errors of rounding cancel each other: of many, only about as many as the root of their number are left
        var steps = Math.Min(count + 1, 1 + (2 * (int)Math.Sqrt(count)));
        for (var c = 0; c < missing.Length; c++)
        {
            if (Int128.Abs(missing[c]) * 2 > (Int128)slacks[c] * steps)
            {
                return false;
            }
        }

        return true;
    }
}
