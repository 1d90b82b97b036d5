using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;

namespace Ingest.Core.Budget;

/// <summary>
/// Settles the units over all tables of a document. A unit that is not printed is taken from tables that print the same
/// large figures, else from sentences that state them, else from the other tables. A printed unit is doubted when tables
/// with another unit print the very same large figures: then the table that stands alone is named.
/// </summary>
internal static class UnitResolver
{
    public static void Resolve(List<BudgetTable> tables, ImmutableArray<TextLine> lines, ImmutableArray<Anomaly>.Builder anomalies)
    {
        var figures = new ImmutableArray<Figure>[tables.Count];
        var anyMissing = false;
        for (var i = 0; i < tables.Count; i++)
        {
            figures[i] = IsMoneyTable(tables[i]) ? Figures.Largest(tables[i]) : [];
            anyMissing |= figures[i].Length > 0 && tables[i].Unit is null;
        }
        var stated = new Lazy<List<StatedAmount>>(() => StatedAmounts.In(lines));
        Doubt(tables, figures, stated, anomalies);
        if (anyMissing)
            Infer(tables, figures, stated.Value, anomalies);
    }

    private static bool IsMoneyTable(BudgetTable table) => table.Kind is not null && !table.Rows.IsEmpty;

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
        var narrated = StatedAmounts.Best(stated, all.ToImmutable());
        var common = Most(tables);
        for (var i = 0; i < tables.Count; i++)
        {
            if (!IsMoneyTable(tables[i]) || tables[i].Unit is not null)
                continue;
            var (unit, source, how, zh) = Sibling(tables, figures, i) is { } sibling ? (sibling, UnitSource.Siblings, "other tables with the same figures", "数字相同的其他表")
                : StatedAmounts.Best(stated, figures[i]) is { } own ? (own, UnitSource.Magnitude, "sentences that state its figures", "提及本表数字的文字说明")
                : narrated is not null ? (narrated, UnitSource.Magnitude, "sentences that state figures of the tables", "提及各表数字的文字说明")
                : common is not null ? (common, UnitSource.Siblings, "most other tables", "其他多数表")
                : Figures.Plausible(all) is { } plausible ? (plausible, UnitSource.Magnitude, "the size of the largest figure alone", "最大数字的量级")
                : ((Unit?)null, UnitSource.Unknown, "", "");
            if (unit is null)
            {
                if (figures[i].Length > 0)
                    anomalies.Add(About(tables[i], AnomalyCodes.UnitMissing, "", "", "No unit is printed, and nothing in the document tells it.", "未印单位，文件中也无从得知。"));
                continue;
            }
            // size alone is a guess: the amounts are given, but as doubtful ones
            var guess = narrated is null && common is null && source == UnitSource.Magnitude && StatedAmounts.Best(stated, figures[i]) is null;
            tables[i] = tables[i] with { Unit = unit, UnitSource = source, UnitDoubtful = guess };
            anomalies.Add(About(tables[i], AnomalyCodes.UnitInferred, "", unit.Label, $"No unit is printed; {unit.Label} was taken from {how}.", $"未印单位；按{zh}取{unit.Label}。"));
        }
    }

    /// <summary>The unit of the tables that print the same large figures; null if they disagree or there are none.</summary>
    private static Unit? Sibling(List<BudgetTable> tables, ImmutableArray<Figure>[] figures, int at)
    {
        Unit? unit = null;
        for (var j = 0; j < tables.Count; j++)
        {
            if (j == at || tables[j].Unit is not { } theirs || tables[j].UnitSource is not (UnitSource.Own or UnitSource.Header) || tables[j].UnitDoubtful
                || !Figures.Share(figures[at], figures[j]))
                continue;
            if (unit is not null && unit != theirs)
                return null;
            unit = theirs;
        }
        return unit;
    }

    private static Unit? Most(List<BudgetTable> tables)
    {
        var counts = new SortedDictionary<long, (int Count, Unit Unit)>();
        foreach (var table in tables)
        {
            if (table is { UnitSource: UnitSource.Own, Unit: { } unit } && IsMoneyTable(table) && !IsForm(table))
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
