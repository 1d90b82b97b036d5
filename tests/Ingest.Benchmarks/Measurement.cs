using System.Diagnostics;
using System.Globalization;

namespace Ingest.Benchmarks;

/// <param name="CpuSeconds">Of the whole process, garbage collection included.</param>
internal sealed record Measurement(string Stage, int Files, int Pages, double CpuSeconds, double Seconds, double Megabytes)
{
    public const string Header = "stage    files   pages    cpu s   wall s  pages/cpu s  allocated MB";

    public static Measurement Of(string name, Func<PdfFile, int> stage, PdfFile[] files, int jobs)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var start = Stopwatch.GetTimestamp();
        var pages = 0;
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = jobs }, file => Interlocked.Add(ref pages, stage(file)));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return new Measurement(
            name, files.Length, pages, (process.TotalProcessorTime - cpu).TotalSeconds, seconds,
            (GC.GetTotalAllocatedBytes() - allocated) / 1e6);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Stage,-7} {Files,6} {Pages,7} {CpuSeconds,8:0.00} {Seconds,8:0.00} {Pages / CpuSeconds,12:0} {Megabytes,13:0}");
}
