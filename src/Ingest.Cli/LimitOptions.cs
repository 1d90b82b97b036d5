using System.CommandLine;
using Ingest.Io.Archive;
using Ingest.Io.Pdf;

namespace Ingest.Cli;

/// <summary>What a document may cost, and where it is parsed: for every command that reads PDFs into the database.</summary>
internal sealed class LimitOptions
{
    private readonly Option<string[]> _limit = new("--limit")
    {
        Description = $"What one document may take; may be given several times. Default: {new DocumentLimits()}.", HelpName = "NAME=N",
    };

    private readonly Option<bool> _isolate = new("--isolate")
    {
        Description = "Parses every document in processes of their own. Without it, only a document during which the program ended before.",
    };

    public LimitOptions() => _limit.Validators.Add(result =>
    {
        try
        {
            Apply(result.Tokens.Select(t => t.Value));
        }
        catch (FormatException e)
        {
            result.AddError($"--limit: {e.Message}.");
        }
    });

    public void AddTo(Command command, bool isolate = true)
    {
        command.Options.Add(_limit);
        if (isolate)
        {
            command.Options.Add(_isolate);
        }
    }

    public DocumentLimits Read(ParseResult parsed) => Apply(parsed.GetValue(_limit) ?? []);

    /// <summary>The same options, for a load.</summary>
    public LoadOptions ReadInto(LoadOptions options, ParseResult parsed) =>
        options with { DocumentLimits = Read(parsed), Isolate = parsed.GetValue(_isolate), Worker = Itself() };

    /// <summary>The same options, for a command line that runs in any folder.</summary>
    public IEnumerable<string> Arguments(ParseResult parsed) =>
        [.. (parsed.GetValue(_limit) ?? []).SelectMany(l => new[] { _limit.Name, l }), .. parsed.GetValue(_isolate) ? [_isolate.Name] : Array.Empty<string>()];

    /// <summary>For a unit of a plan, which tells the limits it was made for.</summary>
    /// <param name="isolate">Every document is parsed in a process of its own.</param>
    public static LoadOptions ForUnit(string limits, bool isolate) => new LoadOptions([], Jobs: 1) with
    {
        DocumentLimits = Apply(limits.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        Isolate = isolate,
        Worker = Itself(),
    };

    private static DocumentLimits Apply(IEnumerable<string> settings) => settings.Aggregate(new DocumentLimits(), (limits, setting) => limits.With(setting));

    private static WorkerCommand Itself() => new(ThisProgram.Line[0], [.. ThisProgram.Line.Skip(1), Commands.WorkerCommandLine.Name]);
}
