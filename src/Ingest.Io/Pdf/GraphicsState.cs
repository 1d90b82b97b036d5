using Ingest.Core.Model;
using UglyToad.PdfPig.Graphics.Colors;

namespace Ingest.Io.Pdf;

/// <summary>What q saves and Q restores, as far as it decides what is seen and where.</summary>
internal struct GraphicsState
{
    /// <summary>From the current space to the page, y upwards.</summary>
    public Matrix ToPage;

    /// <summary>The box around the clip path, as displayed.</summary>
    public Box Clip;

    /// <summary>The clip path is no rectangle: what is painted need not reach all of <see cref="Clip"/>, so it hides nothing.</summary>
    public bool ClipHasGaps;

    public Ink Fill;
    public Ink Stroke;

    /// <summary>Null while a device space is set, whose inks are known at once.</summary>
    public ColorSpaceDetails? FillSpace;
    public ColorSpaceDetails? StrokeSpace;

    public double FillAlpha;
    public double StrokeAlpha;

    /// <summary>No soft mask and no blend mode: what is painted hides what lies below.</summary>
    public bool Hides;

    public double LineWidth;

    /// <summary>Null when the font is missing.</summary>
    public FontGlyphs? Font;
    public double FontSize;
    public double CharacterSpacing;
    public double WordSpacing;

    /// <summary>1 for 100 %.</summary>
    public double Stretch;
    public double Leading;
    public double Rise;
    public int RenderingMode;

    public static GraphicsState Start(in Matrix toPage, Box page) => new()
    {
        ToPage = toPage,
        Clip = page,
        Fill = Ink.Black,
        Stroke = Ink.Black,
        FillAlpha = 1,
        StrokeAlpha = 1,
        Hides = true,
        LineWidth = 1,
        Stretch = 1,
    };
}
