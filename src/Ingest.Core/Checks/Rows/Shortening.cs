namespace Ingest.Core.Checks.Rows;

/// <summary>Lists that close without their last rows.</summary>
internal sealed class Shortening(RowForest forest)
{
    /// <summary>Rows that may be taken from the end of a list.</summary>
    private const int Most = 4;

    private readonly List<(int Parent, List<int> Last)> shortened = [];

    /// <summary>The list ends before its last rows, which stand beside its parent.</summary>
    public bool Shorten(int parent, List<int> family, List<int> siblings)
    {
        var at = siblings.IndexOf(parent);
        for (var drop = 1; at >= 0 && drop <= Most && family.Count - drop > 1 && forest.Rows[family[^drop]].Code.Length == 0; drop++)
        {
            if (forest.Weigh(parent, family.GetRange(0, family.Count - drop)).HoldsStrongly)
            {
                var last = family.GetRange(family.Count - drop, drop);
                last.ForEach(r => forest.Place(r, forest.Parents[parent], Bond.Amounts));
                siblings.InsertRange(at + 1, last);
                shortened.Add((parent, last));
                return true;
            }
        }

        return false;
    }

    /// <summary>Rows that are set in like the list, and for which the list around it has no room either, are in no sum: it was made over too few, or the row that they are of is missing.</summary>
    public void SetAside()
    {
        foreach (var (parent, last) in shortened)
        {
            var around = forest.Parents[parent];
            if (around >= 0 && last.TrueForAll(r => forest.Parents[r] == around && forest.Rows[r].Indent > forest.Rows[parent].Indent)
                && forest.Weigh(around, forest.Children(around)) is { Holds: false, Fails: > 0 })
            {
                last.ForEach(r => forest.Place(r, parent, Bond.Word));
            }
        }
    }
}
