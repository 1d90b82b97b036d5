using System.Globalization;
using System.Text;
using Ingest.Io.Portals;

namespace Ingest.Tests.Portals;

/// <summary>What visits yield: one golden for each archetype, then what goes wrong.</summary>
public class CrawlerTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    public static TheoryData<string> Fixtures => new(
        Directory.GetDirectories(Repository.Fixture("portals")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task A_visit_yields_what_the_saved_pages_link_to(string name)
    {
        var folder = Repository.Fixture($"portals/{name}");
        var portal = Read(Path.Combine(folder, name + ".yaml"));

        var items = await CrawlAsync(portal, SavedPages.Of(folder));

        Repository.AssertGolden($"portals/{name}/links.txt", Text(items));
    }

    [Fact]
    public async Task Pages_that_repeat_for_ever_end_the_visit_and_are_said()
    {
        var pages = new SavedPages();
        for (var n = 1; n <= 50; n++)
        {
            pages.Add(n == 1 ? "http://x.gov.cn/list?page=1" : $"http://x.gov.cn/list?page={n}", $"<ul><li><a href='/1.pdf'>某局预算</a></li></ul><a href='/list?page={n + 1}'>下一页</a>");
        }

        var items = await CrawlAsync(Simple("http://x.gov.cn/list?page=1"), pages);

        Assert.Single(items.OfType<FoundAttachment>());
        Assert.Equal(TroubleKind.EndlessPagination, Assert.Single(items.OfType<CrawlTrouble>()).Kind);
        Assert.False(Assert.IsType<CrawlEnd>(items[^1]).Complete);
        Assert.Equal(2, pages.Asked.Count);
    }

    [Fact]
    public async Task A_visit_that_reaches_its_limit_is_not_complete()
    {
        var pages = new SavedPages();
        for (var n = 1; n <= 9; n++)
        {
            pages.Add($"http://x.gov.cn/list?page={n}", $"<a href='/{n}.pdf'>某局预算</a><a href='/list?page={n + 1}'>下一页</a>");
        }

        var items = await CrawlAsync(Simple("http://x.gov.cn/list?page=1") with { Limits = PortalLimits.Default with { ListingPages = 3 } }, pages);

        Assert.Equal(3, items.OfType<FoundAttachment>().Count());
        Assert.Equal(TroubleKind.CutAtLimit, Assert.Single(items.OfType<CrawlTrouble>()).Kind);
        Assert.False(Assert.IsType<CrawlEnd>(items[^1]).Complete);
    }

    [Fact]
    public async Task Pages_that_link_to_each_other_in_a_circle_are_visited_once()
    {
        var pages = new SavedPages();
        pages.Add("http://x.gov.cn/", "<a href='/a.html'>甲局预算</a><a href='/b.html'>乙局预算</a>");
        pages.Add("http://x.gov.cn/a.html", "<a href='/b.html'>乙局预算</a><a href='/a.html'>甲局预算</a><a href='/1.pdf'>附件</a>");
        pages.Add("http://x.gov.cn/b.html", "<a href='/a.html'>甲局预算</a><a href='/'>预算公开</a><a href='/2.pdf'>附件</a>");

        var items = await CrawlAsync(Simple("http://x.gov.cn/") with { Details = DetailRules.Default with { Hops = 3 } }, pages);

        Assert.Equal(2, items.OfType<FoundAttachment>().Count());
        Assert.Equal(["http://x.gov.cn/a.html", "http://x.gov.cn/b.html"], pages.Asked.Where(a => a.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_further_page_that_cannot_be_had_makes_the_visit_incomplete()
    {
        var pages = new SavedPages();
        pages.Add("http://x.gov.cn/list?page=1", "<a href='/1.pdf'>某局预算</a><a href='/list?page=2'>下一页</a>");

        var items = await CrawlAsync(Simple("http://x.gov.cn/list?page=1"), pages);

        var trouble = Assert.Single(items.OfType<CrawlTrouble>());
        Assert.Equal((TroubleKind.ListingFailed, FetchFailure.Gone), (trouble.Kind, trouble.Failure));
        Assert.False(Assert.IsType<CrawlEnd>(items[^1]).Complete);
    }

    [Theory]
    [InlineData("<p>建设中</p>", TroubleKind.EmptyListing)]
    [InlineData("<a href='/x.html'>新闻</a>", TroubleKind.EmptyListing)]
    public async Task A_listing_without_an_entry_is_an_alarm_and_no_success(string html, TroubleKind kind)
    {
        var pages = new SavedPages();
        pages.Add("http://x.gov.cn/", html);

        var items = await CrawlAsync(Simple("http://x.gov.cn/"), pages);

        Assert.Equal(kind, Assert.Single(items.OfType<CrawlTrouble>()).Kind);
        Assert.False(Assert.IsType<CrawlEnd>(items[^1]).Complete);
    }

    [Fact]
    public async Task A_guessed_page_that_is_gone_is_the_end_of_the_listing()
    {
        var pages = new SavedPages();
        pages.Add("http://x.gov.cn/ys/", "<a href='/1.pdf'>甲局预算</a>");
        pages.Add("http://x.gov.cn/ys/index_1.html", "<a href='/2.pdf'>乙局预算</a>");

        var items = await CrawlAsync(Simple("http://x.gov.cn/ys/") with { Pages = new PageRules("index_{n}.html", 1, 1) }, pages);

        Assert.Equal(2, items.OfType<FoundAttachment>().Count());
        Assert.True(Assert.IsType<CrawlEnd>(items[^1]).Complete);
    }

    [Fact]
    public async Task An_answer_of_another_shape_is_told_and_is_no_empty_listing()
    {
        var pages = new SavedPages();
        pages.Add("http://x.gov.cn/api", "<html>维护中</html>");
        var portal = Simple("http://x.gov.cn/api") with { Archetype = Archetype.Json, Json = new JsonRules("data", "url", "title", "", "", "") };

        var items = await CrawlAsync(portal, pages);

        Assert.Equal(TroubleKind.UnexpectedAnswer, Assert.Single(items.OfType<CrawlTrouble>()).Kind);
    }

    internal static Portal Simple(string start) => new()
    {
        Name = "x", Title = "某", Region = "420100", Archetype = Archetype.PagedList, Start = [new Uri(start)], Hosts = ["x.gov.cn"],
    };

    private static Portal Read(string file)
    {
        using var text = new StreamReader(file);
        return PortalFile.Read(file, text);
    }

    internal static async Task<List<CrawlItem>> CrawlAsync(Portal portal, IPageSource pages, DateOnly? today = null)
    {
        List<CrawlItem> items = [];
        await foreach (var item in PortalCrawler.CrawlAsync(portal, pages, today ?? Today, TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }

        return items;
    }

    private static string Text(IEnumerable<CrawlItem> items)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            text.Append(item switch
            {
                FoundAttachment f => $"file {f.Url.AbsoluteUri}\n  text {f.LinkText}\n  entry {f.EntryTitle} {f.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n  on {f.Detail ?? f.Listing}\n  body {f.BodyHint}\n  name {FileNames.Decide(f.LinkText, "", f.Url, []).Display}\n",
                CrawlTrouble t => $"trouble {t.Kind} {t.Where}\n  {t.Reason}\n  {t.Meaning}\n",
                CrawlEnd e => string.Create(CultureInfo.InvariantCulture, $"end: {e.ListingPages} listing pages, {e.DetailPages} detail pages, told {e.Told}, {e.Entries} entries, {e.Found} files, {(e.Complete ? "complete" : "not complete")}\n"),
                _ => throw new InvalidOperationException(),
            });
        }

        return text.ToString();
    }
}
