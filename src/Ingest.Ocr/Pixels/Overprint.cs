namespace Ingest.Ocr.Pixels;

/// <summary>
/// Makes a picture in colours grey, without what was put over the page in colour: stamps, and watermarks in large type. Black ink is dark in
/// every light, so that what lies under them is seen. Words, rulings and grounds in colour stay.
/// </summary>
internal static class Overprint
{
    /// <summary>A stamp is lighter in red light than type below it, and so much lighter than in any other.</summary>
    private const int PaleRed = 128, StampRed = 60;

    /// <summary>Colour is light in its own light, and so much lighter than in another; the edge of it is paler.</summary>
    private const int Pale = 128, Coloured = 40, Tinted = 15;

    /// <summary>What is lighter, or of a stronger colour, has no black in it: the edge of type below has.</summary>
    private const int Light = 160, Strong = 60;

    /// <summary>In points: what is larger is no word of a table; what is smaller belongs to it this near; parts of one sign stand so close.</summary>
    private const double Large = 22, Near = 6, Within = 1.5;

    /// <summary>In points: a stroke that runs level or upright for longer is a ruling or a ground; of those so much is straight.</summary>
    private const double Straight = 20;

    private const double MostStraight = 0.5;

    /// <summary>More parts are the grain of a photograph.</summary>
    private const int MostParts = 5000;

    /// <summary>In pixels: how far the edge of ink reaches.</summary>
    private const int Edge = 2;

    /// <param name="colours">Red, green and blue of each pixel.</param>
    /// <param name="scale">Pixels in a point.</param>
    public static byte[] Grey(ReadOnlySpan<byte> colours, int width, int height, double scale)
    {
        var grey = new byte[width * height];
        var coloured = new bool[width * height];
        var any = false;
        for (var i = 0; i < grey.Length; i++)
        {
            byte red = colours[3 * i], green = colours[3 * i + 1], blue = colours[3 * i + 2];
            int high = Math.Max(red, Math.Max(green, blue)), low = Math.Min(red, Math.Min(green, blue));
            var isRed = red >= PaleRed && red - Math.Max(green, blue) >= StampRed;
            grey[i] = isRed ? Raster.Paper : (byte)Math.Max(red, (red * 299 + green * 587 + blue * 114) / 1000);
            any |= coloured[i] = high >= Pale && high - low >= Coloured;
        }

        foreach (var box in any ? Above(Ink.Where(width, height, coloured), scale) : [])
        {
            for (var y = Math.Max(0, box.Top - Edge); y < Math.Min(height, box.Bottom + Edge); y++)
            {
                for (var x = Math.Max(0, box.Left - Edge); x < Math.Min(width, box.Right + Edge); x++)
                {
                    var i = y * width + x;
                    byte red = colours[3 * i], green = colours[3 * i + 1], blue = colours[3 * i + 2];
                    int high = Math.Max(red, Math.Max(green, blue)), low = Math.Min(red, Math.Min(green, blue));
                    grey[i] = high < Pale || high - low < Tinted ? grey[i] : high >= Light || high - low >= Strong ? Raster.Paper : (byte)high;
                }
            }
        }

        return grey;
    }

    /// <summary>Where stamps and watermarks lie.</summary>
    private static List<PixelBox> Above(Ink ink, double scale)
    {
        var parts = Components.Of(ink).ConvertAll(c => c.Box);
        var large = parts.FindAll(b => Math.Max(b.Width, b.Height) > Large * scale);
        if (parts.Count <= MostParts)
        {
            // type below them cuts them into pieces; lines of words are no nearer to each other than their parts
            large.AddRange(Joined(parts, (int)(Within * scale)).Where(b => Math.Min(b.Width, b.Height) > Large * scale));
        }

        large.RemoveAll(b => IsStraight(ink, b, Straight * scale));
        var near = (int)(Near * scale);
        bool IsOf(PixelBox b, PixelBox of) => Math.Max(b.Width, b.Height) <= Large * scale && -b.SharedColumns(of) <= near && -b.SharedRows(of) <= near;
        return parts.Count > MostParts ? large : [.. large, .. parts.FindAll(b => large.Exists(l => IsOf(b, l)))];
    }

    /// <summary>The boxes around what stands no farther apart.</summary>
    private static List<PixelBox> Joined(List<PixelBox> parts, int apart)
    {
        var sorted = parts.OrderBy(p => p.Left).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            for (var j = i + 1; j < sorted.Count && sorted[j].Left - sorted[i].Right <= apart; j++)
            {
                if (-sorted[i].SharedRows(sorted[j]) <= apart)
                {
                    sorted[i] = sorted[i].Union(sorted[j]);
                    sorted.RemoveAt(j);
                    // it may reach what was passed over
                    j = i;
                }
            }
        }

        return sorted;
    }

    /// <summary>Whether most of what is coloured in a box runs level or upright.</summary>
    private static bool IsStraight(Ink ink, PixelBox box, double longRun)
    {
        int all = 0, straight = 0;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            for (int x = box.Left, end; x < box.Right; x = end)
            {
                end = x + 1;
                if (!ink[x, y])
                {
                    continue;
                }

                while (end < box.Right && ink[end, y])
                {
                    end++;
                }

                all += end - x;
                straight += end - x >= longRun ? end - x : 0;
            }
        }

        for (var x = box.Left; x < box.Right; x++)
        {
            for (int y = box.Top, end; y < box.Bottom; y = end)
            {
                end = y + 1;
                if (!ink[x, y])
                {
                    continue;
                }

                while (end < box.Bottom && ink[x, end])
                {
                    end++;
                }

                straight += end - y >= longRun ? end - y : 0;
            }
        }

        return straight > MostStraight * all;
    }
}
