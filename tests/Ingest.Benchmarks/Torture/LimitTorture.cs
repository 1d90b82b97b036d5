using Ingest.Io.Sqlite;
using Ingest.Tests.Harvest;

namespace Ingest.Benchmarks.Torture;

/// <summary>Hostile files (or folders and archives of them), each loaded by a process of its own with a sound one before and behind it: a result within 60 s and 1 GB.</summary>
internal static class LimitTorture
{
    private const double MostSeconds = 60;
    private const double MostMegabytes = 1024;
    private const int MeasureEach = 25;

    public static void Run(Results results, string program, string work, string? folder)
    {
        var files = folder is null ? HostileFiles.Write(Path.Combine(work, "hostile")) : [.. Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal)];
        var sound = BudgetPdf.Of("示范市示范局", 2026, ("2010301", "行政运行", 10.00m, 1.00m));
        string first = Path.Combine(work, "a.pdf"), last = Path.Combine(work, "z.pdf");
        File.WriteAllBytes(first, sound);
        File.WriteAllBytes(last, [.. sound, .. "%\n"u8]);
        double seconds = 0, megabytes = 0;
        (string Most, string Longest) names = ("", "");
        foreach (var (file, number) in files.Select((f, i) => (f, i)))
        {
            var db = Path.Combine(work, "limits.sqlite");
            foreach (var old in Directory.GetFiles(work, "limits.sqlite*"))
            {
                File.Delete(old);
            }

            var run = Watched.Run(program, ["load", first, file, last, "--db", db, "-q", "-j", "1"], most: TimeSpan.FromMinutes(10));
            var name = Path.GetFileName(file);
            results.Demand(run.Code is 0 or 1, $"{name} ends the load with {run.Code}: {run.Error.Trim()}");
            results.Demand(run.Seconds <= MostSeconds && run.PeakMegabytes <= MostMegabytes, $"{name} takes {run.Seconds:0.0} s and {run.PeakMegabytes:0} MB");
            if (run.Code is 0 or 1)
            {
                using var database = Database.OpenForReading(db);
                results.Demand(database.Number("SELECT count(*) FROM files f JOIN documents d ON d.sha256 = f.sha256 WHERE f.name IN ('a.pdf', 'z.pdf') AND d.facts > 0") == 2, $"{name} keeps the others from being stored");
                results.Demand(run.Code == 0 || database.Number("SELECT count(*) FROM anomalies WHERE severity = 'lost'") > 0, $"{name}: code 1 without a word");
                results.Demand(database.Number("SELECT count(*) FROM anomalies WHERE code = 'internal-error'") == 0, $"{name} is an internal error");
            }

            (seconds, names.Longest) = run.Seconds > seconds ? (run.Seconds, name) : (seconds, names.Longest);
            (megabytes, names.Most) = run.PeakMegabytes > megabytes ? (run.PeakMegabytes, name) : (megabytes, names.Most);
            if (number % MeasureEach == MeasureEach - 1)
            {
                Console.WriteLine($"{number + 1} of {files.Count}");
            }
        }

        results.Say($"{files.Count} hostile files, each between two sound ones; the longest {seconds:0.0} s CPU ({names.Longest}), the most {megabytes:0} MB ({names.Most})");
    }
}
