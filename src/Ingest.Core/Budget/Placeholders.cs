using System.Collections.Immutable;
using Ingest.Core.Model;
namespace Ingest.Core.Budget;
public static class IdentityReader { public static DocumentIdentity Read(SourceDocument source, FoundTables found) => DocumentIdentity.Unknown; }
public static class TableTyper { public static Parsed<ImmutableArray<BudgetTable>> Type(FoundTables found, DocumentIdentity identity) =>
    new([.. found.Tables.Select(t => new BudgetTable(t, null, null, 0, [], null, UnitSource.Unknown, t.HeaderRows, [], [], false))], []); }
public static class FactMaker { public static Parsed<ImmutableArray<Fact>> Make(ImmutableArray<BudgetTable> tables) => new([], []); }
public static class NarrativeReader { public static ImmutableArray<NarrativeFact> Read(FoundTables found) => []; }
