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
        var last = new Dictionary<(int Cell, int Line), double>();
        int shared = 0, single = 0;
        foreach (var s in Segments.Of(glyphs, pieces, grid.Box).OrderBy(s => s.Left))
        {
            if (!s.Figure)
                continue;
            var cell = places[Placement.Find(grid.Ys, s.MiddleY) * grid.Columns + Placement.Find(grid.Xs, s.Center)];
            var key = (cell, (int)Math.Round(s.Baseline / (0.35 * s.Size)));
            if (!last.TryGetValue(key, out var right))
                single++;
            else if (s.Left - right > Apart * s.Size)
                shared++;
            last[key] = s.Right;
        }
        return shared >= 4 && shared > single;
    }
}
