namespace Ingest.Ocr.Pixels;

/// <summary>
/// The angle by which a page was laid askew. Lines of text and rulings that run along the rows of pixels make rows with
/// much ink and rows with none: the slope is sought at which the squares of the ink by rows are largest (the projection
/// profile of Postl, 1986).
/// </summary>
internal static class Skew
{
    /// <summary>Slopes are sought up to this, about 4°, first in coarse steps, then in fine ones around the best.</summary>
    private const double Widest = 0.07, Coarse = 0.002, Fine = 0.00025;

    /// <summary>Less moves the ends of a row by no more than a pixel.</summary>
    private const double Least = 0.0004;

    /// <summary>So many points of ink tell the slope as well as all do.</summary>
    private const int Points = 60_000;

    /// <summary>How far rows fall for each pixel to the right; 0 where they do not.</summary>
    public static double Of(Ink ink)
    {
        var points = Sample(ink);
        if (points.Count == 0)
        {
            return 0;
        }

        var coarse = Best(points, ink, 0, Widest, Coarse);
        var fine = Best(points, ink, coarse, Coarse, Fine);
        return Math.Abs(fine) < Least ? 0 : fine;
    }

    /// <summary>The picture with rows laid level: sheared along both axes, which at such angles is a rotation.</summary>
    public static Raster Level(Raster picture, double slope)
    {
        if (slope == 0)
        {
            return picture;
        }

        var level = Raster.Blank(picture.Width, picture.Height);
        double middleX = picture.Width / 2.0, middleY = picture.Height / 2.0;
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                level[x, y] = (byte)Math.Round(picture.At(x - (y - middleY) * slope, y + (x - middleX) * slope));
            }
        }

        return level;
    }

    private static List<(int X, int Y)> Sample(Ink ink)
    {
        var points = new List<(int, int)>();
        for (var y = 0; y < ink.Height; y++)
        {
            for (var x = 0; x < ink.Width; x++)
            {
                if (ink[x, y])
                {
                    points.Add((x, y));
                }
            }
        }

        if (points.Count <= Points)
        {
            return points;
        }

        // every n-th of all, where n has no factor in common with widths of strokes
        var step = points.Count / (double)Points;
        var sample = new List<(int, int)>(Points);
        for (double at = 0; at < points.Count - 1; at += step)
        {
            sample.Add(points[(int)at]);
        }

        return sample;
    }

    private static double Best(List<(int X, int Y)> points, Ink ink, double around, double reach, double step)
    {
        double best = around, most = -1;
        var margin = (int)(ink.Width * (Math.Abs(around) + reach)) + 2;
        var rows = new int[ink.Height + 2 * margin];
        var steps = (int)Math.Round(reach / step);
        for (var s = -steps; s <= steps; s++)
        {
            var slope = around + s * step;
            Array.Clear(rows);
            foreach (var (x, y) in points)
            {
                rows[(int)(y - x * slope + margin)]++;
            }

            var squares = 0.0;
            foreach (var row in rows)
            {
                squares += (double)row * row;
            }

            if (squares > most || (squares == most && Math.Abs(slope) < Math.Abs(best)))
            {
                (best, most) = (slope, squares);
            }
        }

        return best;
    }
}
