namespace Ingest.Ocr.Pixels;

/// <summary>A ruling in pixels: where its middle lies across, where it begins and ends along.</summary>
internal readonly record struct PixelRuling(bool Horizontal, double Position, int Start, int End, double Thickness)
{
    public int Length => End - Start;
}

/// <summary>
/// Rulings from runs of dark pixels. Runs longer than a stroke of writing are chained where they lie in neighbouring rows
/// and their ends meet, because a ruling laid a little askew climbs from row to row. What is not much longer than a stroke
/// is a ruling only where others hold both of its ends.
/// </summary>
internal static class LineRuns
{
    /// <summary>In heights of the writing: the shortest run, a run longer than any stroke of the writing, the shortest ruling that needs no others and the longest run that it must have (the feet of a title stand in a row too), the shortest of all, the thickest.</summary>
    private const double ShortestRun = 0.8, LongRun = 1.5, ShortestAlone = 5, LongestRunAlone = 2.5, Shortest = 0.9, Thickest = 0.4;

    /// <summary>In pixels: the gap within a run, the gap between runs that go on, how far an end may lie from the ruling that holds it.</summary>
    private const int InnerGap = 1, OuterGap = 6, Contact = 3;

    /// <summary>The rulings, horizontal ones first. Their ink is taken out of <paramref name="ink"/>, and laid over with paper in <paramref name="picture"/>.</summary>
    /// <param name="em">Height of the writing in pixels.</param>
    public static List<PixelRuling> Take(Ink ink, Raster picture, double em)
    {
        var turned = ink.Turned();
        var horizontal = Chains(ink, em);
        var vertical = Chains(turned, em);
        var known = Known(horizontal, vertical, em);
        horizontal.RemoveAll(c => !known.Contains(c));
        vertical.RemoveAll(c => !known.Contains(c));
        var rulings = new List<PixelRuling>();
        foreach (var chain in horizontal)
        {
            rulings.Add(chain.Ruling(horizontal: true));
            Wipe(chain, (along, across) => Clear(ink, picture, along, across));
        }

        foreach (var chain in vertical)
        {
            rulings.Add(chain.Ruling(horizontal: false));
            Wipe(chain, (along, across) => Clear(ink, picture, across, along));
        }

        return rulings;
    }

    private static void Clear(Ink ink, Raster picture, int x, int y)
    {
        if (x >= 0 && y >= 0 && x < ink.Width && y < ink.Height)
        {
            ink[x, y] = false;
            picture[x, y] = Raster.Paper;
        }
    }

    /// <summary>The long ones, and step by step those that known ones hold: strokes of a character that hold each other are none.</summary>
    private static HashSet<Chain> Known(List<Chain> horizontal, List<Chain> vertical, double em)
    {
        var known = horizontal.Concat(vertical).Where(c => c.Length >= ShortestAlone * em && c.LongestRun >= LongestRunAlone * em).ToHashSet();
        for (var before = -1; before < known.Count;)
        {
            before = known.Count;
            known.UnionWith(horizontal.Where(c => IsHeld(c, vertical.Where(known.Contains))).ToList());
            known.UnionWith(vertical.Where(c => IsHeld(c, horizontal.Where(known.Contains))).ToList());
        }

        return known;
    }

    private static bool IsHeld(Chain chain, IEnumerable<Chain> across) =>
        across.Any(o => Holds(o, chain, chain.Start)) && across.Any(o => Holds(o, chain, chain.End));

    private static bool Holds(Chain holder, Chain held, int end) =>
        Math.Abs(holder.Middle - end) <= Contact + holder.Thickness / 2 && held.Middle >= holder.Start - Contact && held.Middle <= holder.End + Contact;

    /// <summary>The runs of a chain and a pixel on either side, where its edge is grey.</summary>
    private static void Wipe(Chain chain, Action<int, int> clear)
    {
        foreach (var (left, right, row) in chain.Runs)
        {
            for (var along = left; along < right; along++)
            {
                for (var across = row - 1; across <= row + 1; across++)
                {
                    clear(along, across);
                }
            }
        }
    }

    private static List<Chain> Chains(Ink ink, double em)
    {
        var open = new List<Chain>();
        var done = new List<Chain>();
        for (var y = 0; y < ink.Height; y++)
        {
            foreach (var (left, right) in Runs(ink, y, ShortestRun * em))
            {
                var near = open.FindAll(c => c.Meets(left, right, y, LongRun * em));
                Chain chain;
                if (near.Count == 0)
                {
                    open.Add(chain = new Chain());
                }
                else
                {
                    chain = near[0];
                    for (var i = 1; i < near.Count; i++)
                    {
                        chain.Take(near[i]);
                        open.Remove(near[i]);
                    }
                }

                chain.Add(left, right, y);
            }

            for (var i = open.Count - 1; i >= 0; i--)
            {
                if (open[i].LastRow < y - 1)
                {
                    done.Add(open[i]);
                    open.RemoveAt(i);
                }
            }
        }

        done.AddRange(open);
        done.RemoveAll(c => c.Length < Shortest * em || c.Thickness > Thickest * em);
        return done;
    }

    private static IEnumerable<(int Left, int Right)> Runs(Ink ink, int y, double shortest)
    {
        for (var x = 0; x < ink.Width; x++)
        {
            if (!ink[x, y])
            {
                continue;
            }

            int left = x, end = x;
            while (x < ink.Width && x - end <= InnerGap)
            {
                if (ink[x, y])
                {
                    end = x;
                }

                x++;
            }

            if (end + 1 - left >= shortest)
            {
                yield return (left, end + 1);
            }
        }
    }

    /// <summary>Runs of neighbouring rows that make one ruling.</summary>
    private sealed class Chain
    {
        private long _weighted;
        private int _area;

        public List<(int Left, int Right, int Row)> Runs { get; } = [];

        public int Start { get; private set; } = int.MaxValue;

        public int End { get; private set; }

        public int LastRow { get; private set; }

        public int LongestRun { get; private set; }

        public int Length => End - Start;

        public double Thickness => _area / (double)Length;

        public double Middle => _weighted / (double)_area + 0.5;

        /// <summary>Whether a run goes on with this. Over a gap only long ones do: the stroke of a character may end right before a ruling.</summary>
        public bool Meets(int left, int right, int row, double longRun)
        {
            for (var i = Runs.Count - 1; i >= 0 && Runs[i].Row >= row - 1; i--)
            {
                var gap = right - left >= longRun && Runs[i].Right - Runs[i].Left >= longRun ? OuterGap : InnerGap;
                if (Runs[i].Left <= right + gap && Runs[i].Right >= left - gap)
                {
                    return true;
                }
            }

            return false;
        }

        public void Add(int left, int right, int row)
        {
            Runs.Add((left, right, row));
            (Start, End, LastRow) = (Math.Min(Start, left), Math.Max(End, right), Math.Max(LastRow, row));
            LongestRun = Math.Max(LongestRun, right - left);
            _area += right - left;
            _weighted += (long)(right - left) * row;
        }

        public void Take(Chain other)
        {
            foreach (var (left, right, row) in other.Runs)
            {
                Add(left, right, row);
            }

            Runs.Sort((a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Left.CompareTo(b.Left));
        }

        public PixelRuling Ruling(bool horizontal) => new(horizontal, Middle, Start, End, Thickness);
    }
}
