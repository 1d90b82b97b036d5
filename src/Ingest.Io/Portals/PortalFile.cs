using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ingest.Io.Portals;

/// <summary>Reads one portal file. What it says is either possible, or refused with file and line.</summary>
internal static partial class PortalFile
{
    private const double LongestDelay = 600;
    private const int DeepestNesting = 32;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <param name="file">Its path, for messages; its name must be the portal's.</param>
    public static Portal Read(string file, TextReader text)
    {
        var yaml = new YamlStream();
        try
        {
            var content = text.ReadToEnd();
            DemandShallow(file, content);
            yaml.Load(new StringReader(content));
        }
        catch (YamlException e)
        {
            throw YamlSection.Problem(file, e.Start, $"is no YAML: {e.InnerException?.Message ?? e.Message}");
        }

        if (yaml.Documents.Count != 1 || yaml.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw new PortalException($"{file}:1: a portal file is one document with keys");
        }

        List<string> problems = [];
        var all = new YamlSection(file, "", root, problems);
        var archetype = ArchetypeOf(all);
        var start = StartOf(all, archetype);
        var portal = new Portal
        {
            Name = NameOf(all, file),
            Title = all.Required("title"),
            Region = RegionOf(all),
            Archetype = archetype ?? Archetype.PagedList,
            Start = start,
            Hosts = HostsOf(all, start),
            List = ListOf(all, archetype),
            Pages = PagesOf(all, archetype),
            Json = JsonOf(all, archetype),
            Years = YearsOf(all, start),
            Recheck = RecheckOf(all),
            Details = DetailsOf(all),
            Attachments = AttachmentsOf(all),
            Seasons = SeasonsOf(all),
            Expected = ExpectedOf(all),
            Delay = DelayOf(all),
            VerifyTls = all.Flag("verify-tls", otherwise: true),
            Limits = LimitsOf(all),
            Verified = all.Flag("verified", otherwise: false),
            Note = all.Text("note", ""),
            File = file,
        };
        return problems.Count == 0 ? portal : throw new PortalException([.. problems.Distinct(StringComparer.Ordinal)]);
    }

