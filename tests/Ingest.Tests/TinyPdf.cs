using System.Globalization;
using System.Text;

namespace Ingest.Tests;

/// <summary>Writes the smallest PDFs that a reader accepts: Helvetica text and lines, one content stream a page.</summary>
internal static class TinyPdf
{
    /// <param name="pages">Content streams.</param>
    public static byte[] Of(params string[] pages)
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>" };
        var kids = new StringBuilder();
        foreach (var content in pages)
        {
            kids.Append(CultureInfo.InvariantCulture, $"{objects.Count + 1} 0 R ");
            objects.Add(string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Resources << /Font << /F 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>"));
            objects.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream"));
        }

        objects[1] = string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{kids}] /Count {pages.Length} >>");
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        }

        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
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
                        $"BT /F 9 Tf {left + (c * width) + 4} {top - ((r + 1) * height) + 6} Td ({rows[r][c]}) Tj ET\n");
                }
            }
        }

        return content.ToString();
    }

    private static void Line(StringBuilder content, double x0, double y0, double x1, double y1) =>
        content.Append(CultureInfo.InvariantCulture, $"{x0} {y0} m {x1} {y1} l S\n");
}
