using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Ruled;

/// <summary>Tells a grid whose rulings part every row and column of its text from one that they show in part.</summary>
internal static class PartRuled
{
    /// <summary>
    /// Texts in one cell nearer than this many ems may be one text drawn with gaps, or a date; those in a cell over columns
    /// that rulings show elsewhere are hardly.
    /// </summary>
    private const double SideBySide = 1.6, SideBySideInSpan = 0.3;

    /// <summary>A figure between words of a sentence is no further from them, in ems.</summary>
    private const double InSentence = 0.8;

    /// <summary>Sides of texts in one column differ by less, in ems.</summary>
    private const double InLine = 0.15;

    /// <summary>A sign before a figure is no wider than this, in ems.</summary>
    private const double Sign = 1.5;

    /// <summary>Lines with texts side by side in one cell.</summary>
    private const int FewestLines = 3;

    /// <summary>The table of the page before has more than so many times the columns that the last rows of it show.</summary>
    private const double FewerThan = 1.5;

    /// <summary>The grid as rulings and text show it; null where the rulings part all of the text.</summary>
    /// <param name="horizontal">All edges, the sides of fills too; <paramref name="drawn"/> those of rulings alone.</param>
    public static Grid? Of(Region region, Grid grid, List<Edge> horizontal, List<Edge> vertical, List<Edge> drawn, Glyph[] glyphs, List<Piece> pieces, PageTable? before)
    {
        var texts = Segments.Joined(Segments.Of(glyphs, pieces, grid.Box));
        var area = new Area(grid.Box, texts, horizontal.FindAll(e => IsInside(e.Position, e.Start, e.End, region.Box, across: false)), vertical.FindAll(e => IsInside(e.Position, e.Start, e.End, region.Box, across: true)));
        var inPart = IsCollapsed(grid, texts) || GoesOn(before, grid, texts);
        var bare = !inPart && HeaderAbove.IsBare(area);
        // above a ruling over the whole width stands no header unless another one closes it above; above the side of a fill one may
        if (!inPart && !bare && HeaderAbove.Side(area, horizontal) is null && !HeaderAbove.IsOpen(area with { Horizontal = drawn.FindAll(e => Math.Abs(e.Position - area.Box.Top) <= Edges.Snap) }))
            return null;
        // fills or rulings may show the rows alone, and the header, of several texts, stands above them; above what goes on from the page before its title may, again
        var whole = before is null ? HeaderAbove.With(area, horizontal, glyphs, pieces) : area;
        if (!inPart && (whole.Texts.Count == area.Texts.Count || (bare && HeaderAbove.IsBare(whole))))
            return null;
        return AreaGrid.Of(whole, before) is { } read && read.Cells.Count >= grid.Cells.Count + (inPart ? 0 : 1) ? read : null;
    }

    /// <summary>Whether the text keeps to the columns of the page before, of which the rulings of its last rows show few, or whose rows none part.</summary>
    private static bool GoesOn(PageTable? before, Grid grid, List<Segment> texts)
    {
        if (before is null || (grid.Columns * FewerThan >= before.Columns && (before.Grid.Measure is null || grid.Columns != before.Columns)))
            return false;
        var area = new Area(grid.Box, texts, [], []);
        var first = Header.FirstFigure(area);
        return PageBefore.Columns(before, area, texts.FindAll(s => s.MiddleY > first - 0.5)) is not null;
    }

    /// <summary>Also rulings that meet no other, as the brace below a group of the header does.</summary>
    private static bool IsInside(double position, double start, double end, Box box, bool across) => across
        ? position > box.Left - Edges.Snap && position < box.Right + Edges.Snap && start > box.Top - Edges.Snap && end < box.Bottom + Edges.Snap
        : position > box.Top - Edges.Snap && position < box.Bottom + Edges.Snap && start > box.Left - Edges.Snap && end < box.Right + Edges.Snap;

