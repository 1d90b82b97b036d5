using Ingest.Core.Amounts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Facts;

/// <summary>
/// A number broken behind its point by a narrow column: <c>1840.8⏎494</c>. By itself that may be two numbers; where all
/// others of the table print the same number of decimals and the joined number has just as many, it is one.
/// </summary>
internal static class WrappedNumber
{
    private const string Rule = "wrapped";
    private const int Witnesses = 3;

    /// <summary>Two pieces of digits on two lines that follow one another as those of a wrapped text, the first with a point.</summary>
    public static bool MayBe(RawCell cell)
    {
        var text = cell.Text.AsSpan();
        var gap = text.IndexOf(' ');
        return gap > 0 && text[..gap].Contains('.') && Shapes.IsDigits(text[(gap + 1)..]) && cell.Raw.Contains('\n', StringComparison.Ordinal) && !cell.Raw.Contains("\n\n", StringComparison.Ordinal);
    }

    /// <param name="decimals">That the table's other numbers have, -1 if they differ.</param>
    public static AmountReading? Read(RawCell cell, int decimals)
    {
        if (decimals < 1)
            return null;
        var joined = AmountReader.Read(cell.Text.Replace(" ", "", StringComparison.Ordinal));
        return joined is { Shape: NumberShape.Plain, Number: { } number } && number.Decimals == decimals ? joined with { Rule = Rule } : null;
    }

    /// <summary>The number of decimals of all whole numbers with a point among the money cells; -1 if they differ or are few.</summary>
    public static int CommonDecimals(BudgetTable table, RawCell?[] begins)
    {
        int common = -1, count = 0;
        foreach (var row in table.Rows)
        {
            foreach (var column in table.Columns)
            {
                if (column.Block != row.Block || column.Role != ColumnRole.Money || begins[(row.Row * table.Source.Columns) + column.Index] is not { } cell)
                    continue;
                if (AmountReader.ReadFolded(cell.Text) is not { Shape: NumberShape.Plain, Number: { Decimals: > 0 } number })
                    continue;
                if (common >= 0 && number.Decimals != common)
                    return -1;
                common = number.Decimals;
                count++;
            }
        }
        return count >= Witnesses ? common : -1;
    }
}
