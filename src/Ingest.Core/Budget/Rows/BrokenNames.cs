using System.Collections.Frozen;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Rows;

/// <summary>
/// Names of rows that are only a piece of a known name (保障和就业 of 社会保障和就业支出), or a code with a name inside it: lines
/// of the cell went elsewhere, and the figures beside may belong to another row. A name that is shortened behind a word
/// (社会保障和就业, 文化旅游) is whole.
/// </summary>
internal static class BrokenNames
{
    /// <summary>Names of income, by words: a piece of one begins or ends inside a word.</summary>
    private static readonly string[][] Income =
    [
        ["一般", "公共", "预算", "财政", "拨款", "收入"], ["一般", "公共", "预算", "拨款", "收入"], ["政府", "性", "基金", "预算", "财政", "拨款", "收入"], ["政府", "性", "基金", "预算", "拨款", "收入"],
        ["国有", "资本", "经营", "预算", "财政", "拨款", "收入"], ["国有", "资本", "经营", "预算", "拨款", "收入"], ["财政", "专户", "管理", "资金", "收入"],
        ["事业", "单位", "经营", "收入"], ["上级", "补助", "收入"], ["附属", "单位", "上缴", "收入"], ["上年", "结转", "结余"],
    ];

    private static readonly string[] Tails = ["支出", "(类)", "类"];

    /// <summary>The names of the functions of three digits: 公共安全支出.</summary>
    public static readonly FrozenSet<string> Functions = CodeCatalog.All()
        .Where(static n => n.Scheme == CodeText.Functional && n.Code.Length == 3).Select(static n => n.Name).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsBroken(BudgetTable table, BudgetRow row)
    {
        if (HoldsName(row.Label) || IsRest(table, row))
            return true;
        if (row.Code.Length > 0 || KindCatalog.Find(table.Kind ?? "") is not { Layout: TableLayout.TwoSided })
            return false;
        var name = RowLabels.WithoutOrdinal(row.Label).ToString();
        // a government lists 体育 below 文化旅游体育与传媒支出
        if (KindCatalog.Find(table.Kind ?? "") is { IsGovernment: true } && CodeCatalog.IsName(CodeText.Functional, name))
            return false;
        return name.Length > 0 && (IsPieceOfFunction(name) || Array.Exists(Income, i => IsPiece(name, i)));
    }

    /// <summary>Whether the text, without its ordinal, is the name of a code or of a kind of income.</summary>
    public static bool IsKnown(string label)
    {
        var name = RowLabels.WithoutOrdinal(label).ToString();
        return CodeCatalog.IsName(CodeText.Functional, name) || CodeCatalog.IsName(CodeText.DepartmentEconomic, name) || CodeCatalog.IsName(CodeText.GovernmentEconomic, name)
            || Array.Exists(Income, i => string.Concat(i) == name);
    }

    /// <summary>城乡社区支40无出, 一般公共预算1财政拨款收入: a known name with what stands beside it between two of its characters.</summary>
    public static bool IsInterrupted(string name)
    {
        var first = name.AsSpan().IndexOfAnyInRange('0', '9');
        return first > 0 && name[first - 1] >= 0x2E80 && name[^1] >= 0x2E80 && string.Concat(name.Where(static c => !char.IsAsciiDigit(c) && c is not ('.' or ',' or '-' or '无'))) is var rest && IsKnown(rest);
    }

    /// <summary>The first name of a table that goes on from the page before, without code where all others are projects with theirs: code and beginning of the name stand there.</summary>
    private static bool IsRest(BudgetTable table, BudgetRow row)
    {
        if (row.Code.Length > 0 || table.HeaderRows > 0 || table.Rows.Length == 0 || table.Rows[0].Label != row.Label || RowLabels.IsTotal(row.Label))
            return false;
        var projects = 0;
        foreach (var other in table.Rows)
        {
            if (CodeText.IsProject(other.Code))
                projects++;
            else if (other.Code.Length > 0 || other.Label != row.Label)
                return false;
        }
        return projects >= 2;
    }

    /// <summary>62010223369T00000校园安保服务0133: a code that goes on behind a name.</summary>
    private static bool HoldsName(string label)
    {
        var code = 0;
        while (code < label.Length && (char.IsAsciiDigit(label[code]) || char.IsAsciiLetterUpper(label[code])))
            code++;
        var end = label.Length;
        while (end > code && char.IsAsciiDigit(label[end - 1]))
            end--;
        return code >= 10 && end > code && label.Length - end >= 2 && label[code] >= 0x2E80;
    }

    private static bool IsPieceOfFunction(string name)
    {
        if (IsWhole(name))
            return false;
        foreach (var function in Functions)
        {
            if (function.Length > name.Length && function.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && (at > 0 || !EndsWord(Core(function), name.Length)) && !IsWhole(name + "支出"))
                return true;
        }
        return false;
    }

    private static bool IsWhole(string name) =>
        Functions.Contains(name) || name is "支出" or "预备费" or "其他" or "补助" || Array.Exists(Income, i => string.Concat(i).EndsWith(name, StringComparison.Ordinal) && i.Contains(name, StringComparer.Ordinal));

    private static string Core(string function)
    {
        foreach (var tail in Tails)
        {
            if (function.EndsWith(tail, StringComparison.Ordinal))
                return function[..^tail.Length];
        }
        return function;
    }

    /// <summary>Words of the names have two characters, with 和, 与, 等, 及 between them; the last may be longer.</summary>
    private static bool EndsWord(string core, int length)
    {
        var end = 0;
        while (end < Math.Min(length, core.Length))
            end += core[end] is '和' or '与' or '等' or '及' ? 1 : core.Length - end == 3 ? 3 : 2;
        return end == length;
    }

    /// <summary>Whether the text stands in the words and begins or ends in the middle of one.</summary>
    private static bool IsPiece(string name, string[] words)
    {
        var at = string.Concat(words).IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
            return false;
        bool begins = false, ends = false;
        var border = 0;
        foreach (var word in words)
        {
            begins |= border == at;
            border += word.Length;
            ends |= border == at + name.Length;
        }
        return !begins || !ends;
    }
}
