using Ingest.Core.Model;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using PageContent = Ingest.Core.Model.PageContent;

namespace Ingest.Io.Pdf;

/// <summary>
/// Makes our page records of what PdfPig hands over for a page: boxes, resources, decoded content. One per document, made
/// by PdfPig through its constructor.
/// </summary>
internal sealed class PageFactory : BasePageFactory<PageContent>, IPageFactory<PageContent>
{
    private const int EmptyStream = 16;

    private readonly ReadContext _context;

    /// <param name="parser">PdfPig's content parser; PdfPig looks for a constructor that takes one.</param>
    public PageFactory(
        IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
        : base(scanner, resources, filters, new RawContentParser(), options) => _context = (ReadContext)options.Logger;

    /// <summary>PdfPig's, after a look at the fonts that it is about to load.</summary>
    PageContent IPageFactory<PageContent>.Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
    {
        foreach (var inherited in pageTreeMembers.ParentResources)
        {
            _context.FontSpans.Demand(inherited, PdfScanner, _context.Meter);
        }

        if (dictionary.TryGet<DictionaryToken>(NameToken.Resources, PdfScanner, out var resources))
        {
            _context.FontSpans.Demand(resources, PdfScanner, _context.Meter);
        }

        return Create(number, dictionary, pageTreeMembers, namedDestinations);
    }

    protected override PageContent ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        // PdfPig's matrix turns the page upright with the lower left corner of the crop box as origin; the boxes are
        // still those of the file. What is shown is the part of the crop box that lies on the medium.
        var shown = Shown(Around(initialMatrix.Transform(mediaBox.Bounds)), Around(initialMatrix.Transform(cropBox.Bounds)));
        if (shown is not { Width: <= PageCanvas.Reach, Height: <= PageCanvas.Reach })
        {
            throw new InvalidDataException("the page has a size that no page can have");
        }

        var matrix = new Matrix(
            initialMatrix.A, initialMatrix.B, initialMatrix.C, initialMatrix.D, initialMatrix.E - shown.Left, initialMatrix.F - shown.Top);

        var canvas = _context.Canvas;
        canvas.Clear(pageNumber, shown.Width, shown.Height);
        var content = operations is [RawContent raw] ? raw.Bytes : default;
        var interpreter = new PageInterpreter(_context, ResourceStore, PdfScanner, FilterProvider);
        string? failure = null;
        try
        {
            interpreter.Run(content, matrix);
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException and not LimitException)
        {
            // What has been painted up to here is kept.
            failure = e.Message;
        }

        var damage = _context.TakeErrors() ?? interpreter.Damage;
        if (content.IsEmpty && HasContent(dictionary))
        {
            failure ??= "its content could not be decoded";
        }

        var page = _context.Composer.Compose(canvas, failure, damage);
        _context.Pictures.Take(page, () => [.. canvas.Pictures.Select(new PictureUnpacker(PdfScanner, FilterProvider).Unpack)]);
        return page;
    }

    // A compressed stream of nothing has a few bytes; more must hold something.
    private bool HasContent(DictionaryToken page)
    {
        var length = 0;
        if (page.TryGet<StreamToken>(NameToken.Contents, PdfScanner, out var stream))
        {
            length = stream.Data.Length;
        }
        else if (page.TryGet<ArrayToken>(NameToken.Contents, PdfScanner, out var parts))
        {
            foreach (var part in parts.Data)
            {
                length += part is IndirectReferenceToken reference && PdfScanner.Get(reference.Data)?.Data is StreamToken one ? one.Data.Length : 0;
            }
        }

        return length > EmptyStream;
    }

    // In PDF's axes: Top is the smaller y here.
    private static Box Shown(Box media, Box crop)
    {
        var both = new Box(
            Math.Max(media.Left, crop.Left), Math.Max(media.Top, crop.Top), Math.Min(media.Right, crop.Right), Math.Min(media.Bottom, crop.Bottom));
        return both is { Width: > 0, Height: > 0 } ? both : crop;
    }

    private static Box Around(in PdfRectangle r) => new(
        Math.Min(Math.Min(r.TopLeft.X, r.TopRight.X), Math.Min(r.BottomLeft.X, r.BottomRight.X)),
        Math.Min(Math.Min(r.TopLeft.Y, r.TopRight.Y), Math.Min(r.BottomLeft.Y, r.BottomRight.Y)),
        Math.Max(Math.Max(r.TopLeft.X, r.TopRight.X), Math.Max(r.BottomLeft.X, r.BottomRight.X)),
        Math.Max(Math.Max(r.TopLeft.Y, r.TopRight.Y), Math.Max(r.BottomLeft.Y, r.BottomRight.Y)));
}
