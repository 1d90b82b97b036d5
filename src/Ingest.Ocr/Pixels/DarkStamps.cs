namespace Ingest.Ocr.Pixels;

/// <summary>
/// Doubts what stands within a stamp as dark as type: its ring hangs together and is larger than any sign, its words and those of the
/// table below are read into each other, and which is whose nobody tells.
/// </summary>
internal static class DarkStamps
{
    /// <summary>In heights of the type: the least width and height of a stamp; nothing else that is no ruling is so large.</summary>
    private const double Least = 5;

    /// <summary>The longer side of a stamp in shorter ones.</summary>
    private const double Longest = 2;

    /// <summary>In heights of the type: so near beside it the rest of a figure may stand that it cuts.</summary>
    private const double Beside = 1.2;

    /// <returns>The pieces, those that touch a stamp told so.</returns>
    public static List<TextPiece> Below(List<TextPiece> pieces, List<Component> components, double em)
    {
        var stamps = components.ConvertAll(c => c.Box).FindAll(b => Math.Min(b.Width, b.Height) >= Least * em && Math.Max(b.Width, b.Height) <= Longest * Math.Min(b.Width, b.Height));
        return pieces.ConvertAll(p => stamps.Exists(s => s.SharedRows(p.Box) > 0 && s.SharedColumns(p.Box) > -Beside * em) ? p with { IsBesideFaint = true } : p);
    }
}
