using Ingest.Core.Model;
using Ingest.Ocr.Pixels;
using Ingest.Ocr.Reading;

namespace Ingest.Ocr;

/// <summary>
/// Finds which way up a page was scanned. Of a page that lies on its side only signs of lines beside each other make pieces, short ones
/// that the model is not sure of, and of one upside down it is sure of nothing.
/// </summary>
internal static class TurnedPage
{
    /// <summary>Of a page that stands upright the model is surer than this, and its longest pieces are so many times as wide as their type is high.</summary>
    private const double LeastSure = 0.9, LeastWide = 6;

    /// <summary>So many of the longest pieces tell; what is wider tells no more.</summary>
    private const int Samples = 6, Widest = 12;

    /// <param name="aside">Where colour was set aside, if anywhere.</param>
    /// <returns>The page as a reader holds it, and how its text is turned on the page as it lies.</returns>
    public static (LaidPage Page, TextRotation Turned) Of(Raster picture, Raster? aside, double scale, Recognizer recognizer)
    {
        var upright = LaidPage.Of(picture, aside, scale);
        var best = (Page: upright, Turned: TextRotation.Upright);
        var (sure, wide) = Look(upright, recognizer);
        if (sure >= LeastSure && wide >= LeastWide)
        {
            return best;
        }

        var most = sure * wide;
        foreach (var turned in (ReadOnlySpan<TextRotation>)[TextRotation.Clockwise, TextRotation.Counterclockwise, TextRotation.UpsideDown])
        {
            var page = LaidPage.Of(Turn(picture, turned), aside is null ? null : Turn(aside, turned), scale);
            (sure, wide) = Look(page, recognizer);
            if (sure * wide > most)
            {
                (best, most) = ((page, turned), sure * wide);
            }
        }

        return best;
    }

    /// <summary>The page as a reader holds it whose text is turned so on the page as it lies.</summary>
    public static Raster Turn(Raster picture, TextRotation turned) => turned switch
    {
        TextRotation.Clockwise => picture.Quarter(left: true),
        TextRotation.Counterclockwise => picture.Quarter(left: false),
        TextRotation.UpsideDown => picture.Half(),
        _ => picture,
    };

    /// <summary>The page as it lies.</summary>
    public static Raster Back(Raster held, TextRotation turned) => turned switch
    {
        TextRotation.Clockwise => held.Quarter(left: false),
        TextRotation.Counterclockwise => held.Quarter(left: true),
        _ => Turn(held, turned),
    };

    private static (double Sure, double Wide) Look(LaidPage page, Recognizer recognizer)
    {
        var longest = page.Pieces.Where(p => !p.IsDash && !p.IsLeader).OrderByDescending(p => p.Box.Width / p.Em).Take(Samples).ToList();
        var signs = longest.SelectMany(p => recognizer.Read(page.Crops, p, Crops.Margin)).ToList();
        return signs.Count == 0 ? (0, 0) : (signs.Average(s => s.Sure), longest.Average(p => Math.Min(Widest, p.Box.Width / p.Em)));
    }
}
