using Ingest.Core.Checks.Explanations;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Suspicion;

/// <summary>
/// Looks for the cells behind failed sums: a wrong cell breaks every sum it stands in by the same difference, so the cell that
/// closes several of them, and opens none that held, is the one. Corrections are applied as they are found, so that several
/// wrong cells are told apart.
/// </summary>
internal sealed partial class Suspects
{
    private readonly Ledger ledger;
    private readonly Operands operands;
    private readonly Dictionary<int, List<(int Equation, int Coefficient)>> through = [];
    private readonly Dictionary<int, Int128> shift = [];
    private readonly HashSet<int> open = [];
    private readonly List<Suspect> found = [];
    private readonly HashSet<(int Table, int Column, Int128 Correction)> tried = [];
    private ILookup<(int Table, int Column), int>? columns;

    private readonly FigureBook book;
    private readonly PrintedFigures figures;
    private readonly HashSet<int> added = [];
    private readonly List<(int Equation, int Fact, Int128 Correction)> candidates = [];

    private Suspects(Ledger ledger, Operands operands, FigureBook book)
    {
        this.ledger = ledger;
        this.operands = operands;
        this.book = book;
        figures = new PrintedFigures(operands);
    }

    /// <param name="excused">Failed equations that something else explains already.</param>
    /// <param name="book">Where the right figure may stand a second time.</param>
    public static SuspectSearch Find(Ledger ledger, Operands operands, IReadOnlySet<int> excused, FigureBook book)
    {
        var search = new Suspects(ledger, operands, book);
        search.Index(excused);
        if (search.open.Count > 0)
        {
            search.NameByAgreement();
            search.NameByElimination();
        }

        return new SuspectSearch(search.found, [.. search.open.Order()], search.candidates.FindAll(c => search.open.Contains(c.Equation)));
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
            var holds = equations[e].Result == CheckResult.Pass && equations[e].Count > 2;
            for (var t = 0; t < terms.Length; t++)
            {
                if (holds)
                {
                    added.Add(Ledger.FactOf(terms[t]));
                }

                if (through.TryGetValue(Ledger.FactOf(terms[t]), out var list) && Ledger.Coefficient(equations[e], t, terms[t]) is not 0 and var coefficient)
                {
                    list.Add((e, coefficient));
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

            if (!Breaks(fact, correction, fixes.Count))
            {
                Prefer(fact, correction, fixes);
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

    /// <summary>
    /// Some sum that holds would not hold any more. Beside several failed sums an equal copy in another table counts only where
    /// the sums of that table bear it out: a slip may have been copied.
    /// </summary>
    private bool Breaks(int fact, Int128 correction, int fixes)
    {
        if (ledger.IsSettled(fact))
        {
            return true;
        }

        foreach (var (e, k) in through[fact])
        {
            var equation = ledger.Equations[e];
            if (equation.Holds(Difference(e)) && !equation.Holds(Difference(e) + (k * correction)) && (fixes < 2 || IsBorneOut(equation, fact)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The equation is more than a copy in another table, or that copy stands in sums that hold and in none that fails.</summary>
    private bool IsBorneOut(in Equation equation, int fact)
    {
        var terms = ledger.Terms(equation);
        var copy = equation.Count == 2 ? Ledger.FactOf(terms[0]) == fact ? Ledger.FactOf(terms[1]) : Ledger.FactOf(terms[0]) : fact;
        return operands.Facts[copy].Where.Table == operands.Facts[fact].Where.Table || (added.Contains(copy) && !through.ContainsKey(copy));
    }

    /// <summary>
    /// Where several cells would close the same sums: one whose figure stands in no other table, and of these the one that a
    /// slip of the pen explains; else the first.
    /// </summary>
    private void Prefer(int fact, Int128 correction, List<int> fixes)
    {
        var equation = ledger.Equations[fixes[0]];
        var terms = ledger.Terms(equation);
        var cells = new List<Suspect>();
        for (var t = 0; t < terms.Length; t++)
        {
            var other = Ledger.FactOf(terms[t]);
            if (operands.IsPrinted(other) && Proposal(other) is var (same, alike) && alike.Count == fixes.Count && alike.TrueForAll(fixes.Contains) && !Breaks(other, same, alike.Count))
            {
                cells.Add(new Suspect(other, same, alike));
            }
        }

        var alone = cells.FindAll(c => !figures.StandElsewhere(c.Fact));
        cells = alone.Count > 0 ? alone : cells;
        var slips = cells.FindAll(c => Slip.IsTelling(operands.Fen(c.Fact), operands.Fen(c.Fact) + c.Correction));
        var named = slips.Count == 1 ? slips[0] : cells.Find(c => c.Fact == fact) ?? cells.FirstOrDefault() ?? new Suspect(fact, correction, fixes);
        Accept(named.Fact, named.Correction, named.Explained);
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
}
