namespace Ingest.Ocr.Pixels;

/// <summary>
/// Gathers ink into lines from below: tall stretches that stand beside each other begin a line, small ones (points, dashes,
/// strokes of characters) go to the line they lie in. Nothing is gathered over a ruling.
/// </summary>
internal sealed class TextPieces
{
    /// <summary>In heights of the type: the least of a tall stretch, and of anything that is no writing; the widest gap within a piece, before a small stretch, and behind a point.</summary>
    private const double Tall = 0.5, NoWriting = 5, Gap = 1.2, SmallGap = 0.7, GapBehindPoint = 1.3;

    /// <summary>In heights of the type: how far the middles of two pieces of one line lie apart at most; lines of two cells beside each other may lie so.</summary>
    private const double OffLine = 0.35;

    /// <summary>In heights of the type: two lines together, the least of one of them, the narrowest dash.</summary>
    private const double TwoLines = 1.5, LeastLine = 0.5, NarrowestDash = 0.3;

    /// <summary>How much farther from the middle two lines are parted for a black pixel less.</summary>
    private const double DarkWeight = 2;

    /// <summary>A tall stretch so much taller than its neighbour is of another line, or is no writing.</summary>
    private const double MostTaller = 2.4;

    /// <summary>In heights of the type: how far from the middle of its line a dash or 一 lies.</summary>
    private const double FromMiddle = 0.4;

    /// <summary>In ems: the height of a character, of a digit.</summary>
    private const double CharacterHeight = 0.88, DigitHeight = 0.71;

    private readonly double _em;
    private readonly Raster _picture;
    private readonly RulingCuts _rulings;
    private readonly RulingCuts _rows;
    private readonly List<Component> _tall = [];
    private readonly List<Component> _small = [];
    private readonly List<TextPiece> _leaders = [];
    private readonly List<PixelBox> _towers = [];

    private TextPieces(double em, IEnumerable<PixelRuling> rulings, Raster picture)
    {
        (_em, _picture) = (em, picture);
        _rulings = new RulingCuts(rulings.Where(r => !r.Horizontal));
        _rows = new RulingCuts(rulings.Where(r => r.Horizontal));
    }

    /// <summary>The height of the type that most of the page is printed in, in pixels.</summary>
    public static double EmOf(List<Component> components, int pageHeight)
    {
        // a stretch of writing is about as wide as it is high; of the strokes of characters most are lower than the characters
        var heights = components.Where(c => c.Box.Height >= 6 && c.Box.Height <= pageHeight / 20 && c.Box.Width <= 2 * c.Box.Height && c.Box.Height <= 4 * c.Box.Width)
            .Select(c => c.Box.Height).Order().ToList();
        return heights.Count == 0 ? pageHeight / 90.0 : heights[heights.Count * 17 / 20] / CharacterHeight;
    }

    public static List<TextPiece> Of(List<Component> components, IReadOnlyList<PixelRuling> rulings, double em, Raster picture)
    {
        var gathering = new TextPieces(em, rulings, picture);
        gathering.Part(components);
        return gathering.Gather();
    }

    private void Part(List<Component> components)
    {
        var least = Math.Max(2, _em * _em / 200);
        foreach (var component in components)
        {
            if (component.Area < least || component.Box.Height > NoWriting * _em || component.Box.Width > 4 * NoWriting * _em)
            {
                continue;
            }

            (component.Box.Height >= Tall * _em ? _tall : _small).Add(component);
        }

        _leaders.AddRange(Leaders.Take(_small, _tall, _em));
        _tall.AddRange(Strokes.TakeStacked(_small, _em, IsPartedInRows));
    }

    private List<TextPiece> Gather()
    {
        var downward = Towers.Take(_tall, _em, Darkness).ConvertAll(Piece);
        _towers.AddRange(downward.Select(p => p.Box));
        var parents = Enumerable.Range(0, _tall.Count).ToArray();
        for (var i = 0; i < _tall.Count; i++)
        {
            for (var j = i + 1; j < _tall.Count && _tall[j].Box.Left - _tall[i].Box.Right <= Gap * NoWriting * _em; j++)
            {
                if (Together(_tall[i].Box, _tall[j].Box))
                {
                    parents[Root(parents, j)] = Root(parents, i);
                }
            }
        }

        var lines = new Dictionary<int, List<Component>>();
        for (var i = 0; i < _tall.Count; i++)
        {
            var root = Root(parents, i);
            if (!lines.TryGetValue(root, out var line))
            {
                lines.Add(root, line = []);
            }

            line.Add(_tall[i]);
        }

        List<TextPiece> pieces = [.. lines.Values.SelectMany(Lines).Select(Piece), .. downward];
        Bridges.Part(pieces, _em, Piece);
        AddSmall(pieces);
        FaintMarks.AddTo(pieces, _picture, (a, b) => IsOfOneLine(a, b) && !IsParted(a.Box with { Left = a.Box.Right - 1 }, b.Box with { Right = b.Box.Left + 1 }));
        Join(pieces);
        pieces.RemoveAll(p => p.Box.Height < 0.3 * _em && !p.IsDash);
        pieces.AddRange(_leaders.FindAll(l => Leaders.Leads(l, pieces)));
        pieces.Sort((a, b) => a.Box.Top != b.Box.Top ? a.Box.Top.CompareTo(b.Box.Top) : a.Box.Left.CompareTo(b.Box.Left));
        return pieces;
    }

