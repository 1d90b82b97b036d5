using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Rows without a fill between and beside filled ones, in tables whose rows are in turn light and dark.</summary>
internal static class ShadedRows
{
    /// <summary>Sides of columns go on through rows without a fill, unless nothing stands there over so many times the height of the filled rows above and below.</summary>
    private const double Skipped = 3;

    /// <summary>Sides of columns that a row without a fill has at least: two columns.</summary>
    private const int FewestColumns = 3;

    /// <summary>What a row takes below its base line and above its type, how far its first line is at most, and each further one, in ems.</summary>
    private const double Leading = 0.4, Next = 2, Wrap = 1.65;

    /// <summary>Share of the width that the ruling below a row covers.</summary>
    private const double Drawn = 0.9;

    /// <param name="wide">Fills as wide as the table, which show no columns.</param>
    /// <param name="level">Upper and lower sides of the filled cells.</param>
    /// <param name="upright">Their other sides; those of the rows without a fill are added.</param>
    public static void Add(List<Ruling> level, List<Ruling> upright, List<Box> cells, List<Box> wide, PageContent page, List<Edge> drawn, Glyph[] glyphs, List<Piece> pieces)
    {
        var between = Between(upright, cells, page, glyphs, pieces);
        upright.AddRange(between);
        foreach (var (top, bottom) in Stretches(upright))
            AddEnds(level, upright, top, bottom, between.Exists(b => b.Start > top - Shading.InLine && b.End < bottom + Shading.InLine), page, drawn, pieces, glyphs);
        foreach (var rows in wide.GroupBy(static b => (Math.Round(b.Left), Math.Round(b.Right))))
        {
            var last = rows.MaxBy(static b => b.Bottom);
            var inside = Inside(page, last.Left, last.Right, pieces, glyphs);
            var end = End(inside, [], y => y - last.Bottom, Most(drawn, last.Left, last.Right, y => y - last.Bottom, Skipped * last.Height));
            // a note or a sentence with a figure is no row
            int Figures(double from, double to) => inside.Count(s => s.Figure && s.MiddleY > from && s.MiddleY < to);
            if (end > 0 && Figures(last.Top, last.Bottom) is > 0 and var above && Figures(last.Bottom, last.Bottom + end) * 2 >= above)
                level.Add(new Ruling(RulingDirection.Horizontal, last.Bottom + end, last.Left, last.Right, 0));
        }
    }

    /// <summary>How far a row without a fill may reach: to the next ruling, if one stands within that distance.</summary>
    private static (double Most, bool IsRuled) Most(List<Edge> drawn, double left, double right, Func<double, double> outwards, double most) =>
        drawn.FindAll(e => outwards(e.Position) > Shading.Beside && outwards(e.Position) < most && e.Coverage(left, right) > Drawn) is { Count: > 0 } rulings
            ? (rulings.Min(e => outwards(e.Position)), true)
            : (most, false);

