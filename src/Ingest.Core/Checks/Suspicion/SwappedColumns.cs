using System.Collections.Immutable;
using Ingest.Core.Checks.Across;
using Ingest.Core.Model;
using static Ingest.Core.Model.ColumnKeys;

namespace Ingest.Core.Checks.Suspicion;

/// <summary>
/// Basic and project expenditure exchanged, in a whole table or in some rows: rows still add up, but both columns break the
/// trees and the comparisons with sibling tables, by opposite amounts. Exchanging the cells back closes all of it.
/// </summary>
internal sealed class SwappedColumns
{
    private readonly TableView view;
    private readonly Ledger ledger;
    private readonly HashSet<int> excused;
    private readonly int basic;
    private readonly int project;

    private SwappedColumns(TableView view, Ledger ledger, HashSet<int> excused)
    {
        this.view = view;
        this.ledger = ledger;
        this.excused = excused;
        basic = Headlines.Column(view, Basic);
        project = Headlines.Column(view, Project);
    }

    public static void Excuse(ImmutableArray<TableView> views, Ledger ledger, Records records, HashSet<int> excused)
    {
        var failing = new HashSet<int>();
        for (var e = 0; e < ledger.Equations.Length; e++)
        {
            if (ledger.Equations[e].Result == CheckResult.Fail && !excused.Contains(e))
            {
                foreach (var term in ledger.Terms(ledger.Equations[e]))
                {
                    failing.Add(ledger.Facts[Ledger.FactOf(term)].Where.Table);
                }
            }
        }

        foreach (var view in views.Where(v => failing.Contains(v.Table.Ordinal)))
        {
            new SwappedColumns(view, ledger, excused).Excuse(records);
        }
    }

    private void Excuse(Records records)
    {
        if (basic < 0 || project < 0)
        {
            return;
        }

        foreach (var rows in Hypotheses())
        {
            if (Closes(rows) is { } closed)
            {
                excused.UnionWith(closed);
                Report(records, rows, closed.Count);
                return;
            }
        }
    }

    /// <summary>Sets of rows worth trying: below every parent that fails, all its children or the one that fits; then all rows.</summary>
    private IEnumerable<HashSet<int>> Hypotheses()
    {
        var some = new HashSet<int>();
        for (var e = 0; e < ledger.Equations.Length; e++)
        {
            if (ledger.Equations[e].Result == CheckResult.Fail && !excused.Contains(e) && BasicChildren(e) is { } rows)
            {
                var equation = ledger.Equations[e];
                if (!equation.Holds(equation.Difference - rows.Aggregate((Int128)0, (sum, r) => sum + Gain(r))))
                {
                    rows = rows.FindAll(r => equation.Holds(equation.Difference - Gain(r)));
                    rows = rows.Count == 1 ? rows : [];
                }

                some.UnionWith(rows);
            }
        }

        yield return some;
        yield return [.. view.Table.Rows.Select(r => r.Row)];
    }

    /// <summary>The rows that the equation adds up in the basic column; null if it is no sum down that column.</summary>
    private List<int>? BasicChildren(int e)
    {
        var terms = ledger.Terms(ledger.Equations[e]);
        var rows = new List<int>();
        foreach (var term in terms)
        {
            var where = ledger.Facts[Ledger.FactOf(term)].Where;
            if (term < 0 || where.Table != view.Table.Ordinal || where.Column != basic)
            {
                return null;
            }

            rows.Add(where.Row);
        }

        rows.RemoveAt(0);
        return rows;
    }

    /// <summary>By how much the basic cell of a row grows when the two are exchanged.</summary>
    private Int128 Gain(int row) => view.At(row, basic) is >= 0 and var b && view.At(row, project) is >= 0 and var p ? (Int128)view.Operands.Fen(p) - view.Operands.Fen(b) : 0;

    /// <summary>The failed equations that hold once the rows are exchanged; null where one that holds would fail.</summary>
    private List<int>? Closes(HashSet<int> rows)
    {
        var closed = new List<int>();
        bool ofBasic = false, ofProject = false;
        for (var e = 0; e < ledger.Equations.Length; e++)
        {
            var equation = ledger.Equations[e];
            var terms = ledger.Terms(equation);
            var difference = equation.Difference;
            for (var t = 0; t < terms.Length; t++)
            {
                var where = ledger.Facts[Ledger.FactOf(terms[t])].Where;
                if (where.Table == view.Table.Ordinal && rows.Contains(where.Row) && (where.Column == basic || where.Column == project))
                {
                    difference += Ledger.Coefficient(equation, t, terms[t]) * (where.Column == basic ? Gain(where.Row) : -Gain(where.Row));
                }
            }

            var holds = equation.Holds(difference);
            if (equation.Result == CheckResult.Pass && !holds)
            {
                return null;
            }

            if (equation.Result == CheckResult.Fail && holds && !excused.Contains(e))
            {
                closed.Add(e);
                ofBasic |= Holds(terms, basic);
                ofProject |= Holds(terms, project);
            }
        }

        return ofBasic && ofProject ? closed : null;
    }

    private bool Holds(ReadOnlySpan<int> terms, int column)
    {
        foreach (var term in terms)
        {
            if (ledger.Facts[Ledger.FactOf(term)].Where is var where && where.Table == view.Table.Ordinal && where.Column == column)
            {
                return true;
            }
        }

        return false;
    }

    private void Report(Records records, HashSet<int> rows, int sums)
    {
        var changed = rows.Where(r => Gain(r) != 0).Order().ToList();
        foreach (var row in changed)
        {
            records.Doubt(view.At(row, basic));
            records.Doubt(view.At(row, project));
        }

        var first = ledger.Facts[view.At(changed[0], basic)];
        var other = ledger.Facts[view.At(changed[0], project)];
        var (count, zh) = changed.Count == 1 ? ("in this row", "本行") : ($"in {changed.Count} rows, of which this is the first", $"自本行起 {changed.Count} 行");
        records.Anomalies.Add(new Anomaly(
            AnomalyCodes.ColumnsSwapped, first.Where, view.Kind, Findings.Name(first), first.Column.Path, first.Shown, other.Shown,
            $"{first.Column.Path} and {other.Column.Path} are exchanged {count}; exchanged back, {sums} sums hold", Origin.Publisher)
        {
            Chinese = $"{zh}中 {first.Column.Path} 与 {other.Column.Path} 互换；换回后 {sums} 个关系成立",
        });
    }
}
