using Ingest.Io.Harvest;

namespace Ingest.Tests.Harvest;

public class RobotsTests
{
    private static bool Allows(string robots, string path) =>
        RobotsRules.Parse(robots, "Ingest").Allows(new Uri("https://www.example.gov.cn" + path));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /secret", "/secret/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /secret", "/open/a.pdf", true)]
    [InlineData("User-agent: *\nDisallow:", "/a.pdf", true)]
    [InlineData("", "/a.pdf", true)]
    [InlineData("<html>not found</html>", "/a.pdf", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /col/", "/col/1.html", true)]
    [InlineData("User-agent: *\nAllow: /col/\nDisallow: /", "/other", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*?page=", "/list?page=2", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/aXbXXbc", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/aXbXcX", true)]
    [InlineData("User-agent: *\nDisallow: /预算", "/%E9%A2%84%E7%AE%97/1.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /%7ejoe", "/~joe/x", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: BadBot\nDisallow: /", "/a", true)]
    [InlineData("User-agent: ingest/2.0\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Ingest\nDisallow: /x", "/a", true)]
    [InlineData("User-agent: Ingest\nDisallow: /x\nUser-agent: *\nDisallow: /\nUser-agent: INGEST\nDisallow: /y", "/y", false)]
    [InlineData("User-agent: BadBot\nUser-agent: Ingest\nDisallow: /x", "/x", false)]
    [InlineData("user-AGENT : * # all\r\ndisallow : /x # not this\r\n", "/x", false)]
    [InlineData("Disallow: /", "/a", true)]
    public void Rules_are_read_as_RFC_9309_says(string robots, string path, bool allowed) => Assert.Equal(allowed, Allows(robots, path));

    [Fact]
    public void A_crawl_delay_is_that_of_the_group_that_names_us()
    {
        const string robots = "User-agent: *\nCrawl-delay: 1\n\nUser-agent: Ingest\nCrawl-delay: 7.5\nDisallow: /x";
        Assert.Equal(TimeSpan.FromSeconds(7.5), RobotsRules.Parse(robots, "Ingest").CrawlDelay);
        Assert.Null(RobotsRules.Parse("User-agent: *\nCrawl-delay: soon", "Ingest").CrawlDelay);
    }
}
