using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Titles, headers, levels and lists of whole governments, on tables drawn as they print them.</summary>
public class GovernmentTableTests
{
    private const string Heading = "某市2026年政府预算公开";

    private static (IReadOnlyList<BudgetTable> Tables, CheckOutcome Outcome) Outcome(params RawTable[] drawn)
    {
        var tables = DrawnTable.Type(Heading, drawn).Value;
        return (tables, Checker.Check(DocumentIdentity.Unknown, tables, FactMaker.Make(tables).Value, [], []));
    }

    private static BudgetTable One(string drawing, string caption) => Assert.Single(Outcome(DrawnTable.Of(drawing, caption)).Tables);

    private const string Plain = """
        项目 | 2025年执行数 | 2026年预算数
        一、甲 | 3.00 | 5.00
        二、乙 | 4.00 | 6.00
        """;

    [Theory]
    [InlineData("全市2026年一般公共预算收入预算草案", "gov_general_public_revenue")]
    [InlineData("全市一般公共预算支出2025年预算执行情况和2026年预算(草案)", "gov_general_public_expenditure")]
    [InlineData("市本级一般公共预算支出2025年预算执行情况和2026年预算(草案)", "gov_general_public_local_expenditure")]
    [InlineData("市本级2026年政府性基金预算支出预算草案", "gov_fund_local_expenditure")]
    [InlineData("2026年市级一般公共收入预算草案", "gov_general_public_revenue")]
    [InlineData("市本级政府性基金预算2026年对县(市、区)转移支付支出预算(草案)", "gov_fund_transfers")]
    [InlineData("全市社会保险基金预算2025年预算执行情况和2026年预算(草案)", "gov_social_insurance_balance")]
    [InlineData("2026年全区工伤保险基金预算表\n社预15表", "gov_social_insurance_balance")]
    [InlineData("2026年全市国有资本经营预算执行情况与2026年预算安排平衡表", "gov_state_capital_balance")]
    [InlineData("全市2025年新增加债券情况表", "gov_debt")]
    [InlineData("2025年中央转贷地方的国际金融组织和外国政府贷款分地区情况表", "gov_debt")]
    [InlineData("2026年市级基本支出预算草案表", "gov_general_public_local_basic_expenditure")]
    [InlineData("2026年自治区本级政府预算支出经济分类预算表", "gov_general_public_local_expenditure")]
    public void Account_side_and_level_make_the_kind_wherever_the_title_says_them(string caption, string kind) =>
        Assert.Equal(kind, One(Plain, caption + "\n单位:万元").Kind);

    [Theory]
    [InlineData("一般公共服务支出明细")]
    [InlineData("各位代表,现将全市一般公共预算收入情况,报告如下")]
    public void Names_of_functions_and_sentences_are_no_titles_of_budgets(string caption) =>
        Assert.DoesNotContain("gov_", One(Plain, caption + "\n单位:万元").Kind ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("全市2026年一般公共预算收入预算草案", GovernmentLevels.Whole)]
    [InlineData("2026年省本级一般公共预算收入表", GovernmentLevels.Own)]
    [InlineData("2026年省级一般公共预算收入表", GovernmentLevels.Own)]
    [InlineData("2026年各市县一般公共预算收入表", GovernmentLevels.Parts)]
    [InlineData("2026年一般公共预算收入表", "")]
    public void A_title_tells_the_level(string title, string level) => Assert.Equal(level, GovernmentLevels.Of(title));

