using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>
/// A facsimile of one page as SVG, to see what the reader saw and what the pipeline made of it: glyphs at their places,
/// rulings, shades and images; over them the found cells with row and column, headers, kinds and anomalies. Each layer is
/// a group with an id and can be switched; titles (tooltips) tell the rest.
/// </summary>
public static partial class PageSvg
{
    public static string Write(PageContent page, ParsedDocument document) => Write(page, document, PageLayers.All, static (_, _, _) => false);

    /// <param name="document">Of which <paramref name="page"/> is a page; the whole of it, so that kinds and ordinals are right.</param>
    /// <param name="layers">Of <see cref="PageLayers.All"/>; only these are drawn.</param>
    /// <param name="hides">Whether the text of a cell (table, row, column) must not be told.</param>
    public static string Write(PageContent page, ParsedDocument document, ImmutableArray<string> layers, Func<int, int, int, bool> hides)
    {
        var svg = new StringBuilder(1 << 16);
        var own = document.Tables.Where(t => t.Source.Pages.Contains(page.Number)).ToImmutableArray();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{page.Width:0.##}pt\" height=\"{page.Height + SwitchHeight:0.##}pt\" viewBox=\"0 {-SwitchHeight} {page.Width:0.##} {page.Height + SwitchHeight:0.##}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Xml.Escape(document.Source.Name)}, page {page.Number}</title>\n");
        svg.Append("<style>\n").Append(Style).Append("</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"paper\" width=\"{page.Width:0.##}\" height=\"{page.Height:0.##}\"/>\n");
        foreach (var layer in layers)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g id=\"{layer}\">\n");
            Draw(svg, layer, page, document, own, hides);
            svg.Append("</g>\n");
        }

