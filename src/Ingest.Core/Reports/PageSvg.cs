using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>
/// A facsimile of one page as SVG, to see what the reader saw and what the pipeline made of it: glyphs at their places,
/// rulings, shades and images; over them the found cells with row and column, captions, kinds and anomalies. Each layer is
/// a group with a class of its own; titles (tooltips) tell the rest.
/// </summary>
public static class PageSvg
{
    private const string Style = """
        .paper { fill: #fff; stroke: #bbb }
        .images rect { fill: #e8e8f4; stroke: #99c; stroke-dasharray: 4 2 }
        .shades rect { fill-opacity: .5 }
        .rulings line { stroke: #357 }
        .cells rect { fill: #2a7; fill-opacity: .10; stroke: #2a7; stroke-width: .4 }
        .cells .header { fill: #46f; stroke: #46f }
        .cells .label { fill: #a70; stroke: #a70 }
        .cells .untrusted { fill: #f60; fill-opacity: .3 }
        .cells text { font: 3.2px sans-serif; fill: #283 }
        .captions rect { fill: #fc0; fill-opacity: .18 }
        .tables text { font: bold 5px sans-serif; fill: #c09 }
        .glyphs text { font-family: 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif }
        .glyphs .bold { font-weight: bold }
        .glyphs .invisible { fill: #c4c; fill-opacity: .5 }
        .glyphs .untrusted { fill: #e60 }
        .anomalies rect { fill: #f00; fill-opacity: .12; stroke: #d00; stroke-width: 1 }
        .anomalies .note { fill: #08f; stroke: #08f; stroke-width: .5 }
        .anomalies text { font: 4px sans-serif; fill: #d00 }

        """;

    /// <param name="document">Of which <paramref name="page"/> is a page; the whole of it, so that kinds and ordinals are right.</param>
    public static string Write(PageContent page, ParsedDocument document)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{page.Width:0.##}pt\" height=\"{page.Height:0.##}pt\" viewBox=\"0 0 {page.Width:0.##} {page.Height:0.##}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Xml.Escape(document.Source.Name)}, page {page.Number}</title>\n");
        svg.Append("<style>\n").Append(Style).Append("</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"paper\" width=\"{page.Width:0.##}\" height=\"{page.Height:0.##}\"/>\n");
        Layer(svg, "images", () => page.Images.ToList().ForEach(i => Rectangle(svg, i, "", "image")));
        Layer(svg, "shades", () => Shades(svg, page));
        Layer(svg, "rulings", () => Rulings(svg, page));
        Layer(svg, "captions", () => Captions(svg, page.Number, document));
        Layer(svg, "cells", () => Cells(svg, page.Number, document));
        Layer(svg, "glyphs", () => Glyphs(svg, page));
        Layer(svg, "tables", () => Tables(svg, page.Number, document));
        Layer(svg, "anomalies", () => Anomalies(svg, page.Number, document));
        return svg.Append("</svg>\n").ToString();
    }

