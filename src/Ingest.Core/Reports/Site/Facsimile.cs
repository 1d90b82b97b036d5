using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>
/// A crop of a page as SVG: the glyphs and rulings that were read, with places highlighted. Where the page can no longer be
/// read, the stored cells are drawn instead. Where it is a picture, what is printed stands above what was read.
/// </summary>
internal static partial class Facsimile
{
    private const double Tear = 7, Between = 8;

    /// <param name="number">The page.</param>
    /// <param name="marks">All of them; those of other pages are left out.</param>
    /// <param name="isAlone">Whether it brings its pictures along: those of the report are files beside its own.</param>
    /// <returns>"" if nothing is marked on the page.</returns>
    public static string Crop(SiteDocument site, int number, IReadOnlyList<Marked> marks, string label, bool isAlone = false)
    {
        var page = site.PageToDraw(number);
        var own = marks.Where(m => m.Area.Page == number).OrderByDescending(m => m.Mark).ToList();
        var (width, height) = SizeOf(site, number, page);
        if (own.Count == 0 || width <= 0 || height <= 0)
        {
            return "";
        }

        var header = Header(site, number, own).ToList();
        var bands = CropBands.Of(height, header.Count == 0 ? CropBands.Text : CropBands.Cell, [own[0].Area.Box, .. header, .. own.Skip(1).Select(m => m.Area.Box)]);
        var strips = site.Pictures.GetValueOrDefault(number, []);
        bool IsPrinted(double top, double bottom) => strips.Any(s => s.Area.Intersects(new Box(0, top, width, bottom)));
        var total = bands.Sum(b => (b.Bottom - b.Top) * (IsPrinted(b.Top, b.Bottom) ? 2 : 1) + (IsPrinted(b.Top, b.Bottom) ? Between : 0)) + (Tear * (bands.Count - 1));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"crop\" viewBox=\"0 0 {width:0.#} {total:0.#}\" role=\"img\" aria-label=\"{Xml.Escape(label)}\">\n");
        var y = 0.0;
        foreach (var (top, bottom) in bands)
        {
            if (y > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tear\" x=\"{width / 2:0.#}\" y=\"{y - 1.5:0.#}\">⋯</text>\n");
            }

