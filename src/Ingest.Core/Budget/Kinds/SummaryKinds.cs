using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>Income against expenditure, and the two sides by themselves, for all money of a department.</summary>
internal static class SummaryKinds
{
    public static readonly TableKind RevenueExpenditure = new("revenue_expenditure_summary", "收支总表", "budget", TableLayout.TwoSided, ColumnVocabulary.TwoSided)
    {
        Required = true,
        Titles = [new(["收支|收入支出|收入与支出", "表"], "财政拨款|政府性基金|国有资本|一般公共预算收支")],
        Rank = 1,
        Typical = Traits.Halves | Traits.IncomeRows | Traits.ExpenditureRows,
        Against = Traits.Indicators | Traits.Procurement,
        Telling = Traits.Halves | Traits.IncomeRows | Traits.ExpenditureRows,
        Counterpart = "final_revenue_expenditure_summary",
    };

    public static readonly TableKind Revenue = new("revenue_summary", "收入总表", "budget", TableLayout.Plain, ColumnVocabulary.Revenue)
    {
        Required = true,
        Titles = [new(["收入", "表"], "支出|收支|政府性基金收入|国有资本经营收入|社会保险|非税")],
        Rank = 1,
        Typical = Traits.IncomeSources | Traits.UnitCodes | Traits.FunctionalCodes,
        Against = Traits.Indicators | Traits.BasicProject | Traits.EconomicCodes,
        Telling = Traits.IncomeSources,
        Counterpart = "final_revenue",
    };

    public static readonly TableKind Expenditure = new("expenditure_summary", "支出总表", "budget", TableLayout.Plain, ColumnVocabulary.Expenditure)
    {
        Required = true,
        Titles = [new(["支出", "表"], "收入|收支|基本支出|项目支出|一般公共预算|政府性基金|国有资本|财政拨款|绩效")],
        Rank = 1,
        Typical = Traits.BasicProject | Traits.UpAndDown | Traits.FunctionalCodes,
        Against = Traits.Indicators,
        Telling = Traits.BasicProject | Traits.UpAndDown,
        Counterpart = "final_expenditure",
    };

    public static readonly ImmutableArray<TableKind> All = [RevenueExpenditure, Revenue, Expenditure];
}
