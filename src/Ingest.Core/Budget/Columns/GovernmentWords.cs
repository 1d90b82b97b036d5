using Ingest.Core.Model;

namespace Ingest.Core.Budget.Columns;

/// <summary>
/// Columns of a government's budget: figures of one matter in several states (budget, adjusted, carried out) and years, rates
/// between them, debt beside its limit, the funds of social insurance. What was carried out, or else budgeted, is the
/// plain figure of its year.
/// </summary>
internal static class GovernmentWords
{
    private static readonly string[] Settled = ["执行", "完成", "决算", "实际", "快报", "实绩"];
    private static readonly string[] Adjusted = ["调整预算", "变动预算", "预算调整", "调整后", "调整数"];

    /// <summary>The funds, the more particular names first.</summary>
    private static readonly (string Word, string Key)[] Funds =
    [
        ("机关事业", ColumnKeys.PensionInstitution), ("城乡居民基本养老", ColumnKeys.PensionResident), ("居民养老", ColumnKeys.PensionResident), ("企业职工", ColumnKeys.PensionEnterprise),
        ("养老保险", ColumnKeys.PensionEnterprise), ("居民基本医疗", ColumnKeys.MedicalResident), ("居民医疗", ColumnKeys.MedicalResident), ("新型农村合作医疗", ColumnKeys.MedicalResident),
        ("职工基本医疗", ColumnKeys.MedicalEmployee), ("医疗保险", ColumnKeys.MedicalEmployee), ("工伤保险", ColumnKeys.WorkInjury), ("失业保险", ColumnKeys.Unemployment), ("生育保险", ColumnKeys.Maternity),
    ];

    public static string? Key(string[] parts, string side, KeyContext context)
    {
        var leaf = parts[^1];
        var key = HeaderWords.IsRate(leaf) ? RateOf(parts, context) : Changes(parts) ? $"{ColumnKeys.Change}.{Against(parts, context)}{ColumnKeys.Sum}" : Figure(parts, context);
        return key is null ? null : side.Length > 0 ? $"{side}.{key}" : key;
    }

    /// <summary>预算数为上年执行数的%: a share of last year; 决算数占预算数%: of the budget; 增长%: what it grew by.</summary>
    private static string RateOf(string[] parts, KeyContext context)
    {
        if (Changes(parts))
            return $"{ColumnKeys.Change}.{ColumnKeys.Rate}";
        var leaf = parts[^1];
        var at = leaf.LastIndexOfAny(['为', '占', '成']);
        var whole = at < 0 ? leaf : leaf[(at + 1)..];
        return IsPrior(whole, context) ? ColumnKeys.RatioToPrior : Words.Has(whole, "预算") ? ColumnKeys.RatioToBudget : IsPrior(leaf, context) ? ColumnKeys.RatioToPrior : ColumnKeys.Ratio;
    }

    /// <summary>比年初预算增减: what it is compared with, where that is not what was carried out.</summary>
    private static string Against(string[] parts, KeyContext context)
    {
        foreach (var part in parts)
        {
            var at = part.IndexOfAny(['比', '较']);
            if (at < 0 || !Words.Has(part[at..], "预算") || Any(part[at..], Settled))
                continue;
            if (Any(part[at..], Adjusted))
                return ColumnKeys.AdjustedBudget + ".";
            return (IsPrior(part[at..], context) ? context.HasPriorSettled : context.HasSettled) ? ColumnKeys.Budget + "." : "";
        }
        return "";
    }

    private static string? Figure(string[] parts, KeyContext context)
    {
        bool prior = false, settled = false, adjusted = false, budget = false, known = false;
        foreach (var part in parts)
        {
            prior |= IsPrior(part, context);
            settled |= Any(part, Settled);
            adjusted |= Any(part, Adjusted);
            budget |= Words.Has(part, "预算数") || Words.Has(part, "年初") || Words.Has(part, "计划") || part.EndsWith("预算", StringComparison.Ordinal);
            known |= Words.YearIn(part) > 0 || Words.IsTotal(part) || part is "金额" || Words.Has(part, "本年") || Words.Has(part, "当年");
        }
        settled &= !adjusted;
        var measure = Measure(parts);
        if (measure is null && !(prior || settled || adjusted || budget || known))
            return null;
        var state = adjusted ? $"{ColumnKeys.AdjustedBudget}." : budget && !settled && (prior ? context.HasPriorSettled : context.HasSettled) ? $"{ColumnKeys.Budget}." : "";
        return $"{(prior ? ColumnKeys.Prior + "." : "")}{state}{measure ?? ColumnKeys.Total}";
    }

    private static string? Measure(string[] parts)
    {
        string? debt = null, kind = null, fund = null;
        foreach (var part in parts)
        {
            debt = Words.Has(part, "限额") ? ColumnKeys.DebtLimit : Words.Has(part, "余额") ? ColumnKeys.DebtBalance : debt;
            kind = Words.Has(part, "一般债") ? ColumnKeys.GeneralDebt : Words.Has(part, "专项债") ? ColumnKeys.SpecialDebt : kind;
            fund ??= FundOf(part);
        }
        return debt is null ? fund : kind is null ? debt : $"{debt}.{kind}";
    }

    /// <summary>The fund of social insurance that a name means; null if none.</summary>
    public static string? FundOf(string name)
    {
        foreach (var (word, key) in Funds)
        {
            if (Words.Has(name, word))
                return key;
        }
        return null;
    }

    /// <summary>Whether the header says what came in or was spent in the end: then 预算数 is not the plain figure.</summary>
    public static (bool Current, bool Prior) IsSettled(TableColumn column, int year)
    {
        bool settled = false, prior = false;
        foreach (var part in column.Parts)
        {
            settled |= Any(part, Settled) && !HeaderWords.IsRate(part);
            prior |= IsPrior(part, new KeyContext(default, "", year, false, false));
        }
        return (settled && !prior, settled && prior);
    }

    private static bool IsPrior(string part, KeyContext context) =>
        Words.Has(part, "上年") || Words.Has(part, "去年") || (Words.YearIn(part) is var year and > 0 && context.Year > 0 && year < context.Year);

    private static bool Changes(string[] parts) => Array.Exists(parts, Periods.IsChange);

    private static bool Any(string part, string[] words) => Array.Exists(words, w => Words.Has(part, w));
}
