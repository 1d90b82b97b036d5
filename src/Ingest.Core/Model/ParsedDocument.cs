using System.Collections.Immutable;

namespace Ingest.Core.Model;

/// <summary>A document as it came.</summary>
/// <param name="Sha256">Of its bytes, lower-case hex; the key of everything that is derived from it.</param>
/// <param name="Name">File name, decoded, for people.</param>
/// <param name="Creator">The program that wrote the document, as the PDF says; "" if it does not.</param>
/// <param name="Producer">The program that made the PDF of it.</param>
public sealed record SourceDocument(string Sha256, string Name, long Bytes, Uri? Url = null, string Creator = "", string Producer = "");

/// <summary>Who and when, read from the content.</summary>
/// <param name="RegionCode">GB/T 2260, six digits, "" if not known.</param>
/// <param name="Phase">budget, final or "".</param>
/// <param name="Scope">department, unit, government or "".</param>
public sealed record DocumentIdentity(string Entity, string RegionCode, int? FiscalYear, string Phase, string Scope, ImmutableArray<string> Reasons)
{
    public static readonly DocumentIdentity Unknown = new("", "", null, "", "", []);
}

/// <summary>What is kept of a page.</summary>
public sealed record PageSummary(int Number, double Width, double Height, int Glyphs, int Rulings, int Images, bool Trusted);

/// <summary>Everything that the pipeline makes of one document.</summary>
/// <param name="CheckAnomalies">How many of the anomalies, the last ones, come from the checks: they are replaced when checks run again.</param>
public sealed record ParsedDocument(
    SourceDocument Source,
    DocumentIdentity Identity,
    ImmutableArray<PageSummary> Pages,
    ImmutableArray<BudgetTable> Tables,
    ImmutableArray<Fact> Facts,
    ImmutableArray<NarrativeFact> Narrative,
    ImmutableArray<Check> Checks,
    ImmutableArray<Anomaly> Anomalies,
    int CheckAnomalies = 0)
{
    /// <summary>The forms with goals, in reading order.</summary>
    public ImmutableArray<PerformanceForm> Forms { get; init; } = [];

    /// <summary>The indicators of the forms, in reading order.</summary>
    public ImmutableArray<Indicator> Indicators { get; init; } = [];

    /// <summary>Cells that hold names or telephone numbers of persons: exports leave them out unless asked.</summary>
    public ImmutableArray<CellRef> Personal { get; init; } = [];
}
