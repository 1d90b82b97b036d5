using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>
/// The grid of a table that has horizontal rulings only: a ruling under every row, or three lines (top, below the
/// header, bottom). Columns come from the text, rows from the rulings or from the text between them.
/// </summary>
internal static class OpenGrid
{
    /// <summary>A year is no wider than this, in ems.</summary>
    private const double Year = 2.7;

    /// <param name="edges">Edges of the stack, from top to bottom; the first is the top of the table.</param>
    /// <param name="floor">y down to which the table may go on when its last line is missing (it stands on the next page).</param>
    /// <param name="before">The table's columns on the page before, which a part of it has here too.</param>
    /// <returns>Null when the text has no columns.</returns>
    public static Grid? Of(List<Edge> edges, Glyph[] glyphs, List<Piece> pieces, double floor, double[]? before)
    {
        double left = edges.Min(e => e.Start), right = edges.Max(e => e.End), top = edges[0].Position;
        var segments = Segments.Of(glyphs, pieces, new Box(left - 3, top, right + 3, floor));
        var full = edges.FindAll(e => e.Coverage(left, right) > 0.9).ConvertAll(e => e.Position);
        var figure = FirstFigure(segments, full);
        double bottom = full.Count > 0 && (full[^1] > figure || figure == double.MaxValue) ? full[^1] : TextEnd(segments, edges[^1].Position);
        if (figure > bottom)
            bottom = Math.Max(edges[^1].Position, bottom);
        segments.RemoveAll(s => s.MiddleY > bottom);
        if (segments.Count < 2 || bottom <= top)
            return null;

        var headerEnd = HeaderEnd(edges, full, segments, top, bottom);
        var header = segments.FindAll(s => s.MiddleY <= headerEnd);
        var body = segments.FindAll(s => s.MiddleY > headerEnd);
        var leaves = header.FindAll(s => IsLeaf(s, edges, headerEnd));
        var xs = before is not null && body.Count > 0 && Fits(before, [.. leaves, .. body], left, right)
            ? before : RuledColumns.Of(edges, body, left, right) ?? OpenColumns.Of(body, leaves, left, right);
        if (xs.Length < 3 || IsProse(xs, segments))
            return null;

        var ys = Distinct([.. edges.Where(e => e.Position <= headerEnd + 0.1).Select(e => e.Position)]);
        var cells = ys.Count > 1 ? HeaderSpans.Of(xs, [.. ys], Drawn(edges, xs, ys), header) : [];
        var borders = Distinct([headerEnd, .. full.Where(y => y > headerEnd && y < bottom), bottom]);
        AddBody(cells, ys, borders, body, xs);
        return ys.Count > 1 ? new Grid(xs, [.. ys], cells) : null;
    }

    /// <summary>Whether more lines have text across the borders between the columns, or as near as words of a sentence, than a gap there, or hardly any a gap.</summary>
    private static bool IsProse(double[] xs, List<Segment> segments)
    {
        int across = 0, apart = 0;
        foreach (var line in FormColumns.Lines(segments))
        {
            for (var i = 0; i < line.Count; i++)
            {
                int from = Placement.Find(xs, line[i].Left + 1), to = Placement.Find(xs, line[i].Right - 1);
                across += from == to ? 0 : 1;
                if (i == 0 || Placement.Find(xs, line[i - 1].Right - 1) == from)
                    continue;
                if (line[i].Left - line[i - 1].Right < TextBlocks.NoGap * line[i].Size)
                    across++;
                else
                    apart++;
            }
        }
        return across > apart || apart < 2;
    }

    private static double FirstFigure(List<Segment> segments, List<double> full)
    {
        double first = double.MaxValue, from = HasYears(segments, full) ? full[1] : double.MinValue;
        foreach (var s in segments)
        {
            if (s.Figure && s.Baseline < first && s.MiddleY > from)
                first = s.MiddleY;
        }
        return first;
    }

    /// <summary>
    /// Whether the figures between the first two of the full lines are years or the like in a header: no wider than
    /// four figures, on one line, and above three lines of text or more without lines between.
    /// </summary>
    private static bool HasYears(List<Segment> segments, List<double> full)
    {
        if (full.Count < 2)
            return false;
        double end = full.Count > 2 ? full[2] : double.MaxValue;
        var figures = segments.FindAll(s => s.Figure && s.MiddleY > full[0] && s.MiddleY < full[1]);
        return figures.Count >= 2 && figures.TrueForAll(f => f.Width < Year * f.Size && Math.Abs(f.Baseline - figures[0].Baseline) < 0.3 * f.Size)
            && FormColumns.Lines(segments.FindAll(s => s.MiddleY > full[1] && s.MiddleY < end)).Count >= 3;
    }

