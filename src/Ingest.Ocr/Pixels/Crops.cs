namespace Ingest.Ocr.Pixels;

/// <summary>Cuts a piece of writing out of its page, with nothing of its neighbours, of rulings or of stray marks.</summary>
internal static class Crops
{
    /// <summary>Around a sign its edge is grey.</summary>
    private const int Edge = 2;

    /// <summary>Paper around the writing, in heights of the type.</summary>
    private const double Margin = 0.18;

    public static (Raster Picture, PixelBox Area) Of(Raster page, TextPiece piece)
    {
        var margin = (int)Math.Ceiling(Margin * piece.Em);
        var area = new PixelBox(piece.Box.Left - margin, piece.Box.Top - margin, piece.Box.Right + margin, piece.Box.Bottom + margin);
        var crop = Raster.Blank(area.Width, area.Height);
        foreach (var part in piece.Parts)
        {
            for (var y = Math.Max(0, part.Box.Top - Edge); y < Math.Min(page.Height, part.Box.Bottom + Edge); y++)
            {
                for (var x = Math.Max(0, part.Box.Left - Edge); x < Math.Min(page.Width, part.Box.Right + Edge); x++)
                {
                    crop[x - area.Left, y - area.Top] = page[x, y];
                }
            }
        }

        return (crop, area);
    }
}
