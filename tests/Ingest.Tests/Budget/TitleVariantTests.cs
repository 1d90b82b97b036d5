using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Text;

namespace Ingest.Tests.Budget;

/// <summary>Whatever cities put in front of a title and behind it, the kind stays the same.</summary>
public class TitleVariantTests
{
    private static readonly string[] Before =
    [
        "", "2025年", "2025年度", "某县教育局2025年", "某县教育局2025年度", "某县教育局(本级)2025年", "表5 ", "表五：", "表5-1 ", "公开05表 ", "预算05表", "部门公开表5 ", "附件5：", "附表5", "5.", "五、", "（五）", "部门", "单位",
        "2025年部门", "2025年单位", "某县教育局2025年部门", "部门预算公开表5 ", "公开05表 2025年", "附件5 某县教育局2025年度",
    ];

    private static readonly string[] Behind = ["", "（续）", "续", "（单位：万元）", "（汇总）", "（本级）", "（空表）", "（公开表）", " 单位：元", "*", "-1"];

    private static readonly (string Kind, string[] Titles)[] Titles =
    [
        ("revenue_expenditure_summary", ["收支总表", "收支预算总表", "收支总体情况表", "收入支出总表", "收入支出预算总表", "综合预算收支总表", "收支情况总表"]),
        ("revenue_summary", ["收入总表", "收入预算总表", "收入总体情况表", "收入预算表", "收入预算情况表", "收入明细表"]),
        ("expenditure_summary", ["支出总表", "支出预算总表", "支出总体情况表", "支出预算表", "支出明细表", "支出预算情况表"]),
        ("fiscal_appropriation_summary", ["财政拨款收支总表", "财政拨款收支预算总表", "财政拨款收支总体情况表", "财政拨款收入支出预算总表"]),
        ("general_public_budget_expenditure", ["一般公共预算支出表", "一般公共预算财政拨款支出表", "一般公共预算支出预算表", "一般公共预算支出情况表", "一般公共预算支出总表", "一般公共预算拨款支出情况表"]),
        ("general_public_budget_expenditure_economic", ["一般公共预算支出表（按经济分类科目）", "一般公共预算支出经济分类情况表"]),
        ("general_public_budget_basic_expenditure", ["一般公共预算基本支出表", "一般公共预算财政拨款基本支出表", "一般公共预算基本支出预算表", "一般公共预算基本支出情况表", "一般公共预算基本支出明细表"]),
        ("general_public_budget_project_expenditure_economic", ["一般公共预算项目支出情况表（按经济分类科目）"]),
        ("three_public_expenses", ["“三公”经费支出表", "一般公共预算“三公”经费支出表", "财政拨款“三公”经费支出预算表", "“三公”经费预算表", "一般公共预算“三公”经费、会议费、培训费支出预算表", "“三公”经费和机关运行经费预算表", "“三公”经费预算财政拨款情况统计表"]),
        ("government_fund_expenditure", ["政府性基金预算支出表", "政府性基金预算财政拨款支出表", "政府性基金预算支出情况表", "政府性基金支出预算表"]),
        ("state_capital_expenditure", ["国有资本经营预算支出表", "国有资本经营预算财政拨款支出表", "国有资本经营预算支出情况表"]),
        ("fiscal_appropriation_expenditure", ["财政拨款支出表", "财政拨款支出预算表", "财政拨款支出总表"]),
        ("fiscal_appropriation_basic_expenditure", ["财政拨款基本支出表", "财政拨款基本支出预算表"]),
        ("operating_cost", ["机关运行经费支出预算表", "一般公共预算机关运行经费支出预算表", "机关运行经费表"]),
        ("basic_expenditure_detail", ["基本支出总表", "基本支出预算情况表", "基本支出预算表"]),
        ("project_expenditure", ["项目支出表", "项目支出总表", "项目支出预算表", "项目支出明细表", "专项业务经费支出表"]),
        ("carryover_expenditure", ["财政拨款上年结转资金支出表", "财政拨款结转资金支出表"]),
        ("government_procurement", ["政府采购预算表", "政府采购预算明细表", "政府采购支出表", "政府采购情况表", "政府采购项目预算表"]),
        ("purchased_services", ["政府购买服务预算表", "政府购买服务支出预算表", "政府向社会力量购买服务预算表"]),
        ("asset_allocation", ["资产配置预算表", "新增资产配置表", "国有资产配置预算表"]),
        ("department_performance", ["整体支出绩效目标表", "整体绩效目标申报表"]),
        ("project_performance", ["项目支出绩效目标表", "项目绩效目标申报表", "项目支出绩效目标批复表", "专项资金绩效目标表"]),
        ("transfer_performance", ["专项转移支付绩效目标表", "共同事权转移支付绩效目标表"]),
        ("final_revenue_expenditure_summary", ["收入支出决算总表", "收支决算总表"]),
        ("final_revenue", ["收入决算表", "收入决算总表"]),
        ("final_expenditure", ["支出决算表", "支出决算总表"]),
        ("final_fiscal_appropriation_summary", ["财政拨款收入支出决算总表", "财政拨款收支决算总表"]),
        ("final_general_public_budget_expenditure", ["一般公共预算财政拨款支出决算表", "一般公共预算支出决算表"]),
        ("final_general_public_budget_basic_expenditure", ["一般公共预算财政拨款基本支出决算表", "一般公共预算基本支出决算表", "一般公共预算财政拨款基本支出决算明细表"]),
        ("final_government_fund", ["政府性基金预算财政拨款收入支出决算表", "政府性基金预算财政拨款支出决算表"]),
        ("final_three_public_expenses", ["财政拨款“三公”经费支出决算表", "一般公共预算财政拨款“三公”经费支出决算表", "“三公”经费支出决算表"]),
        ("final_state_capital", ["国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款收入支出决算表"]),
    ];

    [Fact]
    public void Every_kind_of_departments_has_titles_here() =>
        Assert.Equal(KindCatalog.All.Where(k => !k.IsGovernment).Select(k => k.Id).Order(StringComparer.Ordinal), Titles.Select(t => t.Kind).Order(StringComparer.Ordinal));

    [Fact]
    public void What_stands_in_front_or_behind_changes_nothing()
    {
        var wrong = new List<string>();
        foreach (var (kind, titles) in Titles)
        {
            foreach (var title in titles)
            {
                foreach (var before in Before)
                {
                    foreach (var behind in Behind)
                    {
                        var read = TitleText.Read(Folding.Label(before + title + behind));
                        var found = read is null ? "no title" : KindMatcher.Match([read], Traits.None, "", "", true).Kind?.Id;
                        if (found != kind)
                            wrong.Add($"{before}{title}{behind}: {found}");
                    }
                }
            }
        }
        Assert.Empty(wrong.Take(40));
    }
}
