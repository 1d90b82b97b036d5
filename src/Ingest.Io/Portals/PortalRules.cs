using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Io.Portals;

/// <summary>Which links of a listing are its entries.</summary>
/// <param name="Area">CSS selector of the part of the page that is looked at; "" for all of it.</param>
/// <param name="Items">CSS selector of the links of the entries.</param>
/// <param name="Match">What the link's text, title or address must contain; null for any. By default the words for budgets and accounts.</param>
/// <param name="Skip">What it must not contain.</param>
public sealed record ListRules(string Area, string Items, Regex? Match, Regex? Skip)
{
    /// <summary>Names of what is looked for.</summary>
    internal static readonly Regex BudgetWords = new("预算|决算", RegexOptions.CultureInvariant);

    public static readonly ListRules Default = new("", "a[href]", BudgetWords, null);

    /// <summary>Whether a link that says all this (text, title, decoded address) is an entry.</summary>
    internal bool Wants(params IReadOnlyList<string> says) => (Match is null || says.Any(Match.IsMatch)) && (Skip is null || !says.Any(Skip.IsMatch));
}

/// <summary>How the further pages of a listing are found.</summary>
/// <param name="Pattern">
/// Address of page n, relative to the start page, with <c>{n}</c>; "" to find them on the page itself: links to the next
/// page, page numbers, 尾页, totals in scripts, data stores.
/// </param>
/// <param name="Second">The n of the second page: 1 for index_1.html, 2 for ?page=2.</param>
/// <param name="Step">By how much n grows from page to page.</param>
public sealed record PageRules(string Pattern, int Second, int Step)
{
    public static readonly PageRules Default = new("", 2, 1);

    /// <summary>The n of a page, the first being number 1.</summary>
    internal long NumberOf(int page) => Second + ((page - 2L) * Step);
}

/// <summary>Where things are in a JSON answer. Paths are names joined by dots: <c>data.list</c>.</summary>
/// <param name="Items">Path of the array of entries; "" where the answer is the array.</param>
/// <param name="Url">Path, within an entry, of its address.</param>
/// <param name="Title">Path of its title.</param>
/// <param name="Date">Path of its date; "" if it has none.</param>
/// <param name="Total">Path, from the root, of the number of entries over all pages; "" if not told.</param>
/// <param name="Post">The body that the address wants, with <c>{n}</c> and <c>{year}</c>; "" to ask with GET.</param>
/// <param name="Address">Makes an address of what stands at <paramref name="Url"/>, by <c>{}</c>; "" to take it as it is.</param>
public sealed record JsonRules(string Items, string Url, string Title, string Date, string Total, string Address, string Post = "");

/// <summary>The pages between the listing and the files.</summary>
/// <param name="Hops">How many pages: 0 means that entries are files, 1 list → detail → file.</param>
/// <param name="Area">CSS selector of the part of a detail page that is looked at; "" for all of it.</param>
/// <param name="Match">With two hops or more: what a link from page to page must contain.</param>
public sealed record DetailRules(int Hops, string Area, Regex Match)
{
    public static readonly DetailRules Default = new(1, "", ListRules.BudgetWords);
}

/// <summary>Which links are files to fetch.</summary>
/// <param name="Match">An address that is a file although its name does not say so (download?id=…); null for none.</param>
/// <param name="Skip">What the link's text or address must not contain.</param>
public sealed record AttachmentRules(Regex? Match, Regex? Skip)
{
    public static readonly AttachmentRules Default = new(null, null);
}

/// <summary>
/// When the documents of a kind are published, every year, both days included. The budget of year Y is due when the season
/// of Y has ended, the final accounts of Y when that of Y + 1 has.
/// </summary>
/// <param name="Kind">budget or final.</param>
public sealed record Season(string Kind, MonthDay From, MonthDay To)
{
    /// <summary>Budgets January to April, final accounts August to October.</summary>
    public static readonly ImmutableArray<Season> Usual =
        [new("budget", new(1, 1), new(4, 30)), new("final", new(8, 1), new(10, 31))];

    public bool Contains(DateOnly day)
    {
        var at = new MonthDay(day.Month, day.Day);
        return From <= To ? From <= at && at <= To : From <= at || at <= To;
    }
}

/// <summary>A day of any year.</summary>
public readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    public int CompareTo(MonthDay other) => ((Month * 100) + Day).CompareTo((other.Month * 100) + other.Day);

    /// <summary>01-15.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");

    public static bool operator <(MonthDay a, MonthDay b) => a.CompareTo(b) < 0;

    public static bool operator >(MonthDay a, MonthDay b) => a.CompareTo(b) > 0;

    public static bool operator <=(MonthDay a, MonthDay b) => a.CompareTo(b) <= 0;

    public static bool operator >=(MonthDay a, MonthDay b) => a.CompareTo(b) >= 0;
}

/// <summary>A body whose documents should be published on the portal.</summary>
/// <param name="Name">As its documents name it: 北京市教育委员会.</param>
/// <param name="Aliases">Other names that it bore or bears on links.</param>
/// <param name="Kinds">budget, final.</param>
/// <param name="Since">First fiscal year.</param>
/// <param name="Until">Last fiscal year, null if it goes on.</param>
public sealed record ExpectedBody(string Name, ImmutableArray<string> Aliases, ImmutableArray<string> Kinds, int Since, int? Until);

/// <summary>What <c>{year}</c> in start pages stands for, both included.</summary>
/// <param name="Since">null: the year before last.</param>
/// <param name="Until">null: this year.</param>
public sealed record YearRange(int? Since, int? Until)
{
    public static readonly YearRange Default = new(null, null);
}

/// <summary>
/// How often known files, and pages below listings, are asked whether they have changed: every night at first, and once in
/// <paramref name="EveryDays"/> days when they have not for <paramref name="AfterDays"/> days. So long a correction may stay unseen.
/// </summary>
public sealed record RecheckRules(int AfterDays, int EveryDays)
{
    public static readonly RecheckRules Default = new(90, 7);

    /// <summary>Whether an address may be left alone in this run. The turns of addresses are spread over the days.</summary>
    /// <param name="since">When what it gives now came first.</param>
    /// <param name="confirmed">When it was confirmed last.</param>
    public bool Rests(string address, DateTimeOffset since, DateTimeOffset confirmed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (EveryDays <= 1 || now - since < TimeSpan.FromDays(AfterDays) || now - confirmed >= TimeSpan.FromDays(EveryDays - 0.5))
        {
            return false;
        }

        var hash = 2166136261u;
        foreach (var c in address)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return (hash + (now.UtcTicks / TimeSpan.TicksPerDay)) % EveryDays != 0;
    }
}

/// <summary>What a visit may cost. Where a limit cuts, the visit is incomplete and says so.</summary>
/// <param name="ListingPages">Of all listings of the portal together.</param>
/// <param name="DetailPages">Pages between listing and files.</param>
/// <param name="PageBytes">Of one listing or detail page.</param>
/// <param name="FileBytes">Of one attachment.</param>
public sealed record PortalLimits(int ListingPages, int DetailPages, long PageBytes, long FileBytes)
{
    public static readonly PortalLimits Default = new(500, 20_000, 16L << 20, 512L << 20);
}
