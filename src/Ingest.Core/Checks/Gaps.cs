using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Checks.Across;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>
/// What of a document was not read, or not with confidence: a sum that runs over it, and a sentence whose table it may hold, can
/// neither be confirmed nor refuted.
/// </summary>
internal sealed class Gaps
{
    private readonly Operands operands;
    private readonly HashSet<int> lostTables = [];
    private readonly HashSet<(int Table, int Row)> lostRows = [];
    private readonly OpenEnds ends;
    private readonly HashSet<string> kindsLost = new(StringComparer.Ordinal);
    private readonly bool[] uncertain;
    private readonly bool strayFigures;

    /// <param name="reading">What the stages before the checks brought up.</param>
    public Gaps(ImmutableArray<BudgetTable> tables, ImmutableArray<TableView> views, ImmutableArray<Anomaly> reading, Operands operands)
    {
        this.operands = operands;
        uncertain = Uncertain(tables, operands);
        foreach (var anomaly in reading.Where(a => a.Code.Severity == Severity.Lost && a.Where.Table >= 0))
        {
            if (anomaly.Code == AnomalyCodes.UnreadableNumber || anomaly.Code == AnomalyCodes.UntrustedText)
            {
                lostRows.Add((anomaly.Where.Table, anomaly.Where.Row));
            }
            else
            {
                lostTables.Add(anomaly.Where.Table);
            }
        }

        kindsLost.UnionWith(reading.Where(a => a.Code == AnomalyCodes.MissingTable || (a.Code.Severity == Severity.Lost && a.Where.Table < 0)).Select(a => TableSet.BaseKind(a.TableKind)));
        strayFigures = tables.Any(t => t.Kind is null && OpenEnds.HasFigures(t));
        ends = new OpenEnds(tables, views.Select(v => v.Table), reading);
        var typed = views.Select(v => v.Table.Ordinal).ToHashSet();
        kindsLost.UnionWith(reading.Where(a => a.Code == AnomalyCodes.UnreadTable && a.TableKind.Length > 0 && !typed.Contains(a.Where.Table)).Select(a => TableSet.BaseKind(a.TableKind)));
        kindsLost.UnionWith(views.Where(v => !IsWhole(v)).Select(v => TableSet.BaseKind(v.Kind)));
    }

    /// <summary>Sums of these tables fail without a cell that explains it: what they print cannot refute a sentence.</summary>
    public void Distrust(IEnumerable<TableView> views) => kindsLost.UnionWith(views.Select(v => TableSet.BaseKind(v.Kind)));

    /// <summary>Something was lost that may hold any figure.</summary>
    public bool Any => strayFigures || kindsLost.Count > 0;

    /// <summary>All rows and figures of the table are there, and where they belong.</summary>
    public bool IsWhole(TableView view) =>
        view.Whole && !lostTables.Contains(view.Table.Ordinal) && !ends.IsOpen(view.Table.Ordinal) && !lostRows.Any(r => r.Table == view.Table.Ordinal)
        && !view.Table.Rows.Any(r => view.Columns.Any(c => c.Block == r.Block && view.At(r.Row, c.Index) is >= 0 and var f && uncertain[f]));

    /// <summary>A part of the table stands where it was not recognised, or rows of it are lost.</summary>
    public bool IsOpen(TableView view) => ends.IsOpen(view.Table.Ordinal) || lostTables.Contains(view.Table.Ordinal);

    /// <summary>The figure came in doubt for its place: it refutes nothing.</summary>
    public bool IsUncertain(int fact) => fact >= 0 && uncertain[fact];

    /// <summary>
    /// A table of that kind was lost, wholly or in part, or has columns of unknown meaning, or is absent while figures stand in tables
    /// of which nobody knows what they are.
    /// </summary>
    public bool MayHide(string kind, ImmutableArray<TableView> views)
    {
        var own = views.Where(v => TableSet.BaseKind(v.Kind) == kind).ToList();
        return kindsLost.Contains(kind) || (strayFigures && own.Count == 0) || own.Exists(v => v.Columns.Any(c => c is { Role: ColumnRole.Money, Key: null }));
    }

