using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

/// <summary>Which rows are totals, which are leaves, and what adds up to what, for each layout that was met.</summary>
public class HierarchyTests
{
    private static string[] Leaves(Sheet sheet) => [.. Sheet.Document(sheet).Tables[0].Rows.Where(r => r.IsLeaf).Select(r => r.Code + r.Label)];

    private static string[] Totals(Sheet sheet) => [.. Sheet.Document(sheet).Tables[0].Rows.Where(r => r.IsTotal).Select(r => r.Code + r.Label)];

    private static void Holds(int sums, params Sheet[] sheets)
    {
        var outcome = Sheet.Check(sheets);
        Assert.DoesNotContain(outcome.Checks, c => c.Result == CheckResult.Fail);
        Assert.Equal(sums, outcome.Checks.Count(c => c.Result == CheckResult.Pass));
    }

    [Fact]
    public void The_name_of_the_body_above_its_codes_is_the_total()
    {
        var sheet = new Sheet("expenditure_summary", "code|label|total|project", "|某局|9.00|3.00", "201|一般公共服务支出|9.00|3.00", "20101|人大事务|9.00|3.00", "2010101|行政运行|6.00|2.00", "2010102|会议|3.00|1.00");
        Assert.Equal(["某局"], Totals(sheet));
        Assert.Equal(["2010101行政运行", "2010102会议"], Leaves(sheet));
    }

    [Fact]
    public void Names_of_units_each_above_its_codes_are_no_leaves()
    {
        var sheet = new Sheet("expenditure_summary", "code|label|total", "|甲局|5.00", "2010101|行政运行|2.00", "2010102|会议|3.00", "|乙中心|4.00", "2010103|机关服务|4.00");
        Assert.Empty(Totals(sheet));
        Assert.Equal(["2010101行政运行", "2010102会议", "2010103机关服务"], Leaves(sheet));
    }

    [Fact]
    public void A_total_that_is_printed_again_below_a_repeated_header_cuts_nothing()
    {
        var sheet = new Sheet("final_expenditure", "code|label|total", "|合计|9.00", "208|社会保障和就业支出|5.00", "20805|养老|5.00", "221|住房保障支出|4.00", "|合计|9.00", "22102|住房改革支出|4.00", "2210201|住房公积金|4.00");
        Assert.Equal(["20805养老", "2210201住房公积金"], Leaves(sheet));
        Holds(4, sheet);
    }

    [Fact]
    public void Categories_and_first_projects_without_codes_are_told_by_their_amounts()
    {
        var sheet = new Sheet("project_expenditure", "label|total|current.general_public",
            "合计|12.00|12.00", "专用项目|12.00|12.00", "会议|7.00|7.00", "一次会议|3.00|3.00", "二次会议|4.00|4.00", "印刷|5.00|5.00", "图书|2.00|2.00", "报刊|3.00|3.00");
        Assert.Equal(["一次会议", "二次会议", "图书", "报刊"], Leaves(sheet));
        Assert.Equal([0, 1, 2, 3, 3, 2, 3, 3], Sheet.Document(sheet).Tables[0].Rows.Select(r => r.Depth));
    }

    /// <summary>项 right below 类 is on the third level for that.</summary>
    [Fact]
    public void Codes_tell_the_level_where_they_tell_more_than_the_list()
    {
        var sheet = new Sheet("expenditure_summary", "code|label|total", "|合计|9.00", "201|一般公共服务支出|5.00", "2010101|行政运行|5.00", "205|教育支出|4.00", "20501|教育管理|4.00");
        Assert.Equal([0, 1, 3, 1, 2], Sheet.Document(sheet).Tables[0].Rows.Select(r => r.Depth));
    }

    [Fact]
    public void Lines_of_goods_stand_below_their_unit_and_that_below_its_funding()
    {
        var sheet = new Sheet("government_procurement", "code|label|quantity|amount",
            "|合计|6|9.00", "2010101|全额|4|7.00", "2010101|某局|4|7.00", "2010101|电脑|3|5.00", "2010101|打印机|1|2.00", "2010102|差额|2|2.00", "2010102|某中心|2|2.00", "2010102|桌子|2|2.00");
        Assert.Equal(["2010101电脑", "2010101打印机", "2010102桌子"], Leaves(sheet));
    }

