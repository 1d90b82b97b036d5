using Ingest.Core.Amounts;

namespace Ingest.Core.Budget.Columns;

/// <summary>What the words of a header cell say about the column. All texts are folded and without white space.</summary>
internal static class HeaderWords
{
    private static readonly string[] Codes = ["编码", "代码", "编号"];

    private static readonly string[] Names =
        ["名称", "项目", "科目", "类别", "部门", "单位", "内容", "功能分类", "功能分科", "经济分类", "支出用途", "支出性质", "品目", "分类", "年度", "目录", "姓名"];

    private static readonly string[] Measures =
    [
        "支出", "收入", "经费", "资金", "预算数", "决算数", "执行数", "金额", "合计", "小计", "总计", "拨款", "结转", "结余", "预算", "决算",
        "增减", "总额", "费", "数量", "单价", "余额", "限额", "投入", "公共预算", "政府性基金", "专户",
    ];

    private static readonly string[] Remarks =
        ["备注", "说明", "绩效目标", "目标", "计量单位", "度量单位", "依据", "联系", "电话", "用途", "资金来源", "资金性质", "采购方式", "组织形式", "组织方式", "是否", "标准", "时间", "日期", "品目", "规格", "型号"];

    /// <summary>编码, 代码, or one of 类 款 项.</summary>
    public static bool IsCode(string[] parts)
    {
        if (parts.Length == 0)
            return false;
        var leaf = parts[^1];
        if (leaf is "类" or "款" or "项")
            return true;
        return ContainsAny(leaf, Codes) && !leaf.Contains("名称", StringComparison.Ordinal);
    }

    public static bool IsOrdinal(string leaf) => leaf is "行次" or "序号" or "栏次" or "行号";

    /// <summary>Whether the column names its rows: 科目名称, 项目, 单位名称 …</summary>
    public static bool IsName(string leaf) => leaf is "收入" or "支出" or "收入来源" or "支出方向" || ContainsAny(leaf, Names);

    /// <summary>Whether the column holds amounts by its name: 基本支出, 预算数, 单位资金. 项目支出 is a measure, 支出项目 a name.</summary>
    public static bool IsMeasure(string leaf)
    {
        foreach (var word in Measures)
        {
            if (leaf.Contains(word, StringComparison.Ordinal))
                return !EndsLikeName(leaf);
        }
        return leaf.EndsWith('数') || (leaf.Length == 5 && leaf[4] == '年') || Units.Named(leaf) is not null;
    }

    /// <summary>科目名称, 单位(部门) …: the name of the column ends in what it names.</summary>
    public static bool EndsLikeName(string leaf)
    {
        var name = leaf.AsSpan();
        if (name.IndexOf('(') is var open and > 0)
            name = name[..open];
        foreach (var word in Names)
        {
            if (name.EndsWith(word, StringComparison.Ordinal))
                return true;
        }
        return name.EndsWith("编码", StringComparison.Ordinal);
    }

    /// <summary>2024年, 2024年度.</summary>
    public static bool IsYear(string text) => text is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '年', ..] && text.Length == (text.EndsWith('度') ? 6 : 5);

    /// <summary>决算数, 预算, 快报数: what a year stands before.</summary>
    public static bool IsOfYear(string text) => Array.Exists(OfYear, w => text.StartsWith(w, StringComparison.Ordinal)) || Array.Exists(OfYear, w => text.EndsWith(w, StringComparison.Ordinal) || text.EndsWith(w + "数", StringComparison.Ordinal));

    private static readonly string[] OfYear = ["决算", "预算", "执行", "完成", "快报", "预计"];

    /// <summary>What expenditure is for (按支出用途: 基本支出, 项目支出) names rows, as its functions do.</summary>
    public static bool IsRemark(string leaf) => ContainsAny(leaf.Replace("支出用途", "", StringComparison.Ordinal), Remarks);

    public static bool IsRate(string leaf) =>
        leaf.Contains('%', StringComparison.Ordinal) || leaf.EndsWith('率') || leaf.Contains("占比", StringComparison.Ordinal)
        || leaf.Contains("比例", StringComparison.Ordinal) || leaf.Contains("比重", StringComparison.Ordinal) || leaf.Contains("幅度", StringComparison.Ordinal)
        || (leaf.EndsWith("预算", StringComparison.Ordinal) && (leaf.StartsWith('占') || leaf.StartsWith("完成", StringComparison.Ordinal))) || leaf is "比上年(同比)";

    /// <summary>期限, 发行年限(年): how long something runs, whether in figures or in words (7年、15年).</summary>
    public static bool IsTerm(string leaf)
    {
        var name = leaf.EndsWith("(年)", StringComparison.Ordinal) ? leaf[..^3] : leaf;
        return name.EndsWith("期限", StringComparison.Ordinal) || name.EndsWith("年限", StringComparison.Ordinal);
    }

    public static bool IsQuantity(string leaf) =>
        Units.Named(leaf) is null
        && (leaf.Contains("数量", StringComparison.Ordinal) || leaf.EndsWith("人数", StringComparison.Ordinal) || leaf.EndsWith("编制数", StringComparison.Ordinal)
            || leaf.EndsWith("存量", StringComparison.Ordinal) || leaf.EndsWith("(台)", StringComparison.Ordinal) || leaf.EndsWith("(辆)", StringComparison.Ordinal)
            || leaf.EndsWith("(人)", StringComparison.Ordinal) || leaf.EndsWith("(个)", StringComparison.Ordinal));

    /// <summary>A second name of the row that tells years or phases apart.</summary>
    public static bool IsPeriodName(string leaf) => leaf is "年度" or "年份" or "时间" or "预算年度";

    private static bool ContainsAny(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
