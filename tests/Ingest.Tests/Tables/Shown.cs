using Ingest.Core.Model;
using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>A found grid as text: a line for each row, its cells parted by bars, spans (rows x columns) behind the text: <c>项目 2x1 | 本年支出 1x2</c>.</summary>
internal static class Shown
{
    public static string Of(RawTable table) => string.Join('\n', Enumerable.Range(0, table.Rows).Select(row => Row(table, row)));

    /// <summary>All tables of the pages, parted by a line of dashes.</summary>
    public static string Of(params PageContent[] pages) => string.Join("\n---\n", TableFinder.Find(pages).Tables.Select(Of));

    public static string Row(RawTable table, int row) => string.Join(" | ", table.Cells.Where(c => c.Row == row).Select(Cell)).Trim();

    private static string Cell(RawCell cell) => cell is { RowSpan: 1, ColumnSpan: 1 } ? cell.Text : $"{cell.Text} {cell.RowSpan}x{cell.ColumnSpan}";
}
