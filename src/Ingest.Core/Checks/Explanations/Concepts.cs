using System.Collections.Immutable;
using Ingest.Core.Checks.Across;
using Ingest.Core.Checks.Sums;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Explanations;

/// <summary>What sentences and totals of tables may both be about, and the words for it.</summary>
internal static class Concepts
{
    public const string Goods = "goods";
    public const string Works = "works";
    public const string Services = "services";
    public const string Whole = "whole";
    public const string Fiscal = "fiscal";
    public const string ThreePublic = "three";
    public const string Procurement = "procurement";

    /// <summary>机关运行经费 where it has a table of its own.</summary>
    public const string RunningCost = "running";

    /// <summary>The words, most telling first: a subject is the first concept of which it has a word and nothing else that matters.</summary>
    private static readonly ImmutableArray<(string Word, string Concept)> Words =
    [
        ("公务用车购置及运行维护费", ColumnKeys.Car), ("公务用车购置及运行费", ColumnKeys.Car), ("公务用车购置和运行维护费", ColumnKeys.Car), ("公务用车购置及运行维护", ColumnKeys.Car),
        ("公务用车运行维护费", ColumnKeys.CarOperation), ("公务用车运行费", ColumnKeys.CarOperation), ("公务用车购置费", ColumnKeys.CarPurchase),
        ("因公出国(境)费用", ColumnKeys.Abroad), ("因公出国(境)经费", ColumnKeys.Abroad), ("因公出国(境)费", ColumnKeys.Abroad), ("公务接待费", ColumnKeys.Reception),
        ("三公经费", ThreePublic), ("人员经费", ColumnKeys.Personnel), ("公用经费", ColumnKeys.Operating),
        ("基本支出", ColumnKeys.Basic), ("项目支出", ColumnKeys.Project),
        ("货物类", Goods), ("政府采购货物", Goods), ("货物采购", Goods), ("工程类", Works), ("政府采购工程", Works), ("工程采购", Works),
        ("服务类", Services), ("政府采购服务", Services), ("服务采购", Services), ("政府采购", Procurement),
        ("国有资本经营预算", ColumnKeys.StateCapital), ("政府性基金预算", ColumnKeys.GovernmentFund), ("政府性基金", ColumnKeys.GovernmentFund),
        ("一般公共预算", ColumnKeys.GeneralPublic), ("财政拨款", Fiscal),
        ("收支总预算", Whole), ("收支总计", Whole), ("收、支总计", Whole), ("收支预算", Whole), ("收入总计", Whole), ("支出总计", Whole), ("收入预算", Whole), ("支出预算", Whole), ("本年收入", Whole), ("本年支出", Whole),
    ];

    /// <summary>Words that change nothing. What is left of a subject without them makes it another matter.</summary>
    private static readonly ImmutableArray<string> Harmless =
    [
        "一般公共预算", "财政拨款", "安排的", "安排", "本部门", "本单位", "我部门", "我单位", "部门", "单位", "预算数", "决算数", "预算", "决算", "支出", "收入", "拨款", "资金",
        "合计", "总额", "总计", "共计", "金额", "年初", "全年", "当年", "本年度", "本年", "今年", "年度", "本级", "总", "共", "数", "费用", "的", "“", "”", "、", "(", ")", "使用", "用于", "其中",
    ];

