namespace Ingest.Ocr.Pixels;

/// <summary>A rectangle of pixels; the right and bottom ends are outside.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public double MiddleX => (Left + Right) / 2.0;

    public double MiddleY => (Top + Bottom) / 2.0;

    public PixelBox Union(PixelBox other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>How many rows both cover; negative where a gap lies between.</summary>
    public int SharedRows(PixelBox other) => Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top);

    /// <summary>How many columns both cover; negative where a gap lies between.</summary>
    public int SharedColumns(PixelBox other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left);
}
