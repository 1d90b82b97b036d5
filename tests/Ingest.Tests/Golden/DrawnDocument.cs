using System.Globalization;
using System.Text;
using Ingest.Tests.Pdf;

namespace Ingest.Tests.Golden;

/// <summary>A budget drawn page by page: titles, lines of text and ruled tables with spans, in a Chinese font that is not embedded.</summary>
internal sealed class DrawnDocument
{
    private const double Left = 40, Right = 560, Top = 740, RowHeight = 18, Size = 8;

    private readonly PdfDraft _draft = new() { PageAttributes = "/MediaBox [0 0 600 800]" };

    /// <summary>A page of text only: the first line large and in the middle.</summary>
    public DrawnDocument Text(string title, params string[] lines)
    {
        var page = new StringBuilder();
        Centred(page, title, 18, 620);
        for (var i = 0; i < lines.Length; i++)
        {
            Show(page, lines[i], 12, 70, 560 - (i * 24));
        }

        _draft.Page(page.ToString());
        return this;
    }

    /// <summary>
    /// A page with one table. A cell <c>^</c> belongs to the one above it, <c>&lt;</c> to the one before it; amounts are
    /// set flush right.
    /// </summary>
    public DrawnDocument Table(string title, string unit, params string[] rows)
    {
        var cells = rows.Select(r => r.Split('|')).ToArray();
        var page = new StringBuilder("0.6 w\n");
        Centred(page, title, 14, Top + 30);
        Show(page, "单位：" + unit, 9, 480, Top + 8);
        var width = (Right - Left) / cells[0].Length;
        for (var r = 0; r < cells.Length; r++)
        {
            for (var c = 0; c < cells[r].Length; c++)
            {
                var text = cells[r][c];
                if (text is not ("^" or "<"))
                {
                    Cell(page, cells, r, c, width, text);
                }
            }
        }

        _draft.Page(page.ToString());
        return this;
    }

    public byte[] ToBytes() => _draft.ToBytes();

    private static void Cell(StringBuilder page, string[][] cells, int row, int column, double width, string text)
    {
        int rows = 1, columns = 1;
        while (column + columns < cells[row].Length && cells[row][column + columns] == "<")
        {
            columns++;
        }

        while (row + rows < cells.Length && cells[row + rows][column] == "^")
        {
            rows++;
        }

        double x0 = Left + (column * width), x1 = x0 + (columns * width), y1 = Top - (row * RowHeight), y0 = y1 - (rows * RowHeight);
        page.Append(CultureInfo.InvariantCulture, $"{x0:0.##} {y0:0.##} {x1 - x0:0.##} {y1 - y0:0.##} re S\n");
        if (text.Length == 0)
        {
            return;
        }

        var length = Width(text, Size);
        var amount = text[0] is '-' or (>= '0' and <= '9') && text.Contains('.', StringComparison.Ordinal);
        Show(page, text, Size, amount ? x1 - length - 3 : x0 + 3, ((y0 + y1) / 2) - 3);
    }

    private static void Centred(StringBuilder page, string text, double size, double y) => Show(page, text, size, 300 - (Width(text, size) / 2), y);

    private static double Width(string text, double size) => text.Sum(c => c < 128 ? size / 2 : size);

    private static void Show(StringBuilder page, string text, double size, double x, double y) =>
        page.Append(CultureInfo.InvariantCulture, $"BT /F2 {size} Tf {x:0.##} {y:0.##} Td {PdfDraft.Chinese(text)} Tj ET\n");
}
