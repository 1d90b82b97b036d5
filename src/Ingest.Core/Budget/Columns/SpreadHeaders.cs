using System.Collections.Immutable;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Columns;

/// <summary>A header whose characters were spread over its columns (收 | 入) so wide that each seems to head a column of its own.</summary>
internal static class SpreadHeaders
{
    public static RawTable Mend(RawTable table)
    {
        ImmutableArray<RawCell>.Builder? cells = null;
        foreach (var row in table.Cells.Where(c => c.Row < table.HeaderRows && Character(c) != '\0').GroupBy(static c => (c.Row, c.RowSpan)))
        {
            var run = new List<RawCell>();
            foreach (var cell in row.OrderBy(static c => c.Column).Append(null))
            {
                if (run.Count > 0 && cell?.Column != run[^1].Column + run[^1].ColumnSpan)
                {
                    var text = string.Concat(run.Select(Character));
                    if (run.Count > 1 && HeaderLexicon.IsKnown(text))
                        Join(cells ??= table.Cells.ToBuilder(), run, text);
                    run.Clear();
                }
                if (cell is not null)
                    run.Add(cell);
            }
        }
        return cells is null ? table : table with { Cells = cells.ToImmutable() };
    }

    private static char Character(RawCell cell) => Folding.Label(cell.Text) is [>= '\u4E00' and <= '\u9FFF' and var only] ? only : '\0';

    private static void Join(ImmutableArray<RawCell>.Builder cells, List<RawCell> run, string text)
    {
        var first = run[0];
        cells[cells.IndexOf(first)] = first with
        {
            ColumnSpan = run.Sum(static c => c.ColumnSpan), Text = text, Raw = string.Join(' ', run.Select(static c => c.Raw)),
            Area = first.Area with { Box = run.Skip(1).Aggregate(first.Area.Box, static (b, c) => b.Union(c.Area.Box)) },
        };
        foreach (var cell in run.Skip(1))
            cells.Remove(cell);
    }
}
