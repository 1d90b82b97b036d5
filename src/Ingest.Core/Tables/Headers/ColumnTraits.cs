using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Bodies;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Headers;

/// <summary>What the columns of a body hold.</summary>
internal static class ColumnTraits
{
    /// <summary>So many figures that lack as many decimals as the digits below them have tell that these are their rests.</summary>
    private const int FewestTorsos = 2;

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

    /// <summary>
    /// By column: the most decimals that several of its figures have; a torso has fewer. All figures of a column may be torsos, which the digits
    /// below them fill up to the decimals of the table.
    /// </summary>
    /// <param name="body">By base line.</param>
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
            decimals[c] = counts[c, whole] > 0 || counts[c, 8] < 4 || AreTorsos(body.FindAll(s => s.Figure && Placement.Find(xs, s.Center) == c), whole) ? Math.Max(own, whole) : own;
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

    /// <summary>Whether below each figure with decimals stand the digits that it lacks; a 0 is a figure of its own.</summary>
    private static bool AreTorsos(List<Segment> figures, int whole)
    {
        var torsos = 0;
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i].Decimals <= 0)
                continue;
            if (i + 1 == figures.Count || figures[i + 1] is not { Separator: ' ', Nought: false } rest || figures[i].Decimals + rest.Digits != whole || rest.Baseline - figures[i].Baseline > Weights.RestBelow * rest.Size)
                return false;
            torsos++;
        }
        return torsos >= FewestTorsos;
    }
}
