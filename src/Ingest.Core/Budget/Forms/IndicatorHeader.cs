using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Forms;

/// <summary>What a column of a list of indicators holds.</summary>
internal enum IndicatorRole : byte
{
    Other,
    Project,
    Goal,
    Level1,
    Level2,
    Name,
    /// <summary>≥, = or 定性 in a cell of its own.</summary>
    Relation,
    Value,
    Unit,
    Standard,
    Weight,
}

/// <param name="End">Behind the last column of the grid that belongs to it.</param>
/// <param name="Header">Its lowest header cell.</param>
/// <param name="Chain">All of its header cells from the top.</param>
/// <param name="Left">Left edge on the page, in points; with <paramref name="Right"/> it finds the column again in the grid of the next page.</param>
internal sealed record IndicatorColumn(int First, int End, IndicatorRole Role, string Header, string Chain, double Left = 0, double Right = 0);

/// <summary>The columns of one list; forms with goals of several years and of one year side by side have two.</summary>
internal sealed class IndicatorLane
{
    private readonly Dictionary<IndicatorRole, IndicatorColumn> _columns = [];

    public List<IndicatorColumn> Values { get; } = [];

    public IndicatorColumn? this[IndicatorRole role] => _columns.GetValueOrDefault(role);

    public void Add(IndicatorColumn column)
    {
        if (column.Role == IndicatorRole.Value)
            Values.Add(column);
        else
            _columns.TryAdd(column.Role, column);
    }

    /// <summary>The same columns in another grid, by their place on the page; null if they are not there.</summary>
    public IndicatorLane? In(GridView grid)
    {
        var lefts = grid.Lefts();
        var lane = new IndicatorLane();
        foreach (var column in _columns.Values.Concat(Values))
        {
            var first = At(lefts, column.Left);
            var end = At(lefts, column.Right);
            if (first == grid.Columns || end <= first)
                return null;
            lane.Add(column with { First = first, End = end });
        }
        return lane;
    }

    private static int At(double[] lefts, double x)
    {
        const double Tolerance = 6;
        var at = 0;
        while (at < lefts.Length && lefts[at] < x - Tolerance)
            at++;
        return at;
    }
}

/// <summary>The header of a list of indicators: it may stand anywhere in a form, and several times.</summary>
/// <param name="Row">Its first row.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Side">What stands left of it over all of its list: 年度绩效指标.</param>
internal sealed record IndicatorHeader(int Row, int Rows, string Side, IndicatorLane[] Lanes)
{
    /// <summary>The header that begins in this row, null if none does.</summary>
    public static IndicatorHeader? At(GridView grid, int row)
    {
        if (NameAt(grid, row) is not { } name)
            return null;
        var columns = new List<IndicatorColumn>();
        var side = "";
        for (var c = 0; c < grid.Columns;)
        {
            var cell = grid.Cell(row, c);
            // 项目名称 may begin beside the group above and end with the header
            var above = cell is not null && cell.Row < row && cell.Row + cell.RowSpan == row + name.RowSpan && RoleOf(grid.Text(row, c), grid.Text(row, c)) == IndicatorRole.Project;
            if (cell is null || (!above && (cell.Row != row || cell.RowSpan > name.RowSpan)))
            {
                // what reaches further down than the header stands beside it
                if (columns.Count == 0 && grid.Text(row, c) is { Length: > 0 } text)
                    side = text;
                c++;
                continue;
            }
            var column = ColumnAt(grid, row, name, c);
            columns.Add(column);
            c = column.End;
        }
        var lanes = Divide(columns);
        return lanes.Length == 0 ? null : new IndicatorHeader(row, name.RowSpan, side, lanes);
    }

    /// <summary>The header goes on in the grid of the next page, which does not print it again; null if its columns are not there.</summary>
    public IndicatorHeader? In(GridView grid)
    {
        var lanes = new IndicatorLane[Lanes.Length];
        for (var i = 0; i < lanes.Length; i++)
        {
            if (Lanes[i].In(grid) is not { } lane)
                return null;
            lanes[i] = lane;
        }
        return new IndicatorHeader(0, 0, Side, lanes);
    }

    /// <summary>A list that prints no header but begins with 产出指标 | 数量指标 | name | value; null if more or less stands there.</summary>
    public static IndicatorHeader? Missing(GridView grid, int row)
    {
        var columns = new List<IndicatorColumn>();
        for (var c = 0; c < grid.Columns; c++)
        {
            if (!grid.Begins(row, c))
                continue;
            if (columns.Count == 0 && !IndicatorLevels.IsFirst(grid.Text(row, c)))
                continue;
            if (columns.Count == 4)
                return null;
            columns.Add(new IndicatorColumn(c, c + grid.ColumnSpan(row, c), (IndicatorRole)((int)IndicatorRole.Level1 + columns.Count), "", ""));
        }
        if (columns.Count < 4 || !IndicatorLevels.IsSecond(grid.Text(row, columns[1].First)))
            return null;
        columns[3] = columns[3] with { Role = IndicatorRole.Value };
        return new IndicatorHeader(row, 0, "", Divide(columns));
    }

