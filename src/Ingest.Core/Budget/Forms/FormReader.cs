using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Forms;

/// <summary>The money boxes of a form as columns and rows; each box is a block of its own.</summary>
internal sealed record FormMoney(ImmutableArray<BudgetColumn> Columns, ImmutableArray<BudgetRow> Rows, Unit? Unit)
{
    public static readonly FormMoney None = new([], [], null);
}

/// <summary>A part of a box: names from <paramref name="Left"/>, figures from <paramref name="First"/> up to <paramref name="End"/>.</summary>
internal readonly record struct FormPart(int Top, int Body, int Bottom, int Left, int First, int End, string Name);

/// <summary>
/// Reads the money boxes of performance forms. A box is what stands beside a cell that names money and its unit
/// (项目资金情况(万元)); it may have headers of its own (当年预算收支, 近两年收支情况/2022年). Indicators are no money.
/// </summary>
internal static class FormReader
{
    private static readonly string[] MoneyWords = ["资金", "金额", "总投入", "收支情况", "预算支出", "预算情况", "当年预算", "收入构成", "支出构成"];

    /// <summary>Parts of headers and of names that only amounts have.</summary>
    public static readonly string[] Amounts = ["资金总额", "预算数", "预算金额", "财政拨款"];

    public static FormMoney Read(GridView grid)
    {
        var columns = ImmutableArray.CreateBuilder<BudgetColumn>();
        var rows = ImmutableArray.CreateBuilder<BudgetRow>();
        Unit? unit = null;
        var below = 0;
        var indicators = Indicators(grid);
        for (var r = 0; r < grid.Rows; r++)
        {
            for (var c = 0; c < grid.Columns && r >= below && !indicators[r]; c++)
            {
                if (!grid.Begins(r, c) || !NamesMoney(grid.Text(r, c)) || grid.Cell(r, c) is not { } head)
                    continue;
                var found = Units.Named(grid.Text(r, c));
                if (found is null && head.RowSpan < 2 && UnitBelow(grid, head) is { } below1)
                    (found, head) = (below1.Unit, head with { RowSpan = below1.Rows });
                if (found is null && head.RowSpan < 2)
                    continue;
                if (found is not null)
                    head = BoxRows.Widen(grid, head, below, indicators);
                if (AddBox(grid, head, columns, rows, found))
                    below = head.Row + head.RowSpan;
                else if (found is not null && BoxesBelow.Add(grid, head, columns, rows))
                    below = rows[^1].Row + 1;
                else
                    continue;
                unit ??= found;
            }
        }
        return new FormMoney(columns.ToImmutable(), rows.ToImmutable(), unit);
    }

    /// <summary>By row, whether it stands below the header of indicators, up to the name of another project: 贷款金额(万元) | 3000 is what shall be reached there.</summary>
    public static bool[] Indicators(GridView grid)
    {
        var rows = new bool[grid.Rows];
        for (var r = 0; r < grid.Rows; r++)
        {
            var texts = grid.Filled(r).Select(static f => f.Text).ToList();
            rows[r] = texts.Exists(static t => t is "一级指标" or "二级指标" or "三级指标" or "指标名称") || (r > 0 && rows[r - 1] && !texts.Exists(static t => t.EndsWith("名称", StringComparison.Ordinal)));
        }
        return rows;
    }

    /// <summary>The name of a box may be ruled into several cells: 资金金额, (万元) below it, a blank one below that.</summary>
    private static (Unit Unit, int Rows)? UnitBelow(GridView grid, RawCell head)
    {
        var row = head.Row + 1;
        if (row >= grid.Rows || !UnitText.IsUnit(grid.Text(row, head.Column)) || Units.Named(grid.Text(row, head.Column)) is not { } unit)
            return null;
        while (row + 1 < grid.Rows && grid.Begins(row + 1, head.Column) && grid.Text(row + 1, head.Column).Length == 0)
            row++;
        return (unit, row + 1 - head.Row);
    }

    /// <summary>The cells of one figure that stand beside or below a name of money; of a list of projects those below the header of its amounts.</summary>
    public static IEnumerable<RawCell> Figures(GridView grid)
    {
        var indicators = Indicators(grid);
        for (var r = 0; r < grid.Rows; r++)
        {
            foreach (var (c, text, shape) in grid.Filled(r))
            {
                if (shape == CellShape.Number && !indicators[r] && (IsBeside(grid, r, c) || IsBelow(grid, r, c)))
                    yield return grid.Cell(r, c)!;
            }
        }
    }

    private static bool IsBeside(GridView grid, int row, int column)
    {
        for (var c = column - 1; c >= 0; c--)
        {
            if (grid.Shape(row, c) == CellShape.Text)
                return NamesMoney(grid.Text(row, c)) || Array.Exists(Amounts, grid.Text(row, c).Contains);
        }
        return false;
    }

    private static bool IsBelow(GridView grid, int row, int column)
    {
        for (var r = row - 1; r >= 0; r--)
        {
            if (grid.Shape(r, column) == CellShape.Text)
                return Array.Exists(Amounts, grid.Text(r, column).Contains);
        }
        return false;
    }

