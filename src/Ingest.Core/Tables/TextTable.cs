namespace Ingest.Core.Tables;

/// <summary>One table made of text alone: its columns from the lines with figures, its header from the lines above, its rows from the pitch.</summary>
internal static class TextTable
{
    private const int FewestRows = 3;

    /// <summary>Rows that a table of one label and one figure has at least: it looks like many other things.</summary>
    private const int FewestRowsOfTwo = 4;

    /// <summary>Lines of a header at most, and how far apart they stand at most, in ems.</summary>
    private const int MostHeaderLines = 6;

    private const double HeaderPitch = 2.6;

    /// <summary>Share of the texts of a column of figures that are figures, and of those that stand in line.</summary>
    private const double Figures = 0.6, InLine = 0.6;

    /// <param name="lines">Of the page, from top to bottom.</param>
    /// <param name="floor">The first line that belongs to no table yet.</param>
    /// <param name="first">The first line with figures set apart.</param>
    /// <param name="last">The last one.</param>
    public static Grid? Of(List<RunLine> lines, int floor, int first, int last)
    {
        var rows = lines.GetRange(first, last - first + 1).FindAll(static l => l.IsTabular);
        if (rows.Count < FewestRows)
            return null;
        var texts = rows.SelectMany(static l => l.Runs).ToList();
        var xs = OpenColumns.Of(texts, [], texts.Min(static s => s.Left) - 2, texts.Max(static s => s.Right) + 2);
        if (xs.Length < 3 || IsList(rows, xs.Length - 1) || IsAxis(lines.GetRange(first, last - first + 1)) || !HasFigureColumns(rows, xs))
            return null;
        var from = Header(lines, floor, first, xs);
        var header = lines.GetRange(from, first - from);
        var body = lines.GetRange(first, last - first + 1);
        (xs[0], xs[^1]) = (Math.Min(xs[0], lines.GetRange(from, last - from + 1).Min(static l => l.Left) - 1), Math.Max(xs[^1], lines.GetRange(from, last - from + 1).Max(static l => l.Right) + 1));
        var ys = new List<double> { lines[from].Runs.Min(static r => r.Top) - 0.5 };
        var cells = new List<GridCell>();
        Move(xs, rows, header);
        AddHeader(cells, ys, header, body[0].Runs.Min(static r => r.Top), xs);
        AddBody(cells, ys, body, xs);
        return new Grid(xs, [.. ys], cells);
    }

    /// <summary>Whether the last figures of the lines are page numbers, which never fall, or the steps of an axis, which are all the same.</summary>
    private static bool IsList(List<RunLine> rows, int columns)
    {
        var numbers = rows.ConvertAll(static r => r.Number).FindAll(static n => n is not null);
        if (numbers.Count < 0.7 * rows.Count || numbers.Count < 3)
            return false;
        int rising = 0, even = 0;
        for (var i = 1; i < numbers.Count; i++)
        {
            rising += numbers[i] >= numbers[i - 1] ? 1 : 0;
            even += i > 1 && numbers[i] != numbers[i - 1] && numbers[i] - numbers[i - 1] == numbers[i - 1] - numbers[i - 2] ? 1 : 0;
        }
        return (columns <= 3 && rising >= 0.9 * (numbers.Count - 1)) || (numbers.Count > 3 && even >= 0.6 * (numbers.Count - 2));
    }

