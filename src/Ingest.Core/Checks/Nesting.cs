namespace Ingest.Core.Checks;

/// <summary>
/// Finds the levels of rows whose indentation is lost: a row that is followed by rows adding up to it is their parent. The
/// levels come from one column; the others then check them. Amounts in 分.
/// </summary>
internal sealed class Nesting
{
    /// <summary>Attempts after which the rows are left alone: real lists need few.</summary>
    private const int Patience = 20_000;

    private readonly Int128[] values;
    private readonly Int128 slack;
    private readonly int[] parents;

    /// <summary>From this row on, what is missing to a total cannot be made up.</summary>
    private readonly HashSet<(int Row, Int128 Missing, bool Whole)> hopeless = [];
    private int attempts;

    private Nesting(Int128[] values, Int128 slack)
    {
        this.values = values;
        this.slack = slack;
        parents = new int[values.Length];
    }

    /// <summary>Position of each row's parent, -1 for those that add up to the total; null if no levels close.</summary>
    /// <param name="slack">Twice the rounding of one amount.</param>
    public static int[]? Solve(Int128[] values, Int128 total, Int128 slack)
    {
        if (total <= 0 || values.Any(v => v < 0))
        {
            return null;
        }

        var nesting = new Nesting(values, slack);
        Array.Fill(nesting.parents, -1);
        return nesting.Fill(0, total, -1, whole: true, 0) >= 0 ? nesting.parents : null;
    }

    /// <summary>The rows from <paramref name="start"/> as children of one parent; the row after the last of them, or -1.</summary>
    private int Fill(int start, Int128 total, int parent, bool whole, int depth)
    {
        if (depth > 6 || start >= values.Length)
        {
            return -1;
        }

        return Continue(start, total, 0, 0, parent, whole, depth);
    }

    private int Continue(int row, Int128 total, Int128 sum, int count, int parent, bool whole, int depth)
    {
        if (++attempts > Patience)
        {
            return -1;
        }

        if (count > 0 && Close(sum - total, count))
        {
            var next = row;
            while (next < values.Length && values[next] == 0)
            {
                parents[next++] = parent;
            }

            if (!whole || next == values.Length)
            {
                return next;
            }
        }

        if (row >= values.Length || sum > total + (slack * (count + 1)) || hopeless.Contains((row, total - sum, whole)))
        {
            return -1;
        }

        if (values[row] > 0 && Fill(row + 1, values[row], row, whole: false, depth + 1) is >= 0 and var after
            && Continue(after, total, sum + values[row], count + 1, parent, whole, depth) is >= 0 and var nested)
        {
            parents[row] = parent;
            return nested;
        }

        if (Continue(row + 1, total, sum + values[row], count + 1, parent, whole, depth) is >= 0 and var flat)
        {
            parents[row] = parent;
            return flat;
        }

        hopeless.Add((row, total - sum, whole));
        return -1;
    }

    private bool Close(Int128 difference, int count) => Int128.Abs(difference) * 2 <= slack * (count + 1);
}