    /// <summary>Where the rows below a header end: lines of figures and words in columns, down to the first wide gap.</summary>
    private static double TextEnd(List<Segment> segments, double top)
    {
        double end = top, reach = top;
        var lines = segments.Where(s => s.MiddleY > top).OrderBy(s => s.Baseline).ToList();
        for (var i = 0; i < lines.Count;)
        {
            var j = i + 1;
            while (j < lines.Count && lines[j].Baseline - lines[i].Baseline < 0.3 * lines[i].Size)
                j++;
            if (lines[i].Top - reach > 3.2 * lines[i].Size)
                break;
            reach = Math.Max(reach, lines[i..j].Max(s => s.Bottom));
            // words alone may be a note below; they belong to the table when figures follow
            if (j - i > 1 || lines[i].Figure)
                end = reach + 0.5;
            i = j;
        }
        return end;
    }

    /// <summary>The border below the header: the last edge above the first figure, or above an empty body; without either, the first full line below the top.</summary>
    private static double HeaderEnd(List<Edge> edges, List<double> full, List<Segment> segments, double top, double bottom)
    {
        var first = FirstFigure(segments, full);
        var text = segments.Max(s => s.MiddleY);
        if (first == double.MaxValue && edges.FindLast(e => e.Position < bottom - Edges.Snap) is { } last && last.Position > text)
            return last.Position;
        if (first == double.MaxValue)
            return full.Find(y => y > top + Edges.Snap) is var line && line > 0 ? line : bottom;
        var end = top;
        foreach (var edge in edges)
        {
            if (edge.Position < first)
                end = edge.Position;
        }
        return end;
    }

    /// <summary>Whether no ruling is drawn between a header text and the body: it is no group header.</summary>
    private static bool IsLeaf(Segment segment, List<Edge> edges, double headerEnd) => !edges.Exists(e =>
        e.Position > segment.MiddleY && e.Position < headerEnd - Edges.Snap && e.Start < segment.Center && e.End > segment.Center);

    /// <summary>Whether the columns of the page before are those of this part: the same width, no text across a border and no two figures of a line in one column.</summary>
    private static bool Fits(double[] xs, List<Segment> segments, double left, double right)
    {
        if (Math.Abs(xs[0] - left) > 8 || Math.Abs(xs[^1] - right) > 8)
            return false;
        var used = new HashSet<(int Column, int Line)>();
        foreach (var s in segments)
        {
            var column = Placement.Find(xs, s.Left + 0.6);
            if (column != Placement.Find(xs, s.Right - 0.6))
                return false;
            if (s.Figure && !s.Open && !used.Add((column, (int)Math.Round(s.Baseline * 2))))
                return false;
        }
        return true;
    }

    private static List<double> Distinct(List<double> positions)
    {
        var distinct = new List<double>();
        foreach (var position in positions)
        {
            if (distinct.Count == 0 || position - distinct[^1] > Edges.Snap)
                distinct.Add(position);
        }
        return distinct;
    }

    private static bool[,] Drawn(List<Edge> edges, double[] xs, List<double> ys)
    {
        var drawn = new bool[ys.Count - 1, xs.Length - 1];
        for (var r = 0; r + 1 < ys.Count; r++)
        {
            for (var c = 0; c + 1 < xs.Length; c++)
            {
                double covered = 0;
                foreach (var edge in edges)
                {
                    if (Math.Abs(edge.Position - ys[r + 1]) <= Edges.Snap)
                        covered += edge.Coverage(xs[c], xs[c + 1]);
                }
                drawn[r, c] = covered > 0.5 || r + 2 == ys.Count;
            }
        }
        return drawn;
    }

    private static void AddBody(List<GridCell> cells, List<double> ys, List<double> borders, List<Segment> body, double[] xs)
    {
        var columns = xs.Length - 1;
        var ruledRows = borders.Count > 3;
        for (var b = 0; b + 1 < borders.Count; b++)
        {
            double top = borders[b], bottom = borders[b + 1];
            var inside = body.FindAll(s => s.MiddleY > top && s.MiddleY <= bottom);
            var rows = ruledRows && !HoldsRows(body, columns, top, bottom) ? [top, bottom] : OpenRows.Of(inside, top, bottom);
            if (!ruledRows && CentredBody.Of(inside, xs, rows, top, bottom, ys.Count - 1) is { } centred)
            {
                cells.AddRange(centred.Cells);
                ys.AddRange(centred.Ys[1..]);
                continue;
            }
            for (var i = 1; i < rows.Count; i++)
            {
                for (var c = 0; c < columns; c++)
                    cells.Add(new GridCell(ys.Count - 1, c, 1, 1));
                ys.Add(rows[i]);
            }
        }
    }

    /// <summary>Whether a band between two rulings holds several rows: three lines or more, each with text in most columns.</summary>
    private static bool HoldsRows(List<Segment> body, int columns, double top, double bottom)
    {
        var lines = new Dictionary<int, int>();
        foreach (var s in body)
        {
            if (s.MiddleY > top && s.MiddleY <= bottom)
            {
                var line = (int)Math.Round(s.Baseline / (0.35 * s.Size));
                lines[line] = lines.GetValueOrDefault(line) + 1;
            }
        }
        return lines.Count >= 3 && lines.Values.All(count => count >= 0.6 * columns);
    }
}
