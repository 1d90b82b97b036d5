using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Typing;

/// <summary>
/// Settles the units over all tables of a document. A unit that is not printed is taken from tables that print the same
/// large figures, else from sentences that state them, else from the other tables. A printed unit is doubted when tables
/// with another unit print the very same large figures: then the table that stands alone is named; or when it makes the
/// amounts of the table tower over all others of the document.
/// </summary>
internal static class UnitResolver
{
    /// <summary>How many times the largest amount of all other tables is too much.</summary>
    private const int Tower = 100;

    /// <summary>Tables with large figures that must stand beside it: fewer may be of small things.</summary>
    private const int FewestOthers = 2;

    public static void Resolve(List<BudgetTable> tables, ImmutableArray<TextLine> lines, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var figures = new ImmutableArray<Figure>[tables.Count];
        var anyMissing = false;
        var elsewhere = new Lazy<UnitLines>(() => new UnitLines(tables, lines));
        for (var i = 0; i < tables.Count; i++)
        {
            if (IsMoneyTable(tables[i]) && tables[i].Unit is null && elsewhere.Value.Of(tables[i].Source) is { } printed)
                tables[i] = tables[i] with { Unit = printed, UnitSource = UnitSource.Own };
            figures[i] = IsMoneyTable(tables[i]) ? Figures.Largest(tables[i]) : [];
            anyMissing |= HoldsAmounts(tables[i]) && tables[i].Unit is null;
        }
        var stated = new Lazy<List<StatedAmount>>(() => StatedAmounts.In(lines));
        Doubt(tables, figures, stated, anomalies);
        if (anyMissing)
            Infer(tables, figures, stated.Value, anomalies);
        DoubtTowering(tables, figures, anomalies);
        DoubtSmall(tables, figures, anomalies);
    }

    private static bool IsMoneyTable(BudgetTable table) => table.Kind is not null && !table.Rows.IsEmpty;

    /// <summary>Small ones too: 0.45 of reception is lost without its unit like any other figure.</summary>
    private static bool HoldsAmounts(BudgetTable table) => IsMoneyTable(table) && table.Source.Cells.Any(c => c.Row >= table.HeaderRows && c.Text.AsSpan().ContainsAnyInRange('1', '9')
        && Shapes.Of(c.Text) == CellShape.Number && table.Columns.Any(k => k.Index == c.Column && k.Role == ColumnRole.Money && k.Unit is null));

    /// <summary>One table after the other is named, the one that most others contradict first; what is named counts no more.</summary>
    private static void Doubt(List<BudgetTable> tables, ImmutableArray<Figure>[] figures, Lazy<List<StatedAmount>> stated, ImmutableArray<Anomaly>.Builder anomalies)
    {
        while (true)
        {
            int worst = -1, most = 0, contradictions = 0;
            Unit? contrary = null;
            for (var i = 0; i < tables.Count; i++)
            {
                var (same, other, theirs) = Compare(tables, figures, i);
                if (other == 0 || theirs is null)
                    continue;
                // one against one: the sentences decide, else what most tables print
                var margin = (2 * (other - same)) + (other == same || other == 1 ? Tilt(tables, figures[i], stated.Value, i, theirs) : 0);
                if (margin > most)
                    (worst, most, contradictions, contrary) = (i, margin, other, theirs);
            }
            if (worst < 0 || contrary is null)
                return;
            var printed = tables[worst].Unit?.Label ?? "";
            tables[worst] = tables[worst] with { UnitDoubtful = true };
            anomalies.Add(About(tables[worst], AnomalyCodes.UnitContradiction, printed, contrary.Label,
                $"The table says {printed}, but the same figures stand in {contradictions.ToString(CultureInfo.InvariantCulture)} other tables in {contrary.Label}.",
                $"本表标明单位为{printed}，但相同数字在另外 {contradictions.ToString(CultureInfo.InvariantCulture)} 张表中以{contrary.Label}列示。"));
        }
    }

    /// <summary>How many tables print the same large figures under the same unit, and how many under another.</summary>
    private static (int Same, int Other, Unit? Contrary) Compare(List<BudgetTable> tables, ImmutableArray<Figure>[] figures, int at)
    {
        if (!IsComparable(tables[at], figures[at]))
            return default;
        int same = 0, other = 0;
        Unit? contrary = null;
        for (var j = 0; j < tables.Count; j++)
        {
            if (j == at || !IsComparable(tables[j], figures[j]) || !Figures.Share(figures[at], figures[j]))
                continue;
            if (tables[j].Unit == tables[at].Unit)
                same++;
            else
                (other, contrary) = (other + 1, tables[j].Unit);
        }
        return (same, other, contrary);
    }

