using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget;

/// <summary>The words of performance forms outside of their lists.</summary>
internal sealed class FormWords(BudgetTable table, int? fiscalYear)
{
    private const int RowsOfTitle = 3;

    /// <summary>From the title or a line of its own ((2023年度)), else the year of the document.</summary>
    public int? Year { get; } = YearOfTitle(table) ?? fiscalYear;

    /// <summary>The year of a column of values; null if it is for several years.</summary>
    public int? YearOf(IndicatorColumn column, bool ofSeveralYears)
    {
        if (Words.YearIn(column.Header) is var year and > 0)
            return year;
        return ofSeveralYears || IsOfSeveralYears(column.Chain) ? null : Year;
    }

    public static bool IsProjectName(string text) => Name(text) is "项目名称" or "专项(项目)名称" or "专项名称" or "专项资金名称" or "转移支付名称" or "政策名称" or "政策和项目名称";

    public static bool IsProjectCode(string text) => Name(text) is "项目编码" or "项目代码";

    /// <summary>年度目标1, 长期目标2: a goal that has indicators of its own.</summary>
    public static bool IsGoal(string text)
    {
        var name = Name(text);
        var at = name.IndexOf("目标", StringComparison.Ordinal);
        return at >= 0 && at <= 6 && at + 2 < name.Length && name.Length <= 12 && char.IsAsciiDigit(name[^1]) && Shapes.IsDigits(name.AsSpan(at + 2));
    }

    /// <summary>Whether the first row names a project or a department, as a new form does.</summary>
    public static bool BeginsForm(GridView grid)
    {
        foreach (var (_, text, _) in grid.Filled(0))
        {
            if (IsProjectName(text) || Name(text) is "部门名称" or "单位名称" or "部门(单位)名称" or "序号")
                return true;
        }
        return false;
    }

    public static bool IsOfSeveralYears(string text) =>
        text.Contains("长期", StringComparison.Ordinal) || text.Contains("中期", StringComparison.Ordinal) || text.Contains("实施期", StringComparison.Ordinal);

    /// <summary>A code in front of the name is taken off.</summary>
    public static (string Code, string Name) Project(string text)
    {
        var (code, name) = CodeText.Split(text);
        return CodeText.IsProject(code) ? (code, name) : ("", text);
    }

    private static string Name(string text) => text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? text[..colon] : text;

    private static int? YearOfTitle(BudgetTable table)
    {
        if (Words.YearIn(table.Title ?? "") is var named and > 0)
            return named;
        foreach (var line in table.Source.Caption)
        {
            if (YearLine(line.Text) is { } year)
                return year;
        }
        foreach (var cell in table.Source.Cells)
        {
            if (cell.Row >= RowsOfTitle)
                break;
            if (YearLine(cell.Text) is { } year)
                return year;
        }
        return null;
    }

    /// <summary>(2023年度) and nothing else.</summary>
    private static int? YearLine(string line)
    {
        var text = Folding.Label(line).Trim('(', ')');
        return text.Length <= 7 && text.EndsWith("年度", StringComparison.Ordinal) && Words.YearIn(text) is var year and > 0 ? year : null;
    }
}
