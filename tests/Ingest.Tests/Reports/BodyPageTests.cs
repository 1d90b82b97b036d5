using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingest.Core.Model;
using Ingest.Core.Reports;
using Ingest.Core.Reports.Site;
using Ingest.Io.Sqlite;

namespace Ingest.Tests.Reports;

/// <summary>The pages of bodies and cities, and what the overview says to look at first.</summary>
public sealed class BodyPageTests(FixtureDatabase fixtures)
{
    [Fact]
    public void A_body_shows_its_spending_over_the_years_as_a_plot_and_in_figures()
    {
        using var database = fixtures.Open();
        var html = BodyPage.Write(SiteBodies.Read(database).Single(b => b.Name == "青山区示范局")).Text;

        Assert.Contains("武汉市青山区示范局 2023", html, StringComparison.Ordinal);
        var plot = XElement.Parse(Regex.Match(html, "<svg class=\"plot\".*?</svg>", RegexOptions.Singleline).Value.Replace("&middot;", "", StringComparison.Ordinal));
        var points = plot.Descendants("circle").Select(c => (Class: c.Attribute("class")!.Value, Y: double.Parse(c.Attribute("cy")!.Value, CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(["point budget", "point budget", "point final"], points.Select(p => p.Class));
        Assert.True(points[0].Y > points[1].Y, "4,950,000 of 2023 lies below 5,330,000 of 2024");
        Assert.Single(plot.Descendants("path"), p => p.Attribute("class")!.Value.StartsWith("line", StringComparison.Ordinal));

        Assert.Matches("201 一般公共服务支出</th><td class=\"n\">4,305,000.00</td><td class=\"n\">4,440,000.00</td><td class=\"n\">4,650,000.00</td>", html);
        Assert.Matches("合计</span></th><td class=\"n\">4,950,000.00</td><td class=\"n\">5,105,000.00</td><td class=\"n\">5,330,000.00</td>", html);
        Assert.Equal(3, Regex.Count(html, "href=\"../d/"));
    }

    [Fact]
    public void A_body_whose_rows_do_not_make_its_total_says_so()
    {
        using var database = fixtures.Open();
        var bodies = SiteBodies.Read(database);

        Assert.Contains("与表中合计相差</span></th><td class=\"n\">-100.00</td>", BodyPage.Write(bodies.Single(b => b.Name.EndsWith("城市管理执法局", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("相差", BodyPage.Write(bodies.Single(b => b.Name == "东湖区财政局")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_is_a_matrix_of_bodies_and_years_with_its_completeness()
    {
        using var database = fixtures.Open();
        var bodies = SiteBodies.Read(database).Where(b => CityPage.CityOf(b.Region) == "420100").ToList();
        var html = CityPage.Write("420100", bodies, [.. SiteBodies.Cities(database)["420100"]]).Text;

        Assert.Equal(bodies.Count, Regex.Count(html, "href=\"../e/"));
        Assert.Equal(bodies.Sum(b => b.Documents.Length), Regex.Count(html, "class=\"mark "));
        // Known functions first, in their order; what is not known last.
        Assert.True(html.IndexOf("青山区大数据中心", StringComparison.Ordinal) < html.IndexOf("青山区统计局", StringComparison.Ordinal));
        Assert.True(html.IndexOf("青山区统计局", StringComparison.Ordinal) < html.IndexOf("青山区示范局", StringComparison.Ordinal));
        Assert.Contains("<td class=\"n\">2023</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_look_at_first_goes_by_yuan_across_units_and_copies_are_one_line()
    {
        var totals = new SiteTotals();
        totals.Add(Entry("a", "甲局", Sum("合计", "1"), (50_000m, "万元")));
        totals.Add(Entry("b", "乙局", Sum("合计", "643600.00"), (10_000m, "元")));
        totals.Add(Entry("c", "甲局", Sum("合计", "1"), (50_000m, "万元")));
        totals.Add(Entry("d", "丙局", Sum("合计", "1") with { Origin = Origin.Extraction }, (9_000_000m, "元")));
        totals.Add(Entry("e", "丁局", Sum("合计", "1") with { Code = AnomalyCodes.UntypedTable }, (9_000_000m, "元")));

        Assert.Equal([("甲局", 50_000m, 2), ("乙局", 10_000m, 1)], totals.LookFirst.Select(l => (l.Entry.Body, l.Yuan, l.Copies)));
        var html = OverviewPage.Write(totals).Text;
        Assert.Contains("1 <small>万元</small>", html, StringComparison.Ordinal);
        Assert.Contains("副本数：</span> 2</small>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Until_the_overview_is_complete_its_place_says_so()
    {
        var site = new ReportSite(new SiteOptions(0, 0, [], [], [], []), new HashSet<string>());
        Assert.Contains("报告正在生成", ReportSite.Pending().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("报告正在生成", site.Finish().Single(f => f.Path == ReportSite.Pending().Path).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13214710.00", "13214710.00")]
    [InlineData("<b>", "&lt;b&gt;")]
    public void A_short_text_stands_as_it_is(string text, string html) => Assert.Equal(html, Folded.Html(text));

    [Fact]
    public void A_long_text_is_folded_whole_and_no_character_is_cut()
    {
        var text = new string('一', 35) + "𠮷" + new string('<', 400);
        var html = XElement.Parse(Folded.Html(text));

        Assert.Equal(new string('一', 35) + "…", html.Element("summary")!.Value);
        Assert.EndsWith(text, html.Value, StringComparison.Ordinal);
    }

    private static Anomaly Sum(string label, string found) => new(
        AnomalyCodes.RowSum, new CellRef(new PageBox(1, new Box(0, 0, 1, 1)), 1, 2, 3), "expenditure_summary", label, "合计", found, "", "", Origin.Publisher);

    private static SiteEntry Entry(string key, string entity, Anomaly anomaly, (decimal, string) weight) => new(
        key, key + ".pdf", new DocumentIdentity(entity, "420100", 2024, "budget", "department", []), "", new DocumentCounts(false, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0), [], [anomaly])
    {
        Weights = [weight],
    };
}
