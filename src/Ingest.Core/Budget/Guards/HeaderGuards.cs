using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Forms;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Guards;

/// <summary>
/// Tells where the header of a table was not read whole. The fault seldom stays in the cell where it shows: the text that
/// one column has too much another lacks. So the whole table is in doubt, and said so once.
/// </summary>
internal static class HeaderGuards
{
    /// <summary>Characters of a header that names one thing.</summary>
    private const int LongestHeader = 14;

    public static void Check(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        if (KindCatalog.Find(table.Kind ?? "") is not { } kind)
            return;
        Twins(table, doubts, anomalies);
        if (kind.Layout == TableLayout.Form)
        {
            if (Values(table).FirstOrDefault(static c => c.Path.Split('/').Any(RowGuards.HoldsFigure)) is { } odd)
                Unsure(table, odd, Explain(HeaderFault.Strange, odd.Path), InChinese(HeaderFault.Strange, odd.Path), doubts, anomalies);
            else if (Values(table).FirstOrDefault(static c => BoxNames.IsGroup(c.Path)) is { } group)
                Unsure(table, group, Explain(HeaderFault.Piece, group.Path), InChinese(HeaderFault.Piece, group.Path), doubts, anomalies);
            return;
        }
        Uncertain(table, doubts, anomalies);
        if (Symptom(table, kind) is var (column, english, chinese))
            Unsure(table, column, english, chinese, doubts, anomalies);
        Unknown(table, kind, doubts, anomalies);
    }

    private static void Unsure(BudgetTable table, BudgetColumn column, string english, string chinese, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        doubts.Doubt(table, Placing.Unsure);
        anomalies.Add(About(table, AnomalyCodes.HeaderUnsure, column, english, chinese));
    }

    /// <summary>Characters of a header that are not certain, where the header is none that is known.</summary>
    private static void Uncertain(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        foreach (var cell in table.Source.Cells)
        {
            if (cell.Row >= table.HeaderRows || !cell.Untrusted || HeaderLexicon.IsKnown(Folding.Label(cell.Text)))
                continue;
            var below = Values(table).Where(c => c.Index >= cell.Column && c.Index < cell.Column + cell.ColumnSpan).ToList();
            foreach (var column in below)
                doubts.Doubt(table, column, Placing.Unsure);
            if (below.Count > 0)
                anomalies.Add(About(table, AnomalyCodes.HeaderUnsure, below[0], $"{cell.Text} has characters that are not certain.", $"“{cell.Text}”含有无法确定的字符。"));
        }
    }

    /// <summary>Another column of figures of the same half under the very same header: nobody can tell the two apart.</summary>
    private static void Twins(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        BudgetColumn? first = null;
        foreach (var column in table.Columns)
        {
            var mixed = Values(table).Any(c => c == column) && column.Path.Split('/').Any(p => HeaderLexicon.FaultOf(p) == HeaderFault.Mixed);
            if (!mixed && !Values(table).Any(c => c.Index != column.Index && c.Block == column.Block && c.Path == column.Path && column.Role.IsValue()))
                continue;
            doubts.Doubt(table, column, Placing.Unknown);
            first ??= column;
        }
        if (first is not null)
            anomalies.Add(About(table, AnomalyCodes.AmbiguousColumns, first, "Several columns of figures stand under the same header.", "多列数字的表头相同。"));
    }

