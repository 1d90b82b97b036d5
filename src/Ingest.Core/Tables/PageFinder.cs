using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables;

/// <summary>Finds the tables of one page.</summary>
internal static class PageFinder
{
    /// <param name="last">The page before, whose last table may go on here.</param>
    public static PageFinds Find(PageContent page, RunningHeads heads, PageFinds? last)
    {
        var glyphs = Sheet.Visible(page);
        var all = Sheet.Pieces(glyphs, page.Rulings);
        var finds = new PageFinds(page.Number, page.Width, page.Height, [], []);
        List<RunLine> lines = IsSeen(glyphs) ? TextRuns.Lines(glyphs, all, page.Rulings) : [];
        var parts = PageParts.Of(page, lines);
        if (parts.Count == 0)
            Find(finds, page, glyphs, all, heads, last, lines);
        foreach (var part in parts)
        {
            var cut = PageParts.Cut(page, part.Box);
            var seen = Sheet.Visible(cut);
            var pieces = Sheet.Pieces(seen, cut.Rulings);
            if (part.IsProse)
                finds.Lines.AddRange(TextLines.Of(page.Number, seen, pieces));
            else
                Find(finds, cut, seen, pieces, heads, finds.Lines.Count + finds.Tables.Count == 0 ? last : null);
        }
        Captions.Attach(finds.Tables, finds.Lines);
        return finds;
    }

