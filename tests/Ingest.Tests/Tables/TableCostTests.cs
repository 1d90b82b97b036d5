using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Tests.Tables;

/// <summary>What finding tables costs, in what no machine changes: memory asked for. Before lines were read once, it was 960 bytes a glyph of prose and 1800 of tables.</summary>
public class TableCostTests
{
    private static readonly PageContent Prose = AsciiPage.Draw(string.Join('\n', Enumerable.Range(1, 50).Select(static n =>
        $"line {n % 7} says that the agency spent less than in the year before as it was told by all")));

    private static readonly PageContent Ruled = AsciiPage.Draw(string.Join('\n', Enumerable.Range(1, 25).Select(static n =>
        $"+------------------------+--------------+--------------+\n| department of place {(char)('a' + n - 1)}   | {n:00},340.10    | {n:00},120.00    |")) + "\n+------------------------+--------------+--------------+");

    [Fact]
    public void Lines_of_prose_are_read_once_and_without_a_list_for_each_glyph() =>
        Assert.InRange(BytesAGlyph(Prose), 0, 500);

    [Fact]
    public void A_table_that_rulings_show_in_full_is_read_without_copies_of_its_glyphs() =>
        Assert.InRange(BytesAGlyph(Ruled), 0, 1650);

    [Fact]
    public void What_stands_in_order_already_is_not_sorted_and_all_else_is()
    {
        var compared = 0;
        List<int> ordered = [.. Enumerable.Range(0, 100)], mixed = [9, 3, 2, 1, 0];
        InOrder.Sort(ordered, 0, 100, Compare);
        Assert.Equal(99, compared);
        Assert.Equal(Enumerable.Range(0, 100), ordered);
        InOrder.Sort(mixed, 1, 4, Compare);
        Assert.Equal([9, 1, 2, 3, 0], mixed);

        int Compare(int a, int b)
        {
            compared++;
            return a.CompareTo(b);
        }
    }

    private static double BytesAGlyph(PageContent page)
    {
        TableFinder.Find([page]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TableFinder.Find([page]);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)page.Glyphs.Length;
    }
}