    private static (BudgetColumn Column, string English, string Chinese)? Symptom(BudgetTable table, TableKind kind)
    {
        var ofGovernment = kind.Vocabulary == ColumnVocabulary.Government;
        foreach (var column in table.Columns.Where(static c => c.Role.IsValue() || c.Role is ColumnRole.Label or ColumnRole.Code or ColumnRole.Text))
        {
            var parts = column.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            foreach (var part in parts)
            {
                if (HeaderLexicon.FaultOf(part) is { } fault && (column.Role.IsValue() || fault == HeaderFault.RunTogether) && !(ofGovernment && IsOwnWord(fault, part)))
                    return (column, Explain(fault, part), InChinese(fault, part));
            }
            if (!column.Role.IsValue())
                continue;
            if (!table.Source.Ruled && Array.Find(parts, IsInterwoven) is { } woven)
                return (column, Explain(HeaderFault.Mixed, woven), InChinese(HeaderFault.Mixed, woven));
            if (HeaderLexicon.Contradict(parts))
                return (column, $"{column.Path}: the part does not belong to its group.", $"“{column.Path}”：该列不属于其上的分组。");
            // 项目 heads the names of both sides
            if ((Array.Find(parts, IsNoMeasure) ?? (kind.Layout == TableLayout.TwoSided && parts is ["收入" or "支出", "项目"] ? parts[^1] : null)) is { } other)
                return (column, $"Figures stand under {other}, which heads codes or names, or is a title or a row.", $"“{other}”是编码、名称的表头，或标题、行名，其下却是数字。");
            if (kind.Layout == TableLayout.TwoSided && !ofGovernment && parts.Length > 1 && HeaderLexicon.IsSideAfterMore(parts[0]))
                return (column, Explain(HeaderFault.Strange, parts[0]), InChinese(HeaderFault.Strange, parts[0]));
            if (parts.Length == 0 && column.Role == ColumnRole.Money)
                return (column, "A column of figures has no header.", "一列数字没有表头。");
            if (parts is ["小计"] && table.Columns.Any(static c => c.Path is "合计" or "总计"))
                return (column, "小计 stands without the group that it is of.", "“小计”上方缺少其所属的分组表头。");
        }
        return OverAll(table) ?? BesideNames(table) ?? OverFigure(table) ?? OfOneYear(table) ?? TornGroups.In(table) ?? OutsideOfTable(table) ?? OfTwoLines(table) ?? BehindNamed(table) ?? (ofGovernment ? null : SideGuards.Of(table, kind) ?? OverNames(table, kind)) ?? BelowNothing(table, ofGovernment);
    }

    /// <summary>对附属单事业单位上缴上级项目支出位补助支, 经营支出支出出: lines of several headers in one.</summary>
    public static bool IsInterwoven(string part) => part.Contains("支出支出", StringComparison.Ordinal) || part.Contains("收入收入", StringComparison.Ordinal)
        || (part.Length is >= 6 and var length && length % 2 == 0 && part.AsSpan(0, length / 2).SequenceEqual(part.AsSpan(length / 2))) || part.Split("(元)").Length > 2 || part.Split("(万元)").Length > 2 || (part.Length > LongestHeader && part.Split("支出").Length + part.Split("收入").Length > 4);

    /// <summary>科目编码 heads codes, 科目名称 and 地区 names, 财政拨款收支总表 is the title, 公开01表 the number of the form, 一、财政拨款收入 a row.</summary>
    public static bool IsNoMeasure(string part) => part.Contains("编码", StringComparison.Ordinal) || part.EndsWith("名称", StringComparison.Ordinal) || part.EndsWith('表') || part is "地区" or "区划"
        || (RowLabels.OrdinalLevel(part) == 1 && BrokenNames.IsKnown(part));

    /// <summary>Governments have headers that would be pieces of a department's: 调整预算, 本级, 2024年完成数, and the names of programmes.</summary>
    private static bool IsOwnWord(HeaderFault fault, string part) =>
        fault is HeaderFault.Piece or HeaderFault.Strange or HeaderFault.RunTogether && part.Length > 1 && !RowGuards.HoldsFigure(part) && !HeaderLexicon.EndsPeriod(part);

    /// <summary>The lowest header cell of a column of figures heads the names beside it too: its own was missed.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? BesideNames(BudgetTable table)
    {
        foreach (var column in Values(table).Where(static c => c.Role.IsValue()))
        {
            var cell = table.Source.Cells.LastOrDefault(c => c.Row < table.HeaderRows && c.Text.Length > 0 && c.Column <= column.Index && column.Index < c.Column + c.ColumnSpan);
            if (cell is { ColumnSpan: > 1 } && table.Columns.Any(n => n.Role == ColumnRole.Label && n.Block == column.Block && n.Index >= cell.Column && n.Index < cell.Column + cell.ColumnSpan
                && !table.Source.Cells.Any(c => c.Row > cell.Row && c.Row < table.HeaderRows && c.Text.Length > 0 && c.Column <= n.Index && n.Index < c.Column + c.ColumnSpan)))
            {
                return (column, $"Figures stand under {column.Path}, which heads the names beside them.", $"“{column.Path}”是旁边名称列的表头，其下却是数字。");
            }
        }
        return null;
    }

    /// <summary>本年支出 over 科目名称 in one cell over all columns, which tells none of them apart: the group took in the header of the names.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? OverAll(BudgetTable table)
    {
        var cell = table.Source.Cells.TakeWhile(c => c.Row < table.HeaderRows).FirstOrDefault(c => c.ColumnSpan == table.Source.Columns && c.ColumnSpan > 1 && c.Raw.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [_, _, ..] lines && Array.Exists(lines, static l => HeaderLexicon.IsKnown(Folding.Label(l))));
        return cell is not null && Values(table).FirstOrDefault() is { } column ? (column, $"{cell.Text} stands over all columns, like headers that were not told apart.", $"“{cell.Text}”横跨所有列，像是未能区分的表头。") : null;
    }

