using Ingest.Core.Model;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Areas;

/// <summary>A part of a page that is one table which rulings show in part at most: its texts and what is drawn there.</summary>
/// <param name="Texts">By base line, then from left to right.</param>
/// <param name="From">y above which figures belong to the header, where that is known: years and the like.</param>
internal sealed record Area(Box Box, List<Segment> Texts, List<Edge> Horizontal, List<Edge> Vertical, double From = double.MinValue);

/// <summary>
/// Reads the grid of an area. Columns are those between the rulings, divided further where the lines of the body show
/// more; rows are those between the rulings, divided by <see cref="BodyRows"/>; the header is what stands above the
/// first row of figures (<see cref="HeaderCells"/>).
/// </summary>
internal static class AreaGrid
{
    /// <summary>Share of a side that must be drawn to part two cells, and of the height of the body to close a column.</summary>
    private const double Drawn = 0.5;

    /// <summary>Texts in one ruled column further apart than this are two columns, in ems; below headers side by side they may stand nearer.</summary>
    private const double Apart = 1, NearBelowHeaders = 0.24;

    /// <summary>How far the middle of a text may be off the border that it stands on, and off the middle of the columns that it takes, in ems.</summary>
    private const double OnBorder = 0.2, OnColumns = 0.6;

    /// <summary>Base lines nearer than this are one, in ems, and middles no further above those of the first figures stand on their line.</summary>
    private const double OnLine = 0.15, OnFirst = 0.3;

    /// <summary>Lines, rulings that end there, or texts on each side, that show a border; one text of so many may stand across.</summary>
    private const int Fewest = 2, FewAcross = 20;

    /// <param name="before">The last table of the page before, whose columns a part of it has here too.</param>
    /// <returns>Null when the area has no columns or no body.</returns>
    public static Grid? Of(Area area, PageTable? before)
    {
        area = area with { Texts = Segments.Joined(area.Texts) };
        // the label of the first figures stands on their line, though its type may be larger
        var first = Header.FirstFigure(area) is var y && y < double.MaxValue ? y - OnFirst * area.Texts.Max(static s => s.Size) : y;
        var hard = Hard(area, first);
        var lines = Borders(area, first);
        var drawn = Header.End(area, lines, first);
        var headerEnd = drawn > area.Box.Top ? Header.Numbers(area.Texts.FindAll(s => s.MiddleY <= drawn), drawn) : drawn;
        var body = area.Texts.FindAll(s => s.MiddleY > headerEnd);
        // the numbers of the columns show neither where their headers nor where the figures below stand
        var from = drawn > area.Box.Top ? drawn : Header.BelowNumbers(area.Texts, first);
        var sure = body.FindAll(s => s.MiddleY > from);
        var head = area.Texts.FindAll(s => drawn > area.Box.Top ? s.MiddleY <= headerEnd : s.MiddleY < first);
        sure = sure.Count == 0 ? body : sure;
        var known = PageBefore.Columns(before, area, sure);
        var xs = known ?? Columns(area, hard, head, sure, Choice.None);
        if (xs.Length < 3 || body.Count == 0)
            return null;
        double[] bands = [headerEnd, .. lines.Where(y => y > (drawn > area.Box.Top ? headerEnd + Edges.Snap : first) && y < area.Box.Bottom - Edges.Snap), area.Box.Bottom];
        var (rows, more, measure) = Rows(xs);
        var best = Build(xs, rows);
        return best with { Rivals = Rivals.Of(best, area.Texts, Otherwise), Measure = measure };

        (List<RowBand>[] Rows, List<RowBand>[]? Rival, BodyMeasure Measure) Rows(double[] xs)
        {
            var divided = BodyRows.Of(body, headerEnd > area.Box.Top ? double.MinValue : first, xs, Closed(area, xs, first), bands, known is null ? null : before?.Grid.Measure);
            foreach (var rows in headerEnd > area.Box.Top ? [] : divided.Rival is null ? [divided.Rows[0]] : (List<RowBand>[])[divided.Rows[0], divided.Rival[0]])
                RowHeadings.Part(rows, body, first);
            return divided;
        }

        Grid? Otherwise(Choice choice)
        {
            if (choice == Choice.MoreWraps)
                return more is null ? null : Build(xs, more);
            if (choice is Choice.WiderGroups or Choice.NarrowerGroups)
                return Head(xs, rows, choice).Cells.SequenceEqual(Head(xs, rows, Choice.None).Cells) ? null : Build(xs, rows, choice);
            if (known is not null || Columns(area, hard, head, sure, choice) is not { Length: >= 3 } others || others.AsSpan().SequenceEqual(xs))
                return null;
            return Build(others, Rows(others).Rows);
        }

        // what stands above the first figures belongs to the header when no ruling parts it from it
        int Above(List<RowBand>[] rows)
        {
            var above = headerEnd == area.Box.Top ? Math.Max(0, rows[0].FindIndex(r => r.HasFigure && r.Bottom > first)) : 0;
            var labels = Math.Max(1, rows[0][..above].FindLastIndex(r => RowHeadings.Label(r, body, xs) is null) + 1);
            return Enumerable.Range(0, above).Skip(labels).FirstOrDefault(r => RowHeadings.IsHeading(rows[0][r], rows[0][above], body, xs), above);
        }

        (double[] Ys, List<GridCell> Cells) Head(double[] xs, List<RowBand>[] rows, Choice otherwise)
        {
            var end = Above(rows) is > 0 and var above ? rows[0][above].Top : headerEnd;
            return end > area.Box.Top + Edges.Snap
                ? HeaderCells.Of(xs, area.Box.Top, end, OpenColumns.Spread(area.Texts.FindAll(s => s.MiddleY <= end), xs), area.Horizontal, area.Vertical, otherwise)
                : ([area.Box.Top], []);
        }

        Grid Build(double[] xs, List<RowBand>[] rows, Choice otherwise = Choice.None)
        {
            var (heights, cells) = Head(xs, rows, otherwise);
            List<double> ys = [.. heights];
            AddBody(area, cells, ys, xs, hard, [rows[0][Above(rows)..], .. rows[1..]], OpenColumns.Spread(body, (a, b) => IsOnBorder(xs, body, a, b)));
            return new Grid(xs, [.. ys], cells);
        }
    }

