using System.Collections.Frozen;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;

namespace Ingest.Core.Budget.Guards;

/// <summary>
/// The texts of header cells as budgets print them. What is only a piece of one, two of them run together, or one with
/// something strange behind it, was not read whole. A text that has nothing to do with any of them is merely new.
/// </summary>
internal static class HeaderLexicon
{
    /// <summary>Texts that stand over other columns, and that run together with the one below where the line between them is missed.</summary>
    private static readonly string[] Groups =
    [
        "本年收入", "本年支出", "本年拨款", "上年结转", "上年结转结余", "上年结转和结余", "财政拨款结转结余", "财政拨款", "单位资金", "单位自有资金", "其他资金",
        "基本支出", "基本支出预算", "项目支出", "项目支出预算", "采购金额", "单位申报", "财政审核", "决算数", "预算数", "年初预算数", "全年预算数", "调整预算数",
        "一般公共预算", "政府性基金预算", "国有资本经营预算", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款",
        "本年一般公共预算支出", "本年一般公共预算基本支出", "本年政府性基金预算支出", "本年国有资本经营预算支出", "一般公共预算支出", "一般公共预算基本支出",
        "一般公共预算财政拨款支出", "一般公共预算财政拨款基本支出", "政府性基金预算支出", "国有资本经营预算支出", "财政拨款支出", "财政拨款基本支出", "本年财政拨款基本支出",
        "公务用车购置及运行费", "公务用车购置及运行维护费", "预算数比上年执行数增减", "比上年增减", "增减变动", "三公经费合计", "三公经费", "近两年收支情况",
    ];

    /// <summary>Texts that stand over one column.</summary>
    private static readonly string[] Leaves =
    [
        "合计", "小计", "总计", "金额", "预算", "决算", "执行数", "上年执行数", "上年决算数", "本年预算", "本年预算数", "上年预算数", "预算金额", "资金金额", "项目金额", "总金额", "单价", "数量",
        "收入", "支出", "收入项目", "支出项目", "收入科目", "支出科目", "收入合计", "支出合计", "收入总计", "支出总计", "本年收入合计", "本年支出合计", "收入预算", "支出预算", "收入预算数", "支出预算数", "收入决算数", "支出决算数",
        "人员经费", "公用经费", "人员支出", "公用支出", "日常公用支出", "日常公用经费", "人员经费支出", "公用经费支出", "专项业务经费支出",
        "一般公共预算拨款", "政府性基金预算拨款", "国有资本经营预算拨款", "一般公共预算资金", "政府性基金预算资金", "国有资本经营预算资金", "公共预算拨款", "政府性基金拨款", "政府性基金",
        "一般公共预算收入", "政府性基金预算收入", "国有资本经营预算收入", "一般公共预算拨款收入", "政府性基金预算拨款收入", "国有资本经营预算拨款收入",
        "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "财政拨款收入", "财政拨款预算收入",
        "财政专户管理资金", "财政专户管理资金收入", "财政专户拨款", "财政专户拨款收入", "财政专户管理事业收入", "教育收费", "事业收入", "事业单位经营收入", "经营收入", "事业单位经营服务收入",
        "上级补助收入", "附属单位上缴收入", "对附属单位上缴收入", "其他收入", "其它收入", "其他资金收入", "其他专户收入拨款",
        "上缴上级支出", "对附属单位补助支出", "事业单位经营支出", "经营支出", "结转下年", "结转下年资金", "年初结转和结余", "年末结转和结余", "年初结余和结转", "年末结余和结转",
        "使用非财政拨款结余", "用事业基金弥补收支差额", "上年实户资金余额", "上年结余、结转", "上年结转和结余资金", "专户资金结转结余", "单位资金结转结余", "非财政拨款结余",
        "因公出国(境)费", "因公出国(境)费用", "因公出国(境)经费", "因公出国(境)", "公务接待费", "公务用车购置费", "公务用车运行费", "公务用车运行维护费", "公务用车购置", "公务用车购置经费", "购置费", "运行费", "运行维护费", "会议费", "培训费",
        "机关运行经费", "机关运行经费支出", "增减额", "增减", "增减率", "增减变动率", "占比", "其中面向中小企业", "其中面向小微企业", "面向中小企业", "面向小微企业", "采购金额(合计)", "当年预算收支",
        "部门预算", "资金来源", "项目", "上年", "当年", "本年", "其中", "其中:", "序号", "行次", "备注", "科目名称", "科目编码", "科目代码", "项目名称", "项目单位", "品目编码", "品目名称", "采购数量", "计量单位", "单位名称", "单位编码", "预算单位", "预算单位名称", "预算单位编码", "预算项目名称", "项目编码", "三公经费预算数", "三公经费决算数", "财政拨款三公经费", "机关运行经费预算数", "政府采购项目", "扣除基建项目后预算数",
        "专项资金列入部门预算项目", "专项资金列入部门预算的项目", "经费拨款", "本级财政拨款", "公共预算拨款", "公用用车", "一般公共预算财政拨款支出", "资金情况", "专项资金情况", "年度预算申请", "收入来源", "资金总额", "项目资金", "财政资金", "一般公共预算收支", "单位预留机动经费", "项目总额",
    ];

