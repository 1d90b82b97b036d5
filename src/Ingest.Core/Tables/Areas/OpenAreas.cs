using Ingest.Core.Model;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Areas;

/// <summary>
/// The areas of tables that no ruling frames: stretches of lines around those on which figures stand apart from other
/// text. Lines of words between them are labels where they keep to a column, and the header above reaches up to a
/// title, a unit or a gap.
/// </summary>
internal static class OpenAreas
{
    /// <summary>Lines with figures set apart that a table has at least.</summary>
    private const int FewestLines = 3;

    /// <summary>A table ends at a gap between two lines of more than this many ems.</summary>
    private const double Apart = 4;

    /// <summary>Steps from row to row that differ by less are even, in ems.</summary>
    private const double OffStep = 0.5, OnStep = 0.1;

    /// <summary>A line of so many lines near it shows where the columns are.</summary>
    private const int Near = 12;

    /// <summary>A heading of rows stands less than so many times as far below the last one as rows do.</summary>
    private const double HeadingApart = 1.7;

    /// <summary>Lines below the last figure that are the rest of its label, no further apart than this, in ems.</summary>
    private const double Wrapped = 1.65;

    /// <summary>A single character is no wider than this, and the lines of a text begin no further from each other or have their middles there, in ems.</summary>
    private const double Character = 1.2, InLine = 0.7;

    /// <summary>The ruling at a side stands no further from the text, in ems.</summary>
    private const double SideRoom = 3;

    /// <summary>A ruling along so much of the text is of its table however far beyond it goes: high cells end far from their text.</summary>
    private const double Along = 0.5;

    /// <summary>More lines than a page of type holds are no text: pictures made of letters.</summary>
    private const int MostLines = 400;

