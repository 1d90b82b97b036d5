using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>Expenditure from government funds and from the state capital operating budget: often empty tables, in some cities with income beside it.</summary>
internal static class FundKinds
{
    public static readonly TableKind GovernmentFund = new("government_fund_expenditure", "政府性基金预算支出表", "budget", TableLayout.TwoSided, ColumnVocabulary.Expenditure)
    {
        Required = true,
        Titles = [new(["政府性基金", "支出|收支", "表"], "三公|绩效|转移支付")],
        Rank = 4,
        Typical = Traits.BasicProject | Traits.FunctionalCodes,
        Against = Traits.Indicators | Traits.IncomeSources | Traits.EconomicCodes,
        Counterpart = "final_government_fund",
        AtGovernment = "gov_fund_expenditure",
    };

    public static readonly TableKind StateCapital = new("state_capital_expenditure", "国有资本经营预算支出表", "budget", TableLayout.TwoSided, ColumnVocabulary.Expenditure)
    {
        Titles = [new(["国有资本经营|国有资本预算", "支出|收支", "表"], "三公|绩效|转移支付")],
        Rank = 4,
        Typical = Traits.BasicProject | Traits.FunctionalCodes,
        Against = Traits.Indicators | Traits.IncomeSources | Traits.EconomicCodes,
        Counterpart = "final_state_capital",
        AtGovernment = "gov_state_capital_expenditure",
    };

    public static readonly ImmutableArray<TableKind> All = [GovernmentFund, StateCapital];
}
