using Ingest.Core.Checks.Sums;

namespace Ingest.Core.Checks.Suspicion;

/// <content>Cells that are suspected of one sum alone, because all others of it are beyond suspicion.</content>
internal sealed partial class Suspects
{
    private (int, string) Alike(int equation) => (ledger.Equations[equation].View.Table.Ordinal, ledger.Equations[equation].Identity.Id);

    /// <summary>Sums of which only one cell can be wrong, because all others stand in sums that hold.</summary>
    private void NameByElimination()
    {
        var alike = open.GroupBy(Alike).ToDictionary(g => g.Key, g => g.Count());
        foreach (var e in open.Order().ToArray())
        {
            if (!open.Contains(e) || alike[Alike(e)] > Findings.Many)
            {
                continue;
            }

            // a figure that stands in other tables too is not the first to be suspected; a list that falls short may lack a row,
            // so that being the last one left proves nothing there
            var possible = Possible(e);
            var alone = possible.FindAll(c => !figures.StandElsewhere(c.Fact));
            var suspect = (MayLackRow(e) ? null : Only(possible)) ?? Only(alone.FindAll(StandsElsewhere)) ?? Only(alone.FindAll(IsTellingSlip)) ?? Only(alone.FindAll(IsSlipOfAnother));
            if (suspect is { } named && Proposal(named.Fact) is var (correction, fixes) && fixes.Contains(e))
            {
                Accept(named.Fact, correction, fixes);
            }
            else
            {
                candidates.AddRange(possible);
            }
        }
    }

    /// <summary>(Two sides are a form, which prints all of its rows.)</summary>
    private bool MayLackRow(int e) => ledger.Equations[e] is { IsShort: true } equation && Ledger.IsDown(equation, ledger) && !TwoSided.IsTwoSided(equation.View.Kind);

    /// <summary>The cells whose correction would close the equation and break no other.</summary>
    private List<(int Equation, int Fact, Int128 Correction)> Possible(int e)
    {
        var equation = ledger.Equations[e];
        var terms = ledger.Terms(equation);
        var possible = new List<(int, int, Int128)>();
        for (var t = 0; t < terms.Length; t++)
        {
            var fact = Ledger.FactOf(terms[t]);
            var correction = -Difference(e) * Ledger.Coefficient(equation, t, terms[t]);
            if (correction != 0 && operands.IsPrinted(fact) && !Breaks(fact, correction, 1))
            {
                possible.Add((e, fact, correction));
            }
        }

        return possible;
    }

    /// <summary>The closing figure is printed in another table, in a row of the same name.</summary>
    private bool StandsElsewhere((int Equation, int Fact, Int128 Correction) candidate)
    {
        var fact = operands.Facts[candidate.Fact];
        var closing = operands.Fen(candidate.Fact) + candidate.Correction;
        return closing != 0 && book.OfLabel(fact.Line.Label).Any(f => f.Fen == closing && operands.Facts[f.Fact].Where.Table != fact.Where.Table);
    }

    private bool IsTellingSlip((int Equation, int Fact, Int128 Correction) candidate) =>
        Slip.IsTelling(operands.Fen(candidate.Fact), operands.Fen(candidate.Fact) + candidate.Correction);

    /// <summary>A slip that comes from a figure of another table, whatever its row is called there.</summary>
    private bool IsSlipOfAnother((int Equation, int Fact, Int128 Correction) candidate)
    {
        var (shown, closing) = (operands.Fen(candidate.Fact), operands.Fen(candidate.Fact) + candidate.Correction);
        return Slip.Of(shown, closing) is not null && figures.Stands(closing, operands.Facts[candidate.Fact].Where.Table);
    }

    private static (int Equation, int Fact, Int128 Correction)? Only(List<(int Equation, int Fact, Int128 Correction)> candidates) => candidates.Count == 1 ? candidates[0] : null;
}
