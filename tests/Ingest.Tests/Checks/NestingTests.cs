using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

public class NestingTests
{
    private static CheckOutcome Check(params string[] rows) => Sheet.Check(new Sheet("project_expenditure", "label|total|current.general_public", rows));

    [Fact]
    public void Rows_followed_by_what_makes_them_up_are_their_parents()
    {
        var outcome = Check("合计|9.00|9.00", "本级|6.00|6.00", "会议|2.00|2.00", "印刷|4.00|4.00", "下属中心|3.00|3.00", "维修|3.00|3.00");
        Assert.Equal(["9.00", "6.00", "3.00"], outcome.Checks.Where(c => c.ColumnPath == "total").Select(c => c.Left));
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }

    [Fact]
    public void The_other_columns_check_the_levels_that_one_column_showed()
    {
        var outcome = Check("合计|9.00|9.00", "本级|6.00|6.00", "会议|2.00|2.00", "印刷|4.00|1.00", "下属中心|3.00|3.00", "维修|3.00|3.00");
        Assert.Equal("6.00", Assert.Single(outcome.Checks, c => c.Result == CheckResult.Fail).Left);
    }

    [Fact]
    public void A_list_that_closes_on_one_level_has_one()
    {
        var outcome = Check("合计|6.00|", "会议|3.00|", "印刷|1.00|", "维修|2.00|");
        Assert.Equal("6.00", Assert.Single(outcome.Checks).Left);
    }

    [Fact]
    public void Of_levels_that_cannot_be_told_no_sum_is_demanded()
    {
        var outcome = Check("合计|9.00|", "本级|9.00|", "会议|2.00|", "印刷|4.00|", "维修|7.00|");
        Assert.Equal(CheckResult.NotApplicable, Assert.Single(outcome.Checks).Result);
        Assert.DoesNotContain(outcome.Anomalies, a => a.Code == AnomalyCodes.ColumnSum);
    }

    [Fact]
    public void A_list_that_falls_short_of_its_total_fails()
    {
        Assert.Equal(CheckResult.Fail, Assert.Single(Check("合计|9.00|", "会议|2.00|", "印刷|4.00|").Checks).Result);
    }
}
