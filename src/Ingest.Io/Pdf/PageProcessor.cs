using Ingest.Core.Model;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>
/// Runs a page's content stream and paints it on a <see cref="PageCanvas"/>. It listens to PdfPig's interpreter where
/// PdfPig's own pages keep a list of letters and one of paths: the clip, the colours and the order of painting are
/// still known here, and they decide what a reader sees.
/// </summary>
internal sealed partial class PageProcessor : BaseStreamProcessor<bool>, IOperationContext
{
    // Forms drawn by forms: real files nest a few deep, a damaged one might draw itself without end.
    private const int MaximalFormDepth = 24;

    // Operators on one page, forms included. The largest page seen among thousands of budgets has some ten thousand.
    private const int MaximalOperations = 20_000_000;

    private readonly PageCanvas _canvas;
    private readonly DocumentFonts _documentFonts;
    private readonly CancellationToken _cancel;
    private readonly Stack<Box> _clips = new();
    private Box _clip;
    private InkCache _fillInk;
    private InkCache _strokeInk;
    private int _formDepth;
    private int _operations;

    public PageProcessor(
        PageCanvas canvas,
        DocumentFonts documentFonts,
        int pageNumber,
        IResourceStore resources,
        IPdfTokenScanner scanner,
        IPageContentParser parser,
        ILookupFilterProvider filters,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        in TransformationMatrix initialMatrix,
        ParsingOptions options,
        CancellationToken cancel)
        : base(pageNumber, resources, scanner, parser, filters, cropBox, userSpaceUnit, rotation, initialMatrix, options)
    {
        _canvas = canvas;
        _documentFonts = documentFonts;
        _cancel = cancel;
        _clip = new Box(0, 0, canvas.Width, canvas.Height);
    }

    /// <exception cref="TooMuchContentException">The page does not end.</exception>
    public override bool Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return true;
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        _cancel.ThrowIfCancellationRequested();
        _operations += operations.Count;
        if (_operations > MaximalOperations)
        {
            throw new TooMuchContentException();
        }

        base.ProcessOperations(operations);
    }

    public override void PushState()
    {
        base.PushState();
        _clips.Push(_clip);
    }

    public override void PopState()
    {
        // One Q too many is common and harmless.
        if (_clips.TryPop(out var clip) && StackSize > 1)
        {
            base.PopState();
            _clip = clip;
        }
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (_formDepth >= MaximalFormDepth)
        {
            return;
        }

        _formDepth++;
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _formDepth--;
        }
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        var dictionary = xObjectContentRecord.Stream.StreamDictionary;
        var seeThrough = dictionary.ContainsKey(NameToken.Smask) || dictionary.ContainsKey(NameToken.Mask)
            || dictionary.ContainsKey(NameToken.ImageMask);
        AddImage(xObjectContentRecord.AppliedTransformation, !seeThrough);
    }

    protected override void RenderInlineImage(InlineImage inlineImage) =>
        AddImage(GetCurrentState().CurrentTransformationMatrix, !inlineImage.IsImageMask);

    private void AddImage(in TransformationMatrix m, bool solid)
    {
        // An image fills the unit square of its space.
        var left = m.E + Math.Min(0, m.A) + Math.Min(0, m.C);
        var right = m.E + Math.Max(0, m.A) + Math.Max(0, m.C);
        var low = m.F + Math.Min(0, m.B) + Math.Min(0, m.D);
        var high = m.F + Math.Max(0, m.B) + Math.Max(0, m.D);
        if (TryClip(new Box(left, _canvas.Height - high, right, _canvas.Height - low), out var box))
        {
            _canvas.AddImage(box, solid && IsOpaque(GetCurrentState()));
        }
    }

    private static bool IsOpaque(CurrentGraphicsState state) =>
        state.AlphaConstantNonStroking >= Opaque && state.SoftMask is null && state.BlendMode == UglyToad.PdfPig.Graphics.Core.BlendMode.Normal;

    private bool TryClip(Box box, out Box clipped)
    {
        clipped = new Box(
            Math.Max(box.Left, _clip.Left), Math.Max(box.Top, _clip.Top), Math.Min(box.Right, _clip.Right), Math.Min(box.Bottom, _clip.Bottom));
        return clipped is { Width: > 0, Height: > 0 };
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
        // A gradient over all that the clip leaves.
        if (TryClip(_clip, out var box))
        {
            _canvas.AddShade(box, Ink.Motley, IsOpaque(GetCurrentState()));
        }
    }
}

/// <summary>A page draws more than any real one: it is given up.</summary>
internal sealed class TooMuchContentException() : Exception("the page draws more than can be read");
