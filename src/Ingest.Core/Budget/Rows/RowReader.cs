using System.Collections.Immutable;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Tables.Sheets;

namespace Ingest.Core.Budget.Rows;

/// <summary>Reads names and codes of the body rows, for each half by itself.</summary>
internal static class RowReader
{
    public static ImmutableArray<BudgetRow> Read(GridView grid, HeaderZone zone, TableColumn[] columns, int[] blocks, int end)
    {
        var rows = ImmutableArray.CreateBuilder<BudgetRow>();
        var last = blocks.Length == 0 ? -1 : blocks[^1];
        for (var block = 0; block <= last; block++)
        {
            var names = ReadBlock(grid, zone, columns, blocks, block, end);
            CodeSchemes.Assign(names, columns, blocks, block);
            RowLevels.Append(rows, names, block);
        }
        rows.Sort(static (a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Block.CompareTo(b.Block));
        return rows.ToImmutable();
    }

    /// <summary>Rows of the body that are no rows of figures: notes over the whole width, headers printed again.</summary>
    public static bool IsAside(GridView grid, HeaderZone zone, int row)
    {
        int filled = 0, repeated = 0;
        var wide = false;
        foreach (var (column, text, shape) in grid.Filled(row))
        {
            filled++;
            if (shape is not CellShape.Text)
                return false;
            wide |= grid.ColumnSpan(row, column) * 2 > grid.Columns && !RowLabels.IsTotal(text);
            for (var r = zone.First; r < zone.End; r++)
                repeated += grid.Begins(r, column) && IsSameHeader(grid.Text(r, column), text) ? 1 : 0;
        }
        if (filled == 0)
            return false;
        return (filled == 1 && wide && grid.Columns > 2) || (repeated >= 2 && repeated * 2 > filled) || IsNote(grid, row, filled);
    }

    /// <summary>A header printed again may be cut short at the page's edge.</summary>
    private static bool IsSameHeader(string header, string text) =>
        header == text || (text.Length >= 3 && header.StartsWith(text, StringComparison.Ordinal));

    /// <summary>The first body row that is the title or the header of another table, drawn into the same grid; the number of rows if there is none.</summary>
    public static int EndOfTable(GridView grid, HeaderZone zone, TableColumn[] columns)
    {
        for (var r = zone.End + 1; r < grid.Rows; r++)
        {
            int words = 0, values = 0, filled = 0, headers = 0;
            foreach (var (column, text, shape) in grid.Filled(r))
            {
                filled++;
                headers += HeaderLexicon.IsKnown(text) ? 1 : 0;
                if (grid.ColumnSpan(r, column) * 2 > grid.Columns && TitleText.Read(text) is { } title && KindMatcher.ByTitle(title) is not null)
                    return r;
                if (!columns[column].IsValue)
                    continue;
                if (shape == CellShape.Text)
                    words++;
                else
                    values++;
            }
            if ((words >= 2 || (words == 1 && headers > 2 && headers == filled)) && words > values && !IsAside(grid, zone, r))
                return r;
        }
        return grid.Rows;
    }

    private static bool IsNote(GridView grid, int row, int filled)
    {
        var text = grid.Text(row, 0);
        return filled == 1 && (LineWords.BeginsNote(text) || text.StartsWith("注1", StringComparison.Ordinal) || text.StartsWith("本表", StringComparison.Ordinal));
    }

    private static List<RowName> ReadBlock(GridView grid, HeaderZone zone, TableColumn[] columns, int[] blocks, int block, int end)
    {
        var names = new List<RowName>(grid.Rows - zone.End);
        var carriedCode = new CodeParts();
        var carriedLabel = "";
        var labels = 0;
        var isUnnamed = false;
        foreach (var column in columns)
            labels += blocks[column.Index] == block && column.Role == ColumnRole.Label ? 1 : 0;
        var asides = new HashSet<int>();
        for (var r = zone.End; r < end; r++)
        {
            if (IsAside(grid, zone, r) || (HeaderZone.IsNumbering(grid, r) && (r == zone.End || HeaderZone.IsNamedNumbering(grid, r))))
            {
                asides.Add(r);
                continue;
            }
            var name = ReadRow(grid, zone, columns, blocks, block, r, carriedCode, labels);
            // a header printed again may reach over rows that hold what is left of a row cut by the page
            if (!name.HasValues && columns.Any(c => c.Role == ColumnRole.Label && blocks[c.Index] == block && grid.Cell(r, c.Index) is { } cell && asides.Contains(cell.Row)))
                continue;
            if (name.Periods.Length > 0)
            {
                if (name.Label.Length == 0 && name.Code.Length == 0)
                    name = name with { Label = carriedLabel };
                carriedLabel = name.Label;
                name = name with { Label = name.Label.Length > 0 ? $"{name.Label}/{name.Periods}" : name.Periods };
            }
            if (name.Label.Length == 0 && name.Code.Length == 0)
            {
                if (!name.HasValues)
                    continue;
                isUnnamed |= names.Count == 0;
                if (names.Count == 0)
                    name = name with { Label = "合计" };
            }
            names.Add(name);
        }
        // a first row of figures is the total, but not of a block that has lost all of its names
        if (names.Count > 1 && isUnnamed && names.FindIndex(1, static n => n.Label.Length > 0 || n.Code.Length > 0) < 0)
            names[0] = names[0] with { Label = "" };
        return names;
    }

    private static RowName ReadRow(GridView grid, HeaderZone zone, TableColumn[] columns, int[] blocks, int block, int row, CodeParts carried, int names)
    {
        string label = "", periods = "", text = "", oddCode = "", total = "";
        var values = false;
        carried.Begin();
        int labelCell = -1, namedBy = -1;
        foreach (var column in columns)
        {
            if (blocks[column.Index] != block)
                continue;
            // a header that reaches down beside a first total names no row
            var shown = grid.Cell(row, column.Index) is { } cell && cell.Row < zone.End ? "" : grid.Text(row, column.Index);
            // it may stand over the numbers of the lines too
            total = total.Length == 0 && RowLabels.IsTotal(shown) ? shown : total;
            switch (column.Role)
            {
                case ColumnRole.Code:
                    if (Shapes.IsDigits(shown) || CodeText.IsProject(shown) || (shown.Length == 1 && char.IsAsciiLetterUpper(shown[0])))
                        carried.Add(shown);
                    else if (shown.Length > 0 && grid.Index(row, column.Index) != labelCell)
                        oddCode = shown;
                    else
                        carried.Add("");
                    break;
                case ColumnRole.Label when HeaderWords.IsPeriodName(column.Leaf) && names > 1:
                    periods = shown;
                    break;
                case ColumnRole.Label:
                    if (label.Length == 0 && shown.Length > 0 && !Shapes.IsFigure(shown, grid.Shape(row, column.Index)))
                        (label, labelCell, namedBy) = (shown, grid.Index(row, column.Index), grid.Index(row, column.Index));
                    break;
                case ColumnRole.Text when labelCell >= 0 && !values && (IsPartOf(grid, row, column, labelCell) || IsNamedBelow(grid, row, column, labelCell)):
                    label = $"{label}/{shown}";
                    labelCell = -1;
                    break;
                case ColumnRole.Text:
                    if (text.Length == 0 && grid.Shape(row, column.Index) == CellShape.Text && column.Leaf is not ("备注" or "说明" or "备注说明"))
                        text = shown;
                    break;
                default:
                    values |= column.IsValue && grid.BeginsInRow(row, column.Index) && shown.Length > 0;
                    break;
            }
        }
        var code = carried.Joined();
        if (oddCode.Length > 0 && oddCode != label)
            (code, label) = Combine(code, oddCode, label);
        if (code.Length == 0 && label.Length > 0)
        {
            var (found, rest) = CodeText.Split(label);
            if (found.Length > 0 && rest.Length > 0)
                (code, label) = (found, rest);
        }
        (code, label) = GoOn(code, label);
        label = label.Length == 0 && code.Length == 0 ? total : label;
        var borrowed = label.Length == 0 && code.Length == 0 && values;
        return new RowName(row, code, borrowed ? text : label, periods, values, namedBy >= 0 ? grid.Table.Cells[namedBy].Indent : borrowed ? RowName.Borrowed : 0);
    }

    /// <summary>
    /// A name over several rows whose parts are named in the next column under the same header (一般公共预算资金 | 小计, 专项收入).
    /// </summary>
    private static bool IsPartOf(GridView grid, int row, TableColumn column, int labelCell)
    {
        var group = grid.Table.Cells[labelCell];
        return group.RowSpan > 1 && group.Column + group.ColumnSpan == column.Index && column.Parts.Length <= 1
            && grid.Begins(row, column.Index) && grid.Shape(row, column.Index) == CellShape.Text
            && grid.Text(0, column.Index) is var header && (header.Length == 0 || grid.Index(0, column.Index) == grid.Index(0, group.Column));
    }

    /// <summary>一般债券 | 合计, 新增债券, 置换债券 …: a name over several rows with a total among what stands beside it, which are the names of the rows.</summary>
    private static bool IsNamedBelow(GridView grid, int row, TableColumn column, int labelCell)
    {
        var group = grid.Table.Cells[labelCell];
        return group.RowSpan > 1 && group.Column + group.ColumnSpan == column.Index && grid.Begins(row, column.Index) && grid.Shape(row, column.Index) == CellShape.Text
            && Enumerable.Range(group.Row, group.RowSpan).Any(r => grid.Begins(r, column.Index) && grid.Text(r, column.Index) is "合计" or "小计");
    }

    /// <summary>A code column that holds more than a code: 2080501-名称, or the name of a row without code.</summary>
    private static (string Code, string Label) Combine(string code, string odd, string label)
    {
        var (found, rest) = CodeText.Split(odd);
        if (found.Length > 0)
            return (found, label.Length > 0 ? label : rest);
        return code.Length == 0 && label.Length > 0 && IsForeign(odd) ? (odd, label) : (code, label.Length > 0 ? label : odd);
    }

    /// <summary>229 | 60彩票公益金安排的支出: the rest of a code ran into the name, as the names of the codes tell.</summary>
    private static (string Code, string Label) GoOn(string code, string label)
    {
        var digits = 0;
        while (digits < label.Length && char.IsAsciiDigit(label[digits]))
            digits++;
        if (code.Length < 3 || digits == 0 || label.Length - digits < 2)
            return (code, label);
        var (whole, name) = (code + label[..digits], label[digits..]);
        return CodeCatalog.Names(CodeText.SchemeOf(whole), whole).Any(n => n.Contains(name, StringComparison.Ordinal) || name.StartsWith(n, StringComparison.Ordinal)) ? (whole, name) : (code, label);
    }

    /// <summary>P184300-0056, the number of a bond's project: it begins with a letter, as no code of the budget does, and a cut one of a project does not.</summary>
    private static bool IsForeign(string text) =>
        text.Length is >= 5 and <= 40 && char.IsAsciiLetter(text[0]) && text.AsSpan().ContainsAnyInRange('0', '9') && text.AsSpan().IndexOfAnyExcept(Foreign) < 0;

    private static readonly System.Buffers.SearchValues<char> Foreign = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");
}

/// <summary>Name and code of a row before the scheme of its codes is known.</summary>
/// <param name="Periods">A second name that tells years apart.</param>
/// <param name="HasValues">Some value cell of the half holds something.</param>
/// <param name="Indent">Of the label in its cell, in ems.</param>
internal sealed record RowName(int Row, string Code, string Label, string Periods, bool HasValues, float Indent)
{
    /// <summary>The indent of a name that stands in another column, which cannot be compared with those of the others.</summary>
    public const float Borrowed = -1;

