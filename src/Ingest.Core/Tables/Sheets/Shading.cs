using Ingest.Core.Model;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Sheets;

/// <summary>
/// What colour shows of a table: the sides of filled cells and of rows in turn light and dark are as good as rulings.
/// Where the next fill stands close by, the side is the middle of the gap between them.
/// </summary>
internal static class Shading
{
    /// <summary>Fills as close as this are neighbours, in points: cells with white lines or a little room between them.</summary>
    public const double Beside = 5;

    /// <summary>Fills nearer than this touch, in points.</summary>
    private const double Touching = 0.5;

    /// <summary>How far sides that are in line may be off, in points.</summary>
    public const double InLine = 1.2;

    /// <summary>What ends as close to the ends of its text as this is a mark behind words, no cell, in points.</summary>
    private const double Tight = 0.8;

    /// <summary>Nothing lower or narrower is a cell, in points.</summary>
    private const double Least = 5;

    /// <summary>A larger share of the page is its ground.</summary>
    private const double Ground = 0.9;

    /// <summary>More fills than a page of cells has are a picture, and comparing them would cost their square.</summary>
    private const int Most = 6000;

    /// <summary>A fill that holds so many others is the ground of a table, no cell.</summary>
    private const int FewestOnGround = 2;

    /// <summary>Share of the rows with fills that have text beside all fills of the page, from which the fills are columns only.</summary>
    private const double OutsideShare = 0.3;

    /// <summary>The sides of the filled cells of a page, as rulings without thickness; none where a mark or the bar of a chart is filled.</summary>
    /// <param name="drawn">The horizontal edges of its rulings.</param>
    public static List<Ruling> Sides(PageContent page, List<Edge> drawn, Glyph[] glyphs, List<Piece> pieces)
    {
        var rulings = new List<Ruling>();
        if (page.Shades.Length is 0 or > Most)
            return rulings;
        var cells = Cells(page, pieces);
        if (cells.Count == 0)
            return rulings;
        var upright = new List<Ruling>();
        var lone = new List<Box>();
        var grounds = cells.FindAll(g => cells.Count(c => c != g && Charts.Holds(g, c)) >= FewestOnGround);
        cells.RemoveAll(grounds.Contains);
        if (cells.Count == 0 || IsPart(cells, pieces))
            return rulings;
        foreach (var cell in cells)
        {
            double? left = null, right = null;
            double top = cell.Top, bottom = cell.Bottom;
            foreach (var other in cells)
            {
                if (other.Top > cell.Bottom + Beside)
                    break;
                if (Overlap(other.Top, other.Bottom, cell.Top, cell.Bottom))
                {
                    if (Math.Abs(other.Left - cell.Right) <= Beside)
                        right = (other.Left + cell.Right) / 2;
                    if (Math.Abs(cell.Left - other.Right) <= Beside)
                        left = (cell.Left + other.Right) / 2;
                }
                if (Overlap(other.Left, other.Right, cell.Left, cell.Right))
                {
                    if (Math.Abs(other.Top - cell.Bottom) <= Beside)
                        bottom = (other.Top + cell.Bottom) / 2;
                    if (Math.Abs(cell.Top - other.Bottom) <= Beside)
                        top = (cell.Top + other.Bottom) / 2;
                }
            }
            var (from, to) = (left ?? cell.Left, right ?? cell.Right);
            var alone = left is null && right is null;
            // a fill alone is the ground of a table or a headline, no row of one
            if (alone && !cells.Exists(c => c != cell && Math.Abs(c.Left - cell.Left) <= InLine && Math.Abs(c.Right - cell.Right) <= InLine))
                continue;
            if (alone)
            {
                lone.Add(new Box(from, top, to, bottom));
                continue;
            }
            rulings.Add(new Ruling(RulingDirection.Horizontal, top, from, to, 0));
            rulings.Add(new Ruling(RulingDirection.Horizontal, bottom, from, to, 0));
            upright.Add(new Ruling(RulingDirection.Vertical, from, top, bottom, 0));
            upright.Add(new Ruling(RulingDirection.Vertical, to, top, bottom, 0));
        }
        // where one cell of its row is filled alone, its sides tell nothing of the cells beside it
        lone.RemoveAll(box => upright.Exists(u => (u.Position < box.Left - InLine || u.Position > box.Right + InLine) && u.End > box.Top - Beside && u.Start < box.Bottom + Beside));
        // a fill as wide as the table has sides only where cells beside each other show them
        foreach (var box in lone)
        {
            rulings.Add(new Ruling(RulingDirection.Horizontal, box.Top, box.Left, box.Right, 0));
            rulings.Add(new Ruling(RulingDirection.Horizontal, box.Bottom, box.Left, box.Right, 0));
            if (upright.Exists(u => Math.Abs(u.Position - box.Left) <= InLine) && upright.Exists(u => Math.Abs(u.Position - box.Right) <= InLine))
            {
                upright.Add(new Ruling(RulingDirection.Vertical, box.Left, box.Top, box.Bottom, 0));
                upright.Add(new Ruling(RulingDirection.Vertical, box.Right, box.Top, box.Bottom, 0));
            }
        }
        foreach (var ground in grounds)
        {
            rulings.Add(new Ruling(RulingDirection.Horizontal, ground.Top, ground.Left, ground.Right, 0));
            rulings.Add(new Ruling(RulingDirection.Horizontal, ground.Bottom, ground.Left, ground.Right, 0));
        }
        ShadedRows.Add(rulings, upright, cells, lone, page, drawn, glyphs, pieces);
        rulings.AddRange(upright);
        return rulings;
    }

