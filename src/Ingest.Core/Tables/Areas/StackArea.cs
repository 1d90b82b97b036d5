using Ingest.Core.Model;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Areas;

/// <summary>The area of a table that horizontal rulings alone show: a ruling under every row, under some, or three lines.</summary>
internal static class StackArea
{
    /// <summary>Rows with figures below a header that make a table of them.</summary>
    private const int FewestRows = 2;

    /// <summary>Lines of words that are rows, and rulings over the whole width that a header has.</summary>
    private const int FewestOfWords = 3, MostOfHeader = 4;

    /// <summary>Rulings that part a header into more than one cell are more than these.</summary>
    private const int FewestSides = 2;

    /// <summary>Figures of a table of one or two rows.</summary>
    private const int FewestFigures = 4, FewestInTurn = 3;

    /// <summary>So many figures in line with those above a ruling go on with them; below a closing line may stand one by chance.</summary>
    private const int FewestInLine = 2;

    /// <summary>Lines of a label above its figures.</summary>
    private const int MostAbove = 2;

    /// <summary>Between two rows of a group there is less room than the first, and between any two rows than the second, in ems.</summary>
    private const double MostBetween = 1.2, Far = 3.2;

    /// <summary>Distances of lines that differ by less are one, in ems.</summary>
    private const double OnLine = 0.1;

    /// <summary>Share of the width of a table that a ruling over all of it covers.</summary>
    public const double Whole = 0.9;

    /// <summary>Share of its width that an area shares with rulings inside it.</summary>
    private const double Most = 0.8;

    /// <param name="edges">Edges of the stack, from top to bottom; the first is the top of the table.</param>
    /// <param name="floor">y down to which the table may go on when its last line is missing (it stands on the next page).</param>
    public static Area? Of(List<Edge> edges, Glyph[] glyphs, List<Piece> pieces, double floor)
    {
        double left = edges.Min(static e => e.Start), right = edges.Max(static e => e.End), top = edges[0].Position;
        var texts = Segments.Of(glyphs, pieces, new Box(left - 3, top, right + 3, floor));
        var full = edges.FindAll(e => e.Coverage(left, right) > Whole).ConvertAll(static e => e.Position);
        var figure = Header.FirstFigure(new Area(new Box(left, top, right, floor), texts, edges, []));
        double bottom = full.Count > 0 && (full[^1] > figure || figure == double.MaxValue) ? full[^1] : TextEnd(texts, edges[^1].Position, full, []);
        if (figure > bottom)
            bottom = Math.Max(edges[^1].Position, bottom);
        // rulings that part groups of rows, or the total from them, close no table: it may go on to the next page
        var areGroups = full.Exists(y => y > figure && texts.Exists(s => s.Figure && s.MiddleY > y && s.MiddleY < full[^1])) && Stacks.HoldsRows(edges, texts.FindAll(s => s.MiddleY < bottom));
        bottom = RowsBelow(FormColumns.Lines(texts), bottom, areGroups ? 1 : FewestInLine);
        texts.RemoveAll(s => s.MiddleY > bottom);
        return texts.Count < 2 ? null : new Area(new Box(left, top, right, bottom), texts, edges, []);
    }

    /// <summary>The area of a table of which rulings part the header alone: that, and the rows below it in its width.</summary>
    /// <param name="horizontal">All edges of the page, as <paramref name="vertical"/>.</param>
    /// <param name="goesOn">A table of the page before may go on here: one row is enough.</param>
    /// <returns>Null where figures stand in the region itself, or none below it.</returns>
    public static Area? Below(Region region, List<Edge> horizontal, List<Edge> vertical, Glyph[] glyphs, List<Piece> pieces, Func<double> floor, bool goesOn)
    {
        var box = region.Box;
        // most tables are ruled to their foot, and hold figures: said before anything is gathered
        if (Segments.Joined(Segments.Of(glyphs, pieces, box)).Exists(static s => s.Figure && !Header.IsNumber(s) && !Header.IsYear(s)))
            return null;
        var texts = Segments.Joined(Segments.Of(glyphs, pieces, new Box(box.Left - 3, box.Top, box.Right + 3, floor())));
        var inside = texts.FindAll(s => s.MiddleY <= box.Bottom);
        // headers with little room between them are one text
        if (inside.Count < (region.Vertical.Count > FewestSides ? 1 : 2) || !IsHeader(inside) || FormColumns.Lines(texts.FindAll(s => s.MiddleY > box.Bottom)) is not { Count: > 0 } lines
            || lines[0][0].Top - box.Bottom > 2 * lines[0][0].Size || Lines(region.Horizontal.FindAll(e => e.Coverage(box.Left, box.Right) > Whole)) > MostOfHeader
            || lines.Count(static l => l.Count > 1 && l.Exists(static s => s.Figure)) is var rows && rows < FewestRows && !HoldsWords(region, horizontal, lines) && !(rows > 0 && (goesOn || AreRows([lines[0]], inside, [.. region.Vertical.Where(e => e.End > box.Bottom - Edges.Snap).Select(static e => e.Position)]))))
        {
            return null;
        }
        var full = horizontal.FindAll(e => e.Coverage(box.Left, box.Right) > Whole);
        var bottom = Closed(TextEnd(texts, box.Bottom, full.ConvertAll(static e => e.Position), region.Vertical), texts, full, region.Vertical);
        texts.RemoveAll(s => s.MiddleY > bottom);
        // what runs over the sides of the columns is a text behind the table's last rows
        if (goesOn && RunsOver([box.Left, .. region.Vertical.Select(static e => e.Position).Where(x => x > box.Left + Edges.Snap && x < box.Right - Edges.Snap).Order(), box.Right], texts.FindAll(s => s.MiddleY > box.Bottom)))
            return null;
        var area = new Box(box.Left, box.Top, box.Right, bottom);
        return new Area(area, texts, horizontal.FindAll(e => IsInside(area, e.Start, e.Position, e.End, e.Position)), vertical.FindAll(e => IsInside(area, e.Position, e.Start, e.Position, e.End)));
    }

