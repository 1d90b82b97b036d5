using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>Horizontal edges that no vertical one meets, one below the other over the same width: tables ruled by lines alone.</summary>
internal static class Stacks
{
    private const double Shortest = 60;
    private const double Jitter = 8;

    /// <param name="regions">All regions of the page; those with vertical edges part the stacks.</param>
    public static List<List<Edge>> Of(List<Region> regions, Glyph[] glyphs, List<Piece> pieces)
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
            for (var j = i + 1; j < edges.Count; j++)
            {
                if (used[j])
                    continue;
                if (Crossed(regions, edges[i], edges[j]) || IsCaption(edges[i], stack, edges[j], glyphs, pieces))
                    break;
                if (edges[j].Start < edges[i].Start - Jitter || edges[j].End > edges[i].End + Jitter)
                    continue;
                stack.Add(edges[j]);
                used[j] = true;
            }
            if (stack.Count > 1)
                stacks.Add(stack);
        }
        return stacks;
    }

    private static bool Crossed(List<Region> regions, Edge from, Edge to) => regions.Exists(r => r.Vertical.Count > 1 && r.Horizontal.Count > 1
        && r.Box.Top > from.Position && r.Box.Bottom < to.Position && r.Box.Left < from.End && r.Box.Right > from.Start);

    /// <summary>
    /// Whether the text between the stack so far and the next full line is the title of another table: no figures, a
    /// line in the middle of the width, and more room than a row of the table takes.
    /// </summary>
    private static bool IsCaption(Edge top, List<Edge> stack, Edge next, Glyph[] glyphs, List<Piece> pieces)
    {
        if (stack.Count < 2 || !IsFull(top, next) || !stack.Exists(e => e != top && IsFull(top, e)))
            return false;
        var above = stack[^1].Position;
        var segments = Segments.Of(glyphs, pieces, new Box(top.Start - 3, above, top.End + 3, next.Position));
        double height = next.Position - above, row = double.MaxValue;
        for (var i = 1; i < stack.Count; i++)
            row = Math.Min(row, stack[i].Position - stack[i - 1].Position);
        if (segments.Count == 0 || height < 1.7 * row || height < 2.2 * segments[0].Size)
            return false;
        double center = (top.Start + top.End) / 2, width = top.End - top.Start;
        var title = false;
        var left = double.NaN;
        foreach (var line in FormColumns.Lines(segments))
        {
            var texts = Joined(line);
            if (texts.Exists(t => t.Figure))
                return false;
            // the rest of a wrapped name stands below its beginning, whichever part of the width that is
            var wrapped = Math.Abs(texts[0].Left - left) < 0.5 * texts[0].Size;
            title |= !wrapped && texts.Count <= 2 && Math.Abs(texts[0].Center - center) < 0.05 * width && texts[0].Width < 0.7 * width;
            left = texts[0].Left;
        }
        return title;
    }

    /// <summary>The texts of a line with the figures in them (表 8. 2024 年).</summary>
    private static List<Segment> Joined(List<Segment> line)
    {
        var texts = new List<Segment>();
        foreach (var s in line)
        {
            if (texts.Count > 0 && Math.Abs(s.Size - texts[^1].Size) < 0.1 * s.Size && s.Left - texts[^1].Right < 0.8 * s.Size && !(s.Figure && texts[^1].Figure))
                texts[^1] = texts[^1] with { Right = s.Right, Figure = false };
            else
                texts.Add(s);
        }
        return texts;
    }

    private static bool IsFull(Edge top, Edge edge) => edge.Start < top.Start + Jitter && edge.End > top.End - Jitter;
}
