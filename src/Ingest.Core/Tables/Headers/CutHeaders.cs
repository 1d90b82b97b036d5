namespace Ingest.Core.Tables.Headers;

/// <summary>
/// A page break may cut a header: a group stands in the last row of a page, and what it groups in the first row of the next. Which columns
/// there are shows on that page alone.
/// </summary>
internal static class CutHeaders
{
    /// <returns>The header above the break, with the columns of the part below it; null where no group is without its columns.</returns>
    public static PageTable? Of(PageTable above, PageTable below)
    {
        if (HeaderRows.Count(above) != above.Rows || HeaderRows.Count(below) == 0)
            return null;
        var header = above.Columns == below.Columns ? above : MergedColumns.Refine(below, above);
        var groups = header?.Cells.FindAll(c => c.Place.Row + c.Place.RowSpan == header.Rows && c.Place.ColumnSpan > 1);
        return groups is { Count: > 0 } && groups.TrueForAll(g => below.Cells.Count(c => c.Place.Row == 0 && c.Text.Length > 0 && c.Place.Column >= g.Place.Column && c.Place.Column < g.Place.Column + g.Place.ColumnSpan) > 1)
            ? header
            : null;
    }
}
