using Ingest.Core.Model;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Areas;

/// <summary>
/// The areas of tables of words that no ruling shows: lines one below the other whose texts begin at the same places, three
/// of them or more on a line. Columns of prose begin alike too, but fill their width; the words of a table seldom do.
/// </summary>
internal static class WordAreas
{
    /// <summary>Columns, and lines with a text in each of them, that a table of words has at least.</summary>
    private const int FewestColumns = 3, FewestLines = 4;

    /// <summary>Two lines further apart than this, in ems, are of two tables.</summary>
    private const double Apart = 3;

    /// <summary>Texts begin at one place when they differ by no more than this, in ems.</summary>
    private const double Same = 0.3;

    /// <summary>Share of its width that half of the lines of prose fill, and that hardly a column of a table does.</summary>
    private const double Full = 0.68, Brimful = 0.85;

    /// <summary>Texts of one width are the same words: they differ by less than this, in points.</summary>
    private const double Repeated = 0.5;

    /// <summary>The number or the point before the text of a list is no wider than this, in ems.</summary>
    private const double Mark = 2;

    /// <param name="lines">Of <paramref name="outside"/>, the pieces outside the tables found so far.</param>
    public static IEnumerable<Area> Of(Glyph[] glyphs, List<Piece> outside, List<RunLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Runs.Count < FewestColumns)
                continue;
            var columns = lines[i].Runs.ConvertAll(static r => r.Left);
            var (last, whole) = (i, 1);
            for (var j = i + 1; j < lines.Count && lines[j].Baseline - lines[j - 1].Baseline < Apart * lines[j].Size && Keeps(lines[j], columns); j++)
            {
                if (lines[j].Runs.Count != columns.Count && lines[j].Runs.Count < FewestColumns && lines[j].Runs[0].Left < columns[0] + lines[j].Size)
                    continue;
                whole += lines[j].Runs.Count == columns.Count ? 1 : 0;
                last = j;
            }
            var found = lines.GetRange(i, last - i + 1);
            if (whole < FewestLines || whole * 2 < found.Count || (columns.Count == FewestColumns && AreMarks(found, columns[0])) || IsListing(found, columns) || AreProse(found, columns))
                continue;
            var area = OpenAreas.Area(glyphs, outside, found, [], []);
            // the first line is the header
            yield return area with { From = (found[0].Baseline + found[1].Runs.Min(static r => r.Top)) / 2 };
            i = last;
        }
    }

    /// <summary>Whether every text of the line begins where a column does, and ends before the next one.</summary>
    private static bool Keeps(RunLine line, List<double> columns)
    {
        var used = -1;
        foreach (var run in line.Runs)
        {
            var at = columns.FindIndex(x => Math.Abs(x - run.Left) < Same * run.Size);
            if (at <= used || (at + 1 < columns.Count && run.Right > columns[at + 1]))
                return false;
            used = at;
        }
        return true;
    }

    /// <summary>Whether the texts of the first column are the numbers or points of a list.</summary>
    private static bool AreMarks(List<RunLine> lines, double left) =>
        lines.TrueForAll(l => Math.Abs(l.Left - left) > Same * l.Size || l.Runs[0].Width < Mark * l.Size);

    /// <summary>Whether a column holds figures alone, without a header above them: the telephone numbers of a list.</summary>
    private static bool IsListing(List<RunLine> lines, List<double> columns) =>
        columns.Exists(x => lines.TrueForAll(l => l.Runs.TrueForAll(r => r.Figure || Math.Abs(r.Left - x) > Same * r.Size)));

    /// <summary>Whether the texts of several columns fill their width, or those of one all but fill it.</summary>
    private static bool AreProse(List<RunLine> lines, List<double> columns)
    {
        var filled = 0;
        for (var c = 0; c + 1 < columns.Count; c++)
        {
            var texts = lines.Skip(1).SelectMany(static l => l.Runs).Where(r => Math.Abs(r.Left - columns[c]) < Same * r.Size).Select(static r => r.Width).Order().ToList();
            // the same words on every line
            if (texts[^1] - texts[0] < Repeated)
                continue;
            var share = texts[texts.Count / 2] / (columns[c + 1] - columns[c]);
            filled += share > Brimful ? 2 : share > Full ? 1 : 0;
        }
        return filled > 1;
    }
}
