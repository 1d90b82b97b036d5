using Ingest.Core.Tables.Areas;

namespace Ingest.Core.Tables.Headers;

/// <summary>Tells the two ways in which headers set characters apart: spread over the width of a cell (项 目), or one below the other down a narrow column.</summary>
internal static class HeaderTexts
{
    /// <summary>Characters one below the other that make a text which runs down.</summary>
    private const int FewestDown = 3;

    /// <summary>More than what two lines are apart.</summary>
    private const double Reach = 3;

    /// <summary>Whether a text is one character that may belong to others on its line, because no two others stand right above or below it.</summary>
    public static bool IsSpread(Segment s, List<Segment> header) => IsSpread(s, header, 0, header.Count);

    /// <param name="baselines">Of the header, which stands in their order: only the lines near by are looked at.</param>
    public static bool IsSpread(Segment s, List<Segment> header, List<double> baselines) =>
        IsSpread(s, header, Place(baselines, s.Baseline - Reach * s.Size), Place(baselines, s.Baseline + Reach * s.Size));

    private static int Place(List<double> baselines, double at)
    {
        var place = baselines.BinarySearch(at);
        return place < 0 ? ~place : place;
    }

    private static bool IsSpread(Segment s, List<Segment> header, int from, int to)
    {
        if (!IsLone(s))
            return false;
        var down = 0;
        for (var i = from; i < to; i++)
        {
            var other = header[i];
            // two lines up or down: the first and the last character of a run see two others too
            if (IsLone(other) && Math.Abs(other.Center - s.Center) < 0.3 * s.Size && Math.Abs(other.Baseline - s.Baseline) < 2.9 * s.Size)
                down++;
        }
        return down < FewestDown;
    }

    private static bool IsLone(Segment s) => s.Width < 1.3 * s.Size;
}
