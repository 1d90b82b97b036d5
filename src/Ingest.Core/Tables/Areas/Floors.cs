using Ingest.Core.Model;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Areas;

/// <summary>How far down a page a table may go on whose foot no ruling shows.</summary>
internal static class Floors
{
    /// <summary>Height of the foot of a page, as a share of its height and in points at most.</summary>
    private const double FootShare = 0.06, MostOfFoot = 50;

    /// <summary>y below which only feet of the page stand, however long the sheet is, unless a ruling as wide as the table closes it further down.</summary>
    private static double Foot(PageContent page, List<Edge> horizontal, double left, double right)
    {
        var foot = page.Height - Math.Min(FootShare * page.Height, MostOfFoot);
        return horizontal.Where(e => e.Position > foot && e.Coverage(left, right) > StackArea.Whole).Select(static e => e.Position).Append(foot).Max();
    }

    /// <summary>Below a ruled header: where the next region with rulings in both directions begins, or what stands above another table, or the foot of the page.</summary>
    /// <param name="lines">Of the text of the page.</param>
    public static double Below(PageContent page, List<Edge> horizontal, Region region, List<Region> regions, List<RunLine> lines)
    {
        var floor = Foot(page, horizontal, region.Box.Left, region.Box.Right);
        foreach (var other in regions)
        {
            if (other.Horizontal.Count >= 2 && other.Box.Top > region.Box.Bottom && other.Box.Left < region.Box.Right && other.Box.Right > region.Box.Left)
                floor = Math.Min(floor, other.Box.Top);
        }
        return Math.Min(floor, Above(lines, region.Box));
    }

    /// <summary>The top of the title of the next table, which its unit or department stands below, between the rows of this one and others.</summary>
    private static double Above(List<RunLine> lines, Box header)
    {
        var first = lines.FindIndex(l => l.Baseline > header.Bottom && l.IsTabular);
        var unit = first < 0 ? -1 : lines.FindIndex(first, static l => l.IsAbove);
        if (unit < 0 || !lines.Skip(unit).Any(static l => l.IsTabular))
            return double.MaxValue;
        // a title is in larger type
        while (unit - 1 > first && !lines[unit - 1].IsTabular && lines[unit - 1].Size > OpenHeaders.Larger * lines[first].Size)
            unit--;
        return lines[unit].Runs.Min(static r => r.Top);
    }

    /// <summary>How far a table may go on below its last line: to the next table or the foot of the page.</summary>
    public static double Below(PageContent page, List<Edge> horizontal, List<Edge> stack, List<List<Edge>> stacks, List<PageTable> tables)
    {
        var floor = Foot(page, horizontal, stack.Min(static e => e.Start), stack.Max(static e => e.End));
        foreach (var other in stacks)
        {
            if (other[0].Position > stack[^1].Position)
                floor = Math.Min(floor, other[0].Position);
        }
        foreach (var table in tables)
        {
            if (table.Box.Top > stack[^1].Position)
                floor = Math.Min(floor, table.Box.Top);
        }
        return floor;
    }
}