    /// <summary>Whether two characters stand in neighbouring columns before all figures of their line, and together in the middle of both: 合 计.</summary>
    private static bool IsOnBorder(double[] xs, List<Segment> body, Segment a, Segment b) => Placement.Find(xs, a.Center) is var c && Placement.Find(xs, b.Center) == c + 1
        && Math.Abs((a.Left + b.Right - xs[c] - xs[c + 2]) / 2) < OnColumns * a.Size && !body.Exists(s => s.Figure && s.Right < a.Left && Math.Abs(s.Baseline - a.Baseline) < OnLine * a.Size);

    /// <summary>
    /// Borders of columns that rulings draw, left and right side included: between columns, and in the body those where rulings
    /// under a part of the width begin or end, one below the other.
    /// </summary>
    private static List<double> Hard(Area area, double first)
    {
        var body = area.Texts.FindAll(s => s.MiddleY >= first);
        var ends = area.Horizontal.FindAll(e => e.Position > first).SelectMany(static e => new[] { e.Start, e.End }).ToList();
        ends.RemoveAll(x => ends.Count(o => Math.Abs(o - x) <= Edges.Snap) < Fewest || body.Count(s => s.Left < x - 1 && s.Right > x + 1) * FewAcross > body.Count);
        var hard = new List<double> { area.Box.Left };
        foreach (var x in area.Vertical.Select(static e => e.Position).Concat(ends).Order())
        {
            if (x - hard[^1] > Edges.Snap && area.Box.Right - x > Edges.Snap)
                hard.Add(x);
        }
        hard.Add(area.Box.Right);
        return hard;
    }

