using System.Collections.Immutable;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Suspicion;

/// <summary>Turns failed sums into anomalies: one for each cell that explains some, one for each row that stays unexplained.</summary>
internal sealed class Findings(ImmutableArray<TableView> views, Operands operands, Ledger ledger, Gaps gaps, Records records)
{
    /// <summary>More rows than this failing alike in a table are one fault, not many.</summary>
    public const int Many = 3;

    /// <summary>A difference so many times the rounding of two sums is the same in both by no chance.</summary>
    private const int Rounded = 5;

    private readonly PrintedFigures figures = new(operands);

    private Dictionary<(TableView View, Identity Identity), int>? failing;

    private readonly ImmutableDictionary<int, TableView> byOrdinal = views.ToImmutableDictionary(v => v.Table.Ordinal);

    public Anomaly Of(Suspect suspect)
    {
        var fact = operands.Facts[suspect.Fact];
        var view = byOrdinal[fact.Where.Table];
        var closing = operands.Fen(suspect.Fact) + suspect.Correction;
        var identities = suspect.Explained.Select(e => ledger.Equations[e].Identity).ToList();
        var own = suspect.Explained.FindAll(e => ledger.Equations[e].View == view).Select(e => ledger.Equations[e].Identity).FirstOrDefault() ?? identities[0];
        var names = string.Join(", ", identities.Select(i => i.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var slip = Slip.Of(operands.Fen(suspect.Fact), closing);
        var expected = Print(view, fact, closing);
        return new Anomaly(
            own.Failure, fact.Where, view.Kind, Name(fact), fact.Column.Path, fact.Shown, expected,
            $"{fact.Shown} should be {expected} for {names} to hold ({identities.Count} {(identities.Count == 1 ? "sum" : "sums")}){(slip is null ? "" : "; " + slip.Value.English)}",
            OriginOf(suspect, view))
        {
            Chinese = $"{fact.Shown} 改为 {expected} 则 {names} 成立（{identities.Count} 个关系）{(slip is null ? "" : "；" + slip.Value.Chinese)}",
        };
    }

    /// <summary>
    /// The publisher is accused on two readings that share no cause: sums in different tables, sums that cross in the cell, or a
    /// sum and a sentence; and only where all of the table was read.
    /// </summary>
    private Origin OriginOf(Suspect suspect, TableView view)
    {
        if (suspect.Explained.Exists(e => IsOurs(view, ledger.Equations[e].Identity)))
        {
            return Origin.Extraction;
        }

        var along = suspect.Explained.Exists(e => Ledger.IsAlong(ledger.Equations[e], ledger));
        var down = suspect.Explained.Exists(e => Ledger.IsDown(ledger.Equations[e], ledger));
        var across = suspect.Explained.Exists(e => !IsWithin(ledger.Equations[e], view.Table.Ordinal));
        // the closing figure printed in another table is a reading too
        across |= figures.Stands(operands.Fen(suspect.Fact) + suspect.Correction, view.Table.Ordinal);
        var readings = (along ? 1 : 0) + (down ? 1 : 0) + (across ? 1 : 0) + (suspect.Stated ? 1 : 0);
        return readings >= 2 && gaps.IsWhole(view) ? Origin.Publisher : Origin.Unknown;
    }

    private bool IsWithin(in Equation equation, int table)
    {
        foreach (var term in ledger.Terms(equation))
        {
            if (operands.Facts[Ledger.FactOf(term)].Where.Table != table)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same identity fails in so many rows of the table that the table was misread, not misprinted.</summary>
    private bool IsOurs(TableView view, Identity identity)
    {
        failing ??= Enumerable.Range(0, ledger.Equations.Length).Where(e => ledger.Equations[e].Result == CheckResult.Fail)
            .GroupBy(e => (ledger.Equations[e].View, ledger.Equations[e].Identity)).ToDictionary(g => g.Key, g => g.Select(LeftRow).Distinct().Count());
        return failing.GetValueOrDefault((view, identity)) is > Many and var rows && rows * 5 > view.Table.Rows.Select(r => r.Row).Distinct().Count();
    }

    /// <summary>What no single cell explains, grouped by row and identity; sums that fail by the same amount for the same cause are told with the first of them.</summary>
    public IEnumerable<Anomaly> OfUnexplained(IReadOnlyList<int> failed)
    {
        var causes = Causes(failed);
        foreach (var alike in failed.GroupBy(e => (ledger.Equations[e].View.Table.Ordinal, ledger.Equations[e].Identity)).OrderBy(g => g.First()))
        {
            var rows = alike.GroupBy(LeftRow).OrderBy(g => g.First()).Select(g => g.ToList()).ToList();
            if (rows.Count > Many)
            {
                yield return Of(rows[0], $"; {alike.Count()} such sums fail in {rows.Count} rows of the table, the first is {Label(rows[0][0])}",
                    $"；此类关系在表中 {rows.Count} 行共 {alike.Count()} 处不成立，首处为 {Label(rows[0][0])}");
                continue;
            }

            foreach (var row in rows.Select(r => r.FindAll(e => causes[e] >= 0)).Where(r => r.Count > 0))
            {
                var further = row.Sum(e => causes[e]);
                var (more, chinese) = row.Count == 1 ? ("", "") : ($"; so do {row.Count - 1} further columns of the row", $"；该行另有 {row.Count - 1} 列如此");
                yield return further == 0 ? Of(row, more, chinese)
                    : Of(row, $"{more}; {further} further {(further == 1 ? "sum fails" : "sums fail")} by the same amount", $"{chinese}；另有 {further} 处差额相同");
            }
        }
    }

    /// <summary>For each sum that is told, how many others fail for the same cause; -1 for these. The one in the innermost row is told.</summary>
    private Dictionary<int, int> Causes(IReadOnlyList<int> failed)
    {
        var causes = new List<List<int>>();
        foreach (var e in failed)
        {
            if (causes.Find(c => IsSameCause(c[0], e)) is { } same)
            {
                same.Add(e);
            }
            else
            {
                causes.Add([e]);
            }
        }

        var told = failed.ToDictionary(e => e, _ => -1);
        foreach (var cause in causes)
        {
            var table = Left(cause[0]).Where.Table;
            told[cause.Where(e => Left(e).Where.Table == table).MaxBy(e => Left(e).Line.Depth)] = cause.Count - 1;
        }

        return told;
    }

    /// <summary>
    /// The amount by which two sums of a table fail is the same, or in rows of the same name of two tables: too long for chance, and
    /// far above what rounding leaves open, unless one row is part of the other.
    /// </summary>
    private bool IsSameCause(int a, int b)
    {
        var (x, y) = (ledger.Equations[a], ledger.Equations[b]);
        var (left, right) = (Left(a), Left(b));
        var alike = left.Where.Table == right.Where.Table;
        return x.Makers + y.Makers == 0 && Int128.Abs(Int128.Abs(x.Difference) - Int128.Abs(y.Difference)) * 2 <= x.Slack + y.Slack
            && (alike ? left.Where.Row != right.Where.Row || x.Identity != y.Identity : Name(left) == Name(right))
            && ((PrintedFigures.IsTelling(x.Difference) && (x.Slack + y.Slack) * Rounded <= Int128.Abs(x.Difference)) || (alike && (IsPart(left.Line, right.Line, x.View) || IsPart(right.Line, left.Line, x.View))));
    }

    private static bool IsPart(BudgetRow part, BudgetRow whole, TableView view)
    {
        var row = part;
        for (var p = part.Parent; p >= 0 && row != whole; p = row.Parent)
        {
            row = view.Table.Rows[p];
        }

        return row == whole && part != whole;
    }

    private Anomaly Of(List<int> row, string more, string chinese)
    {
        var equation = ledger.Equations[row[0]];
        if (equation.Makers > 0)
        {
            return Goods.Explain(equation, ledger.Terms(equation), ledger, records);
        }

        var fact = Left(row[0]);
        var expected = Print(equation.View, fact, equation.Right);
        return new Anomaly(
            equation.Identity.Failure, fact.Where, equation.View.Kind, Name(fact), fact.Column.Path, fact.Shown, expected,
            $"{equation.Identity.Id}: {fact.Shown} is not {expected} ({equation.Identity.Formula}){more}", IsOurs(equation.View, equation.Identity) ? Origin.Extraction : Origin.Unknown)
        {
            Chinese = $"{equation.Identity.Id}：{fact.Shown} 不等于 {expected}{chinese}",
        };
    }

    private Fact Left(int equation) => operands.Facts[Ledger.FactOf(ledger.Terms(ledger.Equations[equation])[0])];

    private int LeftRow(int equation) => Left(equation).Where.Row;

    private string Label(int equation) => Name(Left(equation));

    /// <summary>Code and name of a fact's row, as in 2080501-行政单位离退休.</summary>
    public static string Name(Fact fact) => Name(fact.Line);

    public static string Name(BudgetRow line) => (line.Code, line.Label) switch
    {
        ("", "") => "合计",
        ("", var label) => label,
        (var code, "") => code,
        (var code, var label) => code + "-" + label,
    };

    /// <summary>What would close, as the cell would print it. A quantity is kept in hundredths, as 元 are in 分.</summary>
    private static string Print(TableView view, Fact fact, Int128 fen) => fact.Column.Role == ColumnRole.Quantity
        ? AmountPrint.Like(fen, Unit.Yuan, Unit.Yuan.Fen, view.Grouped)
        : AmountPrint.Like(fen, fact.Unit ?? view.Table.Unit, view.ColumnStep(fact.Where.Column), view.Grouped);
}
