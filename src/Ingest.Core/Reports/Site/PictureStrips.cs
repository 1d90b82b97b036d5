using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>
/// Which strips of a document's pages are to be shown as they are printed, where pages are pictures: the rows of cells that are looked at, and
/// the header of their table. Nothing outside of tables: there stand names and telephone numbers that nobody may have read.
/// </summary>
public static class PictureStrips
{
    /// <summary>Around a table, in points: its border.</summary>
    private const double Border = 3;

    /// <returns>By page, from top to bottom; some may overlap where tables stand side by side.</returns>
    public static ImmutableDictionary<int, ImmutableArray<Box>> Of(ParsedDocument document, IReadOnlyCollection<CellRef> cells)
    {
        ArgumentNullException.ThrowIfNull(document);
        var wanted = cells.ToLookup(static c => c.Table);
        return document.Tables.Where(t => wanted.Contains(t.Ordinal)).SelectMany(t => Of(t, [.. wanted[t.Ordinal]]))
            .GroupBy(static s => s.Page, static s => s.Box).ToImmutableDictionary(static g => g.Key, static g => g.ToImmutableArray());
    }

    private static IEnumerable<PageBox> Of(BudgetTable table, HashSet<CellRef> cells)
    {
        var places = cells.Select(static c => (c.Row, c.Column)).ToHashSet();
        foreach (var page in table.Source.Cells.GroupBy(static c => c.Area.Page))
        {
            var shown = page.Where(c => places.Contains((c.Row, c.Column))).Select(static c => c.Area.Box).ToList();
            if (shown.Count == 0)
            {
                continue;
            }

            var all = page.Select(static c => c.Area.Box).Aggregate(static (a, b) => a.Union(b));
            var header = page.Where(c => c.Row < table.HeaderRows).Select(static c => c.Area.Box);
            foreach (var (top, bottom) in CropBands.Of(all.Bottom + Border, CropBands.Cell, [.. shown, .. header], highest: double.MaxValue))
            {
                yield return new PageBox(page.Key, new Box(all.Left - Border, Math.Max(top, all.Top - Border), all.Right + Border, bottom));
            }
        }
    }
}
