using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>
/// Which strips of a page a crop shows, from top to bottom: the marked places with a little around them and the header of
/// their table; what lies far between is left out.
/// </summary>
internal static class CropBands
{
    /// <summary>Around a cell, in points; around a line of text, of which the neighbours are the context.</summary>
    public const double Cell = 14, Text = 32;

    private const double LeftOut = 40;
    private const double Highest = 460;

    /// <param name="wanted">The most important first: beyond the greatest height the last ones are dropped.</param>
    /// <param name="highest">Of all strips together, in points.</param>
    public static List<(double Top, double Bottom)> Of(double pageHeight, double around, IEnumerable<Box> wanted, double highest = Highest)
    {
        var bands = new List<(double Top, double Bottom)>();
        foreach (var box in wanted)
        {
            var more = Merge([.. bands, (Math.Max(0, box.Top - around), Math.Min(pageHeight, box.Bottom + around))]);
            if (bands.Count > 0 && more.Sum(b => b.Bottom - b.Top) > highest)
            {
                continue;
            }

            bands = more;
        }

        return bands;
    }

    private static List<(double Top, double Bottom)> Merge(List<(double Top, double Bottom)> bands)
    {
        var merged = new List<(double Top, double Bottom)>();
        foreach (var band in bands.Where(b => b.Bottom > b.Top).OrderBy(b => b.Top))
        {
            if (merged.Count > 0 && band.Top - merged[^1].Bottom < LeftOut)
            {
                merged[^1] = (merged[^1].Top, Math.Max(merged[^1].Bottom, band.Bottom));
            }
            else
            {
                merged.Add(band);
            }
        }

        return merged;
    }
}
