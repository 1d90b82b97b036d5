namespace Ingest.Ocr.Pixels;

/// <summary>
/// Sets aside stamps in grey: where one is clearly lighter than type, what is darker in it is type below. Those as dark as type stay,
/// and what they touch is doubted.
/// </summary>
internal static class PaleStamps
{
    /// <summary>In levels of grey: the least that a stamp is lighter than type, and how much darker than most of it its own pixels are.</summary>
    private const int Lighter = 90, Grain = 25;

    /// <summary>Of the ink of a page, this share is as dark as type is where its strokes are whole; of the ink where a stamp lies, at least so much has its grey.</summary>
    private const double Whole = 0.1, OfStamp = 0.25;

    /// <summary>In levels of grey: what counts as one.</summary>
    private const int Alike = 12;

    /// <summary>In pixels: how far the edge of ink reaches.</summary>
    private const int Edge = 2;

    /// <summary>Makes paper of grey stamps in a picture.</summary>
    /// <param name="stamps">Where stamps lie.</param>
    /// <param name="ink">What is ink, stamps and all.</param>
    /// <param name="aside">Where something was set aside; it is black there.</param>
    /// <returns>Whether there was one.</returns>
    public static bool SetAside(Raster picture, IReadOnlyList<PixelBox> stamps, Ink ink, ref Raster? aside)
    {
        var found = false;
        Ground? ground = null;
        foreach (var box in stamps)
        {
            if (Grey(picture, box, ink) is not { } grey)
            {
                continue;
            }

            ground ??= new Ground(picture.Pixels, picture.Width, picture.Height, ink.Pixels);
            aside ??= Raster.Blank(picture.Width, picture.Height);
            found = true;
            Clear(picture, box, grey - Grain, ground, aside);
        }

        return found;
    }

    /// <summary>The grey of a stamp that is lighter than type; null of another.</summary>
    private static int? Grey(Raster picture, PixelBox box, Ink ink)
    {
        int[] within = new int[256], without = new int[256];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                if (ink[x, y])
                {
                    (x >= box.Left && x < box.Right && y >= box.Top && y < box.Bottom ? within : without)[picture[x, y]]++;
                }
            }
        }

        int all = within.Sum(), dark = 0;
        for (var sum = without[0]; sum < Whole * without.Sum(); sum += without[++dark])
        {
        }

        var greys = Enumerable.Range(0, within.Length);
        IEnumerable<int> Near(int grey) => greys.Skip(Math.Max(0, grey - Alike)).Take(2 * Alike + 1);
        var most = Near(greys.MaxBy(g => Near(g).Sum(n => within[n]))).ToList();
        int count = most.Sum(g => within[g]), mean = count == 0 ? 0 : most.Sum(g => g * within[g]) / count;
        return mean - dark >= Lighter && count >= OfStamp * all ? mean : null;
    }

    private static void Clear(Raster picture, PixelBox box, int darkest, Ground ground, Raster aside)
    {
        int left = Math.Max(0, box.Left - Edge), right = Math.Min(picture.Width, box.Right + Edge);
        int top = Math.Max(0, box.Top - Edge), bottom = Math.Min(picture.Height, box.Bottom + Edge);
        var before = Raster.Of(picture.Width, picture.Height, [.. picture.Pixels]);
        // the pale edge of type goes with type
        bool IsType(int x, int y) => before[x, y] < darkest || (x > left && before[x - 1, y] < darkest) || (x + 1 < right && before[x + 1, y] < darkest)
            || (y > top && before[x, y - 1] < darkest) || (y + 1 < bottom && before[x, y + 1] < darkest);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (before[x, y] < ground.At(x, y) && !IsType(x, y))
                {
                    aside[x, y] = before[x, y] <= darkest + 2 * Grain ? (byte)0 : aside[x, y];
                    picture[x, y] = ground.At(x, y);
                }
            }
        }
    }
}
