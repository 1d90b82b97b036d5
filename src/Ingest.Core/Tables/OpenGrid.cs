using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>
/// The grid of a table that has horizontal rulings only: a ruling under every row, or three lines (top, below the
/// header, bottom). Columns come from the text, rows from the rulings or from the text between them.
/// </summary>
internal static class OpenGrid
{
    /// <param name="edges">Edges of the stack, from top to bottom; the first and the last bound the table.</param>
    /// <returns>Null when the text has no columns.</returns>
    public static Grid? Of(List<Edge> edges, Glyph[] glyphs, List<Piece> pieces)
    {
        double left = edges.Min(e => e.Start), right = edges.Max(e => e.End);
        double top = edges[0].Position, bottom = edges[^1].Position;
        var segments = Segments.Of(glyphs, pieces, new Box(left - 3, top, right + 3, bottom));
        if (segments.Count < 2)
            return null;
        var borders = Full(edges, left, right);
        var headerEnd = HeaderEnd(borders, segments);
        var header = segments.FindAll(s => s.Baseline <= borders[headerEnd]);
        var body = segments.FindAll(s => s.Baseline > borders[headerEnd]);
        var xs = OpenColumns.Of(body, header, left, right);
        if (xs.Length < 3)
            return null;

        var headerYs = edges.Where(e => e.Position <= borders[headerEnd] + 0.1).Select(e => e.Position).ToList();
        headerYs = Distinct(headerYs);
        var drawn = Drawn(edges, xs, headerYs);
        var cells = HeaderSpans.Of(xs, [.. headerYs], drawn, header);
        var ys = new List<double>(headerYs);
        AddBody(cells, ys, borders, headerEnd, body, xs.Length - 1);
        return new Grid(xs, [.. ys], cells);
    }

    /// <summary>Positions of the edges that run over the whole width.</summary>
    private static List<double> Full(List<Edge> edges, double left, double right) =>
        Distinct([.. edges.Where(e => e.Coverage(left, right) > 0.9 || ReferenceEquals(e, edges[0]) || ReferenceEquals(e, edges[^1])).Select(e => e.Position)]);

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

    /// <summary>Index of the border below the header: the last one above the first figure that is no column number.</summary>
    private static int HeaderEnd(List<double> borders, List<Segment> segments)
    {
        var first = double.MaxValue;
        foreach (var s in segments)
        {
            if (s.Figure && s.Baseline < first)
                first = s.Baseline;
        }
        var end = 0;
        while (end + 2 < borders.Count && borders[end + 1] < first)
            end++;
        // without figures the header is what the second line ends
        return first == double.MaxValue ? Math.Min(1, borders.Count - 2) : end;
    }

    private static bool[,] Drawn(List<Edge> edges, double[] xs, List<double> ys)
    {
        var drawn = new bool[Math.Max(1, ys.Count - 1), xs.Length - 1];
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

    private static void AddBody(List<GridCell> cells, List<double> ys, List<double> borders, int headerEnd, List<Segment> body, int columns)
    {
        var ruledRows = borders.Count - headerEnd - 1 >= 3;
        for (var b = headerEnd; b + 1 < borders.Count; b++)
        {
            double top = borders[b], bottom = borders[b + 1];
            var rows = ruledRows ? [top, bottom] : OpenRows.Of(body.FindAll(s => s.Baseline > top && s.Baseline <= bottom + 0.5), top, bottom);
            for (var i = 1; i < rows.Count; i++)
            {
                for (var c = 0; c < columns; c++)
                    cells.Add(new GridCell(ys.Count - 1, c, 1, 1));
                ys.Add(rows[i]);
            }
        }
    }
}