    private static readonly char[] Figures = [.. "0123456789.,-=+"];

    private static readonly string[] Periods = ["预算数", "决算数", "执行数", "预算", "决算", "年初预算数", "调整预算数", "全年预算数", "完成数"];

    /// <summary>What a header that begins with 收入 or 支出 goes on with.</summary>
    private static readonly string[] OfSides = ["预算", "决算", "项目", "分类", "金额", "执行", "合计", "总计", "数", "功能", "经济", "性质", "来源", "构成", "明细", "科目", "类型", "内容", "用途", "单位", "年", "比", "增", "情况", "部分"];

    private static readonly FrozenSet<string> Known = Groups.Concat(Leaves).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The funds, whose narrow columns side by side are the ones that get mixed.</summary>
    private static readonly string[] Funds = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];

    public static bool IsKnown(string part) => Known.Contains(part) || Known.Contains(Core(part));

    /// <summary>Whether the text stands over several columns.</summary>
    public static bool IsGroup(string part) => Array.IndexOf(Groups, Core(part)) >= 0;

    /// <summary>Groups, and what cannot be a part of them.</summary>
    private static readonly (string Group, string[] Others)[] Strangers =
    [
        ("基本支出", ["项目支出", "上缴上级", "经营支出", "对附属"]), ("项目支出", ["基本支出", "人员经费", "公用经费", "上缴上级", "经营支出", "对附属"]),
        ("功能分类科目", ["合计", "基本支出", "项目支出"]), ("公务用车", ["接待", "出国"]), ("结转", ["本年"]), ("本年收入", ["结转", "本年支出"]), ("本年支出", ["本年收入"]), ("本年拨款", ["结转"]), ("财政拨款结转", ["专户", "单位资金"]),
    ];

    /// <summary>Whether a text of the chain stands below a group that it cannot be a part of.</summary>
    public static bool Contradict(string[] parts)
    {
        for (var i = 1; i < parts.Length; i++)
        {
            foreach (var (group, others) in Strangers)
            {
                if (parts[i - 1].Contains(group, StringComparison.Ordinal) && !Array.Exists(others, o => parts[i - 1].Contains(o, StringComparison.Ordinal)) && Array.Exists(others, o => parts[i].Contains(o, StringComparison.Ordinal)))
                    return true;
            }
        }
        return false;
    }

    /// <summary>2026年预算数, 2025年执行数: a text that says of which year the column is, and no more.</summary>
    public static bool IsOfYear(string part) => Words.YearIn(part) > 0 && Array.IndexOf(Periods, Core(part)) >= 0;

    /// <summary>算数, 成数: the end of what says the state of a budget, whose beginning was lost.</summary>
    public static bool EndsPeriod(string part) => Array.IndexOf(Periods, part) < 0 && Array.Exists(Periods, p => p.Length == part.Length + 1 && p.EndsWith(part, StringComparison.Ordinal));

    /// <summary>What is wrong with a header text; null where nothing is known against it.</summary>
    public static HeaderFault? FaultOf(string part)
    {
        if (part.Length == 0 || IsKnown(part))
            return null;
        if (RowGuards.HoldsFigure(part) || BrokenNames.IsInterrupted(part))
            return HeaderFault.Strange;
        if (IsRunTogether(part))
            return HeaderFault.RunTogether;
        if (IsMixed(part) || TornNames.HoldsParts(part))
            return HeaderFault.Mixed;
        // 单位:万元, 注:本表金额单位为万元。
        if (Core(part).AsSpan().ContainsAny(':', '。'))
            return HeaderFault.Strange;
        if (IsPiece(part))
            return HeaderFault.Piece;
        if (Words.YearIn(part) > 0 && Array.Exists(Periods, p => p.Length > 2 && Core(part).StartsWith(p, StringComparison.Ordinal) && Core(part).Length - p.Length < 4))
            return HeaderFault.Strange;
        if (char.IsAsciiDigit(part[^1]) && IsKnown(part.TrimEnd(Figures)))
            return HeaderFault.Strange;
        if (part.Length > 2 && ((IsKnown(part[..^1]) && !IsWordEnd(part[^1])) || (IsKnown(part[1..]) && !IsWordBeginning(part[0]))))
            return HeaderFault.Strange;
        return IsSideAndMore(part) ? HeaderFault.Strange : null;
    }

    /// <summary>2026年, 其中:, brackets behind and quotation marks say nothing of what the words are.</summary>
    private static string Core(string part)
    {
        var core = part.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
        foreach (var start in new[] { "其中:", "其中" })
        {
            if (core.StartsWith(start, StringComparison.Ordinal) && core.Length > start.Length)
                core = core[start.Length..];
        }
        if (core.Length > 5 && core[4] == '年' && Shapes.IsDigits(core.AsSpan(0, 4)))
            core = core[5] == '度' && core.Length > 6 ? core[6..] : core[5..];
        if (core.EndsWith(')') && core.LastIndexOf('(') is var open and > 0)
            core = core[..open];
        return core;
    }

    /// <summary>本年收入 + 合计 is 本年收入合计, a header of its own; 基本支出 + 人员经费 is none, nor is 项目 + 一、一般公共服务支出, the name of a row.</summary>
    private static bool IsRunTogether(string part)
    {
        // a unit ends a header: 项目支出(元)经营支
        if (part.IndexOf("元)", StringComparison.Ordinal) is > 0 and var unit && unit + 2 < part.Length && part[unit + 2] >= '\u4E00')
            return true;
        for (var cut = 2; cut < part.Length - 1; cut++)
        {
            var (head, tail) = (part[..cut], part[cut..]);
            if (IsKnown(head) && (IsKnown(tail) || RowLabels.HasOrdinal(tail) || IsRunTogether(tail)))
                return true;
        }
        return false;
    }

    /// <summary>The characters of two funds at least, each in its order, but not all of them together.</summary>
    private static bool IsMixed(string part)
    {
        int within = 0, whole = 0;
        foreach (var fund in Funds)
        {
            within += IsSubsequence(fund, part) ? 1 : 0;
            whole += part.Contains(fund, StringComparison.Ordinal) ? 1 : 0;
        }
        return within >= 2 && whole < within;
    }

    private static bool IsSubsequence(string word, string text)
    {
        var at = 0;
        foreach (var ch in text)
            at += at < word.Length && word[at] == ch ? 1 : 0;
        return at == word.Length;
    }

    private static bool IsPiece(string part)
    {
        foreach (var known in Known)
        {
            if (known.Length > part.Length && (known.StartsWith(part, StringComparison.Ordinal) || known.EndsWith(part, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }

    /// <summary>数, 费, 额, 款 and the like behind a known word make another word.</summary>
    private static bool IsWordEnd(char end) => end is '数' or '费' or '额' or '款' or '类' or '率' or '比' or '%' or ')';

    private static bool IsWordBeginning(char beginning) => beginning is '(' or '总' or '本' or '原' or '新' or '各';

    /// <summary>内部资料支出 over the half of a table: a side behind words that are of no sum.</summary>
    public static bool IsSideAfterMore(string part) => part.Length > 4 && part[^2..] is "收入" or "支出" && !IsKnown(part) && !IsKnown(part[..^2]) && !Array.Exists([.. OfSides, "本", "财政", "预算", "部门", "单位", "资金"], w => part[..^2].Contains(w, StringComparison.Ordinal));

    /// <summary>支出内部资料: a side and what says nothing of sums.</summary>
    private static bool IsSideAndMore(string part) => part.Length > 4 && part[..2] is "收入" or "支出" && part[2] != '(' && !Array.Exists(OfSides, w => part.Contains(w, StringComparison.Ordinal));
}

/// <summary>In what way a header text was not read whole.</summary>
internal enum HeaderFault : byte
{
    /// <summary>款收入 of 一般公共预算拨款收入.</summary>
    Piece,
    /// <summary>基本支出人员经费: a group and its part, or two neighbours.</summary>
    RunTogether,
    /// <summary>政府性一般公共预基算金预算: the lines of two narrow columns by turns.</summary>
    Mixed,
    /// <summary>事业收入4: a known text and something behind or before it.</summary>
    Strange,
}
