using System.Collections.Immutable;

namespace Ingest.Core.Reports.Site;

/// <summary>What is known of the whole before its parts come: how many, and what can be filtered by.</summary>
/// <param name="Documents">Entries that will come, files that could not be read included.</param>
/// <param name="Anomalies">Of all of them.</param>
/// <param name="Regions">Codes of the regions of documents.</param>
/// <param name="Years">Fiscal years, as text.</param>
/// <param name="Kinds">Kinds of tables that anomalies concern.</param>
/// <param name="Codes">Codes of anomalies that occur.</param>
public sealed record SiteOptions(
    int Documents, int Anomalies, ImmutableArray<string> Regions, ImmutableArray<string> Years, ImmutableArray<string> Kinds, ImmutableArray<string> Codes)
{
    internal IEnumerable<string> Cities => Regions.Select(Site.Regions.CityOf).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
