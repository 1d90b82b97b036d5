using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Forms;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Guards;

/// <summary>
/// Tells rows of which it is not sure whose figures they hold: by their name, their code, or a figure that they lost. One
/// anomaly a table and fault, however many rows show it.
/// </summary>
internal static class RowGuards
{
    /// <summary>Where more than one row of so many holds rests, any may be torn.</summary>
    private const int OneTorn = 5;

    /// <summary>So many rows above the rest of a figure may its beginning stand: figures that were not broken stand between.</summary>
    private const int RowsTorn = 2;

    /// <summary>Digits between two commas.</summary>
    private const int Thousand = 3;

    public static void Check(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies)
    {
        if (table.Kind is null || table.Rows.IsEmpty)
            return;
        var cells = new RowCells(table);
        var rows = table.Rows.Where(r => cells.HoldsValues(r)).ToList();
        Report(table, doubts, anomalies, rows.FindAll(r => BrokenNames.IsBroken(table, r)), Placing.Unknown, AnomalyCodes.BrokenName, "is a piece of a name", "只是名称的一部分");
        Report(table, doubts, anomalies, table.Source.Ruled ? [] : rows.FindAll(cells.LacksCode()), Placing.Unsure, AnomalyCodes.CodeUnsure, "has no code, while codes stand in rows without a name", "没有编码，而有的编码所在行没有名称");
        if (KindCatalog.Find(table.Kind) is not { Layout: not TableLayout.Form } kind)
        {
            Report(table, doubts, anomalies, rows.FindAll(static r => IsAmongOthers(r.Label)), Placing.Unknown, AnomalyCodes.LabelUnsure, "is two names printed into each other", "是两个名称混在一起");
            // the others are of the group too
            var ofGroups = rows.FindAll(static r => BoxNames.HoldsGroup(r.Label)).Select(static r => r.Block).ToHashSet();
            Report(table, doubts, anomalies, rows.FindAll(r => ofGroups.Contains(r.Block)), Placing.Unsure, AnomalyCodes.LabelUnsure, "stands in a box where the name of a group ran into that of a row", "所在资金栏中分组名称与某行名称连在一起");
            return;
        }
        Report(table, doubts, anomalies, rows.FindAll(cells.IsNamedUncertainly), Placing.Unknown, AnomalyCodes.LabelUnsure, "has characters that are not certain", "含有无法确定的字符");
        Report(table, doubts, anomalies, rows.FindAll(cells.HoldsOtherSide), Placing.Unknown, AnomalyCodes.LabelUnsure, "stands beside a figure that runs into a name, as if another row began there", "旁边的数字与另一名称连在一起");
        Report(table, doubts, anomalies, rows.FindAll(static r => r.Label.Contains("()", StringComparison.Ordinal)), Placing.Unknown, AnomalyCodes.LabelUnsure, "has brackets with nothing in them", "括号内没有文字");
        Report(table, doubts, anomalies, rows.FindAll(r => r.Label is "栏次" or "行次" || (r == rows[0] && cells.NumbersColumns(r))), Placing.Unknown, AnomalyCodes.LabelUnsure, "numbers the columns, and is of the header", "是栏次行，属于表头");
        Report(table, doubts, anomalies, rows.FindAll(static r => AreTwo(r.Label)), Placing.Unknown, AnomalyCodes.LabelUnsure, "is the names of two rows", "是两行的名称");
        Report(table, doubts, anomalies, rows.FindAll(r => HoldsFigure(r.Label) || cells.HoldsThousands(r)), Placing.Unknown, AnomalyCodes.LabelUnsure, "holds a figure of a neighbour", "含有相邻单元格的数字");
        var nameless = rows.FindAll(static r => RowLabels.WithoutOrdinal(r.Label).Length == 0 && (r.Code.Length == 0 || r.Label.Length > 0));
        // bare digits may be the rest of the figures above, where there are many of all; codes and numbers in one cell are those of others
        var rests = nameless.FindAll(cells.HoldsDigitsAlone);
        var fallen = LossGuards.CollapsedCells(table).ToLookup(c => table.Columns.Any(k => k.Index == c.Column && k.Role.IsValue()), static c => c.Row);
        var beginless = rows.FindAll(cells.HoldsTornFigure);
        // where no ruling shows the columns, one that holds figures of two puts those beside it in doubt in all rows
        var isMixed = !table.Source.Ruled && table.Source.Cells.Any(c => fallen[true].Contains(c.Row) && LossGuards.HoldsFigures(c.Text) && !LossGuards.HoldsThousands(c.Text));
        var torn = isMixed ? rows : rows.FindAll(r => fallen[false].Contains(r.Row) || rests.Exists(n => n.Block == r.Block && n.Row == r.Row + 1) || beginless.Exists(n => n.Block == r.Block && n.Row > r.Row && n.Row <= r.Row + RowsTorn));
        foreach (var row in rests.Count * OneTorn > rows.Count ? rows : torn)
            doubts.Doubt(table, row, Placing.Unsure);
        // where no ruling parts the rows, the name of such figures may be that of the row beside them; a total, or a row of bare digits, may have lost a line of each of its figures to them
        foreach (var row in rows.FindAll(r => (r.IsTotal || !table.Source.Ruled || cells.HoldsDigitsAlone(r)) && nameless.Exists(n => n.Block == r.Block && Math.Abs(n.Row - r.Row) == 1)))
            doubts.Doubt(table, row, Placing.Unsure);
        Report(table, doubts, anomalies, rows.FindAll(r => r is { IsTotal: true, Code.Length: 0 } && rows.Exists(o => o.Block == r.Block && o.Label == r.Label && o.Code.Length == 0 && (Math.Abs(o.Row - r.Row) == 1 || (!table.Source.Ruled && o.Row < r.Row && cells.AreSame(o, r))))),
            Placing.Unsure, AnomalyCodes.LabelUnsure, "stands twice in the table", "在表中出现两次");
        var hiding = rows.Select(static r => r.Block).Distinct().Where(cells.HidesFigures).ToHashSet();
        Report(table, doubts, anomalies, rows.FindAll(r => hiding.Contains(r.Block)), Placing.Unsure, AnomalyCodes.LabelUnsure, "stands beside names that end with figures of another column", "所在半边有名称末尾连着另一列的数字");
        Report(table, doubts, anomalies, rows.FindAll(RowCodes.GoesOnInName), Placing.Unsure, AnomalyCodes.LabelUnsure, "begins with the rest of its code", "以其编码的末尾数字开头");
        Report(table, doubts, anomalies, rows.FindAll(cells.BeginsWithHeader), Placing.Unsure, AnomalyCodes.LabelUnsure, "begins with the header of the names", "以名称列的表头开头");
        Report(table, doubts, anomalies, cells.NamesWithFigures(rows), Placing.Unsure, AnomalyCodes.LabelUnsure, "stands in one cell with its figure", "与其数字同在一个单元格内");
        Report(table, doubts, anomalies, nameless, Placing.Unknown, AnomalyCodes.LabelUnsure, "is no name: figures stand in a row without one", "不是名称：该行数字没有名称");
        Report(table, doubts, anomalies, beginless, Placing.Unknown, AnomalyCodes.LabelUnsure, "stands beside a figure that begins with a point: the rest of one of another row", "旁边的数字以小数点开头：应为另一行数字的末尾");
        Report(table, doubts, anomalies, rows.FindAll(r => Enumerable.Range(r.Row - RowsTorn, RowsTorn + 1).Any(n => cells.HoldsBeginning(n, r.Block)) || cells.GoesOnBelow(r.Row, r.Block) || cells.GoesOnBelow(r.Row - 1, r.Block)), Placing.Unknown, AnomalyCodes.LabelUnsure, "stands at or right below a figure that ends with a separator, in a short group or with too few decimals: its rest is in another row", "所在行或上一行有以分隔符结尾、末组不足三位或小数位不足的数字：其余部分在另一行");
        Report(table, doubts, anomalies, rows.FindAll(r => r.Code.Length == 0 && (r.Label is [>= '\u2E80'] || (r.Label is "支出" or "收入" && (kind.IsGovernment ? !table.Source.Ruled : kind.Layout == TableLayout.TwoSided)))), Placing.Unknown, AnomalyCodes.LabelUnsure, "is the rest of another name", "应为另一名称的末尾");
        Report(table, doubts, anomalies, rows.FindAll(cells.HoldsWords), Placing.Unknown, AnomalyCodes.LabelUnsure, "stands beside a figure with words before it: the end of the name", "旁边的数字前有文字：应为名称的末尾");
        Report(table, doubts, anomalies, table.Source.Ruled ? [] : rows.FindAll(cells.IsBesideScraps(rows)), Placing.Unsure, AnomalyCodes.LabelUnsure, "stands beside words without figures that may be of its row", "相邻一行只有文字而无数字，可能属于该行");
        CheckRunTogether(table, doubts, anomalies, rows);
        Report(table, doubts, anomalies, TornNames.Cut(table, rows), Placing.Unsure, AnomalyCodes.BrokenName, "is only the beginning of the name of its code", "只是其编码名称的开头");
        Report(table, doubts, anomalies, TornNames.Beginless(table, rows), Placing.Unsure, AnomalyCodes.BrokenName, "is only the end of the name of its code", "只是其编码名称的末尾");
        Report(table, doubts, anomalies, table.Source.Ruled ? [] : rows.FindAll(cells.BorrowsName), Placing.Unsure, AnomalyCodes.LabelUnsure, "is a second name: nothing tells how far down the first one above reaches", "是第二名称：无法确定上方第一名称包括到哪一行");
        Report(table, doubts, anomalies, TornNames.Subtotals(table, rows), Placing.Unsure, AnomalyCodes.LabelUnsure, "stands where nothing tells what it is of", "无法确定属于何项");
        Report(table, doubts, anomalies, TornNames.WithUnit(table, rows), Placing.Unsure, AnomalyCodes.LabelUnsure, "holds the name of its unit, whose column is blank", "含有单位名称，而单位列为空");
        Report(table, doubts, anomalies, TornNames.Joined(rows), Placing.Unsure, AnomalyCodes.CodeUnsure, "has a code that ran into another number or into the name", "的编码与其他数字或名称连在一起");
        var ofTwo = TornNames.OfTwoRows(table, rows);
        // what a name has too much another lacks, and other names of several lines of a government may be those of several rows
        foreach (var row in table.Source.Ruled ? [] : rows.FindAll(r => ofTwo.Exists(o => o.Block == r.Block && (Math.Abs(o.Row - r.Row) == 1 || (kind.IsGovernment && cells.IsOfLines(r))))))
            doubts.Doubt(table, row, Placing.Unsure);
        Report(table, doubts, anomalies, ofTwo, Placing.Unsure, AnomalyCodes.LabelUnsure, "is the names of two rows in one", "是两行的名称连在一起");
        Report(table, doubts, anomalies, Pieces(rows), Placing.Unsure, AnomalyCodes.LabelUnsure, "is a piece of the name of a code, and has none", "是某编码名称的一部分，却没有编码");
        var coded = rows.FindAll(static r => r.Code.Length > 0);
        Report(table, doubts, anomalies, coded.Count(static r => r.Label.Length > 0) * 2 > coded.Count ? coded.FindAll(static r => r.Label.Length == 0 && r.CodeScheme is CodeText.Functional or CodeText.DepartmentEconomic) : [],
            Placing.Unsure, AnomalyCodes.LabelUnsure, "stands alone: the row has no name", "单独出现：该行没有名称");
        var unnamed = kind.Vocabulary == ColumnVocabulary.Procurement ? rows.FindAll(static r => r.Label.Length == 0 && r.Code.Length > 0) : [];
        // where no ruling parts the rows, the lines of its name went to others
        foreach (var row in table.Source.Ruled || unnamed.Count == 0 ? [] : rows.FindAll(static r => !r.IsTotal))
            doubts.Doubt(table, row, Placing.Unsure);
        Report(table, doubts, anomalies, unnamed, Placing.Unsure, AnomalyCodes.LabelUnsure, "stands alone: the row has no name", "单独出现：该行没有名称");
        Report(table, doubts, anomalies, rows.FindAll(r => !cells.CodeIsWhole(r) || IsOfFunction(r)), Placing.Unsure, AnomalyCodes.CodeUnsure, "has a code that was not read whole", "的编码未读全");
        Report(table, doubts, anomalies, RowCodes.OddCodes(rows), Placing.Unsure, AnomalyCodes.CodeUnsure, "has another code than its kind has, or lost it", "的编码与同类编码形式不符，或已丢失");
        Report(table, doubts, anomalies, table.Source.Ruled ? [] : RowCodes.OfNextTable(rows), Placing.Unsure, AnomalyCodes.LabelUnsure, "begins the rows of another table: their codes are of another list than those above", "起为另一张表的行：其编码体系与上方不同");
        Report(table, doubts, anomalies, RowCodes.ShortCodes(rows), Placing.Unsure, AnomalyCodes.CodeUnsure, "has a shorter code than the other projects", "的编码短于其他项目");
        Report(table, doubts, anomalies, rows.FindAll(r => HoldsStray(r, kind.IsGovernment)), Placing.Unsure, AnomalyCodes.LabelUnsure, "is a known name and something else", "除已知名称外还有别的文字");
        if (kind.Layout == TableLayout.TwoSided)
            Report(table, doubts, anomalies, rows.FindAll(r => IsOfOtherSide(table, r)), Placing.Unknown, AnomalyCodes.LabelUnsure, "names the other side than its columns", "所属的一侧与其数字列不符");
        if (kind.Layout == TableLayout.Folded)
            Report(table, doubts, anomalies, RowCodes.WithoutCodes(rows), Placing.Unsure, AnomalyCodes.CodeUnsure, "has no code, as all rows of this half, while those of the other have theirs", "及其所在半边各行均无编码，而另一半边有");
        if (kind.Vocabulary is not (ColumnVocabulary.Procurement or ColumnVocabulary.Sources))
            Report(table, doubts, anomalies, RowCodes.OfOneCode(rows), Placing.Unsure, AnomalyCodes.CodeUnsure, "shares its code with rows of other names", "与其他名称的行编码相同");
    }

