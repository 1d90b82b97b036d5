using Ingest.Core.Model;
using Ingest.Core.Tables.Ruled;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Tables;

/// <summary>
/// Finds the tables of a document: rulings → edges → regions → grids → cells on each page, then the parts of a table
/// over pages joined. Geometry, and two words that stand above a table and belong to no header: 单位, 续表.
/// </summary>
public static class TableFinder
{
    /// <param name="pages">In page order, each with most of its text upright: see <see cref="TurnedSheets"/>.</param>
    public static FoundTables Find(IReadOnlyList<PageContent> pages)
    {
        var finds = new List<PageFinds>(pages.Count);
        var scaled = new Dictionary<int, double>();
        var usual = new List<PageContent>(pages.Count);
        var factor = 1.0;
        foreach (var page in pages)
        {
            factor = Scaling.Of(page, factor);
            if (factor != 1)
                scaled[page.Number] = factor;
            usual.Add(Scaling.Scaled(page, factor));
        }
        var heads = RunningHeads.Of(usual);
        foreach (var page in usual)
            finds.Add(PageFinder.Find(page, heads, finds.Count > 0 ? finds[^1] : null));
        Thousands.Join(finds);
        return Scaling.Back(new FoundTables(Continuation.Join(finds), [.. finds.SelectMany(static f => f.Lines)]), scaled);
    }
}
