using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>Every kind of table there is. A new kind is added in one of the files beside this one.</summary>
public static class KindCatalog
{
    public static readonly ImmutableArray<TableKind> All =
    [
        .. SummaryKinds.All, .. AppropriationKinds.All, .. GeneralPublicBudgetKinds.All, .. ThreePublicKinds.All, .. FundKinds.All,
        .. DetailKinds.All, .. PerformanceKinds.All, .. FinalKinds.All, .. GovernmentKinds.All,
    ];

    private static readonly FrozenDictionary<string, TableKind> ById = All.ToFrozenDictionary(static k => k.Id, StringComparer.Ordinal);

    /// <summary>The kind of that id; null if there is none.</summary>
    public static TableKind? Find(string id) => ById.GetValueOrDefault(id);
}
