using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>Expenditure from the general public budget (一般公共预算).</summary>
internal static class GeneralPublicBudgetKinds
{
    public static readonly TableKind Expenditure = new("general_public_budget_expenditure", "一般公共预算支出表", "budget", TableLayout.Plain, ColumnVocabulary.Expenditure)
    {
        Required = true,
        Titles = [new(["一般公共预算|公共财政预算|一般公共", "支出", "表"], "收支|收入|基本支出|项目支出|三公|机关运行|一般公共服务")],
        Rank = 2,
        Typical = Traits.BasicProject | Traits.FunctionalCodes,
        Against = Traits.Indicators | Traits.IncomeSources,
        Counterpart = "final_general_public_budget_expenditure",
        WhenEconomic = "general_public_budget_expenditure_economic",
        AtGovernment = "gov_general_public_expenditure",
    };

    public static readonly TableKind Economic = new("general_public_budget_expenditure_economic", "一般公共预算支出表（按经济分类）", "budget", TableLayout.Folded, ColumnVocabulary.Expenditure)
    {
        Titles = [new(["一般公共预算|公共财政预算", "支出", "经济", "表"], "收支|收入|基本支出|项目支出|三公|机关运行")],
        Rank = 2,
        Typical = Traits.EconomicCodes,
        Against = Traits.Indicators | Traits.IncomeSources,
        WhenFunctional = "general_public_budget_expenditure",
        AtGovernment = "gov_general_public_expenditure",
    };

    public static readonly TableKind Basic = new("general_public_budget_basic_expenditure", "一般公共预算基本支出表", "budget", TableLayout.Folded, ColumnVocabulary.Economic)
    {
        Required = true,
        Titles = [new(["一般公共预算|公共财政预算", "基本支出", "表"], "收支|三公")],
        Rank = 3,
        Typical = Traits.PersonnelOperating | Traits.EconomicCodes,
        Against = Traits.Indicators,
        Telling = Traits.PersonnelOperating | Traits.DepartmentCodes,
        Counterpart = "final_general_public_budget_basic_expenditure",
        AtGovernment = "gov_general_public_local_basic_expenditure",
    };

    public static readonly TableKind Project = new("general_public_budget_project_expenditure_economic", "一般公共预算项目支出情况表（按经济分类）", "budget", TableLayout.Plain, ColumnVocabulary.Expenditure)
    {
        Titles = [new(["一般公共预算", "项目支出", "表"], "收支|三公|绩效")],
        Rank = 3,
        Typical = Traits.EconomicCodes,
        Against = Traits.Indicators,
        WhenFunctional = "project_expenditure",
    };

    public static readonly TableKind OperatingCost = new("operating_cost", "机关运行经费支出预算表", "budget", TableLayout.Plain, ColumnVocabulary.Economic)
    {
        Titles = [new(["机关运行经费", "表"], "三公|绩效")],
        Rank = 4,
        Typical = Traits.EconomicCodes,
        Against = Traits.Indicators,
    };

    public static readonly ImmutableArray<TableKind> All = [Expenditure, Economic, Basic, Project, OperatingCost];
}
