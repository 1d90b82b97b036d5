using Ingest.Core.Model;

namespace Ingest.Core.Tables.Ruled;

/// <summary>Edges that hang together, and the box around them: a ruled table, a frame, or a chart.</summary>
internal sealed record Region(Box Box, List<Edge> Horizontal, List<Edge> Vertical);

/// <summary>Groups edges into regions.</summary>
internal static class Regions
{
    /// <summary>How far a ruling may overshoot or stop short of the one it meets, in points.</summary>
    private const double Touch = 3.2;

    /// <summary>No column is narrower than this, in points.</summary>
    public const double NarrowestColumn = 8;

    public static List<Region> Of(List<Edge> horizontal, List<Edge> vertical)
    {
        int count = horizontal.Count + vertical.Count;
        var parent = new int[count];
        for (var i = 0; i < count; i++)
            parent[i] = i;
        for (var v = 0; v < vertical.Count; v++)
        {
            for (var h = 0; h < horizontal.Count; h++)
            {
                if (Meets(horizontal[h], vertical[v]))
                    Join(parent, h, horizontal.Count + v);
            }
        }
        var regions = new SortedDictionary<int, Region>();
        for (var i = 0; i < count; i++)
        {
            var root = Root(parent, i);
            if (!regions.TryGetValue(root, out var region))
                region = new Region(default, [], []);
            if (i < horizontal.Count)
                region.Horizontal.Add(horizontal[i]);
            else
                region.Vertical.Add(vertical[i - horizontal.Count]);
            regions[root] = region;
        }
        var boxed = new List<Region>();
        foreach (var region in regions.Values)
            boxed.Add(region with { Box = BoxOf(region) });
        return WithWholeColumns(boxed);
    }

    /// <summary>
    /// A page break may cut cells that span all rows of the page: no horizontal ruling meets the sides of their columns.
    /// Rulings without any other that are as high as the table beside them belong to it.
    /// </summary>
    private static List<Region> WithWholeColumns(List<Region> regions)
    {
        var tables = regions.FindAll(static r => r.Horizontal.Count >= 2 && r.Vertical.Count >= 2);
        var lone = regions.FindAll(static r => r.Horizontal.Count == 0);
        if (tables.Count == 0 || lone.Count == 0)
            return regions;
        foreach (var line in lone)
        {
            foreach (var table in tables)
            {
                if (Math.Abs(line.Box.Top - table.Box.Top) <= Touch && Math.Abs(line.Box.Bottom - table.Box.Bottom) <= Touch)
                {
                    table.Vertical.AddRange(line.Vertical);
                    regions.Remove(line);
                    break;
                }
            }
        }
        foreach (var table in tables)
            table.Vertical.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        return regions.ConvertAll(static r => r with { Box = BoxOf(r) });
    }

    private static bool Meets(Edge h, Edge v) =>
        v.Position >= h.Start - Touch && v.Position <= h.End + Touch && h.Position >= v.Start - Touch && h.Position <= v.End + Touch;

    private static Box BoxOf(Region region)
    {
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        foreach (var edge in region.Horizontal)
        {
            left = Math.Min(left, edge.Start);
            right = Math.Max(right, edge.End);
            top = Math.Min(top, edge.Position);
            bottom = Math.Max(bottom, edge.Position);
        }
        foreach (var edge in region.Vertical)
        {
            left = Math.Min(left, edge.Position);
            right = Math.Max(right, edge.Position);
            top = Math.Min(top, edge.Start);
            bottom = Math.Max(bottom, edge.End);
        }
        return new Box(left, top, right, bottom);
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }

    private static void Join(int[] parent, int a, int b)
    {
        a = Root(parent, a);
        b = Root(parent, b);
        if (a != b)
            parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
