using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Checks.Coverage;

namespace Ingest.Tests.Checks;

/// <summary>A city's portal: budgets are due by the end of April, final accounts by the end of October of the next year.</summary>
public class CoverageLedgerTests
{
    private const string City = "420100";

    private static readonly ImmutableArray<DocumentSeason> Seasons = [new("budget", 1, 1, 4, 30), new("final", 8, 1, 10, 31)];

    private static CoverageSource Portal(params ExpectedDocuments[] expected) => new("wuhan", City, Seasons, [.. expected], [], HoleReason.None, "");

    private static ExpectedDocuments Expect(string body, int since, int? until = null, params string[] aliases) =>
        new(body, [.. aliases], ["budget", "final"], since, until);

    private static HeldDocument Held(string entity, int year, string phase = "budget", string region = City, bool published = true) => new(
        string.Create(CultureInfo.InvariantCulture, $"{entity}-{year}-{phase}"), entity, region, EntityKeys.Of(entity, region), year, phase, published ? ["wuhan"] : []);

    private static CoverageTrace Trace(HoleReason reason, params string[] titles) => new("http://x/" + titles[0], [.. titles], "", new DateOnly(2026, 2, 3), reason, "so it is", "");

    private static string[] Rows(CoverageSource source, string today, params HeldDocument[] documents) =>
        [.. CoverageLedger.Of([source], documents, DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Body} {r.Phase} {r.Year} {r.State} {r.ExpectedBy} {r.Reason}"))];

    [Theory]
    [InlineData("2025-12-31", 0)]
    [InlineData("2026-01-01", 1)]
    public void A_document_is_expected_from_the_first_day_of_its_season(string today, int rows) =>
        Assert.Equal(rows, Rows(Portal(Expect("武汉市教育局", 2026)), today).Length);

    [Fact]
    public void It_is_missing_from_the_day_after_the_last_one_of_its_season()
    {
        Assert.Equal(["武汉市教育局 budget 2026 Open PortalFile None"], Rows(Portal(Expect("武汉市教育局", 2026)), "2026-04-30"));
        Assert.Equal(["武汉市教育局 budget 2026 Hole PortalFile NotPublished"], Rows(Portal(Expect("武汉市教育局", 2026)), "2026-05-01"));
    }

    [Fact]
    public void Final_accounts_are_due_the_year_after_and_a_body_that_has_ended_no_more() => Assert.Equal(
        [
            "武汉市教育局 budget 2024 Hole PortalFile NotPublished",
            "武汉市教育局 final 2024 Hole PortalFile NotPublished",
        ],
        Rows(Portal(Expect("武汉市教育局", 2024, 2024)), "2026-09-01"));

    [Fact]
    public void A_season_over_New_Year_belongs_to_the_year_in_which_it_ends()
    {
        var season = new DocumentSeason("budget", 12, 1, 2, 29);
        Assert.Equal((new DateOnly(2025, 12, 1), new DateOnly(2026, 2, 28), 2026), (season.Begins(2026), season.Due(2026), season.LastBegun(new DateOnly(2025, 12, 24))));
    }

    [Fact]
    public void What_a_body_published_the_year_before_is_expected_again_and_nothing_else() => Assert.Equal(
        [
            "武汉市财政局 budget 2025 Got Nobody None",
            "武汉市财政局 budget 2026 Hole EarlierYear NotPublished",
        ],
        Rows(Portal(), "2026-06-01", Held("武汉市财政局", 2025), Held("国家信访局", 2025, region: "000000"), Held("武汉市水务局", 2025, published: false)));

    [Fact]
    public void A_body_of_unknown_division_is_expected_again_by_the_one_portal_that_shows_it()
    {
        var document = Held("某局", 2025, region: "");
        Assert.Contains("某局 budget 2026 Hole EarlierYear NotPublished", Rows(Portal(), "2026-06-01", document));
        Assert.Empty(Rows(Portal(), "2026-06-01", document with { Sources = ["wuhan", "wuxi"] }));
    }

    [Theory]
    [InlineData("武汉市教育局", City)]
    [InlineData("市教育局", "")]
    [InlineData("教育局", City)]
    public void A_body_is_found_by_its_content_whatever_names_it_bears(string entity, string region) =>
        Assert.Contains("教育局 budget 2026 Got PortalFile None", Rows(Portal(Expect("教育局", 2026, null, "市教育局")), "2026-06-01", Held(entity, 2026, region: region)));

    [Fact]
    public void The_body_of_a_district_never_stands_for_that_of_the_city()
    {
        var documents = (HeldDocument[])[Held("青山区教育局", 2026, region: "420107"), Held("武汉市青山区大数据中心", 2026, region: "420107")];
        var rows = Rows(Portal(Expect("教育局", 2026), Expect("青山区大数据中心", 2026)), "2026-06-01", documents);
        Assert.Contains("教育局 budget 2026 Hole PortalFile NotPublished", rows);
        Assert.Contains("青山区大数据中心 budget 2026 Got PortalFile None", rows);
    }

    [Theory]
    [InlineData(HoleReason.LinkGone, "市教育局2026年部门预算", "")]
    [InlineData(HoleReason.Blocked, "附件", "武汉市教育局二〇二六年度部门预算公开")]
    [InlineData(HoleReason.NotAPdf, "教育局部门预算", "")]
    [InlineData(HoleReason.ParseFailed, "教育局预决算", "2026年")]
    public void What_the_portal_names_and_does_not_give_is_the_reason(HoleReason reason, string link, string entry)
    {
        var source = Portal(Expect("武汉市教育局", 2026)) with { Traces = [Trace(reason, link, entry)] };
        Assert.Equal([$"武汉市教育局 budget 2026 Hole PortalFile {reason}"], Rows(source, "2026-06-01"));
    }

    [Theory]
    [InlineData("市教育局2025年部门预算")]
    [InlineData("市教育局2026年部门决算")]
    [InlineData("市教育局招生办公室2026年部门预算")]
    [InlineData("市财政局2026年部门预算")]
    public void What_names_another_year_phase_or_body_is_no_reason(string title)
    {
        var source = Portal(Expect("武汉市教育局", 2026), Expect("武汉市教育局招生办公室", 2030)) with { Traces = [Trace(HoleReason.LinkGone, title)] };
        Assert.Equal(["武汉市教育局 budget 2026 Hole PortalFile NotPublished"], Rows(source, "2026-06-01"));
    }

    [Fact]
    public void The_nearest_of_several_reasons_is_told_and_an_unseen_listing_is_never_called_not_published()
    {
        var source = Portal(Expect("武汉市教育局", 2026), Expect("武汉市水务局", 2026)) with
        {
            Traces = [Trace(HoleReason.LinkGone, "教育局2026年预算"), Trace(HoleReason.ParseFailed, "教育局2026年预算")], Unseen = HoleReason.Blocked, UnseenMessage = "robots",
        };
        Assert.Equal(["武汉市教育局 budget 2026 Hole PortalFile ParseFailed", "武汉市水务局 budget 2026 Hole PortalFile Blocked"], Rows(source, "2026-06-01"));
    }

    [Theory]
    [InlineData(20, 19, "95", true)]
    [InlineData(1000, 949, "95", false)]
    [InlineData(0, 0, "0", false)]
    public void The_gate_asks_for_what_is_due_and_is_never_passed_by_nothing(int due, int got, string percent, bool reached) =>
        Assert.Equal(reached, new CoverageTotals(due, got, 0).Reaches(decimal.Parse(percent, CultureInfo.InvariantCulture)));

    [Fact]
    public void Per_cent_are_cut_off_so_that_a_hole_is_never_rounded_away() => Assert.Equal(99.9m, new CoverageTotals(100_000, 99_999, 0).Percent);

    [Fact]
    public void The_totals_are_told_in_words_and_never_as_a_hundred_per_cent_of_nothing()
    {
        Assert.Equal("1,999 of 2,000 documents that were due (99.9%)", new CoverageTotals(2_000, 1_999, 0).Text);
        Assert.StartsWith("nothing was due:", new CoverageTotals(0, 0, 3).Text, StringComparison.Ordinal);
    }
}
