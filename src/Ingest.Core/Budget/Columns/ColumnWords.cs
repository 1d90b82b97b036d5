using Ingest.Core.Model;

namespace Ingest.Core.Budget.Columns;

/// <summary>Where money comes from: columns of revenue tables, of projects, of basic expenditure by source.</summary>
internal static class SourceWords
{
    /// <summary>The fund that a header names, null if none.</summary>
    public static string? Fund(string part)
    {
        if (Words.Has(part, "公共预算") || Words.Has(part, "公共财政预算") || Words.Has(part, "一般预算"))
            return ColumnKeys.GeneralPublic;
        if (Words.Has(part, "政府性基金") || Words.Has(part, "基金预算"))
            return ColumnKeys.GovernmentFund;
        return Words.Has(part, "国有资本") ? ColumnKeys.StateCapital : null;
    }

    /// <param name="current">Whether sources outside of any group belong to the current year (revenue tables).</param>
    public static string? Key(string[] parts, KeyContext context, bool current)
    {
        var leaf = parts[^1];
        var carried = false;
        foreach (var part in parts)
            carried |= IsCarried(part);
        var inGroup = parts.Length > 1 && !IsWrapper(parts[^2]);
        if (Words.IsTotal(leaf) || IsWhole(leaf) || leaf is "金额" or "项目金额" or "预算金额" or "预算数" or "预算")
            return Total(parts, context, carried, inGroup);
        if (carried && IsCarried(leaf) && Fund(leaf) is null)
            return $"{ColumnKeys.Carryover}.{ColumnKeys.Subtotal}";
        if (Words.Has(leaf, "非财政拨款结余") || Words.Has(leaf, "事业基金"))
            return ColumnKeys.NonFiscalSurplus;
        if (Source(leaf) is not { } source)
            return null;
        if (source == ColumnKeys.UnitBalance)
            return source;
        if (carried)
            return $"{ColumnKeys.Carryover}.{source}";
        var fund = source is ColumnKeys.GeneralPublic or ColumnKeys.GovernmentFund or ColumnKeys.StateCapital or ColumnKeys.FiscalAppropriation;
        return current || fund ? $"{ColumnKeys.Current}.{source}" : source;
    }

    /// <summary>本年收入 or 财政拨款 as a single column stands for its group.</summary>
    private static bool IsWhole(string leaf) => leaf is "本年收入" or "本年拨款" or "本年支出";

    private static string? Total(string[] parts, KeyContext context, bool carried, bool inGroup)
    {
        if (carried)
            return $"{ColumnKeys.Carryover}.{ColumnKeys.Subtotal}";
        var leaf = parts[^1];
        var group = inGroup ? parts[^2] : leaf;
        if (inGroup && Words.Has(group, "财政拨款") && !Words.Has(group, "支出"))
            return context.Vocabulary == Kinds.ColumnVocabulary.Revenue ? $"{ColumnKeys.Current}.{ColumnKeys.FiscalAppropriation}" : $"{ColumnKeys.Current}.{ColumnKeys.Subtotal}";
        if (inGroup && Fund(group) is { } fund)
            return $"{ColumnKeys.Current}.{fund}";
        if (inGroup && (Words.Has(group, "单位资金") || Words.Has(group, "其他资金")))
            return ColumnKeys.UnitFunds;
        var isCurrent = Words.Has(group, "本年收入") || Words.Has(group, "本年拨款") || leaf is "本年收入合计" or "本年支出合计";
        return isCurrent && context.HasGrandTotal ? $"{ColumnKeys.Current}.{ColumnKeys.Subtotal}" : ColumnKeys.Total;
    }

    private static bool IsCarried(string part) =>
        (Words.Has(part, "结转") || Words.Has(part, "结余")) && !Words.Has(part, "非财政拨款结余") && !Words.Has(part, "不含");

    /// <summary>A group that says no more than which table it is.</summary>
    private static bool IsWrapper(string part) => Words.YearIn(part) > 0 || part is "项目" || part.EndsWith("预算数", StringComparison.Ordinal) || Words.Has(part, "收入预算") || Words.Has(part, "支出预算") || part is "部门预算";