    /// <summary>What tells of columns that ran together.</summary>
    private static void CheckRunTogether(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies, List<BudgetRow> rows)
    {
        Report(table, doubts, anomalies, rows.FindAll(static r => !BracketsClose(r.Label) || r.Label.EndsWith('。')), Placing.Unsure, AnomalyCodes.LabelUnsure, "has a bracket or mark that does not close, or is a sentence", "的括号、引号或标点不成对，或为句子");
        Report(table, doubts, anomalies, rows.Exists(static r => CodeText.IsProject(r.Code) || r.CodeScheme is CodeText.Functional or CodeText.DepartmentEconomic) ? rows.FindAll(static r => r.Code.StartsWith('0') || (r.Code.Length == 0 && r.Label is ['0', >= '0' and <= '9', >= '\u4E00', ..])) : [],
            Placing.Unsure, AnomalyCodes.CodeUnsure, "has the end of a code for its code", "的编码只是编码的末尾");
        Report(table, doubts, anomalies, rows.FindAll(static r => TornNames.HoldsCodedName(r.Label)), Placing.Unsure, AnomalyCodes.LabelUnsure, "is the end of one name, and the code and name of another", "是一个名称的末尾和另一行的编码与名称");
        // one short number may be a name: the hotline 12345
        var coded = rows.Exists(static r => r.Code.Length == 0 && CodeIn(r.Label).Length > 0) ? rows.FindAll(static r => RanInto(r).Length > 0) : [];
        var numbers = coded.Select(RanInto).Distinct(StringComparer.Ordinal).ToList();
        Report(table, doubts, anomalies, numbers.Count > 1 || numbers.Exists(static n => n.Length >= RowCodes.UnitCode) ? coded : [], Placing.Unsure, AnomalyCodes.LabelUnsure, "holds a code that stands in a column of its own", "含有本应单独成列的编码");
    }