    /// <summary>Sides of columns go on through the rows between that have no fill: where what stands there keeps to the columns, unlike a title.</summary>
    private static List<Ruling> Between(List<Ruling> upright, List<Box> cells, PageContent page, Glyph[] glyphs, List<Piece> pieces)
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
            var above = line[0];
            foreach (var below in line)
            {
                var gap = below.Start - above.End;
                if (gap > Shading.Beside && Blank(above.End, below.Start, pieces) <= Skipped * Math.Max(above.Length, below.Length))
                    between.Add(new Ruling(RulingDirection.Vertical, (above.Position + below.Position) / 2, above.End, below.Start, 0));
                if (below.End > above.End)
                    above = below;
            }
            i = j;
        }
        between.RemoveAll(b => cells.Exists(c => c.Left < b.Position - Shading.Beside && c.Right > b.Position + Shading.Beside && c.Top < b.End - Shading.InLine && c.Bottom > b.Start + Shading.InLine));
        List<Segment>? texts = null;
        var crossed = between.FindAll(IsCrossed);
        between = between.FindAll(b => !crossed.Exists(c => Shading.Overlap(c.Start, c.End, b.Start, b.End))
            && between.Where(o => Math.Abs(o.Start - b.Start) <= Shading.InLine)
                .Concat(upright.Where(u => u.Start < b.Start + Shading.InLine && u.End > b.End - Shading.InLine)).Select(static o => Math.Round(o.Position)).Distinct().Count() >= FewestColumns);
        // a row of the header may have fills in some columns only: the row below that has none has all columns of the next one
        var others = new List<Ruling>();
        foreach (var gap in between.Select(static b => (b.Start, b.End)).Distinct().ToList())
        {
            // rulings in the gap part rows of their own, whose columns need not be those of the fills
            var isRuled = page.Rulings.Any(r => r.Direction == RulingDirection.Horizontal && r.Position > gap.Start + Shading.Beside && r.Position < gap.End - Shading.Beside);
            if (EndsTable(gap.Start, gap.End) || AreDrawn(gap.Start, gap.End) || (isRuled && gap.End - gap.Start > Skipped * upright.Where(u => Math.Abs(u.End - gap.Start) <= Shading.InLine || Math.Abs(u.Start - gap.End) <= Shading.InLine).Max(static u => u.Length)))
            {
                between.RemoveAll(b => b.Start == gap.Start && b.End == gap.End);
                continue;
            }
            if (isRuled)
                continue;
            others.AddRange(upright.FindAll(u => Math.Abs(u.Start - gap.End) <= Shading.InLine && !between.Exists(b => Math.Abs(b.Position - u.Position) <= Shading.InLine && Shading.Overlap(b.Start, b.End, gap.Start, gap.End))).ConvertAll(u => u with { Start = gap.Start, End = gap.End }));
        }
        return [.. between, .. others.FindAll(o => !IsCrossed(o))];

        bool IsCrossed(Ruling side) => (texts ??= Inside(page, upright[0].Position, upright[^1].Position, pieces, glyphs)).Exists(s => Crosses(s, side) && IsBeside(s, side));

        // rulings between columns there are all that the row has: others would run through its merged cells
        bool AreDrawn(double top, double bottom) => page.Rulings.Where(r => r.Direction == RulingDirection.Vertical && r.Start < top + Shading.Beside && r.End > bottom - Shading.Beside)
            .Select(static r => Math.Round(r.Position)).Distinct().Count() >= FewestColumns;

        // a unit or a title in larger type is that of the next table
        bool EndsTable(double top, double bottom)
        {
            lines ??= TextRuns.Lines(glyphs, pieces, page.Rulings);
            var inside = lines.FindAll(l => l.Baseline > top && l.Baseline - l.Size / 2 < bottom);
            var size = lines.FindAll(l => l.Baseline <= top).LastOrDefault()?.Size ?? double.MaxValue;
            return inside.Exists(l => l.IsAbove || l.Size > OpenHeaders.Larger * size);
        }
    }

    /// <summary>The highest stretch without text.</summary>
    private static double Blank(double top, double bottom, List<Piece> pieces)
    {
        double end = top, blank = 0;
        foreach (var y in pieces.Where(p => p.MiddleY > top && p.MiddleY < bottom).Select(static p => p.MiddleY).Append(bottom).Order())
            (blank, end) = (Math.Max(blank, y - end), y);
        return blank;
    }

    /// <summary>From where to where filled rows, and those between them, reach.</summary>
    private static List<(double Top, double Bottom)> Stretches(List<Ruling> upright)
    {
        var stretches = new List<(double Top, double Bottom)>();
        foreach (var side in upright.OrderBy(static u => u.Start))
        {
            if (stretches.Count > 0 && side.Start <= stretches[^1].Bottom + Shading.Beside)
                stretches[^1] = (stretches[^1].Top, Math.Max(stretches[^1].Bottom, side.End));
            else
                stretches.Add((side.Start, side.End));
        }
        return stretches;
    }

    /// <summary>Where every other row is filled, the first or the last row may have no fill: it ends at a ruling, or with its text. Where that is not seen, as of two rows, the first holds figures, and a ruling closes the last and parts no others.</summary>
    private static void AddEnds(List<Ruling> level, List<Ruling> upright, double top, double bottom, bool isInTurn, PageContent page, List<Edge> drawn, List<Piece> pieces, Glyph[] glyphs)
    {
        var sides = upright.FindAll(u => u.Start > top - Shading.InLine && u.End < bottom + Shading.InLine);
        double left = sides.Min(static u => u.Position), right = sides.Max(static u => u.Position);
        var inside = Inside(page, left, right, pieces, glyphs);
        foreach (var down in isInTurn ? (bool[])[false, true] : [true])
        {
            var edge = down ? bottom : top;
            var columns = sides.FindAll(u => Math.Abs((down ? u.End : u.Start) - edge) <= Shading.InLine);
            if (columns.Select(static c => Math.Round(c.Position)).Distinct().Count() < FewestColumns)
                continue;
            // y grows downwards; what follows is measured from the edge outwards
            double Out(double y) => down ? y - edge : edge - y;
            var room = Most(drawn, left, right, Out, columns.Max(static c => c.Length) * Skipped);
            var end = End(inside, columns, Out, room);
            if (end == 0 || (!isInTurn && !(room.IsRuled && end == room.Most && !drawn.Exists(e => Math.Abs(e.Position - edge) < Shading.Beside) && inside.Exists(s => s.Figure && columns.Exists(c => IsBeside(s, c))))))
                continue;
            var at = down ? edge + end : edge - end;
            level.Add(new Ruling(RulingDirection.Horizontal, at, left, right, 0));
            // the name of a total may stand across columns
            upright.AddRange(columns.ConvertAll(c => c with { Start = Math.Min(edge, at), End = Math.Max(edge, at) }).FindAll(c => !inside.Exists(s => Crosses(s, c) && IsBeside(s, c))));
        }
    }

    /// <summary>
    /// How far a row reaches outwards from the filled ones: as far as lines follow closely and keep to the columns, without words beyond a figure, which are
    /// those of a header or a note (below a code in the first column they are its name), and without a second amount; 0 where no figure stands there beside another text.
    /// </summary>
    private static double End(List<Segment> inside, List<Ruling> columns, Func<double, double> outwards, (double Most, bool IsRuled) room)
    {
        var (most, isRuled) = room;
        double end = 0, last = 0;
        var isTotal = false;
        List<(int Column, Segment Text)> figures = [];
        foreach (var line in FormColumns.Lines(inside.FindAll(s => outwards(s.MiddleY) > 0)).OrderBy(l => outwards(l[0].MiddleY)))
        {
            double at = outwards(line[0].MiddleY), size = line[0].Size;
            isTotal = IsTotal(line);
            if (at >= most)
                break;
            if (at - last > (figures.Count > 0 ? Wrap : Next) * size || line.Exists(Ends) || line is [var only] && (IsAlone(only) || HasRoom(only)))
            {
                // no side beyond the text that follows is that of the row
                (end, isRuled) = (Math.Min(end, (last + at) / 2), false);
                break;
            }
            // 公开 01 表 is no row
            figures.AddRange(line.FindAll(s => s.Figure && !line.Exists(o => !o.Figure && Column(o) == Column(s) && PartRuled.IsBeside(o, s))).ConvertAll(s => (Column(s), s)));
            last = at;
            end = Math.Max(end, Math.Min(most, line.Max(s => Math.Max(outwards(s.Baseline + Leading * s.Size), outwards(s.Baseline - (1 + Leading) * s.Size)))));
        }
        // a ruling right behind the text is the side of the row
        return figures.Count == 0 ? 0 : isRuled && most - end < figures[^1].Text.Size ? most : end;

        int Column(Segment s) => columns.Count(c => c.Position < s.Center);

        // above a ruling a name across the columns before its amount, which stands below one of the filled row, is no note
        bool IsTotal(List<Segment> line) => isRuled && line.Exists(f => f.IsAmount && line.Exists(s => !s.Figure && s.Right < f.Left)
            && inside.Exists(a => a.IsAmount && a.IsOver(f) && columns.Exists(c => IsBeside(a, c))));

        // the number of a page
        bool IsAlone(Segment s) => figures.Count == 0 && s.Figure;

        // nor does a name go on where the line above had room for all of it
        bool HasRoom(Segment s) => figures.Count > 0 && columns.Find(c => c.Position > s.Right) is { } side
            && inside.Exists(a => !a.Figure && Math.Abs(outwards(a.MiddleY) - last) < s.Size / 2 && Math.Abs(a.Left - s.Left) < s.Size && side.Position - a.Right > s.Width + Weights.RoomOfWords * s.Size);

        bool Ends(Segment s) => columns.Exists(c => Crosses(s, c) && !isTotal)
            || (Column(s) > 1 && figures.Exists(f => f.Column == Column(s) && (!s.Figure || AreTwo(f.Text, s))));
    }

    /// <summary>Whether a text stands as high as the side of a column.</summary>
    private static bool IsBeside(Segment s, Ruling side) => s.MiddleY > side.Start && s.MiddleY < side.End;

    private static bool Crosses(Segment s, Ruling side) => s.Left < side.Position - s.Size / 2 && s.Right > side.Position + s.Size / 2;

    /// <summary>Whether two figures one above the other are two, and not the lines of one.</summary>
    private static bool AreTwo(Segment a, Segment b) => a.Separator != ' ' && b.Separator != ' ' && !b.Completes(a);

    /// <summary>The texts of the page in the width of a table.</summary>
    private static List<Segment> Inside(PageContent page, double left, double right, List<Piece> pieces, Glyph[] glyphs) =>
        Segments.Of(glyphs, pieces, new Box(left - Shading.InLine, 0, right + Shading.InLine, page.Height));
}