    /// <summary>Whether text stands beside the fills in many of their rows: columns in turn light and dark, whose fills are not the whole table.</summary>
    private static bool IsPart(List<Box> cells, List<Piece> pieces)
    {
        var (left, right) = (cells.Min(static c => c.Left), cells.Max(static c => c.Right));
        var rows = cells.Select(static c => c.Top).Distinct().Count();
        return pieces.Count(p => (p.Box.Right < left || p.Box.Left > right) && cells.Exists(c => p.MiddleY > c.Top && p.MiddleY < c.Bottom)) > OutsideShare * rows;
    }

    /// <summary>Fills with text, and those beside them, from top to bottom.</summary>
    private static List<Box> Cells(PageContent page, List<Piece> pieces)
    {
        var boxes = new List<Box>();
        foreach (var (box, _) in OfRows(page.Shades))
        {
            if (box.Height >= Least && box.Width >= Least && box.Width * box.Height < Ground * page.Width * page.Height && !IsRuled(page, box))
                boxes.Add(box);
        }
        if (boxes.Count == 0)
            return boxes;
        var (cells, open, tight) = (new List<Box>(), new List<Box>(), new List<Box>());
        foreach (var box in boxes)
        {
            var (filled, isCell) = Texts(box, pieces);
            if (isCell)
                (filled ? cells : open).Add(box);
            else if (filled)
                tight.Add(box);
        }
        // what fills a cell of a row is no mark
        cells.AddRange(tight.FindAll(box => cells.Exists(c => Math.Abs(c.Top - box.Top) <= Touching && Math.Abs(c.Bottom - box.Bottom) <= Touching)));
        for (var i = 0; i < cells.Count && open.Count > 0; i++)
        {
            cells.AddRange(open.FindAll(b => AreBeside(b, cells[i])));
            open.RemoveAll(b => AreBeside(b, cells[i]));
        }
        cells.Sort(static (a, b) => a.Top != b.Top ? a.Top.CompareTo(b.Top) : a.Left.CompareTo(b.Left));
        return cells;
    }

    /// <summary>Whether rulings cut a fill: they say more of the cells than colours do, which run through merged ones.</summary>
    private static bool IsRuled(PageContent page, Box box)
    {
        foreach (var ruling in page.Rulings)
        {
            var (low, high, from, to) = ruling.Direction == RulingDirection.Vertical ? (box.Left, box.Right, box.Top, box.Bottom) : (box.Top, box.Bottom, box.Left, box.Right);
            if (ruling.Position > low + Beside && ruling.Position < high - Beside && Overlap(ruling.Start, ruling.End, from, to) && ruling.Length > (to - from) / 2)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Rows of one colour, one touching the other, are one fill: nobody sees a side between them, unless a fill beside them
    /// begins or ends there.
    /// </summary>
    private static List<Shade> OfRows(IEnumerable<Shade> shades)
    {
        var rows = new List<Shade>();
        foreach (var shade in shades.OrderBy(static s => s.Box.Top))
        {
            var box = shade.Box;
            var above = rows.FindIndex(r => r.Luminance == shade.Luminance && Math.Abs(r.Box.Bottom - box.Top) <= Touching && Math.Abs(r.Box.Left - box.Left) <= Touching && Math.Abs(r.Box.Right - box.Right) <= Touching);
            var beside = shades.Any(s => (Math.Abs(s.Box.Left - box.Right) <= Beside || Math.Abs(box.Left - s.Box.Right) <= Beside)
                && (Overlap(s.Box.Top, s.Box.Bottom, box.Top, box.Bottom) || Math.Abs(s.Box.Bottom - box.Top) <= Touching));
            if (above >= 0 && !beside)
                rows[above] = rows[above] with { Box = rows[above].Box.Union(box) };
            else
                rows.Add(shade);
        }
        return rows;
    }

    /// <returns>Whether text stands in a fill, with room at a side; and whether the fill may be a cell: its upper and lower side cut no text.</returns>
    private static (bool Filled, bool IsCell) Texts(Box box, List<Piece> pieces)
    {
        double left = double.MaxValue, right = double.MinValue;
        foreach (var piece in pieces)
        {
            if (piece.Box.Right <= box.Left || piece.Box.Left >= box.Right)
                continue;
            var (top, bottom) = (piece.MiddleY - 0.25 * piece.Size, piece.MiddleY + 0.25 * piece.Size);
            if ((top < box.Top && bottom > box.Top) || (top < box.Bottom && bottom > box.Bottom))
                return (false, false);
            if (top > box.Top && bottom < box.Bottom)
                (left, right) = (Math.Min(left, piece.Box.Left), Math.Max(right, piece.Box.Right));
        }
        if (left > right)
            return (false, true);
        return (true, !(left < box.Left + Tight && right > box.Right - Tight));
    }

    public static bool Overlap(double from, double to, double low, double high) => Math.Min(to, high) - Math.Max(from, low) > Math.Min(to - from, high - low) / 2;

    private static bool AreBeside(Box a, Box b) =>
        (Overlap(a.Top, a.Bottom, b.Top, b.Bottom) && (Math.Abs(a.Left - b.Right) <= Beside || Math.Abs(b.Left - a.Right) <= Beside))
        || (Overlap(a.Left, a.Right, b.Left, b.Right) && (Math.Abs(a.Top - b.Bottom) <= Beside || Math.Abs(b.Top - a.Bottom) <= Beside));
}
