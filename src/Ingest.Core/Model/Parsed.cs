using System.Collections.Immutable;

namespace Ingest.Core.Model;

/// <summary>A stage's result and what was odd on the way. Parsing never fails: oddities are part of the value.</summary>
public sealed record Parsed<T>(T Value, ImmutableArray<Anomaly> Anomalies);
