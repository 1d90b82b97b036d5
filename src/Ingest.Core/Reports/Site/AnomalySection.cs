using System.Globalization;
using System.Text;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>One anomaly on a document's page: what, where, the crop, and the failed identities written out.</summary>
internal static class AnomalySection
{
    /// <summary>Pages of one anomaly that are drawn.</summary>
    private const int MostCrops = 3;

    /// <summary>Identities written out in full.</summary>
    private const int MostIdentities = 4;

    /// <param name="number">Counted from 1 in the order of the document's anomalies: its anchor.</param>
    /// <param name="tableFile">The file that shows a table.</param>
    public static string Write(SiteDocument site, Anomaly anomaly, int number, ILookup<(int, int, int), Check> failed, Func<int, string> tableFile)
    {
        var where = anomaly.Where;
        var hidden = where.Table > 0 && site.Hides(where.Table, where.Row, where.Column);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"anomaly {Words.Of(anomaly.Code.Severity)}\" id=\"a{number}\" aria-labelledby=\"h{number}\">\n");
        html.Append(CultureInfo.InvariantCulture,
            $"<h3 id=\"h{number}\">{Badge(anomaly.Code.Severity)} <code>{Xml.Escape(anomaly.Code.Id)}</code> {Phrases.Of(anomaly.Code).Html}</h3>\n");
        html.Append("<dl class=\"facts\">\n");
        Item(html, Phrases.Where, Place(site, anomaly, tableFile));
        if (!hidden)
        {
            Item(html, Phrases.Row, Folded.Html(anomaly.Label));
            Item(html, Phrases.Column, Folded.Html(anomaly.ColumnPath));
            Item(html, Phrases.Found, anomaly.Found.Length == 0 ? "" : $"<strong class=\"found\">{Folded.Html(anomaly.Found)}</strong>");
            Item(html, Phrases.Expected, anomaly.Expected.Length == 0 ? "" : $"<strong class=\"expected\">{Folded.Html(anomaly.Expected)}</strong>");
        }

