using Ingest.Core.Model;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Sheets;

/// <summary>
/// Finds the charts of a page by the ticks of their axes: short strokes of one length, in even steps along a ruling, whose
/// other ends are free. Rulings of tables end at other rulings, or stand in line with the side of a column.
/// </summary>
internal static class Charts
{
    /// <summary>Length of a tick, in points.</summary>
    private const double Shortest = 1.2, Longest = 9;

    /// <summary>A tick is so many times longer than thick; the dots of a dotted ruling are not.</summary>
    private const double Slender = 1.5;

    /// <summary>So many ticks show one axis; where a region has two of them, fewer do.</summary>
    private const int FewestTicks = 4, FewestOfAxis = 3;

    /// <summary>Share of the steps between ticks that are even.</summary>
    private const double Even = 0.8;

    /// <summary>How far strokes that belong together may be off, in points.</summary>
    private const double Slack = 0.8;

    /// <summary>A ruling runs no further beside the middle of its figure than this, in ems.</summary>
    private const double OnScale = 0.2;

    /// <summary>Room around the axes that their figures take where no frame goes around both, in points.</summary>
    private const double LabelsBeside = 30, LabelsBelow = 16;

    /// <returns>The boxes of the charts with their labels.</returns>
    public static List<Box> Of(PageContent page, List<Region> regions)
    {
        var charts = new List<Box>();
        var axes = new List<Region>();
        foreach (var direction in (RulingDirection[])[RulingDirection.Horizontal, RulingDirection.Vertical])
        {
            foreach (var ticks in Rows(page, direction))
            {
                if (regions.Find(r => IsAxis(r, ticks, direction)) is not { } region || charts.Exists(c => Holds(c, region.Box)))
                    continue;
                if (ticks.Count >= FewestTicks || axes.Contains(region))
                    charts.Add(Whole(region.Box, page, regions));
                axes.Add(region);
            }
        }
        return charts;
    }

    /// <summary>Whether rulings one below the other are the scale of a chart: in even steps, each with a figure beside its end, in the middle of which it stands. Rows stand between rulings.</summary>
    public static bool IsScale(List<Edge> rulings, List<Piece> pieces)
    {
        var steps = rulings.Zip(rulings.Skip(1), static (a, b) => b.Position - a.Position).ToList();
        return rulings.Count >= FewestTicks && steps.Max() - steps.Min() < Slack
            && rulings.TrueForAll(e => pieces.Exists(p => Math.Abs(p.MiddleY - e.Position) < OnScale * p.Size && (p.Box.Right < e.Start ? e.Start - p.Box.Right : p.Box.Left - e.End) is > 0 and < LabelsBeside));
    }

    public static bool Holds(Box outer, Box inner) =>
        inner.Left > outer.Left - 1 && inner.Right < outer.Right + 1 && inner.Top > outer.Top - 1 && inner.Bottom < outer.Bottom + 1;

    /// <summary>The frame around the axes, if there is one.</summary>
    private static Box Whole(Box axes, PageContent page, List<Region> regions)
    {
        var frame = regions.Find(r => r.Box != axes && r.Horizontal.Count >= 2 && r.Vertical.Count >= 2 && Holds(r.Box, axes) && !Frames.IsDecoration(r.Box, page));
        return frame?.Box ?? new Box(axes.Left - LabelsBeside, axes.Top - LabelsBelow, axes.Right + LabelsBeside, axes.Bottom + LabelsBelow);
    }

    /// <summary>Short strokes of one direction that begin and end at the same height (or, when level, side), in even steps.</summary>
    private static IEnumerable<List<Ruling>> Rows(PageContent page, RulingDirection direction)
    {
        var strokes = new List<Ruling>();
        foreach (var ruling in page.Rulings)
        {
            if (ruling.Direction == direction && ruling.Length is >= Shortest and <= Longest && ruling.Length > Slender * ruling.Thickness)
                strokes.Add(ruling);
        }
        if (strokes.Count < FewestOfAxis)
            yield break;
        strokes.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Position.CompareTo(b.Position));
        for (var i = 0; i < strokes.Count;)
        {
            var j = i + 1;
            while (j < strokes.Count && strokes[j].Start - strokes[i].Start < Slack)
                j++;
            var row = strokes.GetRange(i, j - i).FindAll(s => Math.Abs(s.End - strokes[i].End) < Slack && !GoesOn(page, s));
            row.Sort(static (a, b) => a.Position.CompareTo(b.Position));
            for (var k = row.Count - 1; k > 0; k--)
            {
                if (row[k].Position - row[k - 1].Position < Slack)
                    row.RemoveAt(k);
            }
            if (row.Count >= FewestOfAxis && IsEven(row))
                yield return row;
            i = j;
        }
    }

    private static bool IsEven(List<Ruling> row)
    {
        var steps = row.Zip(row.Skip(1), static (a, b) => b.Position - a.Position).Order().ToList();
        var step = steps[steps.Count / 2];
        return steps.Count(s => Math.Abs(s - step) < Math.Max(Slack, 0.05 * step)) >= Even * steps.Count;
    }

    /// <summary>Whether another stroke goes on in line with this one: a dash, or a piece of a ruling drawn cell by cell.</summary>
    private static bool GoesOn(PageContent page, Ruling stroke)
    {
        foreach (var other in page.Rulings)
        {
            if (other.Direction == stroke.Direction && Math.Abs(other.Position - stroke.Position) < Slack
                && other.Start < stroke.End + Longest && other.End > stroke.Start - Longest && other.Length > stroke.Length - Slack
                && (other.Start < stroke.Start - Slack || other.End > stroke.End + Slack))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether an edge of the region carries the ticks, and no other edge meets their other ends.</summary>
    private static bool IsAxis(Region region, List<Ruling> ticks, RulingDirection direction)
    {
        double from = ticks[0].Position, to = ticks[^1].Position;
        bool start = false, end = false, middle = false;
        var (along, across) = direction == RulingDirection.Vertical ? (region.Vertical, region.Horizontal) : (region.Horizontal, region.Vertical);
        if (ticks.Count(t => along.Exists(e => Math.Abs(e.Position - t.Position) < Slack && e.End - e.Start > Longest)) * 2 > ticks.Count)
            return false;
        foreach (var edge in across)
        {
            if (edge.Start > from + 2 || edge.End < to - 2)
                continue;
            start |= Math.Abs(edge.Position - ticks[0].Start) < 1.2;
            end |= Math.Abs(edge.Position - ticks[0].End) < 1.2;
            middle |= Math.Abs(edge.Position - (ticks[0].Start + ticks[0].End) / 2) < 0.6;
        }
        return start != end || middle;
    }
}
