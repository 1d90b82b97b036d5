using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>
/// Rows of a grid that has rulings between its columns and none between its rows: cells that hold figures one below
/// the other, line by line beside each other. Each line with figures is a row then.
/// </summary>
internal static class StackedRows
{
    /// <summary>Figures of a cell one below the other that are no broken number, and how many cells of a row hold them at least.</summary>
    private const int Fewest = 3, FewestCells = 2;

    /// <summary>Room in ems beside a figure that was not broken for want of it.</summary>
    private const double Room = 1.6;

    public static Grid Split(Grid grid, Glyph[] glyphs, List<Piece> pieces)
    {
        var stacked = Rows(grid, glyphs, pieces);
        if (stacked.Count == 0)
            return grid;
        var inside = pieces.FindAll(p => grid.Box.Contains(p.Box.CenterX, p.MiddleY));
        var lines = TextRuns.Lines(glyphs, inside);
        var ys = new List<double> { grid.Ys[0] };
        var start = new int[grid.Rows + 1];
        for (var r = 0; r < grid.Rows; r++)
        {
            start[r] = ys.Count - 1;
            double top = grid.Ys[r], bottom = grid.Ys[r + 1];
            if (stacked.Contains(r) && lines.FindAll(l => l.Runs[0].MiddleY > top && l.Runs[0].MiddleY <= bottom) is { Count: >= Fewest } band)
                ys.AddRange(TextTable.Borders(band, grid.Xs, top, bottom));
            ys.Add(bottom);
        }
        start[grid.Rows] = ys.Count - 1;
        var cells = new List<GridCell>();
        foreach (var cell in grid.Cells)
        {
            int from = start[cell.Row], to = start[cell.Row + cell.RowSpan];
            var parted = cell.RowSpan == 1 && to - from > 1;
            for (var r = from; r < (parted ? to : from + 1); r++)
                cells.Add(new GridCell(r, cell.Column, parted ? 1 : to - from, cell.ColumnSpan));
        }
        return new Grid(grid.Xs, [.. ys], cells);
    }

    /// <summary>The rows of the grid in which at least two cells hold as many figures one below the other, with room beside them.</summary>
    private static HashSet<int> Rows(Grid grid, Glyph[] glyphs, List<Piece> pieces)
    {
        var rows = new HashSet<int>();
        var counts = new Dictionary<int, (int Figures, int Full, int Words)>();
        int[]? places = null;
        foreach (var piece in pieces)
        {
            if (piece.Rotation is not TextRotation.Upright || !grid.Box.Contains(piece.Box.CenterX, piece.MiddleY))
                continue;
            places ??= grid.Places();
            var at = places[Placement.Find(grid.Ys, piece.MiddleY) * grid.Columns + Placement.Find(grid.Xs, piece.Box.CenterX)];
            var (figures, full, words) = counts.GetValueOrDefault(at);
            var cell = grid.Cells[at];
            var isFigure = glyphs[piece.Start].Text is [>= '0' and <= '9', ..] && glyphs[piece.Start + piece.Length - 1].Text is [(>= '0' and <= '9') or '%', ..];
            var isFull = grid.Xs[cell.Column + cell.ColumnSpan] - grid.Xs[cell.Column] - (piece.Box.Right - piece.Box.Left) < Room * piece.Size;
            counts[at] = (figures + (isFigure ? 1 : 0), full + (isFull ? 1 : 0), words + (isFigure ? 0 : 1));
        }
        foreach (var (at, (figures, full, words)) in counts)
        {
            if (IsStack(figures, full, words) && grid.Cells[at].RowSpan == 1
                && counts.Count(o => grid.Cells[o.Key].Row == grid.Cells[at].Row && grid.Cells[o.Key].RowSpan == 1 && IsStack(o.Value.Figures, o.Value.Full, o.Value.Words)) >= FewestCells)
                rows.Add(grid.Cells[at].Row);
        }
        return rows;
    }

    private static bool IsStack(int figures, int full, int words) => figures >= Fewest && words * 3 <= figures && full * 4 <= figures;
}
