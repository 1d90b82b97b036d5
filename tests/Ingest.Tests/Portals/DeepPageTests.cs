using Ingest.Io.Portals;

namespace Ingest.Tests.Portals;

public class DeepPageTests
{
    private static string Times(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    [Theory]
    [InlineData("<div>", 1_000_000)]
    [InlineData("<FONT size=2>", 100_000)]
    [InlineData("<table><tr><td>", 100_000)]
    [InlineData("<div><!-- </div> -->", 100_000)]
    [InlineData("<i><script>'</i>'</script>", 100_000)]
    public void Tags_that_are_nested_without_end_are_told_before_they_are_parsed(string tag, int times) => Assert.True(HtmlDepth.TooDeep(Times(tag, times)));

    [Theory]
    [InlineData("<li><a href='/1.pdf'>预算</a><br><img src=x>", 100_000)]
    [InlineData("<p>行<p>行", 100_000)]
    [InlineData("</div>a < b <3", 100_000)]
    [InlineData("<script>document.write('<div>')</script><style>/*<b>*/</style>", 100_000)]
    public void Long_pages_are_no_deep_ones(string html, int times) => Assert.False(HtmlDepth.TooDeep(Times(html, times)));

    [Fact]
    public async Task The_visit_goes_on_past_a_page_that_is_too_deep_and_is_not_complete()
    {
        var pages = new SavedPages();
        pages.Add("http://x.gov.cn/", "<a href='/deep.html'>甲局2026年预算</a><a href='/fine.html'>乙局2026年预算</a>");
        pages.Add("http://x.gov.cn/deep.html", Times("<div>", 200_000));
        pages.Add("http://x.gov.cn/fine.html", Times("<div>", HtmlDepth.Most - 1) + "<a href='/1.pdf'>乙局2026年预算</a>");

        var items = await CrawlerTests.CrawlAsync(CrawlerTests.Simple("http://x.gov.cn/"), pages);

        Assert.Equal("http://x.gov.cn/1.pdf", Assert.Single(items.OfType<FoundAttachment>()).Url.AbsoluteUri);
        var trouble = Assert.Single(items.OfType<CrawlTrouble>());
        Assert.Equal((TroubleKind.UnexpectedAnswer, HtmlPage.TooDeep, "甲局2026年预算"), (trouble.Kind, trouble.Reason, trouble.Title));
        Assert.False(Assert.IsType<CrawlEnd>(items[^1]).Complete);
    }

    [Fact]
    public async Task A_listing_that_is_too_deep_is_an_answer_of_another_shape()
    {
        var pages = new SavedPages();
        pages.Add("http://x.gov.cn/", Times("<div>", 200_000));
        Assert.Equal(TroubleKind.UnexpectedAnswer, Assert.Single((await CrawlerTests.CrawlAsync(CrawlerTests.Simple("http://x.gov.cn/"), pages)).OfType<CrawlTrouble>()).Kind);
    }
}
