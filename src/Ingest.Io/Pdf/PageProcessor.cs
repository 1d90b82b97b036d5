using Ingest.Core.Model;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using PageContent = Ingest.Core.Model.PageContent;

namespace Ingest.Io.Pdf;

/// <summary>Runs a page's content stream and paints it on a <see cref="PageCanvas"/>.</summary>
internal sealed partial class PageProcessor(
    PageCanvas canvas,
    int pageNumber,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    in TransformationMatrix initialMatrix,
    ParsingOptions options)
    : BaseStreamProcessor<PageContent>(
        pageNumber, resources, scanner, parser, filters, cropBox, userSpaceUnit, rotation, initialMatrix, options)
{
    // A glyph's ink lies between these shares of the point size above and below the base line, for Chinese and
    // Latin type alike; what fonts themselves declare is often far from their ink.
    private const double Ascent = 0.88;
    private const double Descent = 0.12;

    // A line of text turned by less than this (tangent, about 5 degrees) counts as straight.
    private const double Slant = 0.09;

    private readonly Dictionary<IFont, FontGlyphs> _fonts = [];
    private IFont? _lastFont;
    private FontGlyphs? _lastGlyphs;

    public override PageContent Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return canvas.ToPage();
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        if (!ReferenceEquals(font, _lastFont))
        {
            _lastFont = font;
            if (!_fonts.TryGetValue(font, out _lastGlyphs))
            {
                _fonts.Add(font, _lastGlyphs = new FontGlyphs(font));
            }
        }

        var meaning = _lastGlyphs![code, unicode];
        if (meaning.Text.Length == 0)
        {
            return;
        }

        var flags = meaning.Flags;
        if (currentState.FontState.TextRenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip)
        {
            flags |= GlyphFlags.Invisible;
        }

        var matrix = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        Place(meaning.Text, flags, matrix, characterBoundingBox.Width);
    }

    /// <param name="matrix">From the space where the point size is 1 to the page.</param>
    /// <param name="advance">Width in that space.</param>
    private void Place(string text, GlyphFlags flags, in TransformationMatrix matrix, double advance)
    {
        // Direction of the base line, and at a right angle to it the way up; a slant does not matter.
        double along = Math.Sqrt(matrix.A * matrix.A + matrix.B * matrix.B);
        if (!(along > 0) || !double.IsFinite(along))
        {
            return;
        }

        double ux = matrix.A / along, uy = matrix.B / along;
        var size = ux * matrix.D - uy * matrix.C;
        double upX = -uy * size, upY = ux * size;
        double x0 = matrix.E, y0 = matrix.F;
        double x1 = x0 + matrix.A * advance, y1 = y0 + matrix.B * advance;

        var left = Math.Min(x0, x1) + Math.Min(upX * Ascent, -upX * Descent);
        var right = Math.Max(x0, x1) + Math.Max(upX * Ascent, -upX * Descent);
        var low = Math.Min(y0, y1) + Math.Min(upY * Ascent, -upY * Descent);
        var high = Math.Max(y0, y1) + Math.Max(upY * Ascent, -upY * Descent);
        var turn = Turn(upX, upY);
        var baseline = turn is TextRotation.Clockwise or TextRotation.Counterclockwise ? x0 : canvas.Height - y0;
        canvas.Add(new Glyph(
            text, new Box(left, canvas.Height - high, right, canvas.Height - low), (float)baseline,
            (float)Math.Abs(size), turn, flags, TextSequence));
    }

    private static TextRotation Turn(double upX, double upY)
    {
        if (Math.Abs(upX) <= Slant * Math.Abs(upY))
        {
            return upY >= 0 ? TextRotation.Upright : TextRotation.UpsideDown;
        }

        if (Math.Abs(upY) <= Slant * Math.Abs(upX))
        {
            return upX > 0 ? TextRotation.Clockwise : TextRotation.Counterclockwise;
        }

        return TextRotation.Other;
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) =>
        AddImage(xObjectContentRecord.AppliedTransformation);

    protected override void RenderInlineImage(InlineImage inlineImage) =>
        AddImage(GetCurrentState().CurrentTransformationMatrix);

    private void AddImage(in TransformationMatrix m)
    {
        // An image fills the unit square of its space.
        var left = m.E + Math.Min(0, m.A) + Math.Min(0, m.C);
        var right = m.E + Math.Max(0, m.A) + Math.Max(0, m.C);
        var low = m.F + Math.Min(0, m.B) + Math.Min(0, m.D);
        var high = m.F + Math.Max(0, m.B) + Math.Max(0, m.D);
        canvas.AddImage(new Box(left, canvas.Height - high, right, canvas.Height - low));
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