    public string Scheme { get; init; } = "";
}

/// <summary>
/// The parts of a code that stands in several columns (类 款 项). Where only the part of the row's own level is printed,
/// the upper ones are those of the rows above.
/// </summary>
internal sealed class CodeParts
{
    private readonly List<string> _current = [];
    private readonly List<string> _above = [];

    public void Begin() => _current.Clear();

    public void Add(string part) => _current.Add(part);

    public string Joined()
    {
        if (_current.Count == 1)
            return _current[0];
        var first = _current.FindIndex(static p => p.Length > 0);
        if (first < 0)
            return "";
        var last = _current.FindLastIndex(static p => p.Length > 0);
        var code = "";
        for (var i = 0; i <= last; i++)
        {
            var part = _current[i].Length > 0 ? _current[i] : i < first && i < _above.Count ? _above[i] : "";
            // the row above that printed it is not in this table
            if (part.Length == 0 && i < first)
                return "";
            // whole codes one column further right than above: 2080505 | , then  | 210
            if (i == first && code.Length > 2 && part.Length > 2 && CodeText.SchemeOf(part).Length > 0 && !part.StartsWith(code, StringComparison.Ordinal))
                code = "";
            // a column may print the whole code down to its level
            code = part.Length > code.Length && code.Length > 0 && part.StartsWith(code, StringComparison.Ordinal) && part.Length >= 5 ? part : code + part;
            if (i < _above.Count)
                _above[i] = part;
            else
                _above.Add(part);
        }
        _above.RemoveRange(last + 1, _above.Count - last - 1);
        return code;
    }
}
