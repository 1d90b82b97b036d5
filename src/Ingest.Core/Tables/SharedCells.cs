using Ingest.Core.Model;

namespace Ingest.Core.Tables;

/// <summary>Recognises a grid whose rulings do not part its columns: cells that hold several figures side by side.</summary>
internal static class SharedCells
{
    /// <summary>Figures in one cell nearer than this many ems may be one figure drawn with gaps, or a date.</summary>
    private const double Apart = 1.6;

    /// <summary>Whether more figures share a line of a cell with another one than have it for themselves.</summary>
    public static bool Prevail(Grid grid, Glyph[] glyphs, List<Piece> pieces)
    {
        var places = grid.Places();
        var lines = new Dictionary<(int Cell, int Line), (double Right, int Count)>();
        foreach (var s in Segments.Of(glyphs, pieces, grid.Box).OrderBy(s => s.Left))
        {
            if (!s.Figure)
                continue;
            var cell = places[Placement.Find(grid.Ys, s.MiddleY) * grid.Columns + Placement.Find(grid.Xs, s.Center)];
            var key = (cell, (int)Math.Round(s.Baseline / (0.35 * s.Size)));
            var (right, count) = lines.GetValueOrDefault(key, (double.MinValue, 0));
            lines[key] = (s.Right, count + (s.Left - right > Apart * s.Size ? 1 : 0));
        }
        int shared = 0, single = 0;
        foreach (var (_, count) in lines.Values)
        {
            // two may be one figure and a remark; of three none stands for itself
            shared += count >= 3 ? count : count - 1;
            single += count >= 3 ? 0 : 1;
        }
        return shared >= 4 && shared > single;
    }
}