    /// <summary>The failed sums that are unverifiable.</summary>
    public List<int> Excused { get; } = [];

    /// <summary>Failed sums that run over what was not read become unverifiable; where it is known from them alone, the loss is told.</summary>
    public void Excuse(Ledger ledger, Records records)
    {
        var torn = new HashSet<int>();
        for (var e = 0; e < ledger.Equations.Length; e++)
        {
            ref var equation = ref ledger.Equations[e];
            if (equation.Result == CheckResult.Fail && (IsCutByPage(equation, ledger) || GoesOn(equation, ledger)))
            {
                torn.Add(equation.View.Table.Ordinal);
            }
            else if (equation.Result != CheckResult.Fail || !(AnyUncertain(ledger.Terms(equation)) || LacksTotals(equation) || (Ledger.IsDown(equation, ledger) && Interrupt(equation, ledger.Terms(equation)))))
            {
                continue;
            }

            equation.Result = CheckResult.Unverifiable;
            Excused.Add(e);
        }

        var tables = Excused.Where(e => ledger.Equations[e].View.Table.Ordinal is var t && (ends.IsOpen(t) || torn.Contains(t))).GroupBy(e => ledger.Equations[e].View.Table.Ordinal);
        records.Anomalies.AddRange(tables.OrderBy(t => t.Key).Select(t => Lost(ledger, t.First(), t.Count())));
    }