    /// <summary>Whether cells hold several figures one below the other, or lines of them several texts side by side.</summary>
    private static bool IsCollapsed(Grid grid, List<Segment> texts)
    {
        var places = grid.Places();
        var padding = Padding.Of(grid.Xs, texts.Select(static s => (s.Left, s.Right)));
        // the last text and the last figure of each cell so far, as places in texts
        int[] last = new int[grid.Cells.Count], figures = new int[grid.Cells.Count];
        last.AsSpan().Fill(-1);
        figures.AsSpan().Fill(-1);
        var stacked = new Dictionary<int, int>();
        var pairs = new List<(int Cell, int Above, int Below)>();
        HashSet<int> lines = [], beside = [];
        var shared = new List<(int Cell, Segment Text)>();
        var several = new HashSet<int>();
        for (var i = 0; i < texts.Count; i++)
        {
            var s = texts[i];
            var at = places[Placement.Find(grid.Ys, s.MiddleY) * grid.Columns + Placement.Find(grid.Xs, s.Center)];
            var line = (int)Math.Round(s.Baseline / (0.6 * s.Size));
            lines.Add(line);
            if (last[at] >= 0 && texts[last[at]] is var before && Math.Abs(s.Baseline - before.Baseline) < 0.5 * s.Size && s.Left - before.Right > SideBySideInSpan * s.Size)
            {
                if (s.Left - before.Right > SideBySide * s.Size)
                    beside.Add(line);
                several.Add(at);
                // a sign before a figure is of it, and in columns of their own texts run over no border
                var isText = s.Figure ? before.Figure || before.Width > Sign * s.Size : s.Left - before.Right > SideBySide * s.Size;
                if (grid.Cells[at].ColumnSpan == 1 ? s.IsAmount && s.Left - before.Right > SideBySide * s.Size : isText && Placement.Find(grid.Xs, before.Right - 1) < Placement.Find(grid.Xs, s.Left + 1))
                    shared.Add((at, s));
            }
            last[at] = i;
            // a figure between words is one of a sentence
            if (!s.Figure || IsWordBeside(i - 1) || IsWordBeside(i + 1))
                continue;
            if (figures[at] >= 0 && texts[figures[at]] is var above && s.Baseline - above.Baseline > 0.5 * s.Size && !s.Completes(above) && (!Padding.IsFull(grid.BoxOf(grid.Cells[at]).Width - above.Width, s.Size, padding, above.Wide) || (above.Decimals > 1 && above.Decimals == s.Decimals)))
            {
                stacked[at] = stacked.GetValueOrDefault(at) + 1;
                pairs.Add((at, figures[at], i));
            }
            figures[at] = i;

            bool IsWordBeside(int o) => o >= 0 && o < texts.Count && !texts[o].Figure && Math.Abs(texts[o].Baseline - s.Baseline) < 0.5 * s.Size && IsBeside(texts[o], s) && places[Placement.Find(grid.Ys, texts[o].MiddleY) * grid.Columns + Placement.Find(grid.Xs, texts[o].Center)] == at;
        }
        return HoldsNumbers(grid, places, texts) || HeadersInOne.AreIn(grid, places, texts) || RowsOfWords.AreIn(grid, places, texts) || (beside.Count >= FewestLines && (grid.Columns == 1 || beside.Count * 5 > lines.Count * 2)) || (beside.Count > 0 && AreWhole(grid, texts)) || AreInLine(shared.FindAll(c => grid.Cells[c.Cell].ColumnSpan > 1), grid.Cells.Where((c, at) => c.ColumnSpan > 1 && (figures[at] >= 0 || several.Contains(at))).Count())
            || shared.Where(c => grid.Cells[c.Cell].ColumnSpan == 1).GroupBy(c => grid.Cells[c.Cell].Column).Any(column => AreInLine([.. column], grid.Cells.Where((c, at) => c.Column == column.Key && last[at] >= 0).Count())) || stacked.Values.Any(static n => n >= 2)
            || stacked.Keys.GroupBy(at => grid.Cells[at].Row).Any(static row => row.Count() >= 2) || pairs.Exists(p => HasName(p.Cell, p.Above) && HasName(p.Cell, p.Below));

        // each of two figures beside a name of its own, before it on its line
        bool HasName(int cell, int figure)
        {
            var s = texts[figure];
            for (var o = figure - 1; o >= 0 && Math.Abs(texts[o].Baseline - s.Baseline) < InLine * s.Size; o--)
            {
                if (!texts[o].Figure && Placement.Find(grid.Xs, texts[o].Center) < grid.Cells[cell].Column)
                    return true;
            }
            return false;
        }
    }