            var band = new Box(0, top, width, bottom);
            if (IsPrinted(top, bottom))
            {
                Open(svg, "printed", band, y);
                Printed(svg, strips, band, s => isAlone ? strips[s].Data : SiteDocument.PictureFile(number, s + 1));
                Highlights(svg, own, band, behind: false);
                svg.Append("</svg>\n");
                y += bottom - top + Between;
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tear\" x=\"{width / 2:0.#}\" y=\"{y - 1.5:0.#}\">{Xml.Escape(Phrases.PrintedAndRead)}</text>\n");
            }

            Open(svg, "read", band, y);
            Band(svg, site, number, page, own, band);
            svg.Append("</svg>\n");
            y += bottom - top + Tear;
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Open(StringBuilder svg, string name, Box band, double y) => svg.Append(CultureInfo.InvariantCulture,
        $"<svg class=\"{name}\" y=\"{y:0.#}\" width=\"{band.Width:0.#}\" height=\"{band.Height:0.#}\" viewBox=\"0 {band.Top:0.#} {band.Width:0.#} {band.Height:0.#}\"><rect class=\"paper\" y=\"{band.Top:0.#}\" width=\"{band.Width:0.#}\" height=\"{band.Height:0.#}\"/>\n");

    /// <summary>The strips of the picture; what of them lies outside of the band is cut off.</summary>
    private static void Printed(StringBuilder svg, ImmutableArray<PagePicture> strips, Box band, Func<int, string> address)
    {
        for (var s = 0; s < strips.Length; s++)
        {
            var area = strips[s].Area;
            if (area.Intersects(band))
            {
                svg.Append(CultureInfo.InvariantCulture,
                    $"<image href=\"{address(s)}\" x=\"{area.Left:0.##}\" y=\"{area.Top:0.##}\" width=\"{area.Width:0.##}\" height=\"{area.Height:0.##}\" preserveAspectRatio=\"none\"/>\n");
            }
        }
    }

    private static (double Width, double Height) SizeOf(SiteDocument site, int number, PageContent? page)
    {
        if (page is not null)
        {
            return (page.Width, page.Height);
        }

        var summary = site.Document.Pages.FirstOrDefault(p => p.Number == number);
        return summary is null ? default : (summary.Width, summary.Height);
    }

    /// <summary>The header rows of the tables that are marked, where they stand on this page.</summary>
    private static IEnumerable<Box> Header(SiteDocument site, int number, List<Marked> own)
    {
        foreach (var table in site.Document.Tables)
        {
            var cells = table.Source.Cells;
            if (table.HeaderRows == 0 || !cells.Any(c => c.Area.Page == number && own.Exists(m => m.Area.Box.Intersects(c.Area.Box))))
            {
                continue;
            }

            var header = cells.Where(c => c.Row < table.HeaderRows && c.Area.Page == number).Select(c => c.Area.Box).ToList();
            if (header.Count > 0)
            {
                yield return header.Aggregate((a, b) => a.Union(b));
            }
        }
    }

    private static void Band(StringBuilder svg, SiteDocument site, int number, PageContent? page, List<Marked> marks, Box band)
    {
        Highlights(svg, marks, band, behind: true);
        if (page is null)
        {
            StoredCells(svg, site, number, band);
        }
        else
        {
            Drawn(svg, page, band);
        }

        Highlights(svg, marks, band, behind: false);
    }

    /// <summary>The tint lies below the glyphs, the outline above them.</summary>
    private static void Highlights(StringBuilder svg, List<Marked> marks, Box band, bool behind)
    {
        foreach (var mark in marks.AsEnumerable().Reverse().Where(m => m.Area.Box.Intersects(band)))
        {
            var box = mark.Area.Box;
            var name = (mark.Mark == Mark.Suspect ? "suspect" : "part") + (behind ? "-tint" : "");
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"{name}\" x=\"{box.Left:0.#}\" y=\"{box.Top:0.#}\" width=\"{Math.Max(1, box.Width):0.#}\" height=\"{Math.Max(1, box.Height):0.#}\">");
            svg.Append(behind ? "" : $"<title>{Xml.Escape(mark.Title)}</title>").Append("</rect>\n");
        }
    }

    private static void Drawn(StringBuilder svg, PageContent page, Box band)
    {
        foreach (var shade in page.Shades.Where(s => s.Box.Intersects(band) && s.Luminance < 0.98f))
        {
            var grey = (int)(Math.Clamp(shade.Luminance, 0, 1) * 255);
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"shade\" x=\"{shade.Box.Left:0.#}\" y=\"{shade.Box.Top:0.#}\" width=\"{shade.Box.Width:0.#}\" height=\"{shade.Box.Height:0.#}\" fill=\"rgb({grey},{grey},{grey})\"/>\n");
        }

        var path = new StringBuilder();
        foreach (var ruling in page.Rulings)
        {
            var level = ruling.Direction == RulingDirection.Horizontal;
            var (from, to) = level ? (ruling.Position, ruling.Position) : (ruling.Start, ruling.End);
            if (to < band.Top || from > band.Bottom)
            {
                continue;
            }

            _ = level
                ? path.Append(CultureInfo.InvariantCulture, $"M{ruling.Start:0.#} {ruling.Position:0.#}H{ruling.End:0.#}")
                : path.Append(CultureInfo.InvariantCulture, $"M{ruling.Position:0.#} {Math.Max(ruling.Start, band.Top):0.#}V{Math.Min(ruling.End, band.Bottom):0.#}");
        }

        if (path.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"ruling\" d=\"{path}\"/>\n");
        }

        GlyphRuns.Append(svg, page.Glyphs.Where(g =>
            !g.Flags.HasFlag(GlyphFlags.Invisible) && g.Box.Bottom > band.Top && g.Box.Top < band.Bottom));
    }

    private static void StoredCells(StringBuilder svg, SiteDocument site, int number, Box band)
    {
        foreach (var table in site.Document.Tables)
        {
            foreach (var cell in table.Source.Cells.Where(c => c.Area.Page == number && c.Area.Box.Intersects(band)))
            {
                var box = cell.Area.Box;
                svg.Append(CultureInfo.InvariantCulture,
                    $"<rect class=\"stored\" x=\"{box.Left:0.#}\" y=\"{box.Top:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\"/>\n");
                if (cell.Text.Length == 0 || site.Hides(table.Ordinal, cell.Row, cell.Column) || site.Hides(cell.Text))
                {
                    continue;
                }

                var size = Math.Clamp(Math.Min(box.Height * 0.6, (box.Width - 2) * 2 / Math.Max(1, DisplayWidth.Of(cell.Text))), 1, 10);
                svg.Append(CultureInfo.InvariantCulture,
                    $"<text x=\"{box.Left + 1:0.#}\" y=\"{box.CenterY + (size * 0.35):0.#}\" font-size=\"{size:0.#}\">{Xml.Escape(cell.Text)}</text>\n");
            }
        }
    }
}
