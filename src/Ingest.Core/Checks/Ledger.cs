using System.Globalization;
using System.Runtime.InteropServices;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>One sum that was evaluated: closing cells on the left, addends on the right.</summary>
internal struct Equation
{
    public Identity Identity;
    public TableView View;
    public int First;
    public int Count;
    public int LeftCount;
    /// <summary>So many of the last terms only take part in making the right side, and are not added up.</summary>
    public int Makers;
    public Int128 Left;
    public Int128 Right;
    /// <summary>Twice the tolerance, in 分, because half steps are added up.</summary>
    public Int128 Slack;
    public CheckResult Result;

    public readonly Int128 Difference => Left - Right;

    /// <summary>The parts are less than the whole: one may be missing.</summary>
    public readonly bool IsShort => Difference > 0 == Left > 0 && Int128.Abs(Right) < Int128.Abs(Left);

    /// <summary>Holds for a difference of figures that were multiplied by a factor.</summary>
    public readonly bool Scaled(Int128 difference, Int128 factor) => Int128.Abs(difference) * 2 <= (Slack + Count) * factor;

    public readonly bool Holds(Int128 difference) => Int128.Abs(difference) * 2 <= Slack;
}

/// <summary>
/// Evaluates sums and keeps them. A term is the index of a fact, or its complement where it is subtracted;
/// sums over cells that are all zero or blank say nothing and are not kept.
/// </summary>
internal sealed class Ledger(Operands operands)
{
    private readonly List<Equation> equations = [];
    private readonly List<int> terms = [];
    private readonly bool[] settled = new bool[operands.Facts.Length];

    public System.Collections.Immutable.ImmutableArray<Fact> Facts => operands.Facts;

    public Span<Equation> Equations => CollectionsMarshal.AsSpan(equations);

    public ReadOnlySpan<int> Terms(in Equation equation) => CollectionsMarshal.AsSpan(terms).Slice(equation.First, equation.Count);

    /// <summary>The fact is a zero among zeros of a sum that holds trivially.</summary>
    public bool IsSettled(int fact) => settled[fact];

    /// <summary>Some sum through the fact holds.</summary>
    public bool Confirms(int fact)
    {
        foreach (ref readonly var equation in Equations)
        {
            if (equation.Result == CheckResult.Pass && (Terms(equation).Contains(fact) || Terms(equation).Contains(~fact)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Evaluates Σ left = Σ right.</summary>
    /// <param name="whole">The other table, if there is one, was read as a whole.</param>
    /// <param name="blankClaims">Blank on the left means 0; else a closing side on which nothing is printed claims nothing.</param>
    public void Add(Identity identity, TableView view, ReadOnlySpan<int> left, ReadOnlySpan<int> right, bool whole = true, bool blankClaims = false)
    {
        var equation = new Equation { Identity = identity, View = view, First = terms.Count, Count = left.Length + right.Length, LeftCount = left.Length };
        var unknown = false;
        var blank = false;
        var printedLeft = Sum(left, ref equation.Left, ref equation.Slack, ref unknown, ref blank);
        Sum(right, ref equation.Right, ref equation.Slack, ref unknown, ref blank);
        if (!printedLeft && !unknown && !blankClaims)
        {
            return;
        }

        if (!unknown && equation.Left == 0 && equation.Right == 0 && AllZero(left) && AllZero(right))
        {
            Settle(left, right);
            return;
        }

        equation.Result = unknown || (blank && !(view.Whole && whole)) ? CheckResult.Unverifiable
            : equation.Holds(equation.Difference) ? CheckResult.Pass : CheckResult.Fail;
        terms.AddRange(left);
        terms.AddRange(right);
        equations.Add(equation);
    }

    /// <summary>Evaluates amount = price × quantity; the product is in 分 and is taken for given.</summary>
    public void AddProduct(Identity identity, TableView view, int amount, int price, int quantity, Int128 product, Int128 slack)
    {
        var equation = new Equation { Identity = identity, View = view, First = terms.Count, Count = 3, LeftCount = 1, Makers = 2, Left = operands.Fen(amount), Right = product, Slack = slack + operands.Slack(amount) };
        equation.Result = equation.Holds(equation.Difference) ? CheckResult.Pass : CheckResult.Fail;
        terms.AddRange([amount, price, quantity]);
        equations.Add(equation);
    }

    public void Add(Identity identity, TableView view, int left, ReadOnlySpan<int> right, bool whole = true) =>
        Add(identity, view, [left], right, whole);

    /// <summary>All figures stand in one column of one table.</summary>
    public static bool IsDown(in Equation equation, Ledger ledger)
    {
        var first = ledger.Facts[FactOf(ledger.Terms(equation)[0])].Where;
        foreach (var term in ledger.Terms(equation))
        {
            var where = ledger.Facts[FactOf(term)].Where;
            if (where.Table != first.Table || where.Column != first.Column)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All figures stand in one row of one table.</summary>
    public static bool IsAlong(in Equation equation, Ledger ledger)
    {
        var first = ledger.Facts[FactOf(ledger.Terms(equation)[0])].Where;
        foreach (var term in ledger.Terms(equation))
        {
            var where = ledger.Facts[FactOf(term)].Where;
            if (where.Table != first.Table || where.Row != first.Row)
            {
                return false;
            }
        }

        return true;
    }

    public static int FactOf(int term) => term < 0 ? ~term : term;

    /// <summary>+1 or -1: how a fact enters left minus right; 0 for one that is not added up.</summary>
    public static int Coefficient(in Equation equation, int position, int term) => position >= equation.Count - equation.Makers ? 0 : (position < equation.LeftCount ? 1 : -1) * (term < 0 ? -1 : 1);

    public static string Yuan(Int128 fen)
    {
        var sign = fen < 0 ? "-" : "";
        fen = Int128.Abs(fen);
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{fen / 100}.{(int)(fen % 100):00}");
    }

    /// <summary>Half of twice the tolerance, in 元.</summary>
    public static string Tolerance(Int128 slack) =>
        string.Create(CultureInfo.InvariantCulture, $"{slack / 200}.{(int)(slack % 200) * 5:000}").TrimEnd('0').TrimEnd('.');

    private bool Sum(ReadOnlySpan<int> side, ref Int128 sum, ref Int128 slack, ref bool unknown, ref bool blank)
    {
        var printed = false;
        foreach (var term in side)
        {
            var fact = FactOf(term);
            var kind = operands.Kind(fact);
            printed |= kind == OperandKind.Printed;
            unknown |= kind == OperandKind.Unknown;
            blank |= kind == OperandKind.Blank;
            sum += term < 0 ? -(Int128)operands.Fen(fact) : operands.Fen(fact);
            slack += operands.Slack(fact);
        }

        return printed;
    }

    private bool AllZero(ReadOnlySpan<int> side)
    {
        foreach (var term in side)
        {
            if (operands.Fen(FactOf(term)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Zeros prove each other as other figures do: two further ones must be printed, or one in another table.</summary>
    private void Settle(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        int[] printed = [.. Printed(left), .. Printed(right)];
        if (printed.Length > 2 || (printed.Length == 2 && operands.Facts[printed[0]].Where.Table != operands.Facts[printed[1]].Where.Table))
        {
            Array.ForEach(printed, f => settled[f] = true);
        }
    }

    private List<int> Printed(ReadOnlySpan<int> side)
    {
        var printed = new List<int>();
        foreach (var term in side)
        {
            if (operands.IsPrinted(FactOf(term)))
            {
                printed.Add(FactOf(term));
            }
        }

        return printed;
    }
}