    /// <summary>Adds the tables and the other lines of a page, or of a part of it.</summary>
    /// <param name="lines">Those of all pieces, where they are known.</param>
    private static void Find(PageFinds finds, PageContent page, Glyph[] glyphs, List<Piece> all, RunningHeads heads, PageFinds? last, List<RunLine>? lines = null)
    {
        page = page with { Rulings = heads.Without(page) };
        var drawn = Edges.Horizontal(page.Rulings.AsSpan());
        // rulings that are drawn say what they enclose; what is shaded ends above the foot of the page
        var free = heads.Without(page.Number, all);
        var sides = Shading.Sides(page, drawn, glyphs, free);
        page = page with { Rulings = page.Rulings.AddRange(sides) };
        var horizontal = sides.Count == 0 ? drawn : Edges.Horizontal(page.Rulings.AsSpan());
        var vertical = Edges.Vertical(page.Rulings.AsSpan());
        var open = last is { Tables: [.., var before] } && before.Page == page.Number - 1 ? before.Beside ?? before : null;
        horizontal = CutPages.Closed(horizontal, vertical, open);
        var tables = new List<PageTable>();
        var regions = Regions.Of(horizontal, vertical);
        var charts = Charts.Of(page, regions);
        var pieces = all;
        if (charts.Count > 0)
        {
            regions.RemoveAll(r => charts.Exists(c => Charts.Holds(c, r.Box)));
            (pieces, free) = (all.FindAll(IsOutside), free.FindAll(IsOutside));
        }
        var isSeen = IsSeen(glyphs);
        List<RunLine>? ofFree = null, ofRest = null;
        var rest = 0;
        List<RunLine> Lines() => ofFree ??= lines is not null && free.Count == all.Count ? lines : isSeen ? TextRuns.Lines(glyphs, free, page.Rulings) : [];
        // tables are only added while a page is read: as many pieces outside them as before are the same ones
        List<RunLine> LinesOf(List<Piece> outside)
        {
            if (outside.Count == free.Count)
                return Lines();
            if (ofRest is null || rest != outside.Count)
                (ofRest, rest) = (TextRuns.Lines(glyphs, outside, page.Rulings), outside.Count);
            return ofRest;
        }

        // a table goes on from the page before where nothing stands above it but its unit, or what stood above it there
        PageTable? Above(double top) => open is not null && Lines().FindAll(l => l.Baseline < top && (!l.IsAbove || l.IsTitled)) is var above && (above.Count == 0 || IsAgain(above)) ? open : null;
        bool IsAgain(List<RunLine> above)
        {
            var there = last!.Lines.FindAll(l => l.Area.Box.Bottom < open!.Box.Top + Edges.Snap).ConvertAll(static l => l.Text);
            var here = TextLines.Of(page.Number, glyphs, free.FindAll(p => above.Exists(l => l.Baseline > p.Box.Top && l.Baseline < p.Box.Bottom + 0.1 * p.Size)));
            return here.TrueForAll(l => there.Contains(l.Text));
        }

        bool IsOutside(Piece p) => !charts.Exists(c => c.Contains(p.Box.CenterX, p.MiddleY));

        List<Area> OfText()
        {
            var outside = Outside(free, tables);
            return [.. OpenAreas.Of(glyphs, outside, LinesOf(outside), horizontal, vertical, area => PageBefore.Columns(Above(area.Box.Top), area, Segments.Joined(area.Texts)) is not null)];
        }

        var frames = new List<Region>();
        var claimed = new List<Box>();
        foreach (var region in regions)
        {
            if (region.Horizontal.Count < 2 || RuledGrid.Of(region) is not { } grid)
                continue;
            var above = Above(region.Box.Top);
            if (above is not null && tables.Count == 0 && FacingPages.Of(above, grid, region, glyphs, pieces) is { } further)
            {
                tables.Add(Read(page.Number, further, glyphs, pieces, ruled: true) with { Beside = above });
            }
            else if (Frames.IsFrame(grid))
            {
                frames.Add(region);
            }
            else if (StackArea.Below(region, horizontal, vertical, glyphs, free, () => Floors.Below(page, horizontal, region, regions, Lines()), above is not null) is { } below
                && AreaGrid.Of(HeaderAbove.With(below, horizontal, glyphs, free), Above(below.Box.Top)) is { } whole)
            {
                Add(tables, page.Number, whole, glyphs, free);
                claimed.Add(below.Box);
            }
            else
            {
                AddRuled(tables, page.Number, PartRuled.Of(region, grid, horizontal, vertical, drawn, glyphs, pieces, above) ?? grid, region, glyphs, pieces, above);
            }
        }
        var columns = open is { Ruled: false } ? open.Grid.Xs : null;
        regions.RemoveAll(r => claimed.Exists(box => StackArea.IsInside(box, r.Box.Left, r.Box.Top, r.Box.Right, r.Box.Bottom)));
        var stacks = Stacks.Of(regions, claimed, glyphs, free, Lines);
        stacks.RemoveAll(stack => Charts.IsScale(stack, free));
        if (stacks.Count > 0)
        {
            var areas = OfText();
            stacks.RemoveAll(stack => areas.Exists(a => StackArea.IsPart(a, stack)));
        }
        foreach (var stack in stacks)
        {
            // what stands in a table already is no part of another one
            var others = Outside(free, tables);
            Add(tables, page.Number, OpenForms.Of(stack, glyphs, others, columns) ?? Open(StackArea.Of(stack, glyphs, others, Floors.Below(page, horizontal, stack, stacks, tables)) is { } area ? HeaderAbove.With(area, horizontal, glyphs, others) : null, Above(stack[0].Position)), glyphs, others);
        }
        foreach (var frame in frames)
            Add(tables, page.Number, Frames.Open(page, frame, horizontal, tables, Above(frame.Box.Top), glyphs, free), glyphs, free);
        var formless = Outside(free, tables);
        foreach (var form in OpenForms.Of(page, glyphs, formless, horizontal, columns, () => isSeen ? LinesOf(formless) : []))
        {
            // a page of few rows looks like a form where names take two lines; what goes on in the columns of a table of rows is none
            if (open?.Grid.Measure is null || !OfText().Exists(a => a.Box.Top < form.Ys[^1] && a.Box.Bottom > form.Ys[0] && PageBefore.Columns(Above(a.Box.Top), a, a.Texts.FindAll(s => s.MiddleY > a.From)) is not null))
                Add(tables, page.Number, form, glyphs, free);
        }
        // of a layer that character recognition left behind even the base lines are guesses
        foreach (var area in isSeen ? OfText() : [])
            Add(tables, page.Number, Open(area, Above(area.Box.Top)), glyphs, free);
        foreach (var area in isSeen && Outside(free, tables) is var words ? WordAreas.Of(glyphs, words, LinesOf(words)) : [])
            Add(tables, page.Number, AreaGrid.Of(area, null), glyphs, free);
        DropCovered(tables);
        tables.Sort(static (a, b) => a.Box.Top != b.Box.Top ? a.Box.Top.CompareTo(b.Box.Top) : a.Box.Left.CompareTo(b.Box.Left));
        finds.Tables.AddRange(tables);
        var outsideTables = Outside(all, tables);
        finds.Lines.AddRange(TextLines.Of(page.Number, glyphs, outsideTables, TitlesBeside.Of(tables, outsideTables)));
    }

    private static Grid? Open(Area? area, PageTable? above) =>
        area is not null && (area.From == double.MinValue || area.Texts.Exists(s => s.Figure && s.MiddleY > area.From)) && AreaGrid.Of(area, above) is { } grid && !StackArea.IsProse(grid.Xs, area.Texts) && !NoTables.IsScattered(grid.Xs, area.Texts) && !(above is null && NoTables.IsListing(grid.Xs, area)) ? grid : null;

    private static bool IsSeen(Glyph[] glyphs) => glyphs.Length > 0 && !glyphs[glyphs.Length / 2].Flags.HasFlag(GlyphFlags.Invisible);

    private static void AddRuled(List<PageTable> tables, int page, Grid grid, Region region, Glyph[] glyphs, List<Piece> pieces, PageTable? above)
    {
        if (Read(page, grid, glyphs, pieces, ruled: true) is var table && IsTable(table, above))
            tables.Add(table with { OpenBelow = OpenSides.Below(grid, region.Horizontal) });
    }

