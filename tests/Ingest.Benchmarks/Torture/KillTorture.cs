using System.Diagnostics;
using System.Security.Cryptography;
using Ingest.Io.Export;
using Ingest.Io.Sqlite;
using Ingest.Tests.Harvest;

namespace Ingest.Benchmarks.Torture;

/// <summary>SIGKILL at random moments; what is finished afterwards must be what an undisturbed run gives.</summary>
internal static class KillTorture
{
    private const int Budgets = 60;

    // The most kills before one is left to finish.
    private const int KillsOfRound = 8;

    public static async Task RunAsync(Results results, string program, string fixtures, string work, int kills, int seed)
    {
        var random = new Random(seed);
        var input = Path.Combine(work, "in");
        Make(input, fixtures);
        Round(results, "load", program, work, random, kills * 9 / 20, db => ["load", input, "--db", db, "-q"]);

        await using var portal = await TestPortal.StartAsync();
        DemoPortal.Publish(portal, fixtures);
        DemoPortal.Describe(portal, Path.Combine(work, "portals"));
        Round(results, "run", program, work, random, kills / 4, db =>
        [
            "run", "--source", DemoPortal.Name, "--portals", Path.Combine(work, "portals"), "--store", db + ".store", "--reports", db + ".runs", "--report", db + ".report", "--db", db, "--delay", "0",
        ]);
        Exports(results, program, Path.Combine(work, "load-0.sqlite"), work, random, kills * 3 / 20);
        Merges(results, program, input, work, random, kills * 3 / 20);
        Together(results, program, input, work);
        FullDisk(results, program, input, work);
    }

