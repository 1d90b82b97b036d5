using Ingest.Core.Budget.Guards;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Columns;

/// <summary>Reads header chains and decides the role of each column from its header words and from what its body holds.</summary>
internal static class ColumnReader
{
    /// <summary>So many words below 类 or 款, and no digits, are names.</summary>
    private const int FewestNames = 2;

    public static TableColumn[] Read(GridView grid, HeaderZone zone)
    {
        var columns = new TableColumn[grid.Columns];
        for (var c = 0; c < columns.Length; c++)
        {
            var parts = Parts(grid, zone, c);
            var body = BodyCounts.Of(grid, zone, c);
            columns[c] = new TableColumn(c, parts, body, HeaderWords.IsCode(parts) && HoldsLetters(grid, zone, c) ? ColumnRole.Code : RoleOf(parts, body));
        }
        Settle(columns);
        return columns;
    }

    /// <summary>A, B and C number goods, works and services: codes, though they are no digits.</summary>
    private static bool HoldsLetters(GridView grid, HeaderZone zone, int column)
    {
        var letters = 0;
        for (var r = zone.End; r < grid.Rows; r++)
        {
            if (!grid.Begins(r, column) || grid.Text(r, column) is not { Length: > 0 } text || RowLabels.IsTotal(text))
                continue;
            if (text.Length != 1 || !char.IsAsciiLetterUpper(text[0]))
                return false;
            letters++;
        }
        return letters > 0;
    }

    private static string[] Parts(GridView grid, HeaderZone zone, int column)
    {
        var parts = new List<string>(zone.End - zone.First);
        var last = -1;
        var isAlone = false;
        for (var r = zone.First; r < zone.End; r++)
        {
            var index = grid.Index(r, column);
            if ((zone.Numbering[r] && grid.Text(r, column) is not ("类" or "款" or "项")) || index < 0 || index == last)
                continue;
            last = index;
            // 金额**: the mark of a note; 部门:某局 stands above the header, beside groups as well
            if (HeaderFormulas.Without(grid.Text(r, column), grid, zone).Trim('*') is not { Length: > 0 } text || TitleText.EntityLine(text) is not null)
                continue;
            // 2024年 and 决算数, 上缴上级 and 支出, 合计 and (元) above each other over one column are one header of two lines
            if (isAlone && grid.ColumnSpan(r, column) == 1 && ((HeaderWords.IsYear(parts[^1]) && HeaderWords.IsOfYear(text)) || IsOfTwoLines(parts[^1], text) || text is ['(', .., ')']))
                parts[^1] += text;
            else
                parts.Add(text);
            isAlone = grid.ColumnSpan(r, column) == 1;
        }
        return [.. parts];
    }

    /// <summary>Whether the upper text is no header by itself, and both together are one.</summary>
    private static bool IsOfTwoLines(string upper, string lower) => !HeaderLexicon.IsKnown(upper) && HeaderLexicon.IsKnown(upper + lower);

    private static ColumnRole RoleOf(string[] parts, BodyCounts body)
    {
        var leaf = parts.Length > 0 ? parts[^1] : "";
        if (HeaderWords.IsOrdinal(leaf))
            return ColumnRole.Ordinal;
        // the header 序号 may have run into that of the codes beside it
        if (HeaderWords.IsCode(parts) && leaf.Length > 1 && body.Small >= 3 && body.Ascending >= body.Small - 1 && body.Codes == 0)
            return ColumnRole.Ordinal;
        if (HeaderWords.IsCode(parts))
            return body.Texts > body.Numbers && (HeaderWords.IsName(leaf) || (leaf is "类" or "款" or "项" && body is { Texts: >= FewestNames, Codes: 0 })) ? ColumnRole.Label : ColumnRole.Code;
        if (leaf.EndsWith("名称", StringComparison.Ordinal) && body.Texts > 0)
            return ColumnRole.Label;
        if (body.Texts > body.Numbers + body.Dashes)
            return HeaderWords.IsMeasure(leaf) && body.Texts <= body.Blanks && !HeaderWords.IsName(leaf) && !HeaderWords.IsRemark(leaf) ? ValueRole(parts, body) : ColumnRole.Label;
        if (leaf.Length == 0 && body.Small > 3 && body.Ascending >= body.Small - 2 && body.Figures == 0)
            return ColumnRole.Ordinal;
        // 无 or a dash below 科目名称: the table has no rows
        if (body.Numbers == 0 && HeaderWords.IsName(leaf) && !HeaderWords.IsMeasure(leaf))
            return ColumnRole.Label;
        if (HeaderWords.IsRemark(leaf) || (leaf.Length == 0 && body.Numbers + body.Dashes == 0))
            return ColumnRole.Text;
        // 机关事业单位基本养老保险基金 only has the word in it
        if (HeaderWords.EndsLikeName(leaf) && !HeaderWords.IsMeasure(leaf) && body.Codes * 2 > body.Filled && body.Figures == 0)
            return ColumnRole.Code;
        return ValueRole(parts, body);
    }

