namespace Ingest.Ocr.Pixels;

/// <summary>
/// Doubts what stands within a stamp as dark as type: its ring hangs together and is larger than any sign, its words and those of the
/// table below are read into each other, and which is whose nobody tells.
/// </summary>
internal static class DarkStamps
{
    /// <summary>In heights of the type: the least width and height of a stamp; nothing else that is no ruling is so large.</summary>
    private const double Least = 5;

    /// <summary>The longer side of a stamp in shorter ones.</summary>
    private const double Longest = 2;

    /// <summary>In heights of the type: so near beside it the rest of a figure may stand that it cuts.</summary>
    private const double Beside = 1.2;

    /// <summary>In pixels: how far from the edge of a ruling that was taken out the ink begins that it cut, and how far it goes on; the edge of a ruling that was left is thinner.</summary>
    private const int Cut = 3, GoesOn = 4;

    /// <param name="components">What is left where rulings were taken out, which cut the ring of a stamp.</param>
    /// <returns>The pieces, those that touch a stamp told so.</returns>
    public static List<TextPiece> Below(List<TextPiece> pieces, List<Component> components, double em)
    {
        var stamps = components.ConvertAll(c => c.Box).FindAll(b => Math.Min(b.Width, b.Height) >= Least * em && Math.Max(b.Width, b.Height) <= Longest * Math.Min(b.Width, b.Height));
        return pieces.ConvertAll(p => stamps.Exists(s => s.SharedRows(p.Box) > 0 && s.SharedColumns(p.Box) > -Beside * em) ? p with { IsBesideFaint = true } : p);
    }

    /// <summary>What hangs together where ink goes on behind a ruling: the ring of a stamp is whole again, however many rows it lies on.</summary>
    /// <param name="ink">Without the rulings.</param>
    public static List<Component> Whole(Ink ink, IReadOnlyList<PixelRuling> rulings)
    {
        var whole = ink.Copy();
        foreach (var ruling in rulings)
        {
            Bridge(ruling, ink, whole);
        }

        return Components.Of(whole);
    }

    private static void Bridge(PixelRuling ruling, Ink ink, Ink whole)
    {
        var (length, breadth) = ruling.Horizontal ? (ink.Width, ink.Height) : (ink.Height, ink.Width);
        int from = (int)Math.Floor(ruling.Position - ruling.Thickness / 2), to = (int)Math.Ceiling(ruling.Position + ruling.Thickness / 2);
        bool IsInk(int along, int across) => across >= 0 && across < breadth && (ruling.Horizontal ? ink[along, across] : ink[across, along]);
        int Begins(int along, int at, int step)
        {
            var across = Enumerable.Range(0, Cut + 1).Select(n => at + n * step).FirstOrDefault(a => IsInk(along, a), -1);
            return across >= 0 && Enumerable.Range(0, GoesOn).All(n => IsInk(along, across + n * step)) ? across : -1;
        }

        for (var along = Math.Max(0, ruling.Start); along < Math.Min(length, ruling.End); along++)
        {
            int before = Begins(along, from, -1), behind = before < 0 ? -1 : Begins(along, to, 1);
            for (var across = before; behind >= 0 && across < behind; across++)
            {
                if (ruling.Horizontal)
                {
                    whole[along, across] = true;
                }
                else
                {
                    whole[across, along] = true;
                }
            }
        }
    }
}
