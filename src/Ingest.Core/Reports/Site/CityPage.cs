using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports.Site;

/// <summary>The page of a city: its bodies against the years, and how complete what they published is.</summary>
public static class CityPage
{
    public static string FileOf(string city) => $"c/{city}.html";

    /// <summary>The city that a division lies in or is.</summary>
    public static string CityOf(string region) => Regions.CityOf(region);

    /// <param name="city">Six digits.</param>
    /// <param name="bodies">Those that lie in it.</param>
    public static SiteFile Write(string city, IReadOnlyList<SiteBody> bodies, IReadOnlyList<CityYear> years)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        ArgumentNullException.ThrowIfNull(years);
        var html = new StringBuilder();
        var name = Regions.ShortName(city);
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Xml.Escape(name)}</h1>\n<p class=\"lead\">{SitePage.Number(bodies.Count)} {Phrases.Bodies.Html} · <a href=\"../documents-1.html#region={city}\">{SitePage.Number(bodies.Sum(b => b.Documents.Length))} {Phrases.Documents.Html}</a></p>\n");
        Matrix(html, bodies);
        Completeness(html, years);
        return new SiteFile(FileOf(city), SitePage.Write(name, "../", "", html.ToString()));
    }

    private static void Matrix(StringBuilder html, IReadOnlyList<SiteBody> bodies)
    {
        var columns = bodies.SelectMany(b => b.Documents).Select(d => d.Year ?? 0).Distinct().Order().ToList();
        OverviewPage.Begin(html, "matrix", Phrases.Matrix, [Phrases.Entity, Phrases.Function, .. columns.Select(c => c == 0 ? Phrases.Unknown.Figures : new Phrase(Year(c), Year(c)).Figures)], Phrases.MatrixNote);
        foreach (var body in bodies.OrderBy(b => b.Function.Length == 0).ThenBy(b => b.Function, StringComparer.Ordinal).ThenBy(b => b.Region, StringComparer.Ordinal).ThenBy(b => b.Name, StringComparer.Ordinal))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"../{SiteBody.FileOf(body.Id)}\">{Xml.Escape(body.Name)}</a></th><td>{body.FunctionName.Html}</td>");
            foreach (var year in columns)
            {
                html.Append("<td class=\"n marks\">").AppendJoin(' ', body.Documents.Where(d => (d.Year ?? 0) == year).Select(Cell)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        OverviewPage.End(html);
    }

    private static string Cell(BodyDocument document)
    {
        var sign = document.State switch { "clean" => "✓", "doubt" => "?", _ => "✕" };
        return $"<a class=\"mark {document.State}-mark\" href=\"../{DocumentPages.Folder(document.Key)}/index.html\" title=\"{Xml.Escape(document.Name)} · {ListPages.StateOf(document.State).Plain}\">{Phrases.OfPhase(document.Phase).Html} {sign}</a>";
    }

    private static void Completeness(StringBuilder html, IReadOnlyList<CityYear> years)
    {
        if (years.Count == 0)
        {
            return;
        }

        OverviewPage.Begin(html, "complete", Phrases.Completeness, [Phrases.Year.Figures, Phrases.Phase, Phrases.TablesExpected.Figures, Phrases.TablesFound.Figures, Phrases.TablesBalanced.Figures, new Phrase("", "")], Phrases.CompletenessNote);
        foreach (var year in years)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{year.Year}</td><th scope=\"row\">{Phrases.OfPhase(year.Phase).Html}</th><td class=\"n\">{SitePage.Number(year.Expected)}</td><td class=\"n\">{SitePage.Percent(year.Found, year.Expected)}</td><td class=\"n\">{SitePage.Percent(year.Balanced, year.Expected)}</td><td>{SitePage.Bar(("verified", year.Balanced), ("doubtful", year.Found - year.Balanced), ("rest", year.Expected - year.Found))}</td></tr>\n");
        }

        OverviewPage.End(html);
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
