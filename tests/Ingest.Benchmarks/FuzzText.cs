using System.Globalization;
using System.Text;
using Ingest.Core.Model;
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
                foreach (var r in found.Cells.Where(c => c.Text.Length > 0).GroupBy(c => c.Row).OrderBy(g => g.Key))
                {
                    Console.WriteLine("   " + r.Key + "# " + string.Join(" | ", r.OrderBy(c => c.Column).Select(c => $"{c.Column}:{c.Text}{(c is { RowSpan: 1, ColumnSpan: 1 } ? "" : $" {c.RowSpan}x{c.ColumnSpan}")}")));
                    wanted.UnionWith(r.Select(c => c.Area.Page));
                }
            }

            var title = DraftTable.Plain(table.Title);
            foreach (var page in outcome.Pages.Where(p => p.Number > 1 && (wanted.Contains(p.Number) || (wanted.Count == 0 && string.Concat(p.Glyphs.Select(g => g.Text)).Contains(title, StringComparison.Ordinal)))))
            {
                Draw(page, scale);
            }
        }

        return 0;
    }

    /// <summary>Texts and horizontal rulings at their places.</summary>
    private static void Draw(PageContent page, double scale)
    {
        var left = page.Glyphs.Min(g => g.Box.Left);
        var lines = page.Glyphs.Where(g => g.Text.Trim().Length > 0).GroupBy(g => Math.Round(g.Baseline, 1)).Select(g => (Y: (double)g.Key, Text: Line(g.OrderBy(x => x.Box.Left).ToList(), left, scale))).ToList();
        foreach (var group in page.Rulings.Where(r => r.Direction == RulingDirection.Horizontal).GroupBy(r => Math.Round(r.Position, 1)))
        {
            var sb = new StringBuilder();
            foreach (var r in group.OrderBy(r => r.Start))
            {
                var at = Math.Max(0, (int)((r.Start - left) / scale));
                sb.Append(' ', Math.Max(0, at - sb.Length)).Append('─', Math.Max(0, (int)((r.End - left) / scale) - sb.Length));
            }

            lines.Add((group.Key, sb.ToString()));
        }

        Console.WriteLine($"-- page {page.Number}; vertical {string.Join(' ', page.Rulings.Where(r => r.Direction == RulingDirection.Vertical).Select(r => $"{(int)((r.Position - left) / scale)}[{r.Start:0}-{r.End:0}]").Take(12))}");
        foreach (var (y, text) in lines.OrderBy(l => l.Y))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{y,6:0.0} {text}"));
        }
    }

    private static string Line(List<Glyph> glyphs, double left, double scale)
    {
        var sb = new StringBuilder();
        var cols = 0;
        foreach (var g in glyphs)
        {
            var at = (int)Math.Round((g.Box.Left - left) / scale);
            sb.Append(' ', Math.Max(0, at - cols));
            cols = Math.Max(cols, at);
            sb.Append(g.Text);
            cols += g.Text[0] >= 0x2E80 ? 2 : 1;
        }

        return sb.ToString();
    }
}
