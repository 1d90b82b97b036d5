using System.Globalization;
using Ingest.Core;
using Ingest.Core.Model;
using Ingest.Io.Pdf;
using Ingest.Tests.Metamorphic;

namespace Ingest.Benchmarks;

/// <summary>The documents of a folder read again after each change that a reader does not mind: what becomes of their facts.</summary>
internal static class MetamorphicBenchmark
{
    /// <param name="only">Part of the name of a change; "" for all.</param>
    /// <param name="show">How many wrong facts of each change are told.</param>
    public static int Run(string folder, string only, int show, int jobs)
    {
        var changes = Changes.All.Where(c => c.Name.Contains(only, StringComparison.Ordinal)).ToArray();
        var files = Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var found = new FactComparison[files.Length, changes.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, f =>
        {
            var source = new SourceDocument("", Path.GetFileName(files[f]), 0);
            var reading = PdfPigPageReader.Read(File.ReadAllBytes(files[f]), null, CancellationToken.None);
            var before = DocumentParser.Parse(source, reading.Pages, reading.Anomalies);
            for (var c = 0; c < changes.Length; c++)
            {
                var compared = Compare(before, changes[c], reading);
                found[f, c] = compared with { Wrongs = [.. compared.Wrongs.Select(w => source.Name + ": " + w)] };
            }
        });

        Console.WriteLine($"{files.Length} files\n{"change",-30}   facts    kept %  doubted %  changed %  changed & verified  lost in silence");
        for (var c = 0; c < changes.Length; c++)
        {
            var sum = FactComparison.None;
            for (var f = 0; f < files.Length; f++)
            {
                sum += found[f, c];
            }

            Console.WriteLine(Line(changes[c].Name, sum));
            foreach (var wrong in sum.Wrongs.Take(show))
            {
                Console.WriteLine("    " + wrong);
            }
        }

        return 0;
    }

    /// <summary>A fault of ours in one document loses all of its facts, and the others are told.</summary>
    private static FactComparison Compare(ParsedDocument before, Change change, PdfReading reading)
    {
        try
        {
            return FactComparison.Of(before, DocumentParser.Parse(before.Source, [.. reading.Pages.Select(change.Apply)], reading.Anomalies));
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException)
        {
            var facts = before.Facts.Count(f => f.Amount is { Fen: not 0 });
            return new FactComparison(facts, 0, 0, 0, 0, facts) { Wrongs = ["FAULT " + fault] };
        }
    }

    public static string Line(string name, FactComparison sum)
    {
        double Share(int count) => sum.Facts == 0 ? 0 : 100.0 * count / sum.Facts;
        return string.Create(CultureInfo.InvariantCulture,
            $"{name,-30} {sum.Facts,7} {Share(sum.Kept),9:0.00} {Share(sum.Doubted),10:0.00} {Share(sum.Changed),10:0.00} {sum.Verified,19} {sum.Lost,16}");
    }
}
