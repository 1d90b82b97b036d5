using Ingest.Core.Tables.Areas;

namespace Ingest.Core.Tables.Headers;

/// <summary>
/// Names of groups spread over several columns (收 … 入 | 支 … 出): a line of a header that holds single characters alone, which stand
/// clearly nearer to those of their own name than to the next, above the headers of two columns or more each.
/// </summary>
internal static class SpreadGroups
{
    /// <summary>The gap between two names is at least so many times as wide as the widest within one.</summary>
    private const double Wider = 1.25;

    /// <summary>A name has so many characters, a line so many names, and a name so many columns.</summary>
    private const int FewestCharacters = 2, FewestNames = 2, FewestColumns = 2;

    /// <param name="header">Texts from top to bottom, those of one line from left to right.</param>
    /// <param name="baselines">Theirs.</param>
    /// <returns>The characters that go on with the name that the one before belongs to.</returns>
    public static HashSet<Segment> Of(List<Segment> header, List<double> baselines)
    {
        var rest = new HashSet<Segment>();
        for (int from = 0, to; from < header.Count; from = to)
        {
            for (to = from + 1; to < header.Count && header[to].Baseline - header[from].Baseline < 0.2 * header[from].Size;)
                to++;
            var line = header.GetRange(from, to - from);
            if (line.Count < FewestCharacters * FewestNames || !line.TrueForAll(s => !s.Figure && HeaderTexts.IsSpread(s, header, baselines)))
                continue;
            line.Sort(static (a, b) => a.Left.CompareTo(b.Left));
            var names = Names(line);
            if (names.Count >= FewestNames && names.TrueForAll(static n => n.Count >= FewestCharacters) && AreOverColumns(names, header.GetRange(to, header.Count - to)))
                rest.UnionWith(names.SelectMany(static n => n.Skip(1)));
        }
        return rest;
    }

    /// <summary>The line cut at its wide gaps, which are those behind the greatest step in their widths; whole where no step is great enough.</summary>
    private static List<List<Segment>> Names(List<Segment> line)
    {
        var gaps = line.Zip(line.Skip(1), static (a, b) => Math.Max(1, b.Left - a.Right)).ToList();
        var widths = gaps.Order().ToList();
        var step = Enumerable.Range(1, widths.Count - 1).MaxBy(i => widths[i] / widths[i - 1]);
        List<List<Segment>> names = [[line[0]]];
        for (var i = 1; i < line.Count; i++)
        {
            if (gaps[i - 1] >= widths[step] && widths[step] >= Wider * widths[step - 1])
                names.Add([]);
            names[^1].Add(line[i]);
        }
        return names;
    }

    private static bool AreOverColumns(List<List<Segment>> names, List<Segment> below)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var left = i == 0 ? double.MinValue : (names[i - 1][^1].Right + names[i][0].Left) / 2;
            var right = i + 1 == names.Count ? double.MaxValue : (names[i][^1].Right + names[i + 1][0].Left) / 2;
            var mine = below.FindAll(s => s.Center > left && s.Center < right);
            if (mine.Exists(static s => s.Figure) || mine.Count(s => !mine.Exists(o => o.Left < s.Left && o.Right > s.Left)) < FewestColumns)
                return false;
        }
        return true;
    }
}
