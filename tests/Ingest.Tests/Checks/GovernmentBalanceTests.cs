using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>The two sides of a whole government's budget, and its debt within the limit.</summary>
public class GovernmentBalanceTests
{
    [Fact]
    public void What_is_left_over_below_the_grand_total_of_one_side_balances_the_other()
    {
        var outcome = Sheet.Check(new Sheet("gov_fund_expenditure", "label|income.total|/label|expenditure.total", "一、基金收入|6.00|一、基金支出|5.00", "二、调入资金|3.00|二、调出资金|1.00", "收入总计|9.00|支出总计|6.00", "||年终结余|3.00"));
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Identity == "G.balance").Result);
    }

    /// <summary>The table of expenditure leaves 年终结余 out; the one of both sides prints it below the same 总计.</summary>
    [Theory]
    [InlineData("6.00", CheckResult.Pass)]
    [InlineData("5.00", CheckResult.Fail)]
    public void What_is_left_over_may_stand_below_the_same_total_in_another_table(string total, CheckResult result)
    {
        var outcome = Sheet.Check(
            new Sheet("gov_fund_balance", "label|income.total|/label|expenditure.total", "一、基金收入|9.00|一、基金支出|6.00", "收入总计|9.00|支出总计|6.00", "||年终结余|3.00"),
            new Sheet("gov_fund_revenue", "label|total", "一、基金收入|9.00", "收入总计|9.00"), new Sheet("gov_fund_expenditure", "label|total", $"一、基金支出|{total}", $"支出总计|{total}"));
        Assert.Equal([CheckResult.Pass, result], outcome.Checks.Where(c => c.Identity == "G.balance").Select(c => c.Result));
    }

    /// <summary>专项债务 is more than its limit, and so is the sum of both kinds: one fault. A sum that is too much by itself is told.</summary>
    [Theory]
    [InlineData("45.00", "专项")]
    [InlineData("35.00", "合计")]
    public void A_debt_beyond_its_limit_is_told_of_its_kind(string special, string column)
    {
        var outcome = Sheet.Check(new Sheet("gov_debt", "label|debt_limit|debt_limit.special|debt_balance|debt_balance.special", $"鹿泉区|50.00|35.00|58.00|{special}"));
        Assert.Equal(column == "专项" ? "debt_balance.special" : "debt_balance", Assert.Single(outcome.Anomalies).ColumnPath);
    }

    /// <summary>In whole 亿元 each of the two may be half of one off.</summary>
    [Fact]
    public void A_debt_is_beyond_its_limit_by_more_than_what_was_rounded()
    {
        Assert.Empty(Of("51").Anomalies);
        var told = Assert.Single(Of("52").Anomalies);
        Assert.Equal(("52 is more than the limit 50", "52 大于限额 50", "debt_balance"), (told.Message, told.Chinese, told.ColumnPath));

        static Ingest.Core.Checks.CheckOutcome Of(string balance) => Sheet.Check(new Sheet("gov_debt", "label|debt_limit|debt_balance", $"鹿泉区|50|{balance}") { Unit = Unit.HundredMillion });
    }
}
