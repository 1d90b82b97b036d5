using Ingest.Core.Budget.Codes;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Io.Sqlite;

/// <summary>What the views for researchers need to know of a table beforehand, so that no query adds it up again.</summary>
internal static class LeafSums
{
    /// <summary>The scheme of most of the leaf rows; "" where most have names only. See <c>tables.row_scheme</c>.</summary>
    /// <param name="named">Codes told by the names, one for each row or none.</param>
    public static string Scheme(BudgetTable table, IReadOnlyList<string> named)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var row = table.Rows[i];
            if (row.IsLeaf)
            {
                var scheme = row.CodeScheme.Length > 0 ? row.CodeScheme : i < named.Count ? CodesByName.Scheme(named[i]) : "";
                counts[scheme] = counts.GetValueOrDefault(scheme) + 1;
            }
        }

        return counts.Count == 0 ? "" : counts.MaxBy(c => c.Value).Key;
    }

    /// <summary>For each column of money: the amount of the row that totals its block, and the sum of its leaf rows (0 where all of these are blank).</summary>
    public static Dictionary<(int Block, int Column), (long? Total, long? Leaves)> Of(BudgetTable table, Fact[] facts)
    {
        var roots = table.Rows.Select(r => r.Block).Distinct().Select(b => LeafTotals.Root(table.Rows, b)).Where(i => i >= 0).Select(i => table.Rows[i]).ToHashSet();
        var sums = new Dictionary<(int, int), (long? Total, long? Leaves)>();
        foreach (var fact in facts)
        {
            if (fact.Column.Role != ColumnRole.Money)
            {
                continue;
            }

            var fen = fact is { State: ValueState.Value or ValueState.Zero, Amount: { } amount } ? amount.Fen : (long?)null;
            var key = (fact.Column.Block, fact.Column.Index);
            var (total, leaves) = sums.GetValueOrDefault(key);
            if (roots.Contains(fact.Line))
            {
                total = fen;
            }
            else if (fact.Line is { IsLeaf: true, IsTotal: false })
            {
                var sum = (Int128)(leaves ?? 0) + (fen ?? 0);
                leaves = sum <= long.MaxValue && sum >= long.MinValue ? (long)sum : null;
            }

            sums[key] = (total, leaves);
        }

        return sums;
    }
}
