using Ingest.Core.Budget.Typing;

namespace Ingest.Core.Budget.Columns;

/// <summary>
/// Letters and formulas that say how columns are added up (A=B+C, B, C). They number the columns, in a row of their own or, where no
/// ruling parts that row, behind the headers (一般债务B).
/// </summary>
internal static class HeaderFormulas
{
    private const string Signs = "=+-*/×÷()";

    /// <summary>The text without what is of a formula; unchanged where no cell of the header holds one with letters.</summary>
    public static string Without(string text, GridView grid, HeaderZone zone)
    {
        if (text.Length == 0 || !char.IsAsciiLetterUpper(text[^1]) || !HasFormula(grid, zone))
            return text;
        var start = text.Length;
        while (start > 0 && (char.IsAsciiLetterUpper(text[start - 1]) || Signs.Contains(text[start - 1], StringComparison.Ordinal)))
            start--;
        return text.AsSpan(start).Contains('=') || text.Length - start == 1 ? text[..start] : text;
    }

    private static bool HasFormula(GridView grid, HeaderZone zone)
    {
        for (var r = zone.First; r < zone.End; r++)
        {
            foreach (var (_, text, _) in grid.Filled(r))
            {
                if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && char.IsAsciiLetterUpper(text[at - 1]) && at + 1 < text.Length && char.IsAsciiLetterUpper(text[at + 1]))
                    return true;
            }
        }
        return false;
    }
}
