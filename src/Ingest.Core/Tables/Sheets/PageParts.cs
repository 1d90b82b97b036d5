using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Sheets;

/// <summary>A part of a page that is read for itself; what stands in prose alone is no table.</summary>
internal readonly record struct PagePart(Box Box, bool IsProse);

/// <summary>
/// Parts of a page that are read each for itself: where prose stands in a column of the page, what stands beside it is of another
/// column, be it prose or a table, and no line of the one goes on in the other. So it is with two tables ruled side by side. Nor does a
/// table go on across prose.
/// </summary>
internal static class PageParts
{
    /// <summary>Lines of a block of prose.</summary>
    private const int FewestLines = 5;

    /// <summary>Prose is no narrower than this, and its lines stand no further apart, paragraphs included, in ems.</summary>
    private const double Narrowest = 12, Pitch = 2.3;

    /// <summary>So many lines in a row, evenly apart, reach the right side in a paragraph; those of wrapped labels seldom do.</summary>
    private const int FewestFull = 4;

    private const double Even = 0.25;

    /// <summary>Base lines nearer than this are one, in ems; so many lines with figures, of those of a block, are its rows.</summary>
    private const double OnLine = 0.15, AsMany = 0.8;

    /// <summary>Share of its lines that begin at its left side, and that reach so far to its right side; gaps in ems.</summary>
    private const double Mostly = 0.6, Reach = 0.8, AtLeft = 0.3, Indent = 3;

    /// <summary>Texts nearer than this are of one line, and columns of a page no nearer than that, in ems.</summary>
    private const double OneText = 0.95, Gutter = 0.8;

    /// <summary>White over the whole width, so high, ends what stands side by side, in ems.</summary>
    private const double Band = 1.8;

    /// <summary>Rulings begin and end alike when they differ by no more, in points.</summary>
    private const double Alike = 8;

    /// <summary>More texts than a page of type holds are no text.</summary>
    private const int MostTexts = 4000;

    /// <summary>The parts of a page in the order in which they are read.</summary>
    /// <returns>Empty where the page is one.</returns>
    public static List<PagePart> Of(PageContent page, List<RunLine> lines)
    {
        var texts = new List<Segment>();
        foreach (var line in lines)
            AddTexts(texts, line.Runs);
        if (texts.Count > MostTexts)
            return [];
        var horizontal = Edges.Horizontal(page.Rulings.AsSpan());
        var vertical = Edges.Vertical(page.Rulings.AsSpan());
        var pairs = RuledPairs.Of(horizontal);
        if (pairs.Count == 0 && Prose(texts, vertical).Count == 0)
            return [];
        var regions = Regions.Of(horizontal, vertical).FindAll(static r => r.Horizontal.Count >= 2);
        var parts = new List<PagePart>();
        Part(parts, new Box(double.MinValue, double.MinValue, double.MaxValue, double.MaxValue), texts, horizontal, vertical, regions, pairs);
        return parts.Count > 1 || parts[0].IsProse ? parts : [];
    }

    /// <summary>What of a page stands in a part of it.</summary>
    public static PageContent Cut(PageContent page, Box part) => page with
    {
        Glyphs = [.. page.Glyphs.Where(g => part.Contains(g.Box.CenterX, g.Baseline - (0.32 * g.PointSize)))],
        Rulings = [.. page.Rulings.Where(r => r.Direction == RulingDirection.Horizontal ? part.Contains((r.Start + r.End) / 2, r.Position) : part.Contains(r.Position, (r.Start + r.End) / 2))],
        Shades = [.. page.Shades.Where(s => part.Contains(s.Box.CenterX, s.Box.CenterY))],
    };

