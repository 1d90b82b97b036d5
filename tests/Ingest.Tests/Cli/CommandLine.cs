using System.Text;
using Ingest.Cli;

namespace Ingest.Tests.Cli;

/// <summary>Runs a command in process.</summary>
internal static class CommandLine
{
    public static Outcome Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = Program.Run(args, new Terminal(output, error, OutputIsTerminal: false, ErrorIsTerminal: false, Width: 100, CancellationToken.None));
        return new Outcome(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    internal sealed record Outcome(int Code, string Output, string Error);
}
