using Ingest.Core.Tables.Ruled;

namespace Ingest.Core.Tables.Headers;

/// <summary>
/// The last rows of a table are often totals whose cells cover several columns. Where nothing else of it stands on the
/// next page, the borders between these columns are drawn nowhere on that page; they are those of the page before.
/// </summary>
internal static class MergedColumns
{
    /// <returns>The table with the columns of <paramref name="above"/>; null where its borders are not some of that table's.</returns>
    public static PageTable? Refine(PageTable above, PageTable here)
    {
        if (!above.Ruled || !here.Ruled || here.Columns < 2 || here.Columns >= above.Columns)
            return null;
        var tolerance = 0.01 * (above.Box.Right - above.Box.Left) + 1;
        var place = new int[here.Columns + 1];
        var at = 0;
        for (var i = 0; i < place.Length; i++)
        {
            while (at < above.Grid.Xs.Length && above.Grid.Xs[at] < here.Grid.Xs[i] - tolerance)
                at++;
            if (at == above.Grid.Xs.Length || above.Grid.Xs[at] > here.Grid.Xs[i] + tolerance || (i == 0 && at > 0))
                return null;
            place[i] = at++;
        }
        if (place[^1] != above.Columns)
            return null;

        GridCell Over(GridCell cell) => cell with
        {
            Column = place[cell.Column],
            ColumnSpan = place[cell.Column + cell.ColumnSpan] - place[cell.Column],
        };
        var refined = new PageTable(
            here.Page, new Grid(above.Grid.Xs, here.Grid.Ys, here.Grid.Cells.ConvertAll(Over)),
            here.Cells.ConvertAll(cell => cell with { Place = Over(cell.Place) }), here.Ruled)
        {
            OpenBelow = here.OpenBelow.Length == 0 ? [] : [.. Enumerable.Range(0, above.Columns).Select(c => here.OpenBelow[Array.FindLastIndex(place, p => p <= c)])],
        };
        refined.Caption.AddRange(here.Caption);
        refined.Notes.AddRange(here.Notes);
        return refined;
    }
}