    /// <summary>The cell that heads the names, in a row that also heads values.</summary>
    private static RawCell? NameAt(GridView grid, int row)
    {
        RawCell? proper = null, second = null, common = null;
        var value = false;
        for (var c = 0; c < grid.Columns; c++)
        {
            if (!grid.Begins(row, c) || grid.Text(row, c) is not { Length: > 1 and < 20 } text)
                continue;
            value |= IsValue(text);
            if (IsProperName(text))
                proper ??= grid.Cell(row, c);
            else if (text is "二级指标")
                second = grid.Cell(row, c);
            else if (text is "绩效指标" && grid.Cell(row, c) is { RowSpan: <= 3 } cell)
                common = cell;
        }
        return value ? proper ?? second ?? common : null;
    }

    private static IndicatorColumn ColumnAt(GridView grid, int row, RawCell name, int column)
    {
        var leafRow = row;
        var chain = grid.Text(row, column);
        for (var r = row + 1; r < Math.Min(grid.Rows, row + name.RowSpan); r++)
        {
            if (grid.Index(r, column) == grid.Index(leafRow, column) || grid.Text(r, column).Length == 0)
                continue;
            leafRow = r;
            chain = $"{chain}/{grid.Text(r, column)}";
        }
        var leaf = grid.Text(leafRow, column);
        var end = column + 1;
        while (end < grid.Columns && grid.Index(leafRow, end) == grid.Index(leafRow, column))
            end++;
        var area = grid.Cell(leafRow, column)!.Area.Box;
        return new IndicatorColumn(column, end, column == name.Column ? IndicatorRole.Name : RoleOf(leaf, chain), leaf, chain, area.Left, area.Right);
    }

    private static bool IsProperName(string text) =>
        text is "指标名称" or "指标内容" or "具体指标" or "绩效指标名称" || text.Contains("三级指标", StringComparison.Ordinal);

    private static bool IsValue(string text) =>
        text.Contains("指标值", StringComparison.Ordinal) || text.Contains("目标值", StringComparison.Ordinal) || text.Contains("实现值", StringComparison.Ordinal)
        || text.Contains("完成值", StringComparison.Ordinal);

    private static IndicatorRole RoleOf(string leaf, string chain)
    {
        bool Has(string word) => leaf.Contains(word, StringComparison.Ordinal);
        if (IsProperName(leaf))
            return IndicatorRole.Name;
        if (Has("一级指标"))
            return IndicatorRole.Level1;
        if (Has("二级指标"))
            return IndicatorRole.Level2;
        if (Has("性质") || Has("运算符") || Has("比较符") || Has("指标方向") || Has("指标值类型"))
            return IndicatorRole.Relation;
        // what the value means, in words
        if (Has("指标值内容") || Has("指标值说明") || Has("指标解释") || Has("指标说明"))
            return IndicatorRole.Other;
        if (Has("度量单位") || Has("计量单位") || Has("计算单位") || leaf == "单位")
            return IndicatorRole.Unit;
        if (Has("权重") || Has("分值"))
            return IndicatorRole.Weight;
        if (Has("标准"))
            return IndicatorRole.Standard;
        if (IsValue(chain))
            return IndicatorRole.Value;
        if (Has("项目") && Has("名称"))
            return IndicatorRole.Project;
        return leaf == "活动" ? IndicatorRole.Goal : IndicatorRole.Other;
    }

    /// <summary>Another list begins where levels or names come again. Projects and activities are common to all.</summary>
    private static IndicatorLane[] Divide(List<IndicatorColumn> columns)
    {
        var lanes = new List<IndicatorLane> { new() };
        foreach (var column in columns)
        {
            var again = column.Role is IndicatorRole.Level1 or IndicatorRole.Level2 or IndicatorRole.Name && lanes[^1][IndicatorRole.Name] is not null;
            if (again)
                lanes.Add(NextTo(lanes[^1], column.Role));
            lanes[^1].Add(column);
        }
        return [.. lanes.Where(static l => l[IndicatorRole.Name] is not null && l.Values.Count > 0)];
    }

    /// <summary>What the second list does not have itself it shares with the first: 一级指标 is often printed once.</summary>
    private static IndicatorLane NextTo(IndicatorLane first, IndicatorRole begins)
    {
        var lane = new IndicatorLane();
        foreach (var role in (IndicatorRole[])[IndicatorRole.Project, IndicatorRole.Goal, IndicatorRole.Level1, IndicatorRole.Level2])
        {
            if (role < begins && first[role] is { } shared)
                lane.Add(shared);
        }
        return lane;
    }
}
