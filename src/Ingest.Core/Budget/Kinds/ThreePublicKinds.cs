using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>“三公”经费: travel abroad, official cars, receptions; often with meetings, training and running costs.</summary>
internal static class ThreePublicKinds
{
    public static readonly TableKind Budget = new("three_public_expenses", "一般公共预算“三公”经费支出表", "budget", TableLayout.Plain, ColumnVocabulary.ThreePublic)
    {
        Required = true,
        Titles = [new(["三公", "表"], "绩效"), new(["会议费", "培训费", "表"]), new(["行政经费", "表"])],
        Rank = 5,
        Typical = Traits.ThreePublic,
        Against = Traits.Indicators,
        Telling = Traits.ThreePublic,
        Counterpart = "final_three_public_expenses",
    };

    public static readonly TableKind Final = new("final_three_public_expenses", "“三公”经费支出决算表", "final", TableLayout.Plain, ColumnVocabulary.ThreePublic)
    {
        Rank = 5,
        Typical = Traits.ThreePublic | Traits.Settled,
        Against = Traits.Indicators,
        Counterpart = "three_public_expenses",
    };

    public static readonly ImmutableArray<TableKind> All = [Budget, Final];
}
