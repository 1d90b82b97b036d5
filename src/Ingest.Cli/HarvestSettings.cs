using System.CommandLine;
using System.Globalization;
using Ingest.Core.Reports;
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

    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Visit bundled portals too that nobody has compared with the live ones. Without it, those that --source names, and those of your own folder; on a terminal you are asked." };

    /// <summary>Gets the run report.</summary>
    public Option<string?> OnFinish { get; } = new("--on-finish") { Description = "A command for the shell that gets the run report as JSON on its standard input when the run has ended: mail, chat, anything.", HelpName = "COMMAND" };

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
        foreach (var option in (Option[])[Source, Portals, Store, Reports, Delay, Contact, _visit, _night, _all, _yes, OnFinish])
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
        .. parsed.GetValue(_yes) ? [_yes.Name] : Array.Empty<string>(),
        .. parsed.GetValue(OnFinish) is { Length: > 0 } command ? [OnFinish.Name, command] : Array.Empty<string>(),
    ];

    /// <summary>Nobody visits twenty-five servers by mistake.</summary>
    /// <exception cref="UsageException">Portals would be visited that nobody has verified, named or agreed to.</exception>
    public void DemandConsent(ParseResult parsed, Terminal terminal, IReadOnlyList<Portal> portals)
    {
        var named = parsed.GetValue(Source) ?? [];
        var unverified = portals.Where(p => p is { Bundled: true, Verified: false } && !named.Contains(p.Name, StringComparer.Ordinal)).ToList();
        if (unverified.Count == 0 || parsed.GetValue(_yes))
        {
            return;
        }

        var many = $"{Plural.Of(unverified.Count, "bundled portal")} ({string.Join(", ", unverified.Take(4).Select(p => p.Name))}{(unverified.Count > 4 ? " …" : "")})";
        if (terminal.Ask is not { } ask)
        {
            throw new UsageException($"{many} would be visited that nobody has compared with the live ones. Name those you mean with --source, or say --yes.");
        }

        if (!ask($"{many}: nobody has compared them with the live ones. Visit them?"))
        {
            throw new UsageException("Nothing was visited. Name the portals you mean with --source.");
        }
    }

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