    /// <summary>2025年预算数2026年预算数: names that differ by their digits, between which a ruling was missed.</summary>
    private static bool AreTwo(string label) => label.Length > 4 && label.Length % 2 == 0 && label.Any(char.IsAsciiDigit) && Enumerable.Range(0, label.Length / 2).All(i =>
        label[i] == label[i + label.Length / 2] || (char.IsAsciiDigit(label[i]) && char.IsAsciiDigit(label[i + label.Length / 2])));

    /// <summary>46822000.00支出, 0.00二、国防支出, /其他收入, 1,539,663: the border between figure and name was missed. Years and numbers of projects are no figures.</summary>
    public static bool HoldsFigure(string label)
    {
        if (label.Length < 2)
            return false;
        if (label[0] is '/' or '△' or '▲' || label[^1] is '/' or '△' or '▲')
            return true;
        var start = 0;
        while (start < label.Length && IsOfFigure(label[start]))
            start++;
        var end = label.Length;
        while (end > 0 && IsOfFigure(label[end - 1]))
            end--;
        if (HoldsSeveral(label))
            return true;
        return (start > 0 && RowLabels.HasOrdinal(label[start..])) || PrintedAmounts.IsAmount(label.AsSpan(0, start)) || PrintedAmounts.IsAmount(label.AsSpan(end));
    }

