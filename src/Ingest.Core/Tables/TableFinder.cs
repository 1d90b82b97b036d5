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
    /// <param name="pages">In page order.</param>
    public static FoundTables Find(IReadOnlyList<PageContent> pages)
    {
        var finds = new List<PageFinds>(pages.Count);
        var turned = new Dictionary<int, (PageContent Page, TextRotation Turned)>();
        var scaled = new Dictionary<int, double>();
        var upright = new List<PageContent>(pages.Count);
        var factor = 1.0;
        foreach (var page in pages)
        {
            var rotation = Turning.Of(page);
            if (rotation != TextRotation.Upright)
                turned[page.Number] = (page, rotation);
            factor = Scaling.Of(page, factor);
            if (factor != 1)
                scaled[page.Number] = factor;
            upright.Add(Scaling.Scaled(Turning.Upright(page, rotation), factor));
        }
        var heads = RunningHeads.Of(upright);
        foreach (var page in upright)
            finds.Add(PageFinder.Find(page, heads, finds.Count > 0 ? finds[^1] : null));
        Thousands.Join(finds);
        return Turning.Back(Scaling.Back(new FoundTables(Continuation.Join(finds), [.. finds.SelectMany(static f => f.Lines)]), scaled), turned);
    }
}
