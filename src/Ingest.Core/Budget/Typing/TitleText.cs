using System.Collections.Immutable;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Rows;

namespace Ingest.Core.Budget.Typing;

/// <summary>A line that may name a table, taken apart.</summary>
/// <param name="Shown">The line as it stands, folded, without white space.</param>
/// <param name="Core">What is left without form number, ordinal, entity and year in front and without brackets behind: 部门收支总表.</param>
/// <param name="Qualifiers">The texts of the brackets: 按功能分类科目, 不含上年结转.</param>
internal sealed record TitleText(string Shown, string Core, ImmutableArray<string> Qualifiers)
{
    private const int LongestTitle = 70;

    private static readonly string[] EntityNames =
        ["编制单位", "编制部门", "填报单位", "填报部门", "预算单位", "部门名称", "单位名称", "预算部门", "公开部门", "公开单位", "主管部门", "部门", "单位", "预算代码", "部门编码", "部门代码", "部门(单位)", "单位(部门)"];

    /// <summary>Takes a line apart; null if it cannot be the title of a table.</summary>
    /// <param name="line">Folded, without white space.</param>
    public static TitleText? Read(string line)
    {
        if (line.Length is < 2 or > LongestTitle || !line.Contains('表', StringComparison.Ordinal))
            return null;
        var qualifiers = ImmutableArray.CreateBuilder<string>();
        var core = TakeBrackets(line, qualifiers);
        core = WithoutUnit(core);
        core = WithoutFormNumber(core);
        core = AfterYear(core);
        var end = core.Length;
        while (end > 0 && (char.IsAsciiDigit(core[end - 1]) || core[end - 1] is '-' or '.' or '。' or '*' or ':'))
            end--;
        core = core[..end];
        if (core.EndsWith("续", StringComparison.Ordinal))
            core = core[..^1];
        return core.Length >= 2 && core.EndsWith('表') && !IsSentence(core) ? new TitleText(WithoutUnit(line).TrimEnd('('), core, qualifiers.ToImmutable()) : null;
    }

    private const int LongestBare = 30, LongestOfGovernment = 50;

    private static readonly string[] BareEnds = ["情况", "预算", "决算", "支出", "收支", "收入", "明细", "经费", "总额", "草案"];

    /// <summary>Whether it names one of a government's budgets and its level: 全市一般公共预算收入.</summary>
    public bool IsOfGovernment => GovernmentLevels.Of(Shown).Length > 0 && HasAny(Shown, Accounts);

    /// <summary>A line like 一般公共预算支出情况 or 全市一般公共预算收入2026年预算(草案), which lacks the word 表 at its end; null if it is none.</summary>
    /// <param name="whole">In the document of a government, where titles are longer.</param>
    public static TitleText? ReadBare(string line, bool whole)
    {
        var end = line.EndsWith(')') && line.LastIndexOf('(') is var open and > 0 ? open : line.Length;
        if (line.Length <= 3 || line.Length > LongestOfGovernment || !Array.Exists(BareEnds, e => line.AsSpan(0, end).EndsWith(e)) || Read(line + "表") is not { } title)
            return null;
        var bare = title with { Shown = line };
        return line.Length < LongestBare || whole || bare.IsOfGovernment ? bare : null;
    }

    /// <summary>Whether the text is a title, a unit line, a form number or the like: something that stands above a table.</summary>
    public static bool IsAboveTable(string text) =>
        Read(text) is not null || IsFormNumber(text) || UnitText.IsUnitLine(text) || EntityLine(text) is not null || IsDate(text) || BeforeEntity(text) is not null;

