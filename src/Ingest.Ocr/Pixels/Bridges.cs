namespace Ingest.Ocr.Pixels;

/// <summary>
/// Cuts what blur joined of two lines: the foot of a character and the head of the one below it are one stretch, as high as a character,
/// that lies in neither line and would be read as a third.
/// </summary>
internal static class Bridges
{
    /// <summary>In heights of the type: how far it reaches into the lines above and below, and how wide and high it is at most.</summary>
    private const double Into = 0.25, Largest = 1.4;

    /// <summary>Puts the parts of such stretches into their lines.</summary>
    /// <param name="pieces">Lines of writing.</param>
    /// <param name="piece">Makes a piece of parts.</param>
    public static void Part(List<TextPiece> pieces, double em, Func<List<Component>, TextPiece> piece)
    {
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            var box = pieces[i].Box;
            if (box.Width > Largest * em || box.Height > Largest * em)
            {
                continue;
            }

            int above = pieces.FindIndex(p => Reaches(box, p.Box, em) && p.Box.Top < box.Top && p.Box.Bottom < box.Bottom), below = pieces.FindIndex(p => Reaches(box, p.Box, em) && p.Box.Top > box.Top && p.Box.Bottom > box.Bottom);
            if (above < 0 || below < 0 || pieces[above].Box.Bottom > pieces[below].Box.Top)
            {
                continue;
            }

            var cut = (pieces[above].Box.Bottom + pieces[below].Box.Top) / 2;
            List<Component> upper = [.. pieces[above].Parts], lower = [.. pieces[below].Parts];
            foreach (var part in pieces[i].Parts)
            {
                if (part.Box.Top < cut)
                {
                    upper.Add(part with { Box = part.Box with { Bottom = Math.Min(cut, part.Box.Bottom) } });
                }

                if (part.Box.Bottom > cut)
                {
                    lower.Add(part with { Box = part.Box with { Top = Math.Max(cut, part.Box.Top) } });
                }
            }

            (pieces[above], pieces[below]) = (piece(upper) with { Em = pieces[above].Em }, piece(lower) with { Em = pieces[below].Em });
            pieces.RemoveAt(i);
        }
    }

    private static bool Reaches(PixelBox bridge, PixelBox line, double em) =>
        bridge.SharedRows(line) >= Into * em && bridge.SharedColumns(line) * 2 > bridge.Width;
}