    private static void Make(string folder, string fixtures)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(fixtures, "*.pdf"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        for (var i = 0; i < Budgets; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"made-{i:000}.pdf"), BudgetPdf.Of($"示范市第{i}局", 2020 + (i % 5), ("2010301", "行政运行", 100.00m + i, 1.00m), ("2210201", "住房公积金", 20.00m, i)));
        }
    }

    private static void Round(Results results, string what, string program, string work, Random random, int kills, Func<string, string[]> command)
    {
        var first = Path.Combine(work, $"{what}-0.sqlite");
        var clock = Stopwatch.StartNew();
        var code = Watched.Run(program, command(first)).Code;
        var usual = clock.Elapsed;
        var expected = Digest(first);
        int done = 0, rounds = 0, different = 0;
        while (done < kills)
        {
            rounds++;
            var db = Path.Combine(work, $"{what}-{rounds}.sqlite");
            var left = Math.Min(KillsOfRound, kills - done);
            while (true)
            {
                using var process = Watched.Start(program, command(db));
                var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
                var patience = left-- > 0 ? (int)(random.NextDouble() * random.NextDouble() * 1.2 * usual.TotalMilliseconds) : Timeout.Infinite;
                if (process.WaitForExit(patience))
                {
                    output.Wait();
                    results.Demand(process.ExitCode == code, $"{what} round {rounds} ends with {process.ExitCode}: {output.Result[1]}");
                    break;
                }

                process.Kill();
                process.WaitForExit();
                output.Wait();
                done++;
            }

            var difference = Difference(expected, Digest(db));
            different += difference.Length > 0 ? 1 : 0;
            results.Demand(difference.Length == 0, $"{what} round {rounds}: {difference}");
            results.Demand(!Directory.Exists(db + "-parsing") && !File.Exists(db + "-wal"), $"{what} round {rounds} leaves something beside the database");
            foreach (var file in Directory.GetFiles(work, $"{what}-{rounds}.sqlite*"))
            {
                File.Delete(file);
            }
        }

        results.Say($"{what}: {done} kills in {rounds} rounds; undisturbed {usual.TotalSeconds:0.0} s; rounds that came out different: {different}");
    }

    private static void Exports(Results results, string program, string db, string work, Random random, int kills)
    {
        string file = Path.Combine(work, "facts.csv"), whole = Path.Combine(work, "whole.csv");
        var clock = Stopwatch.StartNew();
        Watched.Run(program, ["export", "facts", "--db", db, "--out", whole]);
        var usual = clock.Elapsed.TotalMilliseconds;
        var torn = 0;
        for (var i = 0; i < kills; i++)
        {
            using var process = Watched.Start(program, "export", "facts", "--db", db, "--out", file);
            if (!process.WaitForExit((int)(random.NextDouble() * usual)))
            {
                process.Kill();
                process.WaitForExit();
            }

            torn += File.Exists(file) && !File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(whole)) ? 1 : 0;
        }

        Watched.Run(program, ["export", "facts", "--db", db, "--out", file]);
        results.Demand(torn == 0, $"{torn} exports were seen torn");
        results.Demand(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(whole)) && !File.Exists(file + ".partial"), $"an export after kills differs or leaves a part");
        results.Say($"export: {kills} kills; torn files: {torn}");
    }

    // Bundles of a plan, merged; the whole must be what a load gives.
    private static void Merges(Results results, string program, string input, string work, Random random, int kills)
    {
        string plan = Path.Combine(work, "plan.txt"), bundles = Path.Combine(work, "bundles");
        Watched.Run(program, ["plan", input, "--db", Path.Combine(work, "none.sqlite"), "--out", plan, "--pages", "10"]);
        for (int unit = 1, units = File.ReadLines(plan).Count(); unit <= units; unit++)
        {
            Watched.Run(program, ["work", "--plan", plan, "--unit", unit.ToString(System.Globalization.CultureInfo.InvariantCulture), "--out", bundles]);
        }

        Round(results, "merge", program, work, random, kills, db => ["merge", bundles, "--db", db]);
        var difference = Difference(Digest(Path.Combine(work, "load-0.sqlite")), Digest(Path.Combine(work, "merge-0.sqlite")));
        results.Demand(difference.Length == 0, $"a merge is not what a load is: {difference}");
    }

    private static void Together(Results results, string program, string input, string work)
    {
        var db = Path.Combine(work, "two.sqlite");
        var codes = new int[2];
        Parallel.For(0, 2, i => codes[i] = Watched.Run(program, ["load", input, "--db", db, "-q"]).Code);
        var difference = Difference(Digest(Path.Combine(work, "load-0.sqlite")), Digest(db));
        results.Demand(difference.Length == 0, $"two loads at once: {difference}");
        results.Say($"two loads at once into one database: codes {codes[0]} and {codes[1]}; differences: {(difference.Length == 0 ? "none" : difference)}");
    }

    // No file may grow beyond a megabyte, as on a disk that is full; then there is room again. The runtime has files of its own,
    // which would fail before the program does: for the code that it compiles, and for debuggers.
    private static void FullDisk(Results results, string program, string input, string work)
    {
        var db = Path.Combine(work, "full.sqlite");
        using (var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"trap '' XFSZ; ulimit -f 2048; export DOTNET_EnableWriteXorExecute=0 DOTNET_EnableDiagnostics=0; exec dotnet '{program}' load '{input}' --db '{db}' -q"]) { RedirectStandardError = true })!)
        {
            var error = shell.StandardError.ReadToEnd();
            shell.WaitForExit();
            results.Demand(shell.ExitCode == 3, $"a full disk ends with {shell.ExitCode}: {error}");
            results.Say($"full disk: code {shell.ExitCode}: {error.Trim().Split('\n')[^1].Replace(work, "", StringComparison.Ordinal)}");
        }

        Watched.Run(program, ["load", input, "--db", db, "-q"]);
        var difference = Difference(Digest(Path.Combine(work, "load-0.sqlite")), Digest(db));
        results.Demand(difference.Length == 0, $"after a full disk: {difference}");
    }

    private static Dictionary<string, string> Digest(string path)
    {
        using var database = Database.OpenForReading(path);
        var digest = Exporter.Names.ToDictionary(n => n, n => HashOf(database, n), StringComparer.Ordinal);
        using var integrity = new Statement(database.Connection, "PRAGMA integrity_check");
        digest["integrity"] = integrity.Step() ? integrity.Text(0) : "";
        using var keys = new Statement(database.Connection, "PRAGMA foreign_key_check");
        digest["foreign keys"] = keys.Step() ? "broken" : "ok";
        return digest;
    }

    private static string HashOf(Database database, string export)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        using (var text = new StreamWriter(stream))
        {
            CsvExport.Write(database, export, text, CancellationToken.None);
        }

        return Convert.ToHexString(hash.Hash!);
    }

    private static string Difference(Dictionary<string, string> expected, Dictionary<string, string> got) =>
        string.Join(' ', expected.Where(e => !string.Equals(got[e.Key], e.Value, StringComparison.Ordinal)).Select(e => e.Key).Concat(
            new[] { "integrity", "foreign keys" }.Where(k => got[k] != "ok")).Distinct(StringComparer.Ordinal));
}
