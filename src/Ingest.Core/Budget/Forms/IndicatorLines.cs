using Ingest.Core.Amounts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Forms;

/// <summary>What the rows of a list say beside their values.</summary>
internal sealed record IndicatorLine(
    string Project, bool NewProject, string Goal, string Level1, string Level2, string Name, string Sign, string Unit, string Standard, PrintedNumber? Weight);

/// <summary>The words of the first two levels, which hardly vary.</summary>
internal static class IndicatorLevels
{
    private static readonly string[] First = ["产出指标", "效益指标", "满意度指标", "成本指标"];

    private static readonly string[] Second =
    [
        "数量指标", "质量指标", "时效指标", "成本指标", "经济成本指标", "社会成本指标", "生态环境成本指标", "经济效益指标", "社会效益指标", "生态效益指标",
        "可持续影响指标", "服务对象满意度指标", "满意度指标",
    ];

    public static bool IsFirst(string text) => Array.IndexOf(First, text) >= 0;

    public static bool IsSecond(string text) => Array.IndexOf(Second, text) >= 0;

    /// <summary>产出指标数量指标培训完成率: class, kind and name in one cell.</summary>
    public static (string Level1, string Level2, string Name) Split(string text)
    {
        foreach (var first in First)
        {
            if (!text.StartsWith(first, StringComparison.Ordinal))
                continue;
            foreach (var second in Second)
            {
                if (text.Length > first.Length + second.Length && text.AsSpan(first.Length).StartsWith(second))
                    return (first, second, text[(first.Length + second.Length)..]);
            }
        }
        return ("", "", text);
    }
}

/// <summary>Reads the rows of one list of indicators from top to bottom.</summary>
/// <param name="before">The same list on the page before.</param>
internal sealed class LaneScan(GridView grid, IndicatorLane columns, LaneScan? before = null)
{
    private readonly Running _project = new(grid, columns[IndicatorRole.Project], before?._project, FormWords.IsRestOfProject);
    private readonly Running _goal = new(grid, columns[IndicatorRole.Goal], before?._goal);
    private readonly Running _level1 = new(grid, columns[IndicatorRole.Level1], before?._level1);
    private readonly Running _level2 = new(grid, columns[IndicatorRole.Level2], before?._level2);
    private readonly IndicatorColumn _name = columns[IndicatorRole.Name]!;

    /// <summary>The rows of a new project may begin with one that names no indicator.</summary>
    private bool _newProject;

    public IndicatorLane Columns => columns;

    /// <summary>See <see cref="Running.Part"/>.</summary>
    public string? PartOfLevel1 => _level1.Part;

    public string? PartOfLevel2 => _level2.Part;

    public string? PartOfProject => _project.Part;

    /// <summary>Whether the columns of the list do not hold in this row: another part of the form begins.</summary>
    public bool EndsAt(int row)
    {
        var name = grid.Index(row, _name.First);
        if (name < 0 || name == grid.Index(row, columns.Values[0].First))
            return true;
        if (columns[IndicatorRole.Level1] is not { } level1)
            return false;
        var cell = grid.Index(row, level1.First);
        if (cell == name)
            return true;
        // a class without kinds may reach over both columns; a box of the form does so too
        return columns[IndicatorRole.Level2] is { } level2 && cell >= 0 && cell == grid.Index(row, level2.First)
            && grid.Text(row, level1.First) is { Length: > 0 } text && !text.Contains("指标", StringComparison.Ordinal) && !text.Contains("满意度", StringComparison.Ordinal);
    }

    /// <summary>Null for a row that begins nothing or says nothing.</summary>
    public IndicatorLine? Read(int row)
    {
        var page = grid.Cell(row, _name.First)?.Area.Page ?? 0;
        _newProject |= _project.Next(row, page);
        _goal.Next(row, page);
        _level1.Next(row, page);
        _level2.Next(row, page);
        if (!Begins(row))
            return null;
        var name = Text(row, _name);
        var empty = IsNothing(name);
        foreach (var value in columns.Values)
            empty &= IsNothing(Text(row, value));
        if (empty)
            return null;
        var newProject = _newProject;
        _newProject = false;
        var (level1, level2) = (_level1.Text, _level2.Text);
        if (columns[IndicatorRole.Level1] is null && columns[IndicatorRole.Level2] is null)
            (level1, level2, name) = IndicatorLevels.Split(name);
        return new IndicatorLine(
            _project.Text, newProject, _goal.Text, level1, level2, name, Of(row, IndicatorRole.Relation), Of(row, IndicatorRole.Unit), Of(row, IndicatorRole.Standard),
            AmountReader.ReadFolded(Of(row, IndicatorRole.Weight)).Number);
    }

    /// <summary>The texts of the cells of a column in this row; sign and number may stand in two.</summary>
    public string Text(int row, IndicatorColumn column)
    {
        var text = "";
        var last = -1;
        for (var c = column.First; c < column.End; c++)
        {
            if (grid.Index(row, c) is var index && index >= 0 && index != last)
                text += grid.Text(row, c);
            last = index;
        }
        return text;
    }

    private string Of(int row, IndicatorRole role) => columns[role] is { } column ? Text(row, column) : "";

    private bool Begins(int row)
    {
        var begins = grid.BeginsInRow(row, _name.First);
        foreach (var value in columns.Values)
            begins |= grid.BeginsInRow(row, value.First);
        return begins;
    }

    private static bool IsNothing(string text) => text is "" or "/" or "-" or "—" or "无";
}

/// <summary>The text that holds for the rows of a column whose cells reach over several rows.</summary>
/// <param name="isRest">What else tells that a text goes on with the one above the page break.</param>
internal sealed class Running(GridView grid, IndicatorColumn? column, Running? before, Func<string, string, bool>? isRest = null)
{
    private int _index = -1;
    private int _page = before?._page ?? 0;

    public string Text { get; private set; } = before?.Text ?? "";

    /// <summary>What the last rows of the page before were read with, if the whole word is known only now.</summary>
    public string? Part { get; private set; }

    /// <summary>Whether another text holds from this row on.</summary>
    /// <param name="page">Of the row.</param>
    public bool Next(int row, int page)
    {
        if (column is null)
            return false;
        var index = grid.Index(row, column.First);
        if (index == _index)
        {
            _page = page;
            return false;
        }
        // a cell that a page break has cut is blank on the second page, or holds the rest of its word, or the same again
        var text = grid.Text(row, column.First);
        var turned = _page > 0 && page > _page;
        (_index, _page, Part) = (index, page, null);
        if (turned && (text.Length == 0 || text == Text))
            return false;
        var rest = turned && (Text.Length == 0 || IndicatorLevels.IsFirst(Text + text) || IndicatorLevels.IsSecond(Text + text) || isRest?.Invoke(Text, text) == true);
        if (rest)
            (Part, text) = (Text, Text + text);
        Text = text;
        return !rest;
    }
}
