using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>The tables of a document for reading on a terminal, columns aligned. Long texts are cut with ….</summary>
public static class TablesText
{
    private const int WidestColumn = 32;

    /// <param name="why">Whether to tell what speaks for the kind of each table, and how else its grid could be read.</param>
    public static void Write(ParsedDocument document, Action<string> output, bool why = false)
    {
        foreach (var table in document.Tables)
        {
            output(TableHeading.Of(table) + "\n");
            if (why)
            {
                WriteReasons(table, output);
            }

            WriteGrid(table, output);
            output("\n");
        }
    }

    private static void WriteReasons(BudgetTable table, Action<string> output)
    {
        output(string.Create(CultureInfo.InvariantCulture, $"    kind: score {table.Score:0.00}{string.Concat(table.Reasons.Select(static r => ", " + r))}\n"));
        output(table.Source.Ruled ? "    grid: rulings part all of its cells, or show them in part\n" : "    grid: from the text\n");
        foreach (var rival in table.Source.Rivals)
        {
            output(string.Create(CultureInfo.InvariantCulture, $"    rival on page {rival.Page}: {rival.Otherwise}: {Plural.Of(rival.Differing.Length, "cell")} of this grid would change\n"));
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
            money[column.Index] = column.Role.IsValue();
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
