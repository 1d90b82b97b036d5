namespace Ingest.Ocr.Pixels;

/// <summary>
/// Makes a picture in colours grey, without what was put over the page in colour: stamps, and watermarks in large type. Black ink is dark in
/// every light, so that what lies under them is seen. Words, rulings and grounds in colour stay; red goes, but for type.
/// </summary>
internal static class Overprint
{
    /// <summary>A stamp is lighter in red light than type below it, and so much lighter than in any other.</summary>
    private const int PaleRed = 128, StampRed = 60;

    /// <summary>Colour is light in its own light, and so much lighter than in another; the edge of it is paler.</summary>
    private const int Pale = 128, Coloured = 40, Tinted = 10;

    /// <summary>A strong or dark colour: what is darker than so many hundredths of it is type below. Below a pale one the edge of type shows how dark it is.</summary>
    private const int Strong = 100, Light = 200, Darkest = 60;

    /// <summary>In hundredths of its light: the tint of what belongs to it.</summary>
    private const int LeastTint = 8;

    /// <summary>In points: what is larger is no word of a table; what is smaller belongs to it this near; parts of one sign stand so close.</summary>
    private const double Large = 22, Near = 6, Within = 1.5;

    /// <summary>In points: a stroke that runs level or upright for longer is a ruling or a ground; of those so much is straight.</summary>
    private const double Straight = 20;

    private const double MostStraight = 0.5;

    /// <summary>So many signs make a line.</summary>
    private const int FewestSigns = 3;

    /// <summary>More parts are the grain of a photograph.</summary>
    private const int MostParts = 5000;

    /// <summary>In pixels: how far the edge of ink reaches.</summary>
    private const int Edge = 2;

    /// <param name="colours">Red, green and blue of each pixel.</param>
    /// <param name="scale">Pixels in a point.</param>
    /// <returns>The greys, and where colour was set aside: black there, null where none was.</returns>
    public static (byte[] Grey, byte[]? Aside) Grey(ReadOnlySpan<byte> colours, int width, int height, double scale)
    {
        var grey = new byte[width * height];
        var coloured = new bool[width * height];
        var any = false;
        for (var i = 0; i < grey.Length; i++)
        {
            byte red = colours[3 * i], green = colours[3 * i + 1], blue = colours[3 * i + 2];
            int high = Math.Max(red, Math.Max(green, blue)), low = Math.Min(red, Math.Min(green, blue));
            var isRed = red >= PaleRed && red - Math.Max(green, blue) >= StampRed;
            grey[i] = isRed ? Raster.Paper : (byte)Math.Max(red, Luma(colours, i));
            any |= coloured[i] = high >= Pale && high - low >= Coloured;
        }

        byte[]? aside = null;
        if (any)
        {
            var ground = new Ground(grey, width, height, coloured);
            var type = ColouredType.In(colours, width, height, coloured, scale);
            var stamps = Above(Ink.Where(width, height, coloured), type, scale);
            foreach (var box in type.Where(t => !stamps.Exists(s => s.SharedColumns(t) > 0 && s.SharedRows(t) > 0)))
            {
                KeepRed(colours, width, box, coloured, grey, ref aside);
            }

            foreach (var box in stamps)
            {
                aside ??= Aside(grey.Length);
                SetAside(colours, width, new PixelBox(Math.Max(0, box.Left - Edge), Math.Max(0, box.Top - Edge), Math.Min(width, box.Right + Edge), Math.Min(height, box.Bottom + Edge)), coloured, grey, aside, ground);
            }
        }

        return (grey, aside);
    }

    /// <summary>How light each pixel is to the eye.</summary>
    public static byte[] Luma(ReadOnlySpan<byte> colours)
    {
        var grey = new byte[colours.Length / 3];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = (byte)Luma(colours, i);
        }

