namespace Ingest.Ocr.Pixels;

/// <summary>
/// Tells type in colour from stamps and what is left of them: accounts print what is negative in red. Signs stand on one line with others of
/// their height, in colour or black; what a stamp leaves lies as it happens to.
/// </summary>
internal static class ColouredType
{
    /// <summary>In points: the height of signs.</summary>
    public const double Lowest = 3.5, Highest = 16;

    /// <summary>Black is dark in every light. Pictures blur colours, so that signs beside each other have one between them, but it is lighter to the eye.</summary>
    private const int Dark = 110, Lightest = 190;

    /// <summary>Of their height: how far apart the feet of signs of a line lie, and their heights.</summary>
    private const double OffLine = 0.15, OffHeight = 0.2;

    /// <summary>So many other signs make a line.</summary>
    private const int FewestOthers = 2;

    /// <summary>Of the height of a sign: how far above, below and beside it the strokes and marks of its line lie.</summary>
    private const double Around = 0.25, Beside = 1;

    /// <summary>More parts are the grain of a photograph.</summary>
    private const int MostParts = 5000;

    /// <summary>In pixels: how far the edge of ink reaches.</summary>
    private const int Edge = 2;

    /// <param name="colours">Red, green and blue of each pixel.</param>
    /// <param name="coloured">Which of them have a colour.</param>
    /// <param name="scale">Pixels in a point.</param>
    /// <returns>The places of signs in colour, and of the strokes and marks beside them.</returns>
    public static List<PixelBox> In(ReadOnlySpan<byte> colours, int width, int height, bool[] coloured, double scale)
    {
        bool[] ink = new bool[width * height], black = new bool[width * height];
        for (var i = 0; i < ink.Length; i++)
        {
            ink[i] = coloured[i] && Overprint.Luma(colours, i) <= Lightest;
            black[i] = Math.Max(colours[3 * i], Math.Max(colours[3 * i + 1], colours[3 * i + 2])) < Dark;
        }

        List<PixelBox> Parts(bool[] of) => Components.Of(Ink.Where(width, height, of)).ConvertAll(c => c.Box).FindAll(b => Math.Max(b.Width, b.Height) <= Highest * scale);
        bool IsSign(PixelBox b) => b.Height >= Lowest * scale;
        var signs = Parts(black).FindAll(IsSign);
        // what touches black type is of a stamp that the type cuts
        var parts = Parts(ink).FindAll(b => !signs.Exists(s => s.SharedColumns(b) >= 0 && s.SharedRows(b) >= 0));
        if (parts.Count is 0 or > MostParts)
        {
            return [];
        }

        var feet = parts.Where(IsSign).Concat(signs).OrderBy(b => b.Bottom).ToArray();
        return [.. Lines(parts, parts.FindAll(b => IsSign(b) && Others(b, feet) >= FewestOthers)).Select(b => new PixelBox(
            Math.Max(0, b.Left - Edge), Math.Max(0, b.Top - Edge), Math.Min(width, b.Right + Edge), Math.Min(height, b.Bottom + Edge)))];
    }

    /// <summary>The signs, and step by step what stands beside them on their lines: points, dashes and strokes of characters.</summary>
    private static List<PixelBox> Lines(List<PixelBox> parts, List<PixelBox> signs)
    {
        var rest = parts.Except(signs).ToList();
        var found = signs.ConvertAll(s => (Part: s, Line: s));
        for (var i = 0; i < found.Count; i++)
        {
            var (part, line) = found[i];
            bool IsBeside(PixelBox b) => b.Top >= line.Top - Around * line.Height && b.Bottom <= line.Bottom + Around * line.Height && -b.SharedColumns(part) <= Beside * line.Height;
            found.AddRange(rest.FindAll(IsBeside).Select(b => (b, line)));
            rest.RemoveAll(IsBeside);
        }

        return found.ConvertAll(f => f.Part);
    }

    /// <summary>How many other signs of its height stand on its line.</summary>
    private static int Others(PixelBox sign, PixelBox[] feet)
    {
        var (low, count) = (0, -1);
        for (var high = feet.Length; low < high;)
        {
            var middle = (low + high) / 2;
            (low, high) = feet[middle].Bottom < sign.Bottom - OffLine * sign.Height ? (middle + 1, high) : (low, middle);
        }

        for (; low < feet.Length && feet[low].Bottom <= sign.Bottom + OffLine * sign.Height; low++)
        {
            count += Math.Abs(feet[low].Height - sign.Height) <= OffHeight * sign.Height ? 1 : 0;
        }

        return count;
    }
}
