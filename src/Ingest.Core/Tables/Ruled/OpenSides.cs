namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// A cell that is merged over a page break has no ruling below it on the first page, while the cells beside it have.
/// </summary>
internal static class OpenSides
{
    /// <summary>Share of the width of a column that a ruling must cover to close it.</summary>
    private const double Closed = 0.5;

    /// <returns>The columns that no ruling closes at the foot of the grid; none where most are open, because then the last ruling is missing as a whole.</returns>
    public static bool[] Below(Grid grid, List<Edge> horizontal)
    {
        var open = new bool[grid.Columns];
        var count = 0;
        for (var c = 0; c < open.Length; c++)
        {
            double covered = 0;
            foreach (var edge in horizontal)
            {
                if (Math.Abs(edge.Position - grid.Ys[^1]) <= Edges.Snap)
                    covered += Math.Max(0, Math.Min(edge.End, grid.Xs[c + 1]) - Math.Max(edge.Start, grid.Xs[c]));
            }
            open[c] = covered < Closed * (grid.Xs[c + 1] - grid.Xs[c]);
            count += open[c] ? 1 : 0;
        }
        return count * 2 > open.Length ? new bool[open.Length] : open;
    }
}
