using System.Diagnostics;
using Ingest.Tests.Hostile;

namespace Ingest.Benchmarks.Torture;

/// <summary>Mutants by the hundred thousand: small budgets mostly, and each tenth of a bundled document.</summary>
internal static class MutantTorture
{
    private const int TenthOfBundled = 10;
    private const double SlowSeconds = 10;

    // Of each outcome that should not be.
    private const int Shown = 10;

    /// <param name="fixtures">The folder of the bundled documents.</param>
    /// <param name="marks">A folder: the mutant in hand lies there, so that one that ends the process is found; those that came out wrong stay.</param>
    public static void Run(Results results, string fixtures, string marks, int mutants, int seed, int jobs, TimeSpan most)
    {
        Directory.CreateDirectory(marks);
        var small = MutantSource.Small();
        var bundled = Directory.GetFiles(fixtures, "*.pdf").Order(StringComparer.Ordinal).Select(f => new MutantSource(Path.GetFileName(f), File.ReadAllBytes(f))).ToArray();
        var counts = new int[Enum.GetValues<MutantOutcome>().Length];
        var kinds = PdfMutator.Names.ToDictionary(n => n, _ => new int[counts.Length], StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        int done = 0, slow = 0;
        var shown = new int[counts.Length];
        var gate = new Lock();
        Parallel.For(0, mutants, new ParallelOptions { MaxDegreeOfParallelism = jobs }, (number, state) =>
        {
            if (clock.Elapsed > most)
            {
                state.Stop();
                return;
            }

            var source = number % TenthOfBundled == 0 ? bundled[number / TenthOfBundled % bundled.Length] : small[number % small.Count];
            var (kind, bytes) = PdfMutator.Mutate(source.Bytes, seed, number);
            var mark = Path.Combine(marks, $"{seed}-{number}.pdf");
            File.WriteAllBytes(mark, bytes);
            var started = Stopwatch.GetTimestamp();
            var outcome = MutantOutcome.Fault;
            var detail = "";
            var thread = new Thread(() => (outcome, detail) = source.Judge(bytes), 64 << 20);
            thread.Start();
            thread.Join();
            var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
            lock (gate)
            {
                done++;
                counts[(int)outcome]++;
                kinds[kind][(int)outcome]++;
                slow += took > SlowSeconds ? 1 : 0;
                if (outcome is MutantOutcome.Fault or MutantOutcome.ChangedAndVerified or MutantOutcome.LostInSilence && shown[(int)outcome]++ < Shown)
                {
                    File.Copy(mark, Path.Combine(marks, $"{outcome}-{Path.GetFileName(mark)}"), overwrite: true);
                    results.Say($"{source.Name} seed {seed} number {number} ({kind}): {outcome}: {detail[..Math.Min(300, detail.Length)]}");
                }
            }

            File.Delete(mark);
        });

        results.Say($"{done:N0} mutants of {small.Count} small and {bundled.Length} bundled documents in {clock.Elapsed.TotalMinutes:0} min, seed {seed}, {jobs} at a time");
        results.Say($"{"kind",-26}{string.Concat(Enum.GetNames<MutantOutcome>().Select(n => $"{n,20}"))}");
        foreach (var (kind, of) in kinds.Append(new("all", counts)))
        {
            results.Say($"{kind,-26}{string.Concat(of.Select(n => $"{n,20:N0}"))}");
        }

        results.Say($"over {SlowSeconds} s of wall time: {slow}; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        results.Demand(counts[(int)MutantOutcome.Fault] == 0, $"{counts[(int)MutantOutcome.Fault]} faults");
        results.Demand(counts[(int)MutantOutcome.ChangedAndVerified] == 0, $"{counts[(int)MutantOutcome.ChangedAndVerified]} changed amounts are verified without a word");
    }
}
