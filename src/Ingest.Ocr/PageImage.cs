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
        var scale = Math.Clamp(page.Pictures.Max(PixelsPerPoint), Coarsest / PointsPerInch, Finest / PointsPerInch);
        Raster Blank() => Raster.Blank(Math.Max(1, (int)Math.Round(page.Width * scale)), Math.Max(1, (int)Math.Round(page.Height * scale)));
        var drawn = Blank();
        Raster? covered = null;
        foreach (var picture in page.Pictures)
        {
            var (grey, aside) = Grey(picture);
            Draw(picture, grey, drawn, scale);
            if (aside is not null)
            {
                Draw(picture, aside, covered ??= Blank(), scale);
            }
        }

        return (drawn, covered, scale);
    }

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
        var scale = PixelsPerPoint(picture);
        return picture.Coding switch
        {
            PictureCoding.Grey => (Raster.Of(picture.Width, picture.Height, picture.Data.ToArray()), null),
            PictureCoding.Rgb => OfColours(picture.Data.Span, picture.Width, picture.Height, scale),
            _ => OfJpeg(picture.Data.Span, scale),
        };
    }

    private static (Raster Grey, Raster? Aside) OfColours(ReadOnlySpan<byte> colours, int width, int height, double scale)
    {
        var (grey, aside) = Overprint.Grey(colours, width, height, scale);
        return (Raster.Of(width, height, grey), aside is null ? null : Raster.Of(width, height, aside));
    }

    private static (Raster Grey, Raster? Aside) OfJpeg(ReadOnlySpan<byte> data, double scale)
    {
        try
        {
            using var image = Image.Load<Rgb24>(new Configuration(new JpegConfigurationModule()), data);
            var colours = new byte[3 * image.Width * image.Height];
            image.CopyPixelDataTo(colours);
            return OfColours(colours, image.Width, image.Height, scale);
        }
        catch (Exception e) when (e is ImageFormatException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException("a JPEG picture is damaged: " + e.Message, e);
        }
    }
}
