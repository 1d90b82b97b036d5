using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>An identity written out as a table: each cell with its sign, then both sides, difference and tolerance.</summary>
internal static class IdentityTable
{
    private const int MostTerms = 40;

    public static string Write(WrittenIdentity written)
    {
        var check = written.Check;
        var fails = check.Result == CheckResult.Fail;
        var name = string.Create(CultureInfo.InvariantCulture,
            $"<code>{Xml.Escape(check.Identity)}</code> {Phrases.OfFormula(check.Identity).Html} <span class=\"{(fails ? "fails" : "holds")}\">{(fails ? Phrases.FailedIdentity : Phrases.HoldingIdentity).Html}</span>");
        if (written.Terms.All(t => t.Label.Length == 0))
        {
            // A sentence is no cell: there is nothing to list but the two sides.
            return $"<p class=\"identity\">{name}<br><b>{Sides(written, fails)}</b></p>\n";
        }

        var html = new StringBuilder("<div class=\"sums\"><table class=\"identity\">\n").Append("<caption>").Append(name).Append("</caption>\n");
        html.Append(CultureInfo.InvariantCulture,
            $"<thead><tr><th scope=\"col\"><span class=\"hidden\">±</span></th><th scope=\"col\">{Phrases.Row.Html}</th><th scope=\"col\">{Phrases.Column.Html}</th><th scope=\"col\">{Phrases.Found.Html}</th><th scope=\"col\">{Phrases.Yuan.Html}</th></tr></thead>\n<tbody>\n");
        var shown = 0;
        var silent = 0;
        var right = false;
        foreach (var term in written.Terms)
        {
            // Blanks and zeros take part, but say nothing in a row of their own.
            if (!term.Left && term.Amount is not { Fen: not 0 } && term.State is ValueState.Blank or ValueState.Zero or ValueState.Dash)
            {
                silent++;
                continue;
            }

            if (shown++ < MostTerms)
            {
                var sign = term.Left ? (shown == 1 ? "" : "+") : !right ? (term.Sign == '-' ? "= −" : "=") : Sign(term.Sign);
                Term(html, term, sign);
                right |= !term.Left;
            }
        }

        Rest(html, Phrases.MoreTerms, shown - MostTerms);
        Rest(html, Phrases.Empty, silent);
        html.Append("</tbody>\n<tfoot>\n");
        html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\" colspan=\"5\">{Sides(written, fails)}</th></tr>\n");
        return html.Append("</tfoot>\n</table></div>\n").ToString();
    }

    private static string Sign(char sign) => sign == '-' ? "−" : sign.ToString();

    private static void Term(StringBuilder html, IdentityTerm term, string sign)
    {
        html.Append(CultureInfo.InvariantCulture, $"<tr{(term.Left ? " class=\"left\"" : "")}><td class=\"sign\">{sign}</td><td class=\"of\">{Folded.Html(term.Label)}</td><td class=\"of small-of\">{Folded.Html(term.ColumnPath)}</td>");
        html.Append(CultureInfo.InvariantCulture, $"<td class=\"n shown\">{Xml.Escape(term.Shown)}</td><td class=\"n\">{(term.Amount is { } amount ? Money.Grouped(amount.ToYuan()) : "")}</td></tr>\n");
    }

    private static void Rest(StringBuilder html, Phrase what, int count)
    {
        if (count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr class=\"rest\"><td></td><td colspan=\"4\">{count} {what.Html}</td></tr>\n");
        }
    }

    private static string Sides(WrittenIdentity written, bool fails)
    {
        var check = written.Check;
        var sides = $"<span class=\"n\">{Money.Grouped(check.Left)}</span> {(fails ? "≠" : "=")} <span class=\"n\">{Money.Grouped(check.Right)}</span>";
        if (written.Difference.Length > 0)
        {
            sides += $" · {Phrases.Difference.Html} <span class=\"n\">{Money.Grouped(written.Difference)}</span>";
        }

        return sides + $" · {Phrases.Tolerance.Html} <span class=\"n\">{Money.Grouped(check.Tolerance)}</span>";
    }
}
