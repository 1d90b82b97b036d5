using Ingest.Core.Model;

namespace Ingest.Tests.Tables;

/// <summary>Draws the rulings of a page in another way.</summary>
internal static class Strokes
{
    /// <summary>Each ruling as dashes of a length and with gaps, in points.</summary>
    public static PageContent Dashed(this PageContent page, double on, double off) => page.Redraw(r =>
        Enumerable.Range(0, (int)Math.Ceiling(r.Length / (on + off))).Select(i => r with { Start = r.Start + i * (on + off), End = Math.Min(r.End, r.Start + i * (on + off) + on) }));

    /// <summary>Each ruling twice, so far apart.</summary>
    public static PageContent Doubled(this PageContent page, double apart, Func<Ruling, bool>? which = null) => page.Redraw(r =>
        which?.Invoke(r) is false ? [r] : [r with { Position = r.Position - apart / 2 }, r with { Position = r.Position + apart / 2 }]);

    /// <summary>Each ruling longer at both ends; shorter where negative.</summary>
    public static PageContent Longer(this PageContent page, double by) => page.Redraw(r => [r with { Start = r.Start - by, End = r.End + by }]);

    /// <summary>Each ruling cut where another one meets it, and each part longer at both ends; shorter where negative.</summary>
    public static PageContent LongerParts(this PageContent page, double by) => page.Redraw(r =>
    {
        var cuts = page.Rulings.Where(o => o.Direction != r.Direction && o.Position >= r.Start && o.Position <= r.End && o.Start <= r.Position && o.End >= r.Position)
            .Select(o => o.Position).Append(r.Start).Append(r.End).Distinct().Order().ToArray();
        return cuts.Zip(cuts.Skip(1), (from, to) => r with { Start = from - by, End = to + by }).Where(static part => part.Length > 0);
    });

    /// <summary>Each ruling as a filled bar of a thickness, with ends that reach around its corners.</summary>
    public static PageContent AsFills(this PageContent page, double thickness) => page.Redraw(r =>
        [r with { Thickness = (float)thickness, Start = r.Start - (thickness / 2), End = r.End + (thickness / 2) }]);

    /// <summary>Each ruling in two to four pieces with gaps of a point, as printers cut them.</summary>
    public static PageContent InPieces(this PageContent page, int seed)
    {
        var random = new Random(seed + page.Number);
        return page.Redraw(r =>
        {
            var cuts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => r.Start + (random.NextDouble() * r.Length)).Order().Append(r.End).ToArray();
            return cuts.Select((cut, i) => r with { Start = i == 0 ? r.Start : cuts[i - 1] + 0.5, End = i == cuts.Length - 1 ? r.End : cut - 0.5 }).Where(p => p.Length > 0);
        });
    }

    /// <summary>Each ruling a little aside, its ends too: by at most so many points.</summary>
    public static PageContent Redrawn(this PageContent page, int seed, double most)
    {
        var random = new Random(seed + page.Number);
        return page.Redraw(r => [r with { Position = r.Position + Step(), Start = r.Start + Step(), End = r.End + Step() }]);

        double Step() => ((2 * random.NextDouble()) - 1) * most;
    }

    public static PageContent Without(this PageContent page, Func<Ruling, bool> which) => page.Redraw(r => which(r) ? [] : [r]);

    public static PageContent Framed(this PageContent page, double left, double top, double right, double bottom) => page with
    {
        Rulings =
        [
            .. page.Rulings,
            new Ruling(RulingDirection.Horizontal, top, left, right, 0.5f), new Ruling(RulingDirection.Horizontal, bottom, left, right, 0.5f),
            new Ruling(RulingDirection.Vertical, left, top, bottom, 0.5f), new Ruling(RulingDirection.Vertical, right, top, bottom, 0.5f),
        ],
    };

    public static bool IsVertical(Ruling ruling) => ruling.Direction == RulingDirection.Vertical;

    private static PageContent Redraw(this PageContent page, Func<Ruling, IEnumerable<Ruling>> redraw) => page with { Rulings = [.. page.Rulings.SelectMany(redraw)] };
}
