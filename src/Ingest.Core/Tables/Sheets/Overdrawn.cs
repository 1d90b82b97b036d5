using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Texts of which one is drawn over the other: nobody can tell whose characters are whose.</summary>
internal static class Overdrawn
{
    /// <summary>Ideographs that overlap by more than this share of their size cannot be read; squeezed text overlaps less.</summary>
    private const double Share = 0.25;

    /// <summary>So much of the size may the base lines differ.</summary>
    private const double OneLine = 0.3;

    /// <summary>Whether two pieces of one line overlap: the end of one and the beginning of the other, or all of it.</summary>
    public static bool IsOver(Glyph[] glyphs, Piece before, Piece after) =>
        IsOver(glyphs[before.Start + before.Length - 1], glyphs[after.Start]) || Holds(glyphs, before, glyphs[after.Start]);

    /// <summary>Whether a character stands in the middle of one of a piece.</summary>
    private static bool Holds(Glyph[] glyphs, Piece piece, in Glyph glyph)
    {
        if (glyph.Rotation != TextRotation.Upright || Math.Abs(glyph.Baseline - piece.Baseline) >= OneLine * piece.Size || !char.IsLetterOrDigit(glyph.Text[0]))
            return false;
        for (var g = piece.Start; g < piece.Start + piece.Length; g++)
        {
            if (glyphs[g].Box.Left < glyph.Box.CenterX && glyphs[g].Box.Right > glyph.Box.CenterX && (IsIdeograph(glyphs[g]) || IsIdeograph(glyph)) && char.IsLetterOrDigit(glyphs[g].Text[0]))
                return glyphs[g].Text != glyph.Text;
        }
        return false;
    }

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
