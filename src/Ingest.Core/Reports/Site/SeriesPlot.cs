using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports.Site;

/// <summary>Amounts over years as lines, one for budgets and one for final accounts; the table beneath says the same in figures.</summary>
internal static class SeriesPlot
{
    private const int Width = 560, Height = 180, Left = 70, Top = 16, Right = 20;
    private const decimal FenOfWan = 1_000_000;

    public static void Write(StringBuilder html, string labelledBy, IReadOnlyDictionary<(int Year, string Phase), long> totals)
    {
        var years = totals.Keys.Select(k => k.Year).Distinct().Order().ToList();
        var most = totals.Values.Max();
        if (most <= 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<figure>\n<svg class=\"plot\" viewBox=\"0 0 {Width} {Height + Top + 30}\" style=\"max-width:{Width}px\" role=\"img\" aria-labelledby=\"{labelledBy}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{Left} {Top}V{Height + Top}H{Width - Right}\"/>\n");
        Tick(html, Left - 6, Height + Top + 4, "0", "end");
        Tick(html, Left - 6, Top + 4, Wan(most), "end");
        foreach (var year in years)
        {
            Tick(html, X(year, years), Height + Top + 18, year.ToString(CultureInfo.InvariantCulture), "middle");
        }

        foreach (var phase in (string[])["budget", "final"])
        {
            var points = years.Where(y => totals.ContainsKey((y, phase))).Select(y => (Year: y, X: X(y, years), Y: Y(totals[(y, phase)], most), Fen: totals[(y, phase)])).ToList();
            // A year that is missing is a gap, not a straight line over it.
            foreach (var (a, b) in points.Zip(points.Skip(1)).Where(p => p.Second.Year == p.First.Year + 1))
            {
                html.Append(CultureInfo.InvariantCulture, $"<path class=\"line {phase}\" d=\"M{a.X:0.#} {a.Y:0.#}L{b.X:0.#} {b.Y:0.#}\"/>\n");
            }

            foreach (var point in points)
            {
                html.Append(CultureInfo.InvariantCulture, $"<circle class=\"point {phase}\" cx=\"{point.X:0.#}\" cy=\"{point.Y:0.#}\" r=\"4\"><title>{point.Year} {Phrases.OfPhase(phase).Plain}: {Wan(point.Fen)} 万元</title></circle>\n");
            }
        }

        html.Append(CultureInfo.InvariantCulture, $"</svg>\n<figcaption><span class=\"key budget-key\">{Phrases.OfPhase("budget").Html}</span> <span class=\"key final-key\">{Phrases.OfPhase("final").Html}</span> 万元</figcaption>\n</figure>\n");
    }

    /// <summary>万元, whole.</summary>
    public static string Wan(long fen) => Math.Round(fen / FenOfWan, 0, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.InvariantCulture);

    private static double X(int year, List<int> years) => years.Count == 1
        ? Left + ((Width - Left - Right) / 2.0)
        : Left + 24 + ((double)(Width - Left - Right - 48) * (year - years[0]) / (years[^1] - years[0]));

    private static double Y(long fen, long most) => Top + Height - ((double)Height * Math.Max(0, fen) / most);

    private static void Tick(StringBuilder html, double x, double y, string text, string anchor) =>
        html.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{text}</text>\n");
}
