using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using Ingest.Cli.Commands;
using Ingest.Io.Sqlite;

namespace Ingest.Cli;

/// <summary>Parses the command line, runs the command, and turns what is thrown into a message and an exit code, once.</summary>
internal static class Program
{
    /// <summary>Shows the stack of an unexpected failure.</summary>
    private const string TraceVariable = "INGEST_TRACE";

    public static int Main(string[] args)
    {
        using var cancel = new CancellationTokenSource();
        void Stop(PosixSignalContext context)
        {
            // A second signal ends the process at once.
            context.Cancel = !cancel.IsCancellationRequested;
            cancel.Cancel();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return Run(args, Terminal.OfConsole(cancel.Token));
    }

    public static int Run(string[] args, Terminal terminal)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            // @list.txt is ours, not a response file.
            var parsed = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (Mistakes.Of(parsed, args) is { Count: > 0 } mistakes)
            {
                foreach (var mistake in mistakes)
                {
                    terminal.Error.WriteLine($"ingest: {mistake}");
                }

                terminal.Error.WriteLine($"Try: ingest {CommandName(parsed)}--help");
                return ExitCodes.Usage;
            }

            var code = ExitCodes.Clean;
            terminal.WriteText(null, output => code = parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = output,
                Error = terminal.Error,
            }));
            return code;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("ingest: cancelled; what was finished is kept");
            return ExitCodes.Cancelled;
        }
        catch (UsageException e)
        {
            terminal.Error.WriteLine($"ingest: {e.Message}");
            return ExitCodes.Usage;
        }
        catch (NotThereException e)
        {
            terminal.Error.WriteLine($"ingest: {e.Message}");
            return ExitCodes.Incomplete;
        }
        catch (Exception e)
        {
            terminal.Error.WriteLine(Environment.GetEnvironmentVariable(TraceVariable) is null ? $"ingest: {Explain(e)}" : $"ingest: {e}");
            return ExitCodes.Environment;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("""
            Chinese government budgets: from published PDFs to checked, exact, traceable numbers.

            Exit codes: 0 clean; 1 finished, but some documents failed or lost numbers, or what was asked for is not there;
            2 usage; 3 environment (disk, database, another run at work); 4 nothing could be fetched, or rate limited;
            5 fewer documents than --require-coverage demands; 130 cancelled.
            """)
        {
            LoadCommand.Create(terminal),
            PlanCommand.Create(terminal),
            WorkCommand.Create(terminal),
            MergeCommand.Create(terminal),
            TablesCommand.Create(terminal),
            DrawCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ReportCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ExportCommand.Create(terminal),
            DiffCommand.Create(terminal),
            SampleCommand.Create(terminal),
            StatusCommand.Create(terminal),
            EntitiesCommand.Create(terminal),
            PortalsCommand.Create(terminal),
            HarvestCommand.Harvest(terminal),
            HarvestCommand.Run(terminal),
            ScheduleCommand.Create(terminal),
            WorkerCommandLine.Create(terminal),
        };
        HelpWithExample.Attach(root);
        return root;
    }

    private static string CommandName(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";

    private static string Explain(Exception e) => e switch
    {
        IOException or UnauthorizedAccessException or DatabaseException => e.Message,
        _ => $"unexpected failure, please report it ({TraceVariable}=1 shows where): {e.GetType().Name}: {e.Message}",
    };
}

/// <summary>The command line asks for something that cannot be; the message says what.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>What a command was asked for is not in the database; the message says what, and what is near.</summary>
internal sealed class NotThereException(string message) : Exception(message);
