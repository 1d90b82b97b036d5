using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Forms;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// Tables inside a frame without any ruling between columns: the frame is the table's outer border, unless it
/// encloses tables that were found by themselves, or goes around the whole page as a decoration.
/// </summary>
internal static class Frames
{
    /// <summary>Share of the page's width and height that only a decoration goes around.</summary>
    private const double WholePage = 0.84;

    /// <summary>Figures side by side on a line of a table inside a frame: two may be one and a remark; lines with two.</summary>
    private const int FewestShared = 3, FewestLines = 3;

    public static bool IsFrame(Grid grid) => grid.Cells.Count == 1;

    /// <summary>Whether a frame goes around the whole page.</summary>
    public static bool IsDecoration(Box box, PageContent page) => box.Width > WholePage * page.Width && box.Height > WholePage * page.Height;

    /// <param name="edges">All horizontal edges of the page: those inside the frame that do not reach its sides part its rows.</param>
    public static Grid? Open(PageContent page, Region frame, List<Edge> edges, List<PageTable> tables, PageTable? above, Glyph[] glyphs, List<Piece> pieces)
    {
        var box = frame.Box;
        if (IsDecoration(box, page) || tables.Exists(t => t.Box.Intersects(box))
            || !HasColumns(Segments.Joined(Segments.Of(glyphs, pieces, box))))
        {
            return null;
        }
        var inside = edges.FindAll(e => e.Position > box.Top - Edges.Snap && e.Position < box.Bottom + Edges.Snap && e.Start > box.Left - Edges.Snap && e.End < box.Right + Edges.Snap);
        return StackArea.Of(inside, glyphs, pieces, box.Bottom) is { } area && AreaGrid.Of(area, above) is { } open && !StackArea.IsProse(open.Xs, area.Texts) ? open : null;
    }

    /// <summary>Whether lines hold figures apart from other text, as the rows of a table do, one line several side by side, or two below a header.</summary>
    private static bool HasColumns(List<Segment> texts)
    {
        var lines = FormColumns.Lines(texts);
        var rows = lines.FindAll(static l => l.FindIndex(static s => s.Figure) is var first && l.FindLastIndex(static s => s.Figure) > Math.Max(0, first));
        return rows.Count >= FewestLines || lines.Exists(static l => l.Count(static s => s.Figure) >= FewestShared)
            || (rows.Count > 1 && StackArea.AreRows(rows, texts.FindAll(s => s.Baseline < rows[0][0].Top), []));
    }
}
