using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>The pages of one document: what it is, its anomalies with crops and identities, its tables, its doubted pages.</summary>
public static class DocumentPages
{
    private const int AnomaliesOfFile = 40;

    /// <summary>The folder of a document, below the report's.</summary>
    public static string Folder(string key) => "d/" + key;

    /// <summary>The file of an anomaly within its document's folder; anomalies count from 1.</summary>
    public static string AnomalyFile(int number) => number <= AnomaliesOfFile
        ? "index.html"
        : string.Create(CultureInfo.InvariantCulture, $"anomalies-{(number + AnomaliesOfFile - 1) / AnomaliesOfFile}.html");

    public static IEnumerable<SiteFile> Write(SiteDocument site)
    {
        var folder = Folder(site.Key);
        var tables = new TablePages(site, AnomalyFile);
        var failed = site.Document.Checks.Where(c => c.Result == CheckResult.Fail)
            .SelectMany(c => c.Cells.Distinct().Select(w => (w, c))).ToLookup(c => (c.w.Table, c.w.Row, c.w.Column), c => c.c);
        var parts = Math.Max(1, (site.Document.Anomalies.Length + AnomaliesOfFile - 1) / AnomaliesOfFile);
        for (var part = 1; part <= parts; part++)
        {
            var html = new StringBuilder();
            Head(html, site, part);
            html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"anomalies\">\n<h2 id=\"anomalies\">{Phrases.Anomalies.Html} <span class=\"count\">{site.Document.Anomalies.Length}</span></h2>\n");
            var links = SitePage.Parts(part, parts, p => AnomalyFile(((p - 1) * AnomaliesOfFile) + 1));
            html.Append(links);
            for (var i = (part - 1) * AnomaliesOfFile; i < Math.Min(part * AnomaliesOfFile, site.Document.Anomalies.Length); i++)
            {
                html.Append(AnomalySection.Write(site, site.Document.Anomalies[i], i + 1, failed, tables.FileOf));
            }

            html.Append(site.Document.Anomalies.IsEmpty ? $"<p>{Phrases.NoAnomalies.Html}</p>\n" : links).Append("</section>\n");
            if (part == 1)
            {
                TableList(html, site, tables);
            }

            yield return new SiteFile($"{folder}/{AnomalyFile(((part - 1) * AnomaliesOfFile) + 1)}", SitePage.Write(site.Name, "../../", "", html.ToString()));
        }

        foreach (var file in tables.Write(folder))
        {
            yield return file;
        }

        foreach (var number in site.Pages.Keys.Order())
        {
            var page = site.PageToDraw(number)!;
            yield return new SiteFile(
                string.Create(CultureInfo.InvariantCulture, $"{folder}/page-{number}.svg"),
                PageSvg.Write(page, site.Document, PageLayers.Report, site.Hides));
        }

