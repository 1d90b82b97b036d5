using System.Globalization;
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

    /// <summary>委托投资收益 stands in one column only, 其他收入 in none: what 其中 opens may lack parts, but cannot be more than the whole.</summary>
    [Theory]
    [InlineData("40.00", CheckResult.NotApplicable)]
    [InlineData("60.00", CheckResult.Fail)]
    public void What_among_which_opens_claims_nothing_of_a_column_in_which_it_falls_short(string subsidy, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("gov_social_insurance_revenue", "label|total|pension", "一、收入|90.00|95.00", "其中:1、保险费收入|50.00|50.00", $"2、财政补贴收入|40.00|{subsidy}"));
        Assert.Equal([CheckResult.Pass, result], outcome.Checks.Select(c => c.Result));
        Assert.Equal(result == CheckResult.Fail ? 1 : 0, outcome.Anomalies.Length);
    }

    /// <summary>
    /// 科技创新发展专项 is nothing in the first columns, so that the rows behind it make the whole there without it: with it they make it in
    /// all, or 其中 has named some of the parts only. More than the whole they cannot be.
    /// </summary>
    [Theory]
    [InlineData("757.00", CheckResult.Pass)]
    [InlineData("758.00", CheckResult.NotApplicable)]
    [InlineData("256.00", CheckResult.Fail)]
    public void What_among_which_opens_may_be_nothing_in_the_columns_that_tell_of_it(string whole, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_transfers", "label|unknown|unknown|unknown", $"教育|9.00|8.00|7.00", $"科学技术|434.00|82.00|{whole}", "其中:科技创新专项|0.00|0.00|500.00", "知识产权资金|334.00|62.00|157.00", "产业工作经费|100.00|20.00|100.00", $"合计|443.00|90.00|{int.Parse(whole[..3], CultureInfo.InvariantCulture) + 7}.00"));
        Assert.Equal(result, outcome.Checks.Last(c => c.Row == 1).Result);
    }

    /// <summary>A row that is missing makes a list fall short as a wrong figure does: no figure is named for being the last one that nothing confirms.</summary>
    [Theory]
    [InlineData("90.00", "201-一般公共服务支出")]
    [InlineData("80.00", "20199-其他")]
    public void A_list_that_falls_short_blames_no_figure(string whole, string label)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_expenditure", "code|label|total", $"|合计|{int.Parse(whole[..2], CultureInfo.InvariantCulture) + 15}.00", $"201|一般公共服务支出|{whole}", "20101|人大事务|50.00", "2010101|行政运行|30.00", "2010102|人大会议|20.00", "20199|其他|37.00", "205|教育支出|15.00", "20501|教育管理|9.00", "2050101|行政运行|4.00", "2050102|机关服务|5.00", "20502|普通教育|6.00"));
        Assert.Equal(label, Assert.Single(outcome.Anomalies).Label);
    }

    /// <summary>总计 = 本年支出合计 + 年末滚存结余, of which 本年收支结余 is a part.</summary>
    [Theory]
    [InlineData("165.00", CheckResult.Pass)]
    [InlineData("164.00", CheckResult.Pass)]
    [InlineData("160.00", CheckResult.Fail)]
    public void What_the_year_leaves_over_is_part_of_what_all_years_do_where_the_total_closes_without_it(string total, CheckResult result)
    {
        var outcome = Sheet.Check(new Sheet("gov_social_insurance_expenditure", "label|total", "一、待遇支出|50.00", "二、其他支出|10.00", "三、本年支出合计|60.00", "四、本年收支结余|-1.00", "五、年末滚存结余|105.00", $"总计|{total}"));
        Assert.Equal(result, Assert.Single(outcome.Checks, c => c.Left == total).Result);
    }

    /// <summary>附:税务征收 divides the whole once more.</summary>
    [Theory]
    [InlineData("附:税务征收|60.00", 0)]
    [InlineData("税务征收|60.00", 1)]
    public void What_is_appended_is_no_part_of_the_list(string appended, int told)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_revenue", "label|total", "合计|90.00", "一、税收收入|57.00", "增值税|37.00", "契税|20.00", "二、非税收入|33.00", "罚没收入|22.00", "专项收入|11.00", appended, "财政征收|30.00"));
        Assert.Equal(told, outcome.Anomalies.Length);
    }

    /// <summary>A city's total blank in most columns closes the province's in many of them before the last city has come.</summary>
    [Theory]
    [InlineData("10.00", "-1 0 1 1 0 4 0 6")]
    [InlineData("0.00", "-1 0 1 1 0 4 -1 6")]
    public void A_total_above_its_cities_goes_on_to_the_last_of_them(string rare, string parents)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_transfers", "label|total|unknown|unknown|unknown|unknown", $"市县合计|{(rare == "0.00" ? "90.00" : "100.00")}|5.00|6.00|7.00|8.00", "甲市合计|60.00|2.00|3.00|4.00|5.00", "市本级|40.00|1.00|1.00|1.00|1.00", "乙县|20.00|1.00|2.00|3.00|4.00", "丙市合计|30.00|3.00|3.00|3.00|3.00", "市本级|30.00|3.00|3.00|3.00|3.00", $"丁市合计|{rare}||||", $"市本级|{rare}||||"));
        Assert.Equal(parents, string.Join(' ', outcome.Facts.Where(f => f.Column.Index == 1).Select(f => f.Line.Parent)));
    }

    /// <summary>23006 begins like the code of 230, but stands beside it, as the indents show and the total bears out.</summary>
    [Theory]
    [InlineData("3.00", "-1 0 0 2 0 4 0")]
    [InlineData("8.00", "-1 0 0 2 2 4 2")]
    public void Indents_outweigh_codes_where_only_so_the_sums_close(string own, string parents)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_balance", "code|label|total", "|支出总计|13.00", "|一般公共预算支出|5.00", $"230|补助下级支出|{own}", "23001|>返还性支出|3.00", "23006|上解上级支出|4.00", "2300601|>体制上解支出|4.00", "23008|调出资金|1.00"));
        Assert.Equal(parents, string.Join(' ', outcome.Facts.Select(f => f.Line.Parent)));
    }

    /// <summary>20807 is money of the centre, 2080701 of the province: two lines of one list. What has money of the same source is part of it.</summary>
    [Theory]
    [InlineData("800.00||800.00", "-1 0 1 1 1")]
    [InlineData("800.00|800.00|", "-1 0 1 2 1")]
    public void What_is_printed_where_the_row_above_has_nothing_is_no_part_of_it(string item, string parents)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_transfers", "code|label|total|unknown|unknown", "|合计|9900.00|9000.00|900.00", "208|社会保障和就业|9900.00|9000.00|900.00", "20807|就业补助|4600.00|4600.00|", "2080701|就业服务补贴|" + item, "2081107|残疾人补贴|100.00||100.00"));
        Assert.Equal(parents, string.Join(' ', outcome.Facts.Where(f => f.Column.Index == 2).Select(f => f.Line.Parent)));
    }

    /// <summary>Nothing but the ends of their names tells the levels: the list of 产权转让收入 lacks a row, and that is said of it alone.</summary>
    [Theory]
    [InlineData("产权转让收入", 1)]
    [InlineData("产权出售收入", 0)]
    public void Names_that_end_in_the_name_above_are_parts_of_it(string head, int told)
    {
        var outcome = Sheet.Check(new Sheet("gov_state_capital_revenue", "label|total", "合计|145.00", "利润收入|60.00", "运输企业利润收入|35.00", "投资服务企业利润收入|25.00", $"{head}|44.00", "国有独资企业产权转让收入|30.00", "其他企业产权转让收入|7.00", "其他收入|41.00"));
        Assert.Equal(told, outcome.Anomalies.Count(a => a.Label == head));
    }

    /// <summary>A budget by 款 where one list lacks nothing but figures of 项: the 款 stands for them. An amount that no leaf and no such 款 explains is told.</summary>
    [Theory]
    [InlineData("30.00", 0)]
    [InlineData("31.00", 1)]
    public void A_row_stands_for_its_leaves_where_nothing_is_printed_for_them(string total, int told)
    {
        var outcome = Sheet.Check(new Sheet("gov_fund_expenditure", "label|budget.total|total", $"合计|{total}|18.00", ">文化支出|10.00|8.00", ">>电影专项支出|10.00|5.00", ">>>其他电影支出||5.00", ">>旅游支出||3.00", ">交通支出|20.00|10.00", ">>道路支出|20.00|10.00"));
        Assert.Equal(told, outcome.Anomalies.Length);
    }

    /// <summary>Income above expenditure in one list, with nothing spent: neither 小计 nor 合计 takes the 总计 of the other side.</summary>
    [Theory]
    [InlineData("本年支出小计", "4 4 4 4 -1 7 7 9 9 -1")]
    [InlineData("本年支出合计", "4 4 4 4 -1 7 7 9 9 -1")]
    public void What_follows_a_side_that_is_closed_has_nothing_of_it(string spent, string parents)
    {
        var outcome = Sheet.Check(new Sheet("gov_social_insurance_balance", "label|total", "一、利息收入|8.00", "二、转移收入|1.00", "三、其他收入|", "四、上年结余|5.00", "总计|14.00", "一、待遇支出|", "二、其他支出|", $"三、{spent}|", "四、年末滚存结余|14.00", "总计|14.00"));
        Assert.Equal(parents, string.Join(' ', outcome.Facts.Select(f => f.Line.Parent)));
    }

    /// <summary>司法 is made without its last two rows: they are of the list around it, or, where that has no room for them, in no sum.</summary>
    [Theory]
    [InlineData("109.00", "-1 0 1 1 0 4 4 0 0", "")]
    [InlineData("100.00", "-1 0 1 1 0 4 4 -1 -1", "")]
    [InlineData("103.00", "-1 0 1 1 0 4 4 4 4", "column-sum 公共安全")]
    public void Last_rows_that_a_list_closes_without_are_of_the_list_around_or_of_no_sum(string whole, string parents, string told)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_expenditure", "label|total", $"公共安全|{whole}", ">公安|40.00", ">>行政运行|26.00", ">>治安管理|14.00", ">司法|60.00", ">>行政运行|35.00", ">>普法宣传|25.00", ">>司法救助|2.00", ">>其他公共安全|7.00"));
        Assert.Equal(parents, string.Join(' ', outcome.Facts.Select(f => f.Line.Parent)));
        Assert.Equal(told, string.Join(", ", outcome.Anomalies.Select(a => $"{a.Code.Id} {a.Label}")));
    }

    /// <summary>Coded rows behind 其中 are of their class, however the rows between are set in.</summary>
    [Fact]
    public void A_row_with_a_code_goes_on_with_no_list_that_among_which_opens()
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total", "|合计|50.00", "205|>教育支出|50.00", "|>>其中:人员经费|9.00", "20501|>>教育管理|30.00", "20502|>>普通教育|20.00"));
        Assert.Equal("-1 0 1 1 1", string.Join(' ', outcome.Facts.Select(f => f.Line.Parent)));
        Assert.Equal(2, outcome.Checks.Count(c => c.Result == CheckResult.Pass));
    }
}
