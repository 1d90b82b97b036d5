using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>Where lists begin and end, by what is printed and by what adds up.</summary>
public class ListTests
{
    /// <summary>其中:市本级 opens the list of all that makes the city, if the counties behind it make up the rest.</summary>
    [Theory]
    [InlineData("丁县|3.00", "-1 0 1 1 1 0 5 5", 5)]
    [InlineData("丁县|4.50", "-1 0 1 0 0 0 5 5", 0)]
    public void What_among_which_opens_goes_on_where_the_rows_behind_make_up_the_rest(string last, string parents, int leaves)
    {
        var outcome = Sheet.Check(new Sheet("gov_fund_transfers", "label|total", "合计|16.00", "甲市|10.00", "其中:市本级及市辖区|5.00", "丙县|2.00", last, "乙市|6.00", "其中:市本级及市辖区|4.00", "戊县|2.00"));
        Assert.Equal(parents, string.Join(' ', outcome.Facts.Select(f => f.Line.Parent)));
        Assert.Equal(leaves > 0, outcome.Facts.Count(f => f.Line.IsLeaf) == leaves);
    }

    /// <summary>利息收入 of each fund is a part of it, whatever else its list lacks; 工伤保险基金 is none of the fund before it.</summary>
    [Fact]
    public void Names_that_come_again_and_again_go_on_with_what_among_which_opens()
    {
        var outcome = Sheet.Check(new Sheet("gov_social_insurance_revenue", "label|total", "养老保险基金|100", "其中:保险费收入|60", "利息收入|30", "工伤保险基金|50", "其中:保险费收入|20", "利息收入|15", "收入合计|150", "其中:保险费收入|80", "利息收入|45"));
        Assert.Equal("6 0 0 6 3 3 -1 6 6", string.Join(' ', outcome.Facts.Select(f => f.Line.Parent)));
        Assert.Empty(outcome.Anomalies);
    }