    private static ColumnRole ValueRole(string[] parts, BodyCounts body)
    {
        var leaf = parts.Length > 0 ? parts[^1] : "";
        if (HeaderWords.IsRate(leaf) || body.NamesPercent || (body.Percents * 2 > body.Numbers && body.Percents > 0))
            return ColumnRole.Percent;
        return HeaderWords.IsQuantity(leaf) ? ColumnRole.Quantity : ColumnRole.Money;
    }

    /// <summary>
    /// What only the neighbours tell: of several columns of words the first (and the one beside a code) names the row, the
    /// others are text; codes left of names are codes.
    /// </summary>
    private static void Settle(TableColumn[] columns)
    {
        var named = false;
        for (var c = 0; c < columns.Length; c++)
        {
            var column = columns[c];
            if (IsBeforeName(columns, c))
                columns[c] = column = column with { Role = ColumnRole.Code };
            // several columns under it are those of each term
            if (column.Role == ColumnRole.Money && HeaderWords.IsTerm(column.Leaf) && Array.TrueForAll(columns, o => o.Index == column.Index || o.Leaf != column.Leaf))
                columns[c] = column = column with { Role = ColumnRole.Quantity };
            if (column.IsValue)
                named = false;
            if (column.Role != ColumnRole.Label)
                continue;
            var besideCode = c > 0 && columns[c - 1].Role == ColumnRole.Code;
            var second = named && !(besideCode && !FirstLabelIsBesideCode(columns, c)) && !HeaderWords.IsPeriodName(column.Leaf);
            if (second || ((HeaderWords.IsRemark(column.Leaf) || HeaderWords.IsTerm(column.Leaf)) && !IsOnlyName(columns, c)))
                columns[c] = column with { Role = ColumnRole.Text };
            else
                named = true;
        }
    }

    /// <summary>Codes left of a name, or of the rest of a code: nameless ones, and below a piece of a header (部门经济, whose 科目编码 is in the next row) before all names and figures.</summary>
    private static bool IsBeforeName(TableColumn[] columns, int at)
    {
        var column = columns[at];
        if (!column.IsValue || column.Body is not { Codes: > 0, Figures: 0 } body || at + 1 == columns.Length || columns[at + 1].Role is not (ColumnRole.Label or ColumnRole.Code))
            return false;
        return columns[at + 1].Role == ColumnRole.Label && column.Leaf.Length == 0
            || body.Codes * 2 > body.Filled && !HeaderWords.IsMeasure(column.Leaf) && !Array.Exists(columns, o => o.Index < at && (o.IsValue || o.Role == ColumnRole.Label));
    }

    private static bool FirstLabelIsBesideCode(TableColumn[] columns, int before)
    {
        for (var c = before - 1; c > 0 && !columns[c].IsValue; c--)
        {
            if (columns[c].Role == ColumnRole.Label && columns[c - 1].Role == ColumnRole.Code)
                return true;
        }
        return false;
    }

    private static bool IsOnlyName(TableColumn[] columns, int at)
    {
        foreach (var column in columns)
        {
            if (column.Index != at && column.Role == ColumnRole.Label)
                return false;
        }
        return true;
    }
}
