using System.Collections.Immutable;
using Ingest.Core.Checks.Sums;

namespace Ingest.Core.Checks.Across;

/// <summary>
/// The tables of one budget: a document may hold several (the department's, then each unit's), and figures are compared
/// only within one. A kind that comes again begins the next set.
/// </summary>
internal sealed class TableSet
{
    private readonly Dictionary<string, TableView> views = new(StringComparer.Ordinal);

    /// <summary>Tables that come once per project or once per unit of goods begin no set.</summary>
    private static bool Begins(TableView view) => !view.Kind.EndsWith("performance", StringComparison.Ordinal) && !HierarchySums.IsGoods(view.Kind);

    public static ImmutableArray<TableSet> Of(ImmutableArray<TableView> views)
    {
        var sets = ImmutableArray.CreateBuilder<TableSet>();
        var current = new TableSet();
        foreach (var view in views)
        {
            if (!current.views.TryAdd(BaseKind(view.Kind), view) && Begins(view))
            {
                sets.Add(current);
                current = new TableSet();
                current.views.Add(BaseKind(view.Kind), view);
            }
        }

        sets.Add(current);
        return sets.ToImmutable();
    }

    /// <summary>All tables of the set, those of the same kind once.</summary>
    public IEnumerable<TableView> Views => views.Values;

    /// <summary>The table of a kind, budget or final; null if the set has none.</summary>
    public TableView? this[string kind] => views.GetValueOrDefault(kind);

    /// <summary>The kind without <c>final_</c>: the identities are the same.</summary>
    public static string BaseKind(string kind) => kind.StartsWith("final_", StringComparison.Ordinal) ? kind["final_".Length..] : kind;
}
