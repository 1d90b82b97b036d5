using System.Globalization;
using Ingest.Tests.Harvest;

namespace Ingest.Benchmarks;

/// <summary>
/// Measures a whole folder of PDFs, not a function: what counts is the cost of a document beside what PdfPig alone
/// needs for the same bytes. CPU time, not wall time, so that the figures do not depend on the cores.
/// </summary>
internal static class Program
{
    private const string Usage = """
        Ingest.Benchmarks STAGE FOLDER [--jobs N]    one stage over every PDF below FOLDER
        Ingest.Benchmarks ratio FOLDER [--jobs N] [--rounds N]
                                                     all stages in turn, after a warm-up, with their ratios to pdfpig
        Ingest.Benchmarks micro FOLDER               the finder on single pages; FOLDER holds the bundled documents

        Ingest.Benchmarks metamorphic FOLDER [--jobs N] [--only WORD] [--show N]
                                                     what becomes of the facts when the pages change in ways readers do not mind
        Ingest.Benchmarks metamorphic-text FILE PAGES [--change NAME] [--facts] [--scale POINTS]
                                                     what is read of pages 3,4 after a change: pages, grids, facts and anomalies as text
        Ingest.Benchmarks fuzz N [--seed S] [--held-back] [--by AXIS] [--jobs N] [--show N] [--out DIR] [--right-grids]
                                                     N documents drawn at random: grids and facts right, by axis of their looks; with
                                                     --right-grids only facts of tables whose grid is right: what the later stages do
        Ingest.Benchmarks fuzz-axes N [--seed S] [--show N]
                                                     the same, each value of each axis alone in otherwise plain looks
        Ingest.Benchmarks fuzz-case NUMBER [--seed S] [--shrink] [--out DIR] [--right-grids]
                                                     one of them told, and drawn as SVG with its truth
        Ingest.Benchmarks fuzz-text NUMBER [--seed S] [--kind KIND]
                                                     its grids that are wrong, as meant and as found, with their pages as text
        Ingest.Benchmarks torture INGEST.DLL FIXTURES OUT [--only mutants|limits|kills|flat] [--mutants N] [--kills N] [--documents N]
                                      [--minutes N] [--seed S] [--jobs N] [--hostile DIR]
                                                     what hurts, at length; figures go to RESULTS.md; --minutes bounds the mutants,
                                                     --hostile takes what lies in DIR, folders as a whole, in place of the files made here
        Ingest.Benchmarks recipes FOLDER|DATABASE README.md REFERENCE.md … [--jobs N]
                                                     the queries of these files, and the panels beside the totals that their tables print
        Ingest.Benchmarks mutants REPORT.json [--list]
                                                     what became of the mutants that tests/mutants.sh made, and which live
        Ingest.Benchmarks mutant-sample PERCENT SEED FILE…
                                                     members of sources drawn at random, for tests/mutants.sh
        Ingest.Benchmarks night DOCUMENTS            a night over a portal whose documents are all known, served in process
        Ingest.Benchmarks demo INGEST.DLL FOLDER OUT two nights of the program against a portal that publishes FOLDER

        STAGE  pdfpig   PdfPig alone: opens each file and touches the letters and paths of every page
               read     our reader: pages of glyphs, rulings, shades
               find     the reader and the table finder
               parse    the reader and the whole parse

        --jobs    documents at a time, one per thread; 1 by default
        --rounds  how often each stage runs; the least CPU time counts; 3 by default
        """;

    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["night", var documents] when int.TryParse(documents, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
                return NightBenchmark.RunAsync(count).GetAwaiter().GetResult();
            case ["metamorphic", var folder, ..] when Directory.Exists(folder):
                return MetamorphicBenchmark.Run(folder, Text(args, "--only", ""), Option(args, "--show", 0), Option(args, "--jobs", 1));
            case ["metamorphic-text", var file, var pages, ..] when File.Exists(file):
                return MetamorphicText.Run(
                    file, Text(args, "--change", ""), [.. pages.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture))], args.Contains("--facts"), Option(args, "--scale", 0));
            case ["fuzz", var documents, ..] when int.TryParse(documents, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
                return FuzzBenchmark.Run(
                    count, Option(args, "--seed", 1), args.Contains("--held-back"), Text(args, "--by", ""), Option(args, "--jobs", 1), Option(args, "--show", 0), Text(args, "--out", ""),
                    args.Contains("--right-grids"));
            case ["fuzz-axes", var each, ..] when int.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
                return FuzzBenchmark.Alone(count, Option(args, "--seed", 1), Option(args, "--show", 0));
            case ["fuzz-case", var which, ..] when int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                return FuzzBenchmark.Show(Option(args, "--seed", 1), number, args.Contains("--shrink"), Text(args, "--out", ""), args.Contains("--right-grids"));
            case ["fuzz-text", var which, ..] when int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                return FuzzText.Run(Option(args, "--seed", 1), number, 4.5, Text(args, "--kind", ""));
            case ["torture", var program, var documents, var output, ..]:
                return Torture.TortureBenchmark.RunAsync(program, documents, output, (name, otherwise) => Text(args, name, otherwise)).GetAwaiter().GetResult();
            case ["recipes", var source, ..] when File.Exists(source) || Directory.Exists(source):
                return RecipeBenchmark.Run(source, [.. args.Skip(2).Where(a => a.EndsWith(".md", StringComparison.Ordinal))], Option(args, "--jobs", 1));
            case ["mutants", var report, ..] when File.Exists(report):
                return MutantBenchmark.Run(report, args.Contains("--list"));
            case ["mutant-sample", var percent, var draw, .. var sources]:
                return MutantSample.Run(int.Parse(percent, CultureInfo.InvariantCulture), int.Parse(draw, CultureInfo.InvariantCulture), sources);
            case ["demo", var program, var folder, var output]:
                return Demo.RunAsync(program, folder, output, Console.Out).GetAwaiter().GetResult();
        }

        if (args.Length < 2 || !Directory.Exists(args[1]))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        if (string.Equals(args[0], "micro", StringComparison.Ordinal))
        {
            FinderBenchmarks.Run(args[1]);
            return 0;
        }

        var jobs = Option(args, "--jobs", 1);
        var files = Directory.EnumerateFiles(args[1], "*.pdf", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => new PdfFile(Path.GetFileName(f), File.ReadAllBytes(f)))
            .ToArray();

        if (string.Equals(args[0], "ratio", StringComparison.Ordinal))
        {
            Ratios(files, jobs, Option(args, "--rounds", 3));
            return 0;
        }

        if (!Stage.All.TryGetValue(args[0], out var stage))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        Console.WriteLine(Measurement.Header);
        Console.WriteLine(Measurement.Of(args[0], stage, files, jobs));
        return 0;
    }

    private static void Ratios(PdfFile[] files, int jobs, int rounds)
    {
        // A first pass over everything compiles all code paths to their last tier.
        foreach (var (name, stage) in Stage.All)
        {
            Measurement.Of(name, stage, files, jobs);
        }

        var best = new Dictionary<string, Measurement>(StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, stage) in Stage.All)
            {
                var m = Measurement.Of(name, stage, files, jobs);
                if (!best.TryGetValue(name, out var old) || m.CpuSeconds < old.CpuSeconds)
                {
                    best[name] = m;
                }
            }
        }

        Console.WriteLine(Measurement.Header + "  of pdfpig  added");
        var before = 0.0;
        var alone = best["pdfpig"].CpuSeconds;
        foreach (var name in Stage.All.Keys)
        {
            var cpu = best[name].CpuSeconds;
            Console.WriteLine(best[name] + string.Create(
                CultureInfo.InvariantCulture, $"  {cpu / alone,8:0.00}x  {(cpu - before) / alone,5:+0.00;-0.00}x"));
            before = string.Equals(name, "pdfpig", StringComparison.Ordinal) ? 0 : cpu;
        }
    }

    private static int Option(string[] args, string name, int otherwise) =>
        int.Parse(Text(args, name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    private static string Text(string[] args, string name, string otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
    }
}

/// <summary>A file held in memory, so that no disk is measured.</summary>
internal sealed record PdfFile(string Name, byte[] Bytes);
