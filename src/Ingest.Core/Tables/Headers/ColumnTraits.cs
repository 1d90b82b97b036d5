using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Headers;

/// <summary>What the columns of a body hold.</summary>
internal static class ColumnTraits
{
    /// <summary>By column: this share of its texts are figures.</summary>
    public static bool[] Figures(List<Segment> body, double[] xs, double share)
    {
        var counts = new (int Figures, int All)[xs.Length - 1];
        foreach (var s in body)
        {
            var c = Placement.Find(xs, s.Center);
            counts[c] = (counts[c].Figures + (s.Figure ? 1 : 0), counts[c].All + 1);
        }
        return Array.ConvertAll(counts, n => n.Figures > 0 && n.Figures >= share * n.All);
    }

    /// <summary>By column: most of its texts are words.</summary>
    public static bool[] Words(List<Segment> body, double[] xs)
    {
        var counts = new int[xs.Length - 1];
        foreach (var s in body)
            counts[Placement.Find(xs, s.Center)] += s.Figure ? -1 : 1;
        return Array.ConvertAll(counts, static n => n > 0);
    }

    /// <summary>By column: the most decimals that several of its figures have; a torso has fewer.</summary>
    public static int[] Decimals(List<Segment> body, double[] xs)
    {
        var counts = new int[xs.Length - 1, 9];
        foreach (var s in body)
        {
            if (s.Figure && s.Decimals >= 0)
            {
                counts[Placement.Find(xs, s.Center), Math.Min(s.Decimals, 7)]++;
                counts[Placement.Find(xs, s.Center), 8]++;
            }
        }
        var whole = Usual(Enumerable.Range(0, 9).Select(d => Enumerable.Range(0, xs.Length - 1).Sum(c => counts[c, d])).ToArray());
        var decimals = new int[xs.Length - 1];
        for (var c = 0; c < decimals.Length; c++)
        {
            var own = Usual([.. Enumerable.Range(0, 9).Select(d => counts[c, d])]);
            decimals[c] = counts[c, whole] > 0 || counts[c, 8] < 4 ? Math.Max(own, whole) : own;
        }
        return decimals;

        static int Usual(int[] counts)
        {
            var usual = 0;
            for (var d = 1; d < 8; d++)
                usual = counts[d] >= 2 && counts[d] * 12 >= counts[8] ? d : usual;
            return usual;
        }
    }
}