        foreach (var (number, strips) in site.Pictures.OrderBy(static p => p.Key))
        {
            for (var s = 0; s < strips.Length; s++)
            {
                yield return new SiteFile($"{folder}/{SiteDocument.PictureFile(number, s + 1)}", "") { Bytes = strips[s].Png };
            }
        }
    }

    private static void Head(StringBuilder html, SiteDocument site, int part)
    {
        var document = site.Document;
        var identity = document.Identity;
        var body = identity.Entity.Length > 0 ? identity.Entity : site.Name;
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Xml.Escape(body)}{(identity.FiscalYear is { } year ? " " + year.ToString(CultureInfo.InvariantCulture) : "")}{(identity.Phase.Length > 0 ? " " + Phrases.OfPhase(identity.Phase).Html : "")}</h1>\n");
        if (part > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"back\"><a href=\"index.html\">← {Phrases.BackToDocument.Html}</a></p>\n");
            return;
        }

        var counts = DocumentCounts.Of(document);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"lead\">{Place(site)}<span class=\"file\">{Xml.Escape(site.Name)}</span></p>\n");
        html.Append("<dl class=\"numbers\">\n");
        Number(html, Phrases.Facts, counts.Facts, $"{SitePage.Percent(counts.Verified, counts.Facts)} {Phrases.VerifiedShort.Html} · {SitePage.Number(counts.Doubtful)} {Phrases.DoubtfulShort.Html}");
        Number(html, Phrases.Identities, counts.Passed + counts.NotPassed, $"{SitePage.Number(counts.Passed)} {Phrases.Hold.Html} · {SitePage.Number(counts.NotPassed)} {Phrases.Fail.Html} · {SitePage.Number(counts.Unverifiable)} {Phrases.Unverifiable.Html}");
        Number(html, Phrases.Anomalies, counts.Lost + counts.Doubts + counts.Notes, $"{counts.Lost} {Phrases.Of(Severity.Lost).Html} · {counts.Doubts} {Phrases.Of(Severity.Doubt).Html} · {counts.Notes} {Phrases.Of(Severity.Note).Html}");
        Number(html, Phrases.Tables, counts.Tables, $"{counts.TypedTables} {Phrases.Typed.Html} · {counts.Pages} {Phrases.Pages.Html}");
        html.Append("</dl>\n");
        About(html, site);
    }

    /// <summary>The ways to the body and the city that it belongs to.</summary>
    private static string Place(SiteDocument site)
    {
        var region = site.Document.Identity.RegionCode;
        var city = Regions.CityOf(region);
        return (city.Length == 0 ? "" : site.Body is null ? Xml.Escape(Regions.ShortName(region)) + " · " : $"<a href=\"../../{CityPage.FileOf(city)}\">{Xml.Escape(Regions.ShortName(region))}</a> · ")
            + (site.Body is { } body ? $"<a href=\"../../{SiteBody.FileOf(body)}\">{Phrases.AllOfBody.Html}</a> · " : "");
    }

    private static void Number(StringBuilder html, Phrase name, int number, string rest) =>
        html.Append(CultureInfo.InvariantCulture, $"<div><dt>{name.Html}</dt><dd><b>{SitePage.Number(number)}</b> <span>{rest}</span></dd></div>\n");

    private static void About(StringBuilder html, SiteDocument site)
    {
        var document = site.Document;
        html.Append(CultureInfo.InvariantCulture, $"<details class=\"about\"><summary>{Phrases.About.Html}</summary>\n<dl class=\"facts\">\n");
        Item(Phrases.Sha, $"<code>{document.Source.Sha256}</code>");
        Item(Phrases.Files, string.Join("<br>", site.Files.Select(Xml.Escape)));
        Item(Phrases.FetchedFrom, string.Join("<br>", site.Fetches.Select(Xml.Escape)));
        Item(Phrases.Region, Xml.Escape(Regions.Name(document.Identity.RegionCode)));
        Item(Phrases.Scope, Phrases.OfScope(document.Identity.Scope).Html);
        Item(Phrases.Producer, Xml.Escape(string.Join(" · ", new[] { document.Source.Creator, document.Source.Producer }.Where(p => p.Length > 0).Distinct(StringComparer.Ordinal))));
        Item(Phrases.Version, site.ParserVersion.ToString(CultureInfo.InvariantCulture));
        html.Append("</dl></details>\n");

        void Item(Phrase name, string value) => html.Append(value.Length == 0 ? "" : $"<div><dt>{name.Html}</dt><dd>{value}</dd></div>\n");
    }

    private static void TableList(StringBuilder html, SiteDocument site, TablePages tables)
    {
        if (site.Document.Tables.IsEmpty)
        {
            return;
        }

        var facts = site.Document.Facts.ToLookup(f => f.Where.Table);
        var anomalies = site.Document.Anomalies.ToLookup(a => a.Where.Table);
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"tables\">\n<h2 id=\"tables\">{Phrases.Tables.Html} <span class=\"count\">{site.Document.Tables.Length}</span></h2>\n<div class=\"scroll\" role=\"group\" aria-labelledby=\"tables\" tabindex=\"0\"><table class=\"list\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<caption class=\"hidden\">{Phrases.Tables.Html}</caption><thead><tr><th scope=\"col\">#</th><th scope=\"col\">{Phrases.Title.Html}</th><th scope=\"col\">{Phrases.Kind.Html}</th><th scope=\"col\">{Phrases.UnitWord.Html}</th><th scope=\"col\">{Phrases.PageWord.Html}</th><th scope=\"col\">{Phrases.Size.Html}</th><th scope=\"col\">{Phrases.StatusOfFacts.Html}</th><th scope=\"col\">{Phrases.Anomalies.Html}</th></tr></thead>\n<tbody>\n");
        foreach (var table in site.Document.Tables)
        {
            var own = facts[table.Ordinal].ToList();
            var verified = own.Count(f => f.Status == FactStatus.Verified);
            var doubtful = own.Count(f => f.Status == FactStatus.Doubtful);
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{table.Ordinal}</td><th scope=\"row\"><a href=\"{tables.FileOf(table.Ordinal)}#t{table.Ordinal}\">{(table.Title is null ? Phrases.NoTitle.Html : Xml.Escape(table.Title))}</a></th>");
            html.Append(CultureInfo.InvariantCulture, $"<td>{(table.Kind is null ? Phrases.Untyped.Html : Phrases.OfKind(table.Kind).Html)}</td><td>{Xml.Escape(table.Unit?.Label ?? "")}</td><td class=\"n\">{string.Join(", ", table.Source.Pages)}</td><td class=\"n\">{table.Source.Rows}×{table.Source.Columns}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td>{(own.Count == 0 ? "" : SitePage.Bar(("verified", verified), ("unverified", own.Count - verified - doubtful), ("doubtful", doubtful)))}<span class=\"small\">{verified}/{own.Count}{(doubtful > 0 ? string.Create(CultureInfo.InvariantCulture, $" · {doubtful} {Phrases.DoubtfulShort.Html}") : "")}</span></td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{(anomalies[table.Ordinal].Count() is var count and > 0 ? count : "")}</td></tr>\n");
        }

        html.Append("</tbody></table></div>\n</section>\n");
    }
}
