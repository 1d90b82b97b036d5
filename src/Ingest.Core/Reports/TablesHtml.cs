using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>The tables of a document as one HTML page, spans kept; a cell's title tells its page and box.</summary>
public static class TablesHtml
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="zh"><head><meta charset="utf-8"><title>{0}</title><style>
        body {{ font-family: sans-serif; margin: 2em }} table {{ border-collapse: collapse; margin: .5em 0 2em }}
        td, th {{ border: 1px solid #999; padding: .2em .5em; font-weight: normal; text-align: left }}
        th {{ background: #eee }} td.n {{ text-align: right; font-variant-numeric: tabular-nums }}
        </style></head><body>
        <h1>{0}</h1>

        """;

    public static void Write(ParsedDocument document, Action<string> output)
    {
        output(string.Format(CultureInfo.InvariantCulture, Head, Xml.Escape(document.Source.Name)));
        foreach (var table in document.Tables)
        {
            output($"<h2>{Xml.Escape(TableHeading.Of(table))}</h2>\n");
            output(Grid(table));
        }

        output("</body></html>\n");
    }

    private static string Grid(BudgetTable table)
    {
        var numbers = table.Columns
            .Where(c => c.Role.IsValue())
            .Select(c => c.Index)
            .ToHashSet();
        var html = new StringBuilder("<table>\n");
        var row = -1;
        foreach (var cell in table.Source.Cells)
        {
            for (; row < cell.Row; row++)
            {
                html.Append(row < 0 ? "<tr>" : "</tr>\n<tr>");
            }

            Append(html, cell, cell.Row < table.HeaderRows, numbers.Contains(cell.Column));
        }

        return html.Append(row < 0 ? "" : "</tr>\n").Append("</table>\n").ToString();
    }

    private static void Append(StringBuilder html, RawCell cell, bool header, bool number)
    {
        var box = cell.Area.Box;
        html.Append(header ? "<th" : number ? "<td class=\"n\"" : "<td");
        if (cell.RowSpan > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        }

        if (cell.ColumnSpan > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        }

        html.Append(CultureInfo.InvariantCulture,
            $" title=\"row {cell.Row}, column {cell.Column}, page {cell.Area.Page}: {box.Left:0.#} {box.Top:0.#} {box.Right:0.#} {box.Bottom:0.#}\">");
        html.Append(Xml.Escape(cell.Text)).Append(header ? "</th>" : "</td>");
    }
}
