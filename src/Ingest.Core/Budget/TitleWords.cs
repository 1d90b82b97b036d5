using System.Globalization;

namespace Ingest.Core.Budget;

/// <summary>What the title of a document says: 2026年深圳市统计局(本级)部门预算 → entity, year, phase, scope.</summary>
internal sealed record TitleWords(string Entity, int? Year, string Phase, string Scope)
{
    private static readonly string[] Tails =
    [
        "公开报表", "公开说明", "情况说明", "公开表格", "公开文本", "公开信息", "信息公开", "公开表", "编制说明", "报表", "公开", "说明", "草案", "文本", "表",
    ];

    public static bool IsTitle(string text) =>
        (text.Contains("预算", StringComparison.Ordinal) || text.Contains("决算", StringComparison.Ordinal)) && !text.Contains('。', StringComparison.Ordinal);

    public static TitleWords Parse(string title)
    {
        if (title.Length == 0)
            return new TitleWords("", null, "", "");
        var year = Words.YearIn(title);
        var final = title.LastIndexOf("决算", StringComparison.Ordinal);
        var budget = title.LastIndexOf("预算", StringComparison.Ordinal);
        var phase = final > budget ? "final" : budget >= 0 ? "budget" : "";
        var scope = title.Contains("单位预算", StringComparison.Ordinal) || title.Contains("单位决算", StringComparison.Ordinal) ? "unit"
            : title.Contains("部门", StringComparison.Ordinal) ? "department"
            : title.Contains("政府预算", StringComparison.Ordinal) || title.Contains("政府决算", StringComparison.Ordinal) || title.Contains("财政预算", StringComparison.Ordinal)
                || title.Contains("财政决算", StringComparison.Ordinal) || title.Contains("预算执行情况", StringComparison.Ordinal) ? "government" : "";
        return new TitleWords(EntityIn(title, year), year == 0 ? null : year, phase, scope);
    }

    private static string EntityIn(string title, int year)
    {
        var text = title;
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
        foreach (var word in new[] { "部门综合预算", "部门预算", "单位预算", "部门决算", "单位决算", "综合预算", "预算", "决算" })
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                text = text[..^word.Length];
                break;
            }
        }
        foreach (var level in new[] { "市级", "区级", "县级", "省级", "省本级", "市本级" })
        {
            if (text.EndsWith(level, StringComparison.Ordinal))
                text = text[..^level.Length];
        }
        text = text.EndsWith("(汇总)", StringComparison.Ordinal) ? text[..^4] : text;
        return text.Length > 2 ? text : "";
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
