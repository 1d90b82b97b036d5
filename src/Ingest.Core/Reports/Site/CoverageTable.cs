using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports.Site;

/// <summary>How many documents there are of each city and year, as a heat map that is a table.</summary>
internal static class CoverageTable
{
    public static void Write(StringBuilder html, SiteTotals totals)
    {
        var years = totals.Coverage.Keys.Select(k => k.Year).Distinct().Order().ToList();
        var most = totals.Coverage.Count == 0 ? 1 : totals.Coverage.Values.Max(c => c.Documents);
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"coverage\">\n<h2 id=\"coverage\">{Phrases.Coverage.Html}</h2>\n<p class=\"note\">{Phrases.CoverageNote.Html}</p>\n<div class=\"scroll\" role=\"group\" aria-labelledby=\"coverage\" tabindex=\"0\"><table class=\"list coverage\"><caption class=\"hidden\">{Phrases.Coverage.Html}</caption>\n<thead><tr><th scope=\"col\">{Phrases.City.Html}</th>");
        foreach (var year in years)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"n\">{(year == 0 ? Phrases.Unknown.Html : year)}</th>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"n\">{Phrases.Total.Html}</th></tr></thead>\n<tbody>\n");
        foreach (var city in totals.Coverage.GroupBy(c => c.Key.City, StringComparer.Ordinal))
        {
            var counts = city.ToDictionary(c => c.Key.Year, c => c.Value);
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{(city.Key.Length == 0 ? Phrases.Unknown.Html : totals.HasPage(city.Key) ? $"<a href=\"{CityPage.FileOf(city.Key)}\">{Xml.Escape(Regions.ShortName(city.Key))}</a>" : Xml.Escape(Regions.ShortName(city.Key)))}</th>");
            foreach (var year in years)
            {
                html.Append(Cell(city.Key, year, counts.GetValueOrDefault(year), most));
            }

            html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{SitePage.Number(counts.Values.Sum(c => c.Documents))}</td></tr>\n");
        }

        OverviewPage.End(html);
    }

    private static string Cell(string city, int year, (int Documents, int Lossy) cell, int most)
    {
        if (cell.Documents == 0)
        {
            return "<td class=\"n none\">·</td>";
        }

        // Four tints, light enough for black text.
        var tint = 1 + (int)Math.Min(3, 4 * Math.Log(cell.Documents + 1) / Math.Log(most + 2));
        var text = SitePage.Number(cell.Documents) + (cell.Lossy > 0 ? "<b class=\"lossy\">!</b>" : "");
        var filter = string.Create(CultureInfo.InvariantCulture, $"region={city}&amp;year={year}");
        return string.Create(CultureInfo.InvariantCulture,
            $"<td class=\"n tint{tint}\">{(city.Length == 0 || year == 0 ? text : $"<a href=\"documents-1.html#{filter}\">{text}</a>")}</td>");
    }
}