    private static void Add(List<PageTable> tables, int page, Grid? grid, Glyph[] glyphs, List<Piece> pieces)
    {
        if (grid is not null)
            tables.Add(Read(page, grid, glyphs, pieces, ruled: false));
    }

    private static PageTable Read(int page, Grid grid, Glyph[] glyphs, List<Piece> pieces, bool ruled)
    {
        var placed = Placement.Of(grid, glyphs, pieces);
        var cells = new List<PageCell>(grid.Cells.Count);
        var padding = ruled ? Padding.Of(grid.Xs, placed.SelectMany(static p => p ?? []).Select(static p => (p.Box.Left, p.Box.Right))) : 0;
        var broken = new List<int>();
        var widest = ruled ? [] : Widest(grid, placed);
        for (var i = 0; i < grid.Cells.Count; i++)
        {
            var raw = CellReader.Raw(glyphs, placed[i]);
            var box = grid.BoxOf(grid.Cells[i]);
            var width = ruled ? box.Width : 0;
            var isBroken = CellReader.FillLines(raw, placed[i], ruled ? width : widest[grid.Cells[i].Column], padding);
            if (isBroken)
                broken.Add(i);
            cells.Add(new PageCell(
                grid.Cells[i], box, CellReader.Text(raw, isBroken), raw, IsUntrusted(glyphs, placed[i]) || (!ruled && Placement.HoldsTornWord(glyphs, placed[i])), CellReader.Indent(placed[i], box),
                CellReader.IsFull(glyphs, placed[i], box, width), placed[i] is { Count: 1 }));
        }
        RowsInOne.Part(cells, BrokenFigures.Join(cells, broken));
        Thousands.Join(cells, grid.Columns);
        return new PageTable(page, grid, cells, ruled);
    }

    /// <summary>By column that no ruling shows: how wide its widest piece is, so that a line as wide may be a broken one.</summary>
    private static double[] Widest(Grid grid, List<Piece>?[] placed)
    {
        var widest = new double[grid.Columns];
        for (var i = 0; i < placed.Length; i++)
        {
            foreach (var piece in grid.Cells[i].ColumnSpan == 1 ? placed[i] ?? [] : [])
                widest[grid.Cells[i].Column] = Math.Max(widest[grid.Cells[i].Column], piece.Box.Width);
        }
        return widest;
    }

    /// <summary>Without a meaning, or a letter or character that was recognised but not for sure; of digits their figure says so itself.</summary>
    private static bool IsUncertain(in Glyph glyph) =>
        glyph.Flags.HasFlag(GlyphFlags.Untrusted) || (glyph.Flags.HasFlag(GlyphFlags.Unsure) && char.IsLetter(glyph.Text[0]));

    private static bool IsUntrusted(Glyph[] glyphs, List<Piece>? pieces)
    {
        if (pieces is null)
            return false;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (Scripts.IsMark(glyphs, pieces, i) || (i > 0 && (Overdrawn.IsOver(glyphs, pieces[i - 1], piece) || Sheet.IsLargeBeside(pieces[i - 1], piece))))
                return true;
            for (var g = piece.Start; g < piece.Start + piece.Length; g++)
            {
                if (IsUncertain(glyphs[g]) || (g > piece.Start && Overdrawn.IsOver(glyphs[g - 1], glyphs[g])))
                    return true;
            }
        }
        return false;
    }

    /// <summary>A frame, a box around a paragraph or the axes of a chart are no table: it takes two cells with text, side by side or one above the other. The rest of a row that a page break cuts may be one.</summary>
    private static bool IsTable(PageTable table, PageTable? above)
    {
        if (table.Cells.Count < 3 && table.Columns < 2)
            return false;
        return table.Cells.Count(static c => c.Text.Length > 0) >= (above is { Ruled: true } && table.Grid.HasColumnsOf(above.Grid) ? 1 : 2);
    }

    /// <summary>Nothing is read twice: of two tables over each other, as of a frame and what it encloses, the one with more cells stays. Figures of the other alone are told as outside.</summary>
    private static void DropCovered(List<PageTable> tables)
    {
        var covered = Enumerable.Range(0, tables.Count).Where(less => Enumerable.Range(0, tables.Count).Any(more => AreOver(tables[less].Box, tables[more].Box)
            && (tables[more].Cells.Count > tables[less].Cells.Count || (tables[more].Cells.Count == tables[less].Cells.Count && more < less)))).ToList();
        for (var i = covered.Count - 1; i >= 0; i--)
            tables.RemoveAt(covered[i]);
    }

    private static bool AreOver(Box a, Box b) =>
        Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > Edges.Snap && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > Edges.Snap;

    private static List<Piece> Outside(List<Piece> pieces, List<PageTable> tables)
    {
        var outside = new List<Piece>();
        foreach (var piece in pieces)
        {
            var inside = false;
            foreach (var table in tables)
                inside |= table.Box.Contains(piece.Box.CenterX, piece.MiddleY);
            if (!inside)
                outside.Add(piece);
        }
        return outside;
    }
}