    private static bool IsComparable(BudgetTable table, ImmutableArray<Figure> figures) =>
        table is { Unit: not null, UnitDoubtful: false, UnitSource: UnitSource.Own or UnitSource.Header } && !figures.IsEmpty;

    /// <summary>Positive if sentences or the other tables speak for the contrary unit, negative if for the printed one.</summary>
    private static int Tilt(List<BudgetTable> tables, ImmutableArray<Figure> figures, List<StatedAmount> stated, int at, Unit contrary)
    {
        if (tables[at].Unit is not { } unit)
            return 0;
        var votes = StatedAmounts.Votes(stated, figures, contrary).CompareTo(StatedAmounts.Votes(stated, figures, unit));
        return votes != 0 ? votes * 3 : StandsWithMost(tables, at) ? -3 : 1;
    }

    /// <summary>Whether most tables of the document print this table's unit.</summary>
    private static bool StandsWithMost(List<BudgetTable> tables, int at)
    {
        int alike = 0, unlike = 0;
        for (var i = 0; i < tables.Count; i++)
        {
            if (i == at || tables[i].Unit is not { } unit || !IsMoneyTable(tables[i]) || IsForm(tables[i]))
                continue;
            if (unit == tables[at].Unit)
                alike++;
            else
                unlike++;
        }
        return alike > unlike;
    }

    private static bool IsForm(BudgetTable table) => table.Kind is { } id && KindCatalog.Find(id)?.Layout == TableLayout.Form;

    private static void Infer(List<BudgetTable> tables, ImmutableArray<Figure>[] figures, List<StatedAmount> stated, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var all = ImmutableArray.CreateBuilder<Figure>();
        for (var i = 0; i < tables.Count; i++)
        {
            if (tables[i].Unit is null)
                all.AddRange(figures[i]);
        }
        InferByFigures(tables, figures, stated, anomalies);
        var narrated = StatedAmounts.Best(stated, all.ToImmutable());
        var common = Most(tables, static s => s == UnitSource.Own);
        var inferred = common is null ? Most(tables, static s => s != UnitSource.Unknown) : null;
        for (var i = 0; i < tables.Count; i++)
        {
            if (!IsMoneyTable(tables[i]) || tables[i].Unit is not null)
                continue;
            if (narrated is not null)
            {
                Take(tables, i, narrated, UnitSource.Magnitude, "sentences that state figures of the tables", "提及各表数字的文字说明", anomalies);
            }
            else if (common is not null)
            {
                Take(tables, i, common, UnitSource.Siblings, "most other tables", "其他多数表", anomalies);
            }
            else if (Figures.Plausible(all) is { } plausible)
            {
                // size alone is a guess: the amounts are given, but as doubtful ones
                Take(tables, i, plausible, UnitSource.Magnitude, "the size of the largest figure alone", "最大数字的量级", anomalies);
                tables[i] = tables[i] with { UnitDoubtful = true };
            }
            else if (inferred is not null && HoldsAmounts(tables[i]))
            {
                Take(tables, i, inferred, UnitSource.Siblings, "tables whose own was inferred", "单位系推断的其他表", anomalies);
                tables[i] = tables[i] with { UnitDoubtful = true };
            }
            else if (HoldsAmounts(tables[i]))
            {
                anomalies.Add(About(tables[i], AnomalyCodes.UnitMissing, "", "", "No unit is printed, and nothing in the document tells it.", "未印单位，文件中也无从得知。"));
            }
        }
    }

    /// <summary>What the figures themselves tell: tables and sentences that state them. A unit found so tells that of further tables, until no more is found.</summary>
    private static void InferByFigures(List<BudgetTable> tables, ImmutableArray<Figure>[] figures, List<StatedAmount> stated, ImmutableArray<Anomaly>.Builder anomalies)
    {
        for (var step = 0; ; step++)
        {
            var found = false;
            for (var i = 0; i < tables.Count; i++)
            {
                if (!IsMoneyTable(tables[i]) || tables[i].Unit is not null)
                    continue;
                var inferred = step > 1;
                var (unit, source) = step == 1 ? (StatedAmounts.Best(stated, figures[i]), UnitSource.Magnitude) : (Sibling(tables, figures, i, inferred), UnitSource.Siblings);
                if (unit is null)
                    continue;
                found = true;
                if (step == 1)
                    Take(tables, i, unit, source, "sentences that state its figures", "提及本表数字的文字说明", anomalies);
                else
                    Take(tables, i, unit, source, "other tables with the same figures", "数字相同的其他表", anomalies);
            }
            if (!found && step > 1)
                return;
        }
    }

    private static void Take(
        List<BudgetTable> tables, int at, Unit unit, UnitSource source, string how, string chinese, ImmutableArray<Anomaly>.Builder anomalies)
    {
        tables[at] = tables[at] with { Unit = unit, UnitSource = source };
        anomalies.Add(About(tables[at], AnomalyCodes.UnitInferred, "", unit.Label, $"No unit is printed; {unit.Label} was taken from {how}.", $"未印单位；按{chinese}取{unit.Label}。"));
    }