    private static bool NamesMoney(string text)
    {
        if (text.Length is < 3 or > 20)
            return false;
        foreach (var word in MoneyWords)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static bool AddBox(GridView grid, RawCell head, ImmutableArray<BudgetColumn>.Builder columns, ImmutableArray<BudgetRow>.Builder rows, Unit? unit)
    {
        var left = head.Column + head.ColumnSpan;
        var bottom = Math.Min(grid.Rows, head.Row + head.RowSpan);
        var body = FirstRowOfFigures(grid, head.Row, bottom, left);
        if (body < 0)
            return false;
        var name = UnitText.WithoutUnit(head.Text);
        var names = new BoxNames(grid, body, bottom);
        var added = false;
        // names and figures may alternate: 项目资金总额 | 100.00 | 年度资金申请总额 | 60.00
        for (var c = left; c < grid.Columns;)
        {
            var first = FirstColumnOfFigures(grid, body, bottom, c);
            if (first >= grid.Columns)
                break;
            var end = first + 1;
            while (end < grid.Columns && !HoldsWords(grid, body, bottom, end))
                end++;
            AddPart(grid, names, new FormPart(head.Row, body, bottom, c, first, end, name), columns, rows);
            added = true;
            c = end;
        }
        return added;
    }

    private static void AddPart(GridView grid, BoxNames names, FormPart part, ImmutableArray<BudgetColumn>.Builder columns, ImmutableArray<BudgetRow>.Builder rows)
    {
        var block = columns.Count == 0 ? 0 : columns[^1].Block + 1;
        var (top, body, bottom, left, first, end, name) = part;
        for (var c = first; c < end; c++)
        {
            if (!HoldsFigures(grid, body, bottom, c) && !(body > top && IsBlank(grid, body, bottom, c)))
                continue;
            var path = Path(grid, top, body, c);
            var role = HeaderWords.IsRate(path) ? ColumnRole.Percent : ColumnRole.Money;
            columns.Add(new BudgetColumn(c, block, path.Length > 0 ? path : name, null, role, null));
        }
        for (var r = body; r < bottom; r++)
        {
            var label = names.Label(r, left, first);
            // one figure beside the name of a box, over all of its rows
            if (label.Length == 0 && (bottom - body == 1 || (r == body && grid.Cell(r, first) is { } cell && cell.RowSpan == bottom - body)))
                label = body > top ? "合计" : name;
            if (label.Length > 0)
                rows.Add(new BudgetRow(r, block, "", "", label, -1, RowLabels.IsTotal(label), true));
        }
    }

    private static bool HoldsWords(GridView grid, int top, int bottom, int column)
    {
        for (var r = top; r < bottom; r++)
        {
            if (grid.BeginsInRow(r, column) && grid.Shape(r, column) == CellShape.Text)
                return true;
        }
        return false;
    }

    /// <summary>Marks of none above the first figure of a column, beside names, are no header.</summary>
    private static int FirstRowOfFigures(GridView grid, int top, int bottom, int left)
    {
        for (var r = top; r < bottom; r++)
        {
            for (var c = left; c < grid.Columns; c++)
            {
                if (!grid.Begins(r, c) || grid.Shape(r, c) is not (CellShape.Number or CellShape.Garbled))
                    continue;
                while (r > top && c > left && grid.BeginsInRow(r - 1, c) && grid.Shape(r - 1, c) == CellShape.Dash && grid.Shape(r - 1, c - 1) == CellShape.Text)
                    r--;
                return r;
            }
        }
        return -1;
    }

    private static int FirstColumnOfFigures(GridView grid, int top, int bottom, int left)
    {
        for (var c = left; c < grid.Columns; c++)
        {
            if (HoldsFigures(grid, top, bottom, c))
                return c;
        }
        return grid.Columns;
    }

    /// <summary>Some figure and no words; a column that is blank all over holds none.</summary>
    private static bool HoldsFigures(GridView grid, int top, int bottom, int column)
    {
        var figures = 0;
        for (var r = top; r < bottom; r++)
        {
            if (!grid.Begins(r, column))
                continue;
            switch (grid.Shape(r, column))
            {
                case CellShape.Number or CellShape.Percent or CellShape.Garbled:
                    figures++;
                    break;
                case CellShape.Text:
                    return false;
            }
        }
        return figures > 0;
    }

    /// <summary>A column of its own under a header of its own that holds nothing.</summary>
    private static bool IsBlank(GridView grid, int top, int bottom, int column)
    {
        for (var r = top; r < bottom; r++)
        {
            if (!grid.Begins(r, column) || grid.Shape(r, column) != CellShape.Blank)
                return false;
        }
        return grid.Begins(top - 1, column) && grid.Shape(top - 1, column) == CellShape.Text;
    }

    /// <summary>The headers of a column from a row on, joined by /.</summary>
    internal static string Path(GridView grid, int top, int body, int column)
    {
        var path = "";
        var last = -1;
        for (var r = top; r < body; r++)
        {
            var index = grid.Index(r, column);
            if (index < 0 || index == last || grid.Text(r, column) is not { Length: > 0 } text)
                continue;
            last = index;
            path = path.Length == 0 ? text : $"{path}/{text}";
        }
        return path;
    }
}
