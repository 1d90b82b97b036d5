namespace Ingest.Ocr.Pixels;

/// <summary>A picture of a page laid level, with its rulings taken out of it and what is written on it in pieces.</summary>
internal sealed record LaidPage(Raster Picture, List<PixelRuling> Rulings, List<TextPiece> Pieces, Crops Crops)
{
    /// <summary>How far around a pixel its paper is looked for, in points: more than a stroke, less than a cell.</summary>
    private const double Reach = 12;

    private const int LeastReach = 8;

    /// <summary>So many pixels of a stamp or watermark within a piece may have taken a stroke of it along; fewer are the blur of its edge.</summary>
    private const int FewestCovered = 6;

    /// <summary>How dark the picture of what was set aside is there.</summary>
    private const int Covered = 128;

    /// <param name="aside">Where colour was set aside, if anywhere: what stood below is read, and not believed.</param>
    /// <param name="scale">Pixels in a point.</param>
    public static LaidPage Of(Raster picture, Raster? aside, double scale)
    {
        var reach = Math.Max(LeastReach, (int)(scale * Reach));
        var ink = Ink.Of(picture, reach);
        var slope = Skew.Of(ink);
        if (slope != 0)
        {
            picture = Skew.Level(picture, slope);
            aside = aside is null ? null : Skew.Level(aside, slope);
            ink = Ink.Of(picture, reach);
        }
        else
        {
            // rulings are wiped out of it
            picture = Raster.Of(picture.Width, picture.Height, [.. picture.Pixels]);
        }

        var em = TextPieces.EmOf(Components.Of(ink), picture.Height);
        var rulings = LineRuns.Take(ink, picture, em);
        var components = Components.Of(ink);
        var pieces = DarkStamps.Below(FaintSigns.Beside(TextPieces.Of(components, rulings, em, picture), picture, reach, rulings, em), components, em);
        if (aside is not null)
        {
            pieces = pieces.ConvertAll(p => IsCovered(p.Box, aside) ? p with { IsBesideFaint = true } : p);
        }

        return new LaidPage(picture, rulings, pieces, new Crops(picture, components));
    }

    private static bool IsCovered(PixelBox box, Raster aside)
    {
        var covered = 0;
        for (var y = Math.Max(0, box.Top); y < Math.Min(aside.Height, box.Bottom); y++)
        {
            for (var x = Math.Max(0, box.Left); x < Math.Min(aside.Width, box.Right); x++)
            {
                covered += aside[x, y] < Covered ? 1 : 0;
            }
        }

        return covered >= FewestCovered;
    }
}
