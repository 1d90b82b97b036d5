using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Guards;

/// <summary>Codes and names that were cut or ran together where no ruling parts them, or at the end of a page, as the catalogue of codes tells.</summary>
internal static class TornNames
{
    /// <summary>So many names of a table are whole for one that is cut; where more are short, the table prints short names.</summary>
    private const int WholeForOne = 4;

    /// <summary>So many characters beside the name of another row, the same as at its ends, are of rows with that name.</summary>
    private const int FewestAlike = 4;

    /// <summary>So many characters of a name behind its code tell that it is that.</summary>
    private const int FewestOfName = 2;

    /// <summary>So many characters has each of two known names in one.</summary>
    private const int FewestOfKnown = 6;

    /// <summary>Characters of the name of a unit, and rows that have it, or a group beside them.</summary>
    private const int ShortestUnit = 5, FewestNamed = 2;

    /// <summary>Figures of a code in brackets that needs no known name behind it: one of three may be a number.</summary>
    private const int FewestOfCode = 5;

    /// <summary>Rows whose name is only the beginning of the name of their code, in a table that prints whole names.</summary>
    public static List<BudgetRow> Cut(BudgetTable table, List<BudgetRow> rows)
    {
        var coded = rows.FindAll(static r => r.Label.Length > 0 && !CodeCatalog.Names(r.CodeScheme, r.Code).IsEmpty);
        var cut = coded.FindAll(static r => CodeCatalog.Names(r.CodeScheme, r.Code) is var names && !names.Contains(r.Label) && names.Any(n => n.StartsWith(r.Label, StringComparison.Ordinal)));
        // a table of few rows may have lost the line below its last one, where no ruling closes it
        if (cut.Count * (WholeForOne + 1) > coded.Count)
            return cut is [var last] && !table.Source.Ruled && last.Row == table.Source.Rows - 1 && coded.Count > 1 ? cut : [];
        // between rulings a name can only have been cut by the end of its page, where the table does not print it so elsewhere
        return table.Source.Ruled ? cut.FindAll(r => EndsPage(table.Source, r) && rows.Count(o => o.Code == r.Code && o.Label == r.Label) == 1) : cut.FindAll(r => IsLastOfPage(table.Source, r) || HoldsRest(table, r));
    }

    /// <summary>Rows whose name is only the end of the name of their code, where no ruling parts them from the row above, which holds its beginning.</summary>
    public static List<BudgetRow> Beginless(BudgetTable table, List<BudgetRow> rows) => table.Source.Ruled ? [] : rows.FindAll(static r => r.Label.Length > 0
        && CodeCatalog.Names(r.CodeScheme, r.Code) is var names && !names.Contains(r.Label) && names.Any(n => n.EndsWith(r.Label, StringComparison.Ordinal)));

    /// <summary>
    /// Subtotals without a name, and rows with a second name beside theirs, where no ruling shows which rows a name reaches over; where names that
    /// stand several times without a code have those of groups in some rows left of them, all rows but the total of all.
    /// </summary>
    public static List<BudgetRow> Subtotals(BudgetTable table, List<BudgetRow> rows)
    {
        if (table.Source.Ruled)
            return [];
        // the names of governments' programmes are known to no list, and their sums leave more open
        var repeated = rows.Where(r => IsGovernment(table) && r is { Code.Length: 0, Label.Length: > 0 } && IsBesideGroups(table, rows, r)).GroupBy(static r => (r.Block, Last(r))).Where(static g => g.Count() > 1).SelectMany(static g => g).ToHashSet();
        if (repeated.Count > 0)
            return rows.FindAll(r => !r.IsTotal || repeated.Contains(r));
        if (!rows.Exists(IsSubtotal))
            return [];
        return rows.FindAll(r => IsSubtotal(r) || table.Source.Cells.Any(c => c.Row == r.Row && Folding.Label(c.Text) is { Length: > 0 } text && text != r.Label && text.All(static t => t is >= '\u4E00' or '(' or ')')
            && table.Columns.Any(k => k.Index == c.Column && k.Block == r.Block && k.Role == ColumnRole.Text)));
    }

    /// <summary>Rows whose names hold that of their unit too: the column of units is blank in all rows, and all names have a text in common.</summary>
    public static List<BudgetRow> WithUnit(BudgetTable table, List<BudgetRow> rows)
    {
        var named = rows.FindAll(static r => !r.IsTotal && r.Label.Length >= ShortestUnit);
        if (named.Count < FewestNamed || !table.Columns.Any(c => !c.Role.IsValue() && c.Path.EndsWith("单位", StringComparison.Ordinal) && !table.Source.Cells.Any(o => o.Column == c.Index && o.Row >= table.HeaderRows && o.Text.Length > 0)))
            return [];
        var first = named[0].Label;
        return Enumerable.Range(0, first.Length - ShortestUnit + 1).Select(i => first.Substring(i, ShortestUnit)).Any(t => t.All(static ch => ch >= '\u4E00') && named.TrueForAll(r => r.Label.Contains(t, StringComparison.Ordinal))) ? named : [];
    }

