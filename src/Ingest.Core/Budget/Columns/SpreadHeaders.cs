using System.Collections.Immutable;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Columns;

/// <summary>
/// A header whose characters were spread over its columns (收 | 入, 科 | 目 | 代码) so wide that each seems to head a column of its own; and two headers
/// in one cell over both columns (科目编码科目名称), between which a ruling was missed.
/// </summary>
internal static class SpreadHeaders
{
    private const int LongestPiece = 3;

    public static RawTable Mend(RawTable table)
    {
        ImmutableArray<RawCell>.Builder? cells = null;
        foreach (var row in table.Cells.Where(c => c.Row < table.HeaderRows && Characters(c).Length > 0).GroupBy(static c => (c.Row, c.RowSpan)))
        {
            var run = new List<RawCell>();
            foreach (var cell in row.OrderBy(static c => c.Column).Append(null))
            {
                if (run.Count > 0 && cell?.Column != run[^1].Column + run[^1].ColumnSpan)
                {
                    JoinKnown(run);
                    run.Clear();
                }
                if (cell is not null)
                    run.Add(cell);
            }
        }
        foreach (var cell in table.Cells.Where(c => c.ColumnSpan == 2 && c.Row + c.RowSpan == table.HeaderRows))
        {
            var text = Folding.Label(cell.Text);
            if (Enumerable.Range(2, Math.Max(0, text.Length - 3)).FirstOrDefault(at => HeaderLexicon.IsKnown(text[..at]) && HeaderLexicon.IsKnown(text[at..])) is > 0 and var end && !HeaderLexicon.IsKnown(text))
                Part(cells ??= table.Cells.ToBuilder(), cell, text[..end], text[end..]);
        }
        return cells is null ? table : table with { Cells = cells.ToImmutable() };

        // 科 | 目 | 代码 | 名称: headers from left to right, the longest first; 类 | 款 | 项 | 目 leaves characters over
        void JoinKnown(List<RawCell> run)
        {
            var found = new List<(List<RawCell> Part, string Text)>();
            for (var from = 0; from < run.Count;)
            {
                var count = run.Count - from;
                while (count > 1 && !(run.GetRange(from, count).Exists(static c => Characters(c).Length == 1) && HeaderLexicon.IsKnown(Text(from, count))))
                    count--;
                if (count > 1)
                    found.Add((run.GetRange(from, count), Text(from, count)));
                else if (Characters(run[from]).Length == 1)
                    return;
                from += count;
            }
            foreach (var (part, text) in found)
                Join(cells ??= table.Cells.ToBuilder(), part, text);

            string Text(int from, int count) => string.Concat(run.Skip(from).Take(count).Select(Characters));
        }
    }

    /// <summary>Few Chinese characters of a header; "" for any other text.</summary>
    private static string Characters(RawCell cell) => Folding.Label(cell.Text) is { Length: > 0 and <= LongestPiece } text && text.All(static c => c is >= '\u4E00' and <= '\u9FFF') ? text : "";

    /// <summary>Each header gets the half of the cell.</summary>
    private static void Part(ImmutableArray<RawCell>.Builder cells, RawCell cell, string first, string second)
    {
        var box = cell.Area.Box;
        var at = cells.IndexOf(cell);
        cells[at] = cell with { ColumnSpan = 1, Text = first, Area = cell.Area with { Box = box with { Right = box.CenterX } } };
        cells.Insert(at + 1, cell with { Column = cell.Column + 1, ColumnSpan = 1, Text = second, Area = cell.Area with { Box = box with { Left = box.CenterX } } });
    }

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
