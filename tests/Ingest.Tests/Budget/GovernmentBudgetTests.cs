using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Checks;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Tests.Budget;

/// <summary>Budgets and final accounts of whole governments: kinds, columns, rows and identities, on tables drawn as cities print them.</summary>
public class GovernmentBudgetTests
{
    private const string Heading = "某市2024年政府预算公开";

    [Theory]
    [InlineData("2024年全市一般公共预算收入表", "gov_general_public_revenue")]
    [InlineData("某县2023年一般公共预算收入决算表", "gov_general_public_revenue")]
    [InlineData("2024年市本级一般公共预算收入预算表", "gov_general_public_revenue")]
    [InlineData("一般公共预算收入预算执行情况表", "gov_general_public_revenue")]
    [InlineData("一般公共预算收支平衡表", "gov_general_public_balance")]
    [InlineData("2024年市本级一般公共预算支出表", "gov_general_public_local_expenditure")]
    [InlineData("一般公共预算本级支出表", "gov_general_public_local_expenditure")]
    [InlineData("某县2024年县级一般公共预算支出预算表", "gov_general_public_local_expenditure")]
    [InlineData("一般公共预算本级基本支出表(按政府预算支出经济分类)", "gov_general_public_local_basic_expenditure")]
    [InlineData("一般公共预算税收返还和转移支付表", "gov_general_public_transfers")]
    [InlineData("2024年市对区转移支付预算表", "gov_general_public_transfers")]
    [InlineData("一般性转移支付分地区情况表", "gov_general_public_transfers")]
    [InlineData("2023年政府一般债务限额和余额情况表", "gov_general_debt")]
    [InlineData("2023年地方政府专项债务限额及余额情况表", "gov_special_debt")]
    [InlineData("地方政府债务限额及余额预算情况表", "gov_debt")]
    [InlineData("地方政府债券发行及还本付息情况表", "gov_debt")]
    [InlineData("2024年政府性基金收入表", "gov_fund_revenue")]
    [InlineData("政府性基金预算收入预算表", "gov_fund_revenue")]
    [InlineData("市本级政府性基金支出表", "gov_fund_local_expenditure")]
    [InlineData("政府性基金转移支付表", "gov_fund_transfers")]
    [InlineData("国有资本经营预算收入表", "gov_state_capital_revenue")]
    [InlineData("国有资本经营预算本级支出表", "gov_state_capital_local_expenditure")]
    [InlineData("国有资本经营预算转移支付表", "gov_state_capital_transfers")]
    [InlineData("社会保险基金收入表", "gov_social_insurance_revenue")]
    [InlineData("2024年全市社会保险基金支出预算表", "gov_social_insurance_expenditure")]
    [InlineData("社会保险基金收支及结余情况表", "gov_social_insurance_balance")]
    [InlineData("社保基金预算结余表", "gov_social_insurance_balance")]
    public void Titles_that_only_governments_use_need_no_document(string title, string kind) =>
        Assert.Equal(kind, KindMatcher.Match([TitleText.Read(Folding.Label(title))!], Traits(), "", "", true).Kind?.Id);

    [Theory]
    [InlineData("一般公共预算支出表", "gov_general_public_expenditure", "general_public_budget_expenditure")]
    [InlineData("一般公共预算基本支出表", "gov_general_public_local_basic_expenditure", "general_public_budget_basic_expenditure")]
    [InlineData("政府性基金预算支出表", "gov_fund_expenditure", "government_fund_expenditure")]
    [InlineData("国有资本经营预算支出表", "gov_state_capital_expenditure", "state_capital_expenditure")]
    [InlineData("政府性基金收支总表", "gov_fund_balance", "government_fund_expenditure")]
    [InlineData("国有资本经营预算收支总表", "gov_state_capital_balance", "state_capital_expenditure")]
    [InlineData("一般公共支出预算草案表", "gov_general_public_expenditure", "general_public_budget_expenditure")]
    public void Titles_that_departments_use_too_are_told_apart_by_the_document(string title, string whole, string department)
    {
        var read = TitleText.Read(title)!;
        Assert.Equal(whole, KindMatcher.Match([read], Traits(), "", "government", true).Kind?.Id);
        Assert.Equal(department, KindMatcher.Match([read], Traits(), "", "department", true).Kind?.Id);
        Assert.Equal(department, KindMatcher.Match([read], Traits(), "", "", true).Kind?.Id);
        Assert.Equal(whole, KindMatcher.Match([TitleText.Read("2024年全区" + title)!], Traits(), "", "", true).Kind?.Id);
    }

