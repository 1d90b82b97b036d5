using System.Runtime.InteropServices;
using Ingest.Core.Text;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// Rows that lack the rulings between them fall into one row of the grid. Where one of its columns holds several figures one
/// below the other, those of the other columns stand in several rows too: none of them is a number broken over lines.
/// </summary>
internal static class RowsInOne
{
    /// <param name="single">Rows that are surely one, see <see cref="BrokenFigures"/>.</param>
    public static void Part(List<PageCell> cells, HashSet<int> single)
    {
        HashSet<int>? rows = null;
        foreach (var cell in cells)
        {
            if (cell.Place.RowSpan == 1 && IsStack(cell) && !single.Contains(cell.Place.Row))
                (rows ??= []).Add(cell.Place.Row);
        }
        if (rows is null)
            return;
        foreach (ref var cell in CollectionsMarshal.AsSpan(cells))
        {
            if (rows.Contains(cell.Place.Row) && IsBroken(cell))
                cell = cell with { Text = Folding.CellText(cell.Raw.Replace("\n", "\n\n", StringComparison.Ordinal)) };
        }
    }

    /// <summary>Figures on several lines that were not joined.</summary>
    private static bool IsStack(PageCell cell) => cell.Text.Contains(' ', StringComparison.Ordinal) && OfLines(cell);

    /// <summary>Figures on several lines that were joined into one.</summary>
    private static bool IsBroken(PageCell cell) => !cell.Text.Contains(' ', StringComparison.Ordinal) && OfLines(cell);

    private static bool OfLines(PageCell cell)
    {
        if (!cell.Raw.Contains('\n', StringComparison.Ordinal))
            return false;
        foreach (var c in cell.Text)
        {
            if (!NumberGaps.IsPart(c) && c != ' ')
                return false;
        }
        return true;
    }
}
