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
/// Makes our page records straight from PdfPig's interpreter: no list of letters and paths in between. One per
/// document, made by PdfPig through its constructor; what the pages of a document share hangs on the log.
/// </summary>
internal sealed class PageFactory(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options)
    : BasePageFactory<PageContent>(scanner, resources, filters, parser, options)
{
    private readonly PageCanvas _canvas = new();

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
        // PdfPig's matrix has its origin at the lower left corner of what is shown and turns the page upright; the boxes
        // are still those of the file.
        var (width, height) = Shown(
            Around(initialMatrix.Transform(mediaBox.Bounds)), Around(initialMatrix.Transform(cropBox.Bounds)));
        _canvas.Clear(pageNumber, width, height);
        var processor = new PageProcessor(
            _canvas, pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit,
            rotation, initialMatrix, ParsingOptions);
        return processor.Process(pageNumber, operations);
    }

    private static (double Width, double Height) Shown(Box media, Box crop)
    {
        var width = Math.Min(media.Right, crop.Right) - Math.Max(media.Left, crop.Left);
        var height = Math.Min(media.Bottom, crop.Bottom) - Math.Max(media.Top, crop.Top);
        return width > 0 && height > 0 ? (width, height) : (crop.Width, crop.Height);
    }

    private static Box Around(in PdfRectangle r) => new(
        Math.Min(Math.Min(r.TopLeft.X, r.TopRight.X), Math.Min(r.BottomLeft.X, r.BottomRight.X)),
        Math.Min(Math.Min(r.TopLeft.Y, r.TopRight.Y), Math.Min(r.BottomLeft.Y, r.BottomRight.Y)),
        Math.Max(Math.Max(r.TopLeft.X, r.TopRight.X), Math.Max(r.BottomLeft.X, r.BottomRight.X)),
        Math.Max(Math.Max(r.TopLeft.Y, r.TopRight.Y), Math.Max(r.BottomLeft.Y, r.BottomRight.Y)));
}
