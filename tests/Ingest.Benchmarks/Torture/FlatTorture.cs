using System.Diagnostics;
using Ingest.Tests.Harvest;

namespace Ingest.Benchmarks.Torture;

/// <summary>Ten thousand distinct documents in one load: memory must not grow with their number.</summary>
internal static class FlatTorture
{
    private const int EachBundled = 5;
    private const double MostGrowth = 1.5;

    public static void Run(Results results, string program, string fixtures, string work, int documents)
    {
        var input = Path.Combine(work, "many");
        Directory.CreateDirectory(input);
        var bundled = Directory.GetFiles(fixtures, "*.pdf").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        for (var i = 0; i < documents; i++)
        {
            File.WriteAllBytes(Path.Combine(input, $"{i:00000}.pdf"), i % EachBundled == 0
                ? [.. bundled[i / EachBundled % bundled.Length], .. System.Text.Encoding.ASCII.GetBytes($"\n%{i}\n")]
                : BudgetPdf.Of($"示范市第{i % 997}局", 2020 + (i % 5), ("2010301", "行政运行", 100.00m + i, 1.00m), ("2210201", "住房公积金", 20.00m, i)));
        }

        var clock = Stopwatch.StartNew();
        var samples = new List<double>();
        var db = Path.Combine(work, "many.sqlite");
        var first = Watched.Run(program, ["load", input, "--db", db, "-q"], samples.Add);
        var again = Watched.Run(program, ["load", input, "--db", db, "-q"]);
        double Average(double from, double to) => samples.Skip((int)(samples.Count * from)).Take(Math.Max(1, (int)(samples.Count * (to - from)))).DefaultIfEmpty().Average();
        results.Say($"{documents:N0} documents: {first.Seconds:0} s CPU, {clock.Elapsed.TotalSeconds:0} s; resident MB {Average(0.1, 0.2):0} at 15 %, {Average(0.45, 0.55):0} at 50 %, {Average(0.9, 1):0} at the end, peak {first.PeakMegabytes:0}; database {new FileInfo(db).Length >> 20} MB");
        results.Say($"the second load: {again.Seconds:0.0} s CPU, peak {again.PeakMegabytes:0} MB");
        results.Demand(first.Code is 0 or 1 && again.Code is 0 or 1, $"codes {first.Code} and {again.Code}");
        results.Demand(Average(0.9, 1) < MostGrowth * Average(0.1, 0.2), $"memory grows with the number of documents");
    }
}
