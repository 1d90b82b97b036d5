using Ingest.Core.Tables.Areas;

namespace Ingest.Core.Tables.Forms;

/// <summary>
/// Which columns each text of a row takes in a form without vertical rulings: the columns around it, so that it stands
/// in their middle or begins where they begin, and so that all columns are taken.
/// </summary>
internal static class SpanDivision
{
    /// <summary>Cost of a column that no text takes, in points.</summary>
    private const double Blank = 9;

    /// <summary>Room between a border and a text that begins there, in ems.</summary>
    private const double Pad = 0.8;

    /// <summary>Cost of each further column of a text that begins where its columns do, in points: as such it fits any number.</summary>
    private const double Wider = 0.5;

    /// <param name="texts">Of one row, from left to right.</param>
    /// <returns>First column and end of the columns of each text.</returns>
    /// <param name="begins">Whether other texts of the form begin at the same x as each text does.</param>
    public static (int From, int To)[] Of(double[] xs, List<TextBlock> texts, List<bool> begins)
    {
        int columns = xs.Length - 1, count = texts.Count;
        var cost = new double[count + 1, columns + 1];
        var start = new int[count + 1, columns + 1];
        for (var k = 0; k <= count; k++)
        {
            for (var c = 0; c <= columns; c++)
            {
                cost[k, c] = k == 0 && c == 0 ? 0 : double.MaxValue;
                if (c > 0 && cost[k, c - 1] < double.MaxValue)
                    (cost[k, c], start[k, c]) = (cost[k, c - 1] + Blank, -1);
                if (k == 0)
                    continue;
                for (var f = 0; f < c; f++)
                {
                    if (cost[k - 1, f] == double.MaxValue)
                        continue;
                    var total = cost[k - 1, f] + Misfit(xs, texts[k - 1], begins[k - 1], f, c);
                    if (total < cost[k, c])
                        (cost[k, c], start[k, c]) = (total, f);
                }
            }
        }
        var spans = new (int From, int To)[count];
        for (int k = count, c = columns; c > 0 && cost[k, c] < double.MaxValue;)
        {
            if (start[k, c] < 0)
            {
                c--;
                continue;
            }
            spans[k - 1] = (start[k, c], c);
            c = start[k--, c];
        }
        return spans;
    }

    private static double Misfit(double[] xs, TextBlock text, bool begins, int from, int to)
    {
        // text beyond its columns
        var over = Math.Max(0, xs[from] - text.Left - 1) + Math.Max(0, text.Right - xs[to] - 1);
        var middle = Math.Abs((xs[from] + xs[to]) / 2 - text.Center);
        var begin = Math.Abs(text.Left - xs[from] - 0.4 * text.Size);
        begin = begins && begin < Pad * text.Size ? 0.3 * begin + Wider * (to - from - 1) : double.MaxValue;
        // a figure begins nowhere; it stands in the middle or at the end of one column
        if (text.Figure)
            begin = to - from == 1 ? 0.5 * middle : double.MaxValue;
        return 8 * over + Math.Min(middle, begin);
    }
}
