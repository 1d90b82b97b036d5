using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Forms;

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

    public static bool IsProjectName(string text) => Name(text) is "项目名称" or "单位(项目)名称" or "专项(项目)名称" or "专项名称" or "专项资金名称" or "转移支付名称" or "政策名称" or "政策和项目名称";

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

    /// <summary>Whether a text below a page break is the rest of the project above it: the code stays there, or is cut itself.</summary>
    public static bool IsRestOfProject(string above, string text) =>
        Project(above + text).Code.Length > 0 && Project(text).Code.Length == 0;

    /// <summary>金额 or 绩效目标 beside 项目名称: the header of a list, no form.</summary>
    public static bool IsHeader(string text) => text is "金额" or "预算金额" or "预算数" or "资金总额" or "项目金额" or "绩效目标" or "项目绩效目标" or "项目总额";

    /// <summary>The project that the title of a form names: 301007_某局_机场修缮改造项目绩效目标表; "" where it names none (项目支出绩效目标表).</summary>
    public static string ProjectOfTitle(string? title)
    {
        if (title is null || title.IndexOf("绩效", StringComparison.Ordinal) is not (> 0 and var at))
            return "";
        var name = title[..at];
        name = name[(name.LastIndexOf('_') + 1)..];
        if (name.LastIndexOf('年') is var year and >= 0)
            name = name[(year + 1)..].TrimStart('度');
        name = name.EndsWith("支出", StringComparison.Ordinal) ? name[..^2] : name;
        var rest = name;
        foreach (var word in Common)
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0 ? name : "";
    }

    /// <summary>Words of titles that name no single project.</summary>
    private static readonly string[] Common =
    [
        "转移支付", "政府性基金", "一般公共预算", "部门", "单位", "自治区", "市级", "省级", "县级", "区级", "本级", "市直", "省直", "项目", "支出", "专项", "资金", "业务", "经费", "重点", "重大", "政策", "预算", "财政",
        "整体", "政府", "共同", "事权", "公开", "目标", "申报", "情况", "附件", "附表", "表", "一般", "一级", "二级", "主要", "和", "及", "与", "的", "第", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
    ];

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
