using System.Buffers;
using Ingest.Core.Budget.Columns;
using Ingest.Core.Budget.Forms;
using Ingest.Core.Budget.Kinds;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Typing;

/// <summary>Reads from headers, names and codes what a table shows of itself.</summary>
internal static class TraitReader
{
    private const int MostColumnsOfGoals = 6;

    private static readonly SearchValues<string> IncomeRows = SearchValues.Create(
        ["拨款收入", "事业收入", "其他收入", "上级补助收入", "经营收入", "收入合计", "收入总计", "附属单位上缴", "专户管理资金"], StringComparison.Ordinal);

    private static readonly SearchValues<string> ExpenditureRows = SearchValues.Create(
        ["一般公共服务", "公共安全支出", "教育支出", "科学技术支出", "社会保障和就业", "住房保障支出", "卫生健康支出", "支出总计", "支出合计"], StringComparison.Ordinal);

    private static readonly SearchValues<string> ThreePublicRows = SearchValues.Create(["出国", "公务接待", "公务用车"], StringComparison.Ordinal);

    private static readonly SearchValues<string> TaxRows = SearchValues.Create(
        ["税收收入", "非税收入", "转移性收入", "转移性支出", "上解", "增值税", "企业所得税", "国有土地使用权出让", "利润收入", "股利", "债务还本", "债券转贷", "税收返还", "一般性转移支付", "调入资金"], StringComparison.Ordinal);

    private static readonly string[] Execution = ["执行数", "完成数", "调整预算", "变动预算", "预计执行"];
    private static readonly string[] IncomeNames = ["事业收入", "上级补助收入", "附属单位上缴", "经营收入", "其他收入", "事业单位经营", "下级单位上缴"];
    private static readonly string[] FundNames = ["一般公共预算", "政府性基金", "国有资本经营"];

    public static Traits Read(GridView grid, HeaderZone zone, TableColumn[] columns) =>
        OfHeaders(columns) | OfRows(grid, zone, columns) | OfHalves(columns);

    private static Traits OfHeaders(TableColumn[] columns)
    {
        var found = Traits.None;
        int sources = 0, funds = 0, three = 0, insurance = 0;
        bool basic = false, project = false, personnel = false, operating = false, opening = false, closing = false;
        bool limit = false, balance = false;
        foreach (var column in columns)
        {
            insurance += column.IsValue && (column.Mentions("养老保险") || column.Mentions("医疗保险") || column.Mentions("失业保险") || column.Mentions("工伤保险")) ? 1 : 0;
            limit |= column.Mentions("限额");
            balance |= column.Mentions("余额");
            if (MentionsAny(column, Execution))
                found |= Traits.Execution;
            sources += MentionsAny(column, IncomeNames) ? 1 : 0;
            funds += column.IsValue && MentionsAny(column, FundNames) ? 1 : 0;
            three += column.Mentions("出国") || column.Mentions("公务接待") || column.Mentions("公务用车") ? 1 : 0;
            basic |= column.Mentions("基本支出");
            project |= column.Mentions("项目支出");
            personnel |= column.Mentions("人员经费") || column.Mentions("人员支出");
            operating |= column.Mentions("公用经费") || column.Mentions("日常公用") || column.Mentions("公用支出");
            opening |= column.Mentions("年初结转") || column.Mentions("上年结转和结余");
            closing |= column.Mentions("年末结转") || column.Mentions("年终结转");
            if (column.Mentions("上缴上级") || column.Mentions("对附属") || column.Mentions("对下级") || (column.Mentions("经营支出") && column.IsValue))
                found |= Traits.UpAndDown;
            if (column.Mentions("决算数"))
                found |= Traits.Settled;
            if (column.Mentions("财政拨款"))
                found |= Traits.Appropriation;
            found |= OfPurchases(column);
        }
        found |= columns.Length <= MostColumnsOfGoals && FormLists.IsList(columns) ? Traits.Goals : 0;
        found |= insurance >= 2 ? Traits.Insurance : 0;
        found |= limit && balance ? Traits.Debt : 0;
        found |= sources >= 2 ? Traits.IncomeSources : 0;
        found |= funds >= 2 ? Traits.FundSplit : 0;
        found |= three >= 3 ? Traits.ThreePublic : 0;
        found |= basic && project ? Traits.BasicProject : 0;
        found |= personnel && operating ? Traits.PersonnelOperating : 0;
        found |= opening && closing ? Traits.Balances : 0;
        return found;
    }

