using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Forms;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Rows without a fill between and beside filled ones, in tables whose rows are in turn light and dark.</summary>
internal static class ShadedRows
{
    /// <summary>Rulings, or nothing at all, over so many times the height of the filled rows above are no rows of theirs.</summary>
    private const double Skipped = 3;

    /// <summary>Rulings between columns that are all a row has: its sides and one border.</summary>
    private const int FewestDrawn = 3;

    /// <summary>What a row takes below its base line and above its type, and how far its lines are at most, in ems.</summary>
    private const double Leading = 0.4, Next = 2;

    /// <param name="wide">Fills as wide as the table, which show no columns.</param>
    /// <param name="level">Upper and lower sides of the filled cells.</param>
    /// <param name="upright">Their other sides; those of the rows without a fill are added.</param>
    public static void Add(List<Ruling> level, List<Ruling> upright, List<Box> wide, PageContent page, Glyph[] glyphs, List<Piece> pieces)
    {
        var between = Between(upright, page, glyphs, pieces);
        upright.AddRange(between);
        foreach (var (top, bottom) in Stretches(between, upright))
            AddEnds(upright, top, bottom, page, pieces, glyphs);
        foreach (var rows in wide.GroupBy(static b => (Math.Round(b.Left), Math.Round(b.Right))))
        {
            var last = rows.MaxBy(static b => b.Bottom);
            var inside = Inside(page, last.Left, last.Right, pieces, glyphs);
            var end = End(inside, [], y => y - last.Bottom);
            // a note or a sentence with a figure is no row
            int Figures(double from, double to) => inside.Count(s => s.Figure && s.MiddleY > from && s.MiddleY < to);
            if (Figures(last.Top, last.Bottom) is > 0 and var above && Figures(last.Bottom, last.Bottom + end) * 2 >= above)
                level.Add(new Ruling(RulingDirection.Horizontal, last.Bottom + end, last.Left, last.Right, 0));
        }
    }

    /// <summary>Sides of columns go on through the rows between that have no fill: where what stands there keeps to the columns, unlike a title.</summary>
    private static List<Ruling> Between(List<Ruling> upright, PageContent page, Glyph[] glyphs, List<Piece> pieces)
    {
        List<RunLine>? lines = null;
        upright.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : a.Start.CompareTo(b.Start));
        var between = new List<Ruling>();
        for (var i = 0; i < upright.Count;)
        {
            var j = i + 1;
            while (j < upright.Count && upright[j].Position - upright[j - 1].Position <= Shading.InLine)
                j++;
            var line = upright.GetRange(i, j - i);
            line.Sort(static (a, b) => a.Start.CompareTo(b.Start));
            foreach (var (above, below) in line.Zip(line.Skip(1)))
            {
                if (below.Start - above.End > Shading.Beside)
                    between.Add(new Ruling(RulingDirection.Vertical, (above.Position + below.Position) / 2, above.End, below.Start, 0));
            }
            i = j;
        }
        // a row of the header may have fills in some columns only: the row below that has none has all columns of the next one
        var others = new List<Ruling>();
        foreach (var gap in between.Select(static b => (b.Start, b.End)).Distinct().ToList())
        {
            // rulings in the gap part rows of their own, whose columns need not be those of the fills
            var isRuled = page.Rulings.Any(r => r.Direction == RulingDirection.Horizontal && r.Position > gap.Start + Shading.Beside && r.Position < gap.End - Shading.Beside);
            var above = upright.FindAll(u => Shading.AreInLine(u.End, gap.Start));
            if (EndsTable(above, gap.Start, gap.End, isRuled) || AreDrawn(gap.Start, gap.End))
            {
                between.RemoveAll(b => b.Start == gap.Start && b.End == gap.End);
                continue;
            }
            if (isRuled)
                continue;
            others.AddRange(upright.FindAll(u => Shading.AreInLine(u.Start, gap.End) && !between.Exists(b => Shading.AreInLine(b.Position, u.Position) && Shading.Overlap(b.Start, b.End, gap.Start, gap.End)))
                .ConvertAll(u => u with { Start = gap.Start, End = gap.End }));
        }
        return [.. between, .. others.FindAll(o => !IsCrossed(o))];

        bool IsCrossed(Ruling side) => pieces.Exists(p => p.Box.Left < side.Position - p.Size / 2 && p.Box.Right > side.Position + p.Size / 2 && p.MiddleY > side.Start && p.MiddleY < side.End);

        // rulings between columns there are all that the row has: others would run through its merged cells
        bool AreDrawn(double top, double bottom) => page.Rulings.Where(r => r.Direction == RulingDirection.Vertical && r.Start < top + Shading.Beside && r.End > bottom - Shading.Beside)
            .Select(static r => Math.Round(r.Position)).Distinct().Count() >= FewestDrawn;

