using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>The text of a page as tables are sought in it: pieces without what is no part of any table.</summary>
internal static class Sheet
{
    /// <summary>A watermark's type is so many times larger than that of the page.</summary>
    private const double Large = 1.7;

    /// <summary>It runs over so many rulings at least, or over the heights of so many lines beside it.</summary>
    private const int FewestRulings = 2, FewestLines = 3;

    /// <summary>The ink of a line of type from its base line, in ems; an underline or a frame is not under it.</summary>
    private const double InkTop = 0.8, InkBottom = 0.08, Core = 0.1;

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

    /// <summary>The pieces of a page without slanted text and without large text over other text and over rulings: stamps and watermarks.</summary>
    public static List<Piece> Pieces(Glyph[] glyphs, ImmutableArray<Ruling> rulings)
    {
        var pieces = Sheets.Pieces.Of(glyphs);
        pieces.RemoveAll(static p => p.Rotation == TextRotation.Other);
        if (pieces.Count == 0 || !HasLarge(pieces))
            return pieces;
        var sizes = pieces.ConvertAll(static p => p.Size);
        sizes.Sort();
        var large = Large * sizes[sizes.Count / 2];
        var others = pieces.FindAll(p => p.Size <= large);
        pieces.RemoveAll(p => p.Size > large && (others.Exists(o => Covers(p, o)) || rulings.Count(r => Covers(p, r)) >= FewestRulings || Lines(p, others) >= FewestLines));
        return pieces;
    }

    /// <summary>Whether one of two pieces is that much larger than the other: a stamp that was not told from what it stands over.</summary>
    public static bool IsLargeBeside(in Piece a, in Piece b) => Math.Max(a.Size, b.Size) > Large * Math.Min(a.Size, b.Size);

    private static bool HasLarge(List<Piece> pieces)
    {
        float least = float.MaxValue, most = 0;
        foreach (var piece in pieces)
            (least, most) = (Math.Min(least, piece.Size), Math.Max(most, piece.Size));
        return most > Large * least;
    }

    /// <summary>Whether the ink of a piece runs over that of another one.</summary>
    private static bool Covers(in Piece large, in Piece other) =>
        large.Box.Left < other.Box.CenterX && large.Box.Right > other.Box.CenterX && IsBeside(large, other);

    /// <summary>Whether a piece stands on the height of the ink of a larger one.</summary>
    private static bool IsBeside(in Piece large, in Piece other) =>
        other.MiddleY > large.Baseline - InkTop * large.Size && other.MiddleY < large.Baseline + InkBottom * large.Size;

    /// <summary>On how many base lines texts stand on the height of a piece.</summary>
    private static int Lines(Piece large, List<Piece> others)
    {
        var beside = others.FindAll(o => IsBeside(large, o));
        beside.Sort(static (a, b) => a.Baseline.CompareTo(b.Baseline));
        return beside.Where((o, i) => i == 0 || o.Baseline - beside[i - 1].Baseline > 0.5 * o.Size).Count();
    }

    /// <summary>Whether a ruling runs through the ink of a piece.</summary>
    private static bool Covers(in Piece large, Ruling ruling)
    {
        var middle = large.Box.CenterX;
        return ruling.Direction == RulingDirection.Horizontal
            ? ruling.Start < middle && ruling.End > middle && ruling.Position > large.Baseline - (InkTop - Core) * large.Size && ruling.Position < large.Baseline - Core * large.Size
            : ruling.Start < large.MiddleY && ruling.End > large.MiddleY && ruling.Position > large.Box.Left + Core * large.Size && ruling.Position < large.Box.Right - Core * large.Size;
    }
}
