using Ingest.Core.Model;

namespace Ingest.Tests.Metamorphic;

/// <summary>The same page larger, elsewhere on the sheet, with the sheet turned, set wider or looser, or drawn with a less steady hand.</summary>
internal static class PageMoves
{
    private static readonly TextRotation[] Quarters = [TextRotation.Upright, TextRotation.Clockwise, TextRotation.UpsideDown, TextRotation.Counterclockwise];

    public static PageContent Scaled(this PageContent page, double by) => page with
    {
        Width = page.Width * by,
        Height = page.Height * by,
        Glyphs = [.. page.Glyphs.Select(g => g with { Box = Map(g.Box, x => x * by, y => y * by), Baseline = (float)(g.Baseline * by), PointSize = (float)(g.PointSize * by) })],
        Rulings = [.. page.Rulings.Select(r => r with { Position = r.Position * by, Start = r.Start * by, End = r.End * by, Thickness = (float)(r.Thickness * by) })],
        Shades = [.. page.Shades.Select(s => s with { Box = Map(s.Box, x => x * by, y => y * by) })],
        Images = [.. page.Images.Select(i => Map(i, x => x * by, y => y * by))],
    };

    /// <summary>All of it moved; the sheet grows or shrinks with it, so that the other margins stay.</summary>
    public static PageContent Shifted(this PageContent page, double right, double down) => page with
    {
        Width = page.Width + right,
        Height = page.Height + down,
        Glyphs = [.. page.Glyphs.Select(g => g.Moved(right, down))],
        Rulings = [.. page.Rulings.Select(r => r.Direction == RulingDirection.Horizontal
            ? r with { Position = r.Position + down, Start = r.Start + right, End = r.End + right }
            : r with { Position = r.Position + right, Start = r.Start + down, End = r.End + down })],
        Shades = [.. page.Shades.Select(s => s with { Box = Map(s.Box, x => x + right, y => y + down) })],
        Images = [.. page.Images.Select(i => Map(i, x => x + right, y => y + down))],
    };

    /// <summary>The page with its sheet turned by a quarter (clockwise, so that text reads downwards), a half or three.</summary>
    public static PageContent Turned(this PageContent page, TextRotation to)
    {
        for (var quarter = Array.IndexOf(Quarters, to); quarter > 0; quarter--)
        {
            page = page.TurnedClockwise();
        }

        return page;
    }

    /// <summary>Lines of text further apart; the type stays as large as it is.</summary>
    public static PageContent Leaded(this PageContent page, double by) => page.AsRead(p => p with
    {
        Height = p.Height * by,
        Glyphs = [.. p.Glyphs.Select(g => g.Moved(0, (g.Rotation == TextRotation.Upright ? g.Baseline : g.Box.CenterY) * (by - 1)))],
        Rulings = [.. p.Rulings.Select(r => r.Direction == RulingDirection.Horizontal ? r with { Position = r.Position * by } : r with { Start = r.Start * by, End = r.End * by })],
        Shades = [.. p.Shades.Select(s => s with { Box = Map(s.Box, x => x, y => y * by) })],
        Images = [.. p.Images.Select(i => Map(i, x => x, y => y * by))],
    });

    /// <summary>
    /// Columns and pieces of text further apart, as in a wider table; type and the words themselves stay. Figures keep
    /// their right edges in line, other text its left edge, or its middle where it stands in the middle between two rulings.
    /// </summary>
    public static PageContent Spread(this PageContent page, double by) => page.AsRead(p =>
    {
        var glyphs = p.Glyphs.ToArray();
        foreach (var run in TextPieces.Of(p))
        {
            var move = run.Anchor(p.Rulings) * (by - 1);
            foreach (var i in run.Glyphs)
            {
                glyphs[i] = glyphs[i].Moved(move, 0);
            }
        }

        return p with
        {
            Width = p.Width * by,
            Glyphs = [.. glyphs],
            Rulings = [.. p.Rulings.Select(r => r.Direction == RulingDirection.Vertical ? r with { Position = r.Position * by } : r with { Start = r.Start * by, End = r.End * by })],
            Shades = [.. p.Shades.Select(s => s with { Box = Map(s.Box, x => x * by, y => y) })],
            Images = [.. p.Images.Select(i => Map(i, x => x * by, y => y))],
        };
    });

