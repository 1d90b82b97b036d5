using System.Collections.Concurrent;
using Ingest.Tests.Cli;

namespace Ingest.Tests;

/// <summary>The same bytes give the same records, whatever the order and however many threads work.</summary>
public sealed class DeterminismTests : IDisposable
{
    private static readonly string[] Exports = ["facts", "cells", "tables", "anomalies", "checks", "narrative", "indicators"];

    private static readonly string[] Documents = [.. Directory.GetFiles(Repository.Fixture("documents"), "*.pdf").Order(StringComparer.Ordinal)];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Exports_do_not_depend_on_the_order_of_files_nor_on_the_number_of_threads()
    {
        var alone = Load("alone.sqlite", Documents, jobs: "1");
        var together = Load("together.sqlite", Shuffled(), jobs: "4");

        foreach (var export in Exports)
        {
            var expected = Export(alone, export);
            Assert.True(expected.Length > 1000, $"the export of {export} is nearly empty");
            Assert.Equal(expected, Export(together, export));
        }
    }

    [Fact]
    public void Tables_of_documents_read_at_the_same_time_are_those_of_documents_read_alone()
    {
        var chosen = Documents.Where((_, i) => i % 2 == 0).ToArray();
        var alone = chosen.ToDictionary(d => d, Tables, StringComparer.Ordinal);

        var together = new ConcurrentBag<(string Document, string Json)>();
        Parallel.ForEach(chosen.Concat(chosen.Reverse()), new ParallelOptions { MaxDegreeOfParallelism = 6 }, d => together.Add((d, Tables(d))));

        Assert.All(together, t => Assert.Equal(alone[t.Document], t.Json));
    }

    private static IEnumerable<string> Shuffled()
    {
        var shuffled = (string[])Documents.Clone();
        new Random(20160143).Shuffle(shuffled);
        return shuffled;
    }

    private string Load(string name, IEnumerable<string> documents, string jobs)
    {
        var db = _folder.File(name);
        Assert.InRange(CommandLine.Run(["load", .. documents, "--db", db, "--jobs", jobs, "--quiet"]).Code, 0, 1);
        return db;
    }

    private static string Export(string db, string what) => CommandLine.Run("export", what, "--db", db).Output;

    private static string Tables(string document) => CommandLine.Run("tables", document, "--format", "json").Output;
}