        // a unit, a title in larger type or across the columns above is that of the next table
        bool EndsTable(List<Ruling> sides, double top, double bottom, bool isRuled)
        {
            lines ??= TextRuns.Lines(glyphs, pieces, page.Rulings);
            var inside = lines.FindAll(l => l.Baseline > top && l.Baseline - l.Size / 2 < bottom);
            var size = lines.FindAll(l => l.Baseline <= top).LastOrDefault()?.Size ?? double.MaxValue;
            return inside.Exists(l => l.IsAbove || l.Size > OpenAreas.Larger * size) || sides.Exists(u => IsCrossed(u with { Start = top, End = bottom }))
                || ((isRuled || inside.Count == 0) && bottom - top > Skipped * sides.Max(static u => u.Length));
        }
    }

    /// <summary>From where to where tables with rows in turn light and dark reach.</summary>
    private static List<(double Top, double Bottom)> Stretches(List<Ruling> between, List<Ruling> upright)
    {
        var stretches = new List<(double Top, double Bottom)>();
        foreach (var side in upright.OrderBy(static u => u.Start))
        {
            if (stretches.Count > 0 && side.Start <= stretches[^1].Bottom + Shading.Beside)
                stretches[^1] = (stretches[^1].Top, Math.Max(stretches[^1].Bottom, side.End));
            else
                stretches.Add((side.Start, side.End));
        }
        return stretches.FindAll(s => between.Exists(b => Shading.Overlap(b.Start, b.End, s.Top, s.Bottom)));
    }

    /// <summary>Where every other row is filled, the first or the last row may have no fill: it ends with its text.</summary>
    private static void AddEnds(List<Ruling> upright, double top, double bottom, PageContent page, List<Piece> pieces, Glyph[] glyphs)
    {
        var sides = upright.FindAll(u => u.Start > top - Shading.InLine && u.End < bottom + Shading.InLine);
        var inside = Inside(page, sides.Min(static u => u.Position), sides.Max(static u => u.Position), pieces, glyphs);
        foreach (var down in (bool[])[false, true])
        {
            var edge = down ? bottom : top;
            var columns = sides.FindAll(u => Shading.AreInLine(down ? u.End : u.Start, edge));
            // y grows downwards; what follows is measured from the edge outwards
            var end = End(inside, columns, y => down ? y - edge : edge - y);
            if (end == 0)
                continue;
            upright.AddRange(columns.ConvertAll(c => down ? c with { Start = edge, End = edge + end } : c with { Start = edge - end, End = edge }));
        }
    }

    /// <summary>
    /// How far a row reaches outwards from the filled ones: as far as lines follow closely, without words beyond a figure, which are
    /// those of a header or a note (below a code in the first column they are its name), and without a second amount; 0 where no figure stands there.
    /// </summary>
    private static double End(List<Segment> inside, List<Ruling> columns, Func<double, double> outwards)
    {
        double end = 0, last = 0;
        List<(int Column, Segment Text)> figures = [];
        foreach (var line in FormColumns.Lines(inside.FindAll(s => outwards(s.MiddleY) > 0)).OrderBy(l => outwards(l[0].MiddleY)))
        {
            var at = outwards(line[0].MiddleY);
            if (at - last > Next * line[0].Size || line.Exists(Ends) || line is [var only] && HasRoom(only))
            {
                // no side beyond the text that follows is that of the row
                end = Math.Min(end, (last + at) / 2);
                break;
            }
            figures.AddRange(line.FindAll(static s => s.Figure).ConvertAll(s => (Column(s), s)));
            last = at;
            end = Math.Max(end, line.Max(s => Math.Max(outwards(s.Baseline + Leading * s.Size), outwards(s.Baseline - (1 + Leading) * s.Size))));
        }
        return figures.Count == 0 ? 0 : end;

        int Column(Segment s) => columns.Count(c => c.Position < s.Center);

        // nor does a name go on where the line above had room for all of it
        bool HasRoom(Segment s) => columns.Find(c => c.Position > s.Right) is { } side
            && inside.Exists(a => Math.Abs(outwards(a.MiddleY) - last) < s.Size / 2 && Math.Abs(a.Left - s.Left) < s.Size && side.Position - a.Right > s.Width + Weights.RoomOfWords * s.Size);

        // one below the other, two figures are two unless one is the rest of the other
        bool Ends(Segment s) => Column(s) > 1 && figures.Exists(f => f.Column == Column(s) && !(s.Figure && (s.Completes(f.Text) || f.Text.Completes(s))));
    }

    /// <summary>The texts of the page in the width of a table.</summary>
    private static List<Segment> Inside(PageContent page, double left, double right, List<Piece> pieces, Glyph[] glyphs) =>
        Segments.Of(glyphs, pieces, new Box(left - Shading.InLine, 0, right + Shading.InLine, page.Height));
}
