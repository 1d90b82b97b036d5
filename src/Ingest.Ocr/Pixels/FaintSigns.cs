namespace Ingest.Ocr.Pixels;

/// <summary>
/// Finds what is as high as a sign and too light to be read: a scan may leave a digit or the numeral of a name so faint that it is no
/// ink, and what is left beside it reads well. Where such a thing stands beside a piece, the piece is not read for sure.
/// </summary>
internal static class FaintSigns
{
    /// <summary>In heights of the type: the lowest sign, the highest, how near it stands to what may have been read without it.</summary>
    private const double Lowest = 0.5, Highest = 1.3, Near = 1.2;

    /// <summary>In pixels: what is seen of a sign that was read lies no farther off.</summary>
    private const int Edge = 3;

    /// <param name="picture">The page without its rulings.</param>
    /// <param name="reach">How far around a pixel its paper is looked for.</param>
    /// <returns>The pieces, those beside a faint sign told so.</returns>
    public static List<TextPiece> Beside(List<TextPiece> pieces, Raster picture, int reach, IReadOnlyList<PixelRuling> rulings, double em)
    {
        var faint = Components.Of(Ink.Of(picture, reach, Ink.FaintPercent)).ConvertAll(c => c.Box)
            .FindAll(b => b.Height >= Lowest * em && b.Height <= Highest * em && b.Width <= Highest * em && !pieces.Exists(p => IsWithin(b, p.Box)) && !rulings.Any(r => Touches(r, b)));
        return pieces.ConvertAll(p => faint.Exists(b => IsBeside(b, p) && !IsParted(b, p.Box, rulings)) ? p with { IsBesideFaint = true } : p);
    }

    private static bool IsWithin(PixelBox faint, PixelBox piece) =>
        faint.Left < piece.Right + Edge && faint.Right > piece.Left - Edge && faint.Top < piece.Bottom + Edge && faint.Bottom > piece.Top - Edge;

    /// <summary>The edge of a ruling is left where it was taken out.</summary>
    private static bool Touches(PixelRuling ruling, PixelBox box)
    {
        var (from, to, start, end) = ruling.Horizontal ? (box.Top, box.Bottom, box.Left, box.Right) : (box.Left, box.Right, box.Top, box.Bottom);
        return ruling.Position > from - Edge && ruling.Position < to + Edge && ruling.Start < end && ruling.End > start;
    }

    private static bool IsBeside(PixelBox faint, TextPiece piece) =>
        faint.SharedRows(piece.Box) * 2 > faint.Height && -faint.SharedColumns(piece.Box) <= Near * piece.Em;

    private static bool IsParted(PixelBox faint, PixelBox piece, IReadOnlyList<PixelRuling> rulings)
    {
        double left = Math.Min(faint.Right, piece.Right), right = Math.Max(faint.Left, piece.Left);
        return rulings.Any(r => !r.Horizontal && r.Position > left - Edge && r.Position < right + Edge && r.Start <= faint.MiddleY && r.End >= faint.MiddleY);
    }
}
