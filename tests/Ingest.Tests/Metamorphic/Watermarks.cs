using Ingest.Core.Model;

namespace Ingest.Tests.Metamorphic;

/// <summary>Large light words over a page. Their colour is nothing a page of glyphs tells; their size, place and turn are.</summary>
internal static class Watermarks
{
    /// <summary>Once, straight across the middle of the page.</summary>
    public static PageContent Straight(this PageContent page, string words, double size)
    {
        double x = (page.Width - Width(words, size)) / 2, baseline = page.Height * 0.55;
        var glyphs = new List<Glyph>();
        foreach (var c in words)
        {
            var width = Width(c, size);
            glyphs.Add(new Glyph(c.ToString(), new Box(x, baseline - size, x + width, baseline), (float)baseline, (float)size, TextRotation.Upright, GlyphFlags.None, Next(page)));
            x += width;
        }

        return page with { Glyphs = [.. page.Glyphs, .. glyphs] };
    }

    /// <summary>Again and again over the page, rising by the angle.</summary>
    public static PageContent Slanted(this PageContent page, string words, double size, double degrees = 30)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var glyphs = new List<Glyph>();
        var sequence = Next(page);
        for (var top = page.Height * 0.15; top < page.Height; top += size * 7, sequence++)
        {
            for (var left = page.Width * 0.05; left < page.Width; left += size * 11, sequence++)
            {
                double x = left, y = top;
                foreach (var c in words)
                {
                    var width = Width(c, size);
                    var corners = new (double X, double Y)[] { (0, 0), (width, 0), (0, size), (width, size) }.Select(p => (X: x + (p.X * cos) - (p.Y * sin), Y: y - (p.X * sin) - (p.Y * cos))).ToArray();
                    var box = new Box(corners.Min(p => p.X), corners.Min(p => p.Y), corners.Max(p => p.X), corners.Max(p => p.Y));
                    glyphs.Add(new Glyph(c.ToString(), box, (float)y, (float)size, TextRotation.Other, GlyphFlags.None, sequence));
                    x += width * cos;
                    y -= width * sin;
                }
            }
        }

        return page with { Glyphs = [.. page.Glyphs, .. glyphs] };
    }

    private static int Next(PageContent page) => page.Glyphs.IsEmpty ? 0 : page.Glyphs.Max(g => g.Sequence) + 1;

    private static double Width(string words, double size) => words.Sum(c => Width(c, size));

    private static double Width(char c, double size) => c < 128 ? size / 2 : size;
}
