using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>Money appropriated by the treasury (财政拨款), all three funds together.</summary>
internal static class AppropriationKinds
{
    public static readonly TableKind Summary = new("fiscal_appropriation_summary", "财政拨款收支总表", "budget", TableLayout.TwoSided, ColumnVocabulary.TwoSided)
    {
        Required = true,
        Titles = [new(["财政拨款", "收支|收入支出|收入与支出", "表"], "政府性基金|国有资本")],
        Rank = 2,
        Typical = Traits.Halves | Traits.ExpenditureRows | Traits.FundSplit,
        Against = Traits.Indicators | Traits.Procurement,
        Telling = Traits.Halves | Traits.FundSplit | Traits.ExpenditureRows,
        Counterpart = "final_fiscal_appropriation_summary",
    };

    public static readonly TableKind Expenditure = new("fiscal_appropriation_expenditure", "财政拨款支出表", "budget", TableLayout.Plain, ColumnVocabulary.Expenditure)
    {
        Titles = [new(["财政拨款", "支出", "表"], "收支|收入|一般公共预算|政府性基金|国有资本|基本支出|项目支出|三公|结转")],
        Rank = 2,
        Typical = Traits.BasicProject | Traits.FunctionalCodes,
        Against = Traits.Indicators | Traits.Halves,
        WhenEconomic = "fiscal_appropriation_basic_expenditure",
    };

    public static readonly TableKind Basic = new("fiscal_appropriation_basic_expenditure", "财政拨款基本支出表", "budget", TableLayout.Folded, ColumnVocabulary.Economic)
    {
        Titles = [new(["财政拨款", "基本支出", "表"], "一般公共预算|政府性基金|国有资本")],
        Rank = 3,
        Typical = Traits.PersonnelOperating | Traits.EconomicCodes,
        Against = Traits.Indicators | Traits.Procurement,
    };

    public static readonly TableKind Carryover = new("carryover_expenditure", "财政拨款上年结转资金支出表", "budget", TableLayout.Plain, ColumnVocabulary.Expenditure)
    {
        Titles = [new(["结转", "支出|安排", "表"], "收支总|不含")],
        Rank = 4,
        Typical = Traits.BasicProject | Traits.FunctionalCodes,
        Against = Traits.Indicators,
    };

    public static readonly ImmutableArray<TableKind> All = [Summary, Expenditure, Basic, Carryover];
}
