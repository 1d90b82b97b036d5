namespace Ingest.Ocr.Pixels;

/// <summary>Tells where a figure goes on over a wide gap, by the room that it leaves around its own separators.</summary>
internal static class OpenFigures
{
    /// <summary>Of the tallest: what is lower and narrower is a mark.</summary>
    private const double Mark = 0.5;

    /// <summary>Of its height: how wide a digit is with the room around it.</summary>
    private const double Advance = 0.75;

    /// <summary>The room around separators differs by this.</summary>
    private const double Alike = 1.15;

    private const int Group = 3;

    /// <summary>How far behind a piece another one may be the rest of its figure: its last group is whole, and that one begins with no fewer digits than decimals are.</summary>
    /// <returns>0 where the piece is no such figure.</returns>
    public static double RoomBehind(TextPiece piece, TextPiece rest)
    {
        if (!rest.IsFigureShaped())
        {
            return 0;
        }

        var stretches = piece.Stretches();
        var tallest = stretches.Max(s => s.Height);
        bool IsMark(PixelBox ink) => ink.Height <= Mark * tallest && ink.Width <= Mark * tallest && ink.MiddleY > piece.Box.MiddleY;
        var last = stretches.FindLastIndex(IsMark);
        if (last <= 0 || last == stretches.Count - 1 || !stretches.TrueForAll(s => IsMark(s) || (s.Height >= Mark * tallest && s.Width <= Group * Advance * s.Height))
            || stretches.Skip(last + 1).Sum(s => Math.Max(1, (int)Math.Round(s.Width / (Advance * s.Height)))) != Group)
        {
            return 0;
        }

        var rooms = Enumerable.Range(1, stretches.Count - 2).Where(i => IsMark(stretches[i])).Select(i => stretches[i + 1].Left - stretches[i - 1].Right);
        return Alike * rooms.DefaultIfEmpty().Max();
    }
}
