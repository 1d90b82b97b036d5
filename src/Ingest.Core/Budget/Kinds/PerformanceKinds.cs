using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>Forms with goals and indicators; their money block gives facts, the indicators do not.</summary>
internal static class PerformanceKinds
{
    public static readonly TableKind Department = new("department_performance", "部门整体支出绩效目标表", "budget", TableLayout.Form, ColumnVocabulary.Form)
    {
        Titles = [new(["整体", "绩效", "表"], "转移支付")],
        Rank = 8,
        Typical = Traits.Indicators,
    };

    public static readonly TableKind Project = new("project_performance", "项目支出绩效目标表", "budget", TableLayout.Form, ColumnVocabulary.Form)
    {
        Titles = [new(["绩效目标|绩效|目标申报", "表"], "整体|转移支付|自评|评价")],
        Rank = 7,
        Typical = Traits.Indicators | Traits.Goals,
        Telling = Traits.Indicators,
        AlsoTelling = Traits.Goals,
    };

    public static readonly TableKind Transfer = new("transfer_performance", "转移支付绩效目标表", "budget", TableLayout.Form, ColumnVocabulary.Form)
    {
        Titles = [new(["转移支付", "绩效", "表"])],
        Rank = 9,
        Typical = Traits.Indicators,
    };

    public static readonly ImmutableArray<TableKind> All = [Department, Project, Transfer];
}
