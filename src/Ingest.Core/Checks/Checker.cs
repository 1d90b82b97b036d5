using System.Collections.Immutable;
using Ingest.Core.Model;
namespace Ingest.Core.Checks;
/// <summary>The facts with their status, the identities evaluated, and what they brought up.</summary>
public sealed record CheckOutcome(ImmutableArray<Fact> Facts, ImmutableArray<Check> Checks, ImmutableArray<Anomaly> Anomalies);
public static class Checker
{
    public static CheckOutcome Check(DocumentIdentity identity, ImmutableArray<BudgetTable> tables, ImmutableArray<Fact> facts, ImmutableArray<NarrativeFact> narrative) => new(facts, [], []);
}
