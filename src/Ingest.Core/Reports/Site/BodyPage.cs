using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports.Site;

/// <summary>The page of a body: its names, its documents, what it spends over the years.</summary>
public static class BodyPage
{
    public static SiteFile Write(SiteBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Xml.Escape(body.Name)}</h1>\n<p class=\"lead\">{(body.City.Length == 0 ? "" : $"<a href=\"../{CityPage.FileOf(body.City)}\">{Xml.Escape(Regions.ShortName(body.Region))}</a> · ")}{body.FunctionName.Html}</p>\n");
        if (body.Names.Length > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Phrases.Names.Html}: {string.Join("; ", body.Names.Select(n => $"{Xml.Escape(n.Name)} {n.Years}"))}</p>\n");
        }

        Spending(html, body);
        Documents(html, body);
        return new SiteFile(SiteBody.FileOf(body.Id), SitePage.Write(body.Name, "../", "", html.ToString()));
    }

    private static void Spending(StringBuilder html, SiteBody body)
    {
        if (body.Amounts.IsEmpty)
        {
            return;
        }

        var columns = body.Amounts.GroupBy(a => (a.Year, a.Phase)).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Phase, StringComparer.Ordinal).ToList();
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"spending\">\n<h2 id=\"spending\">{Phrases.Spending.Html}</h2>\n<p class=\"note\">{Phrases.SpendingNote.Html}</p>\n");
        SeriesPlot.Write(html, "spending", columns.ToDictionary(c => c.Key, c => c.Sum(a => a.Fen)));
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"group\" aria-labelledby=\"spending\" tabindex=\"0\"><table class=\"list series\"><caption class=\"hidden\">{Phrases.Spending.Html}</caption>\n<thead><tr><th scope=\"col\">{Phrases.Class.Html}</th>");
        foreach (var column in columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"n\">{column.Key.Year} {Phrases.OfPhase(column.Key.Phase).Html}{(column.First().Whole ? "" : "*")}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in body.Amounts.GroupBy(a => a.Class, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var name = row.Key.Length == 0 ? Phrases.Unknown.Html : $"{row.Key} {Xml.Escape(row.OrderByDescending(a => a.Year).First().ClassName)}";
            Row(name, columns.Select(c => row.Where(a => (a.Year, a.Phase) == c.Key).Select(a => (long?)a.Fen).FirstOrDefault()));
        }

        html.Append("</tbody><tfoot>\n");
        Row(Phrases.Total.Html, columns.Select(c => (long?)c.Sum(a => a.Fen)));
        if (columns.Exists(c => c.Any(a => a.GapFen is not (0 or null))))
        {
            Row(Phrases.Gap.Html, columns.Select(c => c.Select(a => a.GapFen).FirstOrDefault(g => g is not (0 or null))));
        }

        html.Append("</tfoot></table></div>\n</section>\n");

        void Row(string name, IEnumerable<long?> values)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th>");
            foreach (var value in values)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{(value is { } fen ? Money.Grouped(Money.Yuan(fen)) : "")}</td>");
            }

            html.Append("</tr>\n");
        }
    }

    private static void Documents(StringBuilder html, SiteBody body)
    {
        OverviewPage.Begin(html, "documents", Phrases.Documents, [Phrases.Year.Figures, Phrases.Phase, Phrases.Scope, Phrases.State, Phrases.Facts.Figures, Phrases.VerifiedShort.Figures, Phrases.Document]);
        foreach (var d in body.Documents)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{d.Year}</td><td>{Phrases.OfPhase(d.Phase).Html}</td><td>{Phrases.OfScope(d.Scope).Html}</td><td>{ListPages.StateOf(d.State).Html}</td><td class=\"n\">{SitePage.Number(d.Facts)}</td><td class=\"n\">{SitePage.Percent(d.Verified, d.Facts)}</td><th scope=\"row\" class=\"file\"><a href=\"../{DocumentPages.Folder(d.Key)}/index.html\">{Xml.Escape(d.Name)}</a></th></tr>\n");
        }

        OverviewPage.End(html);
    }
}
