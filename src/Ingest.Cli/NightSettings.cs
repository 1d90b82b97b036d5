using System.CommandLine;
using System.Globalization;
using Ingest.Io.Archive;
using Ingest.Io.Harvest;

namespace Ingest.Cli;

/// <summary>How a night goes on after the harvest.</summary>
/// <param name="Load">False: only the harvest.</param>
/// <param name="Reports">The folder of run reports.</param>
/// <param name="RequiredCoverage">Per cent; null for no gate.</param>
/// <param name="Loading">How documents are parsed; null for the usual way.</param>
/// <param name="Site">The folder of the HTML report; null for none.</param>
internal sealed record Night(HarvestOptions Options, bool Load, string Reports, decimal? RequiredCoverage = null, string? Site = null, LoadOptions? Loading = null)
{
    /// <summary>Gets the run report on its standard input; null for none.</summary>
    public string? OnFinish { get; init; }
}

/// <summary>The options of the commands that do a whole night.</summary>
internal sealed class NightSettings
{
    private const decimal All = 100;

    private readonly Option<string?> _coverage = new("--require-coverage")
    {
        Description = "Ends with code 5 if fewer of the documents that were due have come. What is due: `expect` in the portal files, and what a body published the year before.",
        HelpName = "PERCENT",
    };

    private readonly Option<string> _site = new("--report")
    {
        Description = "The folder of the HTML report, written anew when documents are new; none to write none.", HelpName = "DIR", DefaultValueFactory = _ => "out/report",
    };

    public NightSettings() => _coverage.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && Percent(result.Tokens[0].Value) is null)
        {
            result.AddError("--require-coverage wants per cent from 0 to 100: 95%.");
        }
    });

    private readonly LimitOptions _limits = new();

    public HarvestSettings Harvest { get; } = new();

    public void AddTo(Command command)
    {
        Harvest.AddTo(command);
        command.Options.Add(_coverage);
        command.Options.Add(_site);
        _limits.AddTo(command);
    }

    /// <exception cref="UsageException">There is no such portal, or a portal file is wrong.</exception>
    public Night Read(ParseResult parsed) => new(
        Harvest.Read(parsed), Load: true, parsed.GetRequiredValue(Harvest.Reports), parsed.GetValue(_coverage) is { } text ? Percent(text) : null,
        parsed.GetRequiredValue(_site) is var site and not "none" ? site : null, _limits.ReadInto(new LoadOptions([], Environment.ProcessorCount), parsed))
    {
        OnFinish = parsed.GetValue(Harvest.OnFinish),
    };

    /// <summary>The same options, for a command line that runs in any folder.</summary>
    public IEnumerable<string> Arguments(ParseResult parsed) =>
    [
        .. Harvest.Arguments(parsed),
        _site.Name, parsed.GetRequiredValue(_site) is var site and not "none" ? Path.GetFullPath(site) : "none",
        .. parsed.GetValue(_coverage) is { } text ? [_coverage.Name, text] : Array.Empty<string>(),
        .. _limits.Arguments(parsed),
    ];

    private static decimal? Percent(string text) =>
        decimal.TryParse(text.TrimEnd('%', '％'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= All ? percent : null;
}
