using System.Collections.Immutable;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Rows;

/// <summary>Why a row is thought to be part of another.</summary>
internal enum Bond : byte
{
    None,
    /// <summary>其中.</summary>
    Word,
    /// <summary>Indents, or names below a name.</summary>
    Place,
    /// <summary>The name ends in the name above.</summary>
    Name,
    Ordinal,
    Code,
    /// <summary>A total and what stands before it or after it.</summary>
    Total,
    /// <summary>The amounts close.</summary>
    Amounts,
}

/// <summary>How the columns of a table bear a sum out: columns that close over several figures, over one only, and that do not.</summary>
internal readonly record struct Tally(int Strong, int Weak, int Fails)
{
    public bool Holds => Strong + Weak > Fails;

    public bool HoldsStrongly => Strong > 0 && Strong + Weak > Fails;

    /// <summary>Something is printed, and no column closes.</summary>
    public bool IsRefuted => Fails > 0 && Strong + Weak == 0;
}

/// <summary>The rows of a table with the parent of each, as far as it is known. Rows are positions in the table's rows.</summary>
internal sealed class RowForest
{
    private readonly int[][] columns;
    private readonly List<int>[] children;

    public RowForest(TableView view)
    {
        View = view;
        Rows = view.Table.Rows;
        Parents = new int[Rows.Length];
        Array.Fill(Parents, -1);
        Bonds = new Bond[Rows.Length];
        Closes = new bool[Rows.Length];
        Repeats = new bool[Rows.Length];
        Promoted = new bool[Rows.Length];
        children = new List<int>[Rows.Length];
        for (var i = 0; i < Rows.Length; i++)
        {
            children[i] = [];
        }

        columns = [.. Enumerable.Range(0, Rows.IsEmpty ? 0 : Rows.Max(r => r.Block) + 1).Select(b =>
            view.Columns.Where(c => c.Block == b && HierarchySums.CanAdd(view.Kind, c)).OrderByDescending(c => c.Key is ColumnKeys.Total or ColumnKeys.Sum).ThenBy(c => c.Index).Select(c => c.Index).ToArray())];
    }

    public TableView View { get; }

    public ImmutableArray<BudgetRow> Rows { get; }

    public int[] Parents { get; }

    public Bond[] Bonds { get; }

    /// <summary>The row is a total of other rows.</summary>
    public bool[] Closes { get; }

    /// <summary>A total that is printed once more below a repeated header.</summary>
    public bool[] Repeats { get; }

    /// <summary>A total that is not called one.</summary>
    public bool[] Promoted { get; }

    public IReadOnlyList<int> Children(int row) => children[row];

    public int[] Columns(int row) => columns[Rows[row].Block];

    public void Place(int row, int parent, Bond bond)
    {
        if (Parents[row] >= 0)
        {
            children[Parents[row]].Remove(row);
        }

        Parents[row] = parent;
        Bonds[row] = bond;
        if (parent >= 0)
        {
            children[parent].Add(row);
        }
    }

    /// <summary>The fact of a row in one of the columns that can be added up, counted from 0 in its block; -1 for none.</summary>
    public int Cell(int row, int measure)
    {
        var own = Columns(row);
        var fact = measure < own.Length ? View.At(Rows[row].Row, own[measure]) : -1;
        return fact >= 0 || !Closes[row] ? fact : Beside(row, measure);
    }

    /// <summary>The same total of another block, whose name covers both: 支出 by function and, beside it, by use.</summary>
    public int Twin(int row)
    {
        for (var i = Rows.Length - 1; i >= 0; i--)
        {
            if (Rows[i].Row == Rows[row].Row && Rows[i].Block != Rows[row].Block && Rows[i].Label == Rows[row].Label && Rows[i].Label.Length > 0)
            {
                return i;
            }
        }

        return -1;
    }

    private int Beside(int row, int measure) =>
        Twin(row) is >= 0 and var twin && measure < Columns(twin).Length ? View.At(Rows[twin].Row, Columns(twin)[measure]) : -1;

