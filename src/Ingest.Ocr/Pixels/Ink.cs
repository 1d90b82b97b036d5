namespace Ingest.Ocr.Pixels;

/// <summary>Which pixels of a picture are ink.</summary>
internal sealed class Ink
{
    /// <summary>Ink is darker than this share of the mean grey around it. Shaded cells keep their text; the grain of paper is no ink.</summary>
    private const int DarkPercent = 82;

    /// <summary>What is darker than this share is no paper, though it may be too light to be read.</summary>
    public const int FaintPercent = 92;

    private readonly bool[] _dark;

    private Ink(int width, int height, bool[] dark) => (Width, Height, _dark) = (width, height, dark);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Row by row.</summary>
    public bool[] Pixels => _dark;

    public bool this[int x, int y]
    {
        get => _dark[y * Width + x];
        set => _dark[y * Width + x] = value;
    }

    /// <param name="reach">How far around a pixel the mean is taken: more than a stroke, less than a cell.</param>
    /// <param name="percent">Of that mean: what is darker is ink.</param>
    public static Ink Of(Raster picture, int reach, int percent = DarkPercent)
    {
        int width = picture.Width, height = picture.Height;
        var sums = new long[(width + 1) * (height + 1)];
        for (var y = 0; y < height; y++)
        {
            var row = 0L;
            for (var x = 0; x < width; x++)
            {
                row += picture.Pixels[y * width + x];
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }

        var dark = new bool[width * height];
        for (var y = 0; y < height; y++)
        {
            int top = Math.Max(0, y - reach), bottom = Math.Min(height, y + reach + 1);
            for (var x = 0; x < width; x++)
            {
                int left = Math.Max(0, x - reach), right = Math.Min(width, x + reach + 1);
                var sum = sums[bottom * (width + 1) + right] - sums[top * (width + 1) + right] - sums[bottom * (width + 1) + left] + sums[top * (width + 1) + left];
                dark[y * width + x] = picture.Pixels[y * width + x] * 100L * ((right - left) * (bottom - top)) < sum * percent;
            }
        }

        return new Ink(width, height, dark);
    }

    /// <summary>What was told of each pixel, row by row.</summary>
    public static Ink Where(int width, int height, bool[] dark) => new(width, height, dark);

    public Ink Copy() => new(Width, Height, [.. _dark]);

    /// <summary>The same with rows and columns exchanged.</summary>
    public Ink Turned()
    {
        var dark = new bool[_dark.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                dark[x * Height + y] = _dark[y * Width + x];
            }
        }

        return new Ink(Height, Width, dark);
    }
}
