using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>
/// The final-account tables (公开01–09表). Their titles are those of the budget kinds with 决算 in them, so that they carry
/// no rules of their own: a title leads to the budget kind and the phase of the table from there to its counterpart.
/// </summary>
internal static class FinalKinds
{
    public static readonly ImmutableArray<TableKind> All =
    [
        new("final_revenue_expenditure_summary", "收入支出决算总表", "final", TableLayout.TwoSided, ColumnVocabulary.TwoSided)
        {
            Typical = Traits.Halves | Traits.IncomeRows | Traits.ExpenditureRows, Against = Traits.Indicators, Counterpart = "revenue_expenditure_summary",
        },
        new("final_revenue", "收入决算表", "final", TableLayout.Plain, ColumnVocabulary.Revenue)
        {
            Typical = Traits.IncomeSources | Traits.FunctionalCodes, Against = Traits.Indicators | Traits.BasicProject, Counterpart = "revenue_summary",
        },
        new("final_expenditure", "支出决算表", "final", TableLayout.Plain, ColumnVocabulary.Expenditure)
        {
            Typical = Traits.BasicProject | Traits.UpAndDown | Traits.FunctionalCodes, Against = Traits.Indicators, Counterpart = "expenditure_summary",
        },
        new("final_fiscal_appropriation_summary", "财政拨款收入支出决算总表", "final", TableLayout.TwoSided, ColumnVocabulary.TwoSided)
        {
            Typical = Traits.Halves | Traits.ExpenditureRows | Traits.FundSplit, Against = Traits.Indicators, Counterpart = "fiscal_appropriation_summary",
        },
        new("final_general_public_budget_expenditure", "一般公共预算财政拨款支出决算表", "final", TableLayout.Plain, ColumnVocabulary.Expenditure)
        {
            Typical = Traits.BasicProject | Traits.FunctionalCodes, Against = Traits.Indicators, Counterpart = "general_public_budget_expenditure",
        },
        new("final_general_public_budget_basic_expenditure", "一般公共预算财政拨款基本支出决算表", "final", TableLayout.Folded, ColumnVocabulary.Economic)
        {
            Typical = Traits.PersonnelOperating | Traits.EconomicCodes, Against = Traits.Indicators, Counterpart = "general_public_budget_basic_expenditure",
        },
        new("final_government_fund", "政府性基金预算财政拨款收入支出决算表", "final", TableLayout.Plain, ColumnVocabulary.FundBalance)
        {
            Typical = Traits.Balances | Traits.BasicProject, Against = Traits.Indicators, Counterpart = "government_fund_expenditure",
        },
        new("final_state_capital", "国有资本经营预算财政拨款支出决算表", "final", TableLayout.Plain, ColumnVocabulary.FundBalance)
        {
            Typical = Traits.BasicProject, Against = Traits.Indicators, Counterpart = "state_capital_expenditure",
        },
    ];
}
