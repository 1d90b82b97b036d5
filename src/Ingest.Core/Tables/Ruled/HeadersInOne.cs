using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Headers;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// Rulings may part the columns of the body and not those of the header. Above the first figures a cell over several columns then holds
/// texts side by side, each in a column of its own; what stands so in a unit's line or a title runs over the borders.
/// </summary>
internal static class HeadersInOne
{
    /// <summary>Texts side by side on one line of a cell, whose lines take more than half of its columns.</summary>
    private const int Fewest = 3;

    public static bool AreIn(Grid grid, int[] places, List<Segment> texts)
    {
        if (!grid.Cells.Exists(static c => c.ColumnSpan >= Fewest))
            return false;
        var first = Header.FirstFigure(new Area(grid.Box, texts, [], []));
        if (first == double.MaxValue)
            return false;
        return texts.Where(s => !s.Figure && s.MiddleY < first).GroupBy(s => places[(Placement.Find(grid.Ys, s.MiddleY) * grid.Columns) + Placement.Find(grid.Xs, s.Center)])
            .Any(inside => grid.Cells[inside.Key] is { ColumnSpan: >= Fewest } cell && grid.Ys[cell.Row + cell.RowSpan] < first + Edges.Snap && IsOne(cell, [.. inside]));

        bool IsOne(GridCell cell, List<Segment> inside)
        {
            var lines = FormColumns.Lines(inside).ConvertAll(Columns);
            return lines.Exists(static columns => columns.Count >= Fewest) && lines.SelectMany(static columns => columns).Distinct().Count() * 2 > cell.ColumnSpan;
        }

        // those that its texts stand in, none of them over a border
        HashSet<int> Columns(List<Segment> line) => line.TrueForAll(s => Placement.Find(grid.Xs, s.Left + 1) == Placement.Find(grid.Xs, s.Right - 1))
            ? [.. line.Select(s => Placement.Find(grid.Xs, s.Center))] : [];
    }
}
