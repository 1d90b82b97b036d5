using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>
/// Sheets whose type is very small or large, as one sees who holds a lens over them: a wide table fitted to the width of a page has
/// type of 3 pt, and lengths in points (how far rulings snap, how near borders are one) are meant for type of the usual size.
/// </summary>
internal static class Scaling
{
    /// <summary>Type is brought between these sizes, in points, by doubling or halving.</summary>
    private const double Smallest = 5, Largest = 20;

    /// <summary>A page is scaled as the one before it, whose table may go on, where type smaller or larger by this would be: not as its cover is.</summary>
    private const double Kept = 1.5;

    /// <summary>No type is so small that more helps.</summary>
    private const double Most = 16;

    /// <param name="before">The factor of the page before.</param>
    /// <returns>By how much a page is drawn larger: 1, or a power of two that brings the middle one of its sizes of type to the usual.</returns>
    public static double Of(PageContent page, double before)
    {
        var sizes = new List<float>();
        foreach (var glyph in page.Glyphs)
        {
            if (!glyph.Flags.HasFlag(GlyphFlags.Invisible) && glyph.PointSize > 0)
                sizes.Add(glyph.PointSize);
        }
        if (sizes.Count == 0)
            return before;
        sizes.Sort();
        double size = sizes[sizes.Count / 2], own = Factor(size);
        return Factor(size / Kept) == before || Factor(size * Kept) == before ? before : own;
    }

    private static double Factor(double size)
    {
        var factor = 1.0;
        while (size * factor < Smallest && factor < Most)
            factor *= 2;
        while (size * factor > Largest && factor > 1 / Most)
            factor /= 2;
        return factor;
    }

    public static PageContent Scaled(PageContent page, double factor)
    {
        if (factor == 1)
            return page;
        return page with
        {
            Width = page.Width * factor,
            Height = page.Height * factor,
            Glyphs = [.. page.Glyphs.Select(g => g with { Box = Scaled(g.Box, factor), Baseline = (float)(g.Baseline * factor), PointSize = (float)(g.PointSize * factor) })],
            Rulings = [.. page.Rulings.Select(r => new Ruling(r.Direction, r.Position * factor, r.Start * factor, r.End * factor, (float)(r.Thickness * factor)))],
            Shades = [.. page.Shades.Select(s => s with { Box = Scaled(s.Box, factor) })],
            Images = [.. page.Images.Select(i => Scaled(i, factor))],
        };
    }

    /// <summary>What was found on scaled pages, where it stands on the pages as displayed.</summary>
    /// <param name="factors">Of the scaled pages, by their numbers.</param>
    public static FoundTables Back(FoundTables found, Dictionary<int, double> factors)
    {
        if (factors.Count == 0)
            return found;
        return found.Moved(area => area with { Box = Scaled(area.Box, Less(area.Page)) }, Less);

        double Less(int page) => 1 / factors.GetValueOrDefault(page, 1);
    }

    private static Box Scaled(Box b, double factor) => new(b.Left * factor, b.Top * factor, b.Right * factor, b.Bottom * factor);
}