    private static void Layer(StringBuilder svg, string name, Action draw)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{name}\">\n");
        draw();
        svg.Append("</g>\n");
    }

    private static void Shades(StringBuilder svg, PageContent page)
    {
        foreach (var shade in page.Shades)
        {
            var grey = (int)(Math.Clamp(shade.Luminance, 0, 1) * 255);
            Rectangle(svg, shade.Box, string.Create(CultureInfo.InvariantCulture, $" fill=\"rgb({grey},{grey},{grey})\""), "shade");
        }
    }

    private static void Rulings(StringBuilder svg, PageContent page)
    {
        foreach (var ruling in page.Rulings)
        {
            var (x0, y0, x1, y1) = ruling.Direction == RulingDirection.Horizontal
                ? (ruling.Start, ruling.Position, ruling.End, ruling.Position)
                : (ruling.Position, ruling.Start, ruling.Position, ruling.End);
            svg.Append(CultureInfo.InvariantCulture,
                $"<line x1=\"{x0:0.##}\" y1=\"{y0:0.##}\" x2=\"{x1:0.##}\" y2=\"{y1:0.##}\" stroke-width=\"{Math.Max(0.2f, ruling.Thickness):0.##}\"/>\n");
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

    private static void Cells(StringBuilder svg, int page, ParsedDocument document)
    {
        foreach (var table in document.Tables)
        {
            var roles = table.Columns.ToLookup(c => c.Index);
            foreach (var cell in table.Source.Cells.Where(c => c.Area.Page == page))
            {
                var column = roles[cell.Column].FirstOrDefault();
                var kind = cell.Untrusted ? "untrusted"
                    : cell.Row < table.HeaderRows ? "header"
                    : column?.Role is ColumnRole.Label or ColumnRole.Code ? "label" : "value";
                var title = string.Create(CultureInfo.InvariantCulture,
                    $"table {table.Ordinal}, row {cell.Row}, column {cell.Column}{(column is null ? "" : $"\n{column.Path} [{column.Key ?? "?"}]")}\n{cell.Text}");
                Rectangle(svg, cell.Area.Box, $" class=\"{kind}\"", title);
                svg.Append(CultureInfo.InvariantCulture,
                    $"<text x=\"{cell.Area.Box.Left + 0.6:0.##}\" y=\"{cell.Area.Box.Top + 3.2:0.##}\">{cell.Row},{cell.Column}</text>\n");
            }
        }
    }

    private static void Glyphs(StringBuilder svg, PageContent page)
    {
        foreach (var glyph in page.Glyphs)
        {
            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                continue;
            }

            var box = glyph.Box;
            var (x, y, turn, advance) = glyph.Rotation switch
            {
                TextRotation.Clockwise => (glyph.Baseline, box.Top, 90, box.Height),
                TextRotation.Counterclockwise => (glyph.Baseline, box.Bottom, -90, box.Height),
                TextRotation.UpsideDown => (box.Right, glyph.Baseline, 180, box.Width),
                _ => (box.Left, (double)glyph.Baseline, 0, box.Width),
            };
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{glyph.PointSize:0.##}\"");
            if (advance > 0.01)
            {
                svg.Append(CultureInfo.InvariantCulture, $" textLength=\"{advance:0.##}\" lengthAdjust=\"spacingAndGlyphs\"");
            }

            if (turn != 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $" transform=\"rotate({turn} {x:0.##} {y:0.##})\"");
            }

            svg.Append(Class(glyph.Flags)).Append('>').Append(Xml.Escape(glyph.Text)).Append("</text>\n");
        }
    }

    private static string Class(GlyphFlags flags)
    {
        var names = new List<string>(3);
        if (flags.HasFlag(GlyphFlags.Bold))
        {
            names.Add("bold");
        }

        if (flags.HasFlag(GlyphFlags.Invisible))
        {
            names.Add("invisible");
        }

        if (flags.HasFlag(GlyphFlags.Untrusted))
        {
            names.Add("untrusted");
        }

        return names.Count == 0 ? "" : $" class=\"{string.Join(' ', names)}\"";
    }

    private static void Tables(StringBuilder svg, int page, ParsedDocument document)
    {
        foreach (var table in document.Tables)
        {
            var cells = table.Source.Cells.Where(c => c.Area.Page == page).Select(c => c.Area.Box).ToList();
            if (cells.Count > 0)
            {
                var box = cells.Aggregate((a, b) => a.Union(b));
                svg.Append(CultureInfo.InvariantCulture,
                    $"<text x=\"{box.Left:0.##}\" y=\"{box.Top - 1.5:0.##}\">{Xml.Escape(TableHeading.Of(table))}</text>\n");
            }
        }
    }

    private static void Anomalies(StringBuilder svg, int page, ParsedDocument document)
    {
        foreach (var anomaly in document.Anomalies.Where(a => a.Where.Area.Page == page))
        {
            var box = anomaly.Where.Area.Box;
            var expected = anomaly.Expected.Length > 0 ? $", expected {anomaly.Expected}" : "";
            var title = $"{anomaly.Code.Id}: {anomaly.Found}{expected}\n{anomaly.Message}";
            Rectangle(svg, box, $" class=\"{Words.Of(anomaly.Code.Severity)}\"", title);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{box.Left:0.##}\" y=\"{box.Bottom + 3.5:0.##}\">{Xml.Escape(anomaly.Code.Id)}</text>\n");
        }
    }

    private static void Rectangle(StringBuilder svg, Box box, string attributes, string title) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{box.Left:0.##}\" y=\"{box.Top:0.##}\" width=\"{Math.Max(0, box.Width):0.##}\" height=\"{Math.Max(0, box.Height):0.##}\"{attributes}><title>{Xml.Escape(title)}</title></rect>\n");
}