    [Fact]
    public void A_line_that_the_next_two_happen_to_make_is_no_parent_where_the_total_says_otherwise()
    {
        var sheet = new Sheet("project_expenditure", "label|total", "合计|11.00", "甲|5.00", "会议|2.00", "印刷|3.00", "乙|2.00", "图书|2.00", "丙|4.00", "差旅|4.00");
        Assert.Equal(["会议", "印刷", "图书", "差旅"], Leaves(sheet));
    }

    [Fact]
    public void Classes_and_items_that_only_indents_tell_apart_are_not_added_up_together()
    {
        var sheet = new Sheet("revenue_expenditure_summary", "label|income.total|/label|expenditure.total",
            "一、财政拨款|9.00|一般公共服务支出|6.00", "||>人大事务|6.00", "||>>行政运行|4.00", "||>>会议|2.00", "||教育支出|3.00", "||>普通教育|3.00", "||>>小学教育|3.00",
            "本年收入合计|9.00|本年支出合计|9.00", "||二、年终结转结余|", "收入总计|9.00|支出总计|9.00");
        Assert.Equal(["一、财政拨款", "行政运行", "会议", "小学教育", "二、年终结转结余"], Leaves(sheet).Where(l => l.Length > 0));
        Assert.DoesNotContain(Sheet.Check(sheet).Checks, c => c.Result == CheckResult.Fail);
    }

    [Fact]
    public void A_number_ends_what_stands_below_the_number_before_it_however_far_it_is_set_in()
    {
        var sheet = new Sheet("revenue_expenditure_summary", "label|income.total", "一、财政拨款|7.00", ">一般公共预算|4.00", ">政府性基金|3.00", ">国有资本经营预算|", ">>二、事业收入|2.00", ">>三、其他收入|1.00", "本年收入合计|10.00");
        Assert.Equal(["一般公共预算", "政府性基金", "国有资本经营预算", "二、事业收入", "三、其他收入"], Leaves(sheet));
        Holds(2, sheet);
    }

    [Theory]
    [InlineData("9.00", CheckResult.Pass)]
    [InlineData("8.00", CheckResult.Fail)]
    public void A_total_below_two_folded_blocks_closes_both(string total, CheckResult expected)
    {
        var outcome = Sheet.Check(new Sheet("general_public_budget_basic_expenditure", "code|label|personnel.total|/code|label|operating.total|/code|label|operating.total",
            "301|工资福利支出|7.00|302|商品和服务支出|5.00|307|债务利息|1.00", "30101|基本工资|7.00|30201|办公费|5.00|310|资本性支出|3.00",
            $"|人员经费合计|7.00||公用经费合计|~||公用经费合计|{total}") { Scheme = "department_economic" });
        Assert.Equal(expected, Assert.Single(outcome.Checks, c => c.Left == total).Result);
    }

    [Fact]
    public void A_citys_total_stands_above_its_districts()
    {
        var sheet = new Sheet("gov_general_public_transfers", "label|total|unknown",
            "市县合计|21.00|8.00", "甲市合计|10.00|3.00", "市本级|6.00|2.00", "东县|4.00|1.00", "乙市合计|11.00|5.00", "市本级|5.00|1.00", "西县|6.00|4.00");
        Assert.Equal(["市本级", "东县", "市本级", "西县"], Leaves(sheet));
        Holds(6, sheet);
    }