    [Fact]
    public void A_department_that_says_level_or_whole_in_its_title_stays_a_department()
    {
        const string Drawing = """
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00
            """;
        Assert.Equal("general_public_budget_expenditure", DrawnTable.One(Drawing, "市级一般公共预算支出表\n单位:万元").Kind);
        Assert.Equal("general_public_budget_expenditure", DrawnTable.One(Drawing, "某市教育局本级一般公共预算支出表\n单位:万元").Kind);
        Assert.Equal("revenue_summary", DrawnTable.One(
            """
            科目编码 | 科目名称 | 合计 | 事业收入 | 上级补助收入 | 其他收入
            201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00 | 0.00
            """, "一般公共预算收入表\n单位:万元").Kind);
    }

    [Theory]
    [InlineData("某市2024年政府预算公开", "某市政府", 2024, "budget")]
    [InlineData("某县2023年财政总决算", "某县", 2023, "final")]
    [InlineData("2024年某区财政预算", "某区", 2024, "budget")]
    [InlineData("关于某市2023年预算执行情况和2024年预算草案的报告", "某市", 2024, "budget")]
    [InlineData("某县2024年县本级预算", "某县", 2024, "budget")]
    public void The_title_page_of_a_government_names_it_its_year_and_its_phase(string title, string entity, int year, string phase)
    {
        var words = TitleWords.Parse(title);
        Assert.Equal((entity, year, phase, "government"), (words.Entity, words.Year, words.Phase, words.Scope));
    }

    [Theory]
    [InlineData("某市教育局2024年预算草案")]
    [InlineData("某市教育局2024年部门总预算")]
    [InlineData("某市财政局2024年部门预算")]
    public void No_department_is_taken_for_a_government(string title) => Assert.NotEqual("government", TitleWords.Parse(title).Scope);

    [Fact]
    public void Income_in_several_states_and_years_has_keys_and_sums()
    {
        var (table, outcome) = Check(
            """
            项目 | 2023年预算数 | 2023年执行数 | 2024年预算数 | 预算数为上年执行数的%
            一、税收收入 | 75.00 | 80.00 | 88.00 | 110.0
            增值税 | 45.00 | 50.00 | 56.00 | 112.0
            企业所得税 | 30.00 | 30.00 | 32.00 | 106.7
            二、非税收入 | 20.00 | 20.00 | 22.00 | 110.0
            一般公共预算收入合计 | 95.00 | 100.00 | 110.00 | 110.0
            转移性收入 | 35.00 | 40.00 | 30.00 | 75.0
            上级补助收入 | 25.00 | 28.00 | 20.00 | 71.4
            调入资金 | 10.00 | 12.00 | 10.00 | 83.3
            收入总计 | 130.00 | 140.00 | 140.00 | 100.0
            """, "2024年一般公共预算收入表");
        Assert.Equal("gov_general_public_revenue", table.Kind);
        Assert.Equal(["", "prior.budget.total", "prior.total", "total", "ratio.prior"], table.Columns.Select(c => c.Key ?? ""));
        Assert.Equal(ColumnRole.Percent, table.Columns[^1].Role);
        Assert.Equal(12, outcome.Checks.Count(c => c is { Identity: "G.sum", Result: CheckResult.Pass }));
        Assert.Empty(outcome.Anomalies);
        Assert.All(outcome.Facts.Where(f => f.Amount is not null), f => Assert.Equal(FactStatus.Verified, f.Status));
    }

    [Fact]
    public void A_wrong_figure_in_a_list_of_taxes_is_named()
    {
        var (_, outcome) = Check(
            """
            项目 | 2024年预算数
            一、税收收入 | 88.00
            二、非税收入 | 22.00
            一般公共预算收入合计 | 111.00
            """, "2024年一般公共预算收入表");
        Assert.Equal(CheckResult.Fail, Assert.Single(outcome.Checks, c => c.Identity == "G.sum").Result);
        Assert.Equal(AnomalyCodes.ColumnSum, Assert.Single(outcome.Anomalies).Code);
    }

