using System.Globalization;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Typing;

namespace Ingest.Core.Budget.Documents;

/// <summary>What the title of a document says: 2026年深圳市统计局(本级)部门预算 → entity, year, phase, scope.</summary>
internal sealed record TitleWords(string Entity, int? Year, string Phase, string Scope)
{
    private static readonly string[] Tails =
    [
        "公开报表", "公开说明", "情况说明", "公开表格", "公开文本", "公开信息", "信息公开", "公开表", "编制说明", "报表", "公开", "说明", "草案", "文本", "表",
    ];

    /// <summary>What only the budget of a whole government is called.</summary>
    private static readonly string[] Governments =
        ["政府预算", "政府决算", "财政预算", "财政决算", "财政总预算", "财政总决算", "预算执行情况", "地方预算", "省本级预算", "省本级决算", "区本级预算", "区本级决算"];

    /// <summary>What it is called too, where the name in front is no department's.</summary>
    private static readonly string[] Likely = ["预算草案", "决算草案", "财政收支", "市本级预算", "市本级决算", "县本级预算", "县本级决算", "总预算", "总决算"];

    /// <summary>Where 关于 stands at the latest, behind a date or number.</summary>
    private const int LatestAbout = 16;

    public static bool IsTitle(string text) =>
        !text.StartsWith('注') && (text.Contains("预算", StringComparison.Ordinal) || text.Contains("决算", StringComparison.Ordinal)) && !text.Contains('。', StringComparison.Ordinal);

    public static TitleWords Parse(string title)
    {
        if (title.Length == 0)
            return new TitleWords("", null, "", "");
        var year = YearOf(title);
        var final = title.LastIndexOf("决算", StringComparison.Ordinal);
        var budget = title.LastIndexOf("预算", StringComparison.Ordinal);
        // 2023年财政决算和2024年上半年预算执行情况: the accounts of the one year; how far the other has come is told besides
        var besides = final >= 0 && budget > final && title.IndexOf("执行", budget, StringComparison.Ordinal) > 0 && !title.Contains("草案", StringComparison.Ordinal);
        var phase = final > budget || besides ? "final" : budget >= 0 ? "budget" : "";
        var scope = title.Contains("单位预算", StringComparison.Ordinal) || title.Contains("单位决算", StringComparison.Ordinal) ? "unit"
            : title.Contains("部门", StringComparison.Ordinal) ? "department"
            : Array.Exists(Governments, w => title.Contains(w, StringComparison.Ordinal))
                || (Array.Exists(Likely, w => title.Contains(w, StringComparison.Ordinal)) && IsDivision(EntityIn(title, year))) ? "government" : "";
        return new TitleWords(EntityIn(title, year), year == 0 ? null : year, phase, scope);
    }

    private static bool IsDivision(string name) => name.Length > 1 && "省市县区州盟旗镇乡".Contains(name[^1], StringComparison.Ordinal);

    /// <summary>A report on how one budget was carried out and on the draft of the next is that of the next.</summary>
    private static int YearOf(string title)
    {
        var first = Words.YearIn(title);
        var at = title.IndexOf("执行情况", StringComparison.Ordinal);
        return at > 0 && title.IndexOf("预算", at, StringComparison.Ordinal) > 0 && Words.YearIn(title[at..]) is var next and > 0 ? next : first;
    }

    private static string EntityIn(string title, int year)
    {
        // the day of printing: 二〇二六年三月, 2026年3月
        var text = title[^1] is '月' or '日' ? title.TrimEnd("0123456789〇○零一二三四五六七八九十年月日".ToCharArray()) : title;
        // 关于某市2023年预算执行情况和2024年预算草案的报告, also behind a date or the number of a paper
        if (text.IndexOf("关于", StringComparison.Ordinal) is var about and >= 0 && text.IndexOf("年", about, StringComparison.Ordinal) is var then && then - 4 > about + 2
            && (about < LatestAbout || IsDivision(text[(about + 2)..(then - 4)])))
        {
            return text[(about + 2)..(then - 4)];
        }
        // 某市2025年地方财政预算执行情况和2026年预算草案
        if (text.IndexOf("年", StringComparison.Ordinal) is var first and > 6 && Shapes.IsDigits(text.AsSpan(first - 4, 4)) && IsDivision(text[..(first - 4)])
            && Array.Exists(Governments, w => text.Contains(w, StringComparison.Ordinal)))
        {
            return text[..(first - 4)];
        }
        if (text.StartsWith("附件", StringComparison.Ordinal))
            text = text[2..].TrimStart("0123456789:.、一二三四五".ToCharArray());
        if (year > 0)
        {
            var shown = string.Create(CultureInfo.InvariantCulture, $"{year}年");
            var at = text.IndexOf(shown, StringComparison.Ordinal);
            if (at >= 0)
            {
                var after = at + shown.Length;
                if (after < text.Length && text[after] == '度')
                    after++;
                text = string.Concat(text.AsSpan(0, at), text.AsSpan(after));
            }
        }
        text = WithoutTails(text);
        foreach (var word in new[] { "部门综合预算", "部门预算", "单位预算", "部门决算", "单位决算", "综合预算", "财政总预算", "财政总决算", "财政预算", "财政决算", "预算", "决算" })
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                text = text[..^word.Length];
                break;
            }
        }
        foreach (var level in new[] { "市级", "区级", "县级", "省级", "省本级", "市本级", "区本级", "县本级" })
        {
            if (text.EndsWith(level, StringComparison.Ordinal))
                text = text[..^level.Length];
        }
        text = text.EndsWith("(汇总)", StringComparison.Ordinal) ? text[..^4] : text;
        return text.Length > 2 || (text.Length == 2 && IsDivision(text)) ? text : "";
    }

    private static string WithoutTails(string text)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var tail in Tails)
            {
                if (text.EndsWith(tail, StringComparison.Ordinal) && text.Length > tail.Length)
                {
                    text = text[..^tail.Length];
                    again = true;
                }
            }
        }
        return text;
    }
}