    /// <summary>How many lines rulings are, from top to bottom, of which double ones are one.</summary>
    private static int Lines(List<Edge> rulings) => rulings.Where((e, i) => i == 0 || e.Position - rulings[i - 1].Position > Edges.Double).Count();

    /// <summary>Whether a ruling as wide as a header closes rows of words below it.</summary>
    private static bool HoldsWords(Region header, List<Edge> horizontal, List<List<Segment>> lines)
    {
        if (horizontal.Find(e => e.Position > header.Box.Bottom + Edges.Snap && e.Coverage(header.Box.Left, header.Box.Right) > Whole) is not { } closing)
            return false;
        var rows = lines.FindAll(l => l[0].MiddleY < closing.Position);
        return rows.Count >= FewestOfWords && rows.Count(static l => l.Count > 1) * 5 > rows.Count * 3;
    }

    /// <summary>
    /// Whether lines too few to show columns are rows: figures side by side, each below a text of the header that does not stand over
    /// most of them. In a line alone the words must stand so too, in two labels keep to one side of their column; or each figure stands below or
    /// behind the header of its turn.
    /// </summary>
    /// <param name="sides">Of the columns, where rulings show them: a figure may stand at another side of its column than the header.</param>
    public static bool AreRows(List<List<Segment>> lines, List<Segment> header, double[] sides)
    {
        var own = header.FindAll(h => lines.TrueForAll(l => l.Count(s => IsBelow(s, h)) * 2 <= l.Count));
        var figures = lines.Sum(static l => l.Count(static s => s.Figure));
        return (figures >= FewestFigures && lines.TrueForAll(l => l.TrueForAll(s => (lines.Count > 1 && !s.Figure) || own.Exists(h => IsBelow(s, h))))) || (figures >= FewestInTurn && lines.TrueForAll(InTurn));

        // figures at the right of their columns may begin behind headers in the middle, where each column has one; labels before them have a header too
        bool InTurn(List<Segment> line)
        {
            var labels = line.FindIndex(static s => s.Figure);
            if (line.FindLastIndex(static s => !s.Figure) >= labels)
                return false;
            var leaves = own.FindAll(h => !own.Exists(o => o.Baseline > h.Baseline + 0.5 * h.Size && o.IsOver(h))).OrderBy(static h => h.Left).ToList();
            var first = leaves.FindLastIndex(l => l.Left < line[labels].Left);
            var isFull = line.Count - labels == leaves.Count - first && (labels > 0 || first == 0);
            var at = line[labels..].ConvertAll(Leaf);
            return at[0] >= (labels > 0 ? 1 : 0) && (labels == 0 || line[labels - 1].Right < leaves[at[0]].Left) && Enumerable.Range(1, at.Count - 1).All(i => at[i] > at[i - 1]);

            int Leaf(Segment s)
            {
                var over = leaves.FindAll(l => l.IsOver(s));
                return over.Count == 1 ? leaves.IndexOf(over[0]) : over.Count == 0 && isFull ? leaves.FindLastIndex(l => l.Left < s.Left) : -1;
            }
        }

        bool IsBelow(Segment s, Segment h) => h.IsOver(s) || (sides.Length > 2 && Column(s) == Column(h));
        int Column(Segment s) => sides.Count(x => x < s.Center);
    }

