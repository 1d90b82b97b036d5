using System.Diagnostics;
using System.Globalization;

namespace Ingest.Benchmarks.Torture;

/// <summary>A call of the program, watched from outside: what Linux tells of it in /proc.</summary>
/// <param name="Code">128 + signal where a signal ended it.</param>
/// <param name="PeakMegabytes">Of its resident memory.</param>
/// <param name="Seconds">Of processor time, of itself and of the processes that it started and waited for.</param>
internal sealed record Watched(int Code, double PeakMegabytes, double Seconds, string Error)
{
    private const int TicksOfSecond = 100;

    public static Process Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("nice") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-n", "19", "dotnet", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <param name="each">Told resident megabytes several times a second.</param>
    /// <param name="most">After so long it is killed: code 137.</param>
    public static Watched Run(string program, IEnumerable<string> arguments, Action<double>? each = null, TimeSpan? most = null)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        double peak = 0, seconds = 0;
        var clock = Stopwatch.StartNew();
        while (!process.WaitForExit(50))
        {
            peak = Math.Max(peak, Status(process.Id, "VmHWM:"));
            seconds = Math.Max(seconds, Processor(process.Id));
            each?.Invoke(Status(process.Id, "VmRSS:"));
            if (clock.Elapsed > (most ?? TimeSpan.FromHours(2)))
            {
                process.Kill(entireProcessTree: true);
            }
        }

        Task.WaitAll(output, error);
        return new Watched(process.ExitCode, peak, seconds, error.Result);
    }

    private static double Status(int process, string key)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return 0;
        }
    }

    private static double Processor(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
            return fields.Skip(11).Take(4).Sum(f => double.Parse(f, CultureInfo.InvariantCulture)) / TicksOfSecond;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
