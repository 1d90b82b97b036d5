using Ingest.Tests.Fuzz;

namespace Ingest.Benchmarks;

/// <summary>What went wrong in the grids of one drawn document, as text: the grids as they are meant and as they were found, and their pages.</summary>
internal static class FuzzText
{
    /// <param name="scale">Points to a character.</param>
    /// <param name="kind">Part of the kind of the tables to tell of.</param>
    public static int Run(int seed, int number, double scale, string kind)
    {
        var fuzz = FuzzCase.Of(seed, number);
        var outcome = fuzz.Run();
        Console.WriteLine(fuzz);
        foreach (var (table, difference) in outcome.Differences.Where(d => d.Table.Kind.Contains(kind, StringComparison.Ordinal)))
        {
            var wanted = new HashSet<int>();
            var texts = table.Cells.Where(c => c.Text.Length > 0).Select(c => DraftTable.Plain(c.Text)).ToHashSet(StringComparer.Ordinal);
            Console.WriteLine($"== {table.Kind} {table.Title} {difference}: meant {table.Rows}x{table.Columns}, header {table.HeaderRows}");
            foreach (var r in table.Cells.Where(c => c.Row < table.HeaderRows + 4).GroupBy(c => c.Row).OrderBy(g => g.Key))
            {
                Console.WriteLine("   meant " + string.Join(" | ", r.OrderBy(c => c.Column).Select(c => $"{c.Column}:{c.Text}{(c is { RowSpan: 1, ColumnSpan: 1 } ? "" : $" {c.RowSpan}x{c.ColumnSpan}")}")));
            }

            foreach (var found in outcome.Parsed.Tables.Select(t => t.Source).Where(t => t.Cells.Count(c => c.Text.Length > 0 && texts.Contains(DraftTable.Plain(c.Text))) * 4 > t.Cells.Count(c => c.Text.Length > 0)))
            {
                Console.WriteLine($"   found {found.Rows}x{found.Columns}");
                PageText.Draw(found);
                wanted.UnionWith(found.Cells.Where(c => c.Text.Length > 0).Select(c => c.Area.Page));
            }

            var title = DraftTable.Plain(table.Title);
            foreach (var page in outcome.Pages.Where(p => p.Number > 1 && (wanted.Contains(p.Number) || (wanted.Count == 0 && string.Concat(p.Glyphs.Select(g => g.Text)).Contains(title, StringComparison.Ordinal)))))
            {
                PageText.Draw(page, scale);
            }
        }

        return 0;
    }
}
