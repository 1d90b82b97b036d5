using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Forms;

/// <summary>
/// The rest of a performance form on the next page, where the finder could not join the parts: neither caption nor title,
/// but the words of indicators. In a list of projects it brings amounts, else indicators only.
/// </summary>
internal static class FormContinuations
{
    public static bool GoesOn(RawTable raw, GridView grid, BudgetTable before)
    {
        if (before.Kind is not { } id || KindCatalog.Find(id) is not { Layout: TableLayout.Form } || !raw.Caption.IsEmpty || raw.Pages.IsEmpty || before.Source.Pages.IsEmpty
            || raw.Pages[0] != before.Source.Pages[^1] + 1 || raw.Ordinal != before.Ordinal + 1 || FormWords.BeginsForm(grid))
        {
            return false;
        }
        for (var r = 0; r < grid.Rows; r++)
        {
            foreach (var (_, text, _) in grid.Filled(r))
            {
                if (IndicatorLevels.IsFirst(text) || IndicatorLevels.IsSecond(text) || text is "一级指标" or "指标名称" || IndicatorLevels.Split(text).Level1.Length > 0)
                    return true;
            }
        }
        return false;
    }

    /// <summary>The columns of a list of projects, null where the form before is none or its columns stand elsewhere.</summary>
    public static (TableColumn[] Columns, int[] Blocks, BudgetColumn[] Meaning)? Adopt(RawTable raw, GridView grid, BudgetTable before)
    {
        foreach (var column in before.Columns)
        {
            if (column.Role == ColumnRole.Label)
                return Continuations.Below(raw, grid, before);
        }
        return null;
    }

    /// <summary>The rest of a form whose boxes of money stand on the page before.</summary>
    public static BudgetTable Rest(RawTable raw, BudgetTable before) =>
        new(raw, before.Kind, before.Title, before.Score, ["goes on with the form before"], null, UnitSource.Unknown, 0, [], [], false);
}
