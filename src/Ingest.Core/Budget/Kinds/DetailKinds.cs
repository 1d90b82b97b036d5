using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>Details below the summaries: basic expenditure by source, projects, purchases, assets.</summary>
internal static class DetailKinds
{
    public static readonly TableKind Basic = new("basic_expenditure_detail", "基本支出总表", "budget", TableLayout.Plain, ColumnVocabulary.Sources)
    {
        Titles = [new(["基本支出", "表"], "一般公共预算|财政拨款|收支|政府性基金|国有资本")],
        Rank = 3,
        Typical = Traits.FundSplit | Traits.AnyCodes,
        Against = Traits.Indicators | Traits.Procurement,
        AtGovernment = "gov_general_public_local_basic_expenditure",
    };

    public static readonly TableKind Project = new("project_expenditure", "项目支出表", "budget", TableLayout.Plain, ColumnVocabulary.Sources)
    {
        Titles = [new(["项目支出|项目经费|专项业务经费|专项资金|专项经费", "表"], "一般公共预算|收支|绩效|政府性基金|国有资本|上年结转")],
        Rank = 3,
        Typical = Traits.FundSplit | Traits.Projects,
        Against = Traits.Indicators | Traits.Procurement,
        Telling = Traits.FundSplit | Traits.Projects,
    };

    public static readonly TableKind Procurement = new("government_procurement", "政府采购预算表", "budget", TableLayout.Plain, ColumnVocabulary.Procurement)
    {
        Titles = [new(["采购", "表"], "绩效")],
        Rank = 6,
        Typical = Traits.Procurement,
        Against = Traits.Indicators,
        Telling = Traits.Procurement,
    };

    public static readonly TableKind Services = new("purchased_services", "政府购买服务预算表", "budget", TableLayout.Plain, ColumnVocabulary.Procurement)
    {
        Titles = [new(["购买服务|社会力量购买", "表"], "采购|绩效")],
        Rank = 6,
        Typical = Traits.PurchasedServices,
        Against = Traits.Indicators,
        Telling = Traits.PurchasedServices,
    };

    public static readonly TableKind Assets = new("asset_allocation", "资产配置预算表", "budget", TableLayout.Plain, ColumnVocabulary.Procurement)
    {
        Titles = [new(["资产配置|资产购置|新增资产", "表"], "采购|绩效|购买服务")],
        Rank = 6,
        Typical = Traits.Assets,
        Against = Traits.Indicators,
        Telling = Traits.Assets,
    };

    public static readonly ImmutableArray<TableKind> All = [Basic, Project, Procurement, Services, Assets];
}
