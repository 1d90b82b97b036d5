using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Io.Portals;

/// <summary>Listings in HTML: one page, or several.</summary>
internal sealed partial class HtmlListing(Portal portal) : IListing
{
    private const string Row = "li, tr, dd, dt, p";

    private static readonly string[] Scripts = ["javascript:", "#"];

    public bool Guesses => portal.Pages.Pattern.Length > 0;

    public FurtherPage First(StartPage start) => new(start.Url, 1);

    public ListingPage? Read(PageFetch fetch, StartPage start, int number, out string reason)
    {
        var source = WebText.Decode(fetch.Bytes.Span, fetch.ContentType);
        var kind = FileTypes.Extension(fetch.Bytes.Span);
        var store = DataStore.In(source.Text);
        reason = store is null && kind is not ("html" or "xml" or "") ? $"the answer is no page but {kind}"
            : HtmlDepth.TooDeep(source.Text) ? HtmlPage.TooDeep : "";
        if (reason.Length > 0)
        {
            return null;
        }

        var page = HtmlPage.Parse(fetch.FinalUrl, source);
        var records = store is null ? page : HtmlPage.Parse(fetch.FinalUrl, source with { Text = store.Records });
        var links = Links(records, isStore: store is not null);
        var pager = Pager.Find(page, number);
        return new ListingPage(
            [.. links.Where(Wanted).Select(l => new Entry(l.Url, TitleOf(l), DateOf(l)))],
            [.. links.Select(l => l.Url)],
            More(page, store, pager, start.Url, number, links.Count),
            store?.Told ?? pager.ToldEntries,
            pager.ToldPages);
    }

    private List<FurtherPage> More(HtmlPage page, DataStore? store, Pager pager, Uri start, int number, int links)
    {
        List<FurtherPage> more = [];
        if (Guesses)
        {
            // The pattern is relative to the start page, wherever that redirects to.
            var pattern = portal.Pages.Pattern.Replace("{n}", portal.Pages.NumberOf(number + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            return pager.ToldPages <= number || WebAddress.Resolve(start, pattern, page.Source.Encoding) is not { } next ? more : [new(next, number + 1)];
        }

        if (store?.Next is { } group && page.Resolve(group) is { } url)
        {
            more.Add(new(url, number + 1));
        }

        more.AddRange(pager.More);
        if (links == 0)
        {
            // Some systems put the list itself into a frame.
            more.AddRange(page.Document.QuerySelectorAll("iframe[src], frame[src]")
                .Select(f => page.Resolve(f.GetAttribute("src")!)).OfType<Uri>().Where(portal.Allows).Select(u => new FurtherPage(u, 1)));
        }

        return more;
    }

    private List<Link> Links(HtmlPage page, bool isStore)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var chosen = portal.List.Area.Length > 0 || portal.List.Items != ListRules.Default.Items;
        List<Link> links = [];
        foreach (var item in page.Areas(isStore ? "" : portal.List.Area).SelectMany(a => a.QuerySelectorAll(portal.List.Items)))
        {
            var anchor = item.TagName == "A" ? item : item.QuerySelector("a[href]") ?? item;
            if (AddressOf(page, anchor) is not { } url || Pager.IsPagerLink(anchor) || (!chosen && !isStore && HtmlPage.IsRepeated(anchor)))
            {
                continue;
            }

            if (seen.Add(WebAddress.Key(url)))
            {
                links.Add(new Link(url, anchor));
            }
        }

        return links;
    }

    private static Uri? AddressOf(HtmlPage page, IElement anchor)
    {
        var href = anchor.GetAttribute("href") ?? "";
        if (href.Length > 0 && !Scripts.Any(s => href.TrimStart().StartsWith(s, StringComparison.OrdinalIgnoreCase)))
        {
            return page.Resolve(href);
        }

        var script = href + " " + (anchor.GetAttribute("onclick") ?? "");
        return WebAddress.Quoted(script).Where(q => q.Contains('/', StringComparison.Ordinal) || q.Contains('.', StringComparison.Ordinal)).Select(page.Resolve).FirstOrDefault(u => u is not null);
    }

    private bool Wanted(Link link) => portal.List.Wants(
        HtmlPage.TextOf(link.Anchor), link.Anchor.GetAttribute("title") ?? "", FileNames.PercentDecode(link.Url.AbsoluteUri));

    private static string TitleOf(Link link) => DateBehind().Replace(HtmlPage.TextOf(link.Anchor), "").Trim();

    /// <summary>The date that stands in the row of the link but is not part of its title, else the one of its address.</summary>
    private static DateOnly? DateOf(Link link)
    {
        var row = link.Anchor.Closest(Row) ?? link.Anchor.ParentElement;
        var text = HtmlPage.Squeeze(row?.TextContent ?? "");
        var title = TitleOf(link);
        var beside = title.Length > 0 ? text.Replace(title, " ", StringComparison.Ordinal) : text;
        var several = row is not null && row.QuerySelectorAll("a[href]").Length > 1;
        return (several ? null : WebDate.In(beside)) ?? WebDate.In(link.Url);
    }

    private sealed record Link(Uri Url, IElement Anchor);

    [GeneratedRegex("[\\[(（【]?\\s*20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}\\s*[\\])）】]?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateBehind();
}