    private static Traits OfPurchases(TableColumn column)
    {
        var found = Traits.None;
        if (column.Mentions("采购品目") || column.Mentions("采购数量") || column.Mentions("采购金额") || column.Mentions("采购目录") || column.Mentions("采购项目") || column.Mentions("采购方式") || column.Mentions("采购组织"))
            found |= Traits.Procurement;
        if (column.Mentions("购买服务") || column.Mentions("购买数量") || column.Mentions("购买金额"))
            found |= Traits.PurchasedServices;
        if (column.Mentions("资产分类") || column.Mentions("资产名称") || column.Mentions("资产数量") || column.Mentions("配置标准"))
            found |= Traits.Assets;
        if (column.Mentions("项目名称") || column.Mentions("项目编码") || column.Mentions("支出项目类别") || column.Mentions("项目单位") || column.Mentions("单位(项目)"))
            found |= Traits.Projects;
        return found;
    }

    private static Traits OfRows(GridView grid, HeaderZone zone, TableColumn[] columns)
    {
        int functional = 0, department = 0, government = 0, unit = 0, income = 0, expenditure = 0, three = 0, indicators = 0, revenue = 0, taxes = 0, insurance = 0, limit = 0, balance = 0;
        var byUnit = false;
        foreach (var column in columns)
        {
            if (column.IsValue)
                continue;
            var isUnit = column.Role == ColumnRole.Code && (column.Mentions("单位") || column.Mentions("部门")) && !column.Mentions("经济") && !column.Mentions("科目");
            byUnit |= isUnit;
            for (var r = zone.First; r < grid.Rows; r++)
            {
                if (!grid.Begins(r, column.Index))
                    continue;
                var text = grid.Text(r, column.Index);
                if (text.Length == 0)
                    continue;
                indicators += IsIndicator(text) ? 1 : 0;
                if (r < zone.End)
                    continue;
                var (code, name) = CodeText.Split(text);
                if (code.Length >= 3 && column.Role is ColumnRole.Code or ColumnRole.Label && !isUnit)
                {
                    switch (CodeText.SchemeOf(code))
                    {
                        case not "" when code.Length == 3 && CodeText.IsUnit(name): break;
                        case CodeText.Functional: functional++; break;
                        case CodeText.DepartmentEconomic: department++; break;
                        case CodeText.GovernmentEconomic: government++; break;
                        case CodeText.Revenue: revenue++; break;
                        default: unit += code.Length == 6 ? 1 : 0; break;
                    }
                }
                if (column.Role == ColumnRole.Label)
                {
                    taxes += name.AsSpan().ContainsAny(TaxRows) ? 1 : 0;
                    insurance += name.Contains("保险基金", StringComparison.Ordinal) ? 1 : 0;
                    limit += name.Contains("债务限额", StringComparison.Ordinal) ? 1 : 0;
                    balance += name.Contains("债务余额", StringComparison.Ordinal) ? 1 : 0;
                    income += name.AsSpan().ContainsAny(IncomeRows) ? 1 : 0;
                    expenditure += name.AsSpan().ContainsAny(ExpenditureRows) ? 1 : 0;
                    three += name.AsSpan().ContainsAny(ThreePublicRows) ? 1 : 0;
                }
            }
        }
        var found = Traits.None;
        var most = Math.Max(Math.Max(functional, department), government);
        found |= functional > 0 && functional * 3 >= most ? Traits.FunctionalCodes : 0;
        found |= department > 0 && department * 3 >= most ? Traits.DepartmentCodes : 0;
        found |= government > 0 && government * 3 >= most ? Traits.GovernmentCodes : 0;
        found |= unit > 0 || byUnit ? Traits.UnitCodes : 0;
        found |= revenue > 1 ? Traits.RevenueCodes : 0;
        found |= taxes >= 2 ? Traits.TaxRows : 0;
        found |= insurance >= 2 ? Traits.Insurance : 0;
        found |= limit > 0 && balance > 0 ? Traits.Debt : 0;
        found |= income >= 3 ? Traits.IncomeRows : 0;
        found |= expenditure >= 3 ? Traits.ExpenditureRows : 0;
        found |= three >= 3 && functional + department == 0 ? Traits.ThreePublic : 0;
        found |= indicators >= 2 ? Traits.Indicators : 0;
        return found;
    }

    private static Traits OfHalves(TableColumn[] columns)
    {
        var halves = 0;
        bool named = false, valued = false;
        foreach (var column in columns)
        {
            if (column.Role is ColumnRole.Label or ColumnRole.Code)
            {
                if (valued)
                    named = valued = false;
                named = true;
            }
            else if (column.IsValue && named && !valued)
            {
                valued = true;
                halves++;
            }
        }
        return halves >= 2 ? Traits.Halves : 0;
    }

    private static bool IsIndicator(string text) =>
        text.Length is >= 3 and <= 6 && text is "一级指标" or "二级指标" or "三级指标" or "绩效指标" or "年度目标" or "总体目标" or "整体绩效目标" or "指标值" or "指标名称" or "绩效目标" or "年度绩效指标";


    private static bool MentionsAny(TableColumn column, string[] words)
    {
        foreach (var word in words)
        {
            if (column.Mentions(word))
                return true;
        }
        return false;
    }
}
