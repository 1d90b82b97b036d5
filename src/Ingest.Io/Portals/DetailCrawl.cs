using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ingest.Io.Portals;

/// <summary>From an entry of a listing to its files, over as many pages as the portal's rules say.</summary>
internal sealed class DetailCrawl(Portal portal, IPageSource pages, CrawlProgress progress)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<CrawlItem> OfEntryAsync(Entry entry, Uri listing, [EnumeratorCancellation] CancellationToken cancel)
    {
        var file = FileLinks.FileOf(entry.Url, entry.Title, download: false, portal.Attachments);
        if (file is not null || portal.Details.Hops == 0)
        {
            if (Attachment(file ?? entry.Url, entry.Title, entry, listing, null, "", entry.Date) is { } item)
            {
                yield return item;
            }

            yield break;
        }

        if (!portal.Allows(entry.Url))
        {
            yield return Foreign(entry.Url) with { Title = entry.Title };
            yield break;
        }

        await foreach (var item in OfPageAsync(entry.Url, entry, listing, portal.Details.Hops, cancel).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    /// <summary>Files that the listing itself embeds, without a link that is an entry.</summary>
    public IEnumerable<CrawlItem> OnListing(PageFetch fetch)
    {
        var page = HtmlPage.Parse(fetch);
        foreach (var file in FileLinks.Find(page, portal.List.Area, portal.Attachments))
        {
            if (!portal.List.Wants(file.Text, FileNames.PercentDecode(file.Url.AbsoluteUri), page.Title))
            {
                continue;
            }

            if (Attachment(file.Url, file.Text, new Entry(fetch.FinalUrl, page.Title, page.Published), fetch.FinalUrl, null, "", WebDate.In(file.Url)) is { } item)
            {
                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<CrawlItem> OfPageAsync(Uri url, Entry entry, Uri listing, int hops, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!_visited.Add(WebAddress.Key(url)))
        {
            yield break;
        }

        if (progress.DetailPages >= portal.Limits.DetailPages)
        {
            yield return new CrawlTrouble(
                TroubleKind.CutAtLimit, url, string.Create(CultureInfo.InvariantCulture, $"more than {portal.Limits.DetailPages} pages below the listing"),
                "The files of this entry are not known.", FetchFailure.None, Incomplete: true)
            { Title = entry.Title };
            yield break;
        }

        progress.DetailPages++;
        var fetch = await pages.GetAsync(new PageRequest(url, Detail: true), cancel).ConfigureAwait(false);
        if (!fetch.HasBody)
        {
            yield return new CrawlTrouble(TroubleKind.DetailFailed, url, fetch.Reason, $"The files of “{entry.Title}” are not known.", fetch.Failure, Incomplete: true) { Title = entry.Title };
            yield break;
        }

        var kind = FileTypes.Extension(fetch.Bytes.Span);
        if (kind == "ole" || FileTypes.Documents.Contains(kind, StringComparer.Ordinal))
        {
            // The entry's address gives the file itself, whatever it looks like.
            if (Attachment(url, entry.Title, entry, listing, null, "", entry.Date) is { } itself)
            {
                yield return itself;
            }

            yield break;
        }

        var source = WebText.Decode(fetch.Bytes.Span, fetch.ContentType);
        if (HtmlDepth.TooDeep(source.Text))
        {
            yield return new CrawlTrouble(TroubleKind.UnexpectedAnswer, url, HtmlPage.TooDeep, $"The files of “{entry.Title}” are not known.", FetchFailure.None, Incomplete: true)
            { Title = entry.Title };
            yield break;
        }

        var page = HtmlPage.Parse(fetch.FinalUrl, source);
        var found = 0;
        foreach (var file in FileLinks.Find(page, portal.Details.Area, portal.Attachments))
        {
            found++;
            if (Attachment(file.Url, file.Text, entry, listing, fetch.FinalUrl, page.Title, entry.Date ?? page.Published) is { } item)
            {
                yield return item;
            }
        }

        var further = hops > 1 ? Further(page) : [];
        foreach (var next in further)
        {
            await foreach (var item in OfPageAsync(next, entry, listing, hops - 1, cancel).ConfigureAwait(false))
            {
                yield return item;
            }
        }

        if (found == 0 && further.Count == 0)
        {
            yield return new CrawlTrouble(
                TroubleKind.NoAttachment, url, "the page links to no file", $"“{entry.Title}” may stand in the page itself.", FetchFailure.None, Incomplete: false)
            { Title = entry.Title };
        }
    }

    private List<Uri> Further(HtmlPage page)
    {
        List<Uri> further = [];
        foreach (var link in page.Areas(portal.Details.Area).SelectMany(a => a.QuerySelectorAll("a[href]")))
        {
            var text = HtmlPage.TextOf(link);
            if (!HtmlPage.IsRepeated(link) && page.Resolve(link.GetAttribute("href")!) is { } url && portal.Allows(url)
                && FileLinks.FileOf(url, text, download: false, portal.Attachments) is null
                && (portal.Details.Match.IsMatch(text) || portal.Details.Match.IsMatch(FileNames.PercentDecode(url.AbsoluteUri))) && !_visited.Contains(WebAddress.Key(url)))
            {
                further.Add(url);
            }
        }

        return further;
    }

    /// <summary>null where the file was given before.</summary>
    private CrawlItem? Attachment(Uri url, string text, Entry entry, Uri listing, Uri? detail, string detailTitle, DateOnly? published)
    {
        if (!portal.Allows(url))
        {
            return Foreign(url);
        }

        return progress.Files.Add(WebAddress.Key(url))
            ? new FoundAttachment(url, listing, detail, text, entry.Title, detailTitle, published, BodyHint(text, entry.Title, detailTitle))
            : null;
    }

    private static CrawlTrouble Foreign(Uri url) => new(
        TroubleKind.ForeignHost, url, $"{url.Host} is none of the portal's hosts", "It was not followed; add the host to the portal's file if it belongs to it.", FetchFailure.RefusedHost, Incomplete: true);

    /// <summary>The one expected body that the titles name. 市教育局 is not meant where 市教育局招生办公室 is expected too and stands there.</summary>
    private string BodyHint(params ReadOnlySpan<string> titles)
    {
        var all = string.Join('\n', titles!);
        var named = portal.Expected.Select(b => (Body: b, Name: b.Aliases.Prepend(b.Name).Where(n => all.Contains(n, StringComparison.Ordinal)).MaxBy(n => n.Length)))
            .Where(n => n.Name is not null).ToList();
        named.RemoveAll(n => named.Any(o => o.Body != n.Body && o.Name!.Length > n.Name!.Length && o.Name.Contains(n.Name, StringComparison.Ordinal)));
        return named.Count == 1 ? named[0].Body.Name : "";
    }
}
