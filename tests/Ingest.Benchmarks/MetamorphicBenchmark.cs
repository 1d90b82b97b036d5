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
        var limit = new ParallelOptions { MaxDegreeOfParallelism = jobs };
        var pages = new PdfReading[files.Length];
        var before = new ParsedDocument[files.Length];
        Parallel.For(0, files.Length, limit, f =>
        {
            var reading = PdfPigPageReader.Read(File.ReadAllBytes(files[f]), null, CancellationToken.None);
            pages[f] = reading;
            before[f] = DocumentParser.Parse(new SourceDocument("", Path.GetFileName(files[f]), 0), reading.Pages, reading.Anomalies);
        });

        // each change is told as soon as it is done: all of them take long
        Console.WriteLine($"{files.Length} files\n{"change",-30}   facts    kept %  doubted %  changed %  changed & verified  lost in silence");
        foreach (var change in changes)
        {
            var found = new FactComparison[files.Length];
            Parallel.For(0, files.Length, limit, f => found[f] = Compare(before[f], change, pages[f]));
            Console.WriteLine(Line(change.Name, found.Aggregate(FactComparison.None, static (sum, one) => sum + one)));
            var wrongs = found.SelectMany((one, f) => one.Wrongs.Select(w => before[f].Source.Name + ": " + w));
            foreach (var wrong in wrongs.Take(show))
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