    /// <summary>
    /// A table is a part of its document: where its largest amount is a hundred times the largest of all others, its unit is
    /// wrong (元 called 万元), though all sums inside it hold.
    /// </summary>
    private static void DoubtTowering(List<BudgetTable> tables, ImmutableArray<Figure>[] figures, ImmutableArray<Anomaly>.Builder anomalies)
    {
        int highest = -1, others = 0;
        Int128 first = 0, second = 0;
        for (var i = 0; i < tables.Count; i++)
        {
            // the money column of a form holds telephones too
            if (figures[i].IsEmpty || tables[i] is not { Unit: { } unit, UnitDoubtful: false } || IsForm(tables[i]))
                continue;
            var amount = Figures.InFen(figures[i][0], unit);
            others++;
            (highest, first, second) = amount > first ? (i, amount, first) : (highest, first, Int128.Max(second, amount));
        }
        if (others <= FewestOthers || first < Tower * second || highest < 0)
            return;
        var printed = tables[highest].Unit?.Label ?? "";
        tables[highest] = tables[highest] with { UnitDoubtful = true };
        anomalies.Add(About(tables[highest], AnomalyCodes.UnitContradiction, printed, "",
            $"In {printed} the largest amount of this table is more than a hundred times the largest of all other tables.",
            $"按{printed}计，本表最大金额超过其他各表最大金额的一百倍。"));
    }

    /// <summary>A table without large figures is compared by the names of its figures with those that have some.</summary>
    private static void DoubtSmall(List<BudgetTable> tables, ImmutableArray<Figure>[] figures, ImmutableArray<Anomaly>.Builder anomalies)
    {
        for (var i = 0; i < tables.Count; i++)
        {
            if (!figures[i].IsEmpty || !IsMoneyTable(tables[i]) || tables[i] is not { Unit: { } unit, UnitDoubtful: false } || NamedFigures.Of(tables[i]) is not { Count: > 0 } own)
                continue;
            Unit? contrary = null;
            for (var j = 0; j < tables.Count && contrary != unit; j++)
            {
                if (j != i && !figures[j].IsEmpty && tables[j] is { Unit: { } theirs, UnitDoubtful: false } && NamedFigures.Of(tables[j]).Overlaps(own))
                    contrary = theirs == unit ? unit : contrary ?? theirs;
            }
            if (contrary is null || contrary == unit)
                continue;
            tables[i] = tables[i] with { UnitDoubtful = true };
            anomalies.Add(About(tables[i], AnomalyCodes.UnitContradiction, unit.Label, contrary.Label,
                $"The table says {unit.Label}, but the same figures of the same names stand in another table in {contrary.Label}.", $"本表标明单位为{unit.Label}，但同名同数在另一表中以{contrary.Label}列示。"));
        }
    }

    /// <summary>The unit of the tables that print the same large figures; null if they disagree or there are none.</summary>
    /// <param name="inferred">Tables whose own unit was inferred count too.</param>
    private static Unit? Sibling(List<BudgetTable> tables, ImmutableArray<Figure>[] figures, int at, bool inferred)
    {
        Unit? unit = null;
        for (var j = 0; j < tables.Count; j++)
        {
            if (j == at || tables[j].Unit is not { } theirs || (!inferred && tables[j].UnitSource is not (UnitSource.Own or UnitSource.Header)) || tables[j].UnitDoubtful
                || !Figures.Share(figures[at], figures[j]))
            {
                continue;
            }
            if (unit is not null && unit != theirs)
                return null;
            unit = theirs;
        }
        return unit;
    }

    private static Unit? Most(List<BudgetTable> tables, Func<UnitSource, bool> isMeant)
    {
        var counts = new SortedDictionary<long, (int Count, Unit Unit)>();
        foreach (var table in tables)
        {
            if (isMeant(table.UnitSource) && table is { UnitDoubtful: false, Unit: { } unit } && IsMoneyTable(table) && !IsForm(table))
                counts[unit.Fen] = (counts.TryGetValue(unit.Fen, out var seen) ? seen.Count + 1 : 1, unit);
        }
        (int Count, Unit? Unit) best = (0, null);
        foreach (var entry in counts.Values)
        {
            if (entry.Count > best.Count)
                best = entry;
        }
        return best.Unit;
    }

    private static Anomaly About(BudgetTable table, AnomalyCode code, string found, string expected, string message, string chinese) =>
        new(code, new CellRef(table.Source.Cells[0].Area, table.Ordinal), table.Kind ?? "", table.Title ?? "", "", found, expected, message, Origin.Publisher) { Chinese = chinese };
}
