using System.Collections.Immutable;

namespace Ingest.Core.Model;

/// <summary>Which way the top of a glyph points on the page as displayed.</summary>
public enum TextRotation : byte
{
    Upright,
    /// <summary>Reads from top to bottom: turned clockwise by 90°.</summary>
    Clockwise,
    UpsideDown,
    /// <summary>Reads from bottom to top.</summary>
    Counterclockwise,
    Other,
}

[Flags]
public enum GlyphFlags : byte
{
    None = 0,
    /// <summary>Text rendering mode 3, white on white, or clipped away: a reader does not see it.</summary>
    Invisible = 1,
    /// <summary>The font gave no Unicode and the code was cast to a character: never to be read as an amount.</summary>
    Untrusted = 2,
    Bold = 4,
    /// <summary>
    /// Together with <see cref="Invisible"/>: its whole run lies outside the clip path, as the end of a text does that
    /// is too long for its cell, or that goes on on another page. Glyphs come in the order they were painted.
    /// </summary>
    Clipped = 8,
    /// <summary>Recognised on a picture of the page.</summary>
    Pictured = 16,
    /// <summary>Together with <see cref="Pictured"/>: the invisible layer of the page says the same figure.</summary>
    Seconded = 32,
    /// <summary>Together with <see cref="Pictured"/>: the figure or character may be another one, because the reader was not sure or the invisible layer says another.</summary>
    Unsure = 64,
}

/// <summary>
/// One glyph. <see cref="Box"/> runs in x over the advance (start of the base line to its end) and in y from the
/// base line by the point size, because the boxes that fonts declare are often far too large; see src/ARCHITECTURE.md.
/// </summary>
/// <param name="Text">One or more UTF-16 units as the font maps them, not folded.</param>
/// <param name="Baseline">y of the base line (x for glyphs turned by 90°), in points.</param>
/// <param name="Sequence">Number of the text-showing operator it came from: glyphs of one operator belong together.</param>
public readonly record struct Glyph(
    string Text, Box Box, float Baseline, float PointSize, TextRotation Rotation, GlyphFlags Flags, int Sequence = 0);

public enum RulingDirection : byte
{
    Horizontal,
    Vertical,
}

/// <summary>A straight line drawn on the page, horizontal or vertical; a thin filled rectangle counts as one.</summary>
/// <param name="Position">y of a horizontal ruling, x of a vertical one.</param>
/// <param name="Start">The smaller end along its direction.</param>
public readonly record struct Ruling(RulingDirection Direction, double Position, double Start, double End, float Thickness)
{
    public double Length => End - Start;
}

/// <summary>A filled rectangle too thick to be a ruling (zebra rows, header shading).</summary>
public readonly record struct Shade(Box Box, float Luminance);

/// <summary>What one page shows. Coordinates are those of <see cref="Model.Box"/>.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Images">Boxes of the raster images; a page without glyphs that is covered by one is a scan.</param>
/// <param name="Anomalies">What went wrong while reading the page.</param>
public sealed record PageContent(
    int Number,
    double Width,
    double Height,
    ImmutableArray<Glyph> Glyphs,
    ImmutableArray<Ruling> Rulings,
    ImmutableArray<Shade> Shades,
    ImmutableArray<Box> Images,
    ImmutableArray<Anomaly> Anomalies);
