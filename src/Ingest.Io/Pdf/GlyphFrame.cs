using Ingest.Core.Model;

namespace Ingest.Io.Pdf;

/// <summary>How the glyphs of one run lie on the page (PDF's axes: y upwards).</summary>
internal readonly record struct GlyphFrame
{
    /// <summary>
    /// A glyph's ink lies between these shares of the point size above and below the base line, for Chinese and Latin
    /// type alike; what fonts themselves declare is often far from their ink.
    /// </summary>
    public const double Ascent = 0.88;
    public const double Descent = 0.12;

    // A line of text turned by less than this (tangent, about 5 degrees) counts as straight.
    private const double Slant = 0.09;

    /// <param name="matrix">From text space to the page.</param>
    /// <param name="em">Height of the em in units of the font size.</param>
    public GlyphFrame(in Matrix matrix, in GraphicsState state, double em)
    {
        var along = state.FontSize * state.Stretch;
        (TextX, TextY) = (matrix.A, matrix.B);
        (AlongX, AlongY) = (matrix.A * along, matrix.B * along);
        (X, Y) = (matrix.E + matrix.C * state.Rise, matrix.F + matrix.D * state.Rise);

        // The way up stands at a right angle to the base line: slanted text is as high as it is.
        var length = Math.Sqrt(AlongX * AlongX + AlongY * AlongY);
        var size = length > 0 ? (AlongX * matrix.D - AlongY * matrix.C) * state.FontSize / length * em : 0;
        (UpX, UpY, Size) = (-AlongY / length * size, AlongX / length * size, Math.Abs(size));
        Turn = Math.Abs(UpX) <= Slant * Math.Abs(UpY) ? (UpY >= 0 ? TextRotation.Upright : TextRotation.UpsideDown)
            : Math.Abs(UpY) <= Slant * Math.Abs(UpX) ? (UpX > 0 ? TextRotation.Clockwise : TextRotation.Counterclockwise)
            : TextRotation.Other;
    }

    /// <summary>One unit of text space along the line.</summary>
    public double TextX { get; }

    public double TextY { get; }

    /// <summary>One em of advance.</summary>
    public double AlongX { get; }

    public double AlongY { get; }

    public double UpX { get; }

    public double UpY { get; }

    /// <summary>In points, as displayed.</summary>
    public double Size { get; }

    /// <summary>Where the next glyph starts on its base line.</summary>
    public double X { get; init; }

    public double Y { get; init; }

    public TextRotation Turn { get; }

    public bool IsUsable => Size > 0 && double.IsFinite(Size);

    public GlyphFrame Moved(double x, double y) => this with { X = X + x, Y = Y + y };

    /// <summary>The box of a glyph that starts at a point, as displayed.</summary>
    public Box BoxAt(double x0, double y0, double advance, double pageHeight)
    {
        double x1 = x0 + AlongX * advance, y1 = y0 + AlongY * advance;
        double riseX = UpX * Ascent, riseY = UpY * Ascent, fallX = -UpX * Descent, fallY = -UpY * Descent;
        return new Box(
            Math.Min(x0, x1) + Math.Min(riseX, fallX), pageHeight - (Math.Max(y0, y1) + Math.Max(riseY, fallY)),
            Math.Max(x0, x1) + Math.Max(riseX, fallX), pageHeight - (Math.Min(y0, y1) + Math.Min(riseY, fallY)));
    }
}
