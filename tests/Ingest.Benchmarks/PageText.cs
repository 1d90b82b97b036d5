using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Benchmarks;

/// <summary>Pages and grids as text.</summary>
internal static class PageText
{
    /// <summary>The cells with text, a line for each row, their columns in front of them.</summary>
    public static void Draw(RawTable table)
    {
        Console.WriteLine("   columns at " + string.Join(' ', table.Cells.GroupBy(c => c.Column).OrderBy(g => g.Key).Select(g => Math.Round(g.Min(c => c.Area.Box.Left)))));
        foreach (var r in table.Cells.Where(c => c.Text.Length > 0).GroupBy(c => c.Row).OrderBy(g => g.Key))
        {
            Console.WriteLine("   " + r.Key + "# " + string.Join(" | ", r.OrderBy(c => c.Column).Select(c => $"{c.Column}:{c.Text}{(c is { RowSpan: 1, ColumnSpan: 1 } ? "" : $" {c.RowSpan}x{c.ColumnSpan}")}")));
        }
    }

    /// <summary>Texts and horizontal rulings at their places.</summary>
    /// <param name="scale">Points to a character.</param>
    public static void Draw(PageContent page, double scale)
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
