using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Text;

namespace Ingest.Tests.Budget;

/// <summary>Titles as cities print them, and the kinds they name when nothing else is known of the table.</summary>
public class TitleTests
{
    [Theory]
    [InlineData("收支总表", "revenue_expenditure_summary")]
    [InlineData("收支总体情况表", "revenue_expenditure_summary")]
    [InlineData("收支预算总表", "revenue_expenditure_summary")]
    [InlineData("财务收支预算总表", "revenue_expenditure_summary")]
    [InlineData("部门综合预算收支总表", "revenue_expenditure_summary")]
    [InlineData("部门收支总表", "revenue_expenditure_summary")]
    [InlineData("某县2024年部门收支总体情况表", "revenue_expenditure_summary")]
    [InlineData("采购中心2024年收支总表", "revenue_expenditure_summary")]
    [InlineData("附件6湄潭县统计局2024年部门收支总表", "revenue_expenditure_summary")]
    [InlineData("收入总表", "revenue_summary")]
    [InlineData("收入预算总表", "revenue_summary")]
    [InlineData("收入总体情况表", "revenue_summary")]
    [InlineData("部门综合预算收入总表", "revenue_summary")]
    [InlineData("部门收入总表", "revenue_summary")]
    [InlineData("支出总表", "expenditure_summary")]
    [InlineData("支出预算总表", "expenditure_summary")]
    [InlineData("支出总体情况表", "expenditure_summary")]
    [InlineData("本年支出总体情况表", "expenditure_summary")]
    [InlineData("部门综合预算支出总表", "expenditure_summary")]
    [InlineData("部门支出总表", "expenditure_summary")]
    [InlineData("部门公开表3 部门支出总表", "expenditure_summary")]
    [InlineData("财政拨款收支总表", "fiscal_appropriation_summary")]
    [InlineData("财政拨款收支预算总表", "fiscal_appropriation_summary")]
    [InlineData("财政拨款收支总体情况表", "fiscal_appropriation_summary")]
    [InlineData("部门综合预算财政拨款收支总表", "fiscal_appropriation_summary")]
    [InlineData("一般公共预算支出表", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出功能分类预算表", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出情况表", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出表（按功能分类）", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出情况表（按功能分类科目）", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出预算表", "general_public_budget_expenditure")]
    [InlineData("一般公共预算拨款支出预算表", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出明细表（按支出功能分类科目）", "general_public_budget_expenditure")]
    [InlineData("部门综合预算一般公共预算支出明细表（按支出功能分类科目）", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出明细表（按功能科目分）", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出预算表（功能科目）", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出明细表", "general_public_budget_expenditure")]
    [InlineData("表五一般公共预算支出表", "general_public_budget_expenditure")]
    [InlineData("一般公共预算支出表（按经济分类）", "general_public_budget_expenditure_economic")]
    [InlineData("一般公共预算支出经济分类情况表", "general_public_budget_expenditure_economic")]
    [InlineData("一般公共预算支出明细表（按支出经济分类科目）", "general_public_budget_expenditure_economic")]
    [InlineData("部门综合预算一般公共预算支出明细表（按支出经济分类科目）", "general_public_budget_expenditure_economic")]
    [InlineData("一般公共预算支出明细表（按经济分类科目分）", "general_public_budget_expenditure_economic")]
    [InlineData("一般公共预算基本支出表", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出部门预算经济分类预算表", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出情况表", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出情况表（按经济分类科目）", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出预算表", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出经济分类情况表", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出明细表（按支出功能分类科目）", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出明细表（按支出经济分类科目）", "general_public_budget_basic_expenditure")]
    [InlineData("部门综合预算一般公共预算基本支出明细表（按支出功能分类科目）", "general_public_budget_basic_expenditure")]
    [InlineData("部门综合预算一般公共预算基本支出明细表（按支出经济分类科目）", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出明细表（按功能科目分）", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出预算表（经济科目）", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出明细表", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算基本支出表(续)", "general_public_budget_basic_expenditure")]
    [InlineData("一般公共预算项目支出情况表（按经济分类科目）", "general_public_budget_project_expenditure_economic")]
    [InlineData("财政拨款“三公”经费支出表", "three_public_expenses")]
    [InlineData("一般公共预算“三公”经费支出情况表", "three_public_expenses")]
    [InlineData("一般公共预算“三公”经费、会议费、培训费支出表", "three_public_expenses")]
    [InlineData("“三公”经费和机关运行经费预算表", "three_public_expenses")]
    [InlineData("财政拨款安排的行政经费及“三公”经费预算表", "three_public_expenses")]
    [InlineData("一般公共预算“三公”经费支出预算表", "three_public_expenses")]
    [InlineData("一般公共预算“三公”经费、会议费、培训费支出预算表", "three_public_expenses")]
    [InlineData("“三公”经费、会议费、培训费支出预算表", "three_public_expenses")]
    [InlineData("财政拨款“三公”经费支出情况表", "three_public_expenses")]
    [InlineData("一般公共预算拨款“三公”经费、会议费、培训费表（不含上年结转）", "three_public_expenses")]
    [InlineData("一般公共预算“三公”经费支出表", "three_public_expenses")]
    [InlineData("一般公共预算“三公”经费预算表", "three_public_expenses")]
    [InlineData("一般公共预算\"三公\"经费支出表", "three_public_expenses")]
    [InlineData("单位“三公”经费和机关运行经费预算表", "three_public_expenses")]
    [InlineData("政府性基金预算支出表", "government_fund_expenditure")]
    [InlineData("政府性基金预算支出功能分类预算表", "government_fund_expenditure")]
    [InlineData("政府性基金预算支出情况表", "government_fund_expenditure")]
    [InlineData("政府性基金预算拨款支出预算表", "government_fund_expenditure")]
    [InlineData("政府性基金收支表（不含上年结转）", "government_fund_expenditure")]
    [InlineData("财政拨款政府性基金支出预算表", "government_fund_expenditure")]
    [InlineData("政府性基金财政拨款支出预算表", "government_fund_expenditure")]
    [InlineData("部门综合预算政府性基金收支表", "government_fund_expenditure")]
    [InlineData("政府性基金支出预算表", "government_fund_expenditure")]
    [InlineData("政府性基金预算支出预算表", "government_fund_expenditure")]
    [InlineData("政府性基金预算财政拨款支出预算表", "government_fund_expenditure")]
    [InlineData("政府性基金收支总表", "government_fund_expenditure")]
    [InlineData("政府性基金收支表", "government_fund_expenditure")]
    [InlineData("国有资本经营预算支出表", "state_capital_expenditure")]
    [InlineData("国有资本经营预算支出功能分类预算表", "state_capital_expenditure")]
    [InlineData("国有资本经营预算支出情况表", "state_capital_expenditure")]
    [InlineData("国有资本经营预算支出预算表", "state_capital_expenditure")]
    [InlineData("国有资本经营预算拨款支出预算表", "state_capital_expenditure")]
    [InlineData("财政拨款支出表（功能科目）", "fiscal_appropriation_expenditure")]
    [InlineData("财政拨款支出预算表", "fiscal_appropriation_expenditure")]
    [InlineData("财政拨款支出预算表（功能科目）", "fiscal_appropriation_expenditure")]
    [InlineData("财政拨款基本支出表（经济科目）", "fiscal_appropriation_basic_expenditure")]
    [InlineData("财政拨款基本支出预算表", "fiscal_appropriation_basic_expenditure")]
    [InlineData("财政拨款基本支出预算表（经济科目）", "fiscal_appropriation_basic_expenditure")]
    [InlineData("一般公共预算机关运行经费支出预算表", "operating_cost")]
    [InlineData("一般公共预算机关运行经费预算表", "operating_cost")]
    [InlineData("基本支出总表", "basic_expenditure_detail")]
    [InlineData("部门预算基本支出预算表", "basic_expenditure_detail")]
    [InlineData("基本支出预算情况表", "basic_expenditure_detail")]
    [InlineData("项目支出总表", "project_expenditure")]
    [InlineData("部门预算项目支出及其他支出预算表", "project_expenditure")]
    [InlineData("项目支出预算情况表", "project_expenditure")]
    [InlineData("专项业务经费支出表", "project_expenditure")]
    [InlineData("项目支出预算表", "project_expenditure")]
    [InlineData("部门综合预算专项业务经费支出表", "project_expenditure")]
    [InlineData("部门综合预算财政拨款上年结转资金支出表", "carryover_expenditure")]
    [InlineData("部门综合预算财政拨款结转资金支出表", "carryover_expenditure")]
    [InlineData("财政拨款上年结转资金支出表", "carryover_expenditure")]
    [InlineData("财政拨款结转资金支出表", "carryover_expenditure")]
    [InlineData("政府采购预算明细表", "government_procurement")]
    [InlineData("政府采购预算表", "government_procurement")]
    [InlineData("政府采购预算情况表", "government_procurement")]
    [InlineData("政府采购支出表", "government_procurement")]
    [InlineData("政府采购支出预算表", "government_procurement")]
    [InlineData("政府采购（资产配置、购买服务）预算表", "government_procurement")]
    [InlineData("政府采购（资产配置、购买服务）预算表（不含上年结转）", "government_procurement")]
    [InlineData("部门综合预算政府采购（资产配置、购买服务）预算表", "government_procurement")]
    [InlineData("财政拨款政府购买服务明细表", "purchased_services")]
    [InlineData("表十一、政府向社会力量购买服务预算表", "purchased_services")]
    [InlineData("部门整体支出绩效目标表", "department_performance")]
    [InlineData("整体支出绩效目标表", "department_performance")]
    [InlineData("整体绩效目标表", "department_performance")]
    [InlineData("项目支出绩效目标表", "project_performance")]
    [InlineData("政策和项目预算绩效目标表", "project_performance")]
    [InlineData("专项资金总体绩效目标表", "project_performance")]
    [InlineData("部门主管专项资金的绩效目标表", "project_performance")]
    [InlineData("部门预算项目绩效目标表", "project_performance")]
    [InlineData("专项业务经费绩效目标表", "project_performance")]
    [InlineData("项目支出绩效表", "project_performance")]
    [InlineData("预算专项业务经费绩效目标表", "project_performance")]
    [InlineData("部门专项业务经费绩效目标表", "project_performance")]
    [InlineData("重点专项资金绩效目标表（一级项目）", "project_performance")]
    [InlineData("一般性项目绩效目标表（一级项目）", "project_performance")]
    [InlineData("专项资金绩效目标表", "project_performance")]
    [InlineData("警务辅助人员经费项目绩效目标表", "project_performance")]
    [InlineData("民警法定工作日之外加班补贴项目绩效目标表", "project_performance")]
    [InlineData("专项或共同事权转移支付绩效目标表", "transfer_performance")]
    [InlineData("专项或共同事权转移支付资金绩效目标表", "transfer_performance")]
    [InlineData("收入支出决算总表", "final_revenue_expenditure_summary")]
    [InlineData("收入支出决算总表(单位:万元)", "final_revenue_expenditure_summary")]
    [InlineData("收入决算表", "final_revenue")]
    [InlineData("支出决算表", "final_expenditure")]
    [InlineData("财政拨款收入支出决算总表", "final_fiscal_appropriation_summary")]
    [InlineData("一般公共预算财政拨款支出决算表", "final_general_public_budget_expenditure")]
    [InlineData("一般公共预算财政拨款基本支出决算表", "final_general_public_budget_basic_expenditure")]
    [InlineData("政府性基金预算财政拨款收入支出决算表", "final_government_fund")]
    [InlineData("财政拨款“三公”经费支出决算表", "final_three_public_expenses")]
    [InlineData("一般公共预算财政拨款“三公”经费支出决算表", "final_three_public_expenses")]
    [InlineData("财政拨款“三公”经费及会议费、培训费支出决算表", "final_three_public_expenses")]
    [InlineData("国有资本经营预算财政拨款收入支出决算表", "final_state_capital")]
    [InlineData("国有资本经营预算财政拨款支出决算表", "final_state_capital")]
    [InlineData("资产配置预算表", "asset_allocation")]
    public void Names_a_kind(string title, string kind)
    {
        var read = TitleText.Read(Folding.Label(title));
        Assert.NotNull(read);
        Assert.Equal(kind, KindMatcher.Match([read], Traits.None, "", "", true).Kind?.Id);
    }

    [Theory]
    [InlineData("第二部分 某局2024年部门预算表")]
    [InlineData("单位:万元")]
    [InlineData("纳入预算编制范围的预算单位共有2个,详细情况见下表:")]
    [InlineData("本表反映部门收入和支出的总体情况。")]
    [InlineData("公开01表")]
    public void Names_none(string line) =>
        Assert.Null(TitleText.Read(Folding.Label(line)) is { } title ? KindMatcher.ByTitle(title) : null);

    [Fact]
    public void Every_kind_is_in_the_catalogue_once_and_its_relatives_exist()
    {
        Assert.Equal(54, KindCatalog.All.Length);
        Assert.Equal(54, KindCatalog.All.Select(k => k.Id).Distinct(StringComparer.Ordinal).Count());
        foreach (var kind in KindCatalog.All)
        {
            foreach (var id in new[] { kind.Counterpart, kind.WhenEconomic, kind.WhenFunctional, kind.AtDepartment, kind.AtGovernment }.Where(i => i.Length > 0))
                Assert.NotNull(KindCatalog.Find(id));
            if (kind.Counterpart.Length > 0)
                Assert.Equal(kind.Id, KindCatalog.Find(kind.Counterpart)?.Counterpart);
        }
    }

    /// <summary>The twelfth form, of projects of the year; and a title that begins with a year.</summary>
    [Theory]
    [InlineData("预算表12年度项目支出绩效表", 12)]
    [InlineData("预算11表财政拨款政府购买服务明细表", 11)]
    [InlineData("预算表2026年项目支出表", 0)]
    public void A_number_of_a_form_may_stand_before_the_year_of_its_title(string line, int number) =>
        Assert.Equal(number, TitleText.FormNumber(line));

    /// <summary>The last line of the table above in smaller type, or a title that begins with its ordinal, is no line of one title with what stands next to it.</summary>
    [Theory]
    [InlineData("上年结转资金", 10, "支出预算总表", "carryover_expenditure")]
    [InlineData("上年结转资金", 10.9, "支出预算总表", "carryover_expenditure")]
    [InlineData("上年结转资金", 11.1, "支出预算总表", "expenditure_summary")]
    [InlineData("上年结转资金", 8.9, "支出预算总表", "expenditure_summary")]
    [InlineData("上年结转资金", 10, "三、支出预算总表", "expenditure_summary")]
    public void A_title_over_two_lines_is_of_one_type(string first, float size, string second, string kind)
    {
        var raw = DrawnTable.Of("合计 | 基本支出 | 项目支出\n12.00 | 7.00 | 5.00", first + "\n" + second + "\n单位:元");
        Assert.Equal(kind, Assert.Single(DrawnTable.Type(raw with { Caption = raw.Caption.SetItem(0, raw.Caption[0] with { PointSize = size }) }).Value).Kind);
    }

    /// <summary>The last line of a title names a kind by itself, to which the table fits as well; the whole says more.</summary>
    [Theory]
    [InlineData("某局2021年度国有资本经营预\n算财政拨款支出决算表", "final_state_capital")]
    [InlineData("算财政拨款支出决算表", "fiscal_appropriation_expenditure")]
    public void The_end_of_a_title_of_two_lines_yields_to_the_whole(string caption, string kind) => Assert.Equal(kind, DrawnTable.One("""
        名称{2,1} | 本年支出{1,3}
        总计 | 基本支出预算 | 项目支出预算
        合计 | 9.00 | 6.00 | 3.00
        [223]国有资本经营预算支出 | 9.00 | 6.00 | 3.00
        """, caption + "\n单位:元").Kind);
}