    /// <summary>15,100.215,100.2 or 3,4233,455 among words: figures of several columns printed into each other, since behind a point no figure has a comma, and behind a comma none has four digits; or two with decimals (43036.09无143164.50).</summary>
    private static bool HoldsSeveral(string label)
    {
        int point = -1, decimals = 0;
        for (var i = 0; i < label.Length; i++)
        {
            if (!IsOfFigure(label[i]))
                point = -1;
            else if (label[i] == '.' && i > 0 && char.IsAsciiDigit(label[i - 1]))
                (point, decimals) = (i, decimals + (HasDecimals(label, i) ? 1 : 0));
            else if (label[i] == ',' && point >= 0 && point < i - 1 && i + 1 < label.Length && char.IsAsciiDigit(label[i + 1]))
                return true;
            else if (label[i] == ',' && i > 0 && char.IsAsciiDigit(label[i - 1]) && label.Length - i > Thousand + 1 && !label.AsSpan(i + 1, Thousand + 1).ContainsAnyExceptInRange('0', '9'))
                return true;
        }
        return decimals > 1;
    }

    /// <summary>Whether a point stands before two decimals and behind three digits or more that are no year (2021.03).</summary>
    private static bool HasDecimals(string label, int point)
    {
        var whole = 0;
        while (whole < point && char.IsAsciiDigit(label[point - whole - 1]))
            whole++;
        return whole > 2 && !(whole == 4 && label[point - whole] is '1' or '2') && label.Length - point > 2 && char.IsAsciiDigit(label[point + 1]) && char.IsAsciiDigit(label[point + 2]);
    }

