using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;

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

    /// <param name="wide">Fills as wide as the table, which show no columns.</param>
    /// <param name="level">Upper and lower sides of the filled cells.</param>
    /// <param name="upright">Their other sides; those of the rows without a fill are added.</param>
    public static void Add(List<Ruling> level, List<Ruling> upright, List<Box> cells, List<Box> wide, PageContent page, Glyph[] glyphs, List<Piece> pieces)
    {
        var between = Between(upright, cells, page, glyphs, pieces);
        upright.AddRange(between);
        foreach (var (top, bottom) in Stretches(between, upright))
            AddEnds(level, upright, top, bottom, page, pieces, glyphs);
        foreach (var rows in wide.GroupBy(static b => (Math.Round(b.Left), Math.Round(b.Right))))
        {
            var last = rows.MaxBy(static b => b.Bottom);
            var inside = pieces.FindAll(p => p.Box.Left > last.Left - Shading.InLine && p.Box.Right < last.Right + Shading.InLine);
            var end = End(inside, [], y => y - last.Bottom, Most(page, last.Left, last.Right, y => y - last.Bottom, Skipped * last.Height), glyphs);
            // a note or a sentence with a figure is no row
            int Figures(double from, double to) => inside.Count(p => p.MiddleY > from && p.MiddleY < to && Signs.IsFigure(glyphs.AsSpan(p.Start, p.Length)));
            if (end > 0 && Figures(last.Top, last.Bottom) is > 0 and var above && Figures(last.Bottom, last.Bottom + end) * 2 >= above)
                level.Add(new Ruling(RulingDirection.Horizontal, last.Bottom + end, last.Left, last.Right, 0));
        }
    }

    /// <summary>How far a row without a fill may reach: to the next ruling.</summary>
    private static double Most(PageContent page, double left, double right, Func<double, double> outwards, double most)
    {
        foreach (var ruling in page.Rulings)
        {
            if (ruling.Direction == RulingDirection.Horizontal && ruling.Start < left + Shading.Beside && ruling.End > right - Shading.Beside && outwards(ruling.Position) > Shading.Beside)
                most = Math.Min(most, outwards(ruling.Position));
        }
        return most;
    }

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
        bool IsCrossed(Ruling side) => pieces.Exists(p => p.Box.Left < side.Position - p.Size / 2 && p.Box.Right > side.Position + p.Size / 2 && p.MiddleY > side.Start && p.MiddleY < side.End);
        var crossed = between.FindAll(IsCrossed);
        between = between.FindAll(b => !crossed.Exists(c => Shading.Overlap(c.Start, c.End, b.Start, b.End))
            && between.Where(o => Math.Abs(o.Start - b.Start) <= Shading.InLine && Math.Abs(o.End - b.End) <= Shading.InLine)
                .Concat(upright.Where(u => u.Start < b.Start + Shading.InLine && u.End > b.End - Shading.InLine)).Select(static o => Math.Round(o.Position)).Distinct().Count() >= FewestColumns);
        // a row of the header may have fills in some columns only: the row below that has none has all columns of the next one
        var others = new List<Ruling>();
        foreach (var gap in between.Select(static b => (b.Start, b.End)).Distinct().ToList())
        {
            if (EndsTable(gap.Start, gap.End))
            {
                between.RemoveAll(b => b.Start == gap.Start && b.End == gap.End);
                continue;
            }
            // rulings in the gap part rows of their own
            if (page.Rulings.Any(r => r.Direction == RulingDirection.Horizontal && r.Position > gap.Start + Shading.Beside && r.Position < gap.End - Shading.Beside))
                continue;
            others.AddRange(upright.FindAll(u => Math.Abs(u.Start - gap.End) <= Shading.InLine && !between.Exists(b => Math.Abs(b.Position - u.Position) <= Shading.InLine && Shading.Overlap(b.Start, b.End, gap.Start, gap.End))
                && !others.Exists(o => Math.Abs(o.Position - u.Position) <= Shading.InLine && Shading.Overlap(o.Start, o.End, gap.Start, gap.End))).ConvertAll(u => u with { Start = gap.Start, End = gap.End }));
        }
        return [.. between, .. others.FindAll(o => !IsCrossed(o))];

        // a unit, a title in larger type or across the columns above is that of the next table
        bool EndsTable(double top, double bottom)
        {
            lines ??= TextRuns.Lines(glyphs, pieces);
            var inside = lines.FindAll(l => l.Baseline > top && l.Baseline - l.Size / 2 < bottom);
            var sides = upright.FindAll(u => Math.Abs(u.End - top) <= Shading.InLine);
            var size = lines.FindAll(l => l.Baseline <= top).LastOrDefault()?.Size ?? double.MaxValue;
            return inside.Exists(l => l.IsAbove || l.Size > OpenAreas.Larger * size) || sides.Exists(u => IsCrossed(u with { Start = top, End = bottom }));
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
        return stretches.FindAll(s => between.Exists(b => b.Start > s.Top - Shading.InLine && b.End < s.Bottom + Shading.InLine));
    }

    /// <summary>Where every other row is filled, the first or the last row may have no fill: it ends at a ruling, or with its text.</summary>
    private static void AddEnds(List<Ruling> level, List<Ruling> upright, double top, double bottom, PageContent page, List<Piece> pieces, Glyph[] glyphs)
    {
        var sides = upright.FindAll(u => u.Start > top - Shading.InLine && u.End < bottom + Shading.InLine);
        double left = sides.Min(static u => u.Position), right = sides.Max(static u => u.Position);
        var inside = pieces.FindAll(p => p.Box.Left > left - Shading.InLine && p.Box.Right < right + Shading.InLine);
        foreach (var down in (bool[])[false, true])
        {
            var edge = down ? bottom : top;
            var columns = sides.FindAll(u => Math.Abs((down ? u.End : u.Start) - edge) <= Shading.InLine);
            if (columns.Select(static c => Math.Round(c.Position)).Distinct().Count() < FewestColumns)
                continue;
            // y grows downwards; what follows is measured from the edge outwards
            double Out(double y) => down ? y - edge : edge - y;
            var end = End(inside, columns, Out, Most(page, left, right, Out, columns.Max(static c => c.Length) * Skipped), glyphs);
            if (end == 0)
                continue;
            var at = down ? edge + end : edge - end;
            level.Add(new Ruling(RulingDirection.Horizontal, at, left, right, 0));
            upright.AddRange(columns.ConvertAll(c => c with { Start = Math.Min(edge, at), End = Math.Max(edge, at) }));
        }
    }

    /// <summary>
    /// How far a row reaches outwards from the filled ones: as far as lines follow closely and keep to the columns, without words beyond a figure, which are
    /// those of a header or a note, and without a second amount; 0 where no figure stands there.
    /// </summary>
    private static double End(List<Piece> inside, List<Ruling> columns, Func<double, double> outwards, double most, Glyph[] glyphs)
    {
        double end = 0, last = 0;
        List<(int Column, bool Amount, double At)> figures = [];
        foreach (var piece in inside.OrderBy(p => outwards(p.MiddleY)))
        {
            var at = outwards(piece.MiddleY);
            if (at <= 0)
                continue;
            var own = glyphs.AsSpan(piece.Start, piece.Length);
            var isFigure = Signs.IsFigure(own);
            var isAmount = isFigure && HasSeparator(own);
            var column = columns.Count(c => c.Position < piece.Box.CenterX);
            if (at >= most || at - last > (figures.Count > 0 ? Wrap : Next) * piece.Size
                || (columns.Count > 0 && figures.Exists(f => f.Column == column && at - f.At > piece.Size / 2 && (!isFigure || (f.Amount && isAmount))))
                || columns.Exists(c => piece.Box.Left < c.Position - piece.Size / 2 && piece.Box.Right > c.Position + piece.Size / 2))
            {
                break;
            }
            if (isFigure)
                figures.Add((column, isAmount, at));
            last = at;
            end = Math.Max(end, Math.Min(most, Math.Max(outwards(piece.Baseline + Leading * piece.Size), outwards(piece.Baseline - (1 + Leading) * piece.Size))));
        }
        return figures.Count > 0 ? end : 0;
    }

    private static bool HasSeparator(ReadOnlySpan<Glyph> glyphs)
    {
        foreach (var glyph in glyphs)
        {
            if (Signs.IsSeparator(glyph))
                return true;
        }
        return false;
    }
}
