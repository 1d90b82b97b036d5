using System.CommandLine;
using System.Globalization;
using Ingest.Io.Archive;
using Ingest.Io.Harvest;
using Ingest.Io.Portals;

namespace Ingest.Cli;

/// <summary>The options of every command that visits portals.</summary>
internal sealed class HarvestSettings
{
    private const decimal LongestDelay = 600;
    private const decimal MostHours = 1000;

    public Option<string[]> Source { get; } = new("--source") { Description = "Only this portal; may be given several times. Default: all.", HelpName = "NAME" };

    public Option<string?> Portals { get; } = new("--portals") { Description = "A folder with portal files of your own; they replace bundled ones of the same name.", HelpName = "DIR" };

    public Option<string> Store { get; } = new("--store") { Description = "Where fetched files are kept, by their content.", HelpName = "DIR", DefaultValueFactory = _ => "out/store" };

    public Option<string> Reports { get; } = new("--reports") { Description = "Where the JSON report of each run is written.", HelpName = "DIR", DefaultValueFactory = _ => "out/runs" };

    public Option<double?> Delay { get; } = new("--delay") { Description = "Seconds between two requests to a host, in place of the portals' own. robots.txt may ask for more.", HelpName = "S" };

    public Option<string> Contact { get; } = new("--contact") { Description = "Where a webmaster can reach you; goes into the User-Agent.", HelpName = "ADDRESS", DefaultValueFactory = _ => "" };

    private readonly Option<double> _visit = new("--visit-hours") { Description = "The longest time for one portal; what is left is for the next run.", HelpName = "H", DefaultValueFactory = _ => new PoliteSettings().LongestVisit.TotalHours };

    private readonly Option<double> _night = new("--night-hours") { Description = "The longest time for all portals together.", HelpName = "H", DefaultValueFactory = _ => new PoliteSettings().LongestNight.TotalHours };

    private readonly Option<bool> _all = new("--recheck-all") { Description = "Ask about every known file and page, also those that have not changed for long and whose turn is another night." };

    public HarvestSettings()
    {
        Delay.Demand(s => s is >= 0 and <= LongestDelay, "seconds from 0 to 600");
        foreach (var hours in (Option<double>[])[_visit, _night])
        {
            hours.Demand(h => h is > 0 and <= MostHours, "hours from 0 to 1000");
        }
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Source, Portals, Store, Reports, Delay, Contact, _visit, _night, _all])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The same options, for a command line that runs in any folder.</summary>
    public IEnumerable<string> Arguments(ParseResult parsed) =>
    [
        .. (parsed.GetValue(Source) ?? []).SelectMany(s => new[] { Source.Name, s }),
        .. parsed.GetValue(Portals) is { } folder ? [Portals.Name, Path.GetFullPath(folder)] : Array.Empty<string>(),
        Store.Name, Path.GetFullPath(parsed.GetRequiredValue(Store)), Reports.Name, Path.GetFullPath(parsed.GetRequiredValue(Reports)),
        .. parsed.GetValue(Delay) is { } seconds ? [Delay.Name, seconds.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. parsed.GetRequiredValue(Contact) is { Length: > 0 } contact ? [Contact.Name, contact] : Array.Empty<string>(),
        .. new[] { _visit, _night }.Where(o => parsed.GetResult(o) is { Implicit: false }).SelectMany(o => new[] { o.Name, parsed.GetRequiredValue(o).ToString(CultureInfo.InvariantCulture) }),
        .. parsed.GetValue(_all) ? [_all.Name] : Array.Empty<string>(),
    ];

    /// <exception cref="UsageException">There is no such portal, or a portal file is wrong.</exception>
    public HarvestOptions Read(ParseResult parsed) => new(
        Chosen(parsed.GetValue(Portals), parsed.GetValue(Source) ?? []), new FileStore(parsed.GetRequiredValue(Store)),
        new PoliteSettings
        {
            Contact = parsed.GetRequiredValue(Contact),
            Delay = parsed.GetValue(Delay) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            LongestVisit = TimeSpan.FromHours(parsed.GetRequiredValue(_visit)),
            LongestNight = TimeSpan.FromHours(parsed.GetRequiredValue(_night)),
        },
        PortalCrawler.CrawlAsync,
        (link, disposition, url, head) => FileNames.Decide(link, disposition, url, head).Display)
    {
        RecheckAll = parsed.GetValue(_all),
    };

    public static IReadOnlyList<Portal> Chosen(string? folder, IReadOnlyCollection<string> names)
    {
        IReadOnlyList<Portal> all;
        try
        {
            all = PortalCatalogue.Load(folder);
        }
        catch (PortalException e)
        {
            throw new UsageException(e.Message);
        }

        return names.FirstOrDefault(n => all.All(p => p.Name != n)) is { } unknown
            ? throw new UsageException($"There is no portal {unknown}. Known: {string.Join(", ", all.Select(p => p.Name))}.")
            : names.Count == 0 ? all : [.. all.Where(p => names.Contains(p.Name, StringComparer.Ordinal))];
    }
}
