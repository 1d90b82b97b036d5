using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>Horizontal edges that no vertical one meets, one below the other over the same width: tables ruled by lines alone.</summary>
internal static class Stacks
{
    private const double Shortest = 60;
    private const double Jitter = 8;

    /// <param name="regions">All regions of the page; those with vertical edges bound a stack.</param>
    public static List<List<Edge>> Of(List<Region> regions)
    {
        var edges = new List<Edge>();
        foreach (var region in regions)
        {
            if (region.Vertical.Count == 0)
                edges.AddRange(region.Horizontal);
        }
        edges.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : a.Start.CompareTo(b.Start));
        var used = new bool[edges.Count];
        var stacks = new List<List<Edge>>();
        for (var i = 0; i < edges.Count; i++)
        {
            if (used[i] || edges[i].End - edges[i].Start < Shortest)
                continue;
            var stack = new List<Edge> { edges[i] };
            var lastFull = 0;
            var members = new List<int> { i };
            for (var j = i + 1; j < edges.Count; j++)
            {
                if (used[j])
                    continue;
                if (Crossed(regions, edges[i], edges[j]))
                    break;
                if (edges[j].Start < edges[i].Start - Jitter || edges[j].End > edges[i].End + Jitter)
                    continue;
                stack.Add(edges[j]);
                members.Add(j);
                if (edges[j].Start < edges[i].Start + Jitter && edges[j].End > edges[i].End - Jitter)
                    lastFull = stack.Count - 1;
            }
            if (lastFull == 0)
                continue;
            stack.RemoveRange(lastFull + 1, stack.Count - lastFull - 1);
            for (var m = 0; m <= lastFull; m++)
                used[members[m]] = true;
            stacks.Add(stack);
        }
        return stacks;
    }

    private static bool Crossed(List<Region> regions, Edge from, Edge to) => regions.Exists(r => r.Vertical.Count > 1 && r.Horizontal.Count > 1
        && r.Box.Top > from.Position && r.Box.Bottom < to.Position && r.Box.Left < from.End && r.Box.Right > from.Start);
}
