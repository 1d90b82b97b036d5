namespace Ingest.Ocr.Pixels;

/// <summary>Puts together small stretches of ink that are one sign, where none of them is tall.</summary>
internal static class Strokes
{
    /// <summary>In heights of the type: the least height of a sign, for 二 is lower than others, and width; the narrowest stroke across (a mark may be narrower), the gap between strokes of a sign.</summary>
    private const double LowestSign = 0.4, LeastSign = 0.5, NarrowestStroke = 0.25, WithinSign = 0.25;

    /// <summary>In heights of the type: no sign is wider, none higher.</summary>
    private const double WidestSign = 1.2, HighestSign = 1.1;

    /// <summary>The gap before or behind a stroke that belongs to a word, in heights of the type and in gaps between its signs.</summary>
    private const double StrokeGap = 0.28, MoreThanSignGap = 2;

    /// <summary>More stray stretches than these are the grain of a bad scan, not signs.</summary>
    private const int MostStrays = 1000;

    /// <summary>Strokes above one another that make a sign as tall as the others (二, the halves of 吕) are taken together.</summary>
    /// <param name="isParted">Whether a ruling lies between two.</param>
    /// <returns>The signs; their strokes are taken out of <paramref name="small"/>.</returns>
    public static List<Component> TakeStacked(List<Component> small, double em, Func<PixelBox, PixelBox, bool> isParted)
    {
        var signs = new List<Component>();
        small.Sort((a, b) => a.Box.Top != b.Box.Top ? a.Box.Top.CompareTo(b.Box.Top) : a.Box.Left.CompareTo(b.Box.Left));
        for (var i = 0; i < small.Count; i++)
        {
            var whole = small[i];
            var taken = new List<int>();
            for (var j = i + 1; j < small.Count && small[j].Box.Top - whole.Box.Top <= HighestSign * em; j++)
            {
                var box = whole.Box.Union(small[j].Box);
                if (Math.Min(whole.Box.Width, small[j].Box.Width) >= NarrowestStroke * em && whole.Box.SharedColumns(small[j].Box) * 2 > Math.Min(whole.Box.Width, small[j].Box.Width) && box.Height <= HighestSign * em && box.Width <= WidestSign * em
                    && !isParted(whole.Box, small[j].Box))
                {
                    whole = new Component(box, whole.Area + small[j].Area);
                    taken.Add(j);
                }
            }

            if (taken.Count > 0 && whole.Box.Height >= LowestSign * em && whole.Box.Width >= LeastSign * em)
            {
                signs.Add(whole);
                for (var k = taken.Count - 1; k >= 0; k--)
                {
                    small.RemoveAt(taken[k]);
                }

                small.RemoveAt(i--);
            }
        }

        return signs;
    }

    /// <summary>Small stretches so near each other that they may be one sign without a tall one (心).</summary>
    public static List<List<Component>> Clusters(List<Component> rest, double em, Func<PixelBox, PixelBox, bool> isParted)
    {
        var clusters = rest.ConvertAll(p => new List<Component> { p });
        for (var i = 0; i < clusters.Count && rest.Count <= MostStrays; i++)
        {
            for (var j = i + 1; j < clusters.Count; j++)
            {
                PixelBox a = Around(clusters[i]), b = Around(clusters[j]), both = a.Union(b);
                if (Math.Max(-a.SharedColumns(b), -a.SharedRows(b)) <= WithinSign * em && both.Width <= WidestSign * em && both.Height <= HighestSign * em && !isParted(a, b))
                {
                    clusters[i].AddRange(clusters[j]);
                    clusters.RemoveAt(j);
                    j = i;
                }
            }
        }

        return clusters;
    }

    /// <summary>A dash, or the character 一.</summary>
    public static bool IsAcross(PixelBox part, double em) => part.Width >= 2.5 * part.Height && part.Width >= LeastSign * em;

    /// <summary>
    /// How far from a piece a stroke may stand that is a sign of it: the signs of words are about as far apart as each other, before
    /// a figure stands its minus, and what stands behind one is the zero of the next column.
    /// </summary>
    /// <param name="beforeMark">The widest gap before a mark, in heights of the type.</param>
    public static double WidestGap(TextPiece piece, PixelBox stroke, double beforeMark)
    {
        if (piece.IsFigureShaped())
        {
            return stroke.Right <= piece.Box.Left ? StrokeGap * piece.Em : 0;
        }

        // 一、 begins an item
        var stretches = piece.Stretches();
        if (stroke.Right <= piece.Box.Left && stretches[0].Height < LeastSign * piece.Em && stretches[0].Width < LeastSign * piece.Em)
        {
            return beforeMark * piece.Em;
        }

        var gaps = Enumerable.Range(1, stretches.Count - 1).Select(i => -stretches[i - 1].SharedColumns(stretches[i])).Order().ToList();
        return Math.Max(StrokeGap * piece.Em, gaps.Count == 0 ? 0 : MoreThanSignGap * gaps[gaps.Count / 2]);
    }

    private static PixelBox Around(List<Component> parts) => parts.Select(p => p.Box).Aggregate((a, b) => a.Union(b));
}