    /// <summary>Lines set so close that a stretch reaches into both are parted where most of them end and least of it is dark.</summary>
    private IEnumerable<List<Component>> Lines(List<Component> parts)
    {
        var box = parts.Select(p => p.Box).Aggregate((a, b) => a.Union(b));
        // a stretch that reaches into both tells no size; no character is much higher than wide
        var heights = parts.Select(p => p.Box.Height).Where(h => h >= Tall * _em).Order().ToList();
        var isAlone = parts.Count == 1 && box.Width < box.Height;
        var em = Math.Max(_em, heights.Count == 0 || isAlone ? 0 : heights[(heights.Count - 1) / 2] / CharacterHeight);
        if (box.Height < TwoLines * em)
        {
            return [parts];
        }

        var cut = Enumerable.Range(box.Top, box.Height).Where(y => y - box.Top >= 0.5 * em && box.Bottom - y >= 0.5 * em)
            .MinBy(y => parts.Count(p => p.Box.Top < y && p.Box.Bottom > y) * box.Height + Math.Abs(y - box.MiddleY) + DarkWeight * Darkness(box, y));
        // writing of one size on both sides is two lines, what hangs below a line is not
        parts = parts.SelectMany(p => cut - p.Box.Top >= LeastLine * em && p.Box.Bottom - cut >= LeastLine * em
            ? [new Component(p.Box with { Bottom = cut }, p.Area / 2), new Component(p.Box with { Top = cut }, p.Area / 2)] : (Component[])[p]).ToList();
        List<Component> above = parts.FindAll(p => p.Box.MiddleY < cut), below = parts.FindAll(p => p.Box.MiddleY >= cut);
        return above.Count == 0 || below.Count == 0 ? [parts] : [.. Lines(above), .. Lines(below)];
    }

    /// <summary>How many black pixels the grey of a row comes to.</summary>
    private double Darkness(PixelBox box, int row)
    {
        var sum = 0;
        for (var x = box.Left; x < box.Right; x++)
        {
            sum += Raster.Paper - _picture[x, row];
        }

        return sum / (double)Raster.Paper;
    }

    private bool Together(PixelBox a, PixelBox b)
    {
        int low = Math.Min(a.Height, b.Height), high = Math.Max(a.Height, b.Height);
        return a.SharedRows(b) * 2 > low && high <= MostTaller * low && -a.SharedColumns(b) <= Gap * high && !IsParted(a, b);
    }

    /// <summary>Whether a ruling between columns lies between, or one of them is a character of a header that runs down.</summary>
    private bool IsParted(PixelBox a, PixelBox b) => Tower(a) != Tower(b) || _rulings.Cut(a.MiddleX, b.MiddleX, (a.MiddleY + b.MiddleY) / 2);

    private int Tower(PixelBox box) => _towers.FindIndex(t => box.MiddleX > t.Left && box.MiddleX < t.Right && box.MiddleY > t.Top && box.MiddleY < t.Bottom);

    /// <summary>Whether a ruling along the rows lies between.</summary>
    private bool IsPartedInRows(PixelBox a, PixelBox b) => _rows.Cut(a.MiddleY, b.MiddleY, (a.MiddleX + b.MiddleX) / 2);

    private void AddSmall(List<TextPiece> pieces)
    {
        // again while lines grow, because a dash may follow a point
        var rest = _small;
        for (var grew = true; grew;)
        {
            grew = false;
            var left = new List<Component>();
            foreach (var part in rest)
            {
                var at = Nearest(pieces, part);
                if (at < 0)
                {
                    left.Add(part);
                    continue;
                }

                pieces[at] = pieces[at] with { Box = pieces[at].Box.Union(part.Box) };
                pieces[at].Parts.Add(part);
                grew = true;
            }

            rest = left;
        }

        foreach (var sign in Strokes.Clusters(rest, _em, (a, b) => IsParted(a, b) || IsPartedInRows(a, b)))
        {
            var piece = Piece(sign) with { Em = _em };
            if (piece.Box.Width >= Tall * _em && piece.Box.Height >= Tall * _em || piece.IsDash && piece.Box.Width >= NarrowestDash * _em)
            {
                pieces.Add(piece);
            }
        }
    }

