using System.Collections.Immutable;
using Ingest.Core.Checks.Across;
using Ingest.Core.Checks.Explanations;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>The facts with their status, the identities evaluated, and what they brought up.</summary>
public sealed record CheckOutcome(ImmutableArray<Fact> Facts, ImmutableArray<Check> Checks, ImmutableArray<Anomaly> Anomalies);

/// <summary>
/// Tries every identity of <see cref="IdentityCatalog"/> on the facts of one document. Nothing is repaired: a fact keeps its
/// amount and gets a status.
/// </summary>
public static class Checker
{
    /// <param name="reading">What the stages before brought up: what was lost can be neither confirmed nor refuted.</param>
    public static CheckOutcome Check(
        DocumentIdentity identity, ImmutableArray<BudgetTable> tables, ImmutableArray<Fact> facts, ImmutableArray<NarrativeFact> narrative, ImmutableArray<Anomaly> reading)
    {
        var operands = new Operands(facts);
        var views = TableView.Of(tables, operands);
        var gaps = new Gaps(tables, views, reading, operands);
        var ledger = new Ledger(operands);
        foreach (var view in views)
        {
            if (FormSums.IsForm(view.Kind))
            {
                FormSums.Evaluate(view, ledger);
                continue;
            }

            RowSums.Evaluate(view, ledger);
            HierarchySums.Evaluate(view, ledger);
            if (GovernmentSums.IsGovernment(view.Kind))
            {
                GovernmentSums.Sides(view, ledger);
            }
        }

        foreach (var set in TableSet.Of(views))
        {
            CrossTables.Evaluate(set, ledger);
            GovernmentSums.Balance(set, ledger);
            Forms.Evaluate(set, views, ledger);
        }

        var records = new Records(operands);
        var goods = views.Where(v => HierarchySums.IsGoods(v.Kind)).Select(v => new Goods(v, ledger, records)).ToArray();
        Array.ForEach(goods, g => g.Multiply());
        Withheld.Excuse(views, ledger);
        gaps.Excuse(ledger, records);
        ShortLists.Excuse(ledger, records);
        LeafTotals.Evaluate(views, gaps, ledger, records);
        records.Add(ledger);

        var excused = new HashSet<int>();
        var clashing = UnitClashes.Excuse(views, ledger, records, excused);
        DuplicatedRows.Excuse(ledger, operands, records, excused);
        SwappedColumns.Excuse(views, ledger, records, excused);
        var unsure = views.Where(v => v.Table.UnitDoubtful || clashing.Contains(v)).ToHashSet();
        foreach (var set in TableSet.Of(views))
        {
            Practices.Evaluate(set, unsure, records);
            ProjectGoods.Evaluate(set, unsure, records);
        }

        foreach (var view in views.Where(v => !unsure.Contains(v)))
        {
            GovernmentSums.Limits(view, records);
        }

        // 全市 and 市本级 have the same rows, and sentences seldom say of which they speak; what a report on them holds besides is of single bodies
        var government = views.Any(v => GovernmentSums.IsGovernment(v.Kind));
        var book = new FigureBook(government ? [] : views.RemoveAll(unsure.Contains), identity.FiscalYear);
        var search = Suspects.Find(ledger, operands, excused, book);
        if (!narrative.IsEmpty)
        {
            book.Correct([.. search.Found.Select(s => (s.Fact, s.Correction)), .. search.Candidates.Select(c => (c.Fact, c.Correction))]);
            gaps.Distrust(search.Unexplained.Select(e => ledger.Equations[e].View));
            var sentences = new Sentences(narrative, book, gaps, identity, records);
            sentences.Evaluate();
            search.Resolve(sentences.Refuted);
            Counts.Evaluate(narrative, records);
        }

        var findings = new Findings(views, operands, ledger, gaps, records);
        records.Anomalies.AddRange(search.Found.OrderBy(s => s.Fact).Select(findings.Of));
        records.Anomalies.AddRange(findings.OfUnexplained(search.Unexplained));
        Array.ForEach(goods, g => g.Compare(search.Found.Select(s => s.Fact).ToHashSet()));
        return new CheckOutcome(Statuses.Assign(ledger, operands, search.Found, [.. search.Unexplained, .. gaps.Excused], records.Doubtful), records.Checks.ToImmutable(), records.Anomalies.ToImmutable());
    }
}