    /// <summary>Whether words stand as near to a figure on their line as in a sentence.</summary>
    public static bool IsBeside(Segment words, Segment figure) => Math.Max(words.Left - figure.Right, figure.Left - words.Right) < InSentence * figure.Size;

    /// <summary>Whether all rows below a header of several columns are one cell each: more rows than that has, or figures stand side by side in its columns.</summary>
    private static bool AreWhole(Grid grid, List<Segment> texts)
    {
        var whole = grid.Cells.Count(c => c.ColumnSpan == grid.Columns);
        var header = grid.Rows - whole;
        if (grid.Columns <= 2 || whole == 0 || !grid.Cells.TrueForAll(c => c.ColumnSpan == grid.Columns == (c.Row >= header)))
            return false;
        var figures = texts.FindAll(s => s.Figure && s.MiddleY > grid.Ys[header]);
        return whole > header || figures.Exists(s => figures.Exists(o => Math.Abs(o.Baseline - s.Baseline) < InLine * s.Size && Column(o) != Column(s)));

        int Column(Segment s) => Placement.Find(grid.Xs, s.Center);
    }

    /// <summary>Whether one line of several cells is the numbers of the columns, each below words in its cell: a row of the header that no ruling parts from them.</summary>
    private static bool HoldsNumbers(Grid grid, int[] places, List<Segment> texts)
    {
        var header = texts.FindAll(static s => Header.IsNumber(s));
        // The highest words of each cell: a page can have 200,000 texts, which compared with each other would take a minute.
        var words = new Dictionary<int, double>();
        foreach (var o in texts)
        {
            if (!o.Figure)
                words[Place(o)] = Math.Min(o.Baseline, words.GetValueOrDefault(Place(o), o.Baseline));
        }
        var below = header.FindAll(s => words.TryGetValue(Place(s), out var baseline) && baseline < s.Top);
        return below.Count >= FewestLines && below.Count == header.Count && below.TrueForAll(s => Math.Abs(s.Baseline - below[0].Baseline) < InLine * s.Size);

        int Place(Segment s) => places[Placement.Find(grid.Ys, s.MiddleY) * grid.Columns + Placement.Find(grid.Xs, s.Center)];
    }

    /// <summary>Whether texts beside others in cells over several columns stand one below the other, as those of columns do, in many of the cells that hold a figure or several texts.</summary>
    private static bool AreInLine(List<(int Cell, Segment Text)> shared, int spans)
    {
        var cells = new HashSet<int>();
        foreach (var (cell, text) in shared)
        {
            if (shared.Where(o => o.Cell != cell && o.Text.Figure == text.Figure && AreInColumn(o.Text, text)).Take(FewestLines - 1).Count() == FewestLines - 1)
                cells.Add(cell);
        }
        return cells.Count >= FewestLines && cells.Count * 5 > spans * 2;
    }

    /// <summary>Figures end alike or have their middles alike, words begin alike.</summary>
    private static bool AreInColumn(Segment a, Segment b) => Math.Abs(a.Figure ? a.Right - b.Right : a.Left - b.Left) < InLine * b.Size || (a.Figure && Math.Abs(a.Center - b.Center) < InLine * b.Size);
}
