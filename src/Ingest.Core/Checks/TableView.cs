using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>A typed table with its facts laid out by row and column.</summary>
internal sealed class TableView
{
    /// <summary>Figures of a row that must all be coarser than their columns before they are taken for rounded.</summary>
    private const int FewestRounded = 3;

    /// <summary>Characters from which on figures may not fit in the columns of spreadsheets.</summary>
    private const int LongFigure = 10;

    private const int Finest = 6;

    /// <summary>万元, in 分: amounts in whole 元 are common, in whole 万元 they are rounded.</summary>
    private const long WholeUnit = 1_000_000;

    private readonly int[] cells;
    private readonly long[] steps;

    private TableView(BudgetTable table, Operands operands, List<int> facts)
    {
        Table = table;
        Operands = operands;
        Kind = table.Kind!;
        Width = table.Source.Columns;
        cells = new int[Width * table.Source.Rows];
        Array.Fill(cells, -1);
        foreach (var f in facts)
        {
            var where = operands.Facts[f].Where;
            cells[(where.Row * Width) + where.Column] = f;
        }

        Whole = Distrust(table, operands);
        Columns = table.Columns.Where(c => c.Role is ColumnRole.Money or ColumnRole.Quantity).OrderBy(c => c.Index).ToImmutableArray();
        Blocks = table.Rows.Select(r => r.Block).Distinct().Order()
            .Select(b => table.Rows.Where(r => r.Block == b).OrderBy(r => r.Row).ToImmutableArray()).ToImmutableArray();
        steps = ColumnSteps(facts);
        Grouped = facts.Exists(f => operands.Facts[f].Shown.Contains(',', StringComparison.Ordinal));
    }

    public BudgetTable Table { get; }

    public Operands Operands { get; }

    public string Kind { get; }

    public int Width { get; }

    /// <summary>Every cell was read with confidence, so that a blank one is blank.</summary>
    public bool Whole { get; }

    /// <summary>Amounts are printed with commas between thousands.</summary>
    public bool Grouped { get; }

    /// <summary>The columns of money and quantities, from left to right.</summary>
    public ImmutableArray<BudgetColumn> Columns { get; }

    /// <summary>The rows of each block, top to bottom.</summary>
    public ImmutableArray<ImmutableArray<BudgetRow>> Blocks { get; }