    /// <summary>The code in the name of a row without one, or the code of no function that was split off it.</summary>
    private static string RanInto(BudgetRow row) =>
        row.Code.Length == 0 ? CodeIn(row.Label) : row.Code.Length == 7 && row.CodeScheme == CodeText.Functional && CodeCatalog.Names(CodeText.Functional, row.Code[..5]).IsEmpty ? row.Code : "";

    /// <summary>The code that ran into a name (1318长沙市, 湄潭县293农业农村局), "" if none did. Years, and numbers of roads and papers, are words.</summary>
    public static string CodeIn(string label)
    {
        for (var i = 0; i < label.Length; i++)
        {
            if (!char.IsAsciiDigit(label[i]))
                continue;
            var end = i;
            while (end < label.Length && char.IsAsciiDigit(label[end]))
                end++;
            var word = (end < label.Length && label[end] is '年' or '号' or '-' or '.' or '(' or '个' or '名' or '人' or '万' or '项' or '工') || (end + 1 < label.Length && label[end + 1] == '道') || (i > 0 && !IsWord(label[i - 1]));
            if (end - i >= 3 && end < label.Length && IsWord(label[end]) && !word)
                return label[i..end];
            i = end;
        }
        return "";
    }

    /// <summary>A text of a cell has both of its brackets; one of them tells that the cell was cut, or that two were mixed. So do a single quotation mark and one that begins with 、.</summary>
    public static bool BracketsClose(string label)
    {
        var open = 0;
        if (label.StartsWith('、') || label.Count(static c => c is '“' or '”') == 1)
            return false;
        foreach (var c in label)
        {
            open += c is '(' or '[' or '【' or '《' ? 1 : c is ')' or ']' or '】' or '》' ? -1 : 0;
            if (open < 0)
                return false;
        }
        return open == 0;
    }

    /// <summary>缴费支出 without a code, where the other rows have theirs: the end of a name whose beginning went elsewhere.</summary>
    private static List<BudgetRow> Pieces(List<BudgetRow> rows)
    {
        var bare = rows.FindAll(static r => r.Code.Length == 0 && r.Label.Length > 0 && !r.IsTotal && !BrokenNames.IsKnown(r.Label));
        var schemes = rows.Where(static r => r.CodeScheme is CodeText.Functional or CodeText.DepartmentEconomic or CodeText.GovernmentEconomic).GroupBy(static r => r.CodeScheme).ToList();
        if (bare.Count == 0 || schemes.Count == 0 || schemes.Max(static g => g.Count()) * 2 < rows.Count)
            return [];
        var names = CodeCatalog.All().Where(n => schemes.Exists(g => g.Key == n.Scheme)).Select(static n => n.Name).ToList();
        return bare.FindAll(r => names.Exists(n => n.Length > r.Label.Length && n.EndsWith(r.Label, StringComparison.Ordinal)));
    }

    private static bool IsWord(char c) => c >= 0x2E80 && c is not ('第' or '“' or '、');

    private static bool IsOfFigure(char c) => char.IsAsciiDigit(c) || c is '.' or ',';

