using Ingest.Core.Model;

namespace Ingest.Core.Tables.Sheets;

/// <summary>
/// Pages that stand upright but show their text turned, because the producer turned all of it instead of the page: as a
/// reader sees them who turns the sheet.
/// </summary>
internal static class Turning
{
    /// <summary>Share of the page's glyphs that point the same way.</summary>
    private const double Most = 0.6;

    /// <returns>Which way most of the visible text of a page is turned.</returns>
    public static TextRotation Of(PageContent page)
    {
        Span<int> counts = stackalloc int[(int)TextRotation.Other];
        var seen = 0;
        foreach (var glyph in page.Glyphs)
        {
            // slanted text is a watermark, however much of it there is
            if (glyph.Flags.HasFlag(GlyphFlags.Invisible) || glyph.Rotation == TextRotation.Other)
                continue;
            seen++;
            counts[(int)glyph.Rotation]++;
        }
        for (var turned = TextRotation.Clockwise; turned < TextRotation.Other; turned++)
        {
            if (counts[(int)turned] > Most * seen)
                return turned;
        }
        return TextRotation.Upright;
    }

    /// <summary>The page as it looks with the sheet turned so that text turned that way stands upright.</summary>
    public static PageContent Upright(PageContent page, TextRotation turned)
    {
        if (turned == TextRotation.Upright)
            return page;
        var isHalf = turned == TextRotation.UpsideDown;
        return page with
        {
            Width = isHalf ? page.Width : page.Height,
            Height = isHalf ? page.Height : page.Width,
            Glyphs = [.. page.Glyphs.Select(g => g with { Box = Turn(g.Box, turned, page), Baseline = (float)Baseline(g, turned, page), Rotation = Less(g.Rotation, turned) })],
            Rulings = [.. page.Rulings.Select(r => Turn(r, turned, page))],
            Shades = [.. page.Shades.Select(s => s with { Box = Turn(s.Box, turned, page) })],
            Images = [.. page.Images.Select(i => Turn(i, turned, page))],
        };
    }

    private static Box Turn(Box b, TextRotation turned, PageContent page) => turned switch
    {
        TextRotation.Clockwise => new Box(b.Top, page.Width - b.Right, b.Bottom, page.Width - b.Left),
        TextRotation.Counterclockwise => new Box(page.Height - b.Bottom, b.Left, page.Height - b.Top, b.Right),
        _ => new Box(page.Width - b.Right, page.Height - b.Bottom, page.Width - b.Left, page.Height - b.Top),
    };

    /// <summary>Where a box of the page with the sheet turned stands on the page as displayed.</summary>
    /// <param name="page">The page as displayed.</param>
    public static Box Back(Box b, TextRotation turned, PageContent page) => turned switch
    {
        TextRotation.Clockwise => new Box(page.Width - b.Bottom, b.Left, page.Width - b.Top, b.Right),
        TextRotation.Counterclockwise => new Box(b.Top, page.Height - b.Right, b.Bottom, page.Height - b.Left),
        _ => Turn(b, turned, page),
    };

    private static Ruling Turn(Ruling r, TextRotation turned, PageContent page)
    {
        var isLevel = r.Direction == RulingDirection.Horizontal;
        var box = Turn(isLevel ? new Box(r.Start, r.Position, r.End, r.Position) : new Box(r.Position, r.Start, r.Position, r.End), turned, page);
        return isLevel == (turned == TextRotation.UpsideDown)
            ? new Ruling(RulingDirection.Horizontal, box.Top, box.Left, box.Right, r.Thickness)
            : new Ruling(RulingDirection.Vertical, box.Left, box.Top, box.Bottom, r.Thickness);
    }

    /// <summary>The base line is a y for text that stands upright or upside down, an x for the rest.</summary>
    private static double Baseline(Glyph glyph, TextRotation turned, PageContent page)
    {
        var isX = glyph.Rotation is TextRotation.Clockwise or TextRotation.Counterclockwise;
        return turned switch
        {
            TextRotation.Clockwise => isX ? page.Width - glyph.Baseline : glyph.Baseline,
            TextRotation.Counterclockwise => isX ? glyph.Baseline : page.Height - glyph.Baseline,
            _ => (isX ? page.Width : page.Height) - glyph.Baseline,
        };
    }

    private static TextRotation Less(TextRotation rotation, TextRotation turned) =>
        rotation == TextRotation.Other ? rotation : (TextRotation)(((int)rotation - (int)turned + (int)TextRotation.Other) % (int)TextRotation.Other);
}
