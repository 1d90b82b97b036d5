using System.Runtime.InteropServices;
using Ingest.Core.Text;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// Figures that were broken over lines for want of room. A cell alone cannot tell 5,237.37 over 55 from two figures; a table can: put
/// together, all of its figures have the decimals that those have that were not broken. Two figures would have two points.
/// </summary>
internal static class BrokenFigures
{
    /// <summary>So many figures with a point at least show how many decimals the table prints.</summary>
    private const int Fewest = 3;

    /// <summary>Share of them that have as many.</summary>
    private const double Alike = 0.9;

    /// <param name="full">The cells all of whose lines but the last are full.</param>
    /// <returns>The rows of the figures that were put together: they are one row each, however many lines they have.</returns>
    public static HashSet<int> Join(List<PageCell> cells, List<int> full)
    {
        var rows = new HashSet<int>();
        var joined = new Dictionary<int, string>();
        foreach (var i in full)
        {
            if (Figure(Folding.Fold(cells[i].Raw.Replace("\n", "", StringComparison.Ordinal))) is { } figure)
                joined[i] = figure;
        }
        if (joined.Count == 0)
            return rows;
        var decimals = new List<int>();
        for (var i = 0; i < cells.Count; i++)
        {
            if ((joined.GetValueOrDefault(i) ?? Figure(cells[i].Text)) is { } figure && figure.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point)
                decimals.Add(figure.Length - point - 1);
        }
        if (decimals.Count < Fewest)
            return rows;
        var printed = decimals.GroupBy(static d => d).MaxBy(static g => g.Count())!;
        if (printed.Count() < Alike * decimals.Count)
            return rows;
        var span = CollectionsMarshal.AsSpan(cells);
        foreach (var (i, figure) in joined)
        {
            if (figure.IndexOf('.', StringComparison.Ordinal) != figure.Length - printed.Key - 1)
                continue;
            span[i] = span[i] with { Text = figure };
            rows.Add(span[i].Place.Row);
        }
        return rows;
    }

    /// <summary>The text where it is digits with one point at most; null where it is anything else.</summary>
    private static string? Figure(string text) =>
        text.Length > 0 && text.All(NumberGaps.IsPart) && text.Any(char.IsAsciiDigit) && text.Count(static c => c == '.') <= 1 ? text : null;
}