    /// <summary>Whether the lines begin with figures that fall to the first step above zero, or to zero, in even steps: the axis of a chart.</summary>
    private static bool IsAxis(List<RunLine> lines)
    {
        var left = lines.Min(static l => l.Left);
        var numbers = lines.FindAll(l => l.First is not null && l.Runs[0].Left < left + 2.5 * l.Size).ConvertAll(static l => l.First!.Value);
        if (numbers.Count < 4)
            return false;
        var step = numbers[0] - numbers[1];
        if (step <= 1 || numbers[^1] > step)
            return false;
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i - 1] - numbers[i] != step)
                return false;
        }
        return true;
    }

    /// <summary>Whether figures make columns: most texts of the column are figures, with one side or their middles in line.</summary>
    private static bool HasFigureColumns(List<RunLine> rows, double[] xs)
    {
        int columns = xs.Length - 1, good = 0, wide = 0, shared = 0, filled = 0;
        for (var c = 0; c < columns; c++)
        {
            var texts = new List<Segment>();
            foreach (var row in rows)
            {
                var here = row.Runs.FindAll(r => Placement.Find(xs, r.Center) == c);
                texts.AddRange(here);
                shared += here.Count > 1 ? 1 : 0;
            }
            filled += texts.Count;
            var figures = texts.FindAll(static t => t.Figure);
            wide += texts.FindAll(static t => t.Width > 32 * t.Size).Count;
            if (c == 0 || figures.Count < Math.Max(2, Figures * texts.Count) || !Aligned(figures))
                continue;
            good++;
        }
        var fewest = columns == 2 ? FewestRowsOfTwo : FewestRows;
        return good >= 1 && 2 * good >= columns - 1 && rows.Count >= fewest && wide * 4 < rows.Count && shared * 5 <= rows.Count && filled * 2 >= rows.Count * columns;
    }

    private static bool Aligned(List<Segment> figures)
    {
        var tolerance = 0.7 * figures[0].Size;
        return Most(static s => s.Right) || Most(static s => s.Left) || Most(static s => s.Center);

        bool Most(Func<Segment, double> side)
        {
            var sorted = figures.Select(side).Order().ToList();
            var middle = sorted[sorted.Count / 2];
            return sorted.Count(x => Math.Abs(x - middle) < tolerance) >= InLine * sorted.Count;
        }
    }

    /// <summary>The first line of the header above the first row: lines of several texts, or of one that stands over columns behind the first.</summary>
    private static int Header(List<RunLine> lines, int floor, int first, double[] xs)
    {
        var from = first;
        while (from > floor && first - from < MostHeaderLines)
        {
            var line = lines[from - 1];
            if (lines[from].Baseline - line.Baseline > HeaderPitch * Math.Max(line.Size, lines[from].Size) || line.Size > 1.25 * lines[first].Size)
                break;
            if (line.Left < xs[0] - 2 * line.Size || line.Right > xs[^1] + 2 * line.Size)
                break;
            var isOver = line.Runs.Count > 1 ? line.Runs.TrueForAll(r => r.Width < 0.6 * (xs[^1] - xs[0])) : line.Left > xs[1] - line.Size;
            if (!isOver)
                break;
            from--;
        }
        // the last lines of a title, or one in the middle of the whole
        while (from < first && lines[from].Runs.Count == 1 && (IsTitle(lines[from], xs)
            || (from > floor && lines[from - 1].Runs.Count == 1 && lines[from].Baseline - lines[from - 1].Baseline < 1.5 * lines[from].Size)))
            from++;
        return from;
    }

    /// <summary>Moves each border, as far as the rows leave room, to where it parts the texts of the header.</summary>
    private static void Move(double[] xs, List<RunLine> rows, List<RunLine> header)
    {
        for (var i = 1; i + 1 < xs.Length; i++)
        {
            double from = xs[i - 1], to = xs[i + 1];
            foreach (var text in rows.SelectMany(static r => r.Runs))
            {
                if (text.Center < xs[i])
                    from = Math.Max(from, text.Right);
                else
                    to = Math.Min(to, text.Left);
            }
            double best = Crossing(xs[i]), start = xs[i], end = xs[i];
            for (var x = from + 1; best > 0 && x < to - 1; x++)
            {
                if (Crossing(x) < best)
                    (best, start, end) = (Crossing(x), x, x);
                else if (start != xs[i] && Crossing(x) == best && x - end <= 1)
                    end = x;
            }
            xs[i] = (start + end) / 2;
        }

        int Crossing(double x) => header.Sum(l => l.Runs.Count(r => r.Left < x && r.Right > x));
    }

    private static bool IsTitle(RunLine line, double[] xs) =>
        Math.Abs(line.Runs[0].Center - (xs[0] + xs[^1]) / 2) < line.Size && Math.Abs(line.Runs[0].Center - (xs[1] + xs[^1]) / 2) > line.Size;

    /// <summary>Lines with a text over several columns are rows of group headers; the lines between them are one row.</summary>
    private static void AddHeader(List<GridCell> cells, List<double> ys, List<RunLine> header, double bottom, double[] xs)
    {
        for (var i = 0; i < header.Count;)
        {
            var isGroup = IsGroup(header[i], xs);
            var j = i + 1;
            while (!isGroup && j < header.Count && !IsGroup(header[j], xs))
                j++;
            var end = j < header.Count ? (header[j - 1].Runs.Max(static r => r.Bottom) + header[j].Runs.Min(static r => r.Top)) / 2 : (header[j - 1].Runs.Max(static r => r.Bottom) + bottom) / 2;
            AddRow(cells, ys, end, [.. header[i..j].SelectMany(static l => l.Runs)], xs);
            i = j;
        }
    }

    private static bool IsGroup(RunLine line, double[] xs) => line.Runs.Exists(r => Placement.Find(xs, r.Left + 1) != Placement.Find(xs, r.Right - 1));

    private static void AddBody(List<GridCell> cells, List<double> ys, List<RunLine> body, double[] xs)
    {
        var bottom = body[^1].Runs.Max(static r => r.Bottom) + 0.5;
        var runs = body.SelectMany(static l => l.Runs).ToList();
        foreach (var border in (List<double>)[.. Borders(body, xs, ys[^1], bottom), bottom])
        {
            var top = ys[^1];
            AddRow(cells, ys, border, runs.FindAll(r => r.MiddleY > top && r.MiddleY <= border), xs);
        }
    }

    /// <summary>Borders between rows, which begin where the pitch says so, and at each line whose figures stand below others of the row.</summary>
    public static List<double> Borders(List<RunLine> body, double[] xs, double top, double bottom)
    {
        var pitch = OpenRows.Of([.. body.SelectMany(static l => l.Runs)], top, bottom);
        var borders = new List<double>();
        var row = new List<Segment>();
        var next = 1;
        for (var i = 0; i < body.Count; i++)
        {
            var middle = body[i].Runs[0].MiddleY;
            var begins = middle > pitch[next];
            while (next + 1 < pitch.Count && middle > pitch[next])
                next++;
            if (i > 0 && (begins || body[i].Runs.Exists(r => r.Figure && row.Exists(o => o.Figure && Placement.Find(xs, o.Center) == Placement.Find(xs, r.Center)))))
            {
                borders.Add((body[i - 1].Runs.Max(static r => r.Bottom) + body[i].Runs.Min(static r => r.Top)) / 2);
                row = [];
            }
            row.AddRange(body[i].Runs);
        }
        return borders;
    }

    /// <summary>A row whose cells are one column each, but where a text stands over several that hold nothing else.</summary>
    private static void AddRow(List<GridCell> cells, List<double> ys, double bottom, List<Segment> runs, double[] xs)
    {
        var columns = xs.Length - 1;
        var spans = runs.ConvertAll(r => (From: Placement.Find(xs, r.Left + 1), To: Placement.Find(xs, r.Right - 1) + 1));
        for (var c = 0; c < columns;)
        {
            var to = c + 1;
            foreach (var span in spans)
            {
                if (span.From == c && span.To > to && spans.FindAll(o => o.From < span.To && o.To > span.From && o != span).Count == 0)
                    to = span.To;
            }
            cells.Add(new GridCell(ys.Count - 1, c, 1, to - c));
            c = to;
        }
        ys.Add(bottom);
    }
}
