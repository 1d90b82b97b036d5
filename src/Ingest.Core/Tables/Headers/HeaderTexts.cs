using Ingest.Core.Tables.Areas;

namespace Ingest.Core.Tables.Headers;

/// <summary>Tells the two ways in which headers set characters apart: spread over the width of a cell (项 目), or one below the other down a narrow column.</summary>
internal static class HeaderTexts
{
    /// <summary>Characters one below the other that make a text which runs down.</summary>
    private const int FewestDown = 3;

    /// <summary>Whether a text is one character that may belong to others on its line, because no two others stand right above or below it.</summary>
    public static bool IsSpread(Segment s, List<Segment> header)
    {
        if (!IsLone(s))
            return false;
        var down = 0;
        foreach (var other in header)
        {
            // two lines up or down: the first and the last character of a run see two others too
            if (IsLone(other) && Math.Abs(other.Center - s.Center) < 0.3 * s.Size && Math.Abs(other.Baseline - s.Baseline) < 2.9 * s.Size)
                down++;
        }
        return down < FewestDown;
    }

    private static bool IsLone(Segment s) => s.Width < 1.3 * s.Size;
}
