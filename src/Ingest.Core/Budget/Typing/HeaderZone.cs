using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Budget.Rows;

namespace Ingest.Core.Budget.Typing;

/// <summary>Which rows of a grid are what.</summary>
/// <param name="First">First header row; rows above it hold title, unit and the like inside the grid.</param>
/// <param name="End">First row of the body.</param>
/// <param name="Numbering">The header rows that only number the columns (栏次 1 2 3, ** 1 2).</param>
internal sealed record HeaderZone(int First, int End, bool[] Numbering)
{
    /// <summary>Decides where header and body begin. Geometry's guess in the table only settles what the words leave open.</summary>
    public static HeaderZone Find(GridView grid)
    {
        var numbering = new bool[grid.Rows];
        var first = 0;
        while (first < grid.Rows - 1 && IsTitleRow(grid, first))
            first++;
        var row = first;
        for (; row < grid.Rows; row++)
        {
            if (row > first && IsNumbering(grid, row))
            {
                numbering[row] = true;
                row++;
                break;
            }
            if (row > first && IsRest(grid, row))
                continue;
            if (IsBody(grid, row, first) || (row > first && !IsBesideHeader(grid, first, row) && IsComplete(grid, first, row)))
                break;
        }
        // a second numbering row, or one below a row of marks
        while (row < grid.Rows && row > first && numbering[row - 1] && IsNumbering(grid, row))
            numbering[row++] = true;
        return new HeaderZone(first, row, numbering);
    }

    /// <summary>
    /// A row inside the grid that belongs above it: title, unit, form number, name of the department. What stands over all columns tells
    /// none of them apart (the second line of a department's name), and beside a unit stands no header.
    /// </summary>
    private static bool IsTitleRow(GridView grid, int row)
    {
        bool wide = false, narrow = false;
        var units = grid.Filled(row).Any(static c => UnitText.IsUnitLine(c.Text));
        foreach (var (column, text, shape) in grid.Filled(row))
        {
            // the year may stand between the body and the unit
            if (TitleText.IsAboveTable(text) || (units && Words.IsYear(text)))
                continue;
            if (shape != CellShape.Text || HeaderLexicon.IsKnown(text) || HeaderWords.IsMeasure(text))
                return false;
            (wide, narrow) = grid.ColumnSpan(row, column) == grid.Columns ? (true, narrow) : (wide, true);
        }
        // unseen rulings may leave blank rows above the title
        return !wide && !narrow || (units || !narrow) && !IsBody(grid, row + 1, row + 1);
    }

    private static readonly string[] Rests = ["预算数", "决算数", "执行数", "完成数", "金额", "预算", "决算"];

    /// <summary>比上年增长 and (%), 完成预算 and 数的%, in the row below, because a ruling or a wide gap parts them; no name stands in it.</summary>
    private static bool IsRest(GridView grid, int row)
    {
        var any = false;
        foreach (var (column, text, _) in grid.Filled(row))
        {
            any = true;
            if (column == 0 || text.AsSpan().ContainsAnyInRange('0', '9')
                || (!text.Contains('%', StringComparison.Ordinal) && Array.IndexOf(Rests, text) < 0 && !(text[0] == '(' && UnitText.IsUnit(text))))
            {
                return false;
            }
        }
        return any;
    }

    /// <summary>A header of some column reaches down beside this row.</summary>
    private static bool IsBesideHeader(GridView grid, int first, int row)
    {
        for (var c = 0; c < grid.Columns; c++)
        {
            if (grid.Cell(row, c) is { } cell && cell.Row >= first && cell.Row < row && grid.Text(row, c).Length > 0)
                return true;
        }
        return false;
    }

    /// <summary>栏次 1 2 3, ** ** 1 2, 甲 乙 1 2 3: ascending by one (each half may begin anew), with nothing but marks beside.</summary>
    public static bool IsNumbering(GridView grid, int row)
    {
        int numbers = 0, letters = 0, last = 0;
        var (named, levels) = (false, false);
        foreach (var (_, text, shape) in grid.Filled(row))
        {
            if (NamesNumbers(text))
            {
                named = true;
            }
            else if (text is "类" or "款" or "项")
            {
                levels = true;
            }
            else if (IsMark(text) || IsLetter(text))
            {
                letters += IsLetter(text) ? 1 : 0;
            }
            else if (numbers + letters == 0 && text is "项目" or "科目" or "科目名称" or "项目名称" or "名称" or "地区" or "预算科目")
            {
                letters += 0;
            }
            else if (ColumnNumber(text) is var number and > 0)
            {
                if (number != last + 1 && number != 1)
                    return false;
                last = number;
                numbers++;
            }
            else if (shape != CellShape.Blank)
            {
                return false;
            }
        }
        // final accounts print 类 款 项 | 栏次 | 1 2 3 in one row
        if (levels)
            return named && numbers >= 2;
        return named || numbers >= 2 || letters >= 2 || (letters == 1 && numbers == 1) || (numbers == 1 && grid.Columns <= 3) || (numbers == 0 && IsStarRow(grid, row));
    }

