using System.Globalization;
using System.Text;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>The lists of documents and of anomalies, with their filters.</summary>
internal sealed class ListPages(SiteOptions options)
{
    private const int MostOfChoice = 14;

    private readonly ListWriter _documents = new("documents", options.Documents, 100, p => DocumentsPage(p, options));
    private readonly ListWriter _anomalies = new("anomalies", options.Anomalies, 200, p => AnomaliesPage(p, options));

    public IEnumerable<SiteFile> Add(SiteEntry entry)
    {
        foreach (var file in _documents.Add(DocumentRow(entry), DocumentData(entry)))
        {
            yield return file;
        }

        for (var i = 0; i < entry.Anomalies.Length; i++)
        {
            foreach (var file in _anomalies.Add(AnomalyRow(entry, i + 1), AnomalyData(entry, i + 1)))
            {
                yield return file;
            }
        }
    }

    public IEnumerable<SiteFile> Finish() => _documents.Finish().Concat(_anomalies.Finish());

    private static string DocumentRow(SiteEntry entry)
    {
        var c = entry.Counts;
        var body = entry.Key.Length == 0 ? Xml.Escape(entry.Body) : $"<a href=\"{DocumentPages.Folder(entry.Key)}/index.html\">{Xml.Escape(entry.Body)}</a>";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <tr><th scope="row">{body}</th><td>{Xml.Escape(Regions.ShortName(entry.Identity.RegionCode))}</td><td class="n">{entry.Identity.FiscalYear}</td><td>{Phrases.OfPhase(entry.Identity.Phase).Html}</td><td>{StateOf(entry.State).Html}</td><td class="n">{c.Facts}</td><td class="n">{SitePage.Percent(c.Verified, c.Facts)}</td><td class="n">{c.NotPassed}</td><td class="n">{c.Lost}</td><td class="n">{c.Doubts}</td><td class="file">{Xml.Escape(entry.Name)}</td></tr>

            """);
    }

    /// <summary>City, year and phase below the name of a body.</summary>
    public static string About(SiteEntry entry)
    {
        var of = entry.Identity;
        var parts = new[] { Xml.Escape(Regions.ShortName(of.RegionCode)), of.FiscalYear is { } year ? N(year) : "", of.Phase.Length > 0 ? Phrases.OfPhase(of.Phase).Html : "" };
        return $"<small class=\"about-row\">{string.Join(' ', parts.Where(p => p.Length > 0))}</small>";
    }

    private static string[] DocumentData(SiteEntry entry)
    {
        var c = entry.Counts;
        return
        [
            entry.Key.Length == 0 ? "" : DocumentPages.Folder(entry.Key) + "/index.html", entry.Name, entry.Identity.Entity, Regions.ShortName(entry.Identity.RegionCode),
            Year(entry), entry.Identity.Phase, entry.State, N(c.Facts), SitePage.Percent(c.Verified, c.Facts), N(c.NotPassed), N(c.Lost), N(c.Doubts), entry.City,
        ];
    }

    private static string AnomalyRow(SiteEntry entry, int number)
    {
        var a = entry.Anomalies[number - 1];
        var address = entry.AddressOf(number);
        var code = address.Length == 0 ? $"<code>{Xml.Escape(a.Code.Id)}</code>" : $"<a href=\"{address}\"><code>{Xml.Escape(a.Code.Id)}</code></a>";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <tr><td>{AnomalySection.Badge(a.Code.Severity)}</td><th scope="row">{code}</th><td>{Xml.Escape(entry.Body)}{About(entry)}</td><td>{(a.TableKind.Length == 0 ? "" : Phrases.OfKind(a.TableKind).Html)}</td><td class="n">{(a.Where.Area.Page > 0 ? a.Where.Area.Page : "")}</td><td>{Folded.Html(Label(a))}</td><td class="v">{Folded.Html(a.Found)}</td><td class="v">{Folded.Html(a.Expected)}</td><td class="n">{Yuan(entry, number)}</td><td class="file">{Xml.Escape(entry.Name)}</td></tr>

            """);
    }

    private static string Yuan(SiteEntry entry, int number) =>
        entry.YuanOf(number) is > 0 and var yuan ? Money.Grouped(yuan.ToString("0.00", CultureInfo.InvariantCulture)) : "";

    private static string[] AnomalyData(SiteEntry entry, int number)
    {
        var a = entry.Anomalies[number - 1];
        return
        [
            entry.AddressOf(number), Words.Of(a.Code.Severity), a.Code.Id, entry.Name, entry.Identity.Entity, Year(entry), a.TableKind,
            a.Where.Area.Page > 0 ? N(a.Where.Area.Page) : "", Label(a), a.Found, a.Expected, a.Message + "\n" + a.Chinese, entry.City,
            Regions.ShortName(entry.Identity.RegionCode), entry.Identity.Phase, Yuan(entry, number),
        ];
    }

    /// <summary>What fits into a choice: the first clause.</summary>
    private static string Short(string text)
    {
        var end = text.AsSpan().IndexOfAny("，；：（。(");
        return text[..Math.Min(end < 0 ? text.Length : end, MostOfChoice)];
    }

    private static string Label(Anomaly anomaly) => string.Join(" · ", new[] { anomaly.Label, anomaly.ColumnPath }.Where(p => p.Length > 0));

    private static string Year(SiteEntry entry) => entry.Identity.FiscalYear is { } year ? N(year) : "";

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static Phrase StateOf(string state) => state switch
    {
        "failed" => Phrases.Failed,
        "lost" => Phrases.WithLosses,
        "doubt" => Phrases.WithDoubts,
        _ => Phrases.Whole,
    };

    private static string DocumentsPage(ListWriter.Page page, SiteOptions options)
    {
        var filters = new StringBuilder();
        Filters.Select(filters, "region", Phrases.City, options.Cities.Select(c => (c, new Phrase(Regions.ShortName(c), Regions.ShortName(c)))));
        Filters.Select(filters, "year", Phrases.Year, options.Years.Select(y => (y, new Phrase(y, y))));
        Filters.Select(filters, "phase", Phrases.Phase, new[] { "budget", "final" }.Select(p => (p, Phrases.OfPhase(p))));
        Filters.Select(filters, "state", Phrases.State, new[] { "failed", "lost", "doubt", "clean" }.Select(s => (s, StateOf(s))));
        ListColumn[] columns =
        [
            Phrases.Entity, Phrases.Region, Phrases.Year.Figures, Phrases.Phase, Phrases.State, Phrases.Facts.Figures, Phrases.VerifiedShort.Figures,
            new Phrase($"{Phrases.Identities.English}: {Phrases.Fail.English}", "勾稽不成立").Figures, Phrases.Of(Severity.Lost).Figures, Phrases.Of(Severity.Doubt).Figures,
            Phrases.Document,
        ];
        return Filters.Page("documents", Phrases.Documents, page, filters.ToString(), columns);
    }

    private static string AnomaliesPage(ListWriter.Page page, SiteOptions options)
    {
        var filters = new StringBuilder();
        Filters.Select(filters, "severity", Phrases.SeverityWord, new[] { Severity.Lost, Severity.Doubt, Severity.Note }.Select(s => (Words.Of(s), Phrases.Of(s))));
        Filters.Select(filters, "code", Phrases.Code, options.Codes.Select(c => (c, new Phrase(c, AnomalyCodes.All.TryGetValue(c, out var code) ? $"{c} {Short(Phrases.Of(code).Chinese)}" : c))));
        Filters.Select(filters, "kind", Phrases.Kind, options.Kinds.Select(k => (k, Phrases.OfKind(k))));
        Filters.Select(filters, "region", Phrases.City, options.Cities.Select(c => (c, new Phrase(Regions.ShortName(c), Regions.ShortName(c)))));
        Filters.Select(filters, "year", Phrases.Year, options.Years.Select(y => (y, new Phrase(y, y))));
        ListColumn[] columns =
        [
            Phrases.SeverityWord, Phrases.Code, Phrases.Entity, Phrases.Kind, Phrases.PageWord.Figures, Phrases.Row,
            Phrases.Found.Figures, Phrases.Expected.Figures, Phrases.DifferenceYuan.Figures, Phrases.Document,
        ];
        return Filters.Page("anomalies", Phrases.Anomalies, page, filters.ToString(), columns);
    }
}
