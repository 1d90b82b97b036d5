using System.CommandLine;
using System.Text;
using Ingest.Io.Archive;

namespace Ingest.Cli.Commands;

/// <summary>The other end of a load that parses documents in processes of their own. Not for people: it reads its documents from standard input.</summary>
internal static class WorkerCommandLine
{
    public const string Name = "parse-apart";

    public static Command Create(Terminal terminal)
    {
        var db = DatabaseFile.Option();
        var limits = new LimitOptions();
        var command = new Command(Name, "Parses documents for another process of this program.") { db };
        command.Hidden = true;
        limits.AddTo(command, isolate: false);
        command.SetAction(parsed => DatabaseFile.Write(parsed.GetRequiredValue(db), database =>
        {
            using var input = Console.OpenStandardInput();
            using var output = new StreamWriter(terminal.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            WorkerLoop.Run(database, limits.Read(parsed), input, output, static () => Environment.Exit(ExitCodes.Cancelled), terminal.Cancel);
            return ExitCodes.Clean;
        }));
        return command;
    }
}
