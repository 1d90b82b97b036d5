using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>The tables of a document as CSV: a heading line for each table, its rows, and an empty line.</summary>
public static class TablesCsv
{
    public static void Write(ParsedDocument document, Action<string> output)
    {
        foreach (var table in document.Tables)
        {
            output(Csv.Line(TableHeading.Of(table)));
            foreach (var row in Rows(table.Source))
            {
                output(Csv.Line(row));
            }

            output("\n");
        }
    }

    /// <summary>Row by row; a cell that spans several places stands in its first, the others are "".</summary>
    internal static string[][] Rows(RawTable table)
    {
        var rows = new string[table.Rows][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new string[table.Columns];
            Array.Fill(rows[row], "");
        }

        foreach (var cell in table.Cells)
        {
            rows[cell.Row][cell.Column] = cell.Text;
        }

        return rows;
    }
}
