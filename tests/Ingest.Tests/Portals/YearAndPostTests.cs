using Ingest.Io.Portals;

namespace Ingest.Tests.Portals;

/// <summary>Start pages that carry a year, and lists that answer to POST.</summary>
public class YearAndPostTests
{
    private static Portal Yearly => CrawlerTests.Simple("http://x.gov.cn/") with { Start = [new Uri("http://x.gov.cn/{year}ys/")] };

    private static string[] Starts(Portal portal, DateOnly today) => [.. StartPage.Of(portal, today).Select(s => $"{s.Url.AbsoluteUri}{(s.MayBeMissing ? " ?" : "")}")];

    [Fact]
    public void A_year_stands_for_the_last_three_the_newest_first_and_that_may_not_be_there_before_its_season_has_ended()
    {
        Assert.Equal(["http://x.gov.cn/2026ys/ ?", "http://x.gov.cn/2025ys/", "http://x.gov.cn/2024ys/"], Starts(Yearly, new DateOnly(2026, 1, 1)));
        Assert.Equal("http://x.gov.cn/2026ys/", Starts(Yearly, new DateOnly(2026, 5, 1))[0]);
        Assert.Equal(["http://x.gov.cn/2020ys/", "http://x.gov.cn/2019ys/"], Starts(Yearly with { Years = new YearRange(2019, 2020) }, new DateOnly(2026, 5, 1)));
        Assert.Equal(["http://x.gov.cn/"], Starts(CrawlerTests.Simple("http://x.gov.cn/"), new DateOnly(2026, 5, 1)));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(5, false)]
    public async Task The_page_of_a_year_that_has_just_begun_is_missed_only_after_its_season(int month, bool complete)
    {
        var pages = new SavedPages();
        pages.Add("http://x.gov.cn/2025ys/", "共 1 条 <a href='/1.pdf'>甲局2025年预算</a>");
        pages.Add("http://x.gov.cn/2024ys/", "共 1 条 <a href='/2.pdf'>甲局2024年预算</a>");

        var items = await CrawlerTests.CrawlAsync(Yearly, pages, new DateOnly(2026, month, 1));

        Assert.Equal(2, items.OfType<FoundAttachment>().Count());
        Assert.Equal(complete ? [] : [TroubleKind.ListingFailed], items.OfType<CrawlTrouble>().Select(t => t.Kind));
        var end = Assert.IsType<CrawlEnd>(items[^1]);
        Assert.Equal((complete, complete ? 2 : (int?)null), (end.Complete, end.Told));
    }

    [Fact]
    public async Task A_list_that_answers_to_POST_is_asked_page_by_page_and_year_by_year()
    {
        var pages = new SavedPages();
        const string empty = "{\"total\":\"0\",\"rows\":[]}";
        pages.Answer("http://x.gov.cn/api", "{\"page\":1,\"year\":2026}", "{\"total\":\"2\",\"rows\":[{\"id\":\"1\",\"title\":\"甲局2026年预算\"}]}");
        pages.Answer("http://x.gov.cn/api", "{\"page\":2,\"year\":2026}", "{\"total\":\"2\",\"rows\":[{\"id\":\"2\",\"title\":\"乙局2026年预算\"}]}");
        pages.Answer("http://x.gov.cn/api", "{\"page\":1,\"year\":2025}", "{\"total\":\"1\",\"rows\":[{\"id\":\"3\",\"title\":\"甲局2025年预算\"}]}");
        pages.Answer("http://x.gov.cn/api", "{\"page\":2,\"year\":2025}", empty);
        foreach (var id in (string[])["1", "2", "3"])
        {
            pages.Add($"http://x.gov.cn/d/{id}.html", $"<a href='/{id}.pdf'>附件</a>");
        }

        var portal = CrawlerTests.Simple("http://x.gov.cn/api") with
        {
            Archetype = Archetype.Json, Years = new YearRange(2025, 2026), Pages = new PageRules("", 2, 1),
            Json = new JsonRules("rows", "id", "title", "", "total", "/d/{}.html", "{\"page\":{n},\"year\":{year}}"),
        };
        var items = await CrawlerTests.CrawlAsync(portal, pages);

        Assert.Equal(["http://x.gov.cn/1.pdf", "http://x.gov.cn/2.pdf", "http://x.gov.cn/3.pdf"], items.OfType<FoundAttachment>().Select(f => f.Url.AbsoluteUri));
        Assert.Empty(items.OfType<CrawlTrouble>());
        Assert.Equal((true, 3), (Assert.IsType<CrawlEnd>(items[^1]).Complete, ((CrawlEnd)items[^1]).Told));
        Assert.DoesNotContain("{", string.Concat(pages.Asked.Select(a => a.Split('\n')[0])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"page\":1}", "application/json")]
    [InlineData("page=1&year=2026", "application/x-www-form-urlencoded")]
    public void A_body_says_what_it_is(string post, string type) => Assert.Equal(type, new PageRequest(new Uri("http://x.gov.cn/"), post).ContentType);
}
