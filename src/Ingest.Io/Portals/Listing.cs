namespace Ingest.Io.Portals;

/// <summary>An entry of a listing.</summary>
internal sealed record Entry(Uri Url, string Title, DateOnly? Date);

/// <summary>A further page of a listing.</summary>
/// <param name="Number">The first page is 1. 0: it may be the first page under another address.</param>
/// <param name="Post">The body to ask with; null for GET.</param>
internal sealed record FurtherPage(Uri Url, int Number, string? Post = null)
{
    public string Key => WebAddress.Key(Url) + (Post is null ? "" : "\n" + Post);
}

/// <summary>What one page of a listing tells.</summary>
/// <param name="Entries">The links that are entries.</param>
/// <param name="Links">All links that could be, before match and skip: what makes the page the same as another one.</param>
/// <param name="More">Further pages that it leads to.</param>
/// <param name="ToldEntries">How many entries the portal says that it has over all pages.</param>
/// <param name="ToldPages">How many pages.</param>
internal sealed record ListingPage(IReadOnlyList<Entry> Entries, IReadOnlyList<Uri> Links, IReadOnlyList<FurtherPage> More, int? ToldEntries, int? ToldPages);

/// <summary>Reads the pages of a listing of one archetype.</summary>
internal interface IListing
{
    /// <summary>Whether the next page is asked for without knowing that it exists.</summary>
    bool Guesses { get; }

    FurtherPage First(StartPage start);

    /// <returns>null and a reason where the answer is of another shape.</returns>
    ListingPage? Read(PageFetch fetch, StartPage start, int number, out string reason);

    static IListing Of(Portal portal) => portal.Archetype switch
    {
        Archetype.Json => new JsonListing(portal),
        Archetype.Sitemap => new SitemapListing(portal),
        _ => new HtmlListing(portal),
    };
}
