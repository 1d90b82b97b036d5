namespace Ingest.Ocr.Pixels;

/// <summary>
/// Doubts what was read where colour was set aside: a stroke may have gone with it. So it is right beside it: what stood below may be
/// gone altogether, and what is left reads as a whole figure or name.
/// </summary>
internal static class CoveredPieces
{
    /// <summary>So many pixels of a stamp or watermark may have taken a stroke along; fewer are the blur of its edge.</summary>
    private const int Fewest = 6;

    /// <summary>How dark the picture of what was set aside is there.</summary>
    private const int Dark = 128;

    /// <summary>In heights of the type: so near on its line stands what belongs to a piece, unless a ruling parts them.</summary>
    private const double Beside = 1.2;

    /// <param name="aside">Where colour was set aside, black.</param>
    /// <returns>The pieces, those that are covered told so.</returns>
    public static List<TextPiece> Doubted(List<TextPiece> pieces, Raster aside, IReadOnlyList<PixelRuling> rulings) =>
        pieces.ConvertAll(p => IsCovered(Around(p, rulings), aside) ? p with { IsBesideFaint = true } : p);

    private static PixelBox Around(TextPiece piece, IReadOnlyList<PixelRuling> rulings)
    {
        var (box, near) = (piece.Box, (int)(Beside * piece.Em));
        int left = box.Left - near, right = box.Right + near;
        foreach (var ruling in rulings.Where(r => !r.Horizontal && r.Start <= box.MiddleY && r.End >= box.MiddleY))
        {
            left = ruling.Position < box.MiddleX ? Math.Min(box.Left, Math.Max(left, (int)Math.Ceiling(ruling.Position))) : left;
            right = ruling.Position > box.MiddleX ? Math.Max(box.Right, Math.Min(right, (int)ruling.Position)) : right;
        }

        return box with { Left = left, Right = right };
    }

    private static bool IsCovered(PixelBox box, Raster aside)
    {
        var covered = 0;
        for (var y = Math.Max(0, box.Top); y < Math.Min(aside.Height, box.Bottom); y++)
        {
            for (var x = Math.Max(0, box.Left); x < Math.Min(aside.Width, box.Right); x++)
            {
                covered += aside[x, y] < Dark ? 1 : 0;
            }
        }

        return covered >= Fewest;
    }
}
