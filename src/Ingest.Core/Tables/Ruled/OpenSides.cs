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
        bool[] open = [.. Enumerable.Range(0, grid.Columns).Select(c => Edges.Drawn(horizontal, grid.Ys[^1], grid.Xs[c], grid.Xs[c + 1]) < Closed)];
        return open.Count(static o => o) * 2 > open.Length ? new bool[open.Length] : open;
    }
}
