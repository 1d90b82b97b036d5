using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Columns;

/// <summary>What the keys of a table's columns depend on beside their own headers.</summary>
/// <param name="Year">The year of the document, or the latest year named in the headers; 0 if neither is known.</param>
/// <param name="HasGrandTotal">Another column is the 合计 over all groups.</param>
/// <param name="HasSettled">Some column says 决算数, so that 预算数 is not the plain figure.</param>
/// <param name="HasPriorSettled">The same for the columns of last year, of governments only.</param>
internal readonly record struct KeyContext(ColumnVocabulary Vocabulary, string Phase, int Year, bool HasGrandTotal, bool HasSettled, bool HasPriorSettled = false);

/// <summary>Gives value columns their canonical keys (see <see cref="ColumnKeys"/>) from the words of their header chain.</summary>
internal static class ColumnKeyer
{
    /// <param name="parts">The header chain from the top.</param>
    /// <param name="side">income, expenditure, personnel, operating or "".</param>
    /// <returns>null where the meaning is not known.</returns>
    public static string? Key(string[] parts, string side, KeyContext context)
    {
        if (parts.Length == 0)
            return null;
        if (context.Vocabulary == ColumnVocabulary.Government)
            return GovernmentWords.Key(parts, side, context);
        var period = Periods.Of(parts, context);
        var measure = context.Vocabulary switch
        {
            ColumnVocabulary.TwoSided => TwoSided(parts),
            ColumnVocabulary.Revenue => SourceWords.Key(parts, context, current: true),
            ColumnVocabulary.Sources => SourceWords.Key(parts, context, current: false),
            ColumnVocabulary.Expenditure => ExpenditureWords.Key(parts, context.HasGrandTotal) ?? SourceWords.Key(parts, context, current: false),
            ColumnVocabulary.Economic => Economic(parts, side),
            ColumnVocabulary.ThreePublic => ThreePublicWords.Key(parts),
            ColumnVocabulary.FundBalance => FundBalance(parts),
            ColumnVocabulary.Procurement => ProcurementWords.Key(parts),
            _ => null,
        };
        if (period is ColumnKeys.Change && HeaderWords.IsRate(parts[^1]))
            measure = Qualified(measure, ColumnKeys.Rate);
        else if (period is ColumnKeys.Change && measure is null or ColumnKeys.Total && !IsItem(parts, context))
            measure = ColumnKeys.Sum;
        if (measure is null)
            return null;
        var key = period.Length > 0 ? $"{period}.{measure}" : measure;
        return side.Length > 0 ? $"{side}.{key}" : key;
    }

    /// <summary>The rate of a change stands alone: change.rate; that of an item keeps the item.</summary>
    private static string Qualified(string? measure, string rate) => measure is null or ColumnKeys.Total ? rate : $"{measure}.{rate}";

    /// <summary>Whether the change is one of several columns (change.total beside change.abroad), not the only one (change.amount).</summary>
    private static bool IsItem(string[] parts, KeyContext context) =>
        context.Vocabulary == ColumnVocabulary.ThreePublic && parts.Length > 1 && Periods.IsChange(parts[0]) && parts[^1] is "合计" or "小计" or "总计";

    private static string? TwoSided(string[] parts)
    {
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (SourceWords.Fund(parts[i]) is { } fund)
                return fund;
        }
        // the right side may be split as an expenditure table is
        foreach (var part in parts)
        {
            if (part.Contains("基本支出", StringComparison.Ordinal) || part.Contains("项目支出", StringComparison.Ordinal) || part.Contains("人员经费", StringComparison.Ordinal)
                || part.Contains("公用经费", StringComparison.Ordinal))
            {
                return ExpenditureWords.Key(parts);
            }
        }
        return ColumnKeys.Total;
    }

    private static string? Economic(string[] parts, string side)
    {
        foreach (var part in parts)
        {
            // 人员经费/预算数 in a folded table: the side says it already
            if (side.Length > 0)
                break;
            if (part.Contains("人员", StringComparison.Ordinal) && !part.Contains("公用", StringComparison.Ordinal))
                return ColumnKeys.Personnel;
            if (part.Contains("公用", StringComparison.Ordinal) && !part.Contains("人员", StringComparison.Ordinal))
                return ColumnKeys.Operating;
        }
        var leaf = parts[^1];
        if (SourceWords.Fund(leaf) is { } fund && parts.Length > 1)
            return fund;
        return Words.IsTotal(leaf) || leaf.Contains("基本支出", StringComparison.Ordinal) || leaf.Contains("金额", StringComparison.Ordinal)
            || leaf.Contains("算数", StringComparison.Ordinal) || leaf.Contains("预算", StringComparison.Ordinal) || Words.IsYear(leaf) || leaf.Contains("机关运行经费", StringComparison.Ordinal)
            ? ColumnKeys.Total : null;
    }

    private static string? FundBalance(string[] parts)
    {
        var top = parts[0];
        if (top.Contains("年初", StringComparison.Ordinal) || top.Contains("上年结转", StringComparison.Ordinal))
            return ColumnKeys.OpeningBalance;
        if (top.Contains("年末", StringComparison.Ordinal) || top.Contains("年终", StringComparison.Ordinal) || top.Contains("结转下年", StringComparison.Ordinal))
            return ColumnKeys.ClosingBalance;
        return top.Contains("收入", StringComparison.Ordinal) && !top.Contains("支出", StringComparison.Ordinal) ? ColumnKeys.Revenue : ExpenditureWords.Key(parts);
    }
}

