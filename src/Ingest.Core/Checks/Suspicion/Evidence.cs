using Ingest.Core.Amounts;
using Ingest.Core.Checks.Explanations;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Suspicion;

/// <summary>How well the identities confirm one amount.</summary>
internal enum Proof : byte
{
    None,
    /// <summary>The same figure stands in another table in a row of the same name, read from other glyphs.</summary>
    Copy,
    /// <summary>A sum holds in which at least two other printed figures take part.</summary>
    Sum,
}

/// <summary>
/// What the identities that hold prove, fact by fact. A sum proves a figure if it would not hold were the figure one printed
/// step off, and if two further figures other than zero take part: two equal cells of one table may have been cut by the same
/// border, so that they prove each other only as far as one of them is proved otherwise.
/// </summary>
internal sealed class Evidence
{
    private readonly Ledger ledger;
    private readonly Operands operands;
    private readonly Proof[] proofs;
    private readonly List<(int A, int B)> twins = [];

    private Evidence(Ledger ledger, Operands operands)
    {
        this.ledger = ledger;
        this.operands = operands;
        proofs = new Proof[operands.Facts.Length];
    }

    public static Proof[] Of(Ledger ledger, Operands operands)
    {
        var evidence = new Evidence(ledger, operands);
        for (var f = 0; f < evidence.proofs.Length; f++)
        {
            evidence.proofs[f] = ledger.IsSettled(f) ? Proof.Sum : Proof.None;
        }

        foreach (ref readonly var equation in ledger.Equations)
        {
            if (equation.Result == CheckResult.Pass)
            {
                evidence.Weigh(equation);
            }
        }

        evidence.Copies();
        evidence.Spread();
        return evidence.proofs;
    }

    /// <summary>Amounts other than zero that a row of the same code, or without codes of the same name, has in another table, printed to the same step.</summary>
    private void Copies()
    {
        var seen = new Dictionary<(string Name, long Fen, long Step), (int Fact, int Table)>();
        for (var f = 0; f < proofs.Length; f++)
        {
            var fact = operands.Facts[f];
            if (fact.Status == FactStatus.Doubtful || fact.Amount is not { Fen: not 0 } amount)
            {
                continue;
            }

            var name = fact.Line.Code.Length > 0 ? fact.Line.CodeScheme + fact.Line.Code : fact.Line.IsTotal ? "" : FigureBook.Bare(fact.Line.Label);
            var key = (name, amount.Fen, operands.Step(f));
            if (!seen.TryGetValue(key, out var other))
            {
                seen.Add(key, (f, fact.Where.Table));
            }
            else if (other.Table != fact.Where.Table)
            {
                Raise(f, Proof.Copy);
                Raise(other.Fact, Proof.Copy);
            }
        }
    }

    private void Weigh(in Equation equation)
    {
        var terms = ledger.Terms(equation);
        if (equation.Makers > 0)
        {
            Product(terms);
            return;
        }

        int count = 0, first = -1, second = -1;
        foreach (var term in terms)
        {
            var fact = Ledger.FactOf(term);
            if (operands.IsPrinted(fact) && operands.Fen(fact) != 0)
            {
                count++;
                (first, second) = (count == 1 ? fact : first, count == 2 ? fact : second);
            }
        }

        var copy = count == 2 && operands.Facts[first].Where.Table != operands.Facts[second].Where.Table;
        if (count == 2 && !copy && equation.Difference == 0)
        {
            twins.Add((first, second));
        }

        foreach (var term in terms)
        {
            var fact = Ledger.FactOf(term);
            var others = operands.Fen(fact) == 0 ? count : count - 1;
            if (operands.IsPrinted(fact) && (others >= 2 || copy) && IsSharp(equation, fact))
            {
                Raise(fact, others >= 2 ? Proof.Sum : Proof.Copy);
            }
        }
    }

    /// <summary>A quantity of one makes the amount a copy of the price beside it.</summary>
    private void Product(ReadOnlySpan<int> terms)
    {
        int amount = terms[0], price = terms[1], quantity = terms[2];
        if (operands.Facts[quantity].Number is { } count && count.Units == PowerOfTen.Of(count.Decimals))
        {
            twins.Add((amount, price));
            return;
        }

        foreach (var fact in terms)
        {
            Raise(fact, Proof.Sum);
        }
    }

    /// <summary>One printed step more or less would break the equation, or nothing is left over.</summary>
    private bool IsSharp(in Equation equation, int fact)
    {
        var step = Math.Max(1, operands.Step(fact));
        return equation.Difference == 0 || (!equation.Holds(equation.Difference + step) && !equation.Holds(equation.Difference - step));
    }

    /// <summary>What is proved of one of two equal cells is proved of the other.</summary>
    private void Spread()
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var (a, b) in twins)
            {
                again |= Raise(a, proofs[b]) | Raise(b, proofs[a]);
            }
        }
    }

    private bool Raise(int fact, Proof proof)
    {
        if (proofs[fact] >= proof)
        {
            return false;
        }

        proofs[fact] = proof;
        return true;
    }
}
