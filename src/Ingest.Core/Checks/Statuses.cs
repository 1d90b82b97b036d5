using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>Says of each fact whether the identities confirm it.</summary>
internal static class Statuses
{
    public static ImmutableArray<Fact> Assign(Ledger ledger, Operands operands, List<Suspect> suspects, List<int> unexplained, IEnumerable<int> doubtful)
    {
        var status = new FactStatus[operands.Facts.Length];
        for (var f = 0; f < status.Length; f++)
        {
            status[f] = operands.Facts[f].Status == FactStatus.Unverified && ledger.IsSettled(f) ? FactStatus.Verified : operands.Facts[f].Status;
        }

        foreach (ref readonly var equation in ledger.Equations)
        {
            if (equation.Result == CheckResult.Pass)
            {
                Mark(status, ledger.Terms(equation), FactStatus.Verified);
            }
        }

        foreach (var e in unexplained)
        {
            Doubt(status, ledger, ledger.Equations[e]);
        }

        foreach (var fact in suspects.Select(s => s.Fact).Concat(doubtful))
        {
            status[fact] = FactStatus.Doubtful;
        }

        var facts = operands.Facts.ToBuilder();
        for (var f = 0; f < status.Length; f++)
        {
            if (facts[f].Status != status[f])
            {
                facts[f] = facts[f] with { Status = status[f] };
            }
        }

        return facts.ToImmutable();
    }

    /// <summary>The closing cells, and of the others those that no sum confirms: a row may be missing, which is no fault of the rows that are there.</summary>
    private static void Doubt(FactStatus[] status, Ledger ledger, in Equation equation)
    {
        var terms = ledger.Terms(equation);
        Mark(status, terms[..equation.LeftCount], FactStatus.Doubtful);
        foreach (var term in terms[equation.LeftCount..])
        {
            if (status[Ledger.FactOf(term)] != FactStatus.Verified)
            {
                status[Ledger.FactOf(term)] = FactStatus.Doubtful;
            }
        }
    }

    private static void Mark(FactStatus[] status, ReadOnlySpan<int> terms, FactStatus value)
    {
        foreach (var term in terms)
        {
            if (status[Ledger.FactOf(term)] != FactStatus.Doubtful)
            {
                status[Ledger.FactOf(term)] = value;
            }
        }
    }
}
