namespace Ingest.Ocr.Pixels;

/// <summary>A picture in grey: a byte a pixel, 0 black, 255 paper, rows from top to bottom.</summary>
internal sealed class Raster
{
    public const byte Paper = 255;

    // a mean over little more than a pixel would only blur; over more, so many places along each side are looked at
    private const double FinestMean = 1.3;
    private const int MeanParts = 3;

    private Raster(int width, int height, byte[] pixels) => (Width, Height, Pixels) = (width, height, pixels);

    public int Width { get; }

    public int Height { get; }

    public byte[] Pixels { get; }

    public byte this[int x, int y]
    {
        get => Pixels[y * Width + x];
        set => Pixels[y * Width + x] = value;
    }

    /// <summary>Nothing but paper.</summary>
    public static Raster Blank(int width, int height)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, Paper);
        return new Raster(width, height, pixels);
    }

    public static Raster Of(int width, int height, byte[] pixels) => new(width, height, pixels);

    /// <summary>The same with rows and columns exchanged.</summary>
    public Raster Turned()
    {
        var pixels = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                pixels[x * Height + y] = Pixels[y * Width + x];
            }
        }

        return new Raster(Height, Width, pixels);
    }

    /// <summary>The picture as it looks to a reader who turns the sheet by 90°, to the left or to the right.</summary>
    public Raster Quarter(bool left)
    {
        var pixels = new byte[Pixels.Length];
        for (var y = 0; y < Width; y++)
        {
            for (var x = 0; x < Height; x++)
            {
                pixels[y * Height + x] = left ? this[Width - 1 - y, x] : this[y, Height - 1 - x];
            }
        }

        return new Raster(Height, Width, pixels);
    }

    /// <summary>The picture upside down.</summary>
    public Raster Half()
    {
        var pixels = Pixels.AsSpan().ToArray();
        Array.Reverse(pixels);
        return new Raster(Width, Height, pixels);
    }

    /// <summary>The grey between pixels, from the four around the place; paper outside the picture.</summary>
    public double At(double x, double y)
    {
        int left = (int)Math.Floor(x), top = (int)Math.Floor(y);
        double right = x - left, below = y - top;
        return Clamped(left, top) * (1 - right) * (1 - below) + Clamped(left + 1, top) * right * (1 - below)
            + Clamped(left, top + 1) * (1 - right) * below + Clamped(left + 1, top + 1) * right * below;
    }

    /// <summary>The mean grey of what lies within half of <paramref name="covers"/> pixels of a place; between pixels where that is no more than one.</summary>
    /// <param name="x">The middle of the first pixel is at 0.5.</param>
    public double Mean(double x, double y, double covers)
    {
        if (covers <= FinestMean)
        {
            return At(x - 0.5, y - 0.5);
        }

        var sum = 0.0;
        for (var i = 0; i < MeanParts; i++)
        {
            for (var j = 0; j < MeanParts; j++)
            {
                sum += At(x - 0.5 + ((i + 0.5) / MeanParts - 0.5) * covers, y - 0.5 + ((j + 0.5) / MeanParts - 0.5) * covers);
            }
        }

        return sum / (MeanParts * MeanParts);
    }

    private byte Clamped(int x, int y) => x < 0 || y < 0 || x >= Width || y >= Height ? Paper : Pixels[y * Width + x];
}
