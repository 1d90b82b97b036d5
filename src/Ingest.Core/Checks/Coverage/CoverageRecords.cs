using System.Collections.Immutable;

namespace Ingest.Core.Checks.Coverage;

/// <summary>
/// When documents of a phase are published, every year, both days included. The budget of year Y belongs to the season that
/// ends in Y, the final accounts of Y to the one that ends in Y + 1.
/// </summary>
/// <param name="Phase">budget or final.</param>
/// <param name="FirstMonth">1 to 12; later in the year than the last one where the season runs over New Year.</param>
public sealed record DocumentSeason(string Phase, int FirstMonth, int FirstDay, int LastMonth, int LastDay)
{
    private bool OverNewYear => (FirstMonth * 100) + FirstDay > (LastMonth * 100) + LastDay;

    private int Lag => Phase == "final" ? 1 : 0;

    public DateOnly Begins(int fiscalYear) => Day(fiscalYear + Lag - (OverNewYear ? 1 : 0), FirstMonth, FirstDay);

    /// <summary>The last day on which the document of a fiscal year is not late yet.</summary>
    public DateOnly Due(int fiscalYear) => Day(fiscalYear + Lag, LastMonth, LastDay);

    /// <summary>The last fiscal year whose season has begun.</summary>
    public int LastBegun(DateOnly today)
    {
        var year = today.Year + 1;
        while (Begins(year) > today)
        {
            year--;
        }

        return year;
    }

    /// <summary>The 29th of February is the 28th in most years.</summary>
    private static DateOnly Day(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}

/// <summary>What a portal's file says should come.</summary>
/// <param name="Phases">budget, final.</param>
/// <param name="Until">Last fiscal year; null if it goes on.</param>
public sealed record ExpectedDocuments(string Body, ImmutableArray<string> Aliases, ImmutableArray<string> Phases, int Since, int? Until);

/// <summary>A document that was read and told by its content whose it is, of which year and phase.</summary>
/// <param name="Key">Of the entity within its division (<see cref="Budget.Documents.EntityKeys"/>).</param>
/// <param name="Sources">The portals that publish it; none for a document that was loaded by hand.</param>
public sealed record HeldDocument(string Sha256, string Entity, string RegionCode, string Key, int Year, string Phase, ImmutableArray<string> Sources);

/// <summary>Something that a portal names and that gave no document of what it names.</summary>
/// <param name="Titles">What is said of it, the most particular first: text of the link, title of the entry, title of the page.</param>
/// <param name="Hint">The expected body that the crawler saw named; "" if none.</param>
/// <param name="Message">What happened, for people.</param>
public sealed record CoverageTrace(
    string Url, ImmutableArray<string> Titles, string Hint, DateOnly? Published, HoleReason Reason, string Message, string Sha256);

/// <summary>A portal with all that tells what should have come from it.</summary>
/// <param name="RegionCode">Six digits: bodies of other divisions that it happens to show are not expected again.</param>
/// <param name="Unseen">Why the last visit did not see its whole listing, for a hole that nothing names; None where it saw all.</param>
/// <param name="UnseenMessage">The same in words.</param>
public sealed record CoverageSource(
    string Name, string RegionCode, ImmutableArray<DocumentSeason> Seasons, ImmutableArray<ExpectedDocuments> Expected,
    ImmutableArray<CoverageTrace> Traces, HoleReason Unseen, string UnseenMessage);

public enum CoverageState : byte
{
    /// <summary>At least one document is there.</summary>
    Got,

    /// <summary>Its season has ended without it.</summary>
    Hole,

    /// <summary>It is expected, and its season goes on.</summary>
    Open,
}

/// <summary>Why a document is missing, from what is nearest to having it to what is farthest.</summary>
public enum HoleReason : byte
{
    None,

    /// <summary>A file is there, but nothing could be read in it, or not whose it is.</summary>
    ParseFailed,

    /// <summary>A web page, a workbook or another file that is not read stands in its place.</summary>
    NotAPdf,

    /// <summary>No connection, errors of the server, cut bodies, certificates, too large.</summary>
    FetchFailed,

    /// <summary>robots.txt, 401, 403, 429, a host that may not be asked.</summary>
    Blocked,

    /// <summary>404 or 410.</summary>
    LinkGone,

    /// <summary>By its content, what is linked under that title is another document.</summary>
    OtherDocument,

    /// <summary>Nothing names it, but the listing was not seen to its end.</summary>
    ListingIncomplete,

    /// <summary>The whole listing was seen, and nothing names it.</summary>
    NotPublished,
}

/// <summary>Who expects a document.</summary>
public enum ExpectedBy : byte
{
    /// <summary>Nobody: it came unexpected, as everything does in the first year.</summary>
    Nobody,

    PortalFile,

    /// <summary>The body published the same for the year before.</summary>
    EarlierYear,
}

/// <summary>A place of the ledger: body × fiscal year × phase, at one portal.</summary>
/// <param name="Sha256">Of a document that fills it, or of what stands in its place; "" if nothing does.</param>
/// <param name="Url">Of what stands in its place; "" if nothing does.</param>
public sealed record CoverageRow(
    string Source, string Body, string RegionCode, int Year, string Phase, ExpectedBy ExpectedBy, DateOnly Due,
    CoverageState State, int Documents, HoleReason Reason, string Message, string Url, string Sha256)
{
    /// <summary>Whether it counts: expected, and its season is over.</summary>
    public bool IsDue => ExpectedBy != ExpectedBy.Nobody && State != CoverageState.Open;
}
