using System.Collections.Immutable;

namespace Ingest.Core.Budget.Narrative;

/// <summary>What a figure is, by the words before it.</summary>
internal enum NarrativeRole : byte
{
    /// <summary>Not a figure of the budget, or not clear what it is said of.</summary>
    Skip,
    Amount,
    /// <summary>比2022年预算1214万元: what the change is measured from.</summary>
    Prior,
    /// <summary>完成年初预算100万元的…: what the completion is measured against; no statement of its own.</summary>
    Reference,
    /// <summary>A change or a growth rate; the sign tells which way.</summary>
    Change,
    Share,
    Completion,
}

/// <summary>Reads the words that stand before a figure.</summary>
/// <param name="Subject">What the words say that it is said of; "" where they do not say.</param>
/// <param name="Negative">For a change: it goes down.</param>
/// <param name="Base">For a share: the words it is a share of.</param>
internal readonly record struct NarrativeClause(NarrativeRole Role, string Subject, bool Negative = false, string Base = "")
{
    private static readonly ImmutableArray<string> Rising =
        ["增加", "增长", "上升", "提高", "上涨", "净增加", "净增", "调增", "追加", "增幅", "增长率", "增长幅度", "增加幅度", "升幅", "增"];

    private static readonly ImmutableArray<string> Falling =
        ["减少", "下降", "降低", "压减", "压缩", "缩减", "削减", "核减", "净减少", "净减", "调减", "降幅", "减幅", "下降率", "下降幅度", "减少幅度", "减少率", "下浮", "较少", "减", "降"];

    /// <summary>What may stand between the verb and the number.</summary>
    private static readonly ImmutableArray<string> Fillers = ["了", "约", "为", "到", "额", "金额", "各", "共", "共计", "数", "是", ":", "达", "近"];

    private static readonly ImmutableArray<string> Copulas = ["约为", "共计为", "为", "是", "约", "达到", "达", "共计", "共", "仅", ":", "有", "计划", "近"];

    /// <summary>Words that start a seeming subject and say nothing.</summary>
    private static readonly ImmutableArray<string> Openings = ["其中", "包括", "主要包括", "含", "另外", "另", "及", "和", "并", "即", "、", ":", ",", "。", "”", "而", "且", "同时"];

    /// <summary>Words before the number that show it to be a limit or a price, no figure of the budget.</summary>
    private static readonly ImmutableArray<string> Limits =
        ["单价", "价值", "不超过", "超过", "低于", "高于", "限额", "标准", "每人", "人均", "每年", "以上", "未达", "不足", "少于", "大于", "小于", "/"];

    /// <summary>Words that begin a price, or the way from one sum to another.</summary>
    private static readonly ImmutableArray<string> Ways = ["由", "从", "每", "按", "原"];

    /// <summary>Money before which these words stand.</summary>
    public static NarrativeClause OfMoney(string words)
    {
        if (Verb(words, out var negative, out var rest))
        {
            return IsTarget(words) ? default : new NarrativeClause(NarrativeRole.Change, ExplicitSubject(rest), negative);
        }

        if (words.StartsWith("完成", StringComparison.Ordinal))
        {
            return new NarrativeClause(NarrativeRole.Reference, "");
        }

        if (IsTarget(words) || IsForeign(words))
        {
            return default;
        }

        if (words.StartsWith('比') || words.StartsWith('较') || words.StartsWith("与", StringComparison.Ordinal))
        {
            return new NarrativeClause(NarrativeRole.Prior, "");
        }

        return IsNoSubject(words) ? default : new NarrativeClause(NarrativeRole.Amount, Clean(words));
    }

    /// <summary>A percentage before which these words stand.</summary>
    public static NarrativeClause OfPercent(string words)
    {
        if (Verb(words, out var negative, out var rest))
        {
            return new NarrativeClause(NarrativeRole.Change, ExplicitSubject(rest), negative);
        }

        var share = words.LastIndexOf('占');
        if (share >= 0)
        {
            var whole = TrimEnd(words[(share + 1)..], ["比例为", "比重为", "比例", "比重", "的", "比为", "比", .. Copulas]);
            return new NarrativeClause(NarrativeRole.Share, Clean(words[..share]), Base: whole);
        }

        return words.Contains("完成", StringComparison.Ordinal) || words.Contains("执行率", StringComparison.Ordinal)
            || words.EndsWith("预算的", StringComparison.Ordinal) || words.EndsWith("预算数的", StringComparison.Ordinal)
            ? new NarrativeClause(NarrativeRole.Completion, "")
            : default;
    }

    /// <summary>增加到, 减至: the number is where the change ends.</summary>
    private static bool IsTarget(string words) =>
        (words.EndsWith('到') && !words.EndsWith("达到", StringComparison.Ordinal)) || words.EndsWith('至') || words.EndsWith("调整为", StringComparison.Ordinal);

    /// <summary>Whether the words end in a verb of change, and what stands before it.</summary>
    private static bool Verb(string words, out bool negative, out string rest)
    {
        var text = TrimEnd(words, Fillers);
        negative = false;
        rest = "";
        var rise = LongestEnd(text, Rising);
        var fall = LongestEnd(text, Falling);
        if (rise + fall == 0)
        {
            return false;
        }

        negative = fall > rise;
        rest = text[..^Math.Max(rise, fall)];

        // 增加(减少)5万元, 增减: a form that was not filled in.
        return !(rest.EndsWith('/') || rest.EndsWith('或') || rest.EndsWith('增') || rest.EndsWith('减') || rest.EndsWith('、'));
    }

    private static int LongestEnd(string text, ImmutableArray<string> ends)
    {
        var longest = 0;
        foreach (var end in ends)
        {
            if (end.Length > longest && text.EndsWith(end, StringComparison.Ordinal))
            {
                longest = end.Length;
            }
        }

        return longest;
    }

    /// <summary>What changes, if the words before the verb say so: 与上年相比财政拨款支出 → 财政拨款支出; 收入比上年 → 收入; 同比 → "".</summary>
    private static string ExplicitSubject(string words)
    {
        var text = TrimEnd(words, ["各", "均", "分别", "共", "总体", "略有", "有所", "同比", "小幅", "大幅", "数", "相应", ","]);
        var compared = text.IndexOf("相比", StringComparison.Ordinal);
        if (compared >= 0)
        {
            return Clean(text[(compared + 2)..]);
        }

        var start = text.AsSpan().IndexOfAny('比', '较', '与');
        return Clean(start >= 0 ? text[..start] : text);
    }

    /// <summary>The words are no name: they hold a comparison or a verb, or only a year.</summary>
    private static bool IsNoSubject(string words)
    {
        var text = Clean(words);
        if (text.Length is < 2 or > 80)
        {
            return true;
        }

        if (text.Contains("相比", StringComparison.Ordinal) || text.Contains("比上年", StringComparison.Ordinal) || text.Contains("较上年", StringComparison.Ordinal)
            || text.Contains("小于", StringComparison.Ordinal) || text.Contains("大于", StringComparison.Ordinal)
            || text.Contains("增加", StringComparison.Ordinal) || text.Contains("减少", StringComparison.Ordinal) || text.StartsWith('的'))
        {
            return true;
        }

        return IsYear(text) || text.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') < 0;
    }

    /// <summary>年初预算, 全年预算数: in a sentence on final accounts, what was planned.</summary>
    public static bool IsPlanned(string subject) =>
        subject.EndsWith("年初预算", StringComparison.Ordinal) || subject.EndsWith("年初预算数", StringComparison.Ordinal)
        || subject.EndsWith("全年预算", StringComparison.Ordinal) || subject.EndsWith("全年预算数", StringComparison.Ordinal)
        || subject.EndsWith("调整预算", StringComparison.Ordinal) || subject.EndsWith("调整预算数", StringComparison.Ordinal);

    /// <summary>2026年, 2026年度, 截至2022年12月31日: a time and nothing else.</summary>
    public static bool IsYear(string text)
    {
        foreach (var c in text)
        {
            if (!(char.IsAsciiDigit(c) || c is '年' or '月' or '日' or '度' or '初' or '末' or '底' or '截' or '至' or '止' or '本' or '上' or '全'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Without ordinal, opening words, copulas, and quotation marks around the whole.</summary>
    public static string Clean(string words)
    {
        var text = words;
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            if (NarrativeOutline.OrdinalOf(text, out var ordinal) > 0)
            {
                text = text[ordinal..];
            }

            foreach (var opening in Openings)
            {
                if (text.StartsWith(opening, StringComparison.Ordinal))
                {
                    text = text[opening.Length..];
                }
            }
        }

        text = TrimEnd(text, Copulas);
        if (text.StartsWith('“') && text.IndexOf('”', StringComparison.Ordinal) is var close && close > 0 && (close == text.Length - 1 || text[(close + 1)..] is "科目" or "项目"))
        {
            text = text[1..close];
        }

        return text;
    }

    private static string TrimEnd(string text, ImmutableArray<string> ends)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var end in ends)
            {
                if (text.Length > 0 && text.EndsWith(end, StringComparison.Ordinal))
                {
                    text = text[..^end.Length];
                    again = true;
                }
            }
        }

        return text;
    }

    private static bool IsForeign(string words) =>
        LongestEnd(TrimEnd(words, Copulas), Limits) > 0 || words.Contains("分别", StringComparison.Ordinal)
        || Ways.Any(way => words.StartsWith(way, StringComparison.Ordinal));
}
