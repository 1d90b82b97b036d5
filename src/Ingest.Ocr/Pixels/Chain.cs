namespace Ingest.Ocr.Pixels;

/// <summary>Runs of neighbouring rows that make one ruling.</summary>
internal sealed class Chain
{
    /// <summary>In heights of the writing: a run longer than the strokes of titles.</summary>
    public const double SureRun = 2.5;

    /// <summary>In heights of the writing: the shortest run, the shortest ruling, the thickest.</summary>
    private const double ShortestRun = 0.8, Shortest = 0.9, Thickest = 0.4;

    /// <summary>In pixels: the gap within a run, the gap between runs that go on.</summary>
    private const int InnerGap = 1, OuterGap = 6, NearEnd = 3;

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

    /// <summary>Where it lies across near one of its ends: it may be laid askew.</summary>
    public int RowAt(int end)
    {
        var near = Runs.FindAll(r => r.Left <= end + NearEnd && r.Right >= end - NearEnd);
        return (int)Math.Round(near.Average(r => r.Row));
    }

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

    /// <summary>The chains of an ink along its rows.</summary>
    public static List<Chain> Of(Ink ink, double em)
    {
        var open = new List<Chain>();
        var done = new List<Chain>();
        for (var y = 0; y < ink.Height; y++)
        {
            foreach (var (left, right) in RunsOf(ink, y, ShortestRun * em))
            {
                var near = open.FindAll(c => c.Meets(left, right, y, SureRun * em));
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

    private static IEnumerable<(int Left, int Right)> RunsOf(Ink ink, int y, double shortest)
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
}
