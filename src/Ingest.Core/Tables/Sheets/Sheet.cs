using System.Runtime.InteropServices;
using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>The text of a page as tables are sought in it: pieces without what is no part of any table.</summary>
internal static class Sheet
{
    /// <summary>A watermark's type is so many times larger than that of the page.</summary>
    private const double Large = 1.7;

    /// <summary>It runs over so many other pieces at least.</summary>
    private const int FewestCovered = 2;

    /// <summary>What a reader sees; on a page whose whole text is an invisible layer over an image, that layer. Only to be read: mostly it is the page's own array.</summary>
    public static Glyph[] Visible(PageContent page)
    {
        var seen = 0;
        foreach (var glyph in page.Glyphs)
        {
            if (!glyph.Flags.HasFlag(GlyphFlags.Invisible))
                seen++;
        }
        if (seen == page.Glyphs.Length || seen < page.Glyphs.Length / 50)
            return ImmutableCollectionsMarshal.AsArray(page.Glyphs) ?? [];
        var visible = new Glyph[seen];
        var i = 0;
        foreach (var glyph in page.Glyphs)
        {
            if (!glyph.Flags.HasFlag(GlyphFlags.Invisible))
                visible[i++] = glyph;
        }
        return visible;
    }

    /// <summary>The pieces of a page without slanted text and without large text over other text: stamps and watermarks.</summary>
    public static List<Piece> Pieces(Glyph[] glyphs)
    {
        var pieces = Sheets.Pieces.Of(glyphs);
        var slanted = pieces.RemoveAll(static p => p.Rotation == TextRotation.Other);
        if (pieces.Count == 0 || (slanted == 0 && !HasLarge(pieces)))
            return pieces;
        var sizes = pieces.ConvertAll(static p => p.Size);
        sizes.Sort();
        var large = Large * sizes[sizes.Count / 2];
        pieces.RemoveAll(p => p.Size > large && pieces.FindAll(o => o.Size <= large && Covers(p, o)).Count >= FewestCovered);
        return pieces;
    }

    private static bool HasLarge(List<Piece> pieces)
    {
        float least = float.MaxValue, most = 0;
        foreach (var piece in pieces)
            (least, most) = (Math.Min(least, piece.Size), Math.Max(most, piece.Size));
        return most > Large * least;
    }

    /// <summary>Whether the ink of a piece runs over that of another one.</summary>
    private static bool Covers(in Piece large, in Piece other) =>
        large.Box.Left < other.Box.CenterX && large.Box.Right > other.Box.CenterX
        && other.MiddleY > large.Baseline - 0.8 * large.Size && other.MiddleY < large.Baseline + 0.08 * large.Size;
}