    [Fact]
    public void Codes_of_revenue_make_a_tree()
    {
        var (table, outcome) = Check(
            """
            科目编码 | 科目名称 | 预算数 | 调整预算数 | 决算数 | 决算数为调整预算数的%
            101 | 税收收入 | 70.00 | 72.00 | 73.00 | 101.4
            10101 | 增值税 | 40.00 | 41.00 | 42.00 | 102.4
            10104 | 企业所得税 | 30.00 | 31.00 | 31.00 | 100.0
            103 | 非税收入 | 20.00 | 20.00 | 19.00 | 95.0
             | 本年收入合计 | 90.00 | 92.00 | 92.00 | 100.0
            """, "某县2023年一般公共预算收入决算表", "某县2023年财政决算");
        Assert.Equal(["", "", "budget.total", "adjusted_budget.total", "total", "ratio.budget"], table.Columns.Select(c => c.Key ?? ""));
        Assert.All(table.Rows.Where(r => r.Code.Length > 0), r => Assert.Equal("revenue", r.CodeScheme));
        Assert.Equal(6, outcome.Checks.Count(c => c is { Identity: "S3.tree", Result: CheckResult.Pass }));
        Assert.Empty(outcome.Anomalies);
    }

    [Fact]
    public void Income_and_expenditure_of_a_fund_balance_over_two_tables()
    {
        static RawTable Draw(string side, string total, string caption, int ordinal) => DrawnTable.Of(
            $"""
            项目 | 预算数
            一、国有土地使用权出让{side} | 60.00
            二、彩票公益金{side} | 20.00
            本年{side}合计 | 80.00
            转移性{side} | 15.00
            {side}总计 | {total}
            """, caption + "\n单位:亿元", ordinal);
        var good = Outcome(Heading, Draw("收入", "95.00", "政府性基金收入表", 1), Draw("支出", "95.00", "政府性基金支出表", 2));
        Assert.Equal(CheckResult.Pass, Assert.Single(good.Outcome.Checks, c => c.Identity == "G.balance").Result);
        Assert.Equal(["gov_fund_revenue", "gov_fund_expenditure"], good.Tables.Select(t => t.Kind));
        Assert.Equal("6000000000.00", good.Outcome.Facts.Amount("一、国有土地使用权出让收入", "预算数"));
        var bad = Outcome(Heading, Draw("收入", "95.00", "政府性基金收入表", 1), Draw("支出", "94.00", "政府性基金支出表", 2));
        Assert.Contains(bad.Outcome.Checks, c => c is { Identity: "G.balance", Result: CheckResult.Fail });
        Assert.Contains(bad.Outcome.Anomalies, a => a.Code.Severity == Severity.Doubt && a.TableKind == "gov_fund_expenditure");
    }

    [Theory]
    [InlineData("312.00", CheckResult.Pass)]
    [InlineData("330.00", CheckResult.Fail)]
    public void Debt_is_the_sum_of_its_kinds_and_within_its_limit(string general, CheckResult within)
    {
        var total = within == CheckResult.Pass ? "512.00" : "530.00";
        var (table, outcome) = Check(
            $"""
            地区{"{2,1}"} | 债务限额{"{1,3}"} | 债务余额{"{1,3}"}
            合计 | 一般债务 | 专项债务 | 合计 | 一般债务 | 专项债务
            某市 | 540.00 | 320.00 | 220.00 | {total} | {general} | 200.00
            """, "地方政府债务限额及余额情况表");
        Assert.Equal("gov_debt", table.Kind);
        Assert.Equal(["", "debt_limit", "debt_limit.general", "debt_limit.special", "debt_balance", "debt_balance.general", "debt_balance.special"], table.Columns.Select(c => c.Key ?? ""));
        Assert.Equal(2, outcome.Checks.Count(c => c is { Identity: "G.debt", Result: CheckResult.Pass }));
        Assert.Equal(within, Assert.Single(outcome.Checks, c => c.Identity == "G.limit" && c.ColumnPath == "债务余额/一般债务").Result);
        Assert.Equal(within == CheckResult.Pass ? 0 : 1, outcome.Anomalies.Count(a => a.Code == AnomalyCodes.PartExceedsWhole));
    }

