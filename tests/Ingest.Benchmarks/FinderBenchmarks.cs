using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Ingest.Core.Model;
using Ingest.Core.Tables;
using Ingest.Io.Pdf;

namespace Ingest.Benchmarks;

/// <summary>
/// The finder on single pages of the bundled documents, one of each way to draw a table. For comparing
/// two versions of one function; what a document costs is told by <see cref="Stage"/>.
/// </summary>
[MemoryDiagnoser]
public class FinderBenchmarks
{
    private static readonly Dictionary<string, (string Document, int Page)> Pages = new(StringComparer.Ordinal)
    {
        ["ruled"] = ("seed-chromium.pdf", 4),
        ["thin boxes"] = ("seed-calc.pdf", 3),
        ["open"] = ("doc0018.pdf", 5),
        ["form"] = ("seed-reportlab.pdf", 17),
        ["prose"] = ("seed-writer.pdf", 2),
    };

    private IReadOnlyList<PageContent> _page = [];

    /// <summary>How the tables of the page are drawn.</summary>
    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    public static IEnumerable<string> Kinds => Pages.Keys;

    [GlobalSetup]
    public void ReadPage()
    {
        var (document, page) = Pages[Kind];
        _page = PdfPigPageReader.Read(File.ReadAllBytes(Path.Combine(Folder, document)), new HashSet<int> { page }, CancellationToken.None).Pages;
    }

    [Benchmark]
    public int Find() => TableFinder.Find(_page).Tables.Length;

    /// <param name="folder">Of the bundled documents.</param>
    public static void Run(string folder)
    {
        Folder = folder;

        // In this process: the generated project of the default way would be restored and built anew for each run.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        var config = DefaultConfig.Instance.AddJob(job);
        BenchmarkRunner.Run<FinderBenchmarks>(config);
        BenchmarkRunner.Run<AmountBenchmarks>(config);
    }

    private static string Folder { get; set; } = "";
}
