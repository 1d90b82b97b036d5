namespace Ingest.Core.Tables;

/// <summary>
/// Columns of a region without vertical rulings: the x intervals that text of the body covers, and between them the
/// corridors that no text crosses. Text that spans columns (group headers, long titles) must not close a corridor, so
/// segments come in from narrow to wide, body before header, and one that would bridge two columns is left out.
/// </summary>
internal static class OpenColumns
{
    /// <summary>Two intervals nearer than this are one column, in points.</summary>
    private const double Corridor = 0.8;

    /// <param name="body">Segments of the body.</param>
    /// <param name="header">Segments of the header; a column that is blank in every row is known by its header alone.</param>
    /// <returns>Column borders, the region's own sides included; fewer than 3 when there are no columns.</returns>
    public static double[] Of(List<Segment> body, List<Segment> header, double left, double right)
    {
        var columns = new List<(double Left, double Right, int Count)>();
        foreach (var segment in body.OrderBy(s => s.Width).ThenBy(s => s.Left).ThenBy(s => s.Baseline))
            Insert(columns, segment);
        foreach (var segment in header.OrderByDescending(s => s.Baseline).ThenBy(s => s.Width).ThenBy(s => s.Left))
            Insert(columns, segment);
        if (columns.Count == 0)
            return [left, right];
        var borders = new double[columns.Count + 1];
        borders[0] = Math.Min(left, columns[0].Left);
        borders[^1] = Math.Max(right, columns[^1].Right);
        for (var i = 1; i < columns.Count; i++)
            borders[i] = (columns[i - 1].Right + columns[i].Left) / 2;
        return borders;
    }

    private static void Insert(List<(double Left, double Right, int Count)> columns, Segment segment)
    {
        var first = 0;
        while (first < columns.Count && columns[first].Right + Corridor <= segment.Left)
            first++;
        var last = first;
        while (last < columns.Count && columns[last].Left - Corridor < segment.Right)
            last++;
        switch (last - first)
        {
            case 0:
                columns.Insert(first, (segment.Left, segment.Right, 1));
                break;
            case 1:
                columns[first] = (Math.Min(columns[first].Left, segment.Left), Math.Max(columns[first].Right, segment.Right), columns[first].Count + 1);
                break;
            default:
                // it would bridge columns: only chance fragments of one column are joined
                if (IsFragmented(columns, first, last))
                    Join(columns, first, last, segment);
                break;
        }
    }

    /// <summary>Narrow, seldom hit intervals a little apart are words of one text column rather than columns.</summary>
    private static bool IsFragmented(List<(double Left, double Right, int Count)> columns, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (columns[i].Count > 1 && (i > first ? columns[i].Left - columns[i - 1].Right > 1 : true))
                return false;
        }
        return true;
    }

    private static void Join(List<(double Left, double Right, int Count)> columns, int first, int last, Segment segment)
    {
        double left = Math.Min(segment.Left, columns[first].Left), right = Math.Max(segment.Right, columns[last - 1].Right);
        var count = 1;
        for (var i = first; i < last; i++)
            count += columns[i].Count;
        columns.RemoveRange(first, last - first);
        columns.Insert(first, (left, right, count));
    }
}