    [Theory]
    [InlineData("50.00", CheckResult.Pass)]
    [InlineData("51.00", CheckResult.Fail)]
    public void The_funds_of_social_insurance_make_their_total(string total, CheckResult expected)
    {
        var (table, outcome) = Check(
            $"""
            项目 | 合计 | 企业职工基本养老保险基金 | 城乡居民基本养老保险基金 | 机关事业单位基本养老保险基金 | 职工基本医疗保险(含生育保险)基金 | 城乡居民基本医疗保险基金 | 工伤保险基金 | 失业保险基金
            一、保险费收入 | {total} | 20.00 | 5.00 | 5.00 | 10.00 | 5.00 | 2.00 | 3.00
            """, "社会保险基金收入表");
        Assert.Equal("gov_social_insurance_revenue", table.Kind);
        Assert.Equal(
            ["total", "pension.enterprise", "pension.resident", "pension.institution", "medical.employee", "medical.resident", "work_injury", "unemployment"], table.Columns.Select(c => c.Key).OfType<string>());
        Assert.Equal(expected, Assert.Single(outcome.Checks, c => c.Identity == "G.funds").Result);
    }

    [Fact]
    public void Codes_of_functions_and_of_government_economy_make_trees_here_too()
    {
        var (local, outcome) = Check(
            """
            科目编码 | 科目名称 | 2024年预算数
            201 | 一般公共服务支出 | 30.00
            20101 | 人大事务 | 10.00
            20103 | 政府办公厅(室)及相关机构事务 | 20.00
             | 合计 | 30.00
            """, "2024年市本级一般公共预算支出表");
        Assert.Equal("gov_general_public_local_expenditure", local.Kind);
        Assert.Equal(2, outcome.Checks.Count(c => c is { Identity: "S3.tree", Result: CheckResult.Pass }));
        var (basic, sums) = Check(
            """
            科目编码 | 科目名称 | 预算数
            501 | 机关工资福利支出 | 30.00
            50101 | 工资奖金津补贴 | 30.00
             | 合计 | 30.00
            """, "一般公共预算基本支出表(按政府预算支出经济分类)");
        Assert.Equal("gov_general_public_local_basic_expenditure", basic.Kind);
        Assert.Equal(2, sums.Checks.Count(c => c is { Identity: "S6.tree", Result: CheckResult.Pass }));
    }

    [Fact]
    public void Two_sides_of_one_table_balance()
    {
        var (table, outcome) = Check(
            """
            收入{1,2} | 支出{1,2}
            项目 | 预算数 | 项目 | 预算数
            一、本级收入 | 70.00 | 一、本级支出 | 90.00
            二、转移性收入 | 30.00 | 二、转移性支出 | 10.00
            收入总计 | 100.00 | 支出总计 | 100.00
            """, "2024年一般公共预算收支平衡表");
        Assert.Equal("gov_general_public_balance", table.Kind);
        Assert.Equal(["income.total", "expenditure.total"], table.Columns.Select(c => c.Key).OfType<string>());
        Assert.Equal(["G.balance", "G.sum", "G.sum"], outcome.Checks.Select(c => c.Identity).Order(StringComparer.Ordinal));
        Assert.All(outcome.Checks, c => Assert.Equal(CheckResult.Pass, c.Result));
    }

    [Fact]
    public void A_document_without_title_page_is_of_a_government_if_its_tables_are()
    {
        var found = new FoundTables(
            [DrawnTable.Of("项目 | 预算数\n税收收入 | 5.00", "一般公共预算收入表"), DrawnTable.Of("项目 | 预算数\n税收返还 | 5.00", "一般公共预算税收返还和转移支付表", 2)], []);
        Assert.Equal("government", IdentityReader.Read(new SourceDocument("", "x.pdf", 0), found).Scope);
    }

    private static Core.Budget.Kinds.Traits Traits() => Core.Budget.Kinds.Traits.None;

    private static (BudgetTable Table, CheckOutcome Outcome) Check(string drawing, string title, string heading = Heading)
    {
        var (tables, outcome) = Outcome(heading, DrawnTable.Of(drawing, title + "\n单位:万元"));
        return (Assert.Single(tables), outcome);
    }

    private static (IReadOnlyList<BudgetTable> Tables, CheckOutcome Outcome) Outcome(string heading, params RawTable[] drawn)
    {
        var tables = DrawnTable.Type(heading, drawn).Value;
        return (tables, Checker.Check(DocumentIdentity.Unknown, tables, FactMaker.Make(tables).Value, [], []));
    }
}
