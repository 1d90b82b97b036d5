using Ingest.Core.Checks.Coverage;

namespace Ingest.Io.Sqlite;

/// <summary>The words of the ledger, as the database, exports and run reports have them.</summary>
public static class CoverageWords
{
    public static string Of(HoleReason reason) => reason switch
    {
        HoleReason.None => "",
        HoleReason.ParseFailed => "parse_failed",
        HoleReason.NotAPdf => "not_a_pdf",
        HoleReason.FetchFailed => "fetch_failed",
        HoleReason.Blocked => "blocked",
        HoleReason.LinkGone => "link_gone",
        HoleReason.OtherDocument => "other_document",
        HoleReason.ListingIncomplete => "listing_incomplete",
        _ => "not_published",
    };

    public static string Of(ExpectedBy by) => by switch
    {
        ExpectedBy.PortalFile => "portal_file",
        ExpectedBy.EarlierYear => "earlier_year",
        _ => "",
    };

    public static string Of(CoverageState state) => state switch
    {
        CoverageState.Got => "got",
        CoverageState.Hole => "hole",
        _ => "open",
    };

    /// <summary>What the outcome of a fetch means for coverage.</summary>
    /// <param name="rateLimited">The last answer was 429, or the host is left alone because of one.</param>
    internal static HoleReason OfOutcome(string outcome, bool rateLimited) => outcome switch
    {
        "robots" or "refused" or "refused_host" => HoleReason.Blocked,
        "host_suspended" when rateLimited => HoleReason.Blocked,
        "gone" => HoleReason.LinkGone,
        "not_a_file" => HoleReason.NotAPdf,
        _ => HoleReason.FetchFailed,
    };
}
