using System.Diagnostics;

namespace Ingest.Cli;

/// <summary>The command of the operator that gets the report of a run on its standard input: a mail, a chat, anything.</summary>
internal static class FinishCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Runs it by the shell. That it fails is told; the run is no worse for it.</summary>
    public static void Run(Terminal terminal, string command, Action<Stream> report)
    {
        try
        {
            var start = OperatingSystem.IsWindows()
                ? new ProcessStartInfo("cmd.exe") { ArgumentList = { "/c", command } }
                : new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", command } };
            start.RedirectStandardInput = true;
            using var process = Process.Start(start)!;
            try
            {
                using var input = process.StandardInput.BaseStream;
                report(input);
            }
            catch (IOException)
            {
                // It did not want to read all of it.
            }

            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                terminal.Error.WriteLine($"ingest: --on-finish {command}: ended after five minutes");
            }
            else if (process.ExitCode != 0)
            {
                terminal.Error.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ingest: --on-finish {command}: exit code {process.ExitCode}"));
            }
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            terminal.Error.WriteLine($"ingest: --on-finish {command}: {e.Message}");
        }
    }
}
