namespace Ingest.Ocr.Pixels;

/// <summary>
/// Adds rulings in light grey to the ink. A hair line of a spreadsheet is hardly darker than shaded cells beside it, but it is so
/// along its whole length: what is a little darker than the rows above and below, over a run longer than any stroke, is one. The
/// edge of a shade is darker than one side only.
/// </summary>
internal static class FaintLines
{
    /// <summary>So many levels of grey darker than both sides; the grain of a scan stays below where five pixels are averaged.</summary>
    private const int Darker = 8;

    /// <summary>The pixel itself is darker too: the mean reaches over the gap between two strokes.</summary>
    private const int DarkerItself = 3;

    private const int Half = 2;

    /// <summary>How far away the sides are looked at, for lines of one to five pixels.</summary>
    private const int Nearest = 2, Farthest = 4;

    private const int InnerGap = 1;

    /// <summary>The ink with what runs along rows added.</summary>
    /// <param name="shortest">Of a run, in pixels.</param>
    public static Ink Along(Raster picture, Ink ink, double shortest)
    {
        int width = picture.Width, height = picture.Height;
        var mean = Means(picture);
        var lines = ink.Copy();
        for (var y = Nearest; y < height - Nearest; y++)
        {
            for (var x = 0; x < width; x++)
            {
                int left = x, end = -1;
                for (; x < width && (end < 0 ? IsLine(picture, mean, x, y) : x - end <= InnerGap + 1); x++)
                {
                    if (IsLine(picture, mean, x, y))
                    {
                        end = x;
                    }
                }

                // the mean of five pixels reaches over the ends
                for (var at = left + Half; end - left + 1 >= shortest && at <= end - Half; at++)
                {
                    lines[at, y] = true;
                }
            }
        }

        return lines;
    }

    private static bool IsLine(Raster picture, int[] mean, int x, int y)
    {
        int width = picture.Width, height = picture.Height;
        var here = mean[y * width + x] + Darker * (2 * Half + 1);
        for (var d = Nearest; d <= Farthest && y - d >= 0 && y + d < height; d++)
        {
            if (mean[(y - d) * width + x] >= here && mean[(y + d) * width + x] >= here && picture[x, y] + DarkerItself <= Math.Min(picture[x, y - d], picture[x, y + d]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sum of five pixels of a row around each.</summary>
    private static int[] Means(Raster picture)
    {
        int width = picture.Width;
        var sums = new int[picture.Pixels.Length];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0;
                for (var k = -Half; k <= Half; k++)
                {
                    sum += picture.Pixels[y * width + Math.Clamp(x + k, 0, width - 1)];
                }

                sums[y * width + x] = sum;
            }
        }

        return sums;
    }
}
