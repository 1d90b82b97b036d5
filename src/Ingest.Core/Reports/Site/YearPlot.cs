using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports.Site;

/// <summary>Documents of each fiscal year as stacked columns, by state.</summary>
internal static class YearPlot
{
    private const int Step = 44;
    private const int Height = 120;
    private const int Left = 36;

    private static readonly string[] States = ["clean", "doubt", "lost", "failed"];

    public static void Write(StringBuilder html, SiteTotals totals)
    {
        var years = totals.Years.Keys.Select(k => k.Year).Distinct().Order().ToList();
        var most = years.Count == 0 ? 1 : years.Max(y => States.Sum(s => totals.Years.GetValueOrDefault((y, s))));
        var width = Left + (years.Count * Step) + 8;
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"years\">\n<h2 id=\"years\">{Phrases.ByYear.Html}</h2>\n<figure>\n<svg class=\"plot\" viewBox=\"0 0 {width} {Height + 34}\" style=\"max-width:{width}px\" role=\"img\" aria-labelledby=\"years\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{Left} 10V{Height + 10}H{width}\"/>\n<text class=\"tick\" x=\"{Left - 5}\" y=\"{Height + 13}\" text-anchor=\"end\">0</text>\n<text class=\"tick\" x=\"{Left - 5}\" y=\"14\" text-anchor=\"end\">{SitePage.Number(most)}</text>\n");
        for (var i = 0; i < years.Count; i++)
        {
            var x = Left + (i * Step) + 8;
            double y = Height + 10;
            foreach (var state in States)
            {
                var count = totals.Years.GetValueOrDefault((years[i], state));
                var high = (double)Height * count / most;
                y -= high;
                html.Append(count == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
                    $"<rect class=\"{state}\" x=\"{x}\" y=\"{y:0.#}\" width=\"{Step - 14}\" height=\"{high:0.#}\"><title>{years[i]} {Xml.Escape(ListPages.StateOf(state).Plain)}: {count}</title></rect>\n"));
            }

            html.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{x + ((Step - 14) / 2)}\" y=\"{Height + 25}\" text-anchor=\"middle\">{(years[i] == 0 ? Phrases.Unknown.Svg : years[i])}</text>\n");
        }

        html.Append("</svg>\n<figcaption>");
        foreach (var state in States)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"key {state}-key\">{ListPages.StateOf(state).Html}</span> ");
        }

        html.Append("</figcaption>\n</figure>\n</section>\n");
    }
}
