using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>A stretch of glyphs on one base line, in drawing order, without a gap as wide as a space.</summary>
/// <param name="Start">Index of its first glyph in the page's array.</param>
internal readonly record struct Piece(int Start, int Length, Box Box, float Baseline, float Size, TextRotation Rotation)
{
    /// <summary>y of the middle of the small letters, which lies inside the row even when a font declares absurd boxes.</summary>
    public double MiddleY => Rotation is TextRotation.Upright or TextRotation.UpsideDown ? Baseline - 0.32 * Size : Box.CenterY;

    /// <summary>Grows from line to line in reading order.</summary>
    public double Across => Rotation is TextRotation.Clockwise or TextRotation.UpsideDown ? -Baseline : Baseline;

    /// <summary>Grows along the line in reading order; where the piece begins.</summary>
    public double Along => Rotation switch
    {
        TextRotation.Clockwise => Box.Top,
        TextRotation.Counterclockwise => -Box.Bottom,
        TextRotation.UpsideDown => -Box.Right,
        _ => Box.Left,
    };

    /// <summary>Where it ends.</summary>
    public double AlongEnd => Rotation switch
    {
        TextRotation.Clockwise => Box.Bottom,
        TextRotation.Counterclockwise => -Box.Top,
        TextRotation.UpsideDown => -Box.Left,
        _ => Box.Right,
    };
}

/// <summary>Cuts the glyphs of a page into pieces. Slanted text is a watermark and stands in no cell and no line.</summary>
internal static class Pieces
{
    /// <summary>Gap in ems from which two neighbouring glyphs no longer belong to one piece.</summary>
    private const double Gap = 0.45;

    /// <summary>Letters smaller than this share of those beside them, and off their base line, are raised or lowered signs.</summary>
    public const double Small = 0.85;

    public static List<Piece> Of(ReadOnlySpan<Glyph> glyphs)
    {
        var pieces = new List<Piece>(glyphs.Length / 4 + 1);
        var start = 0;
        for (var i = 1; i <= glyphs.Length; i++)
        {
            if (i < glyphs.Length && Continues(glyphs[i - 1], glyphs[i]))
                continue;
            if (glyphs[start].Rotation != TextRotation.Other)
                pieces.Add(Make(glyphs, start, i - start));
            start = i;
        }
        return pieces;
    }

    public static Piece Make(ReadOnlySpan<Glyph> glyphs, int start, int length)
    {
        var box = glyphs[start].Box;
        var size = glyphs[start].PointSize;
        for (var i = start + 1; i < start + length; i++)
        {
            box = box.Union(glyphs[i].Box);
            size = Math.Max(size, glyphs[i].PointSize);
        }
        return new Piece(start, length, box, glyphs[start].Baseline, size, glyphs[start].Rotation);
    }

    private static bool Continues(in Glyph a, in Glyph b)
    {
        if (a.Rotation != b.Rotation)
            return false;
        var size = Math.Max(a.PointSize, b.PointSize);
        if (Math.Abs(a.Baseline - b.Baseline) > (Math.Min(a.PointSize, b.PointSize) < Small * size ? 0.1 : 0.25) * size)
            return false;
        var between = Between(a, b);
        return between > -0.5 * size && between < Gap * size;
    }

    /// <summary>The gap between two glyphs of one line, in points.</summary>
    public static double Between(in Glyph a, in Glyph b) => a.Rotation switch
    {
        TextRotation.Clockwise => b.Box.Top - a.Box.Bottom,
        TextRotation.Counterclockwise => a.Box.Top - b.Box.Bottom,
        TextRotation.UpsideDown => a.Box.Left - b.Box.Right,
        _ => b.Box.Left - a.Box.Right,
    };
}
