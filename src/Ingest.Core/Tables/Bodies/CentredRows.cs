using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Bodies;

/// <summary>
/// Rows of an unruled region whose texts stand in the middle of their cells' height. Texts of one row have their
/// middles on one line; a text whose middle falls between the rows belongs to a cell that spans several, and its middle
/// is that of the rows. So it must not chain rows together.
/// </summary>
internal static class CentredRows
{
    /// <summary>How far a middle may be off that of its rows, in ems.</summary>
    private const double Tolerance = 0.24;

    /// <summary>How much nearer than their heights allow two rows may be, in ems (producers round base lines).</summary>
    private const double Slack = 0.1;

    /// <summary>Cost of a row without text in a column, in points.</summary>
    private const double Blank = 1;

    /// <param name="Ys">Row borders from top to bottom.</param>
    /// <param name="Spans">First row and end of the rows of each block.</param>
    /// <param name="Off">How many blocks have their middle between the rows, and are explained by a span; not those of a header, where that is nothing odd, nor figures or items that
    /// are as many as the rows: they are rows in themselves.</param>
    /// <param name="Astray">How many blocks no rows explain.</param>
    internal sealed record Plan(double[] Ys, (int From, int To)[] Spans, int Off, int Astray);

    /// <param name="pitch">Distance of wrapped lines at most, in ems.</param>
    public static Plan Of(List<TextBlock> blocks, double[] xs, double pitch, double top, double bottom)
    {
        var size = blocks.Max(b => b.Size);
        var clusters = Clusters(blocks, 0.13 * size);
        var step = Step(blocks, clusters, pitch * size);
        var rows = Rows(blocks, clusters, step, pitch * size);
        var ys = Borders(blocks, rows, step, pitch * size, top, bottom);
        var spans = new (int From, int To)[blocks.Count];
        Array.Fill(spans, (0, int.MaxValue));
        var middles = rows.ConvertAll(r => r.Middle);
        // what one column leaves to a text that stands in several decides about its neighbours in the others
        for (var turn = 0; turn < 2; turn++)
        {
            var limits = ((int From, int To)[])spans.Clone();
            for (var c = 0; c + 1 < xs.Length; c++)
            {
                var lane = Enumerable.Range(0, blocks.Count)
                    .Where(b => blocks[b].Left < xs[c + 1] - 1.5 && blocks[b].Right > xs[c] + 1.5).OrderBy(b => blocks[b].Middle).ToList();
                Divide(blocks, lane, ys, middles, size, limits, spans);
            }
        }
        int off = 0, astray = 0;
        var first = blocks.Where(static b => b.Figure).Select(static b => b.Middle).DefaultIfEmpty(double.MinValue).Min();
        for (var b = 0; b < blocks.Count; b++)
        {
            var (from, to) = spans[b];
            var home = Placement.Find(ys, blocks[b].Middle);
            if (from >= to || to > middles.Count || Math.Abs(Middle(ys, middles, from, to) - blocks[b].Middle) > Tolerance * size)
            {
                astray++;
                spans[b] = (home, home + 1);
            }
            else if (to - from > 1 && to - from != blocks[b].Begun && blocks[b].Middle > first && Math.Abs(middles[home] - blocks[b].Middle) > Tolerance * size)
            {
                off++;
            }
        }
        return new Plan(ys, spans, off, astray);
    }

    /// <summary>Blocks with one middle.</summary>
    private static List<(double Middle, List<int> Blocks)> Clusters(List<TextBlock> blocks, double tolerance)
    {
        var clusters = new List<(double Middle, List<int> Blocks)>();
        foreach (var b in Enumerable.Range(0, blocks.Count).OrderBy(b => blocks[b].Middle))
        {
            if (clusters.Count > 0 && blocks[b].Middle - clusters[^1].Middle <= tolerance)
                clusters[^1].Blocks.Add(b);
            else
                clusters.Add((blocks[b].Middle, [b]));
        }
        return clusters;
    }

    /// <summary>Height of a row of one line: the usual one of the least distances of two lines with several texts each, one above the other.</summary>
    private static double Step(List<TextBlock> blocks, List<(double Middle, List<int> Blocks)> clusters, double pitch)
    {
        var steps = new List<double>();
        for (var i = 1; i < clusters.Count; i++)
        {
            var pairs = 0;
            foreach (var a in clusters[i - 1].Blocks)
                pairs += clusters[i].Blocks.Exists(b => blocks[a].Lines == 1 && blocks[b].Lines == 1 && blocks[a].Left < blocks[b].Right && blocks[b].Left < blocks[a].Right) ? 1 : 0;
            if (pairs >= 2)
                steps.Add(clusters[i].Middle - clusters[i - 1].Middle);
        }
        if (steps.Count == 0)
            return Math.Max(pitch, blocks[0].Size) * 1.05;
        steps.Sort();
        var least = steps.FindLastIndex(s => s < 1.15 * steps[0]);
        return steps[least / 2];
    }