    [Theory]
    [InlineData("地区 | 合计 | 一般债务 | 专项债务\n公式 | A=B+C | B | C\n某县 | 5.00 | 3.00 | 2.00")]
    [InlineData("地区 | 合计 | 一般债务 | 专项债务\n | 1=2+3 | 2 | 3\n某县 | 5.00 | 3.00 | 2.00")]
    [InlineData("项目 | 预算数 | 执行数 | 完成预算%\n项目 | 1 | 2 | 3=2/1*100%\n某县 | 5.00 | 3.00 | 60.0")]
    [InlineData("项目 | 预算数 | 决算数 | 完成预算\n | | | %\n某县 | 5.00 | 3.00 | 60.0")]
    [InlineData("项目 | 年初 | 决算数 | 比上年(同比)\n | 预算数 | | +-%\n某县 | 5.00 | 3.00 | 60.0")]
    [InlineData("项目{3,1} | 预算数{2,1} | 执行数{1,2}\n金额 | 占预算%\n1 | 2 | 3=2/1\n某县 | 5.00 | 3.00 | 60.0")]
    public void Formulas_numbers_and_the_rest_of_a_text_below_it_are_header(string drawing)
    {
        var table = One(drawing, "2026年全市政府债务情况表\n单位:万元");
        Assert.Equal("某县", Assert.Single(table.Rows).Label);
        Assert.All(table.Columns.Where(c => c.Path.Contains('%', StringComparison.Ordinal)), c => Assert.Equal(ColumnRole.Percent, c.Role));
    }

    [Theory]
    [InlineData("地区 | 合计 | 一般债务 | 专项债务\n某县 | 1 | 2 | 3\n某区 | 5 | 3 | 2")]
    [InlineData("项目 | 预算数 | 决算数 | 备注\n | 5.00 | 3.00 | 占比%\n某区 | 5.00 | 3.00 | 无")]
    public void A_row_with_a_name_or_with_figures_is_no_header(string drawing) =>
        Assert.Equal(2, One(drawing, "2026年全市政府债务情况表\n单位:万元").Rows.Length);

    [Fact]
    public void Headers_of_governments_are_no_pieces_of_those_of_departments()
    {
        var (tables, _) = Outcome(DrawnTable.Of(
            """
            科目名称 | 年初预算 | 调整预算 | 2025年完成数 | 本级
            增值税 | 5.00 | 6.00 | 7.00 | 1.00
            """, "2025年全市一般公共预算收入完成情况表\n单位:万元"));
        var facts = FactMaker.Make([.. tables]);
        Assert.All(facts.Value, f => Assert.NotEqual(FactStatus.Doubtful, f.Status));
        Assert.Empty(facts.Anomalies);
    }

    [Theory]
    [InlineData("2024年决算数", false)]
    [InlineData("决算数", true)]
    public void A_header_that_says_year_and_state_needs_no_group_where_others_have_one(string beside, bool doubted)
    {
        var table = One(
            $"""
             | | 2025年执行数{"{1,2}"}
            项目 | {beside} | 金额 | 占预算%
            增值税 | 5.00 | 6.00 | 98.0
            """, "2025年全市一般公共预算收入执行情况表\n单位:万元");
        Assert.Equal(doubted, FactMaker.Make([table]).Anomalies.Any(a => a.Code == AnomalyCodes.HeaderUnsure));
    }

    [Fact]
    public void A_change_against_the_budget_is_checked_against_the_budget()
    {
        static (IReadOnlyList<BudgetTable>, CheckOutcome) Read(string change) => Outcome(DrawnTable.Of(
            $$"""
            项目{2,1} | 2025年{1,2} | 2026年预算{1,2}
            年初预算数 | 执行数 | 建议数 | 比2025年年初预算增减
            增值税 | 50.00 | 70.00 | 60.00 | {{change}}
            """, "2026年全市一般公共预算收入预算表\n单位:万元"));
        var (tables, good) = Read("10.00");
        Assert.Equal("change.budget.amount", tables[0].Columns[^1].Key);
        Assert.Equal(CheckResult.Pass, Assert.Single(good.Checks, c => c.Identity == "R.change").Result);
        Assert.Equal(CheckResult.Fail, Assert.Single(Read("-10.00").Item2.Checks, c => c.Identity == "R.change").Result);
    }

    [Theory]
    [InlineData("2026年全市政府性基金收入表", "2026年全市政府性基金支出表", 1)]
    [InlineData("2026年市本级政府性基金收入表", "2026年市本级政府性基金支出表", 1)]
    [InlineData("2026年市本级政府性基金收入表", "2026年全市政府性基金支出表", 0)]
    public void Income_balances_with_expenditure_of_the_same_level_only(string income, string expenditure, int balances)
    {
        static RawTable Draw(string side, string caption, int ordinal) => DrawnTable.Of($"项目 | 预算数\n本年{side}合计 | 80.00\n转移性{side} | 15.00\n{side}总计 | 95.00", caption + "\n单位:亿元", ordinal);
        Assert.Equal(balances, Outcome(Draw("收入", income, 1), Draw("支出", expenditure, 2)).Outcome.Checks.Count(c => c.Identity == "G.balance"));
    }