    /// <summary>补助下级支出 has parts of its own: it is none of those of the 小计 before it.</summary>
    [Theory]
    [InlineData("其中:工伤保险|5", CheckResult.Pass)]
    [InlineData("工伤保险|5", CheckResult.Fail)]
    public void A_row_that_opens_a_list_is_no_part_of_the_list_before(string part, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("gov_social_insurance_expenditure", "label|total", "一、养老保险支出|60", "二、医疗保险支出|40", "本年支出小计|100", "其中:待遇支出|80", "补助下级支出|5", part, "本年支出合计|105"));
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.Left == "105.00").Result);
    }

    /// <summary>One 小计 after the other, each of its own rows, though one has only one.</summary>
    [Theory]
    [InlineData("小计|20.00", CheckResult.Pass)]
    [InlineData("小计|21.00", CheckResult.Fail)]
    public void Subtotals_stand_one_after_the_other(string second, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("gov_state_capital_revenue", "label|total", "甲公司|100.00", "乙公司|32.00", "利润收入小计|132.00", "丙公司|20.00", "股息收入" + second, "合计|152.00"));
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.Left == "152.00").Result);
    }

    /// <summary>Codes of several levels, each a line of its own with money of its own, as the total shows.</summary>
    [Theory]
    [InlineData("31.00", "-1 0 0 0 0")]
    [InlineData("25.00", "-1 0 0 2 2")]
    public void Codes_of_all_levels_are_lines_where_all_together_make_the_total(string total, string parents)
    {
        var outcome = Sheet.Check(new Sheet("gov_fund_transfers", "code|label|total", $"|合计|{total}", "20707|电影专项|5.00", "22960|彩票公益金|20.00", "2296003|体育|2.00", "2296004|教育|4.00"));
        Assert.Equal(parents, string.Join(' ', outcome.Facts.Select(f => f.Line.Parent)));
    }

    /// <summary>227 without 款 and 项 is printed three times, once for each level, where other lists go down to 项.</summary>
    [Theory]
    [InlineData("2010101|行政运行|5.00", "-1 0 1 2 0 4 5")]
    [InlineData("20102|政协事务|5.00", "-1 0 1 1 0 -1 -1")]
    public void A_code_that_is_printed_for_each_level_is_part_of_itself(string item, string parents)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_local_expenditure", "code|label|total", "|合计|15.00", "201|一般公共服务支出|5.00", "20101|人大事务|5.00", item, "227|预备费|10.00", "227|预备费|10.00", "227|预备费|10.00"));
        Assert.Equal(parents, string.Join(' ', outcome.Facts.Select(f => f.Line.Parent)));
    }

    /// <summary>结转下年 belongs to the total though it is set in: some columns, where it is blank, close without it.</summary>
    [Theory]
    [InlineData("474.00", CheckResult.Pass)]
    [InlineData("475.00", CheckResult.Fail)]
    public void Columns_that_do_not_close_are_closed_by_a_row_that_is_blank_in_the_others(string carried, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("gov_state_capital_expenditure", "label|budget.total|total", "支出合计|8759.00|7695.00", "调出资金|3754.00|3298.00", $">结转下年|{carried}|", "支出总计|12987.00|10993.00"));
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.Left == "12987.00").Result);
    }

    /// <summary>A name below a row, without any figure, takes nothing from it.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("4.00", false)]
    public void A_row_whose_parts_are_blank_is_a_leaf(string part, bool leaf)
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total", "|合计|6.00", "20101|甲|4.00", $"2010101|乙|{part}", "20102|丙|2.00"));
        Assert.Equal(leaf, outcome.Facts.First(f => f.Line.Label == "甲").Line.IsLeaf);
    }

    /// <summary>The budget is printed by 款, the accounts by 项: no leaf of the budget is missing.</summary>
    [Theory]
    [InlineData("|3.00", "|2.00", 0)]
    [InlineData("3.00|3.00", "|2.00", 1)]
    public void A_column_of_higher_levels_lacks_no_leaves(string first, string second, int told)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_expenditure", "label|adjusted_budget.total|total", "总计|12.00|12.00", "税收事务|5.00|5.00", $">行政运行|{first}", $">其他|{second}", "公安|7.00|7.00"));
        Assert.Equal(told, outcome.Anomalies.Length);
    }

    /// <summary>Another table says what the leaves make: it is the printed total that is wrong, and that is said once.</summary>
    [Theory]
    [InlineData("192.00", 0)]
    [InlineData("150.00", 1)]
    public void Leaves_that_another_table_bears_out_are_not_held_against_their_total(string funds, int told)
    {
        var summary = new Sheet("revenue_expenditure_summary", "label|income.total|/label|expenditure.total", $"一、一般公共预算拨款收入|{funds}|一、甲|{funds}", $"收入总计|{funds}|支出总计|{funds}");
        var fiscal = new Sheet("fiscal_appropriation_summary", "label|income.total|/label|expenditure.total", "一、财政拨款|42.00|一般公共服务支出|100.00", "||教育支出|92.00", "本年收入合计|42.00||", "收入总计|42.00|支出总计|42.00");
        var outcome = Sheet.Check(summary, fiscal);
        Assert.Contains(outcome.Anomalies, a => a.Code == AnomalyCodes.CrossTable);
        Assert.Equal(told, outcome.Anomalies.Count(a => a.Code == AnomalyCodes.LeavesTotal));
    }

    /// <summary>The parts of 一、政府性基金收入合计 stand in another table: it is a leaf of 收入总计.</summary>
    [Theory]
    [InlineData("", 3)]
    [InlineData("国有土地收入|60.00;其他收入|40.00;", 4)]
    public void A_subtotal_without_parts_is_a_leaf(string parts, int leaves)
    {
        string[] rows = [.. parts.Split(';', StringSplitOptions.RemoveEmptyEntries), "一、政府性基金收入合计|100.00", "二、上级补助收入|20.00", "三、调入资金|5.00", "收入总计|125.00"];
        var outcome = Sheet.Check(new Sheet("gov_fund_balance", "label|total", rows));
        Assert.Equal(leaves, outcome.Facts.Count(f => f.Line.IsLeaf));
        Assert.Empty(outcome.Anomalies);
    }
}
