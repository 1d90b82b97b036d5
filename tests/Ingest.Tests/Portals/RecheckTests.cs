using System.Globalization;
using Ingest.Io.Portals;

namespace Ingest.Tests.Portals;

public class RecheckTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 18, 30, 0, TimeSpan.Zero);

    [Fact]
    public void What_has_not_changed_for_long_has_its_turn_once_in_so_many_nights_and_the_turns_are_spread()
    {
        var rules = new RecheckRules(90, 7);
        var asked = new int[70];
        for (var n = 0; n < 1000; n++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"http://x.gov.cn/{n}.pdf");
            var confirmed = Start.AddDays(-1);
            for (var night = 0; night < asked.Length; night++)
            {
                var now = Start.AddDays(night);
                if (!rules.Rests(address, Start.AddDays(-200), confirmed, now))
                {
                    asked[night]++;
                    Assert.True(now - confirmed <= TimeSpan.FromDays(7));
                    confirmed = now;
                }
                else
                {
                    Assert.True(now - confirmed < TimeSpan.FromDays(7));
                }
            }
        }

        Assert.All(asked, a => Assert.InRange(a, 100, 190));
    }

    [Fact]
    public void What_is_younger_is_asked_about_every_night_and_so_is_what_was_not_confirmed_in_time()
    {
        var rules = new RecheckRules(90, 7);
        for (var n = 0; n < 50; n++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"http://x.gov.cn/{n}.pdf");
            Assert.False(rules.Rests(address, Start.AddDays(-89), Start.AddDays(-1), Start));
            Assert.False(rules.Rests(address, Start.AddDays(-200), Start.AddDays(-7), Start));
            Assert.False(new RecheckRules(0, 1).Rests(address, Start.AddDays(-200), Start.AddDays(-1), Start));
        }
    }
}
