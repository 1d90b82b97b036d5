using Ingest.Core.Model;
namespace Ingest.Core.Tables;
public static class TableFinder { public static FoundTables Find(IReadOnlyList<PageContent> pages) => new([], []); }