        return grey;
    }

    private static byte[] Aside(int pixels) => [.. Enumerable.Repeat(Raster.Paper, pixels)];

    /// <summary>Red type is read, and not believed: red alone may say that a figure is negative. Type of another colour has stayed.</summary>
    private static void KeepRed(ReadOnlySpan<byte> colours, int width, PixelBox box, bool[] coloured, byte[] grey, ref byte[]? aside)
    {
        for (var y = box.Top; y < box.Bottom; y++)
        {
            for (var x = box.Left; x < box.Right; x++)
            {
                var at = y * width + x;
                if (colours[3 * at] >= PaleRed && colours[3 * at] > Math.Max(colours[3 * at + 1], colours[3 * at + 2]))
                {
                    grey[at] = (byte)Luma(colours, at);
                    (aside ??= Aside(grey.Length))[at] = coloured[at] ? (byte)0 : aside[at];
                }
            }
        }
    }

    /// <summary>What is coloured in a box is ground; of pale colour, what is black below it is as dark as it makes that.</summary>
    private static void SetAside(ReadOnlySpan<byte> colours, int width, PixelBox box, bool[] coloured, byte[] grey, byte[] aside, Ground ground)
    {
        long light = 0, strength = 0, darkness = 0, count = 0;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            for (var x = box.Left; x < box.Right; x++)
            {
                if (coloured[y * width + x])
                {
                    var (high, low) = Lights(colours, y * width + x);
                    (light, strength, darkness, count) = (light + high, strength + high - low, darkness + Luma(colours, y * width + x), count + 1);
                }
            }
        }

        if (count == 0)
        {
            return;
        }

        var isStrong = strength >= Strong * count || light < Light * count;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            for (var x = box.Left; x < box.Right; x++)
            {
                var (high, low) = Lights(colours, y * width + x);
                aside[y * width + x] = coloured[y * width + x] ? (byte)0 : aside[y * width + x];
                var luma = Luma(colours, y * width + x);
                if (high - low >= Tinted && (high - low) * 100 >= LeastTint * high && (!isStrong || luma * count * 100 >= Darkest * darkness))
                {
                    grey[y * width + x] = isStrong ? ground.At(x, y) : (byte)Math.Min(ground.At(x, y), ground.At(x, y) * luma * count / darkness);
                }
            }
        }
    }

    /// <summary>How light it is to the eye, which pictures keep sharp where they blur colours.</summary>
    public static int Luma(ReadOnlySpan<byte> colours, int pixel) => (colours[3 * pixel] * 299 + colours[3 * pixel + 1] * 587 + colours[3 * pixel + 2] * 114) / 1000;

    private static (int High, int Low) Lights(ReadOnlySpan<byte> colours, int pixel)
    {
        byte red = colours[3 * pixel], green = colours[3 * pixel + 1], blue = colours[3 * pixel + 2];
        return (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
    }

    /// <summary>Where stamps and watermarks lie.</summary>
    /// <param name="type">Signs in colour: a line of them that hang together is no stamp.</param>
    private static List<PixelBox> Above(Ink ink, List<PixelBox> type, double scale)
    {
        var parts = Components.Of(ink).ConvertAll(c => c.Box);
        var large = parts.FindAll(b => Math.Max(b.Width, b.Height) > Large * scale);
        if (parts.Count <= MostParts)
        {
            // type below them cuts them into pieces; lines of words are no nearer to each other than their parts
            large.AddRange(Joined(parts, (int)(Within * scale)).Where(b => Math.Min(b.Width, b.Height) > Large * scale));
        }

        large.RemoveAll(b => IsStraight(ink, b, Straight * scale)
            || (b.Height <= ColouredType.Highest * scale && type.Count(t => t.SharedColumns(b) > 0 && t.SharedRows(b) > 0) >= FewestSigns));
        // what is small has the colour of what it belongs to
        var near = (int)(Near * scale);
        bool IsOf(PixelBox b, PixelBox of) => Math.Max(b.Width, b.Height) <= Large * scale && -b.SharedColumns(of) <= near && -b.SharedRows(of) <= near;
        return parts.Count > MostParts ? large : large.ConvertAll(l => parts.FindAll(b => IsOf(b, l)).Aggregate(l, (a, b) => a.Union(b)));
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
