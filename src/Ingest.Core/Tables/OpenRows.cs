namespace Ingest.Core.Tables;

/// <summary>
/// Rows of a region without rulings between them. Lines of one row overlap in height or follow each other at the
/// pitch of wrapped text; rows stand further apart. The limit between the two is where the gaps jump.
/// </summary>
internal static class OpenRows
{
    /// <returns>Row borders from top to bottom, the given ones included.</returns>
    public static List<double> Of(List<Segment> segments, double top, double bottom)
    {
        var lines = Lines(segments);
        var borders = new List<double> { top };
        if (lines.Count > 1)
        {
            var limit = Limit(lines);
            for (var i = 1; i < lines.Count; i++)
            {
                if (lines[i].Top - lines[i - 1].Bottom > limit)
                    borders.Add((lines[i - 1].Bottom + lines[i].Top) / 2);
            }
        }
        borders.Add(bottom);
        return borders;
    }

    /// <summary>Heights that text covers, lines that overlap taken together.</summary>
    private static List<(double Top, double Bottom)> Lines(List<Segment> segments)
    {
        var lines = new List<(double Top, double Bottom)>();
        foreach (var segment in segments.OrderBy(s => s.Top))
        {
            if (lines.Count > 0 && segment.Top < lines[^1].Bottom - 0.12 * segment.Size)
                lines[^1] = (lines[^1].Top, Math.Max(lines[^1].Bottom, segment.Bottom));
            else
                lines.Add((segment.Top, segment.Bottom));
        }
        return lines;
    }

    /// <summary>The gap that parts rows: the middle of the widest jump among the sorted gaps, if it is a jump at all.</summary>
    private static double Limit(List<(double Top, double Bottom)> lines)
    {
        var gaps = new List<double>();
        double height = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            gaps.Add(Math.Max(0, lines[i].Top - lines[i - 1].Bottom));
            height = Math.Max(height, Math.Min(lines[i].Bottom - lines[i].Top, 14));
        }
        gaps.Sort();
        double best = 0, limit = -1;
        for (var i = 1; i < gaps.Count; i++)
        {
            var jump = gaps[i] - gaps[i - 1];
            // below half a line the small gaps are those of wrapped text; above they part rows already
            // of two jumps about as wide the later one counts: the first is lines that nearly overlap
            if (jump > 0.8 * best && jump > 0.18 * height && gaps[i - 1] < 0.45 * height)
                (best, limit) = (Math.Max(best, jump), (gaps[i] + gaps[i - 1]) / 2);
        }
        return limit;
    }
}
