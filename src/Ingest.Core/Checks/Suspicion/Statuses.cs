using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Suspicion;

/// <summary>Says of each fact whether the identities confirm it. What was in doubt before, because its place is, stays so.</summary>
internal static class Statuses
{
    public static ImmutableArray<Fact> Assign(Ledger ledger, Operands operands, List<Suspect> suspects, List<int> unexplained, IEnumerable<int> doubtful)
    {
        var proofs = Evidence.Of(ledger, operands);
        var status = new FactStatus[proofs.Length];
        for (var f = 0; f < status.Length; f++)
        {
            // what was read on a picture may be misread alike in two places: a copy is no proof of it
            status[f] = proofs[f] >= (operands.Facts[f].Source >= FactSource.Picture ? Proof.Sum : Proof.Copy) ? FactStatus.Verified : FactStatus.Unverified;
        }

        foreach (var e in unexplained)
        {
            Doubt(status, proofs, operands, ledger, ledger.Equations[e]);
        }

        foreach (var fact in suspects.Select(s => s.Fact).Concat(doubtful))
        {
            status[fact] = FactStatus.Doubtful;
        }

        var facts = operands.Facts.ToBuilder();
        for (var f = 0; f < status.Length; f++)
        {
            if (facts[f].Status != FactStatus.Doubtful && facts[f].Status != status[f])
            {
                facts[f] = facts[f] with { Status = status[f] };
            }
        }

        return facts.ToImmutable();
    }

    /// <summary>
    /// The closing cells; of the others those that nothing confirms: a row may be missing, which is no fault of the rows that are
    /// there. A copy does not outweigh a sum that fails, so what it alone confirms is left open. A negative figure without whose
    /// minus the sum holds is in doubt whatever confirms it: a dash that stands for zero in the next column was taken for it.
    /// </summary>
    private static void Doubt(FactStatus[] status, Proof[] proofs, Operands operands, Ledger ledger, in Equation equation)
    {
        var terms = ledger.Terms(equation);
        for (var t = 0; t < terms.Length; t++)
        {
            var fact = Ledger.FactOf(terms[t]);
            var here = t < equation.LeftCount || HasOtherSign(equation, operands, fact) ? FactStatus.Doubtful : proofs[fact] switch { Proof.None => FactStatus.Doubtful, Proof.Copy => FactStatus.Unverified, _ => FactStatus.Verified };
            status[fact] = (status[fact], here) switch
            {
                (FactStatus.Doubtful, _) or (_, FactStatus.Doubtful) => FactStatus.Doubtful,
                (FactStatus.Unverified, _) or (_, FactStatus.Unverified) => FactStatus.Unverified,
                _ => FactStatus.Verified,
            };
        }
    }

    private static bool HasOtherSign(in Equation equation, Operands operands, int fact) =>
        operands.Fen(fact) < 0 && Int128.Abs(equation.Difference) == -2 * (Int128)operands.Fen(fact);
}
