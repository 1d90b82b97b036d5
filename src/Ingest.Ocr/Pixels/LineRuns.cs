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
    /// <summary>In heights of the writing: the shortest run in light grey, the shortest ruling that needs no others and has a sure run (the feet of a title stand in a row too).</summary>
    private const double FaintRun = 1.5, ShortestAlone = 5;

    /// <summary>Of a ruling no more than this share of its length has ink right beside it.</summary>
    private const double MostMet = 0.12;

    /// <summary>So much of a gap that figures make is as dark as the ruling, which varies by some levels, and darker than what lies on one of its sides; in pixels, how far apart its ends lie across.</summary>
    private const double DarkShare = 0.9, LevelSlack = 20, Darker = 8, SameLine = 2;

    /// <summary>In pixels: how far beside a stroke is looked, how far an end may lie from the ruling that holds it.</summary>
    private const int BesideStroke = 2, Contact = 3;

    /// <summary>In pixels: how far from the middle of a hair line its paper begins.</summary>
    private const int BesideHair = 3;

    /// <summary>The rulings, horizontal ones first. Their ink is taken out of <paramref name="ink"/>, and laid over with paper in <paramref name="picture"/>.</summary>
    /// <param name="em">Height of the writing in pixels.</param>
    public static List<PixelRuling> Take(Ink ink, Raster picture, double em)
    {
        var turned = ink.Turned();
        var horizontal = Chain.Of(FaintLines.Along(picture, ink, FaintRun * em), em);
        var turnedPicture = picture.Turned();
        var vertical = Chain.Of(FaintLines.Along(turnedPicture, turned, FaintRun * em), em);
        JoinTouched(horizontal, picture, em);
        JoinTouched(vertical, turnedPicture, em);
        ReachAcross(horizontal, vertical, picture, em);
        ReachAcross(vertical, horizontal, turnedPicture, em);
        horizontal.RemoveAll(c => c.Length < ShortestAlone * em && c.LongestRun < Chain.SureRun * em && !IsBare(c, ink));
        vertical.RemoveAll(c => c.Length < ShortestAlone * em && c.LongestRun < Chain.SureRun * em && !IsBare(c, turned));
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
        var known = horizontal.Concat(vertical).Where(c => c.Length >= ShortestAlone * em && c.LongestRun >= Chain.SureRun * em).ToHashSet();
        for (var before = -1; before < known.Count;)
        {
            before = known.Count;
            known.UnionWith(horizontal.Where(c => IsHeld(c, vertical.Where(known.Contains))).ToList());
            known.UnionWith(vertical.Where(c => IsHeld(c, horizontal.Where(known.Contains))).ToList());
        }

        return known;
    }

    /// <summary>
    /// Joins what figures part that touch their ruling, on however many rows. All along the gap it is as dark as the ruling itself,
    /// and darker than one of its sides; where cells are merged, only the strokes of their text are.
    /// </summary>
    private static void JoinTouched(List<Chain> chains, Raster picture, double em)
    {
        chains.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Middle.CompareTo(b.Middle));
        for (var i = 0; i < chains.Count; i++)
        {
            for (var j = i + 1; j < chains.Count; j++)
            {
                var (a, b) = (chains[i], chains[j]);
                if (Math.Abs(a.Middle - b.Middle) <= SameLine && b.Start > a.End && Math.Max(a.LongestRun, b.LongestRun) >= Chain.SureRun * em
                    && IsDark(picture, a.RowAt(a.End), a.End, b.Start, Math.Max(Level(picture, a), Level(picture, b))))
                {
                    a.Add(a.End, b.Start, a.RowAt(a.End));
                    a.Take(b);
                    chains.RemoveAt(j);
                    j = i;
                }
            }
        }
    }

    /// <summary>What a figure parts from the ruling that it ends at is a part of it as well.</summary>
    private static void ReachAcross(List<Chain> chains, List<Chain> across, Raster picture, double em)
    {
        var holding = across.FindAll(c => c.Length >= ShortestAlone * em && c.LongestRun >= Chain.SureRun * em);
        foreach (var chain in chains.Where(c => c.Length >= ShortestAlone * em && c.LongestRun >= Chain.SureRun * em))
        {
            var level = Level(picture, chain);
            var ends = holding.FindAll(h => chain.Middle >= h.Start && chain.Middle <= h.End).ConvertAll(h => (int)Math.Round(h.Middle));
            int start = chain.Start, end = chain.End, before = ends.FindAll(e => e < start).DefaultIfEmpty(start).Max(), behind = ends.FindAll(e => e > end).DefaultIfEmpty(end).Min();
            if (start - before > Contact && IsDark(picture, chain.RowAt(start), before + Contact, start, level))
            {
                chain.Add(before, start, chain.RowAt(start));
            }

            if (behind - end > Contact && IsDark(picture, chain.RowAt(end), end, behind - Contact, level))
            {
                chain.Add(end, behind, chain.RowAt(end));
            }
        }
    }

    private static double Level(Raster picture, Chain line) =>
        Enumerable.Range(line.Start, line.Length).Average(at => Darkest(picture, at, (int)Math.Round(line.Middle - 0.5))) + LevelSlack;

    private static bool IsDark(Raster picture, int row, int from, int to, double level) =>
        Enumerable.Range(from, to - from).Count(at => Darkest(picture, at, row) is var dark && dark <= level && dark + Darker <= Lightest(picture, at, row)) >= DarkShare * (to - from);

    private static int Lightest(Raster picture, int along, int row) =>
        Math.Max(picture[along, Math.Max(0, row - BesideHair)], picture[along, Math.Min(picture.Height - 1, row + BesideHair)]);

    private static int Darkest(Raster picture, int along, int row)
    {
        var darkest = (int)Raster.Paper;
        for (var across = Math.Max(0, row - 1); across <= Math.Min(picture.Height - 1, row + 1); across++)
        {
            darkest = Math.Min(darkest, picture[along, across]);
        }

        return darkest;
    }

    /// <summary>Whether hardly any ink lies right beside a stroke: those of characters have others that meet them, also where two stand above one another.</summary>
    private static bool IsBare(Chain chain, Ink ink)
    {
        int away = (int)Math.Ceiling(chain.Thickness / 2 + BesideStroke), met = 0;
        int above = (int)Math.Round(chain.Middle - 0.5) - away, below = (int)Math.Round(chain.Middle - 0.5) + away;
        for (var along = chain.Start + Contact; along < chain.End - Contact; along++)
        {
            met += (above >= 0 && ink[along, above]) || (below < ink.Height && ink[along, below]) ? 1 : 0;
        }

        return met <= MostMet * chain.Length;
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
}
