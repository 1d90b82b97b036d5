namespace Ingest.Core.Tables;

/// <summary>
/// Cells of a header without vertical rulings. A ruling below a part of the header is the brace of a group: the
/// columns over it belong to the texts above it. Columns with no ruling below go on into the next row.
/// </summary>
internal static class HeaderSpans
{
    /// <param name="ys">Borders of the header's rows, top and bottom of the header included.</param>
    /// <param name="drawn">Whether a ruling is drawn at ys[row + 1] under a column.</param>
    public static List<GridCell> Of(double[] xs, double[] ys, bool[,] drawn, List<Segment> segments)
    {
        int rows = ys.Length - 1, columns = xs.Length - 1;
        var taken = new bool[rows, columns];
        var cells = new List<GridCell>();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns;)
            {
                if (taken[r, c])
                {
                    c++;
                    continue;
                }
                // the columns that end at the same ruling
                var end = Below(drawn, r, c, rows);
                var to = c + 1;
                while (to < columns && !taken[r, to] && Below(drawn, r, to, rows) == end)
                    to++;
                foreach (var (from, until) in Groups(xs, segments, c, to, ys[r], ys[end], isLeaf: end == rows))
                {
                    cells.Add(new GridCell(r, from, end - r, until - from));
                    for (var y = r; y < end; y++)
                    {
                        for (var x = from; x < until; x++)
                            taken[y, x] = true;
                    }
                }
                c = to;
            }
        }
        return cells;
    }

    private static int Below(bool[,] drawn, int row, int column, int rows)
    {
        var end = row + 1;
        while (end < rows && !drawn[end - 1, column])
            end++;
        return end;
    }

    /// <summary>Divides the columns from…to among the texts that stand over them, each as near to the middle of its columns as can be.</summary>
    private static List<(int From, int To)> Groups(double[] xs, List<Segment> segments, int from, int to, double top, double bottom, bool isLeaf)
    {
        var texts = Blocks(segments, xs[from], xs[to], top, bottom);
        var groups = new List<(int, int)>();
        if (to - from == 1 || texts.Count >= to - from || texts.Count == 0 || (isLeaf && Each(xs, texts, from, to)))
        {
            for (var c = from; c < to; c++)
                groups.Add((c, c + 1));
            return groups;
        }
        return Partition(xs, texts, from, to);
    }

    /// <summary>Whether every text keeps to one column, and the leaf row just has blank headers.</summary>
    private static bool Each(double[] xs, List<(double Left, double Right)> texts, int from, int to)
    {
        if (texts.Count * 2 < to - from)
            return false;
        foreach (var (left, right) in texts)
        {
            if (Placement.Find(xs, left + 0.5) != Placement.Find(xs, right - 0.5))
                return false;
        }
        return true;
    }

    /// <summary>Texts as columns of lines: what overlaps in x is one.</summary>
    private static List<(double Left, double Right)> Blocks(List<Segment> segments, double left, double right, double top, double bottom)
    {
        var blocks = new List<(double Left, double Right)>();
        var lone = false;
        var inside = segments.FindAll(s => s.Center > left && s.Center < right && s.Baseline > top && s.Baseline <= bottom + 1);
        foreach (var s in inside.OrderBy(s => s.Left))
        {
            var isSpread = HeaderTexts.IsSpread(s, inside);
            var gap = blocks.Count > 0 ? s.Left - blocks[^1].Right : double.MaxValue;
            // characters spread over a wide cell (收 入) are one text
            if (gap < 0.3 * s.Size || (gap < 2.6 * s.Size && isSpread && lone))
                blocks[^1] = (blocks[^1].Left, Math.Max(blocks[^1].Right, s.Right));
            else
                blocks.Add((s.Left, s.Right));
            lone = isSpread;
        }
        return blocks;
    }

    private static List<(int From, int To)> Partition(double[] xs, List<(double Left, double Right)> texts, int from, int to)
    {
        int columns = to - from, count = texts.Count;
        var cost = new double[count + 1, columns + 1];
        var cut = new int[count + 1, columns + 1];
        for (var k = 0; k <= count; k++)
        {
            for (var c = 0; c <= columns; c++)
                cost[k, c] = double.MaxValue;
        }
        cost[0, 0] = 0;
        for (var k = 1; k <= count; k++)
        {
            var center = (texts[k - 1].Left + texts[k - 1].Right) / 2;
            for (var c = k; c <= columns; c++)
            {
                for (var b = k - 1; b < c; b++)
                {
                    if (cost[k - 1, b] == double.MaxValue)
                        continue;
                    var total = cost[k - 1, b] + Math.Abs((xs[from + b] + xs[from + c]) / 2 - center);
                    if (total < cost[k, c])
                        (cost[k, c], cut[k, c]) = (total, b);
                }
            }
        }
        var groups = new List<(int, int)>();
        for (int k = count, c = columns; k > 0; c = cut[k, c], k--)
            groups.Insert(0, (from + cut[k, c], from + c));
        return groups;
    }
}