    /// <summary>Whether a column of names left of the name of a row is blank beside it, and not in some rows. A name over both is no group.</summary>
    private static bool IsBesideGroups(BudgetTable table, List<BudgetRow> rows, BudgetRow row) => table.Source.Cells.FirstOrDefault(c => c.Row == row.Row && Folding.Label(c.Text) == Last(row)) is { } name
        && table.Columns.Any(g => g.Block == row.Block && g.Role is ColumnRole.Label && g.Index < name.Column && IsBlank(table, row.Row, g.Index)
            && rows.Count(o => o.Block == row.Block && table.Source.Cells.Any(c => c.Text.Length > 0 && c.Row == o.Row && c.Column == g.Index && c.Column + c.ColumnSpan <= name.Column)) >= FewestNamed);

    /// <summary>The name of a row without those of its groups: 全省/合计.</summary>
    private static string Last(BudgetRow row) => row.Label[(row.Label.LastIndexOf('/') + 1)..];

    private static bool IsBlank(BudgetTable table, int row, int column) => !table.Source.Cells.Any(c => c.Text.Length > 0 && c.Row <= row && row < c.Row + c.RowSpan && c.Column <= column && column < c.Column + c.ColumnSpan);

    private static bool IsSubtotal(BudgetRow row) => row is { Label: "小计", Code.Length: 0 };

    /// <summary>Whether a cell of the body begins with what the name lacks: what was cut off stands somewhere, where no other page may hold it.</summary>
    private static bool HoldsRest(BudgetTable table, BudgetRow row)
    {
        var rests = CodeCatalog.Names(row.CodeScheme, row.Code).Where(n => n.StartsWith(row.Label, StringComparison.Ordinal)).Select(n => n[row.Label.Length]).ToHashSet();
        return table.Source.Cells.Any(c => c.Row >= table.HeaderRows && Folding.Label(c.Text) is [var begin, ..] && rests.Contains(begin));
    }

    private static bool IsLastOfPage(RawTable table, BudgetRow row) =>
        table.Cells.FirstOrDefault(c => c.Row == row.Row) is { } here && table.Cells.FirstOrDefault(c => c.Row == row.Row + 1)?.Area.Page != here.Area.Page;

    /// <summary>The name stands in the last row of a page, before others on the next one or where it fills its cell.</summary>
    private static bool EndsPage(RawTable table, BudgetRow row) => IsLastOfPage(table, row)
        && (row.Row + 1 < table.Rows || table.Cells.Any(c => c.Row <= row.Row && row.Row < c.Row + c.RowSpan && c.Full && Folding.Label(c.Text).EndsWith(row.Label, StringComparison.Ordinal)));

    /// <summary>Rows whose code has the number of the row before it (15 220), or stands in the name.</summary>
    public static List<BudgetRow> Joined(List<BudgetRow> rows) => rows.FindAll(static r => HoldsCode(r.Label) || HasNumber(r));

    /// <summary>Rows whose name is that of two: a second ordinal or 其中 stands in it, the name of another row and parts of that, the total of a side behind another name, or the body behind its project, whose own column is blank.</summary>
    public static List<BudgetRow> OfTwoRows(BudgetTable table, List<BudgetRow> rows)
    {
        var bodies = table.Columns.FirstOrDefault(static c => c.Role is ColumnRole.Text or ColumnRole.Label && c.Path is "项目单位" or "单位名称");
        return rows.FindAll(r => HoldsOrdinal(r.Label) || HoldsParts(r.Label) || (!table.Source.Ruled && IsOfKnown(r.Label)) || rows.Exists(o => HoldsName(r.Label, o.Label)) || IsWithTotal(r.Label) || (bodies is not null && CodeText.IsProject(r.Code) && NameClaims.IsBody(r.Label)
            && !table.Source.Cells.Any(c => c.Column == bodies.Index && c.Row <= r.Row && r.Row < c.Row + c.RowSpan && c.Text.Length > 0)));
    }

    /// <summary>一、公共安全支出二、教育支出. 第一、二、三产业 and 教学楼一、二楼 count, and a project may be part (二).</summary>
    public static bool HoldsOrdinal(string label)
    {
        for (var i = 2; i + 3 < label.Length; i++)
        {
            if (label[i - 1] is >= '\u4E00' and not '第' && !RowLabels.IsNumeral(label[i - 1]) && RowLabels.OrdinalLevel(label[i..]) is var level && (level == 1 || (level == 2 && RowLabels.HasOrdinal(label))) && RowLabels.WithoutOrdinal(label[i..]) is [var next, ..] && !RowLabels.IsNumeral(next))
                return true;
        }
        return false;
    }

    /// <summary>公共预算拨款收入其中:专项资金, 务转贷、其中:对: what opens the parts begins a name or a header, or stands in brackets.</summary>
    public static bool HoldsParts(string text) => text.LastIndexOf("其中:", StringComparison.Ordinal) is > 0 and var at && text[at - 1] is not ('(' or '/');

    /// <summary>Whether a table is of a kind of whole governments.</summary>
    public static bool IsGovernment(BudgetTable table) => KindCatalog.Find(table.Kind ?? "") is { IsGovernment: true };

