using Ingest.Core.Budget.Columns;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Forms;

/// <summary>Goals of several projects in one list: a header row, a project a row, its indicators in rows of their own.</summary>
internal static class FormLists
{
    private static readonly string[] Money = ["金额", "资金", "总额", "预算数"];

    /// <summary>Whether the header names projects, money and indicators or goals.</summary>
    public static bool IsList(TableColumn[] columns)
    {
        bool project = false, money = false, indicator = false;
        foreach (var column in columns)
        {
            project |= column.Leaf.Contains("项目", StringComparison.Ordinal);
            money |= NamesMoney(column);
            indicator |= column.Leaf.Contains("指标", StringComparison.Ordinal) || column.Leaf.Contains("绩效目标", StringComparison.Ordinal);
        }
        return project && money && indicator;
    }

    /// <summary>Only columns that name money are values; figures of indicators are text.</summary>
    public static void KeepMoney(TableColumn[] columns)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c].IsValue && !NamesMoney(columns[c]))
                columns[c] = columns[c] with { Role = ColumnRole.Text };
        }
    }

    /// <summary>Of the columns of words the one of projects names the rows; unit and department beside it are text.</summary>
    public static void NameByProject(TableColumn[] columns)
    {
        var project = Array.FindIndex(columns, static c => c.Role is ColumnRole.Label or ColumnRole.Text && c.Leaf.Contains("项目", StringComparison.Ordinal) && c.Body.Texts > 0);
        if (project < 0)
            return;
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c].Role == ColumnRole.Label || c == project)
                columns[c] = columns[c] with { Role = c == project ? ColumnRole.Label : ColumnRole.Text };
        }
    }

    private static bool NamesMoney(TableColumn column)
    {
        foreach (var word in Money)
        {
            if (column.Mentions(word) && !column.Mentions("指标") && !column.Mentions("目标"))
                return true;
        }
        return false;
    }
}
