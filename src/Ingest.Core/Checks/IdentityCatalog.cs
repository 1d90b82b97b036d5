using System.Collections.Immutable;
using Ingest.Core.Model;

namespace Ingest.Core.Checks;

/// <summary>Every identity that is evaluated, one row each.</summary>
public static class IdentityCatalog
{
    // sums within a row
    public static readonly Identity RevenueRow = new("S2.row", "合计 = 本年收入 + 上年结转 + 使用非财政拨款结余, or the sources where they are not grouped", AnomalyCodes.RowSum);
    public static readonly Identity RevenueGroup = new("S2.sub", "小计 = Σ sources of its group", AnomalyCodes.RowSum);
    public static readonly Identity ExpenditureRow = new("S3.row", "合计 = 基本支出 + 项目支出 + 经营支出 + 上缴上级 + 对附属单位补助", AnomalyCodes.RowSum);
    public static readonly Identity FundRow = new("S4.row", "合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算", AnomalyCodes.RowSum);
    public static readonly Identity GeneralPublicRow = new("S5.row", "合计 = 基本支出 + 项目支出", AnomalyCodes.RowSum);
    public static readonly Identity BasicRow = new("S5.basic", "基本支出 = 人员经费 + 公用经费", AnomalyCodes.RowSum);
    public static readonly Identity EconomicRow = new("S6.row", "合计 = 人员经费 + 公用经费", AnomalyCodes.RowSum);
    public static readonly Identity CarRow = new("S7.car", "公务用车购置及运行费 = 购置费 + 运行维护费", AnomalyCodes.RowSum);
    public static readonly Identity ThreePublicRow = new("S7.sum", "合计 = 因公出国(境) + 公务用车 + 公务接待", AnomalyCodes.RowSum);
    public static readonly Identity ThreePublicAll = new("S7.all", "合计 = “三公”经费 + 会议费 + 培训费", AnomalyCodes.RowSum);
    public static readonly Identity ProjectRow = new("S9.row", "合计 = Σ sources of the year and of the carry-over", AnomalyCodes.RowSum);
    public static readonly Identity ChangeRow = new("R.change", "增减额 = 本年 - 上年", AnomalyCodes.RowSum);
    public static readonly Identity FundBalance = new("F2", "年末结转 = 年初结转 + 本年收入 - 本年支出", AnomalyCodes.RowSum);

    // sums along a tree of codes, for every column of money
    public static readonly Identity UnitTree = new("S2.tree", "合计 = Σ departments; department = Σ units", AnomalyCodes.ColumnSum);
    public static readonly Identity FunctionTree = new("S3.tree", "类 = Σ 款, 款 = Σ 项, 合计 = Σ 类", AnomalyCodes.ColumnSum);
    public static readonly Identity EconomicTree = new("S6.tree", "economic 类 = Σ 款, 合计 = Σ 类", AnomalyCodes.ColumnSum);
    public static readonly Identity ProjectTree = new("S9.tree", "合计 = department = unit = category = Σ projects", AnomalyCodes.ColumnSum);
    public static readonly Identity ProcurementTree = new("S10.tree", "合计 = department = Σ lines, for quantities and amounts", AnomalyCodes.ColumnSum);

    // sums down the labels of two-sided tables
    public static readonly Identity IncomeSum = new("S1.income_sum", "本年收入合计 = Σ income rows", AnomalyCodes.ColumnSum);
    public static readonly Identity ExpenditureSum = new("S1.exp_sum", "本年支出合计 = Σ expenditure rows", AnomalyCodes.ColumnSum);
    public static readonly Identity IncomeTotal = new("S1.income_total", "收入总计 = 本年收入合计 + 上年结转 + 使用结余", AnomalyCodes.ColumnSum);
    public static readonly Identity ExpenditureTotal = new("S1.exp_total", "支出总计 = 本年支出合计 + 结转下年 + 结余分配", AnomalyCodes.ColumnSum);
    public static readonly Identity FiscalIncome = new("S4.inc", "本年收入 = Σ funds; 收入总计 = 本年收入 + 上年结转", AnomalyCodes.ColumnSum);
    public static readonly Identity FiscalExpenditure = new("S4.exp", "本年支出 = Σ functions; 支出总计 = 本年支出 + 结转", AnomalyCodes.ColumnSum);
    public static readonly Identity FinalSides = new("F1", "总计 = 本年合计 + 结余 + 结转, on both sides of final accounts", AnomalyCodes.ColumnSum);
    public static readonly Identity Items = new("S7.items", "a row = Σ of the rows numbered below it", AnomalyCodes.ColumnSum);
    public static readonly Identity SidesBalance = new("S1.balance", "收入总计 = 支出总计", AnomalyCodes.Balance);

    // lists of goods
    public static readonly Identity ProcurementRow = new("S10.row", "采购金额 = Σ sources", AnomalyCodes.RowSum);
    public static readonly Identity Product = new("S10.qxp", "采购金额 = 采购数量 × 单价, on the lines that are no totals", AnomalyCodes.QuantityTimesPrice);
    public static readonly Identity Within = new("S10.sub", "微小企业 ≤ 中小企业 ≤ 采购金额", AnomalyCodes.PartExceedsWhole);

    public static readonly Identity ProjectGoods = new("X9", "Σ procurement of a project ≤ the project", AnomalyCodes.PartExceedsWhole);

