using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Facts;

/// <summary>
/// Finds the cells that hold names and telephone numbers of persons: what stands beside or below 联系人, 电话, 填报人 and
/// the like, and texts that bring such a word with its answer.
/// </summary>
public static class PersonalCells
{
    private const int LongestLabel = 14;

    private static readonly FrozenSet<string> Labels = FrozenSet.ToFrozenSet(
    [
        "联系人", "联系人员", "项目联系人", "联系人姓名", "联系人及电话", "联系人及联系电话", "联系电话", "电话", "办公电话", "电话号码", "手机", "手机号", "手机号码", "移动电话", "联系方式",
        "填报人", "填表人", "填报人员", "制表人", "制表", "编制人", "经办人", "审核人", "复核人", "姓名", "邮箱", "电子邮箱", "传真", "身份证号", "身份证号码",
        "负责人", "项目负责人", "单位负责人", "部门负责人", "财务负责人", "分管负责人", "分管领导", "项目责任人", "责任人", "法定代表人", "法人代表",
    ], StringComparer.Ordinal);

    private static readonly SearchValues<char> Telling = SearchValues.Create("人话机式表名箱真号码员导");

    public static ImmutableArray<CellRef> Find(ImmutableArray<BudgetTable> tables)
    {
        var found = ImmutableArray.CreateBuilder<CellRef>();
        foreach (var table in tables)
        {
            // in a list of goods 电话 is a thing to buy
            var form = table.Kind is null || KindCatalog.Find(table.Kind) is { Vocabulary: ColumnVocabulary.Form };
            GridView? grid = null;
            foreach (var cell in table.Source.Cells)
            {
                if (cell.Text.Length is < 2 || !MayBeLabel(cell.Text))
                    continue;
                if (Answer(cell.Text))
                    found.Add(Ref(table, cell));
                else if (form && IsLabel(cell.Text))
                    Beside(table, grid ??= new GridView(table.Source), cell, found);
            }
        }
        return found.Distinct().ToImmutableArray();
    }

    /// <summary>Whether a line of text brings such a word with its answer: 填报人:… 联系电话:….</summary>
    public static bool Answer(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            colon = text.IndexOf('：', StringComparison.Ordinal);
        if (colon < 2 || colon > LongestLabel)
            return false;
        return IsLabel(text[..colon]) && !string.IsNullOrWhiteSpace(text[(colon + 1)..]);
    }

    /// <summary>Cheap and true for every label, so that few cells are folded.</summary>
    private static bool MayBeLabel(string text)
    {
        var end = text.AsSpan().IndexOfAny(':', '：') is var colon and > 0 ? colon : text.Length;
        return end <= LongestLabel + 4 && text.AsSpan(0, end).ContainsAny(Telling);
    }

    private static bool IsLabel(string text)
    {
        var label = Folding.Label(text).TrimEnd(':');
        return label.Length <= LongestLabel && (Labels.Contains(label) || (label.EndsWith(')') && Labels.Contains(label[..Math.Max(0, label.LastIndexOf('('))])));
    }

    /// <summary>The next cell of the row; where the label is the head of a column, all cells below it.</summary>
    private static void Beside(BudgetTable table, GridView grid, RawCell label, ImmutableArray<CellRef>.Builder found)
    {
        var column = label.Column + label.ColumnSpan;
        if (label.Row >= table.HeaderRows)
        {
            if (column < grid.Columns && grid.Cell(label.Row, column) is { } answer && !IsLabel(answer.Text))
                found.Add(Ref(table, answer));
            return;
        }
        for (var r = label.Row + label.RowSpan; r < grid.Rows; r++)
        {
            if (grid.Begins(r, label.Column) && grid.Cell(r, label.Column) is { } below)
                found.Add(Ref(table, below));
        }
    }

    private static CellRef Ref(BudgetTable table, RawCell cell) => new(cell.Area, table.Ordinal, cell.Row, cell.Column);
}
