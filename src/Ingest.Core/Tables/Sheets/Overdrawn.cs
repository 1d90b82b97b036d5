using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Texts of which one is drawn over the other: nobody can tell whose characters are whose.</summary>
internal static class Overdrawn
{
    /// <summary>Ideographs that overlap by more than this share of their size cannot be read; squeezed text overlaps less.</summary>
    private const double Share = 0.25;

    /// <summary>So much of the size may the base lines differ.</summary>
    private const double OneLine = 0.3;

    public static bool IsOver(Glyph[] glyphs, Piece before, Piece after) =>
        before.Length > 0 && after.Length > 0 && IsOver(glyphs[before.Start + before.Length - 1], glyphs[after.Start]);

    /// <summary>Whether two ideographs of different texts overlap; the same one twice is bold.</summary>
    public static bool IsOver(in Glyph before, in Glyph after)
    {
        var size = Math.Max(before.PointSize, after.PointSize);
        return before.Sequence != after.Sequence && before.Rotation == TextRotation.Upright && after.Rotation == TextRotation.Upright
            && IsIdeograph(before) && IsIdeograph(after) && before.Text != after.Text && Math.Abs(before.Baseline - after.Baseline) < size * OneLine
            && Math.Min(before.Box.Right, after.Box.Right) - Math.Max(before.Box.Left, after.Box.Left) > size * Share;
    }

    private static bool IsIdeograph(in Glyph glyph) => glyph.Text[0] is >= '\u4E00' and <= '\u9FFF';
}
