namespace Ingest.Io.Portals;

/// <summary>What a visit of a portal yields, in order; the last one is always a <see cref="CrawlEnd"/>.</summary>
public abstract record CrawlItem;

/// <summary>
/// A file to fetch. What it is said to be is a hint for people and for the coverage of holes: entity, year and kind of a
/// document are read from its content, never from here.
/// </summary>
/// <param name="Url">Where it lies, without fragment; each is given once a visit.</param>
/// <param name="Listing">The page of the listing that leads to it.</param>
/// <param name="Detail">The page that links to it; null where the listing itself does. What one page links to belongs together.</param>
/// <param name="LinkText">Text of the link; where that is empty, its title.</param>
/// <param name="EntryTitle">The title that the listing gives.</param>
/// <param name="DetailTitle">The title that the detail page gives; "" if none.</param>
/// <param name="Published">The date that the portal prints beside it.</param>
/// <param name="BodyHint">The expected body that the titles name; "" if none or several.</param>
public sealed record FoundAttachment(
    Uri Url, Uri Listing, Uri? Detail, string LinkText, string EntryTitle, string DetailTitle, DateOnly? Published, string BodyHint) : CrawlItem;

/// <summary>What went wrong during a visit.</summary>
public enum TroubleKind
{
    /// <summary>A page of the listing could not be had: its entries are unknown.</summary>
    ListingFailed,

    /// <summary>A page between listing and files could not be had.</summary>
    DetailFailed,

    /// <summary>The listing goes on beyond the portal's limit.</summary>
    CutAtLimit,

    /// <summary>Further pages repeat what was seen, so that the listing's end is not known for certain.</summary>
    EndlessPagination,

    /// <summary>The portal tells of more entries, or more pages, than were found.</summary>
    FewerThanTold,

    /// <summary>A start page without a single entry: the portal may have been rebuilt.</summary>
    EmptyListing,

    /// <summary>The answer is not what the archetype needs (no JSON, another shape, no sitemap).</summary>
    UnexpectedAnswer,

    /// <summary>An entry leads outside of the allowed hosts and was not followed.</summary>
    ForeignHost,

    /// <summary>A detail page without a file: the document may stand in the page itself.</summary>
    NoAttachment,
}

/// <summary>Something that a person should know about a visit.</summary>
/// <param name="Reason">What happened.</param>
/// <param name="Meaning">What it means for coverage.</param>
/// <param name="Failure">Where a page could not be had, why.</param>
/// <param name="Incomplete">Whether entries may be missing because of it.</param>
public sealed record CrawlTrouble(TroubleKind Kind, Uri Where, string Reason, string Meaning, FetchFailure Failure, bool Incomplete) : CrawlItem
{
    /// <summary>Of the entry whose files are not known because of it; "" where it concerns no single entry.</summary>
    public string Title { get; init; } = "";
}

/// <summary>The end of a visit.</summary>
/// <param name="Told">How many entries the portal says that it has (共 N 条); null where it does not, or not for every start page.</param>
/// <param name="Entries">Entries of the listings that were seen, each once.</param>
/// <param name="Found">Attachments, each once.</param>
/// <param name="Complete">Every page was had, and nothing speaks against having seen all.</param>
public sealed record CrawlEnd(int ListingPages, int DetailPages, int? Told, int Entries, int Found, int Troubles, bool Complete) : CrawlItem;
