using System.CommandLine;

namespace Ingest.Cli;

/// <summary>How much a command tells of its work; results are given in any case.</summary>
internal enum Verbosity : byte
{
    /// <summary>Troubles only.</summary>
    Quiet,
    Normal,
    /// <summary>A line for each file.</summary>
    Detailed,
}

/// <summary>The options that say how much is told, and where else.</summary>
internal sealed class VerbosityOptions
{
    private readonly Option<Verbosity> _verbosity = new("--verbosity", "-v")
    {
        Description = "quiet: troubles only; normal: progress on a terminal, and a summary; detailed: also a line for each file.",
        HelpName = "quiet|normal|detailed",
        DefaultValueFactory = _ => Verbosity.Normal,
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "The same as --verbosity quiet." };

    public void AddTo(Command command)
    {
        command.Add(_verbosity);
        command.Add(_quiet);
    }

    public Verbosity Read(ParseResult parsed) => parsed.GetValue(_quiet) ? Verbosity.Quiet : parsed.GetValue(_verbosity);
}
