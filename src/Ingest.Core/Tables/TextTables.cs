using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>
/// Tables without any ruling: lines one below the other in which figures stand apart from the words, at the same
/// places. Prose, lists, tables of contents and the axes of charts have no such columns of figures.
/// </summary>
internal static class TextTables
{
    /// <summary>Lines with figures set apart that a table has at least.</summary>
    private const int FewestLines = 3;

    /// <summary>Lines between two of them that may be headings or parts of a label.</summary>
    private const int MostBetween = 2;

    /// <summary>A table ends at a gap between two lines of more than this many ems.</summary>
    private const double Apart = 4;

    /// <summary>A title stands so many times further below a table than its rows from each other.</summary>
    private const double FurtherThanRows = 1.7;

    /// <summary>More lines than a page of type holds are no text: pictures made of letters.</summary>
    private const int MostLines = 400;

    /// <param name="outside">Pieces outside the tables found so far.</param>
    public static IEnumerable<Grid> Of(Glyph[] glyphs, List<Piece> outside)
    {
        if (!MayHold(glyphs, outside))
            yield break;
        var lines = TextRuns.Lines(glyphs, outside);
        if (lines.Count > MostLines)
            yield break;
        var floor = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsTabular)
                continue;
            var last = i;
            for (var j = i + 1; j < lines.Count && j - last <= MostBetween + 1; j++)
            {
                if (lines[j].Baseline - lines[j - 1].Baseline > Apart * lines[j].Size || lines[j].Size > 1.4 * lines[i].Size)
                    break;
                if (IsTitle(lines, i, j))
                    break;
                if (lines[j].IsTabular)
                    last = j;
            }
            if (TextTable.Of(lines, floor, i, last) is { } table)
            {
                yield return table;
                floor = last + 1;
            }
            i = last;
        }
    }

    /// <summary>Whether another table begins here: a line without figures, further below the last row than rows are apart, and a header below it.</summary>
    private static bool IsTitle(List<RunLine> lines, int first, int at) =>
        at + 1 < lines.Count && at - first >= 2 && lines[at].Runs.Count == 1 && lines[at + 1].Runs.Count > 1 && !lines[at + 1].IsTabular
        && lines[at].Baseline - lines[at - 1].Baseline > FurtherThanRows * (lines[first + 1].Baseline - lines[first].Baseline);

    /// <summary>A quick look: enough lines on which a figure begins behind a gap.</summary>
    private static bool MayHold(Glyph[] glyphs, List<Piece> pieces)
    {
        var counts = new Dictionary<int, int>();
        var found = 0;
        foreach (var piece in pieces)
        {
            var line = (int)Math.Round(piece.Baseline);
            var isFigure = glyphs[piece.Start].Text is [(>= '0' and <= '9') or '-' or '–' or '—' or '(' or '$' or '.' or '<', ..];
            var count = counts.GetValueOrDefault(line);
            counts[line] = count | (isFigure ? (count & 1) != 0 ? 6 : 2 : 1) | (count != 0 ? 4 : 0);
            if ((count & 6) != 6 && (counts[line] & 6) == 6 && ++found >= FewestLines)
                return true;
        }
        return false;
    }
}
