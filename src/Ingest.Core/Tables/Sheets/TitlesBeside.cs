using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Between two places of the height the lines of a page are parted at a place of its width, in points.</summary>
internal readonly record struct LineCut(double X, double Top, double Bottom)
{
    public bool Parts(in Piece a, in Piece b) => a.Box.Right < X && b.Box.Left > X && a.MiddleY > Top && a.MiddleY < Bottom;
}

/// <summary>Two tables side by side that have a title each: what stands above them is of the one or of the other.</summary>
internal static class TitlesBeside
{
    /// <summary>How far off the middle of its table a title may stand, in ems.</summary>
    private const double Middle = 2;

    public static List<LineCut> Of(List<PageTable> tables, List<Piece> pieces)
    {
        var cuts = new List<LineCut>();
        foreach (var left in tables)
        {
            foreach (var right in tables)
            {
                if (left.Box.Right >= right.Box.Left || left.Box.Top >= right.Box.Bottom || right.Box.Top >= left.Box.Bottom)
                    continue;
                var (x, top) = ((left.Box.Right + right.Box.Left) / 2, Math.Max(left.Box.Top, right.Box.Top));
                var above = tables.FindAll(t => t.Box.Bottom <= Math.Min(left.Box.Top, right.Box.Top) && t.Box.Left < right.Box.Right && t.Box.Right > left.Box.Left);
                var cut = new LineCut(x, above.Count == 0 ? double.MinValue : above.Max(static t => t.Box.Bottom), top);
                if (pieces.Exists(p => p.Rotation is TextRotation.Upright && p.MiddleY > cut.Top && p.MiddleY < top && AreTitles(p, pieces, x, left.Box, right.Box)))
                    cuts.Add(cut);
            }
        }
        return cuts;
    }

    /// <summary>Whether what stands on the line of a piece is two texts, each in the middle of its table.</summary>
    private static bool AreTitles(Piece like, List<Piece> pieces, double x, Box left, Box right)
    {
        var line = pieces.FindAll(p => p.Rotation == like.Rotation && Math.Abs(p.Baseline - like.Baseline) < 0.4 * like.Size);
        return IsInMiddle(line.FindAll(p => p.Box.Right < x), left) && IsInMiddle(line.FindAll(p => p.Box.Left > x), right) && line.TrueForAll(p => p.Box.Right < x || p.Box.Left > x);
    }

    private static bool IsInMiddle(List<Piece> texts, Box table) =>
        texts.Count > 0 && Math.Abs(texts.Min(static p => p.Box.Left) + texts.Max(static p => p.Box.Right) - table.Left - table.Right) < 2 * Middle * texts[0].Size;
}
