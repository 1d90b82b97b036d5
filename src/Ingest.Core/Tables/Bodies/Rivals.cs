using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Bodies;

/// <summary>Another reading of a table.</summary>
/// <param name="Otherwise">What was decided otherwise.</param>
/// <param name="Differing">Indices of the cells of the grid whose text has another place in the rival.</param>
internal sealed record Rival(Choice Otherwise, Grid Grid, List<int> Differing);

/// <summary>
/// Readings that differ from the one taken in a single decision. A grid that is sure does not hang on any; where one of them
/// gives other cells, these texts are not sure. Measured on tables drawn at random, the rival is hardly ever the better one,
/// but more than half of the wrong figures that all sums confirm have one, and one right table in a hundred.
/// </summary>
internal static class Rivals
{
    private static readonly Choice[] Choices = [.. Enum.GetValues<Choice>().Where(static c => c != Choice.None)];

    /// <param name="read">The grid with one decision made otherwise; null where that gives none.</param>
    public static List<Rival> Of(Grid best, List<Segment> texts, Func<Choice, Grid?> read)
    {
        var rivals = new List<Rival>();
        var own = Cells(best, texts);
        foreach (var choice in Choices)
        {
            // columns that only rulings or headers part are no evidence against these
            if (read(choice) is not { } rival || (choice is Choice.BodyUnruled or Choice.ColumnsByGaps && rival.Columns < best.Columns))
                continue;
            var other = Cells(rival, texts);
            var differing = new SortedSet<int>();
            Compare(static c => c.Row);
            Compare(static c => c.Column);
            Compare(static c => c.Column + c.ColumnSpan);
            if (differing.Count > 0)
                rivals.Add(new Rival(choice, rival, [.. differing]));

            void Compare(Func<GridCell, int> side)
            {
                foreach (var t in Astray(Array.ConvertAll(own, i => side(best.Cells[i])), Array.ConvertAll(other, i => side(rival.Cells[i]))))
                    differing.UnionWith(choice == Choice.NarrowerGroups ? LeftOut(best, own[t], rival.Cells[other[t]]) : [own[t]]);
            }
        }
        return rivals;
    }

    /// <summary>The cell of a text that has another one in the rival; of a group that is narrower there, the headers of the columns that it leaves out.</summary>
    private static IEnumerable<int> LeftOut(Grid best, int own, GridCell other)
    {
        var cell = best.Cells[own];
        var headers = Enumerable.Range(cell.Column, cell.ColumnSpan).Where(c => c < other.Column || c >= other.Column + other.ColumnSpan).Select(c => best.Cells.FindIndex(o => o.Column == c && o.ColumnSpan == 1)).ToList();
        return cell.ColumnSpan == 1 || cell.Row != other.Row || headers.Contains(-1) ? [own] : headers;
    }

    /// <summary>The cell of each text.</summary>
    private static int[] Cells(Grid grid, List<Segment> texts)
    {
        var places = grid.Places();
        return [.. texts.Select(s => places[Placement.Find(grid.Ys, s.MiddleY) * grid.Columns + Placement.Find(grid.Xs, s.Center)])];
    }

    /// <summary>
    /// The texts that are not where most of their line (a row or a column of the one grid) are in the other grid, or whose line
    /// falls together with another one there. Lines before or behind may be more or fewer.
    /// </summary>
    private static IEnumerable<int> Astray(int[] here, int[] there)
    {
        var lines = Enumerable.Range(0, here.Length).GroupBy(t => here[t]).ToList();
        var like = lines.ToDictionary(static l => l.Key, l => l.GroupBy(t => there[t]).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key).First().Key);
        var single = like.Values.GroupBy(static v => v).Where(static g => g.Count() == 1).Select(static g => g.Key).ToHashSet();
        return Enumerable.Range(0, here.Length).Where(t => there[t] != like[here[t]] || !single.Contains(there[t]));
    }
}