    // what most budgets keep to; where local practice differs the identity does not apply
    public static readonly Identity EconomicSplit = new("S6.split", "301, 303 have no 公用经费; 302, 310 no 人员经费", AnomalyCodes.RowSum);
    public static readonly Identity Contributions = new("X8", "30108 = 2080505, 30109 = 2080506, 30110 = 21011 医疗, 30111 = 2101103, 30113 = 2210201", AnomalyCodes.CrossTable);
    public static readonly Identity ThreePublicCap = new("S7.cap", "30212, 30217, 30231, 31013 in basic expenditure ≤ the item of “三公”经费", AnomalyCodes.PartExceedsWhole);

    // the same figure in two tables
    public static readonly Identity IncomeAcross = new("X1", "收支总表 收入总计 = 收入总表 合计", AnomalyCodes.CrossTable);
    public static readonly Identity SpendingAcross = new("X2", "收支总表 本年支出 = 支出总表 合计, as a whole and by class", AnomalyCodes.CrossTable);
    public static readonly Identity AppropriationAcross = new("X3", "财政拨款收支总表 本年收入 = the three funds in 收支总表", AnomalyCodes.CrossTable);
    public static readonly Identity FundsAcross = new("X4", "财政拨款收支总表 本年支出 of a fund = total of the fund's table", AnomalyCodes.CrossTable);
    public static readonly Identity BasicAcross = new("X5", "一般公共预算支出表 基本支出 = 基本支出表 合计, 人员 and 公用 alike", AnomalyCodes.CrossTable);
    public static readonly Identity ProjectsAcross = new("X6", "支出总表 项目支出 = 项目支出表 合计", AnomalyCodes.CrossTable);
    public static readonly Identity CodesAcross = new("X7", "the same code has the same figure in two tables of equal total", AnomalyCodes.CrossTable);

    // performance forms
    public static readonly Identity FormParts = new("X11.sum", "项目总投入 = Σ 资金构成; 合计 = Σ of its box", AnomalyCodes.ColumnSum);
    public static readonly Identity FormProject = new("X11", "项目总投入 = 项目支出表 合计 of the project", AnomalyCodes.CrossTable);
    public static readonly Identity FormTotals = new("X12", "收入合计 = 支出合计 of the form = 收支总表 总计", AnomalyCodes.Balance);

    // budgets of whole governments
    public static readonly Identity GovernmentSum = new("G.sum", "收入合计, 支出合计, 总计 = Σ their rows; a row = Σ its parts", AnomalyCodes.ColumnSum);
    public static readonly Identity GovernmentBalance = new("G.balance", "收入总计 = 支出总计 of a budget, transfers, debt and carry-over included", AnomalyCodes.Balance);
    public static readonly Identity InsuranceRow = new("G.funds", "合计 = Σ the funds of social insurance", AnomalyCodes.RowSum);
    public static readonly Identity DebtRow = new("G.debt", "政府债务 = 一般债务 + 专项债务, limit and balance alike", AnomalyCodes.RowSum);
    public static readonly Identity DebtWithin = new("G.limit", "债务余额 ≤ 债务限额", AnomalyCodes.PartExceedsWhole);

    // sentences
    public static readonly Identity NarrativeTables = new("N1", "an amount in the text = the figure of the tables, rounded as printed", AnomalyCodes.NarrativeMismatch);
    public static readonly Identity GoodsStated = new("X10", "货物, 工程, 服务 in the text = Σ procurement of articles A, B, C", AnomalyCodes.NarrativeMismatch);
    public static readonly Identity Share = new("N2", "占比 = part / whole", AnomalyCodes.NarrativeMismatch);
    public static readonly Identity Growth = new("N3", "增长率 = 增加额 / (本年 - 增加额)", AnomalyCodes.GrowthMismatch);
    public static readonly Identity PriorTotal = new("N4.table", "本年 - 增加额 = last year's total in a table or form of the same document", AnomalyCodes.NarrativeMismatch);
    public static readonly Identity NarrativeSum = new("N5", "a whole in the text = Σ its parts in the text", AnomalyCodes.NarrativeMismatch);
    public static readonly Identity RunningCost = new("N6", "机关运行经费 in the text = its table, or 公用经费 of basic expenditure", AnomalyCodes.NarrativeMismatch);

    public static readonly Identity People = new("N7", "离退休 = 离休 + 退休; 编制 or 在职 ≥ Σ its kinds of posts, in people", AnomalyCodes.NarrativeMismatch);

    // documents of one entity against each other
    public static readonly Identity PriorYear = new("Y1", "上年 column = the year's own document", AnomalyCodes.CrossYear);
    public static readonly Identity StatedPrior = new("N4", "本年 - 增加额 = last year's total", AnomalyCodes.CrossYear);
    public static readonly Identity BudgetAcross = new("Y1.budget", "预算数 in final accounts = the budget", AnomalyCodes.CrossYear);
    public static readonly Identity UnitAcross = new("Y2", "a unit's row in the department's table = the unit's own total", AnomalyCodes.CrossDocument);
    public static readonly Identity UnitWithin = new("Y2.sub", "a unit's total ≤ its department's", AnomalyCodes.CrossDocument);

    /// <summary>All of them, by id.</summary>
    public static readonly ImmutableSortedDictionary<string, Identity> All =
        typeof(IdentityCatalog).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Where(f => f.FieldType == typeof(Identity))
            .Select(f => (Identity)f.GetValue(null)!)
            .ToImmutableSortedDictionary(i => i.Id, i => i, StringComparer.Ordinal);
}
