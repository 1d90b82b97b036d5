using System.Collections.Immutable;

namespace Ingest.Io.Portals;

/// <summary>How a portal lists its publications.</summary>
public enum Archetype
{
    /// <summary>A list over pages; each entry leads to a detail page (or over several) or straight to a file.</summary>
    PagedList,

    /// <summary>One page, or a few, that hold all links.</summary>
    OnePage,

    /// <summary>An address that answers with JSON, page by page.</summary>
    Json,

    /// <summary>A sitemap.xml or an index of several.</summary>
    Sitemap,
}

/// <summary>
/// A place where budgets are published, as its YAML file describes it. Everything is checked by
/// <see cref="PortalCatalogue"/>: names are lower-case words with hyphens, addresses absolute and within <see cref="Hosts"/>.
/// </summary>
public sealed record Portal
{
    /// <summary>Key of the portal in commands, in the database and for its file: lower-case letters, digits, hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>For people: 北京市财政局 部门预算公开.</summary>
    public required string Title { get; init; }

    /// <summary>GB/T 2260, six digits: whose budgets are published here. A document's own region is read from its content.</summary>
    public required string Region { get; init; }

    public required Archetype Archetype { get; init; }

    /// <summary>Where a visit begins, at least one; <c>{year}</c> and, with JSON, <c>{n}</c> stand as written (<see cref="StartPage"/>).</summary>
    public required ImmutableArray<Uri> Start { get; init; }

    /// <summary>
    /// Lower-case hosts that may be asked, without port; <c>*.example.gov.cn</c> allows every host below. The hosts of
    /// <see cref="Start"/> are among them.
    /// </summary>
    public required ImmutableArray<string> Hosts { get; init; }

    public ListRules List { get; init; } = ListRules.Default;

    public PageRules Pages { get; init; } = PageRules.Default;

    /// <summary>Only with <see cref="Archetype.Json"/>.</summary>
    public JsonRules? Json { get; init; }

    /// <summary>What <c>{year}</c> stands for.</summary>
    public YearRange Years { get; init; } = YearRange.Default;

    /// <summary>How often known files and pages are asked about.</summary>
    public RecheckRules Recheck { get; init; } = RecheckRules.Default;

    public DetailRules Details { get; init; } = DetailRules.Default;

    public AttachmentRules Attachments { get; init; } = AttachmentRules.Default;

    /// <summary>When documents are published. A document is missing only after its season has ended.</summary>
    public ImmutableArray<Season> Seasons { get; init; } = Season.Usual;

    /// <summary>Whose documents should come; empty where nobody has written that down yet.</summary>
    public ImmutableArray<ExpectedBody> Expected { get; init; } = [];

    /// <summary>Least time between two requests to one host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>False where the portal's certificate is known not to verify; every visit says so.</summary>
    public bool VerifyTls { get; init; } = true;

    public PortalLimits Limits { get; init; } = PortalLimits.Default;

    /// <summary>Whether somebody has compared what it yields with the live portal.</summary>
    public bool Verified { get; init; }

    /// <summary>It comes with the program: nobody here has written it.</summary>
    public bool Bundled { get; init; }

    /// <summary>What a person should know: where the addresses come from, what is odd.</summary>
    public string Note { get; init; } = "";

    /// <summary>The file that describes it, for messages.</summary>
    public string File { get; init; } = "";

    /// <summary>Whether the portal may be asked for this address: http or https, on one of <see cref="Hosts"/>.</summary>
    public bool Allows(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.UserInfo.Length > 0)
        {
            return false;
        }

        foreach (var host in Hosts)
        {
            if (host.StartsWith("*.", StringComparison.Ordinal)
                    ? url.IdnHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
                    : url.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
