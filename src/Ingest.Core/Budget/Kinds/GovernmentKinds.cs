using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>
/// Tables of a whole government's budget or final accounts (政府预决算): the general public budget, government funds, state
/// capital and social insurance by income, expenditure, transfers and debt. They serve both phases: which it is, the
/// document says. Some titles are those of departments; then the document or words like 全市, 本级 decide.
/// </summary>
internal static class GovernmentKinds
{
    private const string General = "一般公共|公共财政|一般预算";
    private const string Fund = "政府性基金";
    private const string Capital = "国有资本经营|国有资本预算";
    private const string Insurance = "社会保险基金|社保基金|社会保险|养老保险基金|医疗保险基金|失业保险基金|工伤保险基金|生育保险基金";
    private const string NotOfTheWhole = "部门|单位|财政拨款|绩效|三公|一般公共服务";
    private const string Own = "自治区本级|市本级|省本级|县本级|区本级|州本级|旗本级|盟本级|镇本级|乡本级|市级|省级|县级|区级|州级|镇级|预算本级|基金本级|经营本级";
    private const string Transfer = "税收返还|返还性支出|转移支付|补助下级";
    private const string Debts = "政府债务|债务限额|债务余额|债务还本|债务发行|地方债务|法定债务|政府债券|新增债券|债券资金|债券使用|债券发行|债券安排|债券情况|债券项目|外债|外贷|政府贷款";

    public static readonly ImmutableArray<TableKind> All =
    [
        Of("gov_general_public_revenue", "一般公共预算收入表", 2, [new([General, "收入", "表"], NotOfTheWhole + "|支出|收支|拨款")]) with { AtDepartment = "revenue_summary" },
        Of("gov_general_public_expenditure", "一般公共预算支出表", 2, []) with { AtDepartment = "general_public_budget_expenditure" },
        Of("gov_general_public_balance", "一般公共预算收支平衡表", 2, [new([General, "收支|收入支出|平衡", "表"], NotOfTheWhole + "|拨款")]) with { AtDepartment = "fiscal_appropriation_summary" },
        Of("gov_general_public_local_expenditure", "一般公共预算本级支出表", 3, [.. Local(General, "支出", "基本支出|项目支出|收支|收入|" + Transfer), new([Own, "政府预算", "经济分类", "表"], NotOfTheWhole + "|收入|基本支出")]) with { AtDepartment = "general_public_budget_expenditure" },
        Of("gov_general_public_local_basic_expenditure", "一般公共预算本级基本支出表", 4, [.. Local(General, "基本支出", "收支")]) with { AtDepartment = "general_public_budget_basic_expenditure" },
        Of("gov_general_public_transfers", "一般公共预算税收返还和转移支付表", 6, [new([Transfer, "表"], NotOfTheWhole + "|政府性基金|国有资本|国资|社会保险|收入|收支")]),
        Of("gov_general_debt", "政府一般债务限额和余额情况表", 7, [new(["一般债务|一般债券", "表"], "专项|绩效")]),
        Of("gov_debt", "政府债务限额和余额情况表", 6, [new([Debts, "表"], "绩效")]),
        Of("gov_fund_revenue", "政府性基金收入表", 5, [new([Fund, "收入", "表"], NotOfTheWhole + "|支出|收支|拨款|国有资本|社会保险")]) with { AtDepartment = "revenue_summary" },
        Of("gov_fund_expenditure", "政府性基金支出表", 4, []) with { AtDepartment = "government_fund_expenditure", WhenBoth = "gov_fund_balance" },
        Of("gov_fund_balance", "政府性基金收支平衡表", 6, [new([Fund, "平衡", "表"], NotOfTheWhole)]),
        Of("gov_fund_local_expenditure", "政府性基金本级支出表", 5, [.. Local(Fund, "支出|功能分类", "收支|收入|" + Transfer)]) with { AtDepartment = "government_fund_expenditure" },
        Of("gov_fund_transfers", "政府性基金转移支付表", 7, [new([Fund, Transfer, "表"], NotOfTheWhole + "|收入|收支")]),
        Of("gov_special_debt", "政府专项债务限额和余额情况表", 7, [new(["专项债务|专项债券", "表"], "一般债|绩效")]),
        Of("gov_state_capital_revenue", "国有资本经营预算收入表", 5, [new([Capital, "收入", "表"], NotOfTheWhole + "|支出|收支|拨款")]) with { AtDepartment = "revenue_summary" },
        Of("gov_state_capital_expenditure", "国有资本经营预算支出表", 4, []) with { AtDepartment = "state_capital_expenditure", WhenBoth = "gov_state_capital_balance" },
        Of("gov_state_capital_local_expenditure", "国有资本经营预算本级支出表", 5, [.. Local(Capital, "支出", "收支|收入|" + Transfer)]) with { AtDepartment = "state_capital_expenditure" },
        Of("gov_state_capital_balance", "国有资本经营预算收支平衡表", 6, [new([Capital, "平衡", "表"], NotOfTheWhole)]),
        Of("gov_state_capital_transfers", "国有资本经营预算转移支付表", 7, [new([Capital, Transfer, "表"], NotOfTheWhole + "|收入|收支")]),
        Of("gov_social_insurance_revenue", "社会保险基金收入表", 8, [new([Insurance, "收入", "表"], "部门|单位|绩效|支出|收支")]),
        Of("gov_social_insurance_expenditure", "社会保险基金支出表", 8, [new([Insurance, "支出", "表"], "部门|单位|绩效|收入|收支")]),
        Of("gov_social_insurance_balance", "社会保险基金收支及结余表", 8, [new([Insurance, "收支|收入支出|结余|平衡", "表"], "部门|单位|绩效"), new([Insurance, "预算|决算|执行情况|完成情况", "表"], "部门|单位|绩效|收入|支出")]),
    ];

    private static TableKind Of(string id, string name, int rank, ImmutableArray<TitleRule> titles) =>
        new(id, name, "budget", TableLayout.TwoSided, ColumnVocabulary.Government)
        {
            Titles = titles,
            Rank = rank,
            Typical = Traits.FunctionalCodes | Traits.GovernmentCodes | Traits.RevenueCodes | Traits.Execution | Traits.TaxRows | Traits.Debt | Traits.Insurance,
            Against = Traits.Indicators | Traits.Procurement,
        };

    /// <summary>本级 stands before or behind the name of the budget.</summary>
    private static ImmutableArray<TitleRule> Local(string budget, string what, string without) =>
        [new([Own, budget, what, "表"], NotOfTheWhole + "|" + without), new([budget, Own + "|本级", what, "表"], NotOfTheWhole + "|" + without)];
}
