using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Headers;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables;

/// <summary>A table as wide as an open book: the right page goes on with the rows of the left one in further columns, and has no names of its own.</summary>
internal static class FacingPages
{
    /// <summary>Lines of figures on the right page that tell.</summary>
    private const int FewestLines = 2;

    /// <param name="left">The last table of the page before.</param>
    /// <param name="grid">What rulings show on this page.</param>
    /// <returns>The columns of this page in the rows of the left one; null where it does not go on so.</returns>
    public static Grid? Of(PageTable left, Grid grid, Region region, Glyph[] glyphs, List<Piece> pieces)
    {
        // most tables go on in the same columns: said before any text is gathered
        if (!IsLevel(left.Box.Top, grid.Box.Top) || !IsLevel(left.Box.Bottom, grid.Box.Bottom) || grid.HasColumnsOf(left.Grid))
            return null;
        // names stand in the header alone
        var texts = Segments.Joined(Segments.Of(glyphs, pieces, grid.Box));
        var border = Array.Find(grid.Ys, y => texts.TrueForAll(s => s.Figure || s.MiddleY < y));
        var header = Array.FindIndex(left.Grid.Ys, y => IsLevel(y, border));
        var head = texts.FindAll(s => s.MiddleY < border);
        if (header <= 0 || !Enumerable.Range(0, grid.Columns).All(c => head.Exists(s => Placement.Find(grid.Xs, s.Center) == c && !s.Figure)) || !AreRows(left, header, texts.FindAll(s => s.MiddleY > border)))
            return null;
        var (ys, cells) = HeaderCells.Of(grid.Xs, grid.Box.Top, border, head, region.Horizontal, region.Vertical);
        var places = Array.ConvertAll(ys, y => Array.FindIndex(left.Grid.Ys, o => IsLevel(o, y)));
        if (!places.SequenceEqual(places.Where(static p => p >= 0).Distinct()))
            return null;
        var placed = cells.ConvertAll(c => new GridCell(places[c.Row], c.Column, places[c.Row + c.RowSpan] - places[c.Row], c.ColumnSpan));
        for (var r = header; r < left.Rows; r++)
        {
            for (var c = 0; c < grid.Columns; c++)
                placed.Add(new GridCell(r, c, 1, 1));
        }
        return new Grid(grid.Xs, left.Grid.Ys, placed);
    }

    /// <summary>Whether each line of figures stands in a row of its own, and names stand in these rows on the left page.</summary>
    private static bool AreRows(PageTable left, int header, List<Segment> body)
    {
        var rows = new Dictionary<int, double>();
        foreach (var s in body)
        {
            var row = Placement.Find(left.Grid.Ys, s.MiddleY);
            if (row < header || Math.Abs(rows.GetValueOrDefault(row, s.Baseline) - s.Baseline) > 0.5 * s.Size)
                return false;
            rows.TryAdd(row, s.Baseline);
        }
        return rows.Count >= FewestLines && rows.Keys.All(r => left.Cells.Exists(c => c.Place.Row == r && c.Place.Column == 0 && c.Text.Length > 0 && !HeaderRows.IsFigure(c.Text)));
    }

    private static bool IsLevel(double a, double b) => Math.Abs(a - b) <= Edges.Snap;
}
