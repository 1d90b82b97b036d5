namespace Ingest.Ocr.Pixels;

/// <summary>A picture of a page laid level, with its rulings taken out of it and what is written on it in pieces.</summary>
internal sealed record LaidPage(Raster Picture, List<PixelRuling> Rulings, List<TextPiece> Pieces, Crops Crops)
{
    /// <summary>How far around a pixel its paper is looked for, in points: more than a stroke, less than a cell.</summary>
    private const double Reach = 12;

    private const int LeastReach = 8;

    /// <param name="aside">Where colour was set aside, if anywhere: what stood below is read, and not believed.</param>
    /// <param name="scale">Pixels in a point.</param>
    public static LaidPage Of(Raster picture, Raster? aside, double scale)
    {
        var reach = ReachOf(scale);
        var ink = Ink.Of(picture, reach);
        var slope = Skew.Of(ink);
        if (slope != 0)
        {
            picture = Skew.Level(picture, slope);
            aside = aside is null ? null : Skew.Level(aside, slope);
            ink = Ink.Of(picture, reach);
        }
        var (em, rulings, level) = Unruled(picture, ink);
        var stamps = DarkStamps.Among(DarkStamps.Whole(ink, rulings), rulings, em);
        if (stamps.Count > 0)
        {
            var cleared = Copy(picture);
            if (PaleStamps.SetAside(cleared, stamps, Ink.Of(picture, reach), ref aside))
            {
                ink = Ink.Of(cleared, reach);
                (em, rulings, level) = Unruled(cleared, ink);
                // a sign that it covered may be gone with it: all of its place stays in doubt
                stamps.AddRange(DarkStamps.Among(DarkStamps.Whole(ink, rulings), rulings, em));
            }
        }

        var components = Components.Of(ink);
        var pieces = DarkStamps.Below(FaintSigns.Beside(TextPieces.Of(components, rulings, em, level), level, reach, rulings, em), stamps, em);
        if (aside is not null)
        {
            pieces = CoveredPieces.Doubted(pieces, aside, rulings);
        }

        return new LaidPage(level, rulings, pieces, new Crops(level, components));
    }

    /// <summary>How much a page, held upright, was laid askew.</summary>
    public static double SlopeOf(Raster picture, double scale) => Skew.Of(Ink.Of(picture, ReachOf(scale)));

    private static int ReachOf(double scale) => Math.Max(LeastReach, (int)(scale * Reach));

    /// <summary>The height of the type, the rulings, and the picture without them; they are taken out of the ink as well.</summary>
    private static (double Em, List<PixelRuling> Rulings, Raster Picture) Unruled(Raster picture, Ink ink)
    {
        var level = Copy(picture);
        var em = TextPieces.EmOf(Components.Of(ink), picture.Height);
        return (em, LineRuns.Take(ink, level, em), level);
    }

    private static Raster Copy(Raster picture) => Raster.Of(picture.Width, picture.Height, [.. picture.Pixels]);
}