    /// <summary>The title in 某局收支总表部门(单位):某局, where both stand in one cell; null if the text is no such thing.</summary>
    public static TitleText? BeforeEntity(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && text.LastIndexOf('表', colon) is > 0 and var end && EntityLine(text[(end + 1)..]) is not null ? Read(text[..(end + 1)]) : null;

    /// <summary>公开01表, 预算02表, 附件1, 表三, 部门公开表4: a number of the form and nothing else.</summary>
    public static bool IsFormNumber(string text) => text.Length is > 1 and < 12 && FormNumberLength(text) == text.Length;

    /// <summary>The number of the form that a line begins with: 公开03表 and 表三支出总表 are 3; 0 if there is none.</summary>
    public static int FormNumber(string line)
    {
        var length = FormNumberLength(line);
        int number = 0, tens = 0;
        foreach (var ch in line.AsSpan(0, length))
        {
            if (char.IsAsciiDigit(ch))
                number = (number * 10) + (ch - '0');
            else if (ch == '十')
                (tens, number) = (10 * Math.Max(1, number), 0);
            else if ("一二三四五六七八九".IndexOf(ch, StringComparison.Ordinal) is var digit and >= 0)
                number = digit + 1;
            else if (ch == '-')
                break;
        }
        return tens + number;
    }

    /// <summary>The name in <c>编制单位:无锡市水利局</c>; null if the text is no such line.</summary>
    public static string? EntityLine(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > 12)
            return null;
        var key = text.AsSpan(0, colon);
        foreach (var name in EntityNames)
        {
            if (key.EndsWith(name, StringComparison.Ordinal))
            {
                var value = text[(colon + 1)..];
                foreach (var stop in new[] { "金额单位", "单位:" })
                {
                    if (value.IndexOf(stop, StringComparison.Ordinal) is var at and >= 0)
                        value = value[..at];
                }
                return UnitText.IsUnit(value) ? null : value;
            }
        }
        return null;
    }

    /// <summary>Words of tables that stand before a year too: 财政拨款收支2026年预算表.</summary>
    private static readonly string[] NoNames = ["预算", "决算", "收入", "支出", "收支", "经费", "拨款", "年度", "表", "专项", "项目", "绩效"];

    /// <summary>What a title names before its year: 某市统计局 of 表3某市统计局2026年支出总表; null where that is no name.</summary>
    public static string? EntityBeforeYear(string line)
    {
        var text = line.AsSpan(FormNumberLength(line)).TrimStart(".、:");
        if (text.StartsWith("附件"))
            text = text[2..].TrimStart("0123456789一二三四五.、:");
        var year = text.IndexOf("年", StringComparison.Ordinal) - 4;
        if (year < 3 || Words.YearIn(text[year..].ToString()) == 0 || text[(year + 5)..].IndexOfAny('预', '决', '表') < 0)
            return null;
        foreach (var ch in text[..year])
        {
            if (ch is not ((>= '\u4E00' and <= '\u9FFF') or '(' or ')' or '、' or '“' or '”'))
                return null;
        }
        var name = text[..year].ToString();
        return name is "本部门" or "本单位" || Array.Exists(NoNames, word => name.Contains(word, StringComparison.Ordinal)) ? null : name;
    }

    /// <summary>Removes (…) and [..] groups; what they hold qualifies the title.</summary>
    private static string TakeBrackets(string line, ImmutableArray<string>.Builder qualifiers)
    {
        while (true)
        {
            var close = line.LastIndexOf(')');
            var open = close > 0 ? line.LastIndexOf('(', close - 1) : -1;
            if (open < 0)
                return line;
            // (一) in front is an ordinal
            if (open == 0 && RowLabels.HasOrdinal(line))
                return line;
            qualifiers.Add(line[(open + 1)..close]);
            line = string.Concat(line.AsSpan(0, open), line.AsSpan(close + 1));
        }
    }

    private static string WithoutUnit(string line)
    {
        foreach (var word in new[] { "金额单位:", "计量单位:", "单位:" })
        {
            if (line.IndexOf(word, StringComparison.Ordinal) is var at and > 0)
                line = line[..at];
        }
        return line;
    }

