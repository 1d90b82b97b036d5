using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>Collects what comes out: the checks that are no sums, the anomalies, the facts that are in doubt.</summary>
internal sealed class Records(Operands operands)
{
    public ImmutableArray<Check>.Builder Checks { get; } = ImmutableArray.CreateBuilder<Check>();

    public ImmutableArray<Anomaly>.Builder Anomalies { get; } = ImmutableArray.CreateBuilder<Anomaly>();

    public HashSet<int> Doubtful { get; } = [];

    public void Doubt(int fact) => Doubtful.Add(fact);

    /// <param name="facts">The cells that take part, the closing one first.</param>
    public void Add(Identity identity, TableView view, ReadOnlySpan<int> facts, Int128 left, Int128 right, Int128 slack, CheckResult result)
    {
        var cells = ImmutableArray.CreateBuilder<CellRef>(facts.Length);
        foreach (var term in facts)
        {
            cells.Add(operands.Facts[Ledger.FactOf(term)].Where);
        }

        var first = operands.Facts[Ledger.FactOf(facts[0])];
        Checks.Add(new Check(
            identity.Id, view.Kind, view.Table.Ordinal, first.Where.Row, first.Column.Path,
            Ledger.Yuan(left), Ledger.Yuan(right), Ledger.Tolerance(slack), result, cells.MoveToImmutable()));
    }

    public void Add(Ledger ledger)
    {
        foreach (ref readonly var equation in ledger.Equations)
        {
            Add(equation.Identity, equation.View, ledger.Terms(equation), equation.Left, equation.Right, equation.Slack, equation.Result);
        }
    }
}
