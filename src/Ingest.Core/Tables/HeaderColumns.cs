namespace Ingest.Core.Tables;

/// <summary>
/// Brings the columns that the body shows together with the header texts above them. Both stand in the same order; a
/// header without a column of text below it is a blank column. The cheapest alignment decides, as for two sequences.
/// </summary>
internal static class HeaderColumns
{
    private const double NoBody = 24;
    private const double NoHeader = 30;
    private const double Far = 60;

    public static List<Span> Align(List<Span> columns, List<Span> headers)
    {
        int rows = columns.Count, texts = headers.Count;
        var cost = new double[rows + 1, texts + 1];
        var step = new byte[rows + 1, texts + 1];
        for (var i = 0; i <= rows; i++)
        {
            for (var j = 0; j <= texts; j++)
            {
                if (i == 0 && j == 0)
                    continue;
                cost[i, j] = double.MaxValue;
                if (i > 0 && j > 0)
                    Try(cost[i - 1, j - 1] + Match(columns[i - 1], headers[j - 1]), 1, i, j);
                if (i > 0)
                    Try(cost[i - 1, j] + NoHeader, 2, i, j);
                if (j > 0)
                    Try(cost[i, j - 1] + NoBody + Overlap(columns, headers[j - 1]), 3, i, j);
            }
        }
        var aligned = new List<Span>();
        for (int i = rows, j = texts; i > 0 || j > 0;)
        {
            switch (step[i, j])
            {
                case 1:
                    aligned.Add(columns[--i].Union(headers[--j]));
                    break;
                case 2:
                    aligned.Add(columns[--i]);
                    break;
                default:
                    aligned.Add(headers[--j]);
                    break;
            }
        }
        aligned.Reverse();
        return Apart(aligned);

        void Try(double total, byte how, int i, int j)
        {
            if (total < cost[i, j])
                (cost[i, j], step[i, j]) = (total, how);
        }
    }

    private static double Match(Span column, Span header)
    {
        var distance = column.Distance(header);
        return distance > Far ? 10 * Far : distance;
    }

    /// <summary>A header that stands over text of the body is hardly that of a blank column.</summary>
    private static double Overlap(List<Span> columns, Span header)
    {
        double overlap = 0;
        foreach (var column in columns)
            overlap = Math.Max(overlap, Math.Min(column.Right, header.Right) - Math.Max(column.Left, header.Left));
        return Math.Max(0, overlap);
    }

    /// <summary>Where a header reaches over its neighbour's text, both give way to the middle.</summary>
    private static List<Span> Apart(List<Span> columns)
    {
        var apart = new List<Span>();
        foreach (var column in columns)
        {
            if (apart.Count > 0 && apart[^1].Right > column.Left)
            {
                var middle = (apart[^1].Right + column.Left) / 2;
                apart[^1] = new Span(Math.Min(apart[^1].Left, middle), middle);
                apart.Add(new Span(middle, Math.Max(middle, column.Right)));
            }
            else
            {
                apart.Add(column);
            }
        }
        return apart;
    }
}
