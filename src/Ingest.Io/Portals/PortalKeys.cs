using System.Collections.Immutable;
using Ingest.Core.Text;

namespace Ingest.Io.Portals;

/// <summary>A key of a portal file.</summary>
/// <param name="Path">With those above it, joined by dots; below a list that list's name stands for every entry.</param>
/// <param name="Default">What holds without it; "" where it must be given.</param>
/// <param name="Meaning">One sentence, as in REFERENCE.md.</param>
public sealed record PortalKey(string Path, string Default, string Meaning);

/// <summary>Every key that a portal file may hold; any other is refused. The table of REFERENCE.md is compared with it by a test.</summary>
public static class PortalKeys
{
    public static readonly ImmutableArray<PortalKey> All =
    [
        new("name", "", "The file's name without `.yaml`: lower-case letters, digits, hyphens."),
        new("title", "", "For people: 无锡市人民政府 市级部门预决算."),
        new("region", "", "GB/T 2260, six digits in quotes."),
        new("archetype", "", "`paged-list`, `one-page`, `json` or `sitemap`."),
        new("start", "", "Addresses where a visit begins; `{year}` is a year, `{n}` in one of archetype `json` the page."),
        new("hosts", "those of `start`", "Further hosts that may be asked; `*.x.gov.cn` for all below."),
        new("verified", "false", "Whether somebody has compared `portals check` with the live portal."),
        new("note", "", "What a person should know."),
        new("delay", "2s", "Least time between two requests to one host."),
        new("verify-tls", "true", "`false` where the certificate is known not to verify; every visit says so."),
        new("years.since", "the year before last", "First year that `{year}` stands for."),
        new("years.until", "this year", "Last year that `{year}` stands for."),
        new("recheck.after", "90d", "A file or detail page that has not changed for so long is asked about less often."),
        new("recheck.every", "7d", "How often, then; `1d` is every night."),
        new("list.area", "the whole page", "CSS selector of the part that holds the entries."),
        new("list.items", "a[href]", "CSS selector of the entries' links, within the area."),
        new("list.match", "预算|决算, or all with area or items", "Regular expression: text, title or address of an entry must contain it."),
        new("list.skip", "nothing", "The same must not contain this."),
        new("pages.pattern", "found on the page", "Address of page n, relative to the start page: `index_{n}.html`."),
        new("pages.second", "2", "The n of the second page."),
        new("pages.step", "1", "By how much n grows from page to page."),
        new("json.items", "the answer itself", "Path of the array of entries: `data.list`."),
        new("json.url", "url", "Path, within an entry, of its address."),
        new("json.title", "title", "Path of its title."),
        new("json.date", "none", "Path of its date."),
        new("json.total", "none", "Path, from the root, of the number of all entries."),
        new("json.address", "as it stands", "Makes an address of it: `/detail/{}.html`."),
        new("json.post", "asked with GET", "Body to send by POST, JSON or the fields of a form: `{\"page\":{n},\"year\":{year}}`."),
        new("details.hops", "1", "Pages between listing and files: 0 to 3."),
        new("details.area", "the whole page", "CSS selector of the part of a detail page that is looked at."),
        new("details.match", "预算|决算", "With two hops or more: links that are followed from page to page."),
        new("attachments.match", "none", "Addresses that are files although no name says so: `download\\.do`."),
        new("attachments.skip", "nothing", "Text or address of a file that is not wanted."),
        new("seasons.kind", "", "`budget` or `final`."),
        new("seasons.from", "", "First day, `01-15`."),
        new("seasons.to", "", "Last day; afterwards a document is missing."),
        new("expect.body", "", "Name of a body whose documents should come."),
        new("expect.aliases", "none", "Its other names."),
        new("expect.kinds", "[budget, final]", "What it publishes."),
        new("expect.since", "", "First fiscal year."),
        new("expect.until", "none", "Last fiscal year."),
        new("limits.listing-pages", "500", "Most pages of listings in a visit."),
        new("limits.detail-pages", "20000", "Most detail pages in a visit."),
        new("limits.page-mb", "16", "Largest page, in MB."),
        new("limits.file-mb", "512", "Largest file, in MB."),
    ];

    private static readonly ImmutableHashSet<string> Paths = [.. All.Select(k => k.Path), .. All.Where(k => k.Path.Contains('.', StringComparison.Ordinal)).Select(k => k.Path[..k.Path.IndexOf('.', StringComparison.Ordinal)])];

    /// <summary>An archetype as portal files name it.</summary>
    public static string Word(Archetype archetype) => archetype switch
    {
        Archetype.PagedList => "paged-list",
        Archetype.OnePage => "one-page",
        Archetype.Json => "json",
        _ => "sitemap",
    };

    internal static bool IsKnown(string path) => Paths.Contains(path);

    /// <summary>The known key of the same level that looks most like it, for messages; null if none does.</summary>
    internal static string? Near(string path)
    {
        var level = path[..(path.LastIndexOf('.') + 1)];
        return Paths.Where(p => p.StartsWith(level, StringComparison.Ordinal) && !p[level.Length..].Contains('.', StringComparison.Ordinal))
            .Select(p => (Key: p[level.Length..], Far: NearNames.Distance(p[level.Length..], path[level.Length..])))
            .Where(k => k.Far <= 2).OrderBy(k => k.Far).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Key).FirstOrDefault();
    }
}
