using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Core.Checks.Coverage;

/// <summary>The ledger in numbers. Only what is expected and whose season is over counts.</summary>
public sealed record CoverageTotals(int Due, int Got, int Open)
{
    public int Holes => Due - Got;

    /// <summary>Per cent, cut off to one decimal: 99.9 is never shown as 100. Null where nothing was due.</summary>
    public decimal? Percent => Due == 0 ? null : Math.Floor(1000m * Got / Due) / 10;

    public static CoverageTotals Of(ImmutableArray<CoverageRow> rows) => new(
        rows.Count(r => r.IsDue), rows.Count(r => r.IsDue && r.State == CoverageState.Got), rows.Count(r => r.State == CoverageState.Open));

    /// <summary>Whether at least that many per cent came. Where nothing was due nobody can tell, and the answer is no.</summary>
    public bool Reaches(decimal percent) => Due > 0 && 100m * Got >= percent * Due;

    public string Text => Due == 0
        ? "nothing was due: no portal file expects a body, and no body published the year before"
        : string.Create(CultureInfo.InvariantCulture, $"{Got:N0} of {Due:N0} documents that were due ({Percent:0.0}%)");
}