    private static CheckOutcome List(string executed, string adjusted) => Outcome(DrawnTable.Of(
        $"""
        科目编码 | 科目名称 | 调整预算数 | 决算数
        204 | 公共安全支出 | {adjusted} | {executed}
        20402 | 公安 | 40.00 | 38.00
        20406 | 司法 | 10.00 | 9.00
        """, "2025年市本级一般公共预算支出决算表\n单位:万元")).Outcome;

    [Fact]
    public void A_list_that_falls_short_in_every_column_lacks_rows_and_blames_no_figure()
    {
        var outcome = List("70.00", "75.00");
        Assert.All(outcome.Checks.Where(c => c.Identity == "S3.tree"), c => Assert.Equal(CheckResult.Unverifiable, c.Result));
        var told = Assert.Single(outcome.Anomalies, a => a.Code == AnomalyCodes.ColumnSum);
        Assert.Equal(Origin.Unknown, told.Origin);
    }

    [Theory]
    [InlineData("70.00", "50.00")]
    [InlineData("40.00", "45.00")]
    public void A_list_that_falls_short_in_one_column_or_exceeds_its_total_fails(string executed, string adjusted) =>
        Assert.Contains(List(executed, adjusted).Checks, c => c is { Identity: "S3.tree", Result: CheckResult.Fail });

    [Fact]
    public void Last_years_column_may_lack_what_has_ended()
    {
        static CheckOutcome Read(string prior, string own) => Outcome(DrawnTable.Of(
            $"""
            科目编码 | 科目名称 | 2025年预算数 | 2026年预算数
            204 | 公共安全支出 | {prior} | {own}
            20402 | 公安 | 40.00 | 38.00
            20406 | 司法 | 10.00 | 9.00
            """, "2026年市本级一般公共预算支出表\n单位:万元")).Outcome;
        Assert.DoesNotContain(Read("60.00", "47.00").Checks, c => c.Result == CheckResult.Fail);
        Assert.Contains(Read("50.00", "60.00").Checks, c => c.Result == CheckResult.Fail);
    }

    [Theory]
    [InlineData("2320302", "地方政府向外国政府借款付息支出")]
    [InlineData("20107", "税收事务")]
    public void Codes_that_only_governments_use_are_known(string code, string name) => Assert.Contains(name, CodeCatalog.Names("functional", code));

    [Fact]
    public void Names_of_funds_and_programmes_are_no_known_names_with_something_behind_but_two_known_names_are()
    {
        static AnomalyCode[] Read(string name) => [.. FactMaker.Make(DrawnTable.Type(Heading, DrawnTable.Of(
            $"项目 | 预算数\n一般公共服务支出 | 5.00\n{name} | 3.00", "2026年全市政府性基金支出表\n单位:万元")).Value).Anomalies.Select(a => a.Code)];
        Assert.DoesNotContain(AnomalyCodes.LabelUnsure, Read("超长期特别国债安排的其他支出"));
        Assert.DoesNotContain(AnomalyCodes.BrokenName, Read("体育"));
        Assert.Contains(AnomalyCodes.LabelUnsure, Read("公共安全支出教育支出"));
    }

    /// <summary>× says that no value is wanted: no word, so that rows full of them begin no other table.</summary>
    [Theory]
    [InlineData("×", 4)]
    [InlineData("见注", 2)]
    public void Crosses_are_no_words(string mark, int rows) => Assert.Equal(rows, One($"""
        项目 | 合计 | 养老保险 | 失业保险
        一、收入 | 130.00 | 105.00 | 25.00
        二、支出 | 125.00 | 101.00 | 24.00
        三、委托投资收益 | 1.00 | {mark} | {mark}
        四、结余 | 1.00 | {mark} | {mark}
        """, "2026年全市社会保险基金预算表\n单位:万元").Rows.Length);
}
