using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>Which tables end before a part of them that was not recognised, and which begin behind one: their sums may run over it.</summary>
internal sealed class OpenEnds
{
    /// <summary>Fewer figures than this are no table of amounts.</summary>
    private const int FewFigures = 3;

    private readonly HashSet<int> cut = [];
    private readonly HashSet<int> begun = [];

    /// <param name="reading">What the stages before the checks brought up.</param>
    public OpenEnds(ImmutableArray<BudgetTable> tables, IEnumerable<BudgetTable> typed, ImmutableArray<Anomaly> reading)
    {
        var lostPages = reading.Where(a => a.Code.Severity == Severity.Lost && a.Where.Table < 0).Select(a => a.Where.Area.Page).ToHashSet();
        var rests = reading.Where(a => a.Code == AnomalyCodes.UnreadTable).Select(a => (a.Where.Table, a.TableKind)).ToHashSet();
        // a form has no list that could go on
        foreach (var table in typed.Where(t => !t.Source.Pages.IsEmpty && !t.Rows.IsEmpty && !FormSums.IsForm(t.Kind ?? "")))
        {
            if (!IsClosed(table) && (lostPages.Contains(table.Source.Pages[^1] + 1) || (Neighbour(table, tables, 1) is { } next && (IsRest(next, table, rests) || IsSpread(table, next, tables)))))
            {
                cut.Add(table.Ordinal);
            }

            if (Neighbour(table, tables, -1) is { } before && before.Kind == table.Kind && (!HasTotal(before) || (!IsClosed(before) && !HasTotal(table) && table.Title is null)))
            {
                begun.Add(table.Ordinal);
            }
        }
    }

    /// <summary>Rows behind the last one are missing.</summary>
    public bool IsCut(int table) => cut.Contains(table);

    /// <summary>Rows before the first one are missing.</summary>
    public bool IsBegun(int table) => begun.Contains(table);

    public bool IsOpen(int table) => IsCut(table) || IsBegun(table);

    /// <summary>The table holds figures enough to be one of amounts.</summary>
    public static bool HasFigures(BudgetTable table)
    {
        var found = 0;
        foreach (var cell in table.Source.Cells)
        {
            found += cell.Text.Length > 0 && AmountReader.ReadFolded(cell.Text) is { State: ValueState.Value or ValueState.Zero, Number.Decimals: > 0 } ? 1 : 0;
            if (found >= FewFigures)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Behind the right half of a spread, which has no names, the table goes on with neither a title of its own nor a total.</summary>
    private static bool IsSpread(BudgetTable table, BudgetTable half, ImmutableArray<BudgetTable> tables) =>
        half is { Kind: null, Title: null } && Neighbour(half, tables, 1) is { } next && next.Kind == table.Kind && next.Title == table.Title && HasTotal(table) && !HasTotal(next);

    /// <summary>A total ends a list; two sides end with their grand totals, below those of the year.</summary>
    private static bool IsClosed(BudgetTable table) =>
        table.Rows[^1].IsTotal && !(TwoSided.IsTwoSided(table.Kind ?? "") && Labels.Ordinal(table.Rows[^1].Label).Name.StartsWith("本年", StringComparison.Ordinal));

    private static bool HasTotal(BudgetTable table) => table.Rows.Any(r => r.IsTotal);

    /// <summary>The table before or after this one, if it stands on the same page or the one beside it.</summary>
    private static BudgetTable? Neighbour(BudgetTable table, ImmutableArray<BudgetTable> tables, int way)
    {
        var other = way > 0 ? tables.Where(t => t.Ordinal > table.Ordinal).MinBy(t => t.Ordinal) : tables.Where(t => t.Ordinal < table.Ordinal).MaxBy(t => t.Ordinal);
        return other is { Source.Pages.IsEmpty: false } && (way > 0 ? other.Source.Pages[0] - table.Source.Pages[^1] : table.Source.Pages[0] - other.Source.Pages[^1]) is 0 or 1 ? other : null;
    }

    /// <summary>A piece without title of which nobody knows what it is, or one of the same kind where not both have totals of their own.</summary>
    private static bool IsRest(BudgetTable next, BudgetTable table, HashSet<(int Table, string Kind)> rests) =>
        next.Kind is null ? rests.Contains((next.Ordinal, table.Kind ?? "")) || (next.Title is null && HasFigures(next))
        : next.Kind == table.Kind && (!HasTotal(next) || !HasTotal(table));
}
