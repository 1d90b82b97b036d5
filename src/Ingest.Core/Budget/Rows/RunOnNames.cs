using System.Collections.Immutable;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Rows;

/// <summary>
/// A name that fills its cell touches the text of the cell beside it, so that both seem one (办公设备购置项目青山县统计局): the
/// column beside tells by what stands there again and again.
/// </summary>
internal static class RunOnNames
{
    /// <summary>Shorter texts end many names.</summary>
    private const int Shortest = 4;

    private const int ShortestRest = 2;

    public static RawTable Mend(RawTable table)
    {
        Dictionary<int, List<string>>? columns = null;
        ImmutableArray<RawCell>.Builder? cells = null;
        for (var i = table.Cells.Length - 1; i >= 0; i--)
        {
            var cell = table.Cells[i];
            var end = cell.Column + cell.ColumnSpan;
            var blank = i + 1 < table.Cells.Length && table.Cells[i + 1] is { Text.Length: 0 } next && next.Row == cell.Row && next.RowSpan == cell.RowSpan && next.Column == end;
            if (cell.Row < table.HeaderRows || cell.Text.Length < Shortest + ShortestRest || (cell.ColumnSpan == 1 && !blank))
                continue;
            columns ??= Texts(table);
            for (var column = cell.Column + 1; column < end + (blank ? 1 : 0); column++)
            {
                if (!columns.TryGetValue(column, out var texts) || texts.Where(t => cell.Text.Length - t.Length >= ShortestRest && cell.Text.EndsWith(t, StringComparison.Ordinal)).MaxBy(static t => t.Length) is not { } text)
                    continue;
                var name = cell.Text[..^text.Length].TrimEnd();
                if (EndsInPlace(name))
                    continue;
                cells ??= table.Cells.ToBuilder();
                cells[i] = cell with { Text = name, Raw = name, ColumnSpan = column - cell.Column };
                var beside = column < end ? cell with { Column = column, ColumnSpan = end - column } : table.Cells[i + 1];
                beside = beside with { Text = text, Raw = text, Untrusted = cell.Untrusted, Indent = 0 };
                if (column < end)
                    cells.Insert(i + 1, beside);
                else
                    cells[i + 1] = beside;
                break;
            }
        }
        return cells is null ? table : table with { Cells = cells.ToImmutable() };
    }

    /// <summary>昆明市盘龙区 before 水务信息中心: a body is called by its place, the two are one name.</summary>
    private static bool EndsInPlace(string name) => name is [.., '省' or '市' or '州' or '县' or '区' or '旗' or '镇' or '乡' or '街' or '道'];

    /// <summary>What stands several times in the body of each column, in cells of its own, or is a body, and no name of a code.</summary>
    private static Dictionary<int, List<string>> Texts(RawTable table) =>
        table.Cells.Where(c => c.Row >= table.HeaderRows && c is { Column: > 0, ColumnSpan: 1, Text.Length: >= Shortest } && Shapes.Of(Folding.Label(c.Text)) == CellShape.Text)
            .GroupBy(static c => (c.Column, c.Text)).Where(static g => (g.Count() > 1 || NameClaims.IsBody(g.Key.Text)) && !BrokenNames.IsKnown(g.Key.Text))
            .GroupBy(static g => g.Key.Column, static g => g.Key.Text).ToDictionary(static g => g.Key, static g => g.ToList());
}