    // The library builds nodes by recursion: a hundred thousand brackets would overflow the stack. Its events come one by one.
    private static void DemandShallow(string file, string content)
    {
        var depth = 0;
        for (var events = new Parser(new StringReader(content)); events.MoveNext();)
        {
            depth += events.Current!.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw YamlSection.Problem(file, events.Current.Start, string.Create(CultureInfo.InvariantCulture, $"is nested more than {DeepestNesting} deep"));
            }
        }
    }

    private static string NameOf(YamlSection all, string file)
    {
        var name = all.Required("name");
        return name.Length == 0 ? name
            : !NameShape().IsMatch(name) ? all.Wrong("name", "must be lower-case letters, digits and hyphens", name)
            : name != Path.GetFileNameWithoutExtension(file) ? all.Wrong("name", $"'{name}' must be the name of the file", name)
            : name;
    }

    private static string RegionOf(YamlSection all)
    {
        var region = all.Required("region");
        return region.Length is 0 or 6 && region.All(char.IsAsciiDigit) ? region : all.Wrong("region", "must be six digits in quotes, as in GB/T 2260", region);
    }

    /// <summary>Null where the file names none that is known: then nothing is said of what belongs to which.</summary>
    private static Archetype? ArchetypeOf(YamlSection all) => all.Required("archetype") switch
    {
        "paged-list" => Archetype.PagedList,
        "one-page" => Archetype.OnePage,
        "json" => Archetype.Json,
        "sitemap" => Archetype.Sitemap,
        "" => null,
        var other => all.Wrong<Archetype?>("archetype", $"'{other}' is none of paged-list, one-page, json, sitemap", null),
    };

    private static ImmutableArray<Uri> StartOf(YamlSection all, Archetype? archetype)
    {
        if (!all.Has("start"))
        {
            return all.Wrong<ImmutableArray<Uri>>("start", "at least one address is needed", []);
        }

        return [.. all.Texts("start").Select(s => Address(all, s, archetype)).OfType<Uri>()];
    }

    private static Uri? Address(YamlSection all, (string Value, YamlNode Node) start, Archetype? archetype) =>
        archetype is not (Archetype.Json or null) && start.Value.Contains("{n}", StringComparison.Ordinal)
            ? all.Wrong<Uri?>(start.Node, "start: {n} belongs to archetype json; elsewhere use pages.pattern", null)
            : Uri.TryCreate(start.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { Host.Length: > 0, UserInfo.Length: 0 }
                ? url
                : all.Wrong<Uri?>(start.Node, $"start: '{start.Value}' is no http or https address", null);

    private static ImmutableArray<string> HostsOf(YamlSection all, ImmutableArray<Uri> start)
    {
        foreach (var (host, node) in all.Texts("hosts"))
        {
            // A wildcard above a city's own domain would open half of the country: *.gov.cn.
            if (!HostShape().IsMatch(host) || (host.StartsWith("*.", StringComparison.Ordinal) && host.Count(c => c == '.') < 3))
            {
                all.Wrong(node, $"hosts: '{host}' is no host name (lower-case, without http:// and port), or allows too much", 0);
            }
        }

        return [.. start.Select(u => u.IdnHost.ToLowerInvariant()).Concat(all.Texts("hosts").Select(h => h.Value)).Distinct(StringComparer.Ordinal)];
    }

    private static ListRules ListOf(YamlSection all, Archetype? archetype)
    {
        if (all.Section("list") is not { } list)
        {
            return archetype == Archetype.Sitemap ? all.Wrong("list", "archetype sitemap needs list.match, or every page of the site would be visited", ListRules.Default)
                : archetype == Archetype.Json ? ListRules.Default with { Match = null } : ListRules.Default;
        }

        var chosen = list.Has("area") || list.Has("items") || archetype == Archetype.Json;
        if (archetype == Archetype.Sitemap && !list.Has("match"))
        {
            list.Wrong("match", "archetype sitemap needs it, or every page of the site would be visited", 0);
        }

        return new ListRules(
            Selector(list, "area", ""), Selector(list, "items", ListRules.Default.Items), list.Pattern("match", chosen ? null : ListRules.Default.Match), list.Pattern("skip", null));
    }

    private static PageRules PagesOf(YamlSection all, Archetype? archetype)
    {
        if (all.Section("pages") is not { } pages)
        {
            return PageRules.Default;
        }

        if (archetype is Archetype.OnePage or Archetype.Sitemap)
        {
            return all.Wrong("pages", "belongs to archetypes paged-list and json", PageRules.Default);
        }

        var pattern = pages.Text("pattern", "");
        if (pattern.Length > 0 && archetype == Archetype.Json)
        {
            return pages.Wrong("pattern", "belongs to archetype paged-list; write {n} into start", PageRules.Default);
        }

        return pattern.Length > 0 && !pattern.Contains("{n}", StringComparison.Ordinal)
            ? pages.Wrong("pattern", "must contain {n}", PageRules.Default)
            : new PageRules(pattern, pages.Whole("second", 2, 0, 10_000), pages.Whole("step", 1, 1, 1000));
    }

    private static JsonRules? JsonOf(YamlSection all, Archetype? archetype)
    {
        if (archetype != Archetype.Json)
        {
            return archetype is not null && all.Has("json") ? all.Wrong<JsonRules?>("json", "belongs to archetype json", null) : null;
        }

        if (all.Section("json") is not { } json)
        {
            return all.Wrong<JsonRules?>("json", "archetype json needs it", null);
        }

        var address = json.Text("address", "");
        return address.Length > 0 && !address.Contains("{}", StringComparison.Ordinal)
            ? json.Wrong<JsonRules?>("address", "must contain {}", null)
            : new JsonRules(json.Text("items", ""), json.Text("url", "url"), json.Text("title", "title"), json.Text("date", ""), json.Text("total", ""), address, json.Text("post", ""));
    }

    private static YearRange YearsOf(YamlSection all, ImmutableArray<Uri> start)
    {
        if (all.Section("years") is not { } years)
        {
            return YearRange.Default;
        }

        if (!start.IsEmpty && !start.Any(s => s.OriginalString.Contains(StartPage.YearMark, StringComparison.Ordinal))
            && all.Section("json")?.Text("post", "").Contains(StartPage.YearMark, StringComparison.Ordinal) != true)
        {
            all.Wrong("years", "belongs to a start page or json.post with {year}", 0);
        }

        var since = years.Has("since") ? years.Whole("since", 0, FirstYear, LastYear) : (int?)null;
        return new YearRange(since, years.Has("until") ? years.Whole("until", 0, since ?? FirstYear, LastYear) : null);
    }

    private static RecheckRules RecheckOf(YamlSection all) => all.Section("recheck") is { } recheck
        ? new RecheckRules(Days(recheck, "after", RecheckRules.Default.AfterDays, 0), Days(recheck, "every", RecheckRules.Default.EveryDays, 1))
        : RecheckRules.Default;

    private static int Days(YamlSection section, string key, int otherwise, int least)
    {
        var match = DaysShape().Match(section.Text(key, string.Create(CultureInfo.InvariantCulture, $"{otherwise}d")));
        return match.Success && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var days && days >= least
            ? days
            : section.Wrong(key, string.Create(CultureInfo.InvariantCulture, $"must be days from {least}d to 999d"), otherwise);
    }

    private static DetailRules DetailsOf(YamlSection all) => all.Section("details") is { } details
        ? new DetailRules(details.Whole("hops", 1, 0, 3), Selector(details, "area", ""), details.Pattern("match", null) ?? DetailRules.Default.Match)
        : DetailRules.Default;

    private static AttachmentRules AttachmentsOf(YamlSection all) => all.Section("attachments") is { } attachments
        ? new AttachmentRules(attachments.Pattern("match", null), attachments.Pattern("skip", null))
        : AttachmentRules.Default;

    private static ImmutableArray<Season> SeasonsOf(YamlSection all)
    {
        var given = all.Sections("seasons").Select(s => new Season(Kind(s, s.Required("kind"), "kind"), Day(s, "from"), Day(s, "to"))).ToImmutableArray();
        return [.. given, .. Season.Usual.Where(u => !given.Any(g => g.Kind == u.Kind))];
    }

    private static ImmutableArray<ExpectedBody> ExpectedOf(YamlSection all)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return [.. all.Sections("expect").Select(e =>
        {
            var since = e.Has("since") ? e.Whole("since", 0, FirstYear, LastYear) : e.Wrong("since", "the first fiscal year is needed", FirstYear);
            var until = e.Has("until") ? e.Whole("until", 0, since, LastYear) : (int?)null;
            var kinds = e.Texts("kinds").Select(k => Kind(e, k.Value, "kinds")).Distinct(StringComparer.Ordinal).ToImmutableArray();
            var body = new ExpectedBody(e.Required("body"), [.. e.Texts("aliases").Select(a => a.Value)], kinds.IsEmpty ? ["budget", "final"] : kinds, since, until);
            var twice = body.Aliases.Prepend(body.Name).FirstOrDefault(n => !known.Add(n));
            return twice is null ? body : e.Wrong("body", $"'{twice}' is named twice", body);
        })];
    }

    private static string Kind(YamlSection section, string kind, string key) =>
        kind is "budget" or "final" or "" ? kind : section.Wrong(key, $"'{kind}' is neither budget nor final", kind);

    private static MonthDay Day(YamlSection section, string key) =>
        DateOnly.TryParseExact("2000-" + section.Required(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new MonthDay(day.Month, day.Day)
            : section.Has(key) ? section.Wrong(key, "must be a day of the year: \"01-15\"", new MonthDay(1, 1)) : new MonthDay(1, 1);

    private static TimeSpan DelayOf(YamlSection all)
    {
        var match = DelayShape().Match(all.Text("delay", "2s"));
        return match.Success && double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var seconds and <= LongestDelay
            ? TimeSpan.FromSeconds(seconds)
            : all.Wrong("delay", "must be seconds up to ten minutes: 2s, 0.5s", TimeSpan.Zero);
    }

    private static PortalLimits LimitsOf(YamlSection all) => all.Section("limits") is { } limits
        ? new PortalLimits(
            limits.Whole("listing-pages", PortalLimits.Default.ListingPages, 1, 100_000),
            limits.Whole("detail-pages", PortalLimits.Default.DetailPages, 1, 1_000_000),
            (long)limits.Whole("page-mb", 16, 1, 256) << 20,
            (long)limits.Whole("file-mb", 512, 1, 4096) << 20)
        : PortalLimits.Default;

    private static string Selector(YamlSection section, string key, string otherwise)
    {
        var selector = section.Text(key, otherwise);
        return selector.Length == 0 || new CssSelectorParser().ParseSelector(selector) is not null ? selector : section.Wrong(key, $"'{selector}' is no CSS selector", otherwise);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();

    [GeneratedRegex("^(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex HostShape();

    [GeneratedRegex("^([0-9]{1,3})d$", RegexOptions.CultureInvariant)]
    private static partial Regex DaysShape();

    [GeneratedRegex("^([0-9]{1,3}(?:\\.[0-9]{1,3})?)s$", RegexOptions.CultureInvariant)]
    private static partial Regex DelayShape();
}
