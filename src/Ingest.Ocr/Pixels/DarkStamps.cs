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

    /// <summary>Of the side of a stamp: so far beyond what was left of it lies an arc of its ring that was taken for a ruling.</summary>
    private const double Arc = 0.15;

    /// <param name="components">What is left where rulings were taken out, the rings of stamps whole.</param>
    /// <param name="rulings">Among them may be what is level or upright of a ring.</param>
    public static List<PixelBox> Among(List<Component> components, IReadOnlyList<PixelRuling> rulings, double em) => components.ConvertAll(c => c.Box)
        .FindAll(b => Math.Min(b.Width, b.Height) >= Least * em && Math.Max(b.Width, b.Height) <= Longest * Math.Min(b.Width, b.Height)).ConvertAll(b => WithArcs(b, rulings));

    private static PixelBox WithArcs(PixelBox stamp, IReadOnlyList<PixelRuling> rulings)
    {
        int wide = (int)(Arc * stamp.Width), high = (int)(Arc * stamp.Height);
        var around = new PixelBox(stamp.Left - wide, stamp.Top - high, stamp.Right + wide, stamp.Bottom + high);
        return rulings.Select(Box).Where(r => r.Left >= around.Left && r.Right <= around.Right && r.Top >= around.Top && r.Bottom <= around.Bottom).Aggregate(stamp, (a, b) => a.Union(b));
    }

    private static PixelBox Box(PixelRuling ruling)
    {
        int from = (int)Math.Floor(ruling.Position - ruling.Thickness / 2), to = (int)Math.Ceiling(ruling.Position + ruling.Thickness / 2);
        return ruling.Horizontal ? new PixelBox(ruling.Start, from, ruling.End, to) : new PixelBox(from, ruling.Start, to, ruling.End);
    }

    /// <returns>The pieces, those that touch a stamp told so.</returns>
    public static List<TextPiece> Below(List<TextPiece> pieces, List<PixelBox> stamps, double em) =>
        pieces.ConvertAll(p => stamps.Exists(s => s.SharedRows(p.Box) > 0 && s.SharedColumns(p.Box) > -Beside * em) ? p with { IsBesideFaint = true } : p);

    /// <summary>What hangs together where ink goes on behind a ruling: the ring of a stamp is whole again, however many rows it lies on.</summary>
    /// <param name="ink">Without the rulings.</param>
    public static List<Component> Whole(Ink ink, IReadOnlyList<PixelRuling> rulings)
    {
        var whole = ink.Copy();
        foreach (var ruling in rulings)
        {
            Bridge(ruling, ink, whole);
            var box = Box(ruling);
            // what is level or upright of a ring goes on at both of its ends; a ruling ends at others
            if (ruling.Horizontal ? HasInk(ink, box with { Right = box.Left }) && HasInk(ink, box with { Left = box.Right })
                : HasInk(ink, box with { Bottom = box.Top }) && HasInk(ink, box with { Top = box.Bottom }))
            {
                Fill(whole, box);
            }
        }

        return Components.Of(whole);
    }

    /// <summary>Whether there is ink in a box or right beside it.</summary>
    private static bool HasInk(Ink ink, PixelBox box)
    {
        for (var y = Math.Max(0, box.Top - Cut); y < Math.Min(ink.Height, box.Bottom + Cut); y++)
        {
            for (var x = Math.Max(0, box.Left - Cut); x < Math.Min(ink.Width, box.Right + Cut); x++)
            {
                if (ink[x, y])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void Fill(Ink ink, PixelBox box)
    {
        for (var y = Math.Max(0, box.Top - Cut); y < Math.Min(ink.Height, box.Bottom + Cut); y++)
        {
            for (var x = Math.Max(0, box.Left - Cut); x < Math.Min(ink.Width, box.Right + Cut); x++)
            {
                ink[x, y] = true;
            }
        }
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