    /// <summary>预算数 over 73663: the first figures were taken for the end of the header. The numbers of columns are no higher than there are columns.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? OverFigure(BudgetTable table)
    {
        foreach (var cell in table.Source.Cells.TakeWhile(c => c.Row < table.HeaderRows).Where(c => HeaderFigures.IsAmount(table.Source, c)))
        {
            if (Values(table).FirstOrDefault(c => c.Index >= cell.Column && c.Index < cell.Column + cell.ColumnSpan) is { } column)
                return (column, $"{cell.Text} ends with a figure of the first row.", $"“{cell.Text}”末尾是第一行的数字。");
        }
        return null;
    }

    /// <summary>A column says its year and the total beside it says none: the group that did was lost.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? OfOneYear(BudgetTable table)
    {
        var dated = Values(table).Any(static c => c.Role == ColumnRole.Money && HeaderLexicon.IsOfYear(c.Path.Split('/')[0]) && (Words.Has(c.Path, "执行") || Words.Has(c.Path, "决算")));
        foreach (var column in Values(table))
        {
            if (dated && column.Path is "合计" or "小计" or "总计" or "基本支出" or "项目支出" or "基本支出预算" or "项目支出预算")
                return (column, $"{column.Path} says no year where other columns say theirs.", $"其他列标明年份，而“{column.Path}”没有。");
        }
        return null;
    }

    /// <summary>The texts of groups stand above the table instead of in it: 人员经费 公用经费.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? OutsideOfTable(BudgetTable table)
    {
        foreach (var line in table.Source.Caption)
        {
            var texts = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (texts.Length > 0 && Array.TrueForAll(texts, HeaderLexicon.IsKnown) && (texts.Length > 1 || HeaderLexicon.IsGroup(texts[0])) && Values(table).FirstOrDefault() is { } column
                && !table.Columns.Any(c => c.Path.Contains(texts[0], StringComparison.Ordinal)))
            {
                return (column, $"{line.Text} stands above the table like a header that was left out of it.", $"“{line.Text}”位于表格上方，像是漏读的表头。");
            }
        }
        return null;
    }