    /// <summary>The concept a subject is about, null if it is about something else or more.</summary>
    public static string? OfSubject(string subject)
    {
        // bare 财政拨款 may be any grant of which the text speaks
        if (subject is "财政拨款" or "财政拨款资金")
        {
            return null;
        }

        var text = WithoutYear(subject).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        foreach (var (word, concept) in Words)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0)
            {
                return Rest(text.Remove(at, word.Length), concept).Length == 0 ? concept : null;
            }
        }

        return null;
    }

    /// <summary>Which concepts the total row's figure in a column is about.</summary>
    public static IEnumerable<string> OfColumn(string kind, BudgetColumn column)
    {
        var (prefix, measure) = KeyParts.Split(column.Key ?? "");
        if (measure.Length == 0 || prefix.Contains(ColumnKeys.Prior, StringComparison.Ordinal) || prefix.Contains(ColumnKeys.Change, StringComparison.Ordinal))
        {
            yield break;
        }

        var bare = TableSet.BaseKind(kind);
        if (measure is ColumnKeys.Basic or ColumnKeys.Project or ColumnKeys.Personnel or ColumnKeys.Operating or ColumnKeys.Abroad or ColumnKeys.Car or ColumnKeys.CarPurchase or ColumnKeys.CarOperation or ColumnKeys.Reception)
        {
            yield return measure;
        }
        else if (measure is ColumnKeys.BasicPersonnel or ColumnKeys.Personnel + ".total")
        {
            yield return ColumnKeys.Personnel;
        }
        else if (measure is ColumnKeys.BasicOperating or ColumnKeys.Operating + ".total")
        {
            yield return ColumnKeys.Operating;
        }
        else if (measure[(measure.LastIndexOf('.') + 1)..] is ColumnKeys.GeneralPublic or ColumnKeys.GovernmentFund or ColumnKeys.StateCapital)
        {
            yield return measure[(measure.LastIndexOf('.') + 1)..];
        }
        else if (measure == ColumnKeys.Sum && bare == "government_procurement")
        {
            yield return Procurement;
        }
        else if (measure == ColumnKeys.Subtotal && bare == "three_public_expenses")
        {
            yield return ThreePublic;
        }
        else if (measure == ColumnKeys.Total)
        {
            foreach (var concept in OfTotal(bare))
            {
                yield return concept;
            }
        }
    }

    /// <summary>The concept of a row of a two-sided table, or of one whose rows are the 三公 items.</summary>
    public static string? OfRow(string kind, string name) =>
        TwoSided.IsTwoSided(kind) || kind.EndsWith("three_public_expenses", StringComparison.Ordinal) ? OfSubject(name) : null;

    /// <summary>The kinds of tables, without <c>final_</c>, that print a concept; empty for one that any may print.</summary>
    public static ImmutableArray<string> Homes(string concept) => concept switch
    {
        Whole => ["revenue_expenditure_summary", "revenue_summary", "expenditure_summary"],
        Fiscal => ["fiscal_appropriation_summary"],
        ColumnKeys.GeneralPublic => ["fiscal_appropriation_summary", "general_public_budget_expenditure"],
        ColumnKeys.GovernmentFund => ["fiscal_appropriation_summary", "government_fund_expenditure"],
        ColumnKeys.StateCapital => ["fiscal_appropriation_summary", "state_capital_expenditure"],
        ColumnKeys.Basic or ColumnKeys.Project => ["expenditure_summary", "general_public_budget_expenditure"],
        ColumnKeys.Personnel or ColumnKeys.Operating => ["general_public_budget_expenditure", "general_public_budget_basic_expenditure"],
        ThreePublic or ColumnKeys.Abroad or ColumnKeys.Car or ColumnKeys.CarPurchase or ColumnKeys.CarOperation or ColumnKeys.Reception => ["three_public_expenses"],
        Procurement or Goods or Works or Services => ["government_procurement"],
        _ => [],
    };

    private static string[] OfTotal(string kind) => kind switch
    {
        "revenue_expenditure_summary" or "revenue_summary" or "revenue" or "expenditure_summary" or "expenditure" => [Whole],
        "fiscal_appropriation_summary" => [Fiscal, Whole],
        "fiscal_appropriation_expenditure" => [Fiscal],
        "fiscal_appropriation_basic_expenditure" => [ColumnKeys.Basic],
        "general_public_budget_expenditure" or "general_public_budget_expenditure_economic" => [ColumnKeys.GeneralPublic, Fiscal],
        "general_public_budget_basic_expenditure" => [ColumnKeys.Basic],
        "government_fund_expenditure" or "government_fund" => [ColumnKeys.GovernmentFund],
        "state_capital_expenditure" or "state_capital" => [ColumnKeys.StateCapital],
        "project_expenditure" => [ColumnKeys.Project],
        "three_public_expenses" => [ThreePublic],
        "operating_cost" => [ColumnKeys.Operating, RunningCost],
        _ => [],
    };

    private static string Rest(string text, string concept)
    {
        // 一般公共预算基本支出 is basic expenditure, but 财政拨款收支总预算 is not the whole
        foreach (var word in Harmless)
        {
            // nor is 一般公共预算拨款政府采购 the whole of procurement
            if (concept is not (Whole or Procurement) || word is not ("一般公共预算" or "财政拨款"))
            {
                text = text.Replace(word, "", StringComparison.Ordinal);
            }
        }

        return concept == Fiscal ? text.Replace("收支", "", StringComparison.Ordinal) : text;
    }

    /// <summary>Without a year in front.</summary>
    private static string WithoutYear(string text)
    {
        var at = text.IndexOf('年', StringComparison.Ordinal);
        return at == 4 && int.TryParse(text.AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _) ? text[5..].TrimStart('度') : text;
    }
}
