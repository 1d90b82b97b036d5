using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Rows;

/// <summary>
/// Which of several columns of words names the rows, where the kind tells: a list of projects is one of projects, whatever
/// unit or region stands before them, and of three levels of a catalogue the lowest says what is bought. The others stay as text.
/// </summary>
internal static class RowNames
{
    private static readonly string[] Levels = ["三级", "二级"];

    public static void Settle(TableColumn[] columns, TableKind kind)
    {
        if (kind.Id == "project_expenditure")
            NameBy(columns, Array.FindIndex(columns, IsProject));
        // each row is a project, of which the region is told too
        else if (kind.IsGovernment && Array.Exists(columns, static c => c.Role == ColumnRole.Label && c.Leaf is "地区" or "区划" or "市县" or "所属地区" or "所属区划"))
            NameBy(columns, Array.FindIndex(columns, static c => c.Leaf is "项目名称" && IsProject(c)));
        else if (kind.Vocabulary == ColumnVocabulary.Procurement)
            NameBy(columns, Lowest(columns));
    }

    private static void NameBy(TableColumn[] columns, int name)
    {
        if (name < 0 || columns[name].Role == ColumnRole.Label)
            return;
        // a second half has names of its own
        var left = name;
        while (left > 0 && !columns[left - 1].IsValue)
            left--;
        for (var c = left; c < columns.Length && !columns[c].IsValue; c++)
        {
            if (columns[c].Role == ColumnRole.Label || c == name)
                columns[c] = columns[c] with { Role = c == name ? ColumnRole.Label : ColumnRole.Text };
        }
    }

    /// <summary>项目名称, 项目: not the kind of a project, its unit or its code.</summary>
    private static bool IsProject(TableColumn column) =>
        column.Role is ColumnRole.Label or ColumnRole.Text && column.Body.Texts > 0
        && column.Leaf is "项目" or "项目名称" or "支出项目" or "支出项目名称" or "预算项目" or "预算项目名称" or "项目支出名称" or "专项名称" or "二级项目名称";

    private static int Lowest(TableColumn[] columns)
    {
        if (!Array.Exists(columns, static c => c.Role == ColumnRole.Label && c.Leaf.Contains("一级", StringComparison.Ordinal)))
            return -1;
        foreach (var level in Levels)
        {
            if (Array.FindIndex(columns, c => c.Role is ColumnRole.Label or ColumnRole.Text && c.Body.Texts > 0 && c.Leaf.Contains(level, StringComparison.Ordinal)) is >= 0 and var found)
                return found;
        }
        return -1;
    }
}
