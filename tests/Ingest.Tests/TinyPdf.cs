using System.Globalization;
using System.Text;
using Ingest.Tests.Pdf;

namespace Ingest.Tests;

/// <summary>Small PDFs with ruled tables, in Helvetica on pages of 400 by 300 points.</summary>
internal static class TinyPdf
{
    /// <param name="pages">Content streams.</param>
    public static byte[] Of(params string[] pages)
    {
        var draft = new PdfDraft { PageAttributes = "/MediaBox [0 0 400 300]" };
        foreach (var content in pages)
        {
            draft.Page(content);
        }

        return draft.ToBytes();
    }

    /// <summary>A page with a ruled table; texts are ASCII.</summary>
    public static string Table(string[][] rows, double left = 40, double top = 260, double width = 90, double height = 20)
    {
        var content = new StringBuilder("0.5 w\n");
        var columns = rows[0].Length;
        for (var i = 0; i <= rows.Length; i++)
        {
            Line(content, left, top - (i * height), left + (columns * width), top - (i * height));
        }

        for (var i = 0; i <= columns; i++)
        {
            Line(content, left + (i * width), top, left + (i * width), top - (rows.Length * height));
        }

        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (rows[r][c].Length > 0)
                {
                    content.Append(CultureInfo.InvariantCulture,
                        $"BT /F1 9 Tf {left + (c * width) + 4} {top - ((r + 1) * height) + 6} Td ({rows[r][c]}) Tj ET\n");
                }
            }
        }

        return content.ToString();
    }

    private static void Line(StringBuilder content, double x0, double y0, double x1, double y1) =>
        content.Append(CultureInfo.InvariantCulture, $"{x0} {y0} m {x1} {y1} l S\n");
}
