using System.Collections.Immutable;
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
    public static CheckOutcome Check(
        DocumentIdentity identity, ImmutableArray<BudgetTable> tables, ImmutableArray<Fact> facts, ImmutableArray<NarrativeFact> narrative)
    {
        var operands = new Operands(facts);
        var views = TableView.Of(tables, operands);
        var ledger = new Ledger(operands);
        foreach (var view in views)
        {
            if (FormSums.IsForm(view.Kind))
            {
                FormSums.Evaluate(view, ledger);
                continue;
            }

            RowSums.Evaluate(view, ledger);
            TreeSums.Evaluate(view, ledger);
            LabelSums.Evaluate(view, ledger);
        }

        foreach (var set in TableSet.Of(views))
        {
            CrossTables.Evaluate(set, ledger);
            Forms.Evaluate(set, views, ledger);
        }

        var records = new Records(operands);
        records.Add(ledger);
        foreach (var view in views.Where(v => TreeSums.IsGoods(v.Kind)))
        {
            new Goods(view, ledger, records).Evaluate();
        }

        var excused = new HashSet<int>();
        var clashing = UnitClashes.Excuse(views, ledger, records, excused);
        if (!narrative.IsEmpty)
        {
            new Sentences(narrative, new FigureBook(views.RemoveAll(v => v.Table.UnitDoubtful || clashing.Contains(v))), identity, records).Evaluate();
        }

        DuplicatedRows.Excuse(ledger, operands, records, excused);
        SwappedColumns.Excuse(views, ledger, records, excused);
        var (suspects, unexplained) = Suspects.Find(ledger, operands, excused);
        var findings = new Findings(views, operands, ledger);
        records.Anomalies.AddRange(suspects.OrderBy(s => s.Fact).Select(findings.Of));
        records.Anomalies.AddRange(findings.OfUnexplained(unexplained));
        return new CheckOutcome(Statuses.Assign(ledger, operands, suspects, unexplained, records.Doubtful), records.Checks.ToImmutable(), records.Anomalies.ToImmutable());
    }
}
