using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>The tables of a document for reading on a terminal, columns aligned. Long texts are cut with ….</summary>
public static class TablesText
{
    private const int WidestColumn = 32;

    public static void Write(ParsedDocument document, Action<string> output)
    {
        foreach (var table in document.Tables)
        {
            output(TableHeading.Of(table) + "\n");
            WriteGrid(table, output);
            output("\n");
        }
    }

    private static void WriteGrid(BudgetTable table, Action<string> output)
    {
        var raw = table.Source;
        var rows = TablesCsv.Rows(raw);
        var widths = Widths(raw);
        var money = new bool[raw.Columns];
        foreach (var column in table.Columns)
        {
            money[column.Index] = column.Role is ColumnRole.Money or ColumnRole.Quantity or ColumnRole.Percent;
        }

        var line = new StringBuilder();
        for (var row = 0; row < rows.Length; row++)
        {
            line.Clear();
            for (var column = 0; column < raw.Columns; column++)
            {
                line.Append(column == 0 ? "" : " │ ")
                    .Append(DisplayWidth.Fit(rows[row][column], widths[column], right: money[column] && row >= table.HeaderRows));
            }

            output(line.ToString().TrimEnd() + "\n");
            if (row == table.HeaderRows - 1)
            {
                output(string.Join("─┼─", widths.Select(w => new string('─', w))) + "\n");
            }
        }
    }

    /// <summary>Of the cells that stand in one column only; a spanning cell is cut rather than widening its first column.</summary>
    private static int[] Widths(RawTable table)
    {
        var widths = new int[table.Columns];
        Array.Fill(widths, 1);
        foreach (var cell in table.Cells)
        {
            if (cell.ColumnSpan == 1)
            {
                widths[cell.Column] = Math.Max(widths[cell.Column], Math.Min(WidestColumn, DisplayWidth.Of(cell.Text)));
            }
        }

        return widths;
    }
}