    /// <summary>The columns between the ruled borders, divided where lines of the body hold figures side by side.</summary>
    private static double[] Columns(Area area, List<double> hard, List<Segment> head, List<Segment> body, Choice otherwise)
    {
        var top = body.Count > 0 ? body.Min(static s => s.Top) : area.Box.Bottom;
        var header = Header.Leaves(head, area.Horizontal, top, FormColumns.Lines(body));
        // rulings that part the header alone say less about the body
        if (otherwise == Choice.BodyUnruled)
            hard = [hard[0], .. hard.FindAll(x => area.Vertical.Exists(e => Math.Abs(e.Position - x) <= Edges.Snap && e.Coverage(top, area.Box.Bottom) >= Drawn) && x > hard[0] && x < hard[^1]), hard[^1]];
        if (!area.Vertical.Exists(e => hard.IndexOf(e.Position) > 0) && RuledColumns.Of(area.Horizontal, body, hard[0], hard[^1]) is { } joined)
            hard = [.. joined];
        if (hard.Count == 2)
            return OpenColumns.Of(body, header, hard[0], hard[1], otherwise);
        var xs = new List<double>();
        for (var i = 0; i + 1 < hard.Count; i++)
        {
            double from = hard[i], to = hard[i + 1];
            xs.Add(from);
            var inside = body.FindAll(s => s.Center > from && s.Center < to);
            var texts = header.FindAll(s => s.Left > from - 1 && s.Right < to + 1);
            texts.Sort(static (a, b) => a.Left.CompareTo(b.Left));
            var parted = Enumerable.Range(1, Math.Max(0, texts.Count - 1)).Where(k => texts[k].Left - texts[..k].Max(static s => s.Right) > texts[k].Size).ToList();
            var isParted = parted.Count > 0;
            int shared = 0, lines = 0;
            foreach (var line in FormColumns.Lines(inside))
            {
                lines++;
                for (var k = 1; k < line.Count; k++)
                {
                    if ((line[k].Figure || line[k - 1].Figure) && line[k].Left - line[k - 1].Right > (!isParted ? Apart : line[k] is { Figure: true, Decimals: > 1 } && line[k - 1] is { Figure: true, Decimals: > 1 } ? 0 : NearBelowHeaders) * line[k].Size)
                    {
                        shared++;
                        break;
                    }
                }
            }
            if ((shared >= Fewest && (isParted || shared * 4 > lines)) || parted.Exists(k => KeepApart(inside, texts[..k].Max(static s => s.Right), texts[k].Left)))
                xs.AddRange(OpenColumns.Of(inside, texts, from, to, otherwise)[1..^1]);
        }
        xs.Add(hard[^1]);
        return [.. xs];
    }

    /// <summary>Whether texts stand on both sides between two headers and none across, though never on one line: codes in the middle beside names of two lines.</summary>
    private static bool KeepApart(List<Segment> body, double from, double to)
    {
        for (var x = from; x <= to; x++)
        {
            if (!body.Exists(s => s.Left < x && s.Right > x) && body.Count(s => s.Right <= x) >= Fewest && body.Count(s => s.Left >= x) >= Fewest)
                return true;
        }
        return false;
    }

    /// <summary>By column: rulings along its sides show how wide a line of it may be.</summary>
    private static bool[] Closed(Area area, double[] xs, double from)
    {
        var drawn = Array.ConvertAll(xs, x => area.Vertical.Exists(e => Math.Abs(e.Position - x) <= Edges.Snap && e.Coverage(from, area.Box.Bottom) >= Drawn));
        return [.. Enumerable.Range(0, xs.Length - 1).Select(c => (drawn[c] || c == 0) && (drawn[c + 1] || c + 2 == xs.Length))];
    }

    /// <summary>Heights of the horizontal rulings; above the first figures those that close the header, or where all rulings between its columns end.</summary>
    private static List<double> Borders(Area area, double first)
    {
        var ys = new List<double>();
        foreach (var edge in area.Horizontal)
        {
            if ((ys.Count == 0 || edge.Position - ys[^1] > Edges.Snap)
                && (edge.Position > first || area.Horizontal.Sum(e => Math.Abs(e.Position - edge.Position) <= Edges.Snap ? e.Coverage(area.Box.Left, area.Box.Right) : 0) > 0.9))
            {
                ys.Add(edge.Position);
            }
        }
        var between = area.Vertical.FindAll(e => e.Position > area.Box.Left + Edges.Snap && e.Position < area.Box.Right - Edges.Snap);
        if (between.Count >= Fewest && between.TrueForAll(e => Math.Abs(e.End - between[0].End) <= Edges.Snap) && between[0].End < first && !ys.Exists(y => Math.Abs(y - between[0].End) <= Edges.Snap))
        {
            ys.Add(between[0].End);
            ys.Sort();
        }
        return ys;
    }

