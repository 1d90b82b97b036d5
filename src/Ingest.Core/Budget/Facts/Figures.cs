using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Facts;

/// <summary>A large figure of a table as printed, trailing zeros behind the point cut off, so that equal numbers are equal records.</summary>
internal readonly record struct Figure(Int128 Units, int Decimals);

/// <summary>The large figures of a table, by which tables and sentences are compared before their units are known.</summary>
internal static class Figures
{
    private const int Kept = 10;
    private const int SignificantDigits = 5;

    /// <summary>The largest distinct money figures with at least five significant digits.</summary>
    public static ImmutableArray<Figure> Largest(BudgetTable table)
    {
        var money = new HashSet<int>();
        var named = table.Columns.Any(static c => c.Role == ColumnRole.Money && c.Path.Length > 0);
        foreach (var column in table.Columns)
        {
            // a column without a header beside others that have theirs may hold codes
            if (column.Role == ColumnRole.Money && column.Unit is null && (column.Path.Length > 0 || !named))
                money.Add(column.Index);
        }
        var found = new HashSet<Figure>();
        foreach (var cell in table.Source.Cells)
        {
            if (cell.Row < table.HeaderRows || cell.Untrusted || !money.Contains(cell.Column) || cell.Text.Length < 4)
                continue;
            var reading = AmountReader.ReadFolded(cell.Text);
            if (reading is { Shape: NumberShape.Plain, Number: { } number } && Of(number) is var figure && IsSignificant(figure))
                found.Add(figure);
        }
        var sorted = found.ToList();
        sorted.Sort(static (a, b) => Compare(b, a));
        return [.. sorted.Take(Kept)];
    }

    public static Figure Of(PrintedNumber number)
    {
        var (units, decimals) = (Int128.Abs(number.Units), number.Decimals);
        while (decimals > 0 && units % 10 == 0)
        {
            units /= 10;
            decimals--;
        }
        return new Figure(units, decimals);
    }

    /// <summary>Rounded down to whole 分.</summary>
    public static Int128 InFen(Figure figure, Unit unit)
    {
        var fen = figure.Units * unit.Fen;
        for (var d = 0; d < figure.Decimals; d++)
            fen /= 10;
        return fen;
    }

    public static bool Share(ImmutableArray<Figure> a, ImmutableArray<Figure> b)
    {
        foreach (var figure in a)
        {
            if (b.Contains(figure))
                return true;
        }
        return false;
    }

    /// <summary>
    /// What the size of the largest figure leaves possible: a department spends no less than some 万元 and no more than some
    /// hundred 亿元 a year. Null where both 元 and 万元 are possible.
    /// </summary>
    public static Unit? Plausible(IReadOnlyList<Figure> figures)
    {
        Int128 largest = 0;
        foreach (var figure in figures)
        {
            var whole = figure.Units;
            for (var d = 0; d < figure.Decimals; d++)
                whole /= 10;
            largest = Int128.Max(largest, whole);
        }
        return largest == 0 ? null : largest < 20_000 ? Unit.TenThousand : largest >= 20_000_000 ? Unit.Yuan : null;
    }

    private static bool IsSignificant(Figure figure)
    {
        var units = figure.Units;
        while (units > 0 && units % 10 == 0)
            units /= 10;
        var digits = 0;
        for (; units > 0; units /= 10)
            digits++;
        return digits >= SignificantDigits - 1 && figure.Units >= 10_000;
    }

    private static int Compare(Figure a, Figure b)
    {
        var (x, y) = (a.Units, b.Units);
        for (var d = a.Decimals; d < b.Decimals; d++)
            x *= 10;
        for (var d = b.Decimals; d < a.Decimals; d++)
            y *= 10;
        return x.CompareTo(y);
    }
}

/// <summary>An amount that a sentence states, in 分, with half the step it was printed to.</summary>
internal readonly record struct StatedAmount(Int128 Fen, Int128 Half);

/// <summary>Amounts with a unit in the sentences of a document: 1321.47万元.</summary>
internal static class StatedAmounts
{
    private static readonly Unit[] Candidates = [Unit.Yuan, Unit.TenThousand, Unit.Thousand];

    public static List<StatedAmount> In(ImmutableArray<TextLine> lines)
    {
        var amounts = new List<StatedAmount>();
        foreach (var line in lines)
        {
            for (var at = line.Text.IndexOf('元', StringComparison.Ordinal); at > 0; at = line.Text.IndexOf('元', at + 1))
            {
                if (Units.AtEnd(line.Text.AsSpan(0, at + 1), out var length) is not { } unit)
                    continue;
                var end = at + 1 - length;
                while (end > 0 && line.Text[end - 1] == ' ')
                    end--;
                var start = end;
                while (start > 0 && (char.IsAsciiDigit(line.Text[start - 1]) || line.Text[start - 1] is '.' or ','))
                    start--;
                if (start < end && AmountReader.ReadFolded(line.Text.AsSpan(start, end - start)) is { Shape: NumberShape.Plain, Number: { } number } && number.Units > 0
                    && Units.ToAmount(number, unit, out _) is { } amount)
                {
                    amounts.Add(new StatedAmount(amount.Fen, amount.StepFen / 2));
                }
            }
        }
        return amounts;
    }

    /// <summary>How many of the figures a sentence states if the unit is that one.</summary>
    public static int Votes(List<StatedAmount> stated, ImmutableArray<Figure> figures, Unit unit)
    {
        var votes = 0;
        foreach (var figure in figures)
        {
            var fen = figure.Units * unit.Fen;
            var scale = Int128.One;
            for (var d = 0; d < figure.Decimals; d++)
                scale *= 10;
            foreach (var amount in stated)
            {
                if (Int128.Abs(fen - (amount.Fen * scale)) <= (amount.Half + 1) * scale)
                {
                    votes++;
                    break;
                }
            }
        }
        return votes;
    }

    /// <summary>The unit under which clearly more figures are stated than under any other; null if none is.</summary>
    public static Unit? Best(List<StatedAmount> stated, ImmutableArray<Figure> figures)
    {
        if (stated.Count == 0 || figures.IsEmpty)
            return null;
        Unit? best = null;
        int most = 0, second = 0;
        foreach (var unit in Candidates)
        {
            var votes = Votes(stated, figures, unit);
            if (votes > most)
                (best, second, most) = (unit, most, votes);
            else
                second = Math.Max(second, votes);
        }
        return most >= 2 && most > 2 * second || (most == 1 && second == 0) ? best : null;
    }
}