    /// <summary>收入 over 项目 without a ruling between them, read as one cell.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? OfTwoLines(BudgetTable table)
    {
        foreach (var cell in table.Source.Cells)
        {
            if (cell.Row >= table.HeaderRows)
                break;
            // in a narrow ruled cell the two lines may be one header
            if (table.Source.Ruled && cell.Full)
                continue;
            var lines = cell.Raw.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length > 1 && Text.Folding.Label(lines[0]) is "收入" or "支出" && Values(table).FirstOrDefault() is { } column)
                return (column, $"{cell.Text} is two headers in one.", $"“{cell.Text}”是两个表头连在一起。");
        }
        return null;
    }

    /// <summary>A group of figures reaches over a column of names before them: it was drawn too wide, and may miss one at its other end.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? OverNames(BudgetTable table, TableKind kind)
    {
        if (kind.Layout == TableLayout.TwoSided || table.Columns.Any(static c => c.Block > 0))
            return null;
        // words behind the first of its figures name no row: the last line of a header went to the first one
        var wide = table.Columns.FirstOrDefault(n => n.Role is ColumnRole.Label or ColumnRole.Code or ColumnRole.Text && n.Path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end
            && Values(table).Where(c => c.Role == ColumnRole.Money && c.Path.StartsWith(n.Path[..(end + 1)], StringComparison.Ordinal)).ToList() is { Count: > 0 } under
            && (under[0].Index < n.Index && !HeaderWords.IsRemark(n.Path) && !table.Columns.Any(static c => c.Role is ColumnRole.Label or ColumnRole.Code) || LossGuards.NamesMoney(n.Path[..end]) && Values(table).All(c => c.Index > n.Index)));
        return wide is null ? null : (wide, $"{wide.Path}: a group of figures stands over names.", $"“{wide.Path}”：数字列的分组表头覆盖了名称列。");
    }

    /// <summary>A column of figures has the name of its group alone, the one before it a name of its own below that: it may be the name of both. The total of a group, which needs none, comes first.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? BehindNamed(BudgetTable table)
    {
        var column = Values(table).FirstOrDefault(c => c.Path.Length > 0 && table.Columns.Any(b => b.Index == c.Index - 1 && b.Block == c.Block && b.Path.StartsWith(c.Path + "/", StringComparison.Ordinal)));
        return column is null ? null : (column, $"A column behind others of {column.Path} has no header of its own.", $"“{column.Path}”下其他列之后的一列没有自己的表头。");
    }

    /// <summary>Nothing stands over the header of a column, where other columns have a group there: the group was cut too narrow.</summary>
    private static (BudgetColumn Column, string English, string Chinese)? BelowNothing(BudgetTable table, bool ofGovernment)
    {
        foreach (var cell in table.Source.Cells)
        {
            if (cell.Row + cell.RowSpan >= table.HeaderRows || cell.Text.Length > 0)
                continue;
            foreach (var column in Values(table))
            {
                // rulings that leave a blank over the total of all columns say that it is in no group
                if (column.Index < cell.Column || column.Index >= cell.Column + cell.ColumnSpan || (table.Source.Ruled && UnitText.WithoutUnit(column.Path) is "总计" or "合计"))
                    continue;
                // 2024年决算数 says all beside 2025年执行数 with its parts
                if (ofGovernment && HeaderLexicon.IsOfYear(column.Path.Replace("/", "", StringComparison.Ordinal)))
                    continue;
                // the blank lies between a group and its parts
                if (ofGovernment && table.Source.Cells.Any(c => c.Row < cell.Row && c.Text.Length > 0 && c.Column <= column.Index && column.Index < c.Column + c.ColumnSpan))
                    continue;
                // blank above a formula is below the group itself
                if (table.Source.Cells.Any(c => c.Row == cell.Row && c.Text.Length > 0) && HasPartBelow(table, column, cell))
                    return (column, $"Nothing stands over {column.Path} where other columns have a group.", $"“{column.Path}”上方没有分组表头，而其他列有。");
            }
        }
        return null;
    }

    private static bool HasPartBelow(BudgetTable table, BudgetColumn column, RawCell blank)
    {
        var parts = column.Path.Split('/');
        return table.Source.Cells.Any(c => c.Row > blank.Row && c.Row < table.HeaderRows && c.Column <= column.Index && column.Index < c.Column + c.ColumnSpan
            && Array.IndexOf(parts, Folding.Label(c.Text)) >= 0);
    }

    /// <summary>Columns of money whose meaning the kind does not know.</summary>
    private static void Unknown(BudgetTable table, TableKind kind, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        // governments name programmes and transfers in their columns as they like
        if (kind.Vocabulary is ColumnVocabulary.Form or ColumnVocabulary.Government)
            return;
        var unknown = Values(table).Where(static c => c is { Role: ColumnRole.Money, Key: null } && !Array.TrueForAll(c.Path.Split('/'), HeaderLexicon.IsKnown)).ToList();
        foreach (var column in unknown)
            doubts.Doubt(table, column, Placing.Unsure);
        if (unknown.Count > 0)
        {
            anomalies.Add(About(table, AnomalyCodes.ColumnUnknown, unknown[0],
                string.Create(CultureInfo.InvariantCulture, $"What {unknown.Count} of the columns of figures mean is not known, the first is {unknown[0].Path}."),
                string.Create(CultureInfo.InvariantCulture, $"有 {unknown.Count} 列数字的含义未知，首列为“{unknown[0].Path}”。")));
        }
    }

    private static string Explain(HeaderFault fault, string part) => fault switch
    {
        HeaderFault.Piece => $"{part} is only a piece of a header.",
        HeaderFault.RunTogether => $"{part} is two headers in one.",
        HeaderFault.Mixed => $"{part} is the mixed text of two headers.",
        _ => $"{part} is a known header and something else.",
    };

    private static string InChinese(HeaderFault fault, string part) => fault switch
    {
        HeaderFault.Piece => $"“{part}”只是表头的一部分。",
        HeaderFault.RunTogether => $"“{part}”是两个表头连在一起。",
        HeaderFault.Mixed => $"“{part}”由两个表头的文字混成。",
        _ => $"“{part}”除已知表头外还有别的文字。",
    };

    public static IEnumerable<BudgetColumn> Values(BudgetTable table) => table.Columns.Where(static c => c.Role.IsValue());

    private static Anomaly About(BudgetTable table, AnomalyCode code, BudgetColumn column, string english, string chinese)
    {
        var header = table.Source.Cells.LastOrDefault(c => c.Row < table.HeaderRows && c.Column <= column.Index && column.Index < c.Column + c.ColumnSpan && c.Text.Length > 0) ?? table.Source.Cells[0];
        return new Anomaly(code, new CellRef(header.Area, table.Ordinal, header.Row, column.Index), table.Kind ?? "", "", column.Path, column.Path, "", english, Origin.Extraction) { Chinese = chinese };
    }
}
