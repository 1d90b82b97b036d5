using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>
/// Finds the tables of a document: rulings → edges → regions → grids → cells on each page, then the parts of a table
/// over pages joined. Geometry only; it knows no Chinese.
/// </summary>
public static class TableFinder
{
    /// <param name="pages">In page order.</param>
    public static FoundTables Find(IReadOnlyList<PageContent> pages)
    {
        var finds = new List<PageFinds>(pages.Count);
        foreach (var page in pages)
            finds.Add(PageFinder.Find(page, finds.Count > 0 && finds[^1].Tables.Count > 0 ? finds[^1].Tables[^1] : null));
        return new FoundTables(Continuation.Join(finds), [.. finds.SelectMany(static f => f.Lines)]);
    }
}
