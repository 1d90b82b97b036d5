using Ingest.Core.Model;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Areas;

/// <summary>Horizontal edges that no vertical one meets, one below the other over the same width: tables ruled by lines alone.</summary>
internal static class Stacks
{
    private const double Shortest = 60;
    private const double Jitter = 8;

    /// <summary>Height of a header above its first full line, in points, and how many times as wide that may be.</summary>
    private const double HeaderReach = 60, MostOfFirst = 2.5;

    /// <summary>Another table stands no nearer below one than this, and its first line no further below its top than that, in ems.</summary>
    private const double Room = 2.2, Reach = 4;

    /// <summary>A title stands no further off the middle of its table than this share of its width; the second where so many rows have room between.</summary>
    private const double OffTable = 0.05, OffPage = 0.15, FarBelow = 3;

    /// <summary>Lines in which the names begin: a group may stand above them alone.</summary>
    private const int MostOfGroups = 3;

    /// <summary>So many lines of one text over this share of the width of a ruling are a paragraph.</summary>
    private const int FewestOfProse = 2;

    private const double OfProse = 0.7;

    /// <summary>Lines of several words that are rows.</summary>
    private const int FewestOfWords = 3;

    /// <summary>Base lines nearer than this are of texts side by side, in ems; what begins, or has its middle, nearer than that below another text stands as it does.</summary>
    private const double Beside = 0.9, Beginning = 0.2;