    /// <summary>Each piece of text up or down by at most so many points.</summary>
    public static PageContent WithUnsteadyLines(this PageContent page, double most, int seed) => page.AsRead(p =>
    {
        var random = new Random(seed + p.Number);
        var glyphs = p.Glyphs.ToArray();
        foreach (var run in TextPieces.Of(p))
        {
            var move = ((2 * random.NextDouble()) - 1) * most;
            foreach (var i in run.Glyphs)
            {
                glyphs[i] = glyphs[i].Moved(0, move);
            }
        }

        return p with { Glyphs = [.. glyphs] };
    });

    /// <summary>What was shown, shown in another order: words and figures change places, the glyphs of one stay together.</summary>
    public static PageContent Reordered(this PageContent page, Func<Glyph, double> key)
    {
        int sequence = 0, before = -1;
        var glyphs = new List<Glyph>(page.Glyphs.Length);
        foreach (var run in TextPieces.Shown(page).OrderBy(r => key(page.Glyphs[r.Begin])))
        {
            sequence++;
            for (var i = run.Begin; i < run.End; i++)
            {
                sequence += i > run.Begin && page.Glyphs[i].Sequence != before ? 1 : 0;
                before = page.Glyphs[i].Sequence;
                glyphs.Add(page.Glyphs[i] with { Sequence = sequence });
            }
        }

        return page with { Glyphs = [.. glyphs] };
    }

    public static PageContent Shuffled(this PageContent page, int seed)
    {
        var random = new Random(seed + page.Number);
        return page.Reordered(_ => random.NextDouble());
    }

    /// <summary>As text is stored column by column: by its left edge, then downwards.</summary>
    public static PageContent ByColumns(this PageContent page) => page.Reordered(g => (Math.Round(g.Box.Left / 20) * 10_000) + g.Box.Top);

    public static Glyph Moved(this Glyph glyph, double right, double down)
    {
        var sideways = glyph.Rotation is TextRotation.Clockwise or TextRotation.Counterclockwise;
        return glyph with { Box = Map(glyph.Box, x => x + right, y => y + down), Baseline = (float)(glyph.Baseline + (sideways ? right : down)) };
    }

    /// <summary>Changes the page as its reader holds it: where most of the text is turned, with the sheet turned.</summary>
    private static PageContent AsRead(this PageContent page, Func<PageContent, PageContent> change)
    {
        var most = page.Glyphs.GroupBy(g => g.Rotation).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
        var at = Math.Max(0, Array.IndexOf(Quarters, most));
        return change(page.Turned(Quarters[(4 - at) % 4])).Turned(Quarters[at]);
    }

    private static PageContent TurnedClockwise(this PageContent page)
    {
        var height = page.Height;
        return page with
        {
            Width = page.Height,
            Height = page.Width,
            Glyphs = [.. page.Glyphs.Select(g => g with { Box = Turn(g.Box), Baseline = Baseline(g), Rotation = Next(g.Rotation) })],
            Rulings = [.. page.Rulings.Select(r => r.Direction == RulingDirection.Horizontal
                ? r with { Direction = RulingDirection.Vertical, Position = height - r.Position }
                : r with { Direction = RulingDirection.Horizontal, Start = height - r.End, End = height - r.Start })],
            Shades = [.. page.Shades.Select(s => s with { Box = Turn(s.Box) })],
            Images = [.. page.Images.Select(Turn)],
        };

        Box Turn(Box b) => new(height - b.Bottom, b.Left, height - b.Top, b.Right);

        float Baseline(Glyph g) => g.Rotation is TextRotation.Clockwise or TextRotation.Counterclockwise ? g.Baseline : (float)(height - g.Baseline);
    }

    private static TextRotation Next(TextRotation rotation)
    {
        var at = Array.IndexOf(Quarters, rotation);
        return at < 0 ? rotation : Quarters[(at + 1) % 4];
    }

    private static Box Map(Box box, Func<double, double> x, Func<double, double> y) => new(x(box.Left), y(box.Top), x(box.Right), y(box.Bottom));
}