    /// <summary>一般公共预算拨款收入 or 收入总计 beside columns of expenditure, 支出总计 beside those of revenue.</summary>
    private static bool IsOfOtherSide(BudgetTable table, BudgetRow row)
    {
        var header = table.Columns.FirstOrDefault(c => c.Block == row.Block && c.Role == ColumnRole.Money)?.Path ?? "";
        var (income, expenditure) = (Words.Has(header, "收入"), Words.Has(header, "支出"));
        var other = income == expenditure ? "" : income ? "支出" : "收入";
        var name = RowLabels.WithoutOrdinal(row.Label).ToString();
        return other.Length > 0 && (name.EndsWith(other, StringComparison.Ordinal) || name.EndsWith(other + "总计", StringComparison.Ordinal) || name.EndsWith(other + "合计", StringComparison.Ordinal));
    }

    /// <summary>公共安全支出用, 取暖费内部资料: the name of the row's code, or of a function, and something behind or before it that is no bracket and makes no other name, or figures between its characters.</summary>
    /// <param name="whole">Of a government, which has names of many more funds and programmes than are known: only a known name behind another is none.</param>
    private static bool HoldsStray(BudgetRow row, bool whole)
    {
        var name = RowLabels.WithoutOrdinal(row.Label).ToString();
        if (name.Length < 4 || BrokenNames.IsKnown(name))
            return false;
        if (BrokenNames.IsInterrupted(name))
            return true;
        if (row.Code.Length > 0)
            return CodeCatalog.Names(row.CodeScheme, row.Code).Any(n => n.Length > 2 && IsStray(name, n));
        if (whole)
            return BrokenNames.Functions.Any(n => IsStray(name, n) && BrokenNames.IsKnown(name.Replace(n, "", StringComparison.Ordinal)));
        return BrokenNames.IsKnown(name[..^1]) && IsStray(name, name[..^1]) || BrokenNames.IsKnown(name[1..]) || BrokenNames.Functions.Any(n => IsStray(name, n));
    }

    private static bool IsStray(string name, string known)
    {
        if (name.Length <= known.Length)
            return false;
        var rest = name.StartsWith(known, StringComparison.Ordinal) ? name[known.Length..] : name.EndsWith(known, StringComparison.Ordinal) ? name[..^known.Length] : "";
        return rest.Length > 0 && rest[0] is not ('(' or '[' or '-' or '—' or '、' or '/' or ':' or '及' or '和' or '与') && rest is not ("类" or "款" or "项" or "支出" or "费" or "费用" or "合计" or "小计" or "其他" or "其中:" or "用于" or "监管" or "管理" or "事务");
    }

    /// <summary>210101 行政单位医疗: a name of functions whose code has lost a digit, and looks like that of a unit.</summary>
    private static bool IsOfFunction(BudgetRow row) => row.CodeScheme == CodeText.Unit && CodeCatalog.IsName(CodeText.Functional, row.Label);

    /// <summary>专项资金情财政拨款:况: the name of an amount of a form, with its colon, among the characters of another text.</summary>
    private static bool IsAmongOthers(string label) => Array.Exists(FormReader.Amounts, w => label.IndexOf(w + ":", StringComparison.Ordinal) is > 0 and var at && at + w.Length + 1 < label.Length && label[at + w.Length + 1] >= '\u4E00');

    private static void Report(BudgetTable table, PlaceDoubts doubts, ImmutableArray<Anomaly>.Builder anomalies, List<BudgetRow> rows, Placing how, AnomalyCode code, string english, string chinese)
    {
        if (rows.Count == 0)
            return;
        foreach (var row in rows)
            doubts.Doubt(table, row, how);
        var first = rows[0];
        var cell = table.Source.Cells.FirstOrDefault(c => c.Row == first.Row && Folding.Label(c.Text) == first.Label) ?? table.Source.Cells.First(c => c.Row == first.Row);
        var name = first.Label.Length > 0 ? first.Label : first.Code;
        anomalies.Add(new Anomaly(code, new CellRef(cell.Area, table.Ordinal, first.Row, cell.Column), table.Kind ?? "", name, "", name, "",
            string.Create(CultureInfo.InvariantCulture, $"“{name}” {english}; so it is in {rows.Count} {(rows.Count == 1 ? "row" : "rows")} of the table, whose figures are doubtful."), Origin.Extraction)
        {
            Chinese = string.Create(CultureInfo.InvariantCulture, $"“{name}”{chinese}；表中共有 {rows.Count} 行如此，其数字存疑。"),
        });
    }
}
