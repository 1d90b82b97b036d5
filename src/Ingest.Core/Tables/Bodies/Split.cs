namespace Ingest.Core.Tables.Bodies;

/// <summary>Divides things in a row among stretches, or among slots, at the least cost: the one dynamic program of the finder.</summary>
internal static class Split
{
    /// <param name="longest">Most things in one stretch.</param>
    /// <param name="cost">Of the stretch from…to, the end excluded.</param>
    /// <returns>The whole cost and where each stretch begins.</returns>
    public static (double Cost, List<int> Starts) Stretches(int count, int longest, Func<int, int, double> cost)
    {
        var best = new double[count + 1];
        var start = new int[count + 1];
        for (var to = 1; to <= count; to++)
        {
            best[to] = double.MaxValue;
            for (var from = to - 1; from >= Math.Max(0, to - longest); from--)
            {
                var total = best[from] + cost(from, to);
                if (total < best[to] - 1e-9)
                    (best[to], start[to]) = (total, from);
            }
        }
        var starts = new List<int>();
        for (var to = count; to > 0; to = start[to])
            starts.Insert(0, start[to]);
        return (best[count], starts);
    }

    /// <summary>Gives each of a number of texts, in their order, a stretch of slots; slots may stay without a text.</summary>
    /// <param name="cost">Of a text over the slots from…to, the end excluded; infinite where it cannot be.</param>
    /// <param name="blank">Of a slot without a text.</param>
    /// <returns>The slots of each text, and the whole cost; null and infinite when no division is possible.</returns>
    public static ((int From, int To)[]? Slots, double Cost) Slots(int texts, int slots, Func<int, int, int, double> cost, Func<int, double> blank)
    {
        var best = new double[texts + 1, slots + 1];
        var start = new int[texts + 1, slots + 1];
        for (var k = 0; k <= texts; k++)
        {
            for (var to = 0; to <= slots; to++)
            {
                best[k, to] = k == 0 && to == 0 ? 0 : double.PositiveInfinity;
                if (to > 0 && best[k, to - 1] + blank(to - 1) is var skipped && skipped < best[k, to])
                    (best[k, to], start[k, to]) = (skipped, -1);
                for (var from = 0; k > 0 && from < to; from++)
                {
                    if (double.IsPositiveInfinity(best[k - 1, from]))
                        continue;
                    var total = best[k - 1, from] + cost(k - 1, from, to);
                    if (total < best[k, to] - 1e-9)
                        (best[k, to], start[k, to]) = (total, from);
                }
            }
        }
        if (double.IsPositiveInfinity(best[texts, slots]))
            return (null, double.PositiveInfinity);
        var found = new (int From, int To)[texts];
        for (int k = texts, to = slots; to > 0;)
        {
            if (start[k, to] < 0)
            {
                to--;
                continue;
            }
            found[k - 1] = (start[k, to], to);
            to = start[k--, to];
        }
        return (found, best[texts, slots]);
    }
}
