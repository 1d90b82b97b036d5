using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>A cell whose change would make failed sums hold.</summary>
/// <param name="Correction">What must be added to it, in 分.</param>
/// <param name="Explained">The failed equations that then hold.</param>
internal sealed record Suspect(int Fact, Int128 Correction, List<int> Explained);

/// <summary>
/// Looks for the cells behind failed sums: a wrong cell breaks every sum it stands in by the same difference, so the cell that
/// closes several of them, and opens none that held, is the one. Corrections are applied as they are found, so that several
/// wrong cells are told apart.
/// </summary>
internal sealed class Suspects
{
    private readonly Ledger ledger;
    private readonly Operands operands;
    private readonly Dictionary<int, List<(int Equation, int Coefficient)>> through = [];
    private readonly Dictionary<int, Int128> shift = [];
    private readonly HashSet<int> open = [];
    private readonly List<Suspect> found = [];
    private readonly HashSet<(int Table, int Column, Int128 Correction)> tried = [];
    private ILookup<(int Table, int Column), int>? columns;

    private Suspects(Ledger ledger, Operands operands)
    {
        this.ledger = ledger;
        this.operands = operands;
    }

    /// <summary>The suspects, and the failed equations that none of them explains.</summary>
    /// <param name="excused">Failed equations that something else explains already.</param>
    public static (List<Suspect> Suspects, List<int> Unexplained) Find(Ledger ledger, Operands operands, IReadOnlySet<int> excused)
    {
        var search = new Suspects(ledger, operands);
        search.Index(excused);
        if (search.open.Count > 0)
        {
            search.NameByAgreement();
            search.NameByElimination();
        }

        return (search.found, [.. search.open.Order()]);
    }

    private void Index(IReadOnlySet<int> excused)
    {
        var equations = ledger.Equations;
        for (var e = 0; e < equations.Length; e++)
        {
            if (equations[e].Result == CheckResult.Fail && !excused.Contains(e))
            {
                open.Add(e);
                foreach (var term in ledger.Terms(equations[e]))
                {
                    through.TryAdd(Ledger.FactOf(term), []);
                }
            }
        }

        for (var e = 0; open.Count > 0 && e < equations.Length; e++)
        {
            if (equations[e].Result is not (CheckResult.Pass or CheckResult.Fail) || excused.Contains(e))
            {
                continue;
            }

            var terms = ledger.Terms(equations[e]);
            for (var t = 0; t < terms.Length; t++)
            {
                if (through.TryGetValue(Ledger.FactOf(terms[t]), out var list))
                {
                    list.Add((e, Ledger.Coefficient(equations[e], t, terms[t])));
                }
            }
        }
    }

    /// <summary>Cells that close two failed sums or more at once.</summary>
    private void NameByAgreement()
    {
        var queue = new PriorityQueue<int, (int, int)>();
        foreach (var fact in through.Keys)
        {
            Enqueue(queue, fact);
        }

        while (queue.TryDequeue(out var fact, out var priority))
        {
            var (correction, fixes) = Proposal(fact);
            if (fixes.Count < 2)
            {
                continue;
            }

            if (-fixes.Count > priority.Item1)
            {
                queue.Enqueue(fact, (-fixes.Count, fact));
                continue;
            }

            if (!Breaks(fact, correction))
            {
                Accept(fact, correction, fixes);
            }
            else
            {
                AcceptColumn(fact, correction);
            }
        }
    }

    private void Enqueue(PriorityQueue<int, (int, int)> queue, int fact)
    {
        var count = Proposal(fact).Fixes.Count;
        if (count >= 2)
        {
            queue.Enqueue(fact, (-count, fact));
        }
    }

    /// <summary>The correction that closes most of the failed sums through a cell.</summary>
    private (Int128 Correction, List<int> Fixes) Proposal(int fact)
    {
        var best = ((Int128)0, new List<int>());
        var list = through[fact];
        foreach (var (e, k) in list)
        {
            if (!open.Contains(e))
            {
                continue;
            }

            var correction = -Difference(e) * k;
            if (correction == 0)
            {
                continue;
            }

            var fixes = new List<int>();
            foreach (var (other, coefficient) in list)
            {
                if (open.Contains(other) && ledger.Equations[other].Holds(Difference(other) + (coefficient * correction)))
                {
                    fixes.Add(other);
                }
            }

            if (fixes.Count > best.Item2.Count)
            {
                best = (correction, fixes);
            }
        }

        return best;
    }

    private Int128 Difference(int equation) => ledger.Equations[equation].Difference + shift.GetValueOrDefault(equation);

    /// <summary>Some sum that holds would not hold any more.</summary>
    private bool Breaks(int fact, Int128 correction)
    {
        if (ledger.IsSettled(fact))
        {
            return true;
        }

        foreach (var (e, k) in through[fact])
        {
            var equation = ledger.Equations[e];
            if (equation.Holds(Difference(e)) && !equation.Holds(Difference(e) + (k * correction)))
            {
                return true;
            }
        }

        return false;
    }

    private void Accept(int fact, Int128 correction, List<int> fixes)
    {
        foreach (var (e, k) in through[fact])
        {
            shift[e] = shift.GetValueOrDefault(e) + (k * correction);
        }

        open.ExceptWith(fixes);
        found.Add(new Suspect(fact, correction, fixes));
    }

    /// <summary>
    /// The same mistake in several rows of one column keeps the sums down the column: tries the cells together that need
    /// the same correction.
    /// </summary>
    private void AcceptColumn(int fact, Int128 correction)
    {
        var where = operands.Facts[fact].Where;
        if (!tried.Add((where.Table, where.Column, correction)))
        {
            return;
        }

        columns ??= through.Keys.Order().ToLookup(f => (operands.Facts[f].Where.Table, operands.Facts[f].Where.Column));
        var group = new List<(int Fact, List<int> Fixes)>();
        foreach (var other in columns[(where.Table, where.Column)])
        {
            if (!ledger.IsSettled(other) && Proposal(other) is var (same, fixes) && fixes.Count >= 2 && same == correction)
            {
                group.Add((other, fixes));
            }
        }

        var moved = new Dictionary<int, Int128>();
        foreach (var (member, _) in group)
        {
            foreach (var (e, k) in through[member])
            {
                moved[e] = moved.GetValueOrDefault(e) + (k * correction);
            }
        }

        if (group.Count > 1 && moved.All(m => !ledger.Equations[m.Key].Holds(Difference(m.Key)) || ledger.Equations[m.Key].Holds(Difference(m.Key) + m.Value)))
        {
            foreach (var (member, fixes) in group)
            {
                Accept(member, correction, fixes);
            }
        }
    }

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

            var equation = ledger.Equations[e];
            var terms = ledger.Terms(equation);
            int only = -1, count = 0, slip = -1, slips = 0;
            for (var t = 0; t < terms.Length; t++)
            {
                var fact = Ledger.FactOf(terms[t]);
                var correction = -Difference(e) * Ledger.Coefficient(equation, t, terms[t]);
                if (!operands.IsPrinted(fact) || Breaks(fact, correction))
                {
                    continue;
                }

                only = fact;
                count++;
                if (Slip.IsTelling(operands.Fen(fact), operands.Fen(fact) + correction))
                {
                    slip = fact;
                    slips++;
                }
            }

            var suspect = count == 1 ? only : slips == 1 ? slip : -1;
            if (suspect >= 0)
            {
                var (correction, fixes) = Proposal(suspect);
                if (fixes.Contains(e))
                {
                    Accept(suspect, correction, fixes);
                }
            }
        }
    }
}
