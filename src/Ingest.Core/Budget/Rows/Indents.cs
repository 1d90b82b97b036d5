namespace Ingest.Core.Budget.Rows;

/// <summary>Reads the depth of rows from the indents of their names.</summary>
internal static class Indents
{
    /// <summary>Half of a character (one space) is a step; what lies nearer is of one level, or a slip.</summary>
    private const float Step = 0.4f, Wide = 0.6f, Spread = 0.3f;
    private const int Deepest = 7;

    /// <summary>So many names to one tell that it was set in by mistake, where it is off by a step that could be one, or by less.</summary>
    private const int Slip = 10, Jitter = 5;

    /// <returns>1 for the outermost names; null if names are centred, all alike or in several columns, so that indents say nothing.</returns>
    public static int[]? Of(List<RowName> names, Func<RowName, bool> isTotal)
    {
        var found = names.FindAll(n => !isTotal(n) && n.Label.Length > 0);
        if (found.Count < 3 || found.Exists(n => n.Indent == RowName.Borrowed))
            return null;
        var levels = Levels(found);
        if (levels is not { Count: >= 2 and <= Deepest })
            return null;
        // names of different lengths around one middle stand half a character apart as well
        if (Enumerable.Range(1, levels.Count - 1).Any(l => levels[l].From - levels[l - 1].To < Wide) && AreCentred(found))
            return null;
        // the first name is never inside of another: what stands further out below it is a sum or a remark
        var first = Level(levels, found[0].Indent);
        var depths = names.ConvertAll(n => Math.Max(1, Level(levels, n.Indent) - first + 1)).ToArray();
        return Array.Exists(depths, d => d > 1) ? depths : null;
    }

    /// <summary>Where names begin, from the left; null where they begin anywhere.</summary>
    private static List<(float From, float To, int Count)>? Levels(List<RowName> names)
    {
        var levels = new List<(float From, float To, int Count)>();
        foreach (var indent in names.Select(n => n.Indent).Order())
        {
            if (levels.Count > 0 && indent - levels[^1].From <= Spread)
                levels[^1] = (levels[^1].From, indent, levels[^1].Count + 1);
            else
                levels.Add((indent, indent, 1));
        }
        for (var l = 1; l < levels.Count;)
        {
            var (a, b) = (levels[l - 1], levels[l]);
            var gap = b.From - a.To;
            // the first name of the list is a head of it, and so are others that begin where it does, few as they may be
            var heads = gap >= Step && a.Count > 1 && names[0].Indent >= a.From && names[0].Indent <= a.To;
            if (gap < Wide && !heads && Math.Min(a.Count, b.Count) * (gap < Step ? Jitter : Slip) <= Math.Max(a.Count, b.Count))
            {
                levels[l - 1] = (a.From, b.To, a.Count + b.Count);
                levels.RemoveAt(l);
            }
            else if (gap < Step)
            {
                return null;
            }
            else
            {
                l++;
            }
        }
        return levels;
    }

    private static int Level(List<(float From, float To, int Count)> levels, float indent)
    {
        var level = 1;
        while (level < levels.Count && indent > levels[level - 1].To + (Spread / 2))
            level++;
        return level;
    }

    /// <summary>Names of several lengths have one middle.</summary>
    private static bool AreCentred(List<RowName> names)
    {
        var middles = names.Select(n => n.Indent + (Width(n.Label) / 2)).Order().ToList();
        var middle = middles[middles.Count / 2];
        return middles.Count(m => Math.Abs(m - middle) <= Spread) * 3 >= middles.Count * 2;
    }

    private static float Width(string label) => label.Sum(c => c < 0x80 ? 0.5f : 1f);
}