        Item(html, Phrases.OriginWord, anomaly.Origin == Origin.Unknown ? "" : Phrases.Of(anomaly.Origin).Html);
        html.Append("</dl>\n");
        if (!hidden && anomaly.Message.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"message\">{Phrases.MessageOf(anomaly).Html}</p>\n");
        }

        // The identities whose failure is what the anomaly says come first.
        var checks = failed[(where.Table, where.Row, where.Column)]
            .OrderByDescending(c => IdentityCatalog.All.TryGetValue(c.Identity, out var i) && i.Failure == anomaly.Code)
            .ThenByDescending(c => c.TableOrdinal == where.Table).ToList();
        Crops(html, site, anomaly, checks.Take(MostIdentities), hidden);
        Identities(html, site, checks);
        return html.Append("</article>\n").ToString();
    }

    public static string Badge(Severity severity)
    {
        var sign = severity switch { Severity.Lost => "✕", Severity.Doubt => "?", _ => "i" };
        return $"<span class=\"badge {Words.Of(severity)}\"><span aria-hidden=\"true\">{sign}</span> {Phrases.Of(severity).Html}</span>";
    }

    private static void Item(StringBuilder html, Phrase name, string value) =>
        html.Append(value.Length == 0 ? "" : $"<div><dt>{name.Html}</dt><dd>{value}</dd></div>\n");

    private static string Place(SiteDocument site, Anomaly anomaly, Func<int, string> tableFile)
    {
        var where = anomaly.Where;
        var parts = new List<string>();
        if (where.Area.Page > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Phrases.PageWord.Html} {where.Area.Page}"));
        }

        if (site.Table(where.Table) is { } table)
        {
            var cell = where.Row >= 0 && where.Column >= 0 ? string.Create(CultureInfo.InvariantCulture, $"r{where.Row}c{where.Column}") : "";
            parts.Add($"<a href=\"{tableFile(table.Ordinal)}#t{table.Ordinal.ToString(CultureInfo.InvariantCulture)}{cell}\">{Xml.Escape(Heading(table))} {cell}</a>");
        }

        if (where.Table > 0 && where.Row >= 0 && where.Column >= 0)
        {
            parts.Add($"<code class=\"id\">{site.FactId(where)}</code>");
        }

        return string.Join(" · ", parts);
    }

    private static string Heading(BudgetTable table) => string.Create(CultureInfo.InvariantCulture, $"#{table.Ordinal} {table.Title ?? ""}");

    private static void Crops(StringBuilder html, SiteDocument site, Anomaly anomaly, IEnumerable<Check> checks, bool hidden)
    {
        if (anomaly.Where.Area.Page == 0 || anomaly.Where.Area.Box == default)
        {
            return;
        }

        var title = anomaly.Expected.Length > 0 && !hidden ? $"{anomaly.Found} → {anomaly.Expected}" : anomaly.Code.Id;
        var marks = new List<Marked> { new(anomaly.Where.Area, Mark.Suspect, title) };
        foreach (var cell in checks.SelectMany(c => c.Cells).Distinct())
        {
            if (site.CellAt(cell) is { } found && (cell.Table, cell.Row, cell.Column) != (anomaly.Where.Table, anomaly.Where.Row, anomaly.Where.Column))
            {
                marks.Add(new Marked(found.Area, Mark.Part, site.FactAt(cell) is { } fact ? fact.Line.Label + " · " + fact.Column.Path : ""));
            }
        }

        foreach (var page in marks.Select(m => m.Area.Page).Distinct().Take(MostCrops))
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"{Phrases.PageWord.Plain} {page}: {title}");
            var crop = Facsimile.Crop(site, page, marks, label);
            if (crop.Length > 0)
            {
                Figure(html, site, page, crop, marks.Where(m => m.Area.Page == page));
            }
        }
    }

    private static void Figure(StringBuilder html, SiteDocument site, int page, string crop, IEnumerable<Marked> marks)
    {
        var drawn = site.Pages.ContainsKey(page);
        html.Append(CultureInfo.InvariantCulture, $"<figure>\n<div class=\"frame\" role=\"group\" aria-label=\"{Phrases.PageWord.Plain} {page}\" tabindex=\"0\">{crop}</div>").Append(CultureInfo.InvariantCulture, $"<figcaption>{Phrases.PageWord.Html} {page} · ");
        foreach (var mark in marks.Select(m => m.Mark).Distinct().OrderDescending())
        {
            html.Append(mark == Mark.Suspect
                ? $"<span class=\"key suspect-key\">{Phrases.LegendSuspect.Html}</span> "
                : $"<span class=\"key part-key\">{Phrases.LegendPart.Html}</span> ");
        }

        html.Append(drawn
            ? string.Create(CultureInfo.InvariantCulture, $"· {Phrases.CutOut.Html} · <a href=\"page-{page}.svg\">{Phrases.WholePage.Html}</a>")
            : $"<strong class=\"fallback\">{WhyNotDrawn(site, page).Html}</strong>");
        html.Append("</figcaption>\n</figure>\n");
    }

    private static Phrase WhyNotDrawn(SiteDocument site, int page) => site.Unread.TryGetValue(page, out var unread)
        ? new($"{Phrases.PageUnread.English} {Phrases.MessageOf(unread).English}", $"{Phrases.PageUnread.Chinese}{Phrases.MessageOf(unread).Chinese}")
        : Phrases.DrawnFromCells;

    private static void Identities(StringBuilder html, SiteDocument site, List<Check> checks)
    {
        foreach (var check in checks.Take(MostIdentities))
        {
            html.Append(IdentityTable.Write(WrittenIdentity.Of(check, site.FactAt)));
        }

        if (checks.Count > MostIdentities)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{Phrases.AlsoFailing.Html}: {checks.Count - MostIdentities}</summary><ul>\n");
            foreach (var check in checks.Skip(MostIdentities).Take(20))
            {
                html.Append(CultureInfo.InvariantCulture,
                    $"<li><code>{Xml.Escape(check.Identity)}</code> {Xml.Escape(check.ColumnPath)}: {Money.Grouped(check.Left)} ≠ {Money.Grouped(check.Right)}</li>\n");
            }

            html.Append("</ul></details>\n");
        }
    }
}
