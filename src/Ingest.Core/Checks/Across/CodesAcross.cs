using Ingest.Core.Model;
using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks.Across;

/// <summary>
/// X7: two tables by the same codes whose totals are equal have equal figures for every code. Where the totals differ (one has
/// a source of money more) nothing is claimed.
/// </summary>
internal static class CodesAcross
{
    private static readonly string[] Measures = [Total, Basic, Project];

    public static void Evaluate(ReadOnlySpan<TableView?> chain, Ledger ledger)
    {
        TableView? before = null;
        foreach (var view in chain)
        {
            if (view is null || !view.Table.Rows.Any(r => r.Code.Length >= 3 && r.CodeScheme is "functional" or "department_economic"))
            {
                continue;
            }

            if (before is not null)
            {
                Compare(before, view, ledger);
            }

            before = view;
        }
    }

    private static void Compare(TableView a, TableView b, Ledger ledger)
    {
        if (!SameTotal(a, b))
        {
            return;
        }

        var rows = ByCode(b);
        foreach (var (code, row) in ByCode(a))
        {
            if (!rows.TryGetValue(code, out var other) || row is null || other is null)
            {
                continue;
            }

            foreach (var measure in Measures)
            {
                int left = Headlines.Column(a, measure), right = Headlines.Column(b, measure);
                if (left >= 0 && right >= 0)
                {
                    CrossTables.Equal(ledger, IdentityCatalog.CodesAcross, a, a.At(row.Row, left), b, b.At(other.Row, right));
                }
            }
        }
    }

    /// <summary>The totals agree, or what stands at the top of the trees does (should a total itself be wrong).</summary>
    private static bool SameTotal(TableView a, TableView b)
    {
        int left = Headlines.Total(a, Total), right = Headlines.Total(b, Total);
        if (left < 0 || right < 0)
        {
            return false;
        }

        var slack = a.Operands.Slack(left) + b.Operands.Slack(right);
        return Close(a.Operands.Fen(left), b.Operands.Fen(right), slack)
            || Close(Top(a), b.Operands.Fen(right), slack * 10) || Close(a.Operands.Fen(left), Top(b), slack * 10);
    }

    private static bool Close(Int128 a, Int128 b, Int128 slack) => a != 0 && Int128.Abs(a - b) * 2 <= slack;

    private static Int128 Top(TableView view)
    {
        var column = Headlines.Column(view, Total);
        Int128 sum = 0;
        foreach (var row in view.Table.Rows)
        {
            if (row.Code.Length == 3 && view.At(row.Row, column) is >= 0 and var fact)
            {
                sum += view.Operands.Fen(fact);
            }
        }

        return sum;
    }

    /// <summary>The row of each code; null where a code comes more than once.</summary>
    private static SortedDictionary<string, BudgetRow?> ByCode(TableView view)
    {
        var rows = new SortedDictionary<string, BudgetRow?>(StringComparer.Ordinal);
        foreach (var row in view.Table.Rows)
        {
            if (row.Code.Length >= 3 && row.CodeScheme is "functional" or "department_economic" && !rows.TryAdd(row.Code, row))
            {
                rows[row.Code] = null;
            }
        }

        return rows;
    }
}