    /// <summary>The tables that have a kind and facts, in document order.</summary>
    public static ImmutableArray<TableView> Of(ImmutableArray<BudgetTable> tables, Operands operands)
    {
        var byTable = new Dictionary<int, List<int>>();
        for (var i = 0; i < operands.Facts.Length; i++)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byTable, operands.Facts[i].Where.Table, out _);
            (list ??= []).Add(i);
        }

        return [.. tables.Where(t => t.Kind is not null && byTable.ContainsKey(t.Ordinal)).OrderBy(t => t.Ordinal)
            .Select(t => new TableView(t, operands, byTable[t.Ordinal]))];
    }

    /// <summary>Index of the fact at a row and column of the grid, or -1.</summary>
    public int At(int row, int column) => cells[row * Width + column];

    /// <summary>The step that the amounts of a column are usually printed to, in 分.</summary>
    public long ColumnStep(int column) => steps[column];

    /// <summary>
    /// The row that totals a block: 合计, or the only unit above the codes, or the only row at all. Null where there is none or
    /// several (unless the first row is one of them), and where damage has left a block without rows.
    /// </summary>
    public BudgetRow? TotalRow(int block)
    {
        var rows = Blocks.FirstOrDefault(b => b[0].Block == block);
        if (rows.IsDefault)
        {
            return null;
        }

        var totals = rows.Where(r => r.IsTotal).ToList();
        if (totals.Count > 0)
        {
            return totals.Count == 1 || totals[0].Row == rows[0].Row ? totals[0] : null;
        }

        return rows[0].Code.Length == 0 && rows.Skip(1).All(r => r.Code.Length > 0) ? rows[0] : null;
    }

    private bool Distrust(BudgetTable table, Operands operands)
    {
        var whole = true;
        foreach (var cell in table.Source.Cells)
        {
            if (!cell.Untrusted)
            {
                continue;
            }

            whole = false;
            if (At(cell.Row, cell.Column) is >= 0 and var fact)
            {
                operands.Distrust(fact);
            }
        }

        // a figure whose row or column is not certain can neither confirm a sum nor refute it
        foreach (var fact in cells)
        {
            if (fact >= 0 && operands.Facts[fact].Placing == Placing.Unknown && operands.IsPrinted(fact))
            {
                operands.Distrust(fact);
            }
        }

        return whole;
    }

    /// <summary>The commonest step of each column; every coarser amount in it was printed with its trailing zeros dropped.</summary>
    private long[] ColumnSteps(List<int> facts)
    {
        var result = new long[Width];
        var longest = new int[Width];
        Array.Fill(result, 1);
        var counts = new Dictionary<(int Column, long Step), int>();
        foreach (var f in facts)
        {
            if (Operands.IsPrinted(f) && Operands.Fen(f) != 0)
            {
                var at = Operands.Facts[f].Where.Column;
                longest[at] = Math.Max(longest[at], Operands.Facts[f].Shown.TrimStart('-').Length);
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (at, Operands.Step(f)), out _)++;
            }
        }

        foreach (var group in counts.GroupBy(c => c.Key.Column))
        {
            result[group.Key] = group.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Step).First().Key.Step;
        }

        RoundUp(facts);
        var rounded = Rounded(facts, result);
        var whole = PrintingZeros(facts, result);
        foreach (var f in facts)
        {
            var column = Operands.Facts[f].Where.Column;
            if (!rounded.Contains(Operands.Facts[f].Where.Row)
                && !(whole.Contains(column) && Operands.Facts[f].Number is { Decimals: 0 } && IsUneven(Operands.Fen(f) / Operands.Step(f))))
            {
                Operands.Refine(f, Math.Max(result[column], Fitting(f, longest[column])));
            }
        }

        return result;
    }

    /// <summary>2,568,927.00 万元 in a column all of whose figures end in .00: they were rounded before they were printed, because nobody spends whole 万元 only.</summary>
    private void RoundUp(List<int> facts)
    {
        foreach (var column in facts.Where(f => Operands.IsPrinted(f) && Operands.Fen(f) != 0).GroupBy(f => Operands.Facts[f].Where.Column))
        {
            var unit = column.Max(f => Operands.Facts[f] is { Amount: not null, Number.Decimals: > 0, Unit: { } u } && u.Fen >= WholeUnit ? u.Fen : 0);
            if (unit > 0 && column.All(f => Operands.Fen(f) % unit == 0) && column.Count(f => IsUneven(Operands.Fen(f) / unit)) >= FewestRounded)
            {
                foreach (var f in column)
                {
                    Operands.Coarsen(f, unit);
                }
            }
        }
    }

    /// <summary>Rows all of whose figures are coarser than their columns, several of them no round ones: nobody has so many zeros to drop.</summary>
    private HashSet<int> Rounded(List<int> facts, long[] usual) =>
        [.. facts.Where(f => Operands.IsPrinted(f) && Operands.Fen(f) != 0).GroupBy(f => Operands.Facts[f].Where.Row)
            .Where(r => r.Count(f => IsUneven(Operands.Fen(f) / Operands.Step(f))) >= FewestRounded && r.All(f => Operands.Step(f) > usual[Operands.Facts[f].Where.Column])).Select(r => r.Key)];

    /// <summary>Columns that print the last of their decimals where it is 0: a figure without any, and no round one, was rounded.</summary>
    private HashSet<int> PrintingZeros(List<int> facts, long[] usual) =>
        [.. facts.Where(f => Operands.Fen(f) != 0 && Operands.Facts[f] is { Number.Decimals: > 0 } fact && Operands.Step(f) == usual[fact.Where.Column] && fact.Shown.EndsWith('0'))
            .GroupBy(f => Operands.Facts[f].Where.Column).Where(g => g.Count() >= FewestRounded).Select(g => g.Key)];

    private static bool IsUneven(long printed)
    {
        for (printed = Math.Abs(printed); printed > 0 && printed % 10 == 0; printed /= 10)
        {
        }

        return printed >= 1000;
    }

    /// <summary>
    /// The step to which spreadsheets round a figure that does not fit in its column with all its decimals (936647884.3 for
    /// 936647884.33); 0 for any other.
    /// </summary>
    private long Fitting(int fact, int longest)
    {
        var shown = Operands.Facts[fact].Shown.TrimStart('-');
        var point = shown.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? shown.Length : point;
        if (longest < LongFigure || whole == 0 || !shown.All(c => char.IsAsciiDigit(c) || c == '.'))
        {
            return 0;
        }

        var step = (Int128)Operands.Step(fact) * PowerOfTen.Of(point < 0 ? 0 : Math.Min(shown.Length - point - 1, MostDigits));
        return (long)Int128.Clamp(step / PowerOfTen.Of(Math.Clamp(longest - whole - 1, 0, Finest)), 1, long.MaxValue);
    }

    /// <summary>Digits of the largest power of ten in 64 bits.</summary>
    private const int MostDigits = 18;
}
