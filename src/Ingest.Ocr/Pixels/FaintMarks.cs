namespace Ingest.Ocr.Pixels;

/// <summary>
/// Finds points and commas that the blur of a scan left too light for ink: between two digits, at their feet, a spot darker than
/// the paper around it. Anywhere else such a spot is dirt.
/// </summary>
internal static class FaintMarks
{
    /// <summary>Of the grey of the paper: the darkest pixel of a mark, what belongs to it.</summary>
    private const double Darkest = 0.86, Dark = 0.93;

    /// <summary>Fewer pixels are the grain of the paper.</summary>
    private const int FewestPixels = 4;

    /// <summary>In heights of the type: how far above and below the feet of the digits a mark reaches, its greatest width.</summary>
    private const double AboveFoot = 0.22, BelowFoot = 0.25, Widest = 0.3;

    /// <summary>In heights of the type: the space between two digits that a mark stands in.</summary>
    private const double NarrowestWithMark = 0.25, WidestWithMark = 1.7;

    /// <summary>In heights of the type: the lowest digit.</summary>
    private const double LeastDigit = 0.5;

    /// <summary>The grey edge of a digit is no mark.</summary>
    private const int Edge = 1;

    /// <summary>Gives figures the marks within them, and between what may be parts of one.</summary>
    /// <param name="isBeside">Whether the second of two pieces stands behind the first on its line.</param>
    public static void AddTo(List<TextPiece> pieces, Raster picture, Func<TextPiece, TextPiece, bool> isBeside)
    {
        pieces.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left));
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].IsFigureShaped())
            {
                continue;
            }

            var stretches = pieces[i].Stretches();
            var last = pieces[i].Box;
            for (var s = 0; s + 1 < stretches.Count; s++)
            {
                AddTo(pieces, i, picture, stretches[s], stretches[s + 1]);
            }

            for (var j = i + 1; j < pieces.Count && pieces[j].Box.Left - last.Right <= WidestWithMark * pieces[i].Em; j++)
            {
                if (pieces[j].Box.Left > last.Right && pieces[j].IsFigureShaped() && isBeside(pieces[i], pieces[j]))
                {
                    AddTo(pieces, i, picture, stretches[^1], pieces[j].Stretches()[0]);
                    break;
                }
            }
        }
    }

    private static void AddTo(List<TextPiece> pieces, int at, Raster picture, PixelBox before, PixelBox behind)
    {
        var (em, gap) = (pieces[at].Em, -before.SharedColumns(behind));
        if (Math.Min(before.Height, behind.Height) >= LeastDigit * em && gap >= NarrowestWithMark * em && gap <= WidestWithMark * em && Between(picture, before, behind, em) is { } mark)
        {
            pieces[at] = pieces[at].With(mark);
        }
    }

    /// <returns>The mark between two digits beside each other; null where there is none.</returns>
    private static Component? Between(Raster picture, PixelBox before, PixelBox behind, double em)
    {
        var foot = (before.Bottom + behind.Bottom) / 2.0;
        var area = new PixelBox(before.Right + Edge, Math.Max(0, (int)(foot - AboveFoot * em)), behind.Left - Edge, Math.Min(picture.Height, (int)Math.Ceiling(foot + BelowFoot * em)));
        if (area.Width < 2 || area.Height < 2)
        {
            return null;
        }

        var greys = new List<byte>();
        var (x, y) = (area.Left, area.Top);
        for (var row = area.Top; row < area.Bottom; row++)
        {
            for (var column = area.Left; column < area.Right; column++)
            {
                greys.Add(picture[column, row]);
                (x, y) = picture[column, row] < picture[x, y] ? (column, row) : (x, y);
            }
        }

        greys.Sort();
        var paper = greys[greys.Count * 3 / 4];
        if (picture[x, y] > Darkest * paper)
        {
            return null;
        }

        var mark = Around(picture, area, x, y, Dark * paper);
        return mark.Area >= FewestPixels && mark.Box.Width <= Widest * em && mark.Box.Left > area.Left && mark.Box.Right < area.Right && mark.Box.Top > area.Top ? mark : null;
    }

    /// <summary>The dark pixels that hang together with one.</summary>
    private static Component Around(Raster picture, PixelBox area, int x, int y, double dark)
    {
        var seen = new HashSet<(int X, int Y)> { (x, y) };
        var open = new Stack<(int X, int Y)>(seen);
        var box = new PixelBox(x, y, x + 1, y + 1);
        while (open.TryPop(out var at))
        {
            box = box.Union(new PixelBox(at.X, at.Y, at.X + 1, at.Y + 1));
            foreach (var next in ((int X, int Y)[])[(at.X - 1, at.Y), (at.X + 1, at.Y), (at.X, at.Y - 1), (at.X, at.Y + 1)])
            {
                if (next.X >= area.Left && next.X < area.Right && next.Y >= area.Top && next.Y < area.Bottom && picture[next.X, next.Y] <= dark && seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return new Component(box, seen.Count);
    }
}
