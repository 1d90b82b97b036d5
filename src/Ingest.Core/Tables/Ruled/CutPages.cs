namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// A page break may cut a row without a ruling: then nothing but the sides of the columns shows the rest of it on the next page. Where all
/// sides of the table of the page before begin and end together, it is closed there.
/// </summary>
internal static class CutPages
{
    /// <param name="open">The table of the page before that may go on here.</param>
    /// <returns>The horizontal edges, with those that the page break left out.</returns>
    public static List<Edge> Closed(List<Edge> horizontal, List<Edge> vertical, PageTable? open)
    {
        if (open is not { Ruled: true } || vertical.Count < open.Columns + 1)
            return horizontal;
        var xs = open.Grid.Xs;
        var top = vertical.Min(static e => e.Start);
        var sides = Array.ConvertAll(xs, x => vertical.Find(e => Math.Abs(e.Position - x) <= Edges.Snap && e.Start - top <= Edges.Snap));
        if (sides[0] is not { End: var bottom } || Array.Exists(sides, s => s is null || Math.Abs(s.End - bottom) > Edges.Snap))
            return horizontal;
        var missing = new[] { top, bottom }.Where(y => !horizontal.Exists(e => Math.Abs(e.Position - y) <= Edges.Snap));
        return [.. horizontal.Concat(missing.Select(y => new Edge(y, [(xs[0], xs[^1])]))).OrderBy(static e => e.Position)];
    }
}