    /// <summary>The full ruling below the last line of figures, where what stands between is no further off than a row and keeps to columns: the rest of a label of many lines. Notes and titles do not.</summary>
    private static double Closed(double end, List<Segment> texts, List<Edge> full, List<Edge> borders)
    {
        if (full.Find(e => e.Position > end) is not { } closing)
            return end;
        var between = texts.FindAll(s => s.MiddleY > end && s.MiddleY < closing.Position);
        // right below it there is nothing between
        if (between.Count == 0)
            return closing.Position - end < texts[^1].Size ? closing.Position : end;
        return between.Exists(s => IsAcross(s, borders)) || between.Min(static s => s.Top) - end > Far * between[0].Size ? end : closing.Position;
    }

    private static bool IsAcross(Segment s, List<Edge> borders) => borders.Exists(b => s.Left < b.Position - 1 && s.Right > b.Position + 1);

    /// <summary>Whether all figures are years, or all numbers of columns (栏次 1 2 3), on the last line of the header.</summary>
    private static bool IsHeader(List<Segment> header)
    {
        var figures = header.FindAll(static s => s.Figure);
        return (figures.TrueForAll(Header.IsYear) || figures.TrueForAll(Header.IsNumber))
            && figures.TrueForAll(f => header.TrueForAll(s => s.Baseline < f.Baseline + 0.4 * f.Size));
    }

    public static bool IsInside(Box area, double left, double top, double right, double bottom) =>
        left > area.Left - Edges.Snap && right < area.Right + Edges.Snap && top > area.Top - Edges.Snap && bottom < area.Bottom + Edges.Snap;

    /// <summary>Whether a stack is no table of its own, since its rulings part the rows, the groups or the totals of one that the text shows.</summary>
    public static bool IsPart(Area area, List<Edge> stack) => BeginsAbove(area, stack) || PartsGroups(area, stack) || LeavesOut(area, stack);

    /// <summary>Whether rows with figures stand above the first ruling of a stack, in the same table.</summary>
    private static bool BeginsAbove(Area area, List<Edge> stack) =>
        stack[0].Position > area.From + Edges.Snap && stack[0].Position < area.Box.Bottom
        && Math.Min(stack.Max(static e => e.End), area.Box.Right) - Math.Max(stack.Min(static e => e.Start), area.Box.Left) > Most * area.Box.Width;

    /// <summary>Whether all of a stack stands in the header of a wider table.</summary>
    private static bool PartsGroups(Area area, List<Edge> stack) =>
        stack[0].Position > area.Box.Top - Edges.Snap && stack[^1].Position < area.From && stack.Max(static e => e.End) - stack.Min(static e => e.Start) < Whole * area.Box.Width;

    /// <summary>Whether a stack lies over the figures of a table and leaves out the names of most rows: its rulings part groups from names of columns, or totals from rows.</summary>
    private static bool LeavesOut(Area area, List<Edge> stack)
    {
        double left = stack.Min(static e => e.Start), right = stack.Max(static e => e.End);
        if (stack[0].Position < area.Box.Top - Edges.Snap || stack[0].Position > area.Box.Bottom || left < area.Box.Left || right > area.Box.Right + Edges.Snap + area.Texts[0].Size)
            return false;
        var rows = FormColumns.Lines(area.Texts).FindAll(l => l.Exists(s => s.Figure && s.MiddleY > area.From && s.Left > left - Edges.Snap));
        return rows.Count >= FewestRows && rows.Count(l => l[0] is { Figure: false } name && name.Right < left) * 2 > rows.Count;
    }

    /// <summary>
    /// Where the rows end that go on below a ruling: the first has figures in line with those above. The
    /// others, no further apart than rows with such figures, have figures behind another text, or are the rest of the label above.
    /// </summary>
    private static double RowsBelow(List<List<Segment>> lines, double ruling, int fewest)
    {
        var below = lines.FindIndex(l => l[0].MiddleY > ruling);
        // above the figures of the first row may stand lines of its label
        var row = below <= 0 ? -1 : lines.FindIndex(below, static l => l.Exists(static s => s.Figure));
        if (row < 0 || row - below > MostAbove || !lines[below..(row + 1)].Exists(static l => l.Exists(static s => !s.Figure)) || !AreInLine(lines[row], lines[..below], fewest))
            return ruling;
        double end = ruling, reach = ruling, apart = 0;
        // with such figures the second row tells how far apart they stand
        for (int i = row + 1, second = lines.FindIndex(i, l => AreInLine(l, lines[row..(row + 1)], fewest)); i <= second; i++)
            apart = Math.Max(apart, Math.Min(Gap(i, lines[i - 1].Max(static s => s.Bottom)), Far * lines[i][0].Size));
        var isName = false;
        for (var i = below; i < lines.Count; i++)
        {
            double gap = Gap(i, reach), size = lines[i][0].Size;
            var isRow = lines[i].Count > 1 && lines[i].Exists(static s => s.Figure);
            // texts side by side are names of columns where no row as those above follows
            if (gap > Math.Max(apart + OnLine * size, MostBetween * size) || (isRow && isName && !AreInLine(lines[i], lines[..below], fewest)))
                break;
            reach = lines[i].Max(static s => s.Bottom);
            end = isRow || IsWrapped(lines, i) ? reach + 0.5 : end;
            isName = !isRow && lines[i].Count > 1;
        }
        return end;

        double Gap(int line, double reach) => lines[line].Min(static s => s.Top) - reach;
    }

