namespace Ingest.Ocr.Pixels;

/// <summary>
/// Headers set down a narrow column, one character below the other. Columns beside each other stand nearer than words on a line do, and
/// blur joins a character to the next: only the room around the whole, and the even steps, tell them.
/// </summary>
internal static class Towers
{
    /// <summary>In heights of the type: the gap between characters one below the other, and between the parts of one.</summary>
    private const double Below = 0.6, Beside = 0.3;

    /// <summary>In heights of the type: no character is wider, two of them are a word of two lines; digits are narrower.</summary>
    private const double Widest = 1.3, Narrowest = 0.7, Lowest = 3;

    /// <summary>In sizes of a character: the steps from one to the next.</summary>
    private const double LeastStep = 1.05, WidestStep = 1.8;

    /// <summary>Of its width: the ink beyond the grey of the paper that cuts between characters meet on the average, and what is left of a character by a cut that only grazes it.</summary>
    private const double MostInk = 0.1, Grazed = 0.15;

    /// <summary>Takes the characters of such headers out of <paramref name="tall"/>.</summary>
    /// <param name="darkness">How many black pixels a row of a box comes to.</param>
    /// <returns>What each character is made of.</returns>
    public static List<List<Component>> Take(List<Component> tall, double em, Func<PixelBox, int, double> darkness)
    {
        tall.Sort((a, b) => a.Box.Left != b.Box.Left ? a.Box.Left.CompareTo(b.Box.Left) : a.Box.Top.CompareTo(b.Box.Top));
        var characters = new List<List<Component>>();
        foreach (var tower in Hanging(tall, em))
        {
            if (Cuts(tower, em, darkness) is { } cuts)
            {
                characters.AddRange(Parted(tower, cuts));
                tall.RemoveAll(tower.Contains);
            }
        }

        return characters;
    }

    /// <summary>What hangs together downwards, no wider than a character.</summary>
    private static List<List<Component>> Hanging(List<Component> tall, double em)
    {
        var parents = Enumerable.Range(0, tall.Count).ToArray();
        for (var i = 0; i < tall.Count; i++)
        {
            for (var j = i + 1; j < tall.Count && tall[j].Box.Left - tall[i].Box.Right <= Beside * em; j++)
            {
                PixelBox a = tall[i].Box, b = tall[j].Box;
                var isBelow = a.SharedColumns(b) * 2 > Math.Min(a.Width, b.Width) && -a.SharedRows(b) <= Below * em;
                var isBeside = a.SharedRows(b) * 2 > Math.Min(a.Height, b.Height) && -a.SharedColumns(b) <= Beside * em;
                if (isBelow || isBeside)
                {
                    parents[Root(parents, j)] = Root(parents, i);
                }
            }
        }

        return Enumerable.Range(0, tall.Count).GroupBy(i => Root(parents, i)).Select(g => g.Select(i => tall[i]).ToList())
            .Where(t => Around(t) is var box && box.Width <= Widest * em && box.Width >= Narrowest * em && box.Height >= Lowest * em).ToList();
    }

    /// <summary>The rows between characters: in even steps, where the least ink is.</summary>
    private static List<int>? Cuts(List<Component> tower, double em, Func<PixelBox, int, double> darkness)
    {
        var box = Around(tower);
        var size = Math.Min(box.Width, em);
        var (best, least) = ((List<int>?)null, MostInk);
        var paper = Enumerable.Range(box.Top, box.Height).Min(y => darkness(box, y));
        for (var count = 2; (box.Height - size) / (count - 1) >= LeastStep * size; count++)
        {
            var step = (box.Height - size) / (count - 1);
            if (step > WidestStep * size)
            {
                continue;
            }

            var cuts = Enumerable.Range(0, count - 1).Select(k => (int)Math.Round(box.Top + (size + step) / 2 + k * step)).ToList();
            var ink = (cuts.Average(y => darkness(box, y)) - paper) / box.Width;
            (best, least) = ink < least ? (cuts, ink) : (best, least);
        }

        return best;
    }

    private static IEnumerable<List<Component>> Parted(List<Component> tower, List<int> cuts)
    {
        var box = Around(tower);
        var parts = new List<Component>();
        foreach (var component in tower)
        {
            var rest = component;
            foreach (var cut in cuts)
            {
                if (cut - rest.Box.Top >= Grazed * box.Width && rest.Box.Bottom - cut >= Grazed * box.Width)
                {
                    var share = (cut - rest.Box.Top) / (double)rest.Box.Height;
                    parts.Add(new Component(rest.Box with { Bottom = cut }, (int)(rest.Area * share)));
                    rest = new Component(rest.Box with { Top = cut }, (int)(rest.Area * (1 - share)));
                }
            }

            parts.Add(rest);
        }

        return parts.GroupBy(p => cuts.FindIndex(y => p.Box.MiddleY < y)).Select(g => g.ToList());
    }

    private static PixelBox Around(List<Component> parts) => parts.Select(p => p.Box).Aggregate((a, b) => a.Union(b));

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