    [Fact]
    public void A_slip_in_one_citys_total_is_that_citys()
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_transfers", "label|total",
            "甲市合计|10.00", "市本级|6.00", "东县|4.00", "乙市合计|12.00", "市本级|5.00", "西县|6.00", "丙市合计|3.00", "市本级|1.00", "南县|2.00"));
        Assert.Equal(("12.00", "11.00"), Assert.Single(outcome.Checks, c => c.Result == CheckResult.Fail) is var c ? (c.Left, c.Right) : default);
    }

    [Fact]
    public void A_province_above_its_own_level_and_its_cities_is_the_whole()
    {
        var sheet = new Sheet("gov_debt", "label|debt_limit|debt_balance",
            "全区|18.70|16.50", ">区本级|4.70|4.60", ">>宁东|0.50|0.40", "市县合计|13.50|11.50", ">>银川市|8.50|7.50", ">>固原市|5.00|4.00");
        Assert.Equal(["区本级", "宁东", "银川市", "固原市"], Leaves(sheet));
    }

    [Theory]
    [InlineData("1.00", new[] { "市本级", "东县", "西县" })]
    [InlineData("0.50", new[] { "甲市" })]
    public void A_list_that_of_which_opens_names_all_parts_only_if_it_closes(string last, string[] leaves)
    {
        var sheet = new Sheet("gov_debt", "label|debt_limit|debt_balance", "甲市|9.00|6.00", ">其中:市本级|5.00|3.00", $">>东县|3.00|2.00", $">>西县|{last}|{last}");
        Assert.Equal(leaves, Leaves(sheet).Select(l => l.Replace("其中:", "", StringComparison.Ordinal)));
        Assert.DoesNotContain(Sheet.Check(sheet).Checks, c => c.Result == CheckResult.Fail);
    }

    [Fact]
    public void Of_which_alone_is_contained_in_the_row_above()
    {
        var sheet = new Sheet("revenue_expenditure_summary", "label|income.total", "一、财政拨款|7.00", "二、事业收入|3.00", "其中：教育收费|2.00", "本年收入合计|10.00");
        Assert.Equal(["一、财政拨款", "二、事业收入"], Leaves(sheet));
        Holds(1, sheet);
    }

    [Theory]
    [InlineData("", CheckResult.NotApplicable)]
    [InlineData("-", CheckResult.NotApplicable)]
    [InlineData("0.00", CheckResult.Fail)]
    public void Parts_of_which_nothing_is_printed_in_a_column_claim_nothing_of_it(string printed, CheckResult expected)
    {
        var outcome = Sheet.Check(new Sheet("gov_fund_expenditure", "label|adjusted_budget.total|total",
            "合计|20.00|20.00", ">旅游发展基金支出|20.00|9.00", $">>宣传促销|{printed}|5.00", $">>行业规划|{printed}|4.00", ">彩票公益金|0.00|11.00"));
        Assert.Equal(expected, Assert.Single(outcome.Checks, c => c.ColumnPath == "adjusted_budget.total" && c.Row == 1).Result);
    }

    [Theory]
    [InlineData("13.00", CheckResult.Pass)]
    [InlineData("14.00", CheckResult.Fail)]
    public void The_years_total_and_the_carry_over_make_the_grand_total(string grand, CheckResult expected)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_revenue", "label|total", "税收收入|6.00", ">增值税|4.00", ">契税|2.00", "非税收入|4.00", "收入合计|10.00", "转移性收入|3.00", $"收入总计|{grand}"));
        Assert.Equal(expected, Assert.Single(outcome.Checks, c => c.Left == grand).Result);
    }

    [Fact]
    public void Leaves_that_are_several_times_the_total_because_their_levels_cannot_be_told_are_in_doubt()
    {
        var outcome = Sheet.Check(new Sheet("project_expenditure", "label|total", "合计|9.00", "本级|9.00", "会议|2.00", "印刷|4.00", "维修|7.00"));
        Assert.Equal(AnomalyCodes.LeavesTotal, Assert.Single(outcome.Anomalies).Code);
        Assert.All(outcome.Facts.Where(f => f.Line.IsLeaf), f => Assert.Equal(FactStatus.Doubtful, f.Status));
    }

    [Theory]
    [InlineData(true, "leaves-total")]
    [InlineData(false, "rows-lost")]
    public void Rows_missing_from_a_list_are_a_doubt_where_rulings_part_them_and_our_loss_where_none_do(bool ruled, string code)
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total", "|合计|12.00", "201|甲|9.00", "20101|乙|-", "202|丙|3.00") { Ruled = ruled });
        Assert.Contains(code, outcome.Anomalies.Select(a => a.Code.Id));
    }

    /// <summary>按经济分类 begins the same total's second breakdown; nobody says that it makes the row above, which is 0.</summary>
    [Theory]
    [InlineData("0.00", 0)]
    [InlineData("3.00", 1)]
    public void A_second_breakdown_below_a_row_of_nothing_is_no_part_of_it(string affiliated, int told)
    {
        var outcome = Sheet.Check(new Sheet("final_revenue_expenditure_summary", "label|expenditure.total", "一、基本支出|9.00", "人员经费|8.00", "公用经费|1.00", "二、项目支出|2.00",
            $"三、对附属单位补助支出|{affiliated}", "按经济分类|", "工资福利支出|8.50", "商品和服务支出|2.50", $"支出总计|{(told > 0 ? "14.00" : "11.00")}"));
        Assert.DoesNotContain(outcome.Anomalies, a => a.Label == "三、对附属单位补助支出");
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Left == (told > 0 ? "14.00" : "11.00")).Result);
        Assert.DoesNotContain(outcome.Facts, f => f.Line.Label == "工资福利支出" && f.Line.IsLeaf);
    }

    /// <summary>Last year's column of final accounts comes from another set of books: its leaves are not held against its total.</summary>
    [Theory]
    [InlineData("expenditure.prior.total", 0)]
    [InlineData("expenditure.total", 1)]
    public void Leaves_of_last_years_column_beside_final_accounts_accuse_nobody(string key, int told)
    {
        var outcome = Sheet.Check(new Sheet("final_revenue_expenditure_summary", $"label|{key}", "一、甲|9.00", "本年支出合计|9.00", "年末结转和结余|9.00", "总计|9.00"));
        Assert.Equal(told, outcome.Anomalies.Length);
    }

    [Fact]
    public void Leaves_that_add_up_and_leaves_whose_sum_fails_are_not_told_of_again()
    {
        Assert.Empty(Sheet.Check(new Sheet("project_expenditure", "label|total", "合计|9.00", "会议|2.00", "印刷|7.00")).Anomalies);
        Assert.Equal([AnomalyCodes.ColumnSum], Sheet.Check(new Sheet("project_expenditure", "label|total", "合计|9.00", "会议|2.00", "印刷|4.00")).Anomalies.Select(a => a.Code));
    }

    [Fact]
    public void What_withheld_lines_leave_out_of_the_total_is_noted_with_its_amount()
    {
        var outcome = Sheet.Check(new Sheet("project_expenditure", "label|total", "合计|525.00", "接访大厅运行经费|145.00", "信访业务工作经费|75.00")
        {
            Note = "注:根据国家保密法律法规和有关保密事项范围的规定,部分具体项目信息公开时予以剔除。",
        });
        var note = Assert.Single(outcome.Anomalies);
        Assert.Equal(AnomalyCodes.LeavesWithheld, note.Code);
        Assert.Contains("305.00", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Totals_that_hold_each_other_in_no_order_end_in_no_ring()
    {
        var rows = Sheet.Document(new Sheet("gov_fund_transfers", "label|total", "甲合计|5.00", "东|2.00", "乙合计|3.00", "西|3.00", "丙合计|5.00", "南|9.00", "丁合计|8.00")).Tables[0].Rows;
        Assert.All(rows, r => Assert.True(r.Depth <= rows.Length));
    }

    [Fact]
    public void A_row_followed_by_its_own_level_is_a_region_and_the_rows_after_it_are_its_parts()
    {
        var sheet = new Sheet("gov_debt", "label|debt_limit|debt_balance",
            "某省|31.00|23.00", "省本级|3.00|2.00", "地市小计|28.00|21.00", "甲市|17.00|12.00", "市本级|9.00|6.00", "东区|5.00|4.00", "西区|3.00|2.00", "乙市|11.00|9.00", "市本级|7.00|6.00", "南区|4.00|3.00");
        Assert.Equal(["省本级", "市本级", "东区", "西区", "市本级", "南区"], Leaves(sheet));
        Assert.DoesNotContain(Sheet.Check(sheet).Checks, c => c.Result == CheckResult.Fail);
    }

    [Fact]
    public void A_list_may_go_on_with_the_carry_over_that_stands_beside_its_head()
    {
        var sheet = new Sheet("gov_general_public_revenue", "label|total", "一、本年收入|9.00", "二、转移性收入|8.00", "返还性收入|3.00", "专项转移支付收入|1.00", "上年结转收入|4.00", "三、债务收入|2.00", "收入总计|19.00");
        Assert.Equal(["一、本年收入", "返还性收入", "专项转移支付收入", "上年结转收入", "三、债务收入"], Leaves(sheet));
        Holds(2, sheet);
    }

    [Fact]
    public void A_list_ends_before_the_rows_that_it_has_no_room_for()
    {
        var sheet = new Sheet("gov_general_public_expenditure", "label|total", "合计|30.00", ">教育支出|12.00", ">>普通教育|7.00", ">>职业教育|5.00", ">>债务付息支出|8.00", ">国防支出|10.00");
        Assert.Equal(["普通教育", "职业教育", "债务付息支出", "国防支出"], Leaves(sheet));
        Holds(2, sheet);
    }

    [Fact]
    public void A_total_of_numbered_rows_may_list_its_own_parts_first()
    {
        var sheet = new Sheet("gov_social_insurance_revenue", "label|total", "收入合计|15.00", "其中:保险费收入|9.00", "利息收入|2.00", "一、养老保险基金收入|10.00", "其中:保险费收入|6.00", "利息收入|1.00", "二、失业保险基金收入|5.00", "其中:保险费收入|3.00", "利息收入|1.00");
        Assert.Equal(["一、养老保险基金收入", "二、失业保险基金收入"], Leaves(sheet));
        Holds(1, sheet);
    }

    [Theory]
    [InlineData("13.00", "13.00", CheckResult.NotApplicable)]
    [InlineData("13.00", "12.00", CheckResult.Fail)]
    public void Rows_that_make_too_much_in_every_column_stand_on_several_levels_and_no_slip_is_seen_in_them(string first, string other, CheckResult expected)
    {
        var outcome = Sheet.Check(new Sheet("gov_general_public_transfers", "label|total|unknown|unknown|unknown", "支出合计|12.00|12.00|12.00|12.00",
            $"返还支出|{first}|{other}|{other}|{other}", "专项支出|-|-|-|-"));
        Assert.Equal(expected, outcome.Checks.First(c => c.Left == "12.00").Result);
    }

    [Fact]
    public void Averages_and_terms_have_no_sum() =>
        Assert.Single(Sheet.Check(new Sheet("gov_special_debt", "label|debt_balance.special|text:平均期限", "全省|5.00|7", "甲市|2.00|7", "乙市|3.00|8")).Checks);

    [Fact]
    public void Spending_of_a_units_business_may_be_listed_as_a_project()
    {
        var outcome = Sheet.Check(new Sheet("expenditure_summary", "code|label|total|basic|project|business", "|合计|100.00|60.00|30.00|10.00"), new Sheet("project_expenditure", "label|total", "合计|40.00"));
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Identity == "X6").Result);
    }

    [Theory]
    [InlineData("5.00", 1)]
    [InlineData("5.50", 0)]
    public void Rows_that_are_the_first_of_them_several_times_over_are_in_doubt_though_no_total_is_told(string item, int told)
    {
        var outcome = Sheet.Check(new Sheet("final_expenditure", "code|label|total", "|科目编码|", "|类|9.00", "201|甲|5.00", $"201|乙|{item}", "208|丙|4.00", "208|丁|4.00"));
        Assert.Equal(told, outcome.Anomalies.Count(a => a.Code == AnomalyCodes.LeavesTotal));
    }

    [Fact]
    public void A_row_whose_code_is_none_stands_where_its_name_belongs()
    {
        var sheet = new Sheet("expenditure_summary", "code|label|total", "210|卫生健康支出|5.00", "21011|行政事业单位医疗|5.00", "71102|事业单位医疗|5.00", "221|住房保障支出|3.00", "22102|住房改革支出|3.00", "2210201|住房公积金|3.00", "|合计|8.00");
        Assert.Equal(["71102事业单位医疗", "2210201住房公积金"], Leaves(sheet));
    }
}