        Switches(svg, layers, layers);
        return svg.Append("<script>\n").Append(Script).Append("</script>\n</svg>\n").ToString();
    }

    private static void Draw(
        StringBuilder svg, string layer, PageContent page, ParsedDocument document, ImmutableArray<BudgetTable> own, Func<int, int, int, bool> hides)
    {
        switch (layer)
        {
            case "images":
                page.Images.ToList().ForEach(i => Rectangle(svg, i, "", "image"));
                break;
            case "shades":
                Shades(svg, page);
                break;
            case "rulings":
                Rulings(svg, page);
                break;
            case "captions":
                Captions(svg, page.Number, document);
                break;
            case "cells":
                Cells(svg, page.Number, own, hides);
                break;
            case "header":
                Header(svg, page.Number, own);
                break;
            case "glyphs":
                GlyphRuns.Append(svg, page.Glyphs);
                break;
            case "types":
                Types(svg, page.Number, own);
                break;
            case "rivals":
                Rivals(svg, page.Number, own);
                break;
            default:
                Anomalies(svg, page.Number, document, hides);
                break;
        }
    }

    private static void Shades(StringBuilder svg, PageContent page)
    {
        foreach (var shade in page.Shades)
        {
            var grey = (int)(Math.Clamp(shade.Luminance, 0, 1) * 255);
            Rectangle(svg, shade.Box, string.Create(CultureInfo.InvariantCulture, $" fill=\"rgb({grey},{grey},{grey})\""), "");
        }
    }

    /// <summary>One path for each thickness.</summary>
    private static void Rulings(StringBuilder svg, PageContent page)
    {
        foreach (var alike in page.Rulings.GroupBy(r => MathF.Round(Math.Max(0.2f, r.Thickness), 1)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path style=\"stroke-width:{alike.Key:0.#}\" d=\"");
            foreach (var ruling in alike)
            {
                _ = ruling.Direction == RulingDirection.Horizontal
                    ? svg.Append(CultureInfo.InvariantCulture, $"M{ruling.Start:0.#} {ruling.Position:0.#}H{ruling.End:0.#}")
                    : svg.Append(CultureInfo.InvariantCulture, $"M{ruling.Position:0.#} {ruling.Start:0.#}V{ruling.End:0.#}");
            }

            svg.Append("\"/>\n");
        }
    }

    private static void Captions(StringBuilder svg, int page, ParsedDocument document)
    {
        foreach (var table in document.Tables)
        {
            foreach (var line in table.Source.Caption.Concat(table.Source.Notes).Where(l => l.Area.Page == page))
            {
                Rectangle(svg, line.Area.Box, "", string.Create(CultureInfo.InvariantCulture, $"table {table.Ordinal}: {line.Text}"));
            }
        }
    }

    private static void Cells(StringBuilder svg, int page, ImmutableArray<BudgetTable> own, Func<int, int, int, bool> hides)
    {
        foreach (var table in own)
        {
            var columns = table.Columns.ToLookup(c => c.Index);
            foreach (var cell in table.Source.Cells.Where(c => c.Area.Page == page))
            {
                var column = columns[cell.Column].FirstOrDefault();
                var text = hides(table.Ordinal, cell.Row, cell.Column) ? "" : cell.Text;
                var title = string.Create(CultureInfo.InvariantCulture,
                    $"table {table.Ordinal}, row {cell.Row}, column {cell.Column}{(column is null ? "" : $"\n{column.Path} [{column.Key ?? "?"}]")}\n{text}");
                Rectangle(svg, cell.Area.Box, cell.Untrusted ? " class=\"untrusted\"" : "", title);
                svg.Append(CultureInfo.InvariantCulture,
                    $"<text x=\"{cell.Area.Box.Left + 0.6:0.#}\" y=\"{cell.Area.Box.Top + 3.2:0.#}\">{cell.Row},{cell.Column}</text>\n");
            }
        }
    }

    private static void Header(StringBuilder svg, int page, ImmutableArray<BudgetTable> own)
    {
        foreach (var table in own)
        {
            foreach (var cell in table.Source.Cells.Where(c => c.Area.Page == page && c.Row < table.HeaderRows))
            {
                Rectangle(svg, cell.Area.Box, "", "");
            }
        }
    }

    /// <summary>What tables and their columns were taken for.</summary>
    private static void Types(StringBuilder svg, int page, ImmutableArray<BudgetTable> own)
    {
        foreach (var table in own)
        {
            var roles = table.Columns.ToLookup(c => c.Index, c => c.Role);
            var body = table.Source.Cells.Where(c => c.Area.Page == page).ToList();
            foreach (var cell in body.Where(c => c.Row >= table.HeaderRows))
            {
                if (roles[cell.Column].Any())
                {
                    var name = roles[cell.Column].First() is ColumnRole.Label or ColumnRole.Code ? "label" : "value";
                    Rectangle(svg, cell.Area.Box, $" class=\"{name}\"", "");
                }
            }

            if (body.Count > 0)
            {
                var box = body.Select(c => c.Area.Box).Aggregate((a, b) => a.Union(b));
                svg.Append(CultureInfo.InvariantCulture,
                    $"<text x=\"{box.Left:0.#}\" y=\"{box.Top - 1.5:0.#}\">{Xml.Escape(TableHeading.Of(table))}</text>\n");
            }
        }
    }

    /// <summary>The cells of other readings that would hold other texts.</summary>
    private static void Rivals(StringBuilder svg, int page, ImmutableArray<BudgetTable> own)
    {
        foreach (var rival in own.SelectMany(static t => t.Source.Rivals).Where(r => r.Page == page))
        {
            foreach (var cell in rival.Cells)
            {
                Rectangle(svg, cell, "", rival.Otherwise);
            }
        }
    }

    private static void Anomalies(StringBuilder svg, int page, ParsedDocument document, Func<int, int, int, bool> hides)
    {
        foreach (var anomaly in document.Anomalies.Where(a => a.Where.Area.Page == page && a.Where.Area.Box != default))
        {
            var box = anomaly.Where.Area.Box;
            var expected = anomaly.Expected.Length > 0 ? $", expected {anomaly.Expected}" : "";
            var told = !hides(anomaly.Where.Table, anomaly.Where.Row, anomaly.Where.Column);
            var title = told ? $"{anomaly.Code.Id}: {anomaly.Found}{expected}\n{anomaly.Message}" : anomaly.Code.Id;
            Rectangle(svg, box, $" class=\"{Words.Of(anomaly.Code.Severity)}\"", title);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{box.Left:0.#}\" y=\"{box.Bottom + 3.5:0.#}\">{Xml.Escape(anomaly.Code.Id)}</text>\n");
        }
    }
}
