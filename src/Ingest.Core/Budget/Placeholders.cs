using System.Collections.Immutable;
using Ingest.Core.Model;
namespace Ingest.Core.Budget;
public static class NarrativeReader { public static ImmutableArray<NarrativeFact> Read(FoundTables found) => []; }
