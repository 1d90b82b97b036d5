using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Forms;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// Rulings may part the columns of a table of words and its header, and not its rows. Lines in most cells of one row then stand on
/// the same base lines and end before their cells do; the lines of texts that were broken are full.
/// </summary>
internal static class RowsOfWords
{
    /// <summary>Lines of such a row; so many of five of its lines stand in several cells, and so many of five of the table in it.</summary>
    private const int FewestLines = 3, Mostly = 3;

    /// <summary>One text of so many may be a figure: where there are more, they tell the rows.</summary>
    private const int FewFigures = 10;

    /// <summary>Room at the sides of a cell and between two words, in ems.</summary>
    private const double Room = 1;

    public static bool AreIn(Grid grid, int[] places, List<Segment> texts)
    {
        // the first of several rows is the header, which is wrapped in columns that are wide enough too
        if (texts.Count(static s => s.Figure) * FewFigures > texts.Count)
            return false;
        var all = FormColumns.Lines(texts).Count;
        foreach (var row in texts.GroupBy(s => Placement.Find(grid.Ys, s.MiddleY)))
        {
            var lines = FormColumns.Lines([.. row]);
            if ((row.Key == 0 && grid.Rows > 1) || lines.Count < FewestLines || lines.Count * 5 < Mostly * all || lines.Count(l => l.Select(Cell).Distinct().Count() > 1) is var several && (several < FewestLines || several * 5 < Mostly * lines.Count))
                continue;
            int below = 0, full = 0;
            foreach (var cell in row.GroupBy(Cell))
            {
                var width = grid.BoxOf(grid.Cells[cell.Key]).Width;
                foreach (var (s, next) in cell.Zip(cell.Skip(1)).Where(static p => p.Second.Baseline - p.First.Baseline > 0.5 * p.First.Size))
                {
                    below++;
                    full += width - s.Width < (next.FirstWord > 0 ? next.FirstWord : next.Size) + (Room * s.Size) ? 1 : 0;
                }
            }
            if (full * 2 < below)
                return true;
        }
        return false;

        int Cell(Segment s) => places[(Placement.Find(grid.Ys, s.MiddleY) * grid.Columns) + Placement.Find(grid.Xs, s.Center)];
    }
}
