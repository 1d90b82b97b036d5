using System.Globalization;

namespace Ingest.Benchmarks.Torture;

/// <summary>
/// What would take too long for the tests: hostile files, kills, ten thousand documents, mutants. All of it is about an hour of two
/// cores; mutants by the hundred thousand are several runs, each with a seed of its own.
/// </summary>
internal static class TortureBenchmark
{
    public static async Task<int> RunAsync(string program, string fixtures, string output, Func<string, string, string> option)
    {
        Directory.CreateDirectory(output);
        var file = Path.Combine(fixtures, "..", "..", "tests", "Ingest.Benchmarks", "RESULTS.md");
        var only = option("--only", "");
        var failed = false;
        int Number(string name, int otherwise) => int.Parse(option(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

        async Task Part(string name, string arguments, Func<Results, string, Task> run)
        {
            if (only.Length > 0 && only != name)
            {
                return;
            }

            Console.WriteLine($"== {name}");
            var work = Path.Combine(output, name);
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }

            Directory.CreateDirectory(work);
            var results = new Results(Path.GetFullPath(file));
            await run(results, work);
            results.Write(name, $"./run.sh torture --only {name}{arguments}");
            failed |= results.Failed;
        }

        int mutants = Number("--mutants", 20_000), kills = Number("--kills", 200), documents = Number("--documents", 10_000), seed = Number("--seed", 1);
        var hostile = option("--hostile", "") is { Length: > 0 } folder ? folder : null;
        await Part("limits", hostile is null ? "" : " --hostile …", (results, work) => Task.Run(() => LimitTorture.Run(results, program, work, hostile)));
        await Part("kills", $" --kills {kills} --seed {seed}", (results, work) => KillTorture.RunAsync(results, program, fixtures, work, kills, seed));
        await Part("flat", $" --documents {documents}", (results, work) => Task.Run(() => FlatTorture.Run(results, program, fixtures, work, documents)));
        await Part("mutants", $" --mutants {mutants} --seed {seed}", (results, work) => Task.Run(() =>
            MutantTorture.Run(results, fixtures, work, mutants, seed, Number("--jobs", 1), TimeSpan.FromMinutes(Number("--minutes", 60)))));
        Console.WriteLine(failed ? "BROKEN" : "all promises held");
        return failed ? 1 : 0;
    }
}
