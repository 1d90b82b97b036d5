using CsCheck;
using Ingest.Core.Tables.Areas;
using Ingest.Core.Tables.Headers;

namespace Ingest.Tests.Tables;

public sealed class HeaderTextTests
{
    private static Segment Sign(double center, double baseline, double size) =>
        new(center - size / 2, center + size / 2, baseline - size, baseline, baseline, size, Figure: false, Open: false);

    /// <summary>Only the lines near by are looked at, which says the same as looking at all of them.</summary>
    [Fact]
    public void Lines_far_away_say_nothing_about_spread_characters() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 40], Gen.Int[8, 12]).List[1, 40].Sample(places =>
        {
            List<Segment> header = [.. places.Select(p => Sign(30 * p.Item1, 4 * p.Item2, p.Item3)).OrderBy(static s => s.Baseline)];
            var baselines = header.ConvertAll(static s => s.Baseline);
            Assert.All(header, s => Assert.Equal(HeaderTexts.IsSpread(s, header), HeaderTexts.IsSpread(s, header, baselines)));
        });

    [Fact]
    public void Characters_one_below_the_other_run_down_and_are_not_spread()
    {
        List<Segment> down = [Sign(30, 10, 9), Sign(30, 22, 9), Sign(30, 34, 9)];
        Assert.False(HeaderTexts.IsSpread(down[1], down, [10, 22, 34]));
        Assert.True(HeaderTexts.IsSpread(down[0], down[..2], [10, 22]));
    }
}