/// <summary>Words that the vocabularies share.</summary>
internal static class Words
{
    public static bool IsTotal(string leaf)
    {
        var name = leaf.AsSpan();
        if (name.IndexOf('(') is var open and > 0)
            name = name[..open];
        return name is "合计" or "小计" or "总计" or "共计" or "计"
            || name.EndsWith("合计", StringComparison.Ordinal) || name.EndsWith("总计", StringComparison.Ordinal) || name.EndsWith("小计", StringComparison.Ordinal);
    }

    public static bool IsYear(string text) => text.Length is 5 or 6 && text[4] == '年' && Shapes.IsDigits(text.AsSpan(0, 4));

    /// <summary>What stands right behind a year without 年 in a header.</summary>
    private static readonly string[] Columns = ["预算", "决算", "执行", "完成", "调整"];

    /// <summary>The last year 19xx–20xx named in the text, 0 if none is.</summary>
    public static int YearIn(string text)
    {
        for (var i = text.IndexOf('年', StringComparison.Ordinal); i >= 4; i = text.IndexOf('年', i + 1))
        {
            if (Shapes.IsDigits(text.AsSpan(i - 4, 4)))
                return int.Parse(text.AsSpan(i - 4, 4), System.Globalization.CultureInfo.InvariantCulture);
        }
        // 2021, 2021决算数
        return text.Length >= 4 && Shapes.IsDigits(text.AsSpan(0, 4)) && text.StartsWith("20", StringComparison.Ordinal)
            && (text.Length == 4 || Array.Exists(Columns, c => text.AsSpan(4).StartsWith(c, StringComparison.Ordinal)))
            ? int.Parse(text.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    public static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);
}

/// <summary>Which year or phase a column is of.</summary>
internal static class Periods
{
    public static string Of(string[] parts, KeyContext context)
    {
        foreach (var part in parts)
        {
            if (IsChange(part))
                return ColumnKeys.Change;
        }
        foreach (var part in parts)
        {
            if (Words.Has(part, "结转") || Words.Has(part, "结余") || Words.Has(part, "实户资金余额"))
                continue;
            if (Words.Has(part, "上年") || Words.Has(part, "去年") || Words.Has(part, "上一年"))
                return ColumnKeys.Prior;
            if (Words.YearIn(part) is var year and > 0 && context.Year > 0 && year < context.Year)
                return ColumnKeys.Prior;
        }
        return context.Phase == "final" ? OfFinal(parts, context) : "";
    }

    public static bool IsChange(string part) =>
        Words.Has(part, "增减") || Words.Has(part, "比上年") || (Words.Has(part, "变动") && !Words.Has(part, "变动预算")) || Words.Has(part, "增长") || Words.Has(part, "变化")
        || Words.Has(part, "较上年") || part is "增加" or "减少";

    private static string OfFinal(string[] parts, KeyContext context)
    {
        foreach (var part in parts)
        {
            if (Words.Has(part, "调整预算") || Words.Has(part, "变动预算") || Words.Has(part, "全年预算"))
                return ColumnKeys.AdjustedBudget;
            if (context.HasSettled && (Words.Has(part, "年初预算") || part.EndsWith("预算数", StringComparison.Ordinal)))
                return ColumnKeys.Budget;
            if (context.Vocabulary == ColumnVocabulary.ThreePublic && part.EndsWith("决算数", StringComparison.Ordinal))
                return ColumnKeys.Final;
        }
        return "";
    }
}
