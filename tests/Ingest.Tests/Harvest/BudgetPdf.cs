using System.Globalization;
using System.Text;
using Ingest.Tests.Pdf;

namespace Ingest.Tests.Harvest;

/// <summary>A small budget, a cover and a 支出总表, drawn as PDF: made-up figures for portals of tests and of the demonstration.</summary>
internal static class BudgetPdf
{
    private static readonly double[] Edges = [40, 110, 260, 350, 440, 530];

    /// <param name="rows">Code, name, basic and project expenditure in 元; the total of all is the first row.</param>
    public static byte[] Of(string entity, int year, params (string Code, string Name, decimal Basic, decimal Project)[] rows)
    {
        var content = new StringBuilder("0.5 w\n");
        var cover = new StringBuilder();
        Text(cover, 180, 500, 22, string.Create(CultureInfo.InvariantCulture, $"{entity}{year}年部门预算"));
        Text(content, 250, 720, 12, "部门支出总表");
        Text(content, 460, 700, 9, "单位：元");
        string[][] cells =
        [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["", "合计", Money(rows.Sum(r => r.Basic + r.Project)), Money(rows.Sum(r => r.Basic)), Money(rows.Sum(r => r.Project))],
            .. rows.Select(r => new[] { r.Code, r.Name, Money(r.Basic + r.Project), Money(r.Basic), Money(r.Project) }),
        ];
        const double top = 690, height = 20;
        for (var i = 0; i <= cells.Length; i++)
        {
            Line(content, Edges[0], top - (i * height), Edges[^1], top - (i * height));
        }

        foreach (var x in Edges)
        {
            Line(content, x, top, x, top - (cells.Length * height));
        }

        for (var r = 0; r < cells.Length; r++)
        {
            for (var c = 0; c < cells[r].Length; c++)
            {
                Text(content, Edges[c] + 4, top - ((r + 1) * height) + 6, 9, cells[r][c]);
            }
        }

        return new PdfDraft().Page(cover.ToString()).Page(content.ToString()).ToBytes();
    }

    private static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Text(StringBuilder content, double x, double y, int size, string text)
    {
        if (text.Length > 0)
        {
            content.Append(CultureInfo.InvariantCulture, $"BT /F2 {size} Tf {x} {y} Td {PdfDraft.Chinese(text)} Tj ET\n");
        }
    }

    private static void Line(StringBuilder content, double x0, double y0, double x1, double y1) =>
        content.Append(CultureInfo.InvariantCulture, $"{x0} {y0} m {x1} {y1} l S\n");
}
