using Ingest.Core.Model;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables.Forms;

/// <summary>Forms without vertical rulings, between the lines of a stack or with hardly any ruling at all.</summary>
internal static class OpenForms
{
    /// <summary>Inner full lines are rows; a form between its first and its last line has hardly any.</summary>
    private const int MostLines = 3;

    /// <param name="stack">Edges from top to bottom.</param>
    public static Grid? Of(List<Edge> stack, Glyph[] glyphs, List<Piece> pieces, double[]? before)
    {
        double left = stack.Min(e => e.Start), right = stack.Max(e => e.End);
        var segments = Segments.Of(glyphs, pieces, new Box(left - 3, stack[0].Position, right + 3, stack[^1].Position));
        return stack.Count > MostLines ? FormGrid.Ruled(segments, stack) : FormGrid.Of(segments, stack, stack[0].Position, stack[^1].Position, before);
    }

    /// <param name="outside">Pieces outside the tables found so far.</param>
    /// <param name="edges">All horizontal edges of the page.</param>
    /// <param name="lines">Those of the pieces.</param>
    public static IEnumerable<Grid> Of(PageContent page, Glyph[] glyphs, List<Piece> outside, List<Edge> edges, double[]? before, Func<List<RunLine>> lines)
    {
        foreach (var region in FormRegions.Of(glyphs, outside, page.Width, page.Height, lines))
        {
            double top = region[0].Top - region[0].Size, bottom = region[^1].Bottom + region[^1].Size;
            var inside = edges.FindAll(e => e.Position > top && e.Position < bottom);
            if (FormGrid.Of(region, inside, top, bottom, before) is { } grid)
                yield return grid;
        }
    }
}