    /// <summary>All columns of two blocks but those of remarks are called the same: 公用经费 in two halves side by side.</summary>
    public bool HaveOneHeader(int block, int other) => Header(block).SequenceEqual(Header(other), StringComparer.Ordinal);

    private IEnumerable<string> Header(int block) => View.Table.Columns.Where(c => c.Block == block && c.Role != ColumnRole.Text).Select(static c => c.Path);

    /// <summary>The row has no cells for figures of its own.</summary>
    public bool IsMissing(int row) => Array.TrueForAll(Columns(row), c => View.At(Rows[row].Row, c) < 0);

    public Tally Weigh(int total, IReadOnlyList<int> addends)
    {
        int strong = 0, weak = 0, fails = 0;
        for (var m = 0; m < Columns(total).Length; m++)
        {
            var left = Cell(total, m);
            if (left < 0 || !View.Operands.IsPrinted(left))
            {
                continue;
            }

            Int128 sum = 0, slack = View.Operands.Slack(left);
            int figures = 0, printed = 0;
            if (!addends.All(a => Add(a, m, ref sum, ref slack, ref printed, ref figures)) || printed == 0 || (figures == 0 && View.Operands.Fen(left) == 0))
            {
                continue;
            }

            var closes = Int128.Abs(sum - View.Operands.Fen(left)) * 2 <= slack;
            strong += closes && figures > 1 ? 1 : 0;
            weak += closes && figures <= 1 ? 1 : 0;
            fails += closes ? 0 : 1;
        }

        return new Tally(strong, weak, fails);
    }

    /// <summary>The first figure of a total and what its addends make there, one that is not 0 before others; zeros where nothing can be told.</summary>
    public (Int128 Total, Int128 Sum) Compare(int total, IReadOnlyList<int> addends)
    {
        (Int128 Total, Int128 Sum) zero = default;
        for (var m = 0; m < Columns(total).Length; m++)
        {
            Int128 sum = 0, slack = 0;
            int figures = 0, printed = 0;
            if (Cell(total, m) is >= 0 and var left && View.Operands.IsPrinted(left)
                && addends.All(a => Add(a, m, ref sum, ref slack, ref printed, ref figures)) && figures > 0)
            {
                if (View.Operands.Fen(left) != 0)
                {
                    return (View.Operands.Fen(left), sum);
                }

                zero = zero.Sum == 0 ? (0, sum) : zero;
            }
        }

        return zero;
    }

    /// <summary>The same figures, one at least that is not 0.</summary>
    public bool AreEqual(int a, int b)
    {
        var any = false;
        for (var m = 0; m < Columns(a).Length; m++)
        {
            int x = Cell(a, m), y = Cell(b, m);
            if (x < 0 || y < 0 || View.Operands.Kind(x) != View.Operands.Kind(y) || View.Operands.Fen(x) != View.Operands.Fen(y))
            {
                return false;
            }

            any |= View.Operands.Fen(x) != 0;
        }

        return any;
    }

    /// <summary>Adds a row's figure; a blank one stands for what is part of it. False if it was not read.</summary>
    private bool Add(int row, int measure, ref Int128 sum, ref Int128 slack, ref int printed, ref int figures)
    {
        var fact = Cell(row, measure);
        if (fact >= 0 && View.Operands.Kind(fact) == OperandKind.Unknown)
        {
            return false;
        }

        if (fact < 0 || View.Operands.Kind(fact) == OperandKind.Blank)
        {
            foreach (var child in children[row])
            {
                if (!Add(child, measure, ref sum, ref slack, ref printed, ref figures))
                {
                    return false;
                }
            }

            return true;
        }

        printed += HierarchySums.IsEmpty(View.Operands, fact) ? 0 : 1;
        figures += View.Operands.Fen(fact) != 0 ? 1 : 0;
        sum += View.Operands.Fen(fact);
        slack += View.Operands.Slack(fact);
        return true;
    }
}