    private static string WithoutFormNumber(string line)
    {
        while (true)
        {
            var length = FormNumberLength(line);
            if (length == 0)
            {
                var bare = RowLabels.WithoutOrdinal(line);
                if (bare.Length == line.Length)
                    return line;
                line = bare.ToString();
            }
            else if (length >= line.Length)
            {
                return "";
            }
            else
            {
                line = line[length..].TrimStart('.', '、', ':', '-', '_', ',');
            }
        }
    }

    /// <summary>Length of 表1, 附件2, 公开03表, 预算04表, 表一, 部门公开表5-1 at the start; 0 if there is none.</summary>
    private static int FormNumberLength(string line)
    {
        foreach (var word in new[] { "社预", "社决", "部门公开", "单位公开", "部门预算", "单位预算", "预算公开", "公开", "预算", "决算", "财决公开", "财决", "部门", "单位", "省级", "附", "" })
        {
            if (!line.StartsWith(word, StringComparison.Ordinal))
                continue;
            var at = word.Length;
            var before = false;
            if (at < line.Length && line[at] is '表' or '件')
            {
                before = true;
                at++;
            }
            var digits = at;
            while (digits < line.Length && (char.IsAsciiDigit(line[digits]) || (line[digits] == '-' && digits > at) || (before && "一二三四五六七八九十".Contains(line[digits], StringComparison.Ordinal))))
                digits++;
            // 表五一般公共预算…: the last 一 belongs to the title
            if (digits > at && digits < line.Length && line[digits] == '般')
                digits--;
            if (digits == at || digits - at > 4)
                continue;
            // 2026年… begins with a year, not with a number of a form; 表12年度项目… does not
            if (digits < line.Length && line[digits] == '年' && digits - at == 4)
                continue;
            if (before)
                return digits;
            if (word.Length > 0 && digits < line.Length && line[digits] == '表')
                return digits + 1;
        }
        return 0;
    }

    /// <summary>
    /// What stands behind the last year, because what stands before it names whose the table is; but a government may say there
    /// which budget it is (全市政府性基金收入2025年执行情况和2026年预算表), or of which level.
    /// </summary>
    private static string AfterYear(string line)
    {
        for (var i = line.Length - 1; i >= 4; i--)
        {
            if (line[i] != '年' || !Shapes.IsDigits(line.AsSpan(i - 4, 4)))
                continue;
            var rest = line[(i + 1)..];
            if (rest.StartsWith('度'))
                rest = rest[1..];
            if (rest.Length < 3)
                return line;
            var before = line[..(i - 4)];
            if (HasAny(before, Accounts) && !HasAny(rest, Accounts))
                return WithoutYears(before) + rest;
            return Array.Find(LevelsOfGovernments, l => before.EndsWith(l, StringComparison.Ordinal)) + rest;
        }
        return line;
    }

    private static readonly string[] Accounts = ["一般公共", "公共财政", "政府性基金", "国有资本", "社会保险", "社保基金", "保险基金"];

    private static readonly string[] LevelsOfGovernments =
        ["自治区本级", "省本级", "市本级", "区本级", "县本级", "州本级", "盟本级", "旗本级", "省级", "市级", "区级", "县级", "州级", "全省", "全市", "全区", "全县", "全州", "全盟", "全旗"];

    private static bool HasAny(string text, string[] words) => Array.Exists(words, w => text.Contains(w, StringComparison.Ordinal));

    private static string WithoutYears(string text)
    {
        for (var i = text.IndexOf('年', StringComparison.Ordinal); i >= 0; i = text.IndexOf('年', i + 1))
        {
            if (i < 4 || !Shapes.IsDigits(text.AsSpan(i - 4, 4)))
                continue;
            text = text.Remove(i - 4, 5);
            i -= 5;
        }
        return text;
    }

    private static bool IsSentence(string core) => core.AsSpan().IndexOfAny("。;，；") >= 0;

    private static bool IsDate(string text) =>
        text.Length is > 5 and < 20 && text.Contains('年', StringComparison.Ordinal) && text.EndsWith('日') && char.IsAsciiDigit(text[0]);
}