    private static string? Source(string leaf)
    {
        if (Fund(leaf) is { } fund)
            return fund;
        if (Words.Has(leaf, "财政专户") || Words.Has(leaf, "专户管理") || Words.Has(leaf, "专户资金") || Words.Has(leaf, "专户拨款"))
            return ColumnKeys.SpecialAccount;
        // 财政专户拨款收入 may be split: 教育收费 and the rest
        if (Words.Has(leaf, "专户") || leaf is "教育收费")
            return leaf.StartsWith("其他", StringComparison.Ordinal) ? ColumnKeys.SpecialOther : ColumnKeys.SpecialAccount;
        if (Words.Has(leaf, "实户资金余额"))
            return ColumnKeys.UnitBalance;
        if (Words.Has(leaf, "经营收入") || Words.Has(leaf, "经营资金"))
            return ColumnKeys.BusinessIncome;
        if (Words.Has(leaf, "事业收入") || Words.Has(leaf, "事业资金"))
            return ColumnKeys.Undertaking;
        if (Words.Has(leaf, "上级补助"))
            return ColumnKeys.FromSuperior;
        if (Words.Has(leaf, "附属单位") || Words.Has(leaf, "下级单位上缴"))
            return ColumnKeys.FromAffiliate;
        if (Words.Has(leaf, "单位资金") || Words.Has(leaf, "单位自有资金"))
            return ColumnKeys.UnitFunds;
        if (Words.Has(leaf, "其他"))
            return ColumnKeys.Other;
        return Words.Has(leaf, "财政拨款") ? ColumnKeys.FiscalAppropriation : null;
    }
}

/// <summary>What money is spent on: basic and project expenditure and what stands beside them.</summary>
internal static class ExpenditureWords
{
    /// <param name="beside">Another column is the total over all: 基本支出预算 is a part of it then, not the name of the table.</param>
    public static string? Key(string[] parts, bool beside = false)
    {
        var leaf = parts[^1];
        if (parts.Length > 1 && Words.Has(parts[^2], "政府采购"))
            return Procured(leaf);
        bool basic = false, project = false;
        foreach (var part in parts)
        {
            basic |= Words.Has(part, "基本支出") && !Words.Has(part, "项目支出");
            project |= Words.Has(part, "项目支出") && !Words.Has(part, "基本支出");
        }
        if (Words.Has(leaf, "人员") && !Words.Has(leaf, "公用"))
            return project ? null : ColumnKeys.BasicPersonnel;
        if (Words.Has(leaf, "公用") && !Words.Has(leaf, "人员"))
            return project ? null : ColumnKeys.BasicOperating;
        if (Words.IsTotal(leaf) || Words.Has(leaf, "算数") || Words.Has(leaf, "执行数") || leaf is "金额" || Words.IsYear(leaf))
            return OfGroup(parts, basic, project);
        if (Words.Has(leaf, "基本支出") && basic)
            return !((beside || parts.Length > 1) && leaf.StartsWith("基本支出", StringComparison.Ordinal)) && (leaf.StartsWith("本年", StringComparison.Ordinal) || Words.Has(leaf, "预算")) ? ColumnKeys.Total : ColumnKeys.Basic;
        if ((Words.Has(leaf, "项目支出") && project) || Words.Has(leaf, "专项业务经费") || Words.Has(leaf, "专项支出"))
            return ColumnKeys.Project;
        if (Words.Has(leaf, "上缴上级"))
            return ColumnKeys.RemittedUp;
        if (Words.Has(leaf, "对附属") || Words.Has(leaf, "对下级") || Words.Has(leaf, "补助下级"))
            return ColumnKeys.SubsidyDown;
        if (Words.Has(leaf, "经营支出") && !Words.Has(leaf, "国有资本"))
            return ColumnKeys.Business;
        if (SourceWords.Fund(leaf) is { } fund && parts.Length > 1 && !basic && !project)
            return fund;
        return leaf is "支出" or "本年支出" or "支出预算" or "预算" or "预算金额" || Words.Has(leaf, "预算支出") || Words.Has(leaf, "拨款支出") ? ColumnKeys.Total : null;
    }

    /// <summary>政府采购项目/小计, 其中:预留给中小企业 …, 小型、微型企业 …: a part of the expenditure, whatever else the columns divide it into.</summary>
    private static string? Procured(string leaf) =>
        Words.Has(leaf, "小型") || Words.Has(leaf, "微型") || Words.Has(leaf, "小微") ? $"{ColumnKeys.Procured}.{ColumnKeys.Micro}"
        : Words.Has(leaf, "中小企业") ? $"{ColumnKeys.Procured}.{ColumnKeys.Sme}"
        : Words.IsTotal(leaf) ? $"{ColumnKeys.Procured}.{ColumnKeys.Sum}" : null;

    private static string OfGroup(string[] parts, bool basic, bool project)
    {
        // 本年一般公共预算基本支出/合计 names the table, 基本支出/小计 a part of it
        foreach (var part in parts)
        {
            if (basic && Words.Has(part, "基本支出") && (Words.Has(part, "预算") || part.StartsWith("本年", StringComparison.Ordinal)))
                return ColumnKeys.Total;
        }
        return basic ? ColumnKeys.Basic : project ? ColumnKeys.Project : ColumnKeys.Total;
    }
}