    /// <param name="regions">All regions of the page; those with vertical edges part the stacks.</param>
    /// <param name="claimed">Tables that were found already, which part them too.</param>
    /// <param name="lines">The text of the page.</param>
    public static List<List<Edge>> Of(List<Region> regions, List<Box> claimed, Glyph[] glyphs, List<Piece> pieces, Func<List<RunLine>> lines)
    {
        var edges = new List<Edge>();
        foreach (var region in regions)
        {
            if (region.Vertical.Count == 0)
                edges.AddRange(region.Horizontal);
        }
        edges.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : a.Start.CompareTo(b.Start));
        // the two halves of a table are no regions of their own
        for (var i = edges.Count - 1; i > 0; i--)
        {
            if (edges[i].Position == edges[i - 1].Position && edges[i].Start - edges[i - 1].End is >= 0 and < Jitter)
            {
                edges[i - 1] = new Edge(edges[i].Position, [.. edges[i - 1].Stretches, .. edges[i].Stretches]);
                edges.RemoveAt(i);
            }
        }
        // a ruling of the head of the page: below it stands nothing, or the unit or a title, which stand above a table, or a paragraph
        while (edges.Count > 1 && edges.Find(e => e != edges[0] && e.Start < edges[0].End && e.End > edges[0].Start) is { } next
            && lines().FindAll(l => l.Baseline > edges[0].Position && l.Baseline < next.Position) is var below && (below.Count == 0 || below.Exists(static l => l.IsAbove)
                || (lines().Find(l => l.Baseline > next.Position) is { } names && below.TrueForAll(static l => l.Runs is [{ Figure: false }]) && below.Exists(l => l.Size > OpenHeaders.Larger * names.Size))
                || (below.Count(l => l.Runs is [{ Figure: false } only] && only.Width > OfProse * (edges[0].End - edges[0].Start)) >= FewestOfProse && lines().Count(l => l.Baseline < edges[0].Position) < FewestOfProse)))
        {
            edges.RemoveAt(0);
        }
        var used = new bool[edges.Count];
        var stacks = new List<List<Edge>>();
        for (var i = 0; i < edges.Count; i++)
        {
            if (used[i] || edges[i].End - edges[i].Start < Shortest)
                continue;
            var stack = new List<Edge> { edges[i] };
            var whole = Whole(edges, i);
            for (var j = i + 1; j < edges.Count; j++)
            {
                if (used[j])
                    continue;
                if (Crossed(regions, claimed, whole, edges[j]) || StandsBelowUnit(stack, edges[j], lines()) || IsCaption(whole, stack, edges.GetRange(j, edges.Count - j), glyphs, pieces) || BeginsAnother(whole, stack, edges.GetRange(j, edges.Count - j), glyphs, pieces))
                    break;
                if (edges[j].Start < whole.Start - Jitter || edges[j].End > whole.End + Jitter)
                {
                    // a line wider than the table, below lines as wide as it, is of another one, and so is what follows
                    if (stack.Count > 1 && IsFull(whole, stack[^1]) && IsFull(whole, edges[j]))
                        break;
                    continue;
                }
                stack.Add(edges[j]);
                used[j] = true;
            }
            if (stack.Count > 1)
                stacks.Add(stack);
        }
        return stacks;
    }

    /// <summary>The edge that tells the width: the first one, or one right below it where that is drawn over the columns behind the first alone.</summary>
    private static Edge Whole(List<Edge> edges, int first)
    {
        var top = edges[first];
        return edges.Skip(first + 1).TakeWhile(e => e.Position - top.Position < HeaderReach)
            .FirstOrDefault(e => e.Start < top.Start - Jitter && Math.Abs(e.End - top.End) < Jitter && e.End - e.Start < MostOfFirst * (top.End - top.Start)) ?? top;
    }

    /// <summary>Whether a ruled table, or one that was found already, whose closing line may be the second edge, stands between two edges.</summary>
    private static bool Crossed(List<Region> regions, List<Box> claimed, Edge from, Edge to)
    {
        return regions.Exists(r => r.Vertical.Count > 1 && r.Horizontal.Count > 1 && IsBetween(r.Box, to.Position)) || claimed.Exists(t => IsBetween(t, to.Position + Edges.Snap));

        bool IsBetween(Box box, double floor) => box.Top > from.Position && box.Bottom < floor && box.Left < from.End && box.Right > from.Start;
    }

    /// <summary>
    /// Whether the text between the stack so far and the next full line, one under groups right above it, or one after which there is no full
    /// line any more, is the title of another table: no figures, a line in the middle of the width, and more room than a row of the table takes.
    /// </summary>
    private static bool IsCaption(Edge top, List<Edge> stack, List<Edge> rest, Glyph[] glyphs, List<Piece> pieces)
    {
        var next = rest[0];
        if (stack.Count < 2 || !(IsFull(top, next) || (IsFull(top, stack[^1]) && (rest.Find(e => IsFull(top, e)) is not { } full || full.Position - next.Position < 2 * HeaderReach))) || !stack.Exists(e => e != top && IsFull(top, e)))
            return false;
        var above = stack[^1].Position;
        var segments = Segments.Of(glyphs, pieces, new Box(top.Start - 3, above, top.End + 3, next.Position));
        double height = next.Position - above, row = double.MaxValue;
        for (var i = 1; i < stack.Count; i++)
            row = Math.Min(row, stack[i].Position - stack[i - 1].Position);
        // no rows begin right below a title
        if (segments.Count == 0 || height < 1.7 * row || height < 2.2 * segments[0].Size || !IsHeader(Below(next, segments[0].Size, glyphs, pieces)))
            return false;
        double center = (top.Start + top.End) / 2, width = top.End - top.Start;
        // with more room it may stand in the middle of the page, which need not be that of the table
        var off = (height > FarBelow * row ? OffPage : OffTable) * width;
        // a name begins where the one in the row above does, or has its middle there
        var namesAbove = Segments.Of(glyphs, pieces, new Box(top.Start - 3, stack[^2].Position, top.End + 3, above));
        var title = false;
        var left = double.NaN;
        Segment? before = null;
        var lines = FormColumns.Lines(segments).ConvertAll(Joined);
        // rows of words; a title and its unit may stand on one line
        if (lines.Count(static l => l.Count > 1) is var several && several >= FewestOfWords && several * 2 > lines.Count)
            return false;
        foreach (var texts in lines)
        {
            // a label half way between the lines beside it names a row
            if (texts.Exists(t => t.Figure) || (before is { } b && texts[0].Baseline - b.Baseline < Beside * Math.Min(b.Size, texts[0].Size) && (b.Right < texts[0].Left || texts[^1].Right < b.Left)))
                return false;
            before = texts[0];
            // the rest of a wrapped name stands below its beginning, whichever part of the width that is
            var wrapped = Math.Abs(texts[0].Left - left) < 0.5 * texts[0].Size || namesAbove.Exists(n => !n.Figure && (Math.Abs(n.Left - texts[0].Left) < Beginning * texts[0].Size || Math.Abs(n.Center - texts[0].Center) < Beginning * texts[0].Size));
            title |= !wrapped && texts.Count <= 2 && Math.Abs(texts[0].Center - center) < off && texts[0].Width < 0.7 * width;
            left = texts[0].Left;
        }
        return title;
    }

    /// <summary>
    /// Whether the stack so far is a whole table whose rows no lines part, and the next line the top of another one: what stands
    /// between runs over the columns, as notes and titles do, and below the line stands a header. Where lines part the rows it may be one.
    /// </summary>
    private static bool BeginsAnother(Edge top, List<Edge> stack, List<Edge> rest, Glyph[] glyphs, List<Piece> pieces)
    {
        Edge last = stack[^1], next = rest[0];
        if (stack.Count < 2 || !IsFull(top, last) || !rest.Exists(e => e.Position > next.Position + Edges.Snap && e.Start < next.End && e.End > next.Start))
            return false;
        var between = Segments.Of(glyphs, pieces, new Box(top.Start - 3, last.Position, top.End + 3, next.Position));
        if (between.Count == 0 || next.Position - last.Position < Room * between[0].Size || !IsHeader(Below(next, between[0].Size, glyphs, pieces)))
            return false;
        return StackArea.Of(stack, glyphs, pieces, last.Position) is { } area && HoldsRows(stack, area.Texts) && AreaGrid.Of(area, null) is { } grid && !StackArea.IsProse(grid.Xs, area.Texts) && StackArea.RunsOver(grid.Xs, between);
    }

    /// <summary>Whether below the rows of the stack so far a unit stands, and then the names of another table's columns, above the next line or right below it.</summary>
    private static bool StandsBelowUnit(List<Edge> stack, Edge next, List<RunLine> lines)
    {
        var below = lines.FindIndex(l => l.Baseline >= next.Position);
        var unit = below < 0 ? -1 : lines.FindLastIndex(below, l => l.IsAbove && l.Baseline < next.Position);
        return unit >= 0 && lines.Take(unit).Any(l => l.Baseline > stack[0].Position && l.IsTabular)
            && lines.Skip(unit + 1 < below ? below - 1 : below).Take(MostOfGroups).FirstOrDefault(static l => l.Runs.Count > 1) is { } names && names.Runs.TrueForAll(static r => !r.Figure || Header.IsYear(r));
    }

    /// <summary>Whether figures stand one below the other between two edges.</summary>
    public static bool HoldsRows(List<Edge> stack, List<Segment> texts)
    {
        var figures = texts.FindAll(static s => s.Figure);
        for (var i = 0; i < figures.Count; i++)
        {
            var (above, band) = (figures[i], stack.FindLastIndex(e => e.Position < figures[i].MiddleY));
            if (figures.FindIndex(i + 1, s => s.Baseline - above.Baseline > 0.9 * s.Size && s.IsOver(above)) is var at and >= 0
                && stack.FindLastIndex(e => e.Position < figures[at].MiddleY) == band)
            {
                return true;
            }
        }
        return false;
    }

    private static List<Segment> Below(Edge edge, double size, Glyph[] glyphs, List<Piece> pieces) =>
        Segments.Of(glyphs, pieces, new Box(edge.Start, edge.Position, edge.End, edge.Position + Reach * size));

    /// <summary>Whether the first line has no figure but years.</summary>
    private static bool IsHeader(List<Segment> below) =>
        FormColumns.Lines(below) is [var first, ..] && first.TrueForAll(static s => !s.Figure || Header.IsYear(s));

    /// <summary>The texts of a line with the figures in them (表 8. 2024 年).</summary>
    private static List<Segment> Joined(List<Segment> line)
    {
        var texts = new List<Segment>();
        foreach (var s in line)
        {
            if (texts.Count > 0 && Math.Abs(s.Size - texts[^1].Size) < 0.1 * s.Size && s.Left - texts[^1].Right < 0.8 * s.Size && !(s.Figure && texts[^1].Figure) && !s.IsAmount && !texts[^1].IsAmount)
                texts[^1] = texts[^1] with { Right = s.Right, Figure = false };
            else
                texts.Add(s);
        }
        return texts;
    }

    private static bool IsFull(Edge top, Edge edge) => edge.Start < top.Start + Jitter && edge.End > top.End - Jitter;
}
