using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Across;

/// <summary>One publication in two files: the sentences of the one against the tables of the other.</summary>
public static class Siblings
{
    /// <param name="explanations">A document without typed tables.</param>
    /// <param name="tables">Of the same entity, year and phase.</param>
    public static (ImmutableArray<CrossCheck> Checks, ImmutableArray<CrossAnomaly> Anomalies) Compare(ParsedDocument explanations, ParsedDocument tables)
    {
        ArgumentNullException.ThrowIfNull(explanations);
        ArgumentNullException.ThrowIfNull(tables);
        // Growth, shares and sums of the sentences among themselves are checked with the document itself.
        var alone = Checker.Check(explanations.Identity, [], [], explanations.Narrative, []).Anomalies.ToHashSet();
        var joint = Checker.Check(explanations.Identity, tables.Tables, tables.Facts, explanations.Narrative, tables.Anomalies);
        var (own, other) = (explanations.Source.Sha256, tables.Source.Sha256);
        return (
            [.. joint.Checks.Where(c => c.Identity == IdentityCatalog.NarrativeTables.Id || c.Identity == IdentityCatalog.GoodsStated.Id).Select(c => new CrossCheck(own, other, c))],
            [.. joint.Anomalies.Where(a => a.TableKind.Length == 0 && a.Code == AnomalyCodes.NarrativeMismatch && !alone.Contains(a)).Select(a => new CrossAnomaly(own, other, a))]);
    }
}
