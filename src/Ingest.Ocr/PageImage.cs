using Ingest.Io.Pictures;
using Ingest.Ocr.Pixels;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;

namespace Ingest.Ocr;

/// <summary>Draws the pictures of a page where they lie, as one picture in grey.</summary>
internal static class PageImage
{
    /// <summary>Pixels an inch: more than 200 tells no more of the writing, fewer than 72 show none.</summary>
    private const double Finest = 200, Coarsest = 72;

    private const double PointsPerInch = 72;

    /// <summary>The picture of the page, where on it colour was set aside (black there; null where none was), and how many of its pixels make a point.</summary>
    /// <exception cref="InvalidDataException">A picture cannot be decoded.</exception>
    public static (Raster Picture, Raster? Aside, double Scale) Of(PagePictures page)
    {
        var scale = ScaleOf(page);
        var drawn = Blank(page, scale);
        Raster? covered = null;
        foreach (var picture in page.Pictures)
        {
            var (grey, aside) = Grey(picture);
            Draw(picture, grey, drawn, scale);
            if (aside is not null)
            {
                Draw(picture, aside, covered ??= Blank(page, scale), scale);
            }
        }

        return (drawn, covered, scale);
    }

    /// <summary>The picture of the page at the same size with all that is printed on it, stamps as well.</summary>
    /// <exception cref="InvalidDataException">A picture cannot be decoded.</exception>
    public static Raster AsPrinted(PagePictures page)
    {
        var scale = ScaleOf(page);
        var drawn = Blank(page, scale);
        foreach (var picture in page.Pictures)
        {
            Draw(picture, Printed(picture), drawn, scale);
        }

        return drawn;
    }

    private static double ScaleOf(PagePictures page) => Math.Clamp(page.Pictures.Max(PixelsPerPoint), Coarsest / PointsPerInch, Finest / PointsPerInch);

    private static Raster Blank(PagePictures page, double scale) =>
        Raster.Blank(Math.Max(1, (int)Math.Round(page.Width * scale)), Math.Max(1, (int)Math.Round(page.Height * scale)));

    private static double PixelsPerPoint(PlacedPicture picture)
    {
        var (a, b, c, d, _, _) = picture.ToPage;
        return Math.Sqrt((double)picture.Width * picture.Height / Math.Max(double.Epsilon, Math.Abs(a * d - b * c)));
    }

    private static void Draw(PlacedPicture picture, Raster grey, Raster page, double scale)
    {
        // from the page's pixels to the unit square of the picture, and from there to its own
        var (a, b, c, d, e, f) = picture.ToPage;
        var area = a * d - b * c;
        if (area == 0)
        {
            return;
        }

        var box = picture.Area;
        int left = Math.Max(0, (int)(box.Left * scale)), right = Math.Min(page.Width, (int)Math.Ceiling(box.Right * scale));
        int top = Math.Max(0, (int)(box.Top * scale)), bottom = Math.Min(page.Height, (int)Math.Ceiling(box.Bottom * scale));
        var covers = Math.Sqrt((double)grey.Width * grey.Height / (Math.Abs(area) * scale * scale));
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                double px = (x + 0.5) / scale - e, py = (y + 0.5) / scale - f;
                double u = (px * d - py * c) / area, v = (py * a - px * b) / area;
                if (u is >= 0 and < 1 && v is >= 0 and < 1)
                {
                    page[x, y] = (byte)Math.Round(grey.Mean(u * grey.Width, v * grey.Height, covers));
                }
            }
        }
    }

    private static (Raster Grey, Raster? Aside) Grey(PlacedPicture picture)
    {
        if (picture.Coding == PictureCoding.Grey)
        {
            return (GreyAsItIs(picture), null);
        }

        var (colours, width, height) = Colours(picture);
        var (grey, aside) = Overprint.Grey(colours, width, height, PixelsPerPoint(picture));
        return (Raster.Of(width, height, grey), aside is null ? null : Raster.Of(width, height, aside));
    }

    private static Raster Printed(PlacedPicture picture)
    {
        if (picture.Coding == PictureCoding.Grey)
        {
            return GreyAsItIs(picture);
        }

        var (colours, width, height) = Colours(picture);
        return Raster.Of(width, height, Overprint.Luma(colours));
    }

    private static Raster GreyAsItIs(PlacedPicture picture) => Raster.Of(picture.Width, picture.Height, picture.Data.ToArray());

    private static (byte[] Colours, int Width, int Height) Colours(PlacedPicture picture) =>
        picture.Coding == PictureCoding.Rgb ? (picture.Data.ToArray(), picture.Width, picture.Height) : OfJpeg(picture.Data.Span);

    private static (byte[] Colours, int Width, int Height) OfJpeg(ReadOnlySpan<byte> data)
    {
        try
        {
            using var image = Image.Load<Rgb24>(new Configuration(new JpegConfigurationModule()), data);
            var colours = new byte[3 * image.Width * image.Height];
            image.CopyPixelDataTo(colours);
            return (colours, image.Width, image.Height);
        }
        catch (Exception e) when (e is ImageFormatException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException("a JPEG picture is damaged: " + e.Message, e);
        }
    }
}
