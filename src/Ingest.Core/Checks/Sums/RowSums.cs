using System.Runtime.InteropServices;
using Ingest.Core.Model;
using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks.Sums;

/// <summary>Applies the row sums to every row of a table.</summary>
internal static class RowSums
{
    public static void Evaluate(TableView view, Ledger ledger)
    {
        foreach (var block in view.Blocks)
        {
            foreach (var set in ColumnSets(view, block[0].Block))
            {
                var used = new HashSet<(int Closing, int Part)>();
                foreach (var rule in RowSum.All)
                {
                    if ((rule.Kinds.IsEmpty || rule.Kinds.Contains(KindOf(view))) && set.Bind(rule) is { } bound
                        && bound.Parts.All(p => used.Add((bound.Total, p))))
                    {
                        Evaluate(view, ledger, rule.Identity, block, bound, set);
                    }
                }

                foreach (var change in set.Changes)
                {
                    Evaluate(view, ledger, IdentityCatalog.ChangeRow, block, change, null);
                }
            }
        }
    }

    private static string KindOf(TableView view) =>
        view.Kind.StartsWith("final_", StringComparison.Ordinal) ? view.Kind["final_".Length..] : view.Kind;

    private static void Evaluate(
        TableView view, Ledger ledger, Identity identity, IReadOnlyList<BudgetRow> block, BoundSum bound, ColumnSet? set)
    {
        var right = new List<int>();
        foreach (var row in block)
        {
            var total = view.At(row.Row, bound.Total);
            if (total < 0 || set?.Unknown.Any(c => view.At(row.Row, c) is >= 0 and var f && view.Operands.Fen(f) != 0) == true)
            {
                continue;
            }

            right.Clear();
            var count = 0;
            foreach (var part in bound.Parts)
            {
                var fact = view.At(row.Row, Ledger.FactOf(part));
                if (fact < 0)
                {
                    continue;
                }

                count++;
                if (part >= 0 && view.Operands.Kind(fact) == OperandKind.Blank && set?.PartsOf(part).Select(c => view.At(row.Row, c)).Where(f => f >= 0 && view.Operands.IsPrinted(f)).ToList() is { Count: > 0 } printed)
                {
                    right.AddRange(printed);
                }
                else
                {
                    right.Add(part < 0 ? ~fact : fact);
                }
            }

            if (count == bound.Parts.Length)
            {
                ledger.Add(identity, view, total, CollectionsMarshal.AsSpan(right));
            }
        }
    }

    /// <summary>The keyed columns of a block, by side and period.</summary>
    private static List<ColumnSet> ColumnSets(TableView view, int block)
    {
        var sets = new List<ColumnSet>();
        var unknown = new List<int>();
        foreach (var column in view.Columns)
        {
            if (column.Block != block || column.Role != ColumnRole.Money)
            {
                continue;
            }

            if (column.Key is null)
            {
                unknown.Add(column.Index);
                continue;
            }

            var (prefix, rest) = KeyParts.Split(column.Key);
            var set = sets.Find(s => s.Prefix == prefix);
            if (set is null)
            {
                sets.Add(set = new ColumnSet(prefix, unknown));
            }

            set.Columns.TryAdd(rest, column.Index);
        }

        foreach (var set in sets)
        {
            AddChanges(set, sets);
        }

        return sets;
    }

    /// <summary>
    /// Each measure's change is this year's figure less last year's, or less the budget where it is compared with that;
    /// 增减额 alone is that of the total.
    /// </summary>
    private static void AddChanges(ColumnSet change, List<ColumnSet> sets)
    {
        var path = change.Prefix.Split('.');
        if (Array.IndexOf(path, Change) is not (>= 0 and var at))
        {
            return;
        }

        var (side, state) = (path[..at], path[(at + 1)..]);
        var now = Find(side);
        var prior = Find([.. side, Prior, .. state]) ?? (state.Length > 0 ? Find([.. side, .. state]) : null);

        ColumnSet? Find(string[] prefix) => sets.Find(s => s.Prefix == string.Join('.', prefix));
        if (now is null || prior is null)
        {
            return;
        }

        foreach (var (measure, column) in change.Columns)
        {
            var key = measure == Sum ? Total : measure;
            if (now.Columns.TryGetValue(key, out var current) && prior.Columns.TryGetValue(key, out var before))
            {
                change.Changes.Add(new BoundSum(column, [current, ~before]));
            }
        }
    }

    private sealed record BoundSum(int Total, int[] Parts);

    private sealed class ColumnSet(string prefix, List<int> unknown)
    {
        public string Prefix { get; } = prefix;

        /// <summary>Columns of money whose meaning is not known: where they hold something, a sum may be incomplete.</summary>
        public List<int> Unknown { get; } = unknown;

        public Dictionary<string, int> Columns { get; } = new(StringComparer.Ordinal);

        public List<BoundSum> Changes { get; } = [];

        /// <summary>The columns directly below a column (购置费 and 运行费 of 公务用车): what is printed in them stands for a 小计 that is left blank.</summary>
        public IEnumerable<int> PartsOf(int column)
        {
            var key = Columns.First(c => c.Value == column).Key + ".";
            return Columns.Where(c => c.Key.StartsWith(key, StringComparison.Ordinal) && !c.Key.AsSpan(key.Length).Contains('.')).Select(c => c.Value).Order();
        }

        public BoundSum? Bind(RowSum rule)
        {
            if (!Columns.TryGetValue(rule.Closing, out var total))
            {
                return null;
            }

            var parts = new List<int>();
            var found = 0;
            foreach (var part in rule.Parts)
            {
                if (Columns.ContainsKey(part.Unless))
                {
                    continue;
                }

                var before = parts.Count;
                if (part.Keys.Select(k => Columns.TryGetValue(k, out var c) ? c : -1).FirstOrDefault(c => c >= 0, -1) is >= 0 and var column)
                {
                    parts.Add(part.Subtract ? ~column : column);
                }
                else if (part.Group.Length > 0)
                {
                    AddGroup(part.Group, rule.Closing, parts);
                }

                found += parts.Count - before;
            }

            return found >= (rule.AllowOne ? 1 : 2) ? new BoundSum(total, [.. parts]) : null;
        }

        /// <summary>The columns directly in a group; the funds are inside 财政拨款收入 where it has a column of its own.</summary>
        private void AddGroup(string group, string total, List<int> parts)
        {
            var fiscal = Columns.ContainsKey(group + "." + FiscalAppropriation);
            foreach (var (key, column) in Columns.OrderBy(c => c.Value))
            {
                if (key.Length > group.Length + 1 && key.StartsWith(group, StringComparison.Ordinal) && key[group.Length] == '.' && key != total)
                {
                    var measure = key.AsSpan(group.Length + 1);
                    if (!measure.Contains('.') && !(fiscal && measure is GeneralPublic or GovernmentFund or StateCapital))
                    {
                        parts.Add(column);
                    }
                }
            }
        }
    }
}