/// <summary>“三公”经费 and what is published with it.</summary>
internal static class ThreePublicWords
{
    public static string? Key(string[] parts)
    {
        string? item = null, fund = null;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            // what a group header says beside 三公 are words of the narrow cells below that ran into it
            item = i < parts.Length - 1 && Words.Has(part, "三公") ? item : Item(part) ?? item;
            fund = SourceWords.Fund(part) is { } f && !Words.Has(part, "三公") ? f : fund;
        }
        var leaf = parts[^1];
        if (item is null)
        {
            var three = false;
            foreach (var part in parts)
                three |= Words.Has(part, "三公");
            if (Words.IsTotal(leaf) && parts.Length > 1 && three && Words.Has(leaf, "小计"))
                item = ColumnKeys.Subtotal;
            else if (Words.IsTotal(leaf) || three || Words.IsYear(leaf) || Words.Has(leaf, "算数") || Words.Has(leaf, "执行数") || leaf is "金额" || fund is not null || Periods.IsChange(leaf))
                item = ColumnKeys.Total;
            else
                return null;
        }
        return fund is null || (fund == ColumnKeys.GeneralPublic && parts.Length > 1 && leaf != parts[0] && !IsFundLeaf(leaf)) ? item : $"{fund}.{item}";
    }

    /// <summary>Whether 合计 covers more than the three: meetings, training or running costs have columns too.</summary>
    public static bool HasOverall(TableColumn[] columns)
    {
        foreach (var column in columns)
        {
            if (column.IsValue && column.Parts.Length > 0 && Key(column.Parts) is ColumnKeys.Meeting or ColumnKeys.Training or ColumnKeys.AgencyOperation)
                return true;
        }
        return false;
    }

    /// <summary>Then the sum of the three is the total, and what covers more is <see cref="ColumnKeys.Overall"/>.</summary>
    public static string WithOverall(string key, string[] parts)
    {
        if (Ends(key, ColumnKeys.Subtotal))
            return string.Concat(key.AsSpan(0, key.Length - ColumnKeys.Subtotal.Length), ColumnKeys.Total);
        if (!Ends(key, ColumnKeys.Total))
            return key;
        foreach (var part in parts)
        {
            if (Words.Has(part, "三公") && !Words.Has(part, "会议") && !Words.Has(part, "运行经费"))
                return key;
        }
        return string.Concat(key.AsSpan(0, key.Length - ColumnKeys.Total.Length), ColumnKeys.Overall);
    }

    private static bool Ends(string key, string measure) =>
        key == measure || (key.EndsWith(measure, StringComparison.Ordinal) && key[^(measure.Length + 1)] == '.');

    private static bool IsFundLeaf(string leaf) => SourceWords.Fund(leaf) is not null;

    private static string? Item(string part)
    {
        if (Words.Has(part, "出国"))
            return ColumnKeys.Abroad;
        if (Words.Has(part, "接待"))
            return ColumnKeys.Reception;
        if (Words.Has(part, "会议费") && !Words.Has(part, "三公"))
            return ColumnKeys.Meeting;
        if (Words.Has(part, "培训费") && !Words.Has(part, "三公"))
            return ColumnKeys.Training;
        if (Words.Has(part, "机关运行经费") && !Words.Has(part, "三公"))
            return ColumnKeys.AgencyOperation;
        var buys = Words.Has(part, "购置");
        var runs = Words.Has(part, "运行") || Words.Has(part, "运维");
        if (buys && runs)
            return ColumnKeys.Car;
        if (buys)
            return ColumnKeys.CarPurchase;
        if (runs)
            return ColumnKeys.CarOperation;
        return Words.Has(part, "公务用车") || Words.Has(part, "公车") ? ColumnKeys.Car : null;
    }
}

/// <summary>Goods, services and assets: quantity, price, amount and the share of small enterprises.</summary>
internal static class ProcurementWords
{
    public static string? Key(string[] parts)
    {
        var leaf = parts[^1];
        if (Words.Has(leaf, "数量") || Words.Has(leaf, "编制数"))
            return leaf is "资产数量" or "资产编制数" ? null : ColumnKeys.Quantity;
        if (Words.Has(leaf, "单价"))
            return ColumnKeys.UnitPrice;
        if (Words.Has(leaf, "小微") || Words.Has(leaf, "微小") || Words.Has(leaf, "微型") || Words.Has(leaf, "小型"))
            return ColumnKeys.Micro;
        if (Words.Has(leaf, "中小"))
            return ColumnKeys.Sme;
        if (SourceWords.Key(parts, default, current: false) is { } source && source != ColumnKeys.Total)
            return source == $"{ColumnKeys.Current}.{ColumnKeys.Subtotal}" ? ColumnKeys.FiscalAppropriation : source.Replace($"{ColumnKeys.Current}.", "", StringComparison.Ordinal);
        return Words.Has(leaf, "金额") || Words.IsTotal(leaf) || Words.Has(leaf, "预算") || Words.Has(leaf, "总价") ? ColumnKeys.Sum : null;
    }
}