    /// <param name="lines">Of <paramref name="outside"/>, the pieces outside the tables found so far.</param>
    /// <param name="goesOn">Whether a table of the page before goes on in an area: then fewer rows will do.</param>
    /// <returns>The areas from top to bottom.</returns>
    public static IEnumerable<Area> Of(Glyph[] glyphs, List<Piece> outside, List<RunLine> lines, List<Edge> horizontal, List<Edge> vertical, Func<Area, bool> goesOn)
    {
        if (lines.Count > MostLines)
            yield break;
        var floor = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            // years alone side by side are names of columns, or the foot of a chart
            if (!lines[i].IsTabular || lines[i].AreYears)
                continue;
            var last = Last(lines, i);
            var rows = lines.GetRange(i, last - i + 1).FindAll(static l => l.IsTabular);
            if (!NoTables.IsList(rows) && !NoTables.IsAxis(lines.GetRange(i, last - i + 1)))
            {
                int from = OpenHeaders.First(lines, floor, i, lines.GetRange(i, last - i + 1).Min(static l => l.Left), rows), to = Rest(lines, last, rows);
                var text = from;
                (from, to) = Drawn(lines, floor, from, to, vertical);
                // groups stand above the names that rulings part, which may reach beyond all figures
                if (from < text)
                    from = OpenHeaders.First(lines, floor, from, lines.GetRange(from, to - from + 1).Min(static l => l.Left), rows);
                var area = Area(glyphs, outside, lines.GetRange(from, to - from + 1), horizontal, vertical);
                area = area with { From = area.Texts.Where(static s => s.Figure && s.Decimals > 0).Append(rows[0].Runs.MinBy(static r => r.MiddleY)).Min(static s => s.MiddleY) - 0.3 * rows[0].Size };
                if (rows.Count >= FewestLines || IsParted(rows[0], vertical) || StackArea.AreRows(rows.ConvertAll(static l => l.Runs), [.. OpenHeaders.Above(lines, floor, i, rows).SelectMany(static l => l.Runs)], []) || goesOn(area))
                {
                    yield return area;
                    floor = to + 1;
                }
            }
            i = last;
        }
    }

    /// <summary>Whether rulings part all texts of a line.</summary>
    private static bool IsParted(RunLine line, List<Edge> vertical) => line.Runs.Count >= FewestLines
        && Enumerable.Range(1, line.Runs.Count - 1).All(i => vertical.Exists(e => e.Position > line.Runs[i - 1].Right && e.Position < line.Runs[i].Left && e.Start < line.Baseline - line.Size && e.End > line.Baseline));

    /// <summary>The lines as far as rulings go on above and below: one between the columns, and another one or that of a side. They may end below the header.</summary>
    private static (int From, int To) Drawn(List<RunLine> lines, int floor, int from, int to, List<Edge> vertical)
    {
        double left = lines.GetRange(from, to - from + 1).Min(static l => l.Left), right = lines.GetRange(from, to - from + 1).Max(static l => l.Right), room = SideRoom * lines[from].Size;
        var beside = vertical.FindAll(e => e.Position > left - room && e.Position < right + room && e.Start < lines[to].Baseline && e.End > lines[from > floor ? from - 1 : from].Baseline);
        while (from > floor && Reach(e => e.Start < lines[from - 1].Baseline - lines[from - 1].Size))
            from--;
        while (to + 1 < lines.Count && Reach(e => e.End > lines[to + 1].Baseline))
            to++;
        return (from, to);

        bool Reach(Predicate<Edge> reaches) => beside.FindAll(reaches) is { Count: > 1 } far && far.Exists(e => e.Position > left && e.Position < right);
    }

    public static Area Area(Glyph[] glyphs, List<Piece> outside, List<RunLine> lines, List<Edge> horizontal, List<Edge> vertical)
    {
        var box = WithSides(new Box(lines.Min(static l => l.Left) - 2, lines[0].Runs.Min(static r => r.Top) - 0.5, lines.Max(static l => l.Right) + 2, lines[^1].Runs.Max(static r => r.Bottom) + 0.5), vertical);
        var reach = new Box(box.Left - 12, box.Top - 12, box.Right + 12, box.Bottom + 12);
        return new Area(box, Segments.Of(glyphs, outside, box),
            horizontal.FindAll(e => StackArea.IsInside(reach, e.Start, e.Position, e.End, e.Position)),
            vertical.FindAll(e => StackArea.IsInside(reach, e.Position, e.Start, e.Position, e.End) || (IsBeside(e, box) && e.Coverage(box.Top, box.Bottom) > Along)).ConvertAll(e => e.Within(reach.Top, reach.Bottom)));
    }

    private static bool IsBeside(Edge edge, Box box) => edge.Position > box.Left - Edges.Snap && edge.Position < box.Right + Edges.Snap;

    /// <summary>A box of text as wide as the rulings beside it show that begin and end where one inside it does: columns there are blank.</summary>
    private static Box WithSides(Box box, List<Edge> vertical)
    {
        if (vertical.Find(e => IsBeside(e, box) && e.Start < box.Top + Edges.Snap && e.End > box.Bottom - Edges.Snap) is not { } inside)
            return box;
        var alike = vertical.FindAll(e => Math.Abs(e.Start - inside.Start) <= Edges.Snap && Math.Abs(e.End - inside.End) <= Edges.Snap);
        return box with { Left = Math.Min(box.Left, alike.Min(static e => e.Position)), Right = Math.Max(box.Right, alike.Max(static e => e.Position)) };
    }

    /// <summary>The last line with figures of the table whose first one is given.</summary>
    private static int Last(List<RunLine> lines, int first)
    {
        var last = first;
        for (var j = first + 1; j < lines.Count; j++)
        {
            if (lines[j].IsAbove || (lines[j].Baseline - lines[j - 1].Baseline > Apart * lines[j].Size && !IsInStep(lines, first, j)) || lines[j].Size > 1.4 * lines[first].Size)
                break;
            if (lines[j].IsTabular)
                last = j;
            else if (Crosses(lines, first, last, lines[j]) && !(j + 1 < lines.Count && lines[j + 1].IsTabular && IsInRow(lines, first, j)))
                break;
        }
        return last;
    }

    /// <summary>Rows may be much higher than their type: each text stands over one of the row above, and the rows above or below are as far apart, lines of labels between; or both have so many figures that two rows show the columns.</summary>
    private static bool IsInStep(List<RunLine> lines, int first, int at)
    {
        int row = lines.FindIndex(at, static l => l.IsTabular), above = lines.FindLastIndex(at - 1, at - first, static l => l.IsTabular);
        if (row < 0 || Apart(at, row) > Wrapped || Apart(above, at - 1) > Wrapped || Apart(above, row) is var step && step > OpenHeaders.NamesApart)
            return false;
        if (AreFigures(lines[row], lines[above]))
            return true;
        if (!OpenHeaders.AreNames(lines[row], [lines[above]]))
            return false;
        int next = lines.FindIndex(row + 1, static l => l.IsTabular), before = above == first ? -1 : lines.FindLastIndex(above - 1, above - first, static l => l.IsTabular);
        return (before >= 0 && Math.Abs(Apart(before, above) - step) < OffStep) || (next >= 0 && Math.Abs(Apart(row, next) - step) < OffStep);

        double Apart(int from, int to) => (lines[to].Baseline - lines[from].Baseline) / lines[at].Size;
    }

    /// <summary>Whether so many figures stand over figures alone that two lines are enough to show columns.</summary>
    private static bool AreFigures(RunLine line, RunLine other) =>
        line.Runs.Count(r => r.Figure && other.Runs.FindAll(o => o.IsOver(r)) is [{ Figure: true }]) >= FewestLines;

    /// <summary>
    /// A line over the width of several columns that stands in the pitch of the rows is a heading of rows; where it is one text it may stand somewhat
    /// apart from those above.
    /// </summary>
    private static bool IsInRow(List<RunLine> lines, int first, int at)
    {
        if (at - first < 2)
            return false;
        double pitch = lines[at - 1].Baseline - lines[at - 2].Baseline, above = lines[at].Baseline - lines[at - 1].Baseline, below = lines[at + 1].Baseline - lines[at].Baseline;
        return below < 1.3 * pitch && above < (lines[at].Runs.Count == 1 ? HeadingApart : 1.3) * pitch;
    }

    /// <summary>Whether a text of the line runs over several columns of most rows near it, one of them of figures.</summary>
    private static bool Crosses(List<RunLine> lines, int first, int last, RunLine line)
    {
        int crossed = 0, rows = 0;
        for (var i = last; i >= first && rows < Near; i--)
        {
            if (!lines[i].IsTabular)
                continue;
            rows++;
            crossed += line.Runs.Exists(r => IsOver(r, lines[i])) ? 1 : 0;
        }
        return crossed * 2 > rows;
    }

    /// <summary>Whether a text stands over several texts of a row, one of them a figure.</summary>
    public static bool IsOver(Segment text, RunLine row)
    {
        var over = row.Runs.FindAll(r => Math.Min(r.Right, text.Right) - Math.Max(r.Left, text.Left) > 0.4 * r.Size);
        return over.Count > 1 && over.Exists(static r => r.Figure);
    }

    /// <summary>Whether a run of a line begins where a text above does or has its middle there; two characters that are set wide within its width are one word: 支    出.</summary>
    private static bool IsBelow(RunLine line, Segment run, Segment text)
    {
        if (line.Runs is [var first, var second] && first.Width < Character * first.Size && second.Width < Character * second.Size && second.Right < text.Right + InLine * second.Size)
            run = first with { Right = second.Right };
        return Math.Abs(text.Left - run.Left) < InLine * run.Size || Math.Abs(text.Center - run.Center) < InLine * run.Size;
    }

    /// <summary>The last line of the labels around the last figures.</summary>
    private static int Rest(List<RunLine> lines, int last, List<RunLine> rows)
    {
        var to = last;
        for (var j = last + 1; j < lines.Count && !lines[j].IsTabular && !lines[j].IsAbove && (Step(j) <= Wrapped * lines[j].Size || IsInStep(Step(j), lines[j].Size)); j++)
        {
            if (lines[j].Size > 1.1 * rows[^1].Size || Crosses(lines, last, last, lines[j])
                || !lines[j].Runs.TrueForAll(r => lines.GetRange(Math.Max(0, j - 2), Math.Min(j, 2)).Exists(l => l.Runs.Exists(o => IsBelow(lines[j], r, o))) || IsRest(r)))
            {
                break;
            }
            to = j;
        }
        return to;

        double Step(int line) => lines[line].Baseline - lines[line - 1].Baseline;
        // rows without figures, and the lines of their labels, stand as far apart as those above
        bool IsInStep(double step, double size) => Enumerable.Range(1, last).Any(i => lines[i - 1].Baseline >= rows[0].Baseline && Math.Abs(Step(i) - step) < OnStep * size);
        // the first line of a label may stand further in than its rest, with the figures between
        bool IsRest(Segment run) => last > 0 && Math.Abs(rows.Min(static l => l.Left) - run.Left) < InLine * run.Size
            && !lines[last].Runs.Exists(o => o.IsOver(run)) && lines[last - 1].Runs.Exists(o => o.IsOver(run));
    }
}