    /// <summary>Two sides are compared by totals of the year, behind which carry-over is printed: the 总计 that it belongs to was not read.</summary>
    private bool GoesOn(in Equation equation, Ledger ledger)
    {
        foreach (var term in equation.Identity == IdentityCatalog.SidesBalance ? ledger.Terms(equation) : [])
        {
            var (view, line) = (equation.View, operands.Facts[Ledger.FactOf(term)].Line);
            if (!Labels.IsGrandTotal(line.Label) && view.Table.Rows.Any(r => r.Block == line.Block && r.Row > line.Row && r.Parent < 0 && Labels.IsCarryOver(r.Label)
                && view.Columns.Any(c => c.Block == r.Block && view.At(r.Row, c.Index) is >= 0 and var f && operands.Fen(f) != 0)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The numbers of the rows jump where the page ends (十五、, 二十一、), and the list falls short: those between were not read.</summary>
    private bool IsCutByPage(in Equation equation, Ledger ledger)
    {
        var terms = ledger.Terms(equation);
        for (var t = equation.LeftCount + 1; equation.IsShort && Ledger.IsDown(equation, ledger) && t < terms.Length; t++)
        {
            var (before, after) = (operands.Facts[Ledger.FactOf(terms[t - 1])], operands.Facts[Ledger.FactOf(terms[t])]);
            if (after.Where.Area.Page > before.Where.Area.Page && Labels.Ordinal(before.Line.Label).Rank == Labels.Ordinal(after.Line.Label).Rank
                && Labels.Number(before.Line.Label) is > 0 and var number && Labels.Number(after.Line.Label) > number + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The two sides are compared by the last rows that were read, while their totals stand in what was not.</summary>
    private bool LacksTotals(in Equation equation) => equation.Identity == IdentityCatalog.SidesBalance && ends.IsCut(equation.View.Table.Ordinal);

    private Anomaly Lost(Ledger ledger, int first, int count)
    {
        var equation = ledger.Equations[first];
        var fact = operands.Facts[Ledger.FactOf(ledger.Terms(equation)[0])];
        return new Anomaly(
            AnomalyCodes.RowsLost, fact.Where, equation.View.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
            string.Create(CultureInfo.InvariantCulture, $"{count} sums down this table do not close, and a part of it stands where it was not recognised; the first is {Findings.Name(fact)}."), Origin.Extraction)
        {
            Chinese = string.Create(CultureInfo.InvariantCulture, $"表内 {count} 处合计不成立，且该表有一部分未被识别；首处为 {Findings.Name(fact)}。"),
        };
    }

    private bool AnyUncertain(ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            if (uncertain[Ledger.FactOf(term)])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Between the rows of a sum down a column one was lost, or before the first or behind the last.</summary>
    private bool Interrupt(in Equation equation, ReadOnlySpan<int> terms)
    {
        var view = equation.View;
        if (lostTables.Contains(view.Table.Ordinal))
        {
            return true;
        }

        int first = int.MaxValue, last = -1, column = operands.Facts[Ledger.FactOf(terms[0])].Where.Column;
        foreach (var term in terms)
        {
            var row = operands.Facts[Ledger.FactOf(term)].Where.Row;
            (first, last) = (Math.Min(first, row), Math.Max(last, row));
        }

        for (var row = first; row <= last; row++)
        {
            if (view.At(row, column) is >= 0 and var f && (uncertain[f] || operands.Kind(f) == OperandKind.Unknown || IsLost(operands.Facts[f].Line, view)))
            {
                return true;
            }
        }

        var total = operands.Facts[Ledger.FactOf(terms[0])].Where.Row;
        var behind = Behind(view, last, column);
        return (ends.IsBegun(view.Table.Ordinal) && (total == last || !IsTold(terms)))
            || (total == first && (behind is null ? ends.IsCut(view.Table.Ordinal) && MayFallShort(equation, column) : IsLost(behind, view)));
    }

    /// <summary>The rest of a list makes up the difference: it can only add to figures none of which is below zero.</summary>
    private static bool MayFallShort(in Equation equation, int column)
    {
        var view = equation.View;
        return equation.Difference > 0 == equation.Left > 0 || view.Table.Rows.Any(r => view.At(r.Row, column) is >= 0 and var f && view.Operands.Fen(f) < 0);
    }

    /// <summary>Codes that are longer than its own say that the rows are part of the total, or it is one by name. Else the level of a row is told by those before it.</summary>
    private bool IsTold(ReadOnlySpan<int> terms)
    {
        var total = operands.Facts[Ledger.FactOf(terms[0])].Line;
        foreach (var term in terms[1..])
        {
            if (!total.IsTotal && (total.Code.Length == 0 || operands.Facts[Ledger.FactOf(term)].Line.Code.Length <= total.Code.Length))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The row behind a row and what that holds itself; null where the table ends.</summary>
    private BudgetRow? Behind(TableView view, int row, int column)
    {
        var line = operands.Facts[view.At(row, column)].Line;
        return view.Table.Rows.FirstOrDefault(r => r.Block == line.Block && r.Row > row && (r.Depth <= line.Depth || r is { Code: "", Label: "" })
            && !(line.Code.Length > 0 && r.Code.Length > line.Code.Length && r.Code.StartsWith(line.Code, StringComparison.Ordinal)));
    }

    /// <summary>A row without name of which a cell was lost.</summary>
    private bool IsLost(BudgetRow row, TableView view) => row is { Code: "", Label: "" } && lostRows.Contains((view.Table.Ordinal, row.Row));

    /// <summary>Facts that came in doubt for their place. A doubtful unit, or a file that may be changed anywhere, is no doubt about a single place.</summary>
    private static bool[] Uncertain(ImmutableArray<BudgetTable> tables, Operands operands)
    {
        var units = tables.Where(t => t.UnitDoubtful).Select(t => t.Ordinal).ToHashSet();
        var all = operands.Facts.All(f => f.Status == FactStatus.Doubtful);
        return [.. operands.Facts.Select(f => !all && f.Status == FactStatus.Doubtful && !(units.Contains(f.Where.Table) && f.Column.Unit is null))];
    }
}