    /// <summary>栏次 before numbers: a row of the header wherever it stands, as on the next page.</summary>
    public static bool IsNamedNumbering(GridView grid, int row) => grid.Filled(row).Any(static c => NamesNumbers(c.Text)) && IsNumbering(grid, row);

    private static bool NamesNumbers(string text) => text is "栏次" or "行次" or "栏号" or "公式" or "列次" or "关系式";

    private static bool IsStarRow(GridView grid, int row)
    {
        var stars = 0;
        foreach (var (_, text, _) in grid.Filled(row))
            stars += text[0] == '*' ? 1 : 0;
        return stars >= 2;
    }

    private static bool IsMark(string text) => text.AsSpan().Trim('*').Length == 0 || text is "甲" or "乙" or "丙" or "丁" or "--" or "-" or "—";

    /// <summary>Columns may be lettered: <c>B</c>, <c>A=B+C</c>.</summary>
    private static bool IsLetter(string text) =>
        text.Length > 0 && char.IsAsciiLetterUpper(text[0]) && (text.Length == 1 || (text[1] == '=' && text.Length > 2 && text.AsSpan(2).IndexOfAnyExcept(Formula) < 0));

    private static readonly System.Buffers.SearchValues<char> Formula = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/×÷()%.");

    /// <summary>The number of <c>3</c>, <c>(3)</c>, <c>3=1+2</c> or <c>3=2/1*100%</c>; 0 if the text is none.</summary>
    private static int ColumnNumber(string text)
    {
        var span = text.AsSpan();
        if (span.IndexOf('=') is var equals and > 0)
        {
            if (span[(equals + 1)..].IndexOfAnyExcept("0123456789+-*/×÷()%.") >= 0)
                return 0;
            span = span[..equals];
        }
        span = span.Trim("()");
        return span.Length is 1 or 2 && Shapes.IsDigits(span)
            ? int.Parse(span, System.Globalization.CultureInfo.InvariantCulture)
            : 0;
    }

    private static bool IsBody(GridView grid, int row, int first)
    {
        var filled = 0;
        string? name = null;
        var leading = 0;
        foreach (var (column, text, shape) in grid.Filled(row))
        {
            filled++;
            if (shape is CellShape.Percent or CellShape.Garbled)
                return true;
            if (shape == CellShape.Number && !IsYear(text))
                return true;
            if (shape == CellShape.Dash && row > first)
                return true;
            if (name is null && shape == CellShape.Text)
                (name, leading) = (text, column);
        }
        // names alone with room for figures beside them
        return row > first && name is not null && leading <= 3
            && (RowLabels.IsTotal(name) || RowLabels.HasOrdinal(name)) && filled <= grid.Columns / 2 && !AnyGroupWaits(grid, row);
    }

    private static bool IsYear(string text) => text.Length == 4 && text.StartsWith("20", StringComparison.Ordinal) && Shapes.IsDigits(text);

    /// <summary>Whether each column has its header above this row and no group still waits for its parts.</summary>
    private static bool IsComplete(GridView grid, int first, int row)
    {
        for (var c = 0; c < grid.Columns; c++)
        {
            if (!HasHeader(grid, first, row, c) && row < grid.Table.HeaderRows)
                return false;
        }
        return !AnyGroupWaits(grid, row);
    }

    /// <summary>Whether a header cell over several columns ends above this row and this row holds its parts.</summary>
    private static bool AnyGroupWaits(GridView grid, int row)
    {
        for (var c = 0; c < grid.Columns; c++)
        {
            if (grid.Cell(row - 1, c) is { ColumnSpan: > 1 } group && group.Row + group.RowSpan == row && grid.Text(row - 1, c).Length > 0 && WaitsForParts(grid, row, group))
                return true;
        }
        return false;
    }

    private static bool HasHeader(GridView grid, int first, int row, int column)
    {
        for (var r = first; r < row; r++)
        {
            if (grid.Text(r, column).Length > 0)
                return true;
        }
        return false;
    }

    private static bool WaitsForParts(GridView grid, int row, Model.RawCell group)
    {
        int parts = 0, texts = 0;
        for (var c = group.Column; c < Math.Min(grid.Columns, group.Column + group.ColumnSpan); c++)
        {
            if (!grid.Begins(row, c) || grid.ColumnSpan(row, c) >= group.ColumnSpan)
                continue;
            parts++;
            if (grid.Shape(row, c) == CellShape.Text && !RowLabels.HasOrdinal(grid.Text(row, c)))
                texts++;
        }
        return parts > 1 && texts > 1;
    }
}
