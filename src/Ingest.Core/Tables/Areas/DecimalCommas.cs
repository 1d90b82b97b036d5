namespace Ingest.Core.Tables.Areas;

/// <summary>Most of Europe prints decimals behind a comma: 72,8 is whole there, not the torso of a figure with thousands.</summary>
internal static class DecimalCommas
{
    /// <summary>So many figures with one or two digits behind a comma, and none with three or with decimals behind a point, show it.</summary>
    private const int Fewest = 6;

    /// <summary>The segments, with commas that set off decimals as points.</summary>
    public static List<Segment> Read(List<Segment> segments)
    {
        var decimals = 0;
        foreach (var s in segments)
        {
            if (!s.Figure || s.Separator == ' ')
                continue;
            if (s.Open || (s.Separator == ',' ? s.Digits > 2 : s.Decimals is 1 or 2))
                return segments;
            decimals += IsDecimal(s) ? 1 : 0;
        }
        return decimals < Fewest ? segments : segments.ConvertAll(static s => IsDecimal(s) ? s with { Separator = '.' } : s);
    }

    private static bool IsDecimal(Segment s) => s is { Figure: true, Separator: ',', Digits: 1 or 2 };
}