    /// <summary>国有企业退休人员社会化管理补助支出国有企业改革成本支出, 一般公共预算财政拨款政府性基金预算财政拨款: two long names that are known.</summary>
    private static bool IsOfKnown(string label)
    {
        var name = RowLabels.WithoutOrdinal(label).ToString();
        return name.Length >= 2 * FewestOfKnown && !BrokenNames.IsKnown(name)
            && Enumerable.Range(FewestOfKnown, name.Length - (2 * FewestOfKnown) + 1).Any(cut => IsName(name[..cut]) && IsName(name[cut..]));

        // 一般公共预算财政拨款 heads columns and rows
        static bool IsName(string part) => BrokenNames.IsKnown(part) || HeaderLexicon.IsKnown(part);
    }

    /// <summary>业务运维专项 + 气象业务运维专项 + 气象业: the name of another row, between what ends and what begins like it: lines of rows with the same name.</summary>
    private static bool HoldsName(string label, string name)
    {
        if (name.Length == 0 || label.Length < name.Length + FewestAlike || label.IndexOf(name, StringComparison.Ordinal) is not (>= 0 and var at))
            return false;
        return name.EndsWith(label[..at], StringComparison.Ordinal) && name.StartsWith(label[(at + name.Length)..], StringComparison.Ordinal);
    }

    /// <summary>年终结转结余支出总计, 三、国有资本经营预算收入总计, 年末结转和结余总计: the total of all stands behind what is one of its parts; or before one: 本年收入合计年初结转和结余.</summary>
    private static bool IsWithTotal(string label)
    {
        var name = RowLabels.WithoutOrdinal(label).ToString();
        if (Math.Max(name.IndexOf("合计", StringComparison.Ordinal), name.IndexOf("总计", StringComparison.Ordinal)) is >= 0 and var at && name[(at + 2)..] is [>= '\u4E00' and not ('及' or '和' or '与' or '加' or '减'), ..] behind && HoldsBalance(behind))
            return true;
        if (!name.EndsWith("总计", StringComparison.Ordinal))
            return false;
        var rest = name[..^2];
        if (!rest.EndsWith("支出", StringComparison.Ordinal) && !rest.EndsWith("收入", StringComparison.Ordinal))
            return rest.EndsWith("结余", StringComparison.Ordinal) || rest.EndsWith("结转", StringComparison.Ordinal);
        rest = rest[..^2];
        return (rest.Length > 0 && rest.Length + 4 < label.Length) || rest.EndsWith("结余", StringComparison.Ordinal) || rest.EndsWith("结转", StringComparison.Ordinal) || BrokenNames.IsKnown(rest);
    }

    private static bool HoldsBalance(string name) => name.Contains("结转", StringComparison.Ordinal) || name.Contains("结余", StringComparison.Ordinal);

    /// <summary>务2010303-机关服务, 费支出[210]卫生健康支出: behind words a known code stands with its name, of which the beginning at least is there.</summary>
    public static bool HoldsCodedName(string label)
    {
        for (var i = 1; i < label.Length; i++)
        {
            if (!char.IsAsciiDigit(label[i]) || char.IsAsciiDigit(label[i - 1]))
                continue;
            var end = i;
            while (end < label.Length && char.IsAsciiDigit(label[end]))
                end++;
            var words = label[i - 1] is '[' or '(' or '【' ? i - 2 : i - 1;
            var name = label[end..].TrimStart(']', ')', '】', '-', ' ');
            // in brackets a code needs no name that is known
            var isClosed = words == i - 2 && end - i >= FewestOfCode;
            if (words >= 0 && label[words] is >= '\u4E00' and <= '\u9FFF' && name.Length >= FewestOfName && (IsBeginning(CodeText.Functional) || IsBeginning(CodeText.DepartmentEconomic)))
                return true;
            bool IsBeginning(string scheme) => CodeCatalog.Names(scheme, label[i..end]).Any(n => isClosed || n.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(n, StringComparison.Ordinal));
        }
        return false;
    }

    private static bool HasNumber(BudgetRow row)
    {
        if (row.Code.Length is 1 or 2)
            return BrokenNames.IsKnown(row.Label);
        if (row.Code.Length == 0 || CodeText.IsProject(row.Code) || !CodeCatalog.Names(row.CodeScheme, row.Code).IsEmpty)
            return false;
        for (var length = 3; length < row.Code.Length && length <= 7; length += 2)
        {
            if (IsOf(row.Code[^length..], row.Label))
                return true;
        }
        return false;
    }

    private static bool HoldsCode(string label)
    {
        for (var length = 3; length < label.Length && length <= 7; length += 2)
        {
            if (IsOf(label[..length], label[length..]) || IsOf(label[^length..], label[..^length]) || (length >= 5 && !char.IsAsciiDigit(label[^(length + 1)]) && !CodeCatalog.Names(CodeText.Functional, label[^length..]).IsEmpty))
                return true;
        }
        return false;
    }

    private static bool IsOf(string code, string name) =>
        CodeCatalog.Names(CodeText.Functional, code).Contains(name) || CodeCatalog.Names(CodeText.DepartmentEconomic, code).Contains(name);
}
