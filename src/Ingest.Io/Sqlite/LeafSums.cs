using Ingest.Core.Budget.Codes;
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

    /// <summary>For each column of money: the amount of its first total row, and the sum of its leaf rows.</summary>
    public static Dictionary<(int Block, int Column), (long? Total, long? Leaves)> Of(Fact[] facts)
    {
        var sums = new Dictionary<(int, int), (long? Total, long? Leaves)>();
        foreach (var fact in facts)
        {
            if (fact is not { Column.Role: ColumnRole.Money, State: ValueState.Value or ValueState.Zero, Amount: { } amount })
            {
                continue;
            }

            var key = (fact.Column.Block, fact.Column.Index);
            var (total, leaves) = sums.GetValueOrDefault(key);
            if (fact.Line.IsTotal)
            {
                total ??= amount.Fen;
            }
            else if (fact.Line.IsLeaf)
            {
                var sum = (Int128)(leaves ?? 0) + amount.Fen;
                leaves = sum <= long.MaxValue && sum >= long.MinValue ? (long)sum : null;
            }

            sums[key] = (total, leaves);
        }

        return sums;
    }
}
