namespace Ingest.Ocr.Pixels;

/// <summary>
/// Cuts pieces of writing out of their page, with nothing of their neighbours, of rulings or of stray marks. The paper around
/// comes along: strokes too light for ink are still seen by who reads.
/// </summary>
internal sealed class Crops
{
    /// <summary>Paper around the writing, in heights of the type.</summary>
    public const double Margin = 0.18, WideMargin = 0.3;

    /// <summary>Around a sign its edge is grey.</summary>
    private const int Edge = 2;

    private readonly Raster _page;
    private readonly bool[] _ink;

    /// <param name="all">Everything that is ink on the page.</param>
    public Crops(Raster page, List<Component> all)
    {
        (_page, _ink) = (page, new bool[page.Width * page.Height]);
        foreach (var component in all)
        {
            var box = Within(component.Box);
            for (var y = box.Top; y < box.Bottom; y++)
            {
                _ink.AsSpan(y * page.Width + box.Left, box.Width).Fill(true);
            }
        }
    }

    /// <param name="margin">Paper around the writing, in heights of the type.</param>
    public (Raster Picture, PixelBox Area) Of(TextPiece piece, double margin)
    {
        var around = (int)Math.Ceiling(margin * piece.Em);
        var area = new PixelBox(piece.Box.Left - around, piece.Box.Top - around, piece.Box.Right + around, piece.Box.Bottom + around);
        var crop = Raster.Blank(area.Width, area.Height);
        void Copy(int x, int y) => crop[x - area.Left, y - area.Top] = _page[x, y];
        for (var y = Math.Max(0, area.Top); y < Math.Min(_page.Height, area.Bottom); y++)
        {
            for (var x = Math.Max(0, area.Left); x < Math.Min(_page.Width, area.Right); x++)
            {
                if (!_ink[y * _page.Width + x])
                {
                    Copy(x, y);
                }
            }
        }

        foreach (var part in piece.Parts)
        {
            for (var y = Math.Max(Math.Max(0, area.Top), part.Box.Top - Edge); y < Math.Min(Math.Min(_page.Height, area.Bottom), part.Box.Bottom + Edge); y++)
            {
                for (var x = Math.Max(Math.Max(0, area.Left), part.Box.Left - Edge); x < Math.Min(Math.Min(_page.Width, area.Right), part.Box.Right + Edge); x++)
                {
                    Copy(x, y);
                }
            }
        }

        return (crop, area);
    }

    private PixelBox Within(PixelBox box) => new(
        Math.Max(0, box.Left - Edge), Math.Max(0, box.Top - Edge), Math.Min(_page.Width, box.Right + Edge), Math.Min(_page.Height, box.Bottom + Edge));
}
