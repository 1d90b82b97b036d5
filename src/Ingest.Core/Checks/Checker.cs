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
            RowSums.Evaluate(view, ledger);
            TreeSums.Evaluate(view, ledger);
            LabelSums.Evaluate(view, ledger);
        }

        var (suspects, unexplained) = Suspects.Find(ledger, operands, ImmutableHashSet<int>.Empty);
        var findings = new Findings(views, operands, ledger);
        var anomalies = suspects.OrderBy(s => s.Fact).Select(findings.Of).Concat(findings.OfUnexplained(unexplained)).ToImmutableArray();
        return new CheckOutcome(Statuses.Assign(ledger, operands, suspects, unexplained), Records(ledger, operands), anomalies);
    }

    private static ImmutableArray<Check> Records(Ledger ledger, Operands operands)
    {
        var records = ImmutableArray.CreateBuilder<Check>(ledger.Equations.Length);
        foreach (ref readonly var equation in ledger.Equations)
        {
            var cells = ImmutableArray.CreateBuilder<CellRef>(equation.Count);
            foreach (var term in ledger.Terms(equation))
            {
                cells.Add(operands.Facts[Ledger.FactOf(term)].Where);
            }

            var left = operands.Facts[Ledger.FactOf(ledger.Terms(equation)[0])];
            records.Add(new Check(
                equation.Identity.Id, equation.View.Kind, equation.View.Table.Ordinal, left.Where.Row, left.Column.Path,
                Ledger.Yuan(equation.Left), Ledger.Yuan(equation.Right), Ledger.Tolerance(equation.Slack), equation.Result, cells.MoveToImmutable()));
        }

        return records.MoveToImmutable();
    }
}
