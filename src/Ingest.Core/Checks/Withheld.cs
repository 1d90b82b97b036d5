using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>
/// A document that says it leaves secret items out cannot be blamed for totals larger than what it lists: such sums
/// do not apply.
/// </summary>
internal static class Withheld
{
    private static readonly ImmutableArray<string> Secrecy = ["保密", "涉密", "秘密"];
    private static readonly ImmutableArray<string> Omission = ["剔除", "不予公开", "不公开", "未公开", "未列"];

    public static void Excuse(ImmutableArray<TableView> views, Ledger ledger)
    {
        if (!IsSaid(views))
        {
            return;
        }

        foreach (ref var equation in ledger.Equations)
        {
            if (equation.Result == CheckResult.Fail && equation.Identity.Failure == AnomalyCodes.ColumnSum && equation.Difference > 0)
            {
                equation.Result = CheckResult.NotApplicable;
            }
        }
    }

    public static bool IsSaid(ImmutableArray<TableView> views) => views.Any(v => v.Table.Source.Notes.Any(n => Says(n.Text)));

    private static bool Says(string note) => Secrecy.Any(w => note.Contains(w, StringComparison.Ordinal)) && Omission.Any(w => note.Contains(w, StringComparison.Ordinal));
}