    /// <summary>The texts of a line: a figure in a sentence is one with its words; figures alone are no words, however near they stand.</summary>
    private static void AddTexts(List<Segment> texts, List<Segment> runs)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            if (i > 0 && runs[i].Left - runs[i - 1].Right < OneText * runs[i].Size)
                texts[^1] = texts[^1] with { Right = runs[i].Right, Figure = texts[^1].Figure && runs[i].Figure };
            else
                texts.Add(runs[i]);
        }
    }

    private static void Part(List<PagePart> parts, Box box, List<Segment> texts, List<Edge> horizontal, List<Edge> vertical, List<Region> regions, List<(Box Box, double From, double To)> pairs)
    {
        var prose = Prose(texts, vertical);
        foreach (var block in prose)
        {
            var beside = Beside(texts, block);
            foreach (var side in (ReadOnlySpan<bool>)[true, false])
            {
                if (beside.FindAll(s => s.Left > block.Left == side) is not { Count: > 0 } others)
                    continue;
                var (from, to) = side ? (block.Right, others.Min(static s => s.Left)) : (others.Max(static s => s.Right), block.Left);
                if (to - from < Gutter * block.Size || Zone(block, (from + to) / 2, texts, horizontal) is not { } zone || !IsFree(zone, (from + to) / 2, horizontal, regions))
                    continue;
                Divide((from + to) / 2, zone);
                return;
            }
        }
        foreach (var (pair, from, to) in pairs)
        {
            if (box.Contains((from + to) / 2, pair.CenterY) && texts.Exists(s => s.Right < from && s.MiddleY > pair.Top && s.MiddleY < pair.Bottom) && texts.Exists(s => s.Left > to && s.MiddleY > pair.Top && s.MiddleY < pair.Bottom)
                && Zone(new Block(pair.Left, pair.Right, pair.Top, pair.Bottom, 0, 0), (from + to) / 2, texts, horizontal) is { } zone)
            {
                Divide((from + to) / 2, zone);
                return;
            }
        }
        if (prose.Find(b => Beside(texts, b).Count == 0 && !regions.Exists(r => r.Box.Top < b.Bottom && r.Box.Bottom > b.Top && r.Box.Left < b.Right && r.Box.Right > b.Left)) is not { Lines: > 0 } whole)
        {
            parts.Add(new PagePart(box, IsProse: false));
            return;
        }
        if (texts.FindAll(s => s.MiddleY < whole.Top) is { Count: > 0 } above)
            Part(parts, new Box(box.Left, box.Top, box.Right, whole.Top), above, horizontal, vertical, regions, pairs);
        parts.Add(new PagePart(new Box(box.Left, whole.Top, box.Right, whole.Bottom), IsProse: true));
        if (texts.FindAll(s => s.MiddleY > whole.Bottom) is { Count: > 0 } below)
            Part(parts, new Box(box.Left, whole.Bottom, box.Right, box.Bottom), below, horizontal, vertical, regions, pairs);

        void Divide(double x, (double Top, double Bottom) zone)
        {
            foreach (var part in (ReadOnlySpan<Box>)[new(box.Left, box.Top, box.Right, zone.Top), new(box.Left, zone.Top, x, zone.Bottom), new(x, zone.Top, box.Right, zone.Bottom), new(box.Left, zone.Bottom, box.Right, box.Bottom)])
            {
                if (texts.FindAll(s => part.Contains(s.Center, s.MiddleY)) is { Count: > 0 } inside)
                    Part(parts, part, inside, horizontal, vertical, regions, pairs);
            }
        }
    }

    /// <summary>Texts beside a block on the height of its lines.</summary>
    private static List<Segment> Beside(List<Segment> texts, Block block) =>
        texts.FindAll(s => s.Baseline > block.Top && s.MiddleY < block.Bottom && (s.Left >= block.Right || s.Right <= block.Left));

    /// <summary>How far up and down nothing crosses x around a block, and no white runs over both sides.</summary>
    private static (double Top, double Bottom)? Zone(Block block, double x, List<Segment> texts, List<Edge> horizontal)
    {
        if (texts.Exists(s => s.Baseline > block.Top && s.MiddleY < block.Bottom && IsAcross(s.Left, s.Right)) || horizontal.Exists(e => e.Position > block.Top && e.Position < block.Bottom && IsAcross(e.Start, e.End)))
            return null;
        var (top, bottom) = (block.Top, block.Bottom);
        for (var i = texts.Count - 1; i >= 0; i--)
        {
            if (texts[i].MiddleY >= block.Top)
                continue;
            if (top - texts[i].Bottom > Band * texts[i].Size || IsAcross(texts[i].Left, texts[i].Right) || IsRuled(texts[i].MiddleY, block.Top))
                break;
            top = Math.Min(top, texts[i].Top);
        }
        foreach (var text in texts)
        {
            if (text.MiddleY <= block.Bottom)
                continue;
            if (text.Top - bottom > Band * text.Size || IsAcross(text.Left, text.Right) || IsRuled(block.Bottom, text.MiddleY))
                break;
            bottom = Math.Max(bottom, text.Bottom);
        }
        return (top, bottom);

        bool IsAcross(double left, double right) => left < x && right > x;
        bool IsRuled(double from, double to) => horizontal.Exists(e => e.Position > from && e.Position < to && IsAcross(e.Start, e.End));
    }

    /// <summary>Whether what stands side by side is no part of a table: none is ruled around it, nor between rulings over both sides.</summary>
    private static bool IsFree((double Top, double Bottom) zone, double x, List<Edge> horizontal, List<Region> regions)
    {
        if (regions.Exists(r => r.Box.Left < x && r.Box.Right > x && r.Box.Top < zone.Bottom && r.Box.Bottom > zone.Top))
            return false;
        var across = horizontal.FindAll(e => e.Start < x && e.End > x);
        return !across.Exists(a => a.Position <= zone.Top + Edges.Snap && across.Exists(b => b.Position >= zone.Bottom - Edges.Snap && Math.Abs(a.Start - b.Start) < Alike && Math.Abs(a.End - b.End) < Alike));
    }

    /// <summary>Lines of words one below the other that begin and end alike.</summary>
    private static List<Block> Prose(List<Segment> texts, List<Edge> vertical)
    {
        var blocks = new List<Block>();
        var used = new bool[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            if (used[i] || !IsLine(texts[i]))
                continue;
            var lines = new List<Segment> { texts[i] };
            for (var j = i + 1; j < texts.Count && texts[j].Baseline - lines[^1].Baseline < Pitch * lines[^1].Size; j++)
            {
                var (next, above) = (texts[j], lines[^1]);
                if (used[j] || next.Right <= above.Left || next.Left >= above.Right || next.Baseline - above.Baseline < 0.5 * above.Size)
                    continue;
                // the last line of a paragraph may be short
                if (Math.Abs(next.Left - above.Left) > Indent * above.Size || Math.Abs(next.Size - above.Size) > 0.1 * above.Size || next.Figure)
                    break;
                // only the last line of a paragraph is narrow: of two, the second is that of a table below, and the first too where it stands apart
                if (!IsLine(next) && !IsLine(above))
                {
                    if (lines.Count > 2 && above.Baseline - lines[^2].Baseline > lines[^2].Baseline - lines[^3].Baseline + Even * above.Size)
                        lines.RemoveAt(lines.Count - 1);
                    break;
                }
                used[j] = true;
                lines.Add(next);
            }
            double left = lines.Min(static s => s.Left), right = lines.Max(static s => s.Right);
            var full = lines.ConvertAll(s => s.Right > left + Reach * (right - left));
            if (lines.Count >= FewestLines && lines.Count(s => s.Left < left + AtLeft * s.Size) >= Mostly * lines.Count && full.Count(static f => f) >= Mostly * lines.Count && HoldsParagraph(lines, full))
                blocks.Add(new Block(left, right, lines[0].Top, lines[^1].Bottom, lines[0].Size, lines.Count));
        }
        blocks.RemoveAll(b => AreLabels(b, texts) || IsRuledColumn(b, vertical));
        return blocks;
    }

    /// <summary>Whether a block is the first column of a table: a figure is the next text behind most of its lines, or nearly as many lines with figures as it has run beside it.</summary>
    private static bool AreLabels(Block block, List<Segment> texts)
    {
        var lines = texts.FindAll(s => s.Center > block.Left && s.Center < block.Right && s.MiddleY > block.Top && s.MiddleY < block.Bottom);
        var beside = texts.FindAll(s => s.Left >= block.Right && s.MiddleY > block.Top && s.MiddleY < block.Bottom);
        return lines.Count(l => beside.FindAll(s => Math.Abs(s.Baseline - l.Baseline) < OnLine * l.Size).OrderBy(static s => s.Left).FirstOrDefault().Figure) * 2 > lines.Count
            || beside.Where(static s => s.Figure).Select(s => Math.Round(s.Baseline / (OnLine * s.Size))).Distinct().Count() >= AsMany * block.Lines;
    }

    /// <summary>Whether rulings that begin and end alike stand on both sides of a block, as they do between the columns of a table.</summary>
    private static bool IsRuledColumn(Block block, List<Edge> vertical)
    {
        var around = vertical.FindAll(e => e.Coverage(block.Top, block.Bottom) > 0.5);
        return around.Exists(a => a.Position < block.Left + 1 && around.Exists(b => b.Position > block.Right - 1 && Math.Abs(a.Start - b.Start) < Alike && Math.Abs(a.End - b.End) < Alike));
    }

    private static bool HoldsParagraph(List<Segment> lines, List<bool> full)
    {
        var (run, pitch) = (1, 0.0);
        for (var i = 1; i < lines.Count && run < FewestFull; i++)
        {
            var apart = lines[i].Baseline - lines[i - 1].Baseline;
            // an item of a list begins a text of its own: 一、…, 二、… are names of rows
            run = !full[i - 1] || !full[i] || lines[i].Numbered ? 1 : Math.Abs(apart - pitch) < Even * lines[i].Size ? run + 1 : 2;
            pitch = apart;
        }
        return run >= FewestFull;
    }

    private static bool IsLine(Segment text) => !text.Figure && text.Width > Narrowest * text.Size;

    private readonly record struct Block(double Left, double Right, double Top, double Bottom, double Size, int Lines);
}