    /// <summary>Whether words are as far below a line as others are, which a line follows that stands further apart: the rest of wrapped labels.</summary>
    private static bool IsWrapped(List<List<Segment>> lines, int at)
    {
        var near = Apart(at);
        return !lines[at].Exists(static s => s.Figure || s.Numbered) && Enumerable.Range(1, at - 1).Any(i => !lines[i].Exists(static s => s.Figure)
            && lines[i].Exists(s => lines[at].Exists(r => s.IsOver(r))) && Math.Abs(Apart(i) - near) < OnLine * lines[at][0].Size && Apart(i + 1) > near + OnLine * lines[at][0].Size);

        double Apart(int line) => lines[line][0].Baseline - lines[line - 1][0].Baseline;
    }

    /// <summary>Whether so many figures, and most of them, are in line with figures above; the code of a row below a total is not, nor are the first digits of a figure that spaces part.</summary>
    private static bool AreInLine(List<Segment> row, List<List<Segment>> above, int fewest)
    {
        var figures = row.FindAll(static s => s.Figure);
        var inLine = figures.Count(f => above.Exists(l => l.Exists(a => a.Figure && a.IsOver(f))));
        return inLine >= fewest && inLine * 2 >= figures.Count;
    }

    /// <summary>
    /// Where the rows below a header end: lines of figures and words in columns, down to the first wide gap. Below a ruling over the
    /// whole width a figure alone is the number of the page, and words are titles; what stands there across a ruling between columns ends the table.
    /// </summary>
    private static double TextEnd(List<Segment> texts, double top, List<double> full, List<Edge> borders)
    {
        double end = top, reach = top;
        var lines = FormColumns.Lines(texts.FindAll(s => s.MiddleY > top));
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line[0].Top - reach > Far * line[0].Size)
                break;
            reach = Math.Max(reach, line.Max(static s => s.Bottom));
            // words alone may be a note below; they belong to the table when figures follow
            var isClosed = full.Exists(y => y > Math.Max(end, top + Edges.Snap) && y < line[0].MiddleY);
            if (isClosed && line.Exists(s => IsAcross(s, borders)))
                break;
            if (isClosed ? line.Count > 1 && line.Exists(static s => s.Figure) : line.Count > 1 || line[0].Figure || line[0].Top < end || (i > 0 && IsWrapped(lines, i)))
                end = reach + 0.5;
        }
        return end;
    }

    /// <summary>Whether more lines have text across the borders between the columns, or as near as words of a sentence, than a gap there, or hardly any a gap.</summary>
    public static bool IsProse(double[] xs, List<Segment> texts) => Crossings(xs, texts) is var (across, apart) && (across > apart || apart < 2);

    /// <summary>Whether more lines have text across the borders between the columns than a gap there.</summary>
    public static bool RunsOver(double[] xs, List<Segment> texts) => Crossings(xs, texts) is var (across, apart) && across > apart;

    private static (int Across, int Apart) Crossings(double[] xs, List<Segment> texts)
    {
        int across = 0, apart = 0;
        foreach (var line in FormColumns.Lines(texts))
        {
            for (var i = 0; i < line.Count; i++)
            {
                int from = Placement.Find(xs, line[i].Left + 1), to = Placement.Find(xs, line[i].Right - 1);
                across += from == to ? 0 : 1;
                if (i == 0 || Placement.Find(xs, line[i - 1].Right - 1) == from)
                    continue;
                // columns with hardly any white between them have an amount on one side
                if (line[i].Left - line[i - 1].Right < TextBlocks.NoGap * line[i].Size && !line[i].IsAmount && !line[i - 1].IsAmount)
                    across++;
                else
                    apart++;
            }
        }
        return (across, apart);
    }
}
