namespace Ingest.Ocr.Reading;

/// <summary>
/// A page is printed in few sizes of type, and the ink of a line tells its size only to a pixel or two: sizes near the most
/// common one are that one. Who asks whether two lines belong together measures by it.
/// </summary>
internal static class TypeSizes
{
    /// <summary>Sizes that differ by no more than this part are one.</summary>
    private const double Alike = 0.15;

    /// <summary>In sizes of type: base lines no farther apart are one.</summary>
    private const double OneRow = 0.15;

    public static List<PlacedSign> Even(List<PlacedSign> signs)
    {
        var sizes = signs.Where(s => Signs.IsCharacter(s.Text)).Select(s => s.Size).Order().ToList();
        if (sizes.Count == 0)
        {
            return signs;
        }

        var common = sizes[sizes.Count / 2];
        return Level(signs.ConvertAll(s => Math.Abs(s.Size - common) <= Alike * common ? s with { Size = common } : s));
    }

    /// <summary>Base lines that are a pixel apart are those of one row.</summary>
    private static List<PlacedSign> Level(List<PlacedSign> signs)
    {
        var downward = DownwardSigns.Straighten(signs);
        var rows = new Dictionary<double, double>();
        var row = new List<PlacedSign>();
        void Close()
        {
            var middle = row.Count > 0 ? row[row.Count / 2].Baseline : 0;
            row.ForEach(s => rows[s.Baseline] = middle);
            row.Clear();
        }

        foreach (var sign in signs.Where((_, i) => !downward.Contains(i)).OrderBy(s => s.Baseline))
        {
            if (row.Count > 0 && sign.Baseline - row[0].Baseline > OneRow * sign.Size)
            {
                Close();
            }

            row.Add(sign);
        }

        Close();
        return [.. signs.Select((s, i) => downward.Contains(i) ? s : s with { Baseline = rows[s.Baseline] })];
    }
}
