using System.Collections.Immutable;
using Ingest.Core.Checks.Across;
using Ingest.Core.Model;

namespace Ingest.Tests.Checks;

using Outcome = (ImmutableArray<Check> Checks, ImmutableArray<Anomaly> Anomalies);

/// <summary>For each identity a document that keeps it (true), and the same with one figure changed (false).</summary>
internal static class IdentityExamples
{
    private const string Basic = "general_public_budget_basic_expenditure";
    private const string TwoSides = "label|income.total|/label|expenditure.total";

    public static readonly ImmutableDictionary<string, Func<bool, Outcome>> All = new Dictionary<string, Func<bool, Outcome>>(StringComparer.Ordinal)
    {
        ["S1.income_sum"] = ok => Of(Sides(income: ok ? "90.00" : "91.00")),
        ["S1.exp_sum"] = ok => Of(Sides(spent: ok ? "60.00" : "61.00")),
        ["S1.income_total"] = ok => Of(Sides(carried: ok ? "10.00" : "11.00")),
        ["S1.exp_total"] = ok => Of(Sides(left: ok ? "5.00" : "6.00")),
        ["S1.balance"] = ok => Of(Sides(total: ok ? "100.00" : "90.00")),
        ["S2.row"] = ok => Of(Row("revenue_summary", "total|current.subtotal|carryover.subtotal", ok ? "100.00" : "101.00", "90.00", "10.00")),
        ["S2.sub"] = ok => Of(Row("revenue_summary", "current.subtotal|current.general_public|current.other", ok ? "90.00" : "91.00", "80.00", "10.00")),
        ["S2.tree"] = ok => Of(Tree("revenue_summary", "unit", ("121", ok ? "100.00" : "101.00"), ("121001", "60.00"), ("121002", "40.00"))),
        ["S3.row"] = ok => Of(Row("expenditure_summary", "total|basic|project|business", ok ? "100.00" : "101.00", "60.00", "30.00", "10.00")),
        ["S3.tree"] = ok => Of(Tree("expenditure_summary", "functional", ("201", ok ? "100.00" : "101.00"), ("20101", "60.00"), ("20103", "40.00"))),
        ["S4.row"] = ok => Of(Row("fiscal_appropriation_summary", "expenditure.total|expenditure.general_public|expenditure.government_fund", ok ? "100.00" : "101.00", "60.00", "40.00")),
        ["S4.inc"] = ok => Of(Appropriations(granted: ok ? "80.00" : "81.00")),
        ["S4.exp"] = ok => Of(Appropriations(spent: ok ? "60.00" : "61.00")),
        ["S5.row"] = ok => Of(Row("general_public_budget_expenditure", "total|basic|project", ok ? "100.00" : "101.00", "60.00", "40.00")),
        ["S5.basic"] = ok => Of(Row("general_public_budget_expenditure", "basic|basic.personnel|basic.operating", ok ? "100.00" : "101.00", "60.00", "40.00")),
        ["S6.row"] = ok => Of(Row(Basic, "total|personnel|operating", ok ? "100.00" : "101.00", "60.00", "40.00")),
        ["S6.tree"] = ok => Of(Tree(Basic, "department_economic", ("301", ok ? "100.00" : "101.00"), ("30101", "60.00"), ("30102", "40.00"))),
        ["S6.split"] = ok => Of(Economic(("301", "100.00", ok ? "100.00" : "90.00", ok ? "0.00" : "10.00"))),
        ["S7.car"] = ok => Of(Row("three_public_expenses", "car|car.purchase|car.operation", ok ? "100.00" : "101.00", "60.00", "40.00")),
        ["S7.sum"] = ok => Of(Row("three_public_expenses", "total|abroad|car|reception", ok ? "100.00" : "101.00", "60.00", "30.00", "10.00")),
        ["S7.all"] = ok => Of(Row("three_public_expenses", "overall|total|meeting|training", ok ? "100.00" : "101.00", "60.00", "30.00", "10.00")),
        ["S7.items"] = ok => Of(new Sheet("three_public_expenses", "label|total", $"一、培训|{(ok ? "100.00" : "101.00")}", "(一)党校|60.00", "(二)业务|40.00")),
        ["S7.cap"] = ok => Of(Economic(("302", "30.00", "0.00", "30.00"), ("30217", "30.00", "0.00", "30.00")), Row("three_public_expenses", "total|reception", ok ? "30.00" : "20.00", ok ? "30.00" : "20.00")),
        ["S9.row"] = ok => Of(Row("project_expenditure", "total|current.general_public|carryover.general_public|unit_funds", ok ? "100.00" : "101.00", "60.00", "30.00", "10.00")),
        ["S9.tree"] = ok => Of(Tree("project_expenditure", "project", ("", ok ? "100.00" : "101.00"), ("42010722121T000000100", "60.00"), ("42010722121T000000101", "40.00"))),
        ["S10.row"] = ok => Of(Row("government_procurement", "amount|general_public|other", ok ? "100.00" : "101.00", "60.00", "40.00")),
        ["S10.tree"] = ok => Of(new Sheet("government_procurement", "label|amount", $"合计|{(ok ? "100.00" : "101.00")}", "打印机|60.00", "复印纸|40.00")),
        ["S10.qxp"] = ok => Of(new Sheet("government_procurement", "label|quantity|unit_price|amount", $"打印机|3|20.00|{(ok ? "60.00" : "61.00")}")),
        ["S10.sub"] = ok => Of(new Sheet("government_procurement", "label|amount|sme|micro", $"打印机|60.00|{(ok ? "50.00" : "20.00")}|30.00")),
        ["R.change"] = ok => Of(Row("expenditure_summary", "total|prior.total|change.amount", "100.00", "60.00", ok ? "40.00" : "41.00")),
        ["F1"] = ok => Of(new Sheet("final_revenue_expenditure_summary", TwoSides, "一、财政拨款收入|90.00|一、教育支出|60.00", "本年收入合计|90.00|本年支出合计|60.00", $"年初结转和结余|10.00|年末结转和结余|{(ok ? "40.00" : "41.00")}", "总计|100.00|总计|100.00")),
        ["F2"] = ok => Of(Row("final_government_fund", "opening_balance|revenue|total|closing_balance", "10.00", "90.00", "60.00", ok ? "40.00" : "41.00")),
        ["X1"] = ok => Of(Sides(), Total("revenue_summary", "total|carryover.subtotal", ok ? "100.00" : "99.00", "10.00")),
        ["X2"] = ok => Of(Sides(), Total("expenditure_summary", "total", ok ? "95.00" : "94.00")),
        ["X3"] = ok => Of(Sides(), Appropriations(granted: "80.00", fund: ok ? "0.00" : "9.00", year: ok ? "80.00" : "89.00", total: ok ? "80.00" : "89.00")),
        ["X4"] = ok => Of(Appropriations(), Total("general_public_budget_expenditure", "total", ok ? "80.00" : "79.00")),
        ["X5"] = ok => Of(Total("general_public_budget_expenditure", "total|basic|project", "100.00", "60.00", "40.00"), Total(Basic, "total", ok ? "60.00" : "61.00")),
        ["X6"] = ok => Of(Total("expenditure_summary", "total|basic|project", "100.00", "60.00", "40.00"), Total("project_expenditure", "total", ok ? "40.00" : "41.00")),
        ["X7"] = ok => Of(Coded("expenditure_summary", "60.00", "40.00"), ok ? Coded("general_public_budget_expenditure", "60.00", "40.00") : Coded("general_public_budget_expenditure", "61.00", "39.00")),
        ["X8"] = ok => Of(Economic(("30108", "50.00", "50.00", "0.00")), new Sheet("general_public_budget_expenditure", "code|label|basic", $"2080505|机关事业单位基本养老保险缴费支出|{(ok ? "50.00" : "49.00")}")),
        ["X9"] = ok => Of(Projects(ok ? "100.00" : "50.00"), new Sheet("government_procurement", "text:项目|label|amount", "政务网运行|打印机|60.00")),
        ["X10"] = ok => Of([new Sheet("government_procurement", "text:品目|label|amount", "A02010105|台式计算机|600000.00", "C1602|运维|400000.00")], Stated("政府采购货物支出", ok ? "60.00" : "61.00"), Stated("政府采购服务支出", "40.00")),
        ["X11"] = ok => Of(Projects("100.00"), Form(ok ? "100.00" : "90.00")),
        ["X11.sum"] = ok => Of(new Sheet("project_performance", "label|unknown", $"年度资金总额:|{(ok ? "90.00" : "91.00")}", "其中:财政拨款|80.00", "其他资金|10.00")),
        ["X12"] = ok => Of(new Sheet("department_performance", "label|unknown", "收入构成/财政拨款|90.00", "收入构成/其他资金|10.00", "收入构成/合计|100.00", $"支出构成/基本支出|{(ok ? "60.00" : "59.00")}", "支出构成/项目支出|40.00", $"支出构成/合计|{(ok ? "100.00" : "99.00")}")),
        ["G.sum"] = ok => Of(new Sheet("gov_general_public_revenue", "label|total", "一、税收收入|60.00", "二、非税收入|40.00", $"收入合计|{(ok ? "100.00" : "101.00")}")),
        ["G.balance"] = ok => Of(new Sheet("gov_fund_revenue", "label|total", "收入总计|100.00"), new Sheet("gov_fund_expenditure", "label|total", $"支出总计|{(ok ? "100.00" : "99.00")}")),
        ["G.funds"] = ok => Of(Row("gov_social_insurance_revenue", "total|pension.enterprise|medical.employee", ok ? "100.00" : "101.00", "60.00", "40.00")),
        ["G.debt"] = ok => Of(Row("gov_debt", "debt_limit|debt_limit.general|debt_limit.special", ok ? "100.00" : "101.00", "60.00", "40.00")),
        ["G.limit"] = ok => Of(Row("gov_debt", "debt_limit|debt_balance", "100.00", ok ? "90.00" : "110.00")),
        ["N1"] = ok => Of([Total("expenditure_summary", "total", "1000000.00")], Stated("支出总计", ok ? "100.00" : "101.00")),
        ["N2"] = ok => Of([], Stated("支出合计", "300.00"), Stated("教育支出", "30.00"), Rate("share", "教育支出", ok ? 1000 : 1100) with { Context = "支出合计" }),
        ["N3"] = ok => Of([], Stated("支出合计", "110.00"), Stated("支出合计", "10.00") with { Metric = "change_amount" }, Rate("growth_rate", "支出合计", ok ? 1000 : 1100)),
        ["N4.table"] = ok => Of([Total("expenditure_summary", "total|prior.total", "1100000.00", ok ? "1000000.00" : "1010000.00")], Stated("支出总计", "110.00"), Stated("支出总计", "10.00") with { Metric = "change_amount" }),
        ["N5"] = ok => Of([], Stated("基本支出", "100.00"), Stated("人员经费", "60.00") with { Context = "基本支出" }, Stated("公用经费", ok ? "40.00" : "41.00") with { Context = "基本支出" }),
        ["N6"] = ok => Of([Total("operating_cost", "total", "400000.00")], Stated("机关运行经费", ok ? "40.00" : "41.00")),
        ["N7"] = ok => Of([], Count("离退休人员", 5, ""), Count("离休", 1, "离退休人员"), Count("退休", ok ? 4 : 5, "离退休人员")),
        ["Y1"] = ok => Between(ok, "prior.total", "total", 2023, "budget"),
        ["Y1.budget"] = ok => Between(ok, "budget.total", "total", 2024, "budget", "final"),
        ["Y2.sub"] = ok => Units(ok ? 90 : 110, 100),
        ["Y2"] = UnitRow,
        ["N4"] = Grown,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static Outcome Of(params Sheet[] sheets) => Of(sheets, []);

    private static Outcome Of(Sheet[] sheets, params NarrativeFact[] narrative) => Sheet.Check(sheets, narrative) is var o ? (o.Checks, o.Anomalies) : default;

    private static Sheet Sides(string income = "90.00", string carried = "10.00", string spent = "60.00", string left = "5.00", string total = "100.00") => new(
        "revenue_expenditure_summary", TwoSides,
        $"一、一般公共预算拨款收入|80.00|一、教育支出|{spent}", "二、事业收入|10.00|二、住房保障支出|35.00", $"本年收入合计|{income}|本年支出合计|95.00", $"上年结转|{carried}|结转下年|{left}", $"收入总计|100.00|支出总计|{total}");

    private static Sheet Appropriations(string granted = "80.00", string fund = "0.00", string year = "80.00", string spent = "60.00", string total = "80.00") => new(
        "fiscal_appropriation_summary", TwoSides + "|expenditure.general_public",
        $"一、本年收入|{year}|一、本年支出|80.00|80.00", $"(一)一般公共预算拨款|{granted}|(一)教育支出|{spent}|{spent}", $"(二)政府性基金预算拨款|{fund}|(二)住房保障支出|20.00|20.00",
        $"二、上年结转|0.00|二、年终结转|{(total == "80.00" ? "0.00" : "9.00")}|0.00", $"收入总计|{total}|支出总计|{total}|80.00");

    private static Sheet Row(string kind, string keys, params string[] amounts) => new(kind, "label|" + keys, "甲项|" + string.Join('|', amounts));

    private static Sheet Total(string kind, string keys, params string[] amounts) => new(kind, "label|" + keys, "合计|" + string.Join('|', amounts));

    private static Sheet Tree(string kind, string scheme, params (string Code, string Amount)[] rows) =>
        new(kind, "code|label|total", [.. rows.Select(r => $"{r.Code}|{(r.Code.Length == 0 ? "合计" : "项" + r.Code)}|{r.Amount}")]) { Scheme = scheme };

    private static Sheet Economic(params (string Code, string Total, string Personnel, string Operating)[] rows) =>
        new(Basic, "code|label|total|personnel|operating", [.. rows.Select(r => $"{r.Code}|{(r.Code == "30217" ? "公务接待费" : "项")}|{r.Total}|{r.Personnel}|{r.Operating}")]) { Scheme = "department_economic" };

    private static Sheet Coded(string kind, string first, string second) => new(kind, "code|label|total", "|合计|100.00", $"205|教育支出|{first}", $"221|住房保障支出|{second}");

    private static Sheet Projects(string amount) => new("project_expenditure", "label|total", $"合计|{amount}", $"政务网运行|{amount}");

    private static Sheet Form(string amount) => new("project_performance", "label|text:名称|unknown", "项目名称|政务网运行|", $"项目总投入||{amount}");

    /// <summary>In 万元 with two decimals; all in one sentence.</summary>
    private static NarrativeFact Stated(string subject, string shown) => new(
        new CellRef(default), "amount", subject, "", shown + "万元", Unit.TenThousand, new Amount((long)(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture) * 1_000_000), 10_000),
        new PrintedNumber((Int128)(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture) * 100), 2), 1);

    private static NarrativeFact Rate(string metric, string subject, int hundredths) =>
        new(new CellRef(default), metric, subject, "", $"{hundredths / 100}%", null, null, new PrintedNumber(hundredths, 2), 1);

    private static NarrativeFact Count(string subject, int people, string whole) =>
        new(new CellRef(default), "count", subject, "", $"{people}人", null, null, new PrintedNumber(people, 0), 1, whole);

    private static Outcome Between(bool ok, string key, string own, int year, string phase, string now = "budget") => Bare(CrossDocuments.Compare(
        [Document("a", year, phase, Figure(own, 100)), Document("b", 2024, now, Figure(key, ok ? 100 : 101))]));

    private static Outcome Units(int unit, int department) => Bare(CrossDocuments.Compare(
        [Document("d", 2024, "budget", Figure("total", department)), Document("u", 2024, "budget", Figure("total", unit), "unit")]));

    private static Outcome UnitRow(bool ok)
    {
        var row = Figure("total", 100) with { Line = new BudgetRow(0, 0, "unit", "121001", "某局本级", 0, false, true) };
        return Bare(CrossDocuments.CompareUnitRows(Document("d", 2024, "budget", row), [row], Document("u", 2024, "budget", Figure("total", ok ? 100 : 90), "unit")));
    }

    private static Outcome Grown(bool ok) => Bare(CrossDocuments.Compare(
    [
        Document("a", 2023, "budget", Figure("total", 1_000_000)),
        Document("b", 2024, "budget", null) with { Narrative = [Stated("某局2024年度收入、支出预算总计", "110.00"), Stated("某局2024年度收入、支出预算总计", ok ? "10.00" : "11.00") with { Metric = "change_amount" }] },
    ]));

    private static Outcome Bare((ImmutableArray<CrossCheck> Checks, ImmutableArray<CrossAnomaly> Anomalies) found) =>
        ([.. found.Checks.Select(c => c.Check)], [.. found.Anomalies.Select(a => a.Anomaly)]);

    private static DocumentFigures Document(string sha, int year, string phase, TableFigure? figure, string scope = "department") => new(
        sha, sha + ".pdf", new DocumentIdentity("某局", "420107", year, phase, scope, []), figure is null ? [] : [figure], [], HasTables: true);

    private static TableFigure Figure(string key, int yuan) => new(
        new CellRef(new PageBox(1, default), 1, 0, 1), "expenditure_summary", new BudgetColumn(1, 0, "合计", key, ColumnRole.Money), new BudgetRow(0, 0, "", "", "合计", 0, true, false),
        $"{yuan}.00", Unit.Yuan, new Amount(yuan * 100L, 1), Trusted: true);
}
