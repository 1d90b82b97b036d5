using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>What lists and the overview tell of a document, or of a file that is none.</summary>
/// <param name="Key">Names the document's folder; "" for a file that could not be read.</param>
/// <param name="Identities">Checks by identity: held, failed, unverifiable.</param>
/// <param name="Anomalies">In the order of the document, without what must not be shown.</param>
public sealed record SiteEntry(
    string Key,
    string Name,
    DocumentIdentity Identity,
    string Producer,
    DocumentCounts Counts,
    ImmutableArray<(string Identity, int Passed, int Failed, int Unverifiable)> Identities,
    ImmutableArray<Anomaly> Anomalies)
{
    /// <summary>Of each anomaly: by how many 元 the identities through its cell fail, and the unit that its table is printed in.</summary>
    public ImmutableArray<(decimal Yuan, string Unit)> Weights { get; init; } = [];

    public static SiteEntry Of(SiteDocument site)
    {
        var document = site.Document;
        var identities = document.Checks.GroupBy(c => c.Identity, StringComparer.Ordinal).Select(g => (
            g.Key, g.Count(c => c.Result == CheckResult.Pass), g.Count(c => c.Result == CheckResult.Fail), g.Count(c => c.Result == CheckResult.Unverifiable)));
        var producer = document.Source.Producer.Length > 0 ? document.Source.Producer : document.Source.Creator;
        return new SiteEntry(
            site.Key, site.Name, document.Identity, producer, DocumentCounts.Of(document), [.. identities],
            [.. document.Anomalies.Select(a => site.Hides(a.Where.Table, a.Where.Row, a.Where.Column) ? Without(a) : a)])
        {
            Weights = AnomalyWeights.Of(site),
        };
    }

    /// <summary>A file of which nothing could be read.</summary>
    public static SiteEntry OfFile(string path, ImmutableArray<Anomaly> anomalies) => new(
        "", path, DocumentIdentity.Unknown, "",
        new DocumentCounts(true, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, anomalies.Count(a => a.Code.Severity == Severity.Lost), 0, 0), [], anomalies);

    /// <summary>failed, lost, doubt or clean.</summary>
    internal string State => Counts.Failed ? "failed" : Counts.Lost > 0 ? "lost" : Counts.Doubts > 0 ? "doubt" : "clean";

    /// <summary>Whose it is; the name of the file where the document does not tell.</summary>
    internal string Body => Identity.Entity.Length > 0 ? Identity.Entity : Name;

    internal decimal YuanOf(int number) => number <= Weights.Length ? Weights[number - 1].Yuan : 0;

    internal string UnitOf(int number) => number <= Weights.Length ? Weights[number - 1].Unit : "";

    internal string City => Regions.CityOf(Identity.RegionCode);

    /// <summary>The address of an anomaly from the report's folder; "" where there is no page for it.</summary>
    internal string AddressOf(int number) => Key.Length == 0
        ? ""
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{DocumentPages.Folder(Key)}/{DocumentPages.AnomalyFile(number)}#a{number}");

    private static Anomaly Without(Anomaly anomaly) => anomaly with { Label = "", Found = "", Expected = "", Message = "" };
}