    private static double Height(TextBlock block, double step) => block.Last - block.First + step;

    /// <summary>The most rows that do not overlap, those with many texts first.</summary>
    private static List<(double Middle, List<int> Blocks)> Rows(List<TextBlock> blocks, List<(double Middle, List<int> Blocks)> clusters, double step, double pitch)
    {
        var heights = clusters.ConvertAll(c => c.Blocks.Min(b => Height(blocks[b], step)));
        var best = new double[clusters.Count];
        var from = new int[clusters.Count];
        for (var i = 0; i < clusters.Count; i++)
        {
            (best[i], from[i]) = (0, -1);
            for (var j = i - 1; j >= 0; j--)
            {
                if (clusters[i].Middle - clusters[j].Middle >= (heights[i] + heights[j]) / 2 - Slack * blocks[0].Size && best[j] > best[i])
                    (best[i], from[i]) = (best[j], j);
            }
            best[i] += 3 + Math.Min(clusters[i].Blocks.Count, 8);
        }
        var rows = new List<(double Middle, List<int> Blocks)>();
        for (var i = Array.IndexOf(best, best.Max()); i >= 0; i = from[i])
            rows.Insert(0, clusters[i]);
        return rows;
    }

    private static double[] Borders(List<TextBlock> blocks, List<(double Middle, List<int> Blocks)> rows, double step, double pitch, double top, double bottom)
    {
        var half = new double[rows.Count];
        for (var r = 0; r < rows.Count; r++)
        {
            // a taller text than fits between the neighbours has its middle here by chance and spans rows
            var room = double.MaxValue;
            for (var n = r - 1; n <= r + 1; n += 2)
            {
                if (n >= 0 && n < rows.Count)
                    room = Math.Min(room, Math.Abs(rows[n].Middle - rows[r].Middle) - rows[n].Blocks.Min(b => Height(blocks[b], step)) / 2 + 0.2 * pitch);
            }
            foreach (var b in rows[r].Blocks)
            {
                if (Height(blocks[b], step) / 2 <= room)
                    half[r] = Math.Max(half[r], Height(blocks[b], step) / 2);
            }
        }
        var ys = new double[rows.Count + 1];
        for (var r = 1; r < rows.Count; r++)
            ys[r] = (rows[r - 1].Middle + half[r - 1] + rows[r].Middle - half[r]) / 2;
        ys[0] = Math.Max(top, rows[0].Middle - half[0]);
        ys[^1] = Math.Min(bottom, rows[^1].Middle + half[^1]);
        return ys;
    }

    private static double Middle(double[] ys, List<double> middles, int from, int to) =>
        to - from == 1 ? middles[from] : (ys[from] + ys[to]) / 2;

    /// <summary>Divides the rows among the texts of one column so that each stands in the middle of its rows; narrows <paramref name="spans"/>.</summary>
    private static void Divide(
        List<TextBlock> blocks, List<int> lane, double[] ys, List<double> middles, double size, (int From, int To)[] limits, (int From, int To)[] spans)
    {
        int rows = middles.Count, count = lane.Count;
        var cost = new double[count + 1, rows + 1];
        var start = new int[count + 1, rows + 1];
        for (var k = 0; k <= count; k++)
        {
            for (var r = 0; r <= rows; r++)
            {
                cost[k, r] = k == 0 && r == 0 ? 0 : double.MaxValue;
                if (r > 0 && cost[k, r - 1] < double.MaxValue)
                    (cost[k, r], start[k, r]) = (cost[k, r - 1] + Blank, -1);
                if (k == 0)
                    continue;
                var block = blocks[lane[k - 1]];
                for (var f = r - 1; f >= 0; f--)
                {
                    if (cost[k - 1, f] == double.MaxValue)
                        continue;
                    var error = Math.Abs(Middle(ys, middles, f, r) - block.Middle);
                    if (r - f > 1 && (error > Tolerance * size || f < limits[lane[k - 1]].From || r > limits[lane[k - 1]].To || block is { Figure: true, Lines: 1 }))
                        continue;
                    // far off its row only when nothing else is left
                    var total = cost[k - 1, f] + (error > Tolerance * size ? 100 * error : error);
                    if (total < cost[k, r])
                        (cost[k, r], start[k, r]) = (total, f);
                }
            }
        }
        for (int k = count, r = rows; r > 0 && cost[k, r] < double.MaxValue;)
        {
            if (start[k, r] < 0)
            {
                r--;
                continue;
            }
            var (from, to) = spans[lane[k - 1]];
            spans[lane[k - 1]] = (Math.Max(from, start[k, r]), Math.Min(to, r));
            r = start[k--, r];
        }
    }
}