    private static void AddBody(Area area, List<GridCell> cells, List<double> ys, double[] xs, List<double> hard, List<RowBand>[] bands, List<Segment> body)
    {
        var columns = xs.Length - 1;
        var start = ys.Count - 1;
        var ruled = new List<bool>();
        foreach (var band in bands)
        {
            foreach (var row in band)
            {
                ys.Add(row.Bottom);
                ruled.Add(row == band[^1]);
            }
        }
        int rows = ys.Count - 1 - start;
        var below = new bool[rows * columns];
        var right = new bool[rows * columns];
        Array.Fill(below, true);
        Array.Fill(right, true);
        for (var r = 0; r < rows; r++)
        {
            double top = ys[start + r], bottom = ys[start + r + 1];
            for (var c = 0; c < columns && ruled[r] && r + 1 < rows; c++)
            {
                below[r * columns + c] = area.Horizontal.Sum(e => Math.Abs(e.Position - bottom) <= Edges.Snap ? e.Coverage(xs[c], xs[c + 1]) : 0) >= Drawn
                    || (IsOnLine(body, xs, c, top, bottom) && IsOnLine(body, xs, c, bottom, ys[start + r + 2]));
            }
            // a text on the border between two rows, alone there in its column, stands in the middle of a cell over both
            foreach (var s in r + 1 < rows ? body.FindAll(s => !s.Figure && Math.Abs(s.MiddleY - bottom) < OnBorder * s.Size) : [])
            {
                var c = Placement.Find(xs, s.Center);
                below[r * columns + c] &= body.Exists(o => o != s && o.MiddleY > top && o.MiddleY <= ys[start + r + 2] && Placement.Find(xs, o.Center) == c);
            }
            var inside = body.FindAll(s => s.MiddleY > top && s.MiddleY <= bottom);
            foreach (var s in inside)
            {
                // figures that touch those of the next column are cut
                if (s.Figure)
                    continue;
                int from = Placement.Find(xs, Math.Min(s.Left + 1, s.Center)), to = Placement.Find(xs, Math.Max(s.Right - 1, s.Center));
                // a heading alone in its row is one of all columns
                if (from < to && inside.Count == 1 && (from == 0 || Math.Abs(s.Center - (xs[0] + xs[^1]) / 2) < OnColumns * s.Size))
                    (from, to) = (0, columns - 1);
                for (var c = from; c < to; c++)
                {
                    var isAlone = !inside.Exists(o => o != s && o.Left < xs[to + 1] && o.Right > xs[from] && !IsLineOf(o, s, xs[from..(to + 2)]));
                    var isDrawn = area.Vertical.Exists(e => Math.Abs(e.Position - xs[c + 1]) <= Edges.Snap && e.Coverage(top, bottom) >= Drawn);
                    right[r * columns + c] &= isDrawn || !isAlone;
                }
            }
            Merge(area, inside, right, r, xs, hard, top, bottom);
        }
        foreach (var cell in RuledGrid.Cells(rows, columns, below, right))
            cells.Add(cell with { Row = start + cell.Row });
    }

    /// <summary>Whether words within the columns that a text runs over are another line of it, above or below. What only just reaches over a border has a column too narrow for it.</summary>
    private static bool IsLineOf(Segment s, Segment text, double[] xs) => text.Left < xs[1] - text.Size && text.Right > xs[^2] + text.Size
        && !s.Figure && s.Left > xs[0] - 1 && s.Right < xs[^1] + 1 && Math.Abs(s.Baseline - text.Baseline) > 0.5 * s.Size
        && Math.Min(s.Right, text.Right) - Math.Max(s.Left, text.Left) > 0.4 * Math.Min(s.Width, text.Width);

    /// <summary>Whether a text of a column stands on one line with a figure of another one: it belongs to that row, and not to two that a ruling beside it parts.</summary>
    private static bool IsOnLine(List<Segment> body, double[] xs, int column, double top, double bottom)
    {
        var inside = body.FindAll(s => s.MiddleY > top && s.MiddleY <= bottom);
        return inside.Exists(s => Placement.Find(xs, s.Center) == column && inside.Exists(o => o.Figure && Math.Abs(o.Baseline - s.Baseline) < OnLine * s.Size && Placement.Find(xs, o.Center) != column));
    }

    /// <summary>Where a row has rulings between columns, a ruled border that is left out in it joins two cells, unless a figure stands behind it and a text before.</summary>
    private static void Merge(Area area, List<Segment> inside, bool[] right, int row, double[] xs, List<double> hard, double top, double bottom)
    {
        var columns = xs.Length - 1;
        var drawn = new bool[columns - 1];
        for (var c = 0; c < drawn.Length; c++)
            drawn[c] = area.Vertical.Exists(e => Math.Abs(e.Position - xs[c + 1]) <= Edges.Snap && e.Coverage(top, bottom) >= Drawn);
        if (drawn.Count(static d => d) * 2 < drawn.Length)
            return;
        for (var c = 0; c < drawn.Length; c++)
            right[row * columns + c] &= drawn[c] || !hard.Contains(xs[c + 1]) || (inside.Exists(s => IsIn(s, c)) && inside.Exists(s => s.Figure && IsIn(s, c + 1)));

        bool IsIn(Segment s, int column) => s.Left > xs[column] && s.Right < xs[column + 1];
    }
}
