namespace Ingest.Ocr.Reading;

/// <summary>
/// Characters one below the other in a narrow header stand in even steps. The ink of each tells its base line to a pixel or two, for 二
/// ends higher than 府: all of them together tell it better.
/// </summary>
internal static class DownwardSigns
{
    /// <summary>In sizes of type: how far off the middle of the one above, the widest step, how far off its place one may be.</summary>
    private const double OffMiddle = 0.3, WidestStep = 1.4, OffPlace = 0.2;

    private const int Fewest = 3;

    /// <summary>Sets the base lines even.</summary>
    /// <returns>Which signs stand so.</returns>
    public static HashSet<int> Straighten(List<PlacedSign> signs)
    {
        var alone = Enumerable.Range(0, signs.Count).Where(i => signs[i].Begins && (i + 1 == signs.Count || signs[i + 1].Begins) && Signs.IsCharacter(signs[i].Text))
            .OrderBy(i => signs[i].Baseline).ToList();
        var columns = new List<List<int>>();
        foreach (var i in alone)
        {
            if (columns.Find(c => IsBelow(signs[c[^1]], signs[i])) is { } column)
            {
                column.Add(i);
            }
            else
            {
                columns.Add([i]);
            }
        }

        var straight = new HashSet<int>();
        foreach (var column in columns.FindAll(c => c.Count >= Fewest))
        {
            Straighten(signs, column, straight);
        }

        return straight;
    }

    private static bool IsBelow(PlacedSign above, PlacedSign sign) =>
        Math.Abs((above.Left + above.Right) / 2 - (sign.Left + sign.Right) / 2) <= OffMiddle * sign.Size && sign.Baseline - above.Baseline <= WidestStep * sign.Size && sign.Baseline > above.Baseline;

    /// <summary>The line of least squares through the base lines by their number.</summary>
    private static void Straighten(List<PlacedSign> signs, List<int> column, HashSet<int> straight)
    {
        double middle = (column.Count - 1) / 2.0, mean = column.Average(i => signs[i].Baseline);
        var step = Enumerable.Range(0, column.Count).Sum(k => (k - middle) * signs[column[k]].Baseline) / Enumerable.Range(0, column.Count).Sum(k => (k - middle) * (k - middle));
        double Place(int k) => mean + (k - middle) * step;
        if (!Enumerable.Range(0, column.Count).All(k => Math.Abs(signs[column[k]].Baseline - Place(k)) <= OffPlace * signs[column[k]].Size))
        {
            return;
        }

        for (var k = 0; k < column.Count; k++)
        {
            signs[column[k]] = signs[column[k]] with { Baseline = Place(k) };
            straight.Add(column[k]);
        }
    }
}
