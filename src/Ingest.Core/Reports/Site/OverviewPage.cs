using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>The first page: how much there is, how much of it holds, and where to look.</summary>
internal static class OverviewPage
{
    private const int MostRows = 40;

    public static SiteFile Write(SiteTotals totals)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Phrases.ReportTitle.Html}</h1>\n<p class=\"lead\">{Phrases.Promise.Html}</p>\n");
        Numbers(html, totals);
        LookFirst(html, totals);
        html.Append("<div class=\"columns\">\n");
        States(html, totals);
        YearPlot.Write(html, totals);
        html.Append("</div>\n");
        CoverageTable.Write(html, totals);
        Codes(html, totals);
        Identities(html, totals);
        html.Append("<div class=\"columns\">\n");
        Rates(html, "kinds", Phrases.ByTableKind, Phrases.Kind, totals.Kinds.Select(k => (Cell(Phrases.OfKind(k.Key)), "kind=" + k.Key, k.Value)));
        Rates(html, "cities", Phrases.ByCity, Phrases.City, totals.Cities.Select(c => (c.Key.Length == 0 ? Phrases.Unknown.Html : Xml.Escape(Regions.ShortName(c.Key)), "region=" + c.Key, c.Value)));
        Rates(html, "producers", Phrases.ByProducer, Phrases.Producer, totals.Producers.Select(p => (p.Key.Length == 0 ? Phrases.Unknown.Html : Xml.Escape(p.Key), "", p.Value)));
        html.Append("</div>\n");
        return new SiteFile("index.html", SitePage.Write(Phrases.Overview.Plain, "", "index", html.ToString()));
    }

    private static string Cell(Phrase phrase) => phrase.Html;

    private static void Numbers(StringBuilder html, SiteTotals totals)
    {
        var passed = totals.Identities.Values.Sum(i => (long)i.Passed);
        var failed = totals.Identities.Values.Sum(i => (long)i.Failed);
        var unverified = totals.Facts - totals.Verified - totals.Doubtful;
        html.Append("<dl class=\"numbers\">\n");
        Item(Phrases.Documents, totals.Documents, $"{SitePage.Number(totals.Pages)} {Phrases.Pages.Html} · {SitePage.Number(totals.Tables)} {Phrases.Tables.Html}, {SitePage.Number(totals.TypedTables)} {Phrases.Typed.Html}");
        Item(Phrases.Facts, totals.Facts, $"{SitePage.Number(totals.Amounts)} {Phrases.Amounts.Html} · {SitePage.Percent(totals.Verified, totals.Facts)} {Phrases.VerifiedShort.Html}");
        Item(Phrases.Identities, passed + failed, $"{SitePage.Percent(passed, passed + failed)} {Phrases.Hold.Html} · {SitePage.Number(failed)} {Phrases.Fail.Html}");
        Item(Phrases.Anomalies, totals.Codes.Values.Sum(c => c.Count), string.Join(" · ", new[] { Severity.Lost, Severity.Doubt, Severity.Note }
            .Select(s => $"{SitePage.Number(totals.Codes.Values.Where(c => c.Code.Severity == s).Sum(c => c.Count))} {Phrases.Of(s).Html}")));
        html.Append("</dl>\n");
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"status\">{SitePage.Bar(("verified", totals.Verified), ("unverified", unverified), ("doubtful", totals.Doubtful))}\n<figcaption><span class=\"key verified-key\">{SitePage.Number(totals.Verified)} {Phrases.Verified.Html}</span> <span class=\"key unverified-key\">{SitePage.Number(unverified)} {Phrases.Unverified.Html}</span> <span class=\"key doubtful-key\">{SitePage.Number(totals.Doubtful)} {Phrases.Doubtful.Html}</span></figcaption></figure>\n");

        void Item(Phrase name, long number, string rest) =>
            html.Append(CultureInfo.InvariantCulture, $"<div><dt>{name.Html}</dt><dd><b>{SitePage.Number(number)}</b> <span>{rest}</span></dd></div>\n");
    }

    private static void LookFirst(StringBuilder html, SiteTotals totals)
    {
        var first = totals.LookFirst.ToList();
        if (first.Count == 0)
        {
            return;
        }

        Begin(html, "first", Phrases.LookFirst,
            [Phrases.Entity, Phrases.Row, Phrases.Column, Phrases.Found.Figures, Phrases.Expected.Figures, Phrases.DifferenceYuan.Figures, Phrases.Document], Phrases.LookFirstNote);
        foreach (var (yuan, entry, number, copies) in first)
        {
            var a = entry.Anomalies[number - 1];
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"{entry.AddressOf(number)}\">{Xml.Escape(entry.Body)}</a>{ListPages.About(entry)}</th><td>{Folded.Html(a.Label)}</td><td>{Folded.Html(a.ColumnPath)}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"v found\">{Folded.Html(a.Found)}{Unit(entry.UnitOf(number), a.Found)}</td><td class=\"v expected\">{Folded.Html(a.Expected)}{Unit(entry.UnitOf(number), a.Expected)}</td><td class=\"n\">{Money.Grouped(yuan.ToString("0.00", CultureInfo.InvariantCulture))}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"file\">{Xml.Escape(entry.Name)}{(copies > 1 ? string.Create(CultureInfo.InvariantCulture, $" <small>{Phrases.Copies.Html} {copies}</small>") : "")}</td></tr>\n");
        }

        End(html);
    }

    private static string Unit(string unit, string of) => unit.Length == 0 || of.Length == 0 ? "" : $" <small>{Xml.Escape(unit)}</small>";

    private static void States(StringBuilder html, SiteTotals totals)
    {
        Begin(html, "states", Phrases.ByState, [Phrases.State, Phrases.Documents.Figures, new Phrase("", "")]);
        foreach (var state in (string[])["clean", "doubt", "lost", "failed"])
        {
            var count = totals.States.GetValueOrDefault(state);
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"documents-1.html#state={state}\">{ListPages.StateOf(state).Html}</a></th><td class=\"n\">{SitePage.Number(count)}</td><td>{SitePage.Bar((state, count), ("rest", totals.Documents - count))}</td></tr>\n");
        }

        End(html);
    }

    private static void Codes(StringBuilder html, SiteTotals totals)
    {
        Begin(html, "codes", Phrases.ByKind, [Phrases.SeverityWord, Phrases.Code, Phrases.Message, Phrases.Count.Figures, Phrases.Documents.Figures, new Phrase("", "")]);
        var most = totals.Codes.Count == 0 ? 1 : totals.Codes.Values.Max(c => c.Count);
        foreach (var (id, sum) in totals.Codes.OrderByDescending(c => c.Value.Code.Severity).ThenByDescending(c => c.Value.Count).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{AnomalySection.Badge(sum.Code.Severity)}</td><th scope=\"row\"><a href=\"anomalies-1.html#code={id}\"><code>{Xml.Escape(id)}</code></a></th><td>{Phrases.Of(sum.Code).Html}</td><td class=\"n\">{SitePage.Number(sum.Count)}</td><td class=\"n\">{SitePage.Number(sum.Documents)}</td><td>{SitePage.Bar((Words.Of(sum.Code.Severity), sum.Count), ("rest", most - sum.Count))}</td></tr>\n");
        }

        End(html);
    }

    private static void Identities(StringBuilder html, SiteTotals totals)
    {
        Begin(html, "identities", Phrases.ByIdentity, [Phrases.Identity, Phrases.Message, Phrases.Hold.Figures, Phrases.Fail.Figures, Phrases.NotEvaluated.Figures, Phrases.PassRate.Figures, new Phrase("", "")]);
        foreach (var (id, sum) in totals.Identities)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><code>{Xml.Escape(id)}</code></th><td>{Phrases.OfFormula(id).Html}</td><td class=\"n\">{SitePage.Number(sum.Passed)}</td><td class=\"n\">{SitePage.Number(sum.Failed)}</td><td class=\"n\">{SitePage.Number(sum.Unverifiable)}</td><td class=\"n\">{SitePage.Percent(sum.Passed, (long)sum.Passed + sum.Failed)}</td><td>{(sum.Passed + sum.Failed == 0 ? "" : SitePage.Bar(("verified", sum.Passed), ("doubtful", sum.Failed)))}</td></tr>\n");
        }

        End(html);
    }

    private static void Rates(
        StringBuilder html, string id, Phrase title, Phrase of, IEnumerable<(string Name, string Filter, (int Lost, int Doubts, int Documents) Sum)> rows)
    {
        var sorted = rows.OrderByDescending(r => r.Sum.Lost + r.Sum.Doubts).ThenByDescending(r => r.Sum.Documents).Take(MostRows).ToList();
        var most = sorted.Count == 0 ? 1 : Math.Max(1, sorted.Max(r => r.Sum.Lost + r.Sum.Doubts));
        Begin(html, id, title, [of, Phrases.Documents.Figures, Phrases.Of(Severity.Lost).Figures, Phrases.Of(Severity.Doubt).Figures, Phrases.PerDocument.Figures, new Phrase("", "")]);
        foreach (var (name, filter, sum) in sorted)
        {
            var linked = filter.Length == 0 || filter.EndsWith('=') ? name : $"<a href=\"anomalies-1.html#{filter}\">{name}</a>";
            var rate = ((sum.Lost + sum.Doubts) / (double)sum.Documents).ToString("0.00", CultureInfo.InvariantCulture);
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{linked}</th><td class=\"n\">{sum.Documents}</td><td class=\"n\">{sum.Lost}</td><td class=\"n\">{sum.Doubts}</td><td class=\"n\">{rate}</td><td>{SitePage.Bar(("lost", sum.Lost), ("doubt", sum.Doubts), ("rest", most - sum.Lost - sum.Doubts))}</td></tr>\n");
        }

        End(html);
    }

    internal static void Begin(StringBuilder html, string id, Phrase title, IEnumerable<ListColumn> columns, Phrase? note = null)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title.Html}</h2>\n");
        html.Append(note is { } text ? $"<p class=\"note\">{text.Html}</p>\n" : "");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"group\" aria-labelledby=\"{id}\" tabindex=\"0\"><table class=\"list\"><caption class=\"hidden\">{title.Html}</caption>\n<thead><tr>");
        foreach (var column in columns)
        {
            html.Append(column.Head);
        }

        html.Append("</tr></thead>\n<tbody>\n");
    }

    internal static void End(StringBuilder html) => html.Append("</tbody></table></div>\n</section>\n");
}
