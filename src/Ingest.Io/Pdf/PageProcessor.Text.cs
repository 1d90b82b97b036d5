using Ingest.Core.Model;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>Text. Positions come from the base line and the advance only, never from the boxes that fonts declare.</summary>
internal sealed partial class PageProcessor
{
    // A glyph's ink lies between these shares of the point size above and below the base line, for Chinese and
    // Latin type alike; what fonts themselves declare is often far from their ink.
    private const double Ascent = 0.88;
    private const double Descent = 0.12;

    // A line of text turned by less than this (tangent, about 5 degrees) counts as straight.
    private const double Slant = 0.09;

    // A glyph of which less than this share of its width and height is inside the clip is not seen.
    private const double SeenShare = 0.3;

    private readonly CodeBytes _codes = new();
    private IFont? _lastFont;
    private FontGlyphs? _glyphs;

    void IOperationContext.ShowText(IInputBytes bytes)
    {
        if (CurrentFont() is not { } font)
        {
            return;
        }

        if (font.IsVertical)
        {
            ShowText(bytes);
            return;
        }

        TextSequence++;
        Show(font, bytes);
    }

    public override void ShowPositionedText(IReadOnlyList<IToken> tokens)
    {
        if (CurrentFont() is not { } font)
        {
            return;
        }

        if (font.IsVertical)
        {
            base.ShowPositionedText(tokens);
            return;
        }

        TextSequence++;
        var text = GetCurrentState().FontState;
        var perUnit = -text.FontSize * text.HorizontalScaling / 100 / 1000;
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i])
            {
                case NumericToken number:
                    TextMatrices.TextMatrix = TextMatrices.TextMatrix.Translate(number.Data * perUnit, 0);
                    break;
                case HexToken hex:
                    Show(font, _codes.Over(hex.Memory));
                    break;
                case StringToken text8:
                    Show(font, _codes.Over(text8.GetBytes()));
                    break;
            }
        }
    }

    private IFont? CurrentFont()
    {
        var state = GetCurrentState().FontState;
        var font = state.FromExtendedGraphicsState ? ActiveExtendedGraphicsStateFont
            : state.FontName is null ? null : ResourceStore.GetFont(state.FontName);
        if (font is null)
        {
            _canvas.MissingFonts++;
            return null;
        }

        if (!ReferenceEquals(font, _lastFont))
        {
            _lastFont = font;
            _glyphs = _documentFonts.Of(font);
        }

        return font;
    }

    private void Show(IFont font, IInputBytes bytes)
    {
        var state = GetCurrentState();
        var text = state.FontState;
        var stretch = text.HorizontalScaling / 100;
        var size = text.FontSize;
        var flags = FlagsOf(text.TextRenderingMode);
        var ink = InkOf(state, text.TextRenderingMode);

        // From text space, its origin at the next glyph, to the page.
        var matrix = TextMatrices.TextMatrix.Multiply(state.CurrentTransformationMatrix);
        var frame = new GlyphFrame(
            matrix.A * size * stretch, matrix.B * size * stretch, matrix.C * size, matrix.D * size,
            _glyphs!.Em, matrix.E + matrix.C * text.Rise, matrix.F + matrix.D * text.Rise);
        var moved = 0.0;
        while (bytes.MoveNext())
        {
            var code = font.ReadCharacterCode(bytes, out var length);
            ref readonly var meaning = ref _glyphs[code];
            if (meaning.Text.Length > 0)
            {
                Place(meaning.Text, meaning.Flags | flags, ink, frame, frame.X + moved * matrix.A, frame.Y + moved * matrix.B, meaning.Advance);
            }

            var space = code == ' ' && length == 1 ? text.WordSpacing : 0;
            moved += (meaning.Advance * size + text.CharacterSpacing + space) * stretch;
        }

        TextMatrices.TextMatrix = TextMatrices.TextMatrix.Translate(moved, 0);
    }

    /// <summary>Only vertical writing comes this way: PdfPig alone knows where its glyphs stand.</summary>
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
        ref readonly var meaning = ref _glyphs![code];
        if (meaning.Text.Length == 0)
        {
            return;
        }

        var mode = currentState.FontState.TextRenderingMode;
        var m = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        var frame = new GlyphFrame(m.A, m.B, m.C, m.D, _glyphs.Em, m.E, m.F);
        Place(meaning.Text, meaning.Flags | FlagsOf(mode), InkOf(currentState, mode), frame, m.E, m.F, meaning.Advance);
    }

    private static GlyphFlags FlagsOf(TextRenderingMode mode) => mode switch
    {
        TextRenderingMode.Neither or TextRenderingMode.NeitherClip => GlyphFlags.Invisible,
        // Filled and stroked: the common way to embolden a type that has no bold cut.
        TextRenderingMode.FillThenStroke or TextRenderingMode.FillThenStrokeClip => GlyphFlags.Bold,
        _ => GlyphFlags.None,
    };

    private Ink InkOf(CurrentGraphicsState state, TextRenderingMode mode) => mode is TextRenderingMode.Stroke or TextRenderingMode.StrokeClip
        ? _strokeInk.Of(state.CurrentStrokingColor)
        : _fillInk.Of(state.CurrentNonStrokingColor).OverWhite(state.AlphaConstantNonStroking);

    private void Place(string text, GlyphFlags flags, Ink ink, in GlyphFrame frame, double x0, double y0, double advance)
    {
        if (!frame.IsUsable)
        {
            return;
        }

        double x1 = x0 + frame.AlongX * advance, y1 = y0 + frame.AlongY * advance;
        double riseX = frame.UpX * Ascent, riseY = frame.UpY * Ascent, fallX = -frame.UpX * Descent, fallY = -frame.UpY * Descent;
        var left = Math.Min(x0, x1) + Math.Min(riseX, fallX);
        var right = Math.Max(x0, x1) + Math.Max(riseX, fallX);
        var low = Math.Min(y0, y1) + Math.Min(riseY, fallY);
        var high = Math.Max(y0, y1) + Math.Max(riseY, fallY);
        var box = new Box(left, _canvas.Height - high, right, _canvas.Height - low);
        var baseline = frame.Turn is TextRotation.Clockwise or TextRotation.Counterclockwise ? x0 : _canvas.Height - y0;
        _canvas.Add(
            new Glyph(text, box, (float)baseline, (float)frame.Size, frame.Turn, flags, TextSequence), ink, IsClippedAway(box));
    }

    private bool IsClippedAway(in Box box) =>
        Math.Min(box.Right, _clip.Right) - Math.Max(box.Left, _clip.Left) < SeenShare * box.Width
        || Math.Min(box.Bottom, _clip.Bottom) - Math.Max(box.Top, _clip.Top) < SeenShare * box.Height;

    /// <summary>How the glyphs of one run lie on the page (PDF's axes: y upwards).</summary>
    private readonly struct GlyphFrame
    {
        public readonly double AlongX;
        public readonly double AlongY;
        public readonly double UpX;
        public readonly double UpY;
        public readonly double Size;
        public readonly double X;
        public readonly double Y;
        public readonly TextRotation Turn;

        /// <param name="a">With b: one em of advance.</param>
        /// <param name="c">With d: one em upwards, slanted where the text is.</param>
        public GlyphFrame(double a, double b, double c, double d, double em, double x, double y)
        {
            (AlongX, AlongY, X, Y) = (a, b, x, y);
            var length = Math.Sqrt(a * a + b * b);
            var size = length > 0 ? (a * d - b * c) / length * em : 0;
            (UpX, UpY, Size) = (-b / length * size, a / length * size, Math.Abs(size));
            Turn = Math.Abs(UpX) <= Slant * Math.Abs(UpY) ? (UpY >= 0 ? TextRotation.Upright : TextRotation.UpsideDown)
                : Math.Abs(UpY) <= Slant * Math.Abs(UpX) ? (UpX > 0 ? TextRotation.Clockwise : TextRotation.Counterclockwise)
                : TextRotation.Other;
        }

        public bool IsUsable => Size > 0 && double.IsFinite(Size) && double.IsFinite(X) && double.IsFinite(Y);
    }
}