    /// <summary>With its points and commas a spaced figure has no wide gaps any more.</summary>
    private void Join(List<TextPiece> pieces)
    {
        pieces.Sort((a, b) => a.Box.Left != b.Box.Left ? a.Box.Left.CompareTo(b.Box.Left) : a.Box.Top.CompareTo(b.Box.Top));
        for (var i = 0; i < pieces.Count; i++)
        {
            for (var j = i + 1; j < pieces.Count; j++)
            {
                var (a, b) = (pieces[i], pieces[j]);
                var em = Math.Max(a.Em, b.Em);
                if (a.IsDash || b.IsDash || !IsOfOneLine(a, b) || -a.Box.SharedColumns(b.Box) > Math.Max((EndsLow(a) ? GapBehindPoint : SmallGap) * em, OpenFigures.RoomBehind(a, b))
                    || IsParted(a.Box with { Left = a.Box.Right - 1 }, b.Box with { Right = b.Box.Left + 1 }))
                {
                    continue;
                }

                pieces[i] = Piece([.. a.Parts, .. b.Parts]) with { Em = em };
                pieces.RemoveAt(j);
                j = i;
            }
        }
    }

    /// <summary>Whether the last stretch of a piece is a point or comma, behind which a wide one leaves more room.</summary>
    private static bool EndsLow(TextPiece piece) =>
        piece.Parts.MaxBy(p => p.Box.Right).Box is var last && last.Height < Tall * piece.Em && last.Width < Tall * piece.Em && last.MiddleY > piece.Box.MiddleY;

    /// <summary>Pieces of like size beside each other, or parts of large characters within their line.</summary>
    private static bool IsOfOneLine(TextPiece a, TextPiece b)
    {
        if (Math.Max(a.Em, b.Em) <= MostTaller * Math.Min(a.Em, b.Em) && a.Box.SharedRows(b.Box) * 2 > Math.Min(a.Box.Height, b.Box.Height))
        {
            if (Math.Abs(a.Box.MiddleY - b.Box.MiddleY) > OffLine * Math.Max(a.Em, b.Em))
            {
                return false;
            }

            return a.Box.Union(b.Box).Height < TwoLines * Math.Max(a.Em, b.Em);
        }

        var (large, small) = a.Em >= b.Em ? (a, b) : (b, a);
        return a.Box.Union(b.Box).Height < TwoLines * large.Em && small.Box.Top >= large.Box.Top - 0.15 * large.Em && small.Box.Bottom <= large.Box.Bottom + 0.15 * large.Em;
    }

    private int Nearest(List<TextPiece> pieces, Component part)
    {
        var (best, least) = (-1, double.MaxValue);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (box, em) = (pieces[i].Box, pieces[i].Em);
            var gap = -box.SharedColumns(part.Box);
            var across = Strokes.IsAcross(part.Box, _em);
            var widest = across ? Strokes.WidestGap(pieces[i], part.Box, SmallGap) : SmallGap * em;
            var away = Math.Max(0, gap) + 2 * Math.Max(0, Math.Max(box.Top - part.Box.MiddleY, part.Box.MiddleY - box.Bottom));
            if (part.Box.MiddleY < box.Top - 0.25 * em || part.Box.MiddleY > box.Bottom + 0.25 * em || gap > widest || away >= least || IsParted(box, part.Box, gap)
                || (across && gap > 0 && Math.Abs(part.Box.MiddleY - box.MiddleY) > FromMiddle * em))
            {
                continue;
            }

            (best, least) = (i, away);
        }

        return best;
    }

    private bool IsParted(PixelBox line, PixelBox part, int gap) =>
        gap > 0 && IsParted(part.Left > line.Left ? line with { Left = line.Right - 1 } : line with { Right = line.Left + 1 }, part);

    private TextPiece Piece(List<Component> parts)
    {
        var box = parts[0].Box;
        foreach (var part in parts)
        {
            box = box.Union(part.Box);
        }

        var heights = parts.Select(p => p.Box.Height).Order().ToList();
        var piece = new TextPiece(box, parts, heights[heights.Count * 8 / 10]);
        return piece with { Em = piece.Em / (piece.IsFigureShaped() ? DigitHeight : CharacterHeight) };
    }

    private static int Root(int[] parents, int of)
    {
        while (parents[of] != of)
        {
            parents[of] = parents[parents[of]];
            of = parents[of];
        }

        return of;
    }
}
