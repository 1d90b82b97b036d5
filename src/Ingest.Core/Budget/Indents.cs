namespace Ingest.Core.Budget;

/// <summary>Reads the depth of rows from the indents of their names.</summary>
internal static class Indents
{
    private const float Step = 0.6f, Spread = 0.3f;
    private const int Deepest = 7;

    /// <returns>1 for the outermost names; null if names are centred or all alike, so that indents say nothing.</returns>
    public static int[]? Of(List<RowName> names, Func<RowName, bool> isTotal)
    {
        var found = new List<float>(names.Count);
        foreach (var name in names)
        {
            if (!isTotal(name) && name.Label.Length > 0)
                found.Add(name.Indent);
        }
        if (found.Count < 3)
            return null;
        found.Sort();
        var levels = new List<(float From, float To)>();
        foreach (var indent in found)
        {
            if (levels.Count > 0 && indent - levels[^1].From <= Spread)
                levels[^1] = (levels[^1].From, indent);
            else if (levels.Count > 0 && indent - levels[^1].To < Step)
                return null;
            else
                levels.Add((indent, indent));
        }
        if (levels.Count is < 2 or > Deepest)
            return null;
        var depths = new int[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            depths[i] = 1;
            while (depths[i] < levels.Count && names[i].Indent > levels[depths[i] - 1].To + (Step / 2))
                depths[i]++;
        }
        // the first name is never inside of another
        foreach (var (name, depth) in names.Zip(depths))
        {
            if (!isTotal(name) && name.Label.Length > 0)
                return depth == 1 ? depths : null;
        }
        return null;
    }
}
