using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Suspicion;

/// <summary>
/// A table whose figures all differ from those of its siblings by the same power of ten: its unit is wrong, not its figures.
/// Nothing in it can then be confirmed, and what fails in it or against it has its explanation.
/// </summary>
internal static class UnitClashes
{
    private static readonly Int128[] Factors = [10_000, 1_000, 100_000_000];

    /// <summary>The tables whose unit is wrong.</summary>
    public static HashSet<TableView> Excuse(ImmutableArray<TableView> views, Ledger ledger, Records records, HashSet<int> excused)
    {
        var wrong = new HashSet<TableView>();
        var clashes = Find(ledger);
        var suspects = clashes.GroupBy(c => c.Table).Where(g => !Agrees(ledger, g.Key))
            .OrderByDescending(g => g.Select(c => c.Other).Distinct().Count()).ThenByDescending(g => Doubt(views, g.Key)).ThenBy(g => g.Key).ToList();
        foreach (var suspect in suspects)
        {
            // two tables that contradict only each other do not tell which of them is wrong
            var open = suspect.Where(c => !excused.Contains(c.Equation)).ToList();
            if (open.Count > 1 || open.Exists(c => Agrees(ledger, c.Other)))
            {
                var view = views.First(v => v.Table.Ordinal == suspect.Key);
                excused.UnionWith(open.Select(c => c.Equation));
                Report(view, open[0], ledger, records);
                Rescale(view, ledger, excused);
                wrong.Add(view);
            }
        }

        return wrong;
    }

    /// <summary>Comparisons of two single figures of different tables that fail by a power of ten, seen from both tables.</summary>
    private static List<Clash> Find(Ledger ledger)
    {
        var clashes = new List<Clash>();
        for (var e = 0; e < ledger.Equations.Length; e++)
        {
            ref readonly var equation = ref ledger.Equations[e];
            if (equation.Result != CheckResult.Fail)
            {
                continue;
            }

            var terms = ledger.Terms(equation);
            int left = ledger.Facts[Ledger.FactOf(terms[0])].Where.Table, right = ledger.Facts[Ledger.FactOf(terms[^1])].Where.Table;
            if (left == right || equation.Left == 0 || equation.Right == 0)
            {
                continue;
            }

            foreach (var factor in Factors)
            {
                if (equation.Left * factor is var more && equation.Scaled(more - equation.Right, factor))
                {
                    clashes.Add(new Clash(e, left, right, factor, false));
                    clashes.Add(new Clash(e, right, left, factor, true));
                }
                else if (equation.Scaled(equation.Left - (equation.Right * factor), factor))
                {
                    clashes.Add(new Clash(e, left, right, factor, true));
                    clashes.Add(new Clash(e, right, left, factor, false));
                }
            }
        }

        return clashes;
    }

    /// <summary>How little a table's unit is founded: inferred ones are the first to be doubted.</summary>
    private static int Doubt(ImmutableArray<TableView> views, int ordinal) => views.First(v => v.Table.Ordinal == ordinal).Table.UnitSource switch
    {
        UnitSource.Magnitude => 3,
        UnitSource.Siblings or UnitSource.Unknown => 2,
        UnitSource.Header => 1,
        _ => 0,
    };

    /// <summary>Some comparison of the table with another one holds as it stands.</summary>
    private static bool Agrees(Ledger ledger, int table)
    {
        foreach (ref readonly var equation in ledger.Equations)
        {
            if (equation.Result == CheckResult.Pass)
            {
                var terms = ledger.Terms(equation);
                int left = ledger.Facts[Ledger.FactOf(terms[0])].Where.Table, right = ledger.Facts[Ledger.FactOf(terms[^1])].Where.Table;
                if (left != right && (left == table || right == table))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void Report(TableView view, Clash clash, Ledger ledger, Records records)
    {
        var unit = view.Table.Unit ?? Unit.Yuan;
        var fen = clash.TooLarge ? unit.Fen / (Int128)clash.Factor : unit.Fen * clash.Factor;
        var expected = new[] { Unit.Yuan, Unit.Thousand, Unit.TenThousand, Unit.Million, Unit.HundredMillion }.FirstOrDefault(u => u.Fen == fen)?.Label ?? "";
        var terms = ledger.Terms(ledger.Equations[clash.Equation]);
        var fact = Ledger.FactOf(terms[0]);
        var own = ledger.Facts[fact].Where.Table == view.Table.Ordinal ? fact : Ledger.FactOf(terms[^1]);
        var where = ledger.Facts[own];
        if (!view.Table.UnitDoubtful)
        {
            records.Anomalies.Add(new Anomaly(
                AnomalyCodes.UnitContradiction, where.Where with { Row = -1, Column = -1 }, view.Kind, Findings.Name(where), where.Column.Path, unit.Label, expected,
                $"amounts in {unit.Label} differ from those of the other tables by a factor of {clash.Factor}", Origin.Unknown)
            {
                Chinese = $"以{unit.Label}计的金额与其他表相差 {clash.Factor} 倍",
            });
        }

        for (var f = 0; f < ledger.Facts.Length; f++)
        {
            if (ledger.Facts[f] is { Column.Role: ColumnRole.Money } amount && amount.Where.Table == view.Table.Ordinal && view.Operands.Fen(f) != 0)
            {
                records.Doubt(f);
            }
        }
    }

    /// <summary>Sums of the table are judged by the step that the amounts really have.</summary>
    private static void Rescale(TableView view, Ledger ledger, HashSet<int> excused)
    {
        for (var e = 0; e < ledger.Equations.Length; e++)
        {
            ref var equation = ref ledger.Equations[e];
            if (equation.View == view && equation.Result == CheckResult.Fail && !excused.Contains(e)
                && Int128.Abs(equation.Difference) <= equation.Count && equation.Slack == 0)
            {
                excused.Add(e);
            }
        }
    }

    private readonly record struct Clash(int Equation, int Table, int Other, Int128 Factor, bool TooLarge);
}
