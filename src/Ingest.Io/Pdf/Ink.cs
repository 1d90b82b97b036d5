using UglyToad.PdfPig.Graphics.Colors;

namespace Ingest.Io.Pdf;

/// <summary>The colour something is painted with, as far as it decides whether a reader sees it.</summary>
/// <param name="Plain">False for patterns, images and colours that could not be worked out: they look like no other.</param>
internal readonly record struct Ink(byte R, byte G, byte B, bool Plain)
{
    public static readonly Ink White = new(255, 255, 255, true);
    public static readonly Ink Black = new(0, 0, 0, true);
    public static readonly Ink Motley = new(128, 128, 128, false);

    // Two colours that differ by no more than this in each of red, green and blue (of 255) are not told apart on a page.
    private const int Indistinct = 10;

    public float Luminance => (0.2126f * R + 0.7152f * G + 0.0722f * B) / 255;

    public bool LooksLike(Ink other) =>
        Plain && other.Plain && Math.Abs(R - other.R) <= Indistinct && Math.Abs(G - other.G) <= Indistinct && Math.Abs(B - other.B) <= Indistinct;

    /// <summary>What is seen when this ink lies over white with the given opacity.</summary>
    public Ink OverWhite(double opacity) => this with
    {
        R = (byte)(255 - (255 - R) * opacity),
        G = (byte)(255 - (255 - G) * opacity),
        B = (byte)(255 - (255 - B) * opacity),
    };

    public static Ink OfGray(double gray) => OfRgb(gray, gray, gray);

    public static Ink OfRgb(double r, double g, double b) => new(Byte(r), Byte(g), Byte(b), true);

    public static Ink OfCmyk(double c, double m, double y, double k) => OfRgb((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k));

    public static Ink Of(IColor? color)
    {
        if (color is null or PatternColor)
        {
            return Motley;
        }

        try
        {
            var (r, g, b) = color.ToRGBValues();
            return OfRgb(r, g, b);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Motley;
        }
    }

    private static byte Byte(double share) => (byte)Math.Clamp(share * 255 + 0.5, 0, 255);
}
