using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>Rows that are printed on another level than they are of, as the amounts tell.</summary>
public class MisplacedRowTests
{
    private static string Parents(CheckOutcome outcome, int columns = 1) => string.Join(' ', outcome.Facts.Where((_, i) => i % columns == 0).Select(f => f.Line.Parent));

    /// <summary>普惠金融 was not set in like the other parts of 农林水: with it they make 农林水, without it the classes make the whole.</summary>
    [Theory]
    [InlineData("7.00", "-1 0 0 2 2 2 0", 2)]
    [InlineData("6.50", "-1 0 0 2 2 0 0", 0)]
    public void A_row_beside_the_classes_is_part_of_the_class_before_where_both_lists_close_so(string item, string parents, int holding)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_expenditure", "label|total", "支出合计|91.00", ">教育支出|30.00", ">农林水支出|41.00", ">>农业|20.00", ">>水利|14.00", $">普惠金融发展支出|{item}", ">交通运输支出|20.00"));
        Assert.Equal(parents, Parents(outcome));
        Assert.Equal(holding, outcome.Checks.Count(c => c.Result == CheckResult.Pass));
    }

    /// <summary>A class whose items are not all listed, its items beside it: two columns of the whole close without them.</summary>
    [Theory]
    [InlineData("12.00|14.00", "-1 0 0 2 2 0")]
    [InlineData("12.00|33.00", "-1 0 0 0 0 0")]
    public void Items_beside_a_class_whose_list_is_short_are_its_own_where_the_others_make_the_whole(string item, string parents)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_expenditure", "label|prior|total", "科学技术支出|61.00|75.00", ">管理事务|20.00|25.00", ">基础研究|30.00|32.00", ">机构运行|10.00|11.00", $">其他基础研究支出|{item}", ">应用研究|11.00|18.00"));
        Assert.Equal(parents, Parents(outcome, 2));
    }

    /// <summary>Rows at the end that were set in too far for their class: the class before does not hold them, and they are levels of their own.</summary>
    [Theory]
    [InlineData("61.00", "-1 0 1 1 0 4 0 6", "10.00")]
    [InlineData("66.00", "-1 0 1 1 0 4 4 4", "")]
    public void Rows_set_in_too_far_at_the_end_of_a_class_go_to_the_list_around_it_and_nest_there(string whole, string parents, string passes)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_local_expenditure", "label|prior|total", $"资源勘探支出|{whole}|{whole}", ">制造业|40.00|40.00", ">>行政运行|15.00|15.00", ">>产业发展|25.00|25.00",
            ">国有资产监管|11.00|11.00", ">>行政运行|11.00|11.00", ">>支持中小企业发展支出|10.00|10.00", ">>中小企业发展专项|10.00|10.00"));
        Assert.Equal(parents, Parents(outcome, 2));
        Assert.Equal(passes.Length > 0, outcome.Checks.Any(c => c.Left == passes && c.Result == CheckResult.Pass));
    }

    /// <summary>The sum of 商品和服务支出 was made without its last two rows, which the whole has no room for either: they are set in, so no reader adds them to the whole.</summary>
    [Theory]
    [InlineData("177.00", "-1 0 1 1 0 4 4 4 4 0", "177.00 175.00")]
    [InlineData("213.00", "-1 0 1 1 0 4 4 0 0 0", "")]
    public void Rows_that_a_list_closes_without_are_of_it_where_the_list_around_it_does_not_close_with_them(string whole, string parents, string fails)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_local_basic_expenditure", "label|total", $"合计|{whole}", "工资福利支出|62.00", ">基本工资|40.00", ">住房公积金|22.00",
            "商品和服务支出|93.00", ">办公费|60.00", ">印刷费|33.00", ">其他交通费用|37.00", ">其他商品和服务支出|1.00", "对个人和家庭补助|20.00"));
        Assert.Equal(parents, Parents(outcome));
        Assert.Equal(fails, string.Join(", ", outcome.Checks.Where(c => c.Result == CheckResult.Fail).Select(c => $"{c.Left} {c.Right}").Order(StringComparer.Ordinal)));
    }

    /// <summary>Carry-over stands beside the numbers, save where it is set in like the parts above it and they lack it.</summary>
    [Theory]
    [InlineData("5.00", "40.00", "9 0 1 1 0 4 4 4 9 -1", 1)]
    [InlineData("6.00", "46.00", "9 0 1 1 0 4 4 9 9 -1", 0)]
    public void Carry_over_set_in_like_the_parts_above_is_one_of_them_where_they_lack_it(string carried, string whole, string parents, int holding)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_local_expenditure", "label|total", "二、转移性支出|33.00", "(一)补助下级支出|20.00", ">>一般性转移支付|12.00", ">>专项转移支付|8.00",
            "(二)其他方面支出|13.00", ">>上解中央支出|3.00", ">>安排预算稳定调节基金|5.00", $">>结转下年支出|{carried}", "三、债务还本支出|7.00", $"支出总计|{whole}"));
        Assert.Equal(parents, Parents(outcome));
        Assert.Equal(holding, outcome.Checks.Count(c => c.Left == "13.00" && c.Result == CheckResult.Pass));
    }

    /// <summary>A column in which the list closes without the carry-over says nothing against it, where nothing is printed for it there.</summary>
    [Theory]
    [InlineData("0.00", 2)]
    [InlineData("9.00", 1)]
    public void Carry_over_is_part_of_the_list_that_lacks_it_in_one_column(string budgeted, int holding)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_local_expenditure", "label|budget.total|total", "二、转移性支出|33.00|38.00", "(一)补助下级支出|20.00|20.00", ">>一般性转移支付|12.00|12.00", ">>专项转移支付|8.00|8.00",
            "(二)其他方面支出|13.00|18.00", ">>上解中央支出|13.00|9.00", ">>安排预算稳定调节基金|0.00|4.00", $">>结转下年支出|{budgeted}|5.00", "三、债务还本支出|7.00|7.00"));
        Assert.Equal(holding, outcome.Checks.Count(c => c.Left is "13.00" or "18.00" && c.Result == CheckResult.Pass));
    }

    /// <summary>企业改革补助 was printed as a class: its own item makes it, and all rows behind that are, with it, what the class before lacks.</summary>
    [Theory]
    [InlineData("61.00", "-1 0 0 2 2 4 2 6")]
    [InlineData("62.00", "-1 0 0 2 0 4 4 6")]
    public void A_row_on_too_high_a_level_takes_nothing_from_the_list_that_it_is_of(string whole, string parents)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_local_expenditure", "label|budget.total|total", "合计|190.00|200.00", "教育支出|90.00|90.00", $"社会保障和就业支出|49.00|{whole}", ">养老支出|30.00|30.00",
            "企业改革补助||12.00", ">>企业关闭破产补助||12.00", ">就业补助|19.00|19.00", ">>职业培训补贴|19.00|19.00"));
        Assert.Equal(parents, Parents(outcome, 2));
    }

    /// <summary>The carry-over that happens to be the sum of the year above makes no part of it: that would break the list that holds.</summary>
    [Theory]
    [InlineData("74.00", "2 2 5 5 5 -1")]
    [InlineData("", "2 2 5 5 5 -1")]
    public void What_would_make_one_list_hold_breaks_no_other(string carried, string parents)
    {
        var outcome = Sheet.Check(new Sheet("final_revenue_expenditure_summary", "label|expenditure.prior.total|expenditure.total",
            "一、教育支出|40.00|50.00", "二、国防支出|34.00|24.00", "本年支出合计|74.00|74.00", "结余分配||", $"年末结转和结余|{carried}|", "总计|74.00|74.00"));
        Assert.Equal(parents, Parents(outcome, 2));
    }

    /// <summary>扣除…后支出 counts the money once more in another way; it accuses nobody.</summary>
    [Theory]
    [InlineData("扣除使用结转结余后支出", 0)]
    [InlineData("本年新增支出", 1)]
    public void What_is_counted_after_deductions_is_no_part(string label, int told)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_expenditure", "label|total", "教育支出|30.00", ">普通教育|20.00", ">职业教育|10.00", "一般公共预算支出|143.00", $">{label}|138.00", ">补充预算稳定调节基金|7.00"));
        Assert.Equal(told, outcome.Anomalies.Length);
    }

    /// <summary>支出总计 in the middle of its cell is set in furthest, and part of no item for that.</summary>
    [Fact]
    public void A_total_is_below_no_item_however_far_it_is_set_in()
    {
        var outcome = Sheet.Check(new Sheet("gov_fund_local_expenditure", "label|total", "一、本级支出|15.00", ">教育支出|9.00", ">>普通教育|9.00", ">付息支出|6.00", ">>债务付息|6.00", ">>>>支出总计|40.00"));
        Assert.Equal("5 0 1 0 3 -1", Parents(outcome));
        Assert.DoesNotContain(outcome.Checks, c => c.Left == "6.00" && c.Result != CheckResult.Pass);
    }

    /// <summary>The class lacks 30, and 教育管理 with its parts beside it would make up for them: by chance, as the indents bear out three lists and that only two.</summary>
    [Theory]
    [InlineData(">", "-1 0 1 1 0 4 4 0 7 7", 1)]
    [InlineData("", "-1 0 0 0 0 4 4 0 7 7", 0)]
    public void Levels_that_close_by_chance_do_not_outweigh_indents_that_hold_more_lists(string further, string parents, int told)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_expenditure", "label|total", "教育支出|191.00", ">教育管理|30.00", $">{further}行政运行|20.00", $">{further}机关服务|10.00", ">普通教育|80.00", ">>学前教育|35.00", ">>高中教育|45.00", ">职业教育|51.00", ">>中等教育|21.00", ">>高等教育|30.00"));
        Assert.Equal(parents, string.Join(' ', outcome.Facts.Select(f => f.Line.Parent)));
        Assert.Equal(told, outcome.Anomalies.Count(a => a.Label == "教育支出"));
    }
}
