using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Forms;

/// <summary>Stretches of a page outside its tables that may be a form without vertical rulings: many lines, some of them with several texts.</summary>
internal static class FormRegions
{
    /// <summary>Lines with this many texts, and how many of them, make it worth while to look closer.</summary>
    private const int Texts = 4, Lines = 3;

    /// <summary>Lines from a unit to the first row below it, at most.</summary>
    private const int MostOfHeader = 5;

    /// <summary>Lines further apart than this, in ems, do not belong together.</summary>
    private const double Apart = 3;

    /// <param name="outside">The pieces outside the tables.</param>
    /// <param name="runs">Their lines.</param>
    public static List<List<Segment>> Of(Glyph[] glyphs, List<Piece> outside, double width, double height, Func<List<RunLine>> runs)
    {
        var found = new List<List<Segment>>();
        if (!HasDenseLines(outside))
            return found;
        var lines = FormColumns.Lines(Segments.Of(glyphs, outside, new Box(0, 0, width, height)));
        var units = Units(runs());
        for (var i = 0; i < lines.Count;)
        {
            var j = i + 1;
            while (j < lines.Count && lines[j][0].Top - lines[j - 1][0].Bottom < Apart * lines[j][0].Size && !units.Exists(y => y > lines[j - 1][^1].Baseline && y <= lines[j][^1].Baseline + 1))
                j++;
            var region = Trim(lines[i..j]);
            if (region.Count(l => l.Count >= Texts) >= Lines)
                found.Add([.. region.SelectMany(l => l)]);
            i = j;
        }
        return found;
    }

    /// <summary>Base lines of the units between rows of figures and names that stand over others: there another table begins.</summary>
    private static List<double> Units(List<RunLine> lines)
    {
        var units = new List<double>();
        for (var i = lines.FindIndex(static l => l.IsTabular); i > 0 && i + 2 < lines.Count; i++)
        {
            if (lines[i].IsAbove && lines[i + 1].Runs.Count > 1 && lines.FindIndex(i + 2, static l => l.IsTabular) is >= 0 and var row && row - i <= MostOfHeader)
                units.Add(lines[i].Baseline);
        }
        return units;
    }

    private static bool HasDenseLines(List<Piece> pieces)
    {
        var counts = new Dictionary<int, int>();
        var dense = 0;
        foreach (var piece in pieces)
        {
            var line = (int)Math.Round(piece.Baseline);
            counts[line] = counts.GetValueOrDefault(line) + 1;
            if (counts[line] == Texts && ++dense >= Lines)
                return true;
        }
        return false;
    }

    /// <summary>Without titles, dates and units above, and notes below: lone texts of another size, in the middle or at a side.</summary>
    private static List<List<Segment>> Trim(List<List<Segment>> lines)
    {
        var sizes = lines.SelectMany(l => l).Select(s => s.Size).Order().ToList();
        var size = sizes[sizes.Count / 2];
        double left = double.MaxValue, right = double.MinValue;
        foreach (var s in lines.Where(l => l.Count > 1).SelectMany(l => l))
            (left, right) = (Math.Min(left, s.Left), Math.Max(right, s.Right));
        int from = 0, to = lines.Count;
        while (from + 1 < to && (IsLone(lines[from]) && lines[from + 1][0].Baseline - lines[from][0].Baseline > 1.1 * size || IsOther(lines[from])))
            from++;
        while (to - 1 > from && (IsLone(lines[to - 1]) && lines[to - 1][0].Baseline - lines[to - 2][0].Baseline > 1.4 * size || IsOther(lines[to - 1])))
            to--;
        return lines[from..to];

        bool IsOther(List<Segment> line) => line.TrueForAll(s => Math.Abs(s.Size - size) > 0.08 * size);
        bool IsLone(List<Segment> line) => line.Count == 1
            && (line[0].Left < left + size || line[0].Right > right - size || Math.Abs(line[0].Center - (left + right) / 2) < 0.04 * (right - left));
    }
}
