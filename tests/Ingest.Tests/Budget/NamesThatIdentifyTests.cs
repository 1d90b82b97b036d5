using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Forms;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Rows and forms are called by what tells them apart: the project, not its unit; the goods, not their letter.</summary>
public class NamesThatIdentifyTests
{
    private static IndicatorSet Forms(string drawing, string caption) =>
        IndicatorReader.Read(DrawnTable.Type(DrawnTable.Of(drawing, caption)).Value, DocumentIdentity.Unknown with { FiscalYear = 2026 });

    private const string Form = """
        资金总额 | 57.00{1,3}
        一级指标 | 二级指标 | 三级指标 | 目标值
        产出指标 | 数量指标 | 完成面积 | 100%
        """;

    [Theory]
    [InlineData("301007_某市公安局机场分局_机场公安综合修缮改造项目绩效目标表", "机场公安综合修缮改造项目")]
    [InlineData("2026年“数字城管”平台运行经费绩效目标表", "“数字城管”平台运行经费")]
    [InlineData("项目支出绩效目标表", "")]
    [InlineData("2026年市级重点专项资金绩效目标申报表", "")]
    [InlineData("附件3:部门项目支出绩效目标表", "")]
    public void The_title_names_the_project_of_a_form_that_has_no_box_for_it(string title, string project) =>
        Assert.Equal(project, Assert.Single(Forms(Form, title + "\n单位:万元").Forms).Project);

    [Fact]
    public void A_list_of_projects_with_money_and_goals_has_a_form_for_each_row()
    {
        var set = Forms(
            """
            单位名称 | 项目名称 | 金额 | 绩效目标
            ** | ** | 1 | **
            某市司法局 | 法治建设 | 69.00 | 加快推进法治领域改革
            某市司法局 | 公共法律服务 | 196.87 | 优化公共法律服务体系
            合计 | | 265.87 |
            """, "2026年市级部门项目支出绩效表\n单位:万元");
        Assert.Equal(["法治建设", "公共法律服务"], set.Forms.Select(f => f.Project));
    }

    [Fact]
    public void Projects_under_a_group_header_are_told_apart_and_relation_and_explanation_are_no_values()
    {
        var set = Forms(
            """
            单位编码{2,1} | 单位(项目)名称{2,1} | 资金总额{2,1} | 绩效目标{2,1} | 绩效指标{1,7}
            一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值内容 | 度量单位 | 指标值类型
            126001 | 某市信访局 | 417.41 | | | | | | | |
            126001{2,1} | 信访业务专项{2,1} | 35.78{2,1} | 调拨经费{2,1} | 成本指标 | 经济成本指标 | 总成本 | 35.78 | 不超过预算 | 万元 | ≤
            产出指标 | 数量指标 | 单位数 | 10 | 拨付单位 | 个 | ≥
            126001 | 接待中心运行 | 20.00 | 运行 | | | | | | |
            126001 | 接待中心维修 | 20.00 | 维修 | 产出指标 | 数量指标 | 次数 | 3 | 维修次数 | 次 | =
            """, "2026年项目支出绩效目标表\n单位:万元");
        Assert.Equal(["信访业务专项", "接待中心维修"], set.Forms.Select(f => f.Project));
        Assert.Equal(["≤35.78万元", "≥10个", "=3次"], set.Indicators.Select(i => i.Shown));
        Assert.Equal([0, 0, 1], set.Indicators.Select(i => i.Form));
    }

    [Theory]
    [InlineData("11000026T000003712938-道路交通信号", "灯专用设备采购项目(第四期)", true)]
    [InlineData("11000022T00000048", "7475-产业发展项目", true)]
    [InlineData("11000026T000003712938-道路交通信号灯", "11000026T000003713070-室外显示屏", false)]
    [InlineData("道路交通信号灯", "室外显示屏", false)]
    public void A_name_without_code_below_a_page_break_is_the_rest_of_one_with_its_code(string above, string text, bool isRest) =>
        Assert.Equal(isRest, FormWords.IsRestOfProject(above, text));

    /// <summary>Without brackets, or of three digits, the code must be that of the name: other digits may be an amount or a number.</summary>
    [Theory]
    [InlineData("行政运行(2010301)", "2010301", "行政运行")]
    [InlineData("本地自设科目[2019901]", "2019901", "本地自设科目")]
    [InlineData("教育支出(205)", "205", "教育支出")]
    [InlineData("行政运行2010301", "2010301", "行政运行")]
    [InlineData("会议室(205)", "", "会议室(205)")]
    [InlineData("某县卫生健康局(321)", "321", "某县卫生健康局")]
    [InlineData("某县监督中心(321002)", "321002", "某县监督中心")]
    [InlineData("某县监督中心(2024)", "", "某县监督中心(2024)")]
    [InlineData("某县卫生健康局321", "", "某县卫生健康局321")]
    [InlineData("信息化运维(321002)", "", "信息化运维(321002)")]
    [InlineData("本地自设科目2019901", "", "本地自设科目2019901")]
    [InlineData("因公出国(2024)", "", "因公出国(2024)")]
    [InlineData("行政运行(2010301", "", "行政运行(2010301")]
    [InlineData("(2010301)", "", "(2010301)")]
    public void A_code_may_stand_behind_its_name(string text, string code, string name) => Assert.Equal((code, name), CodeText.Split(text));

    [Theory]
    [InlineData("11000022T000000433689-12123语音平台", "11000022T000000433689", "12123语音平台")]
    [InlineData("2023-2025年规划", "", "2023-2025年规划")]
    [InlineData("2010101‐行政运行", "2010101", "行政运行")]
    [InlineData("435-某县医疗保障局", "435", "某县医疗保障局")]
    [InlineData("106_某市公安局", "106", "某市公安局")]
    [InlineData("12-某县医疗保障局", "", "12-某县医疗保障局")]
    [InlineData("435-2", "", "435-2")]
    [InlineData("623某县教育局", "623", "某县教育局")]
    [InlineData("623001某县教育局", "623001", "某县教育局")]
    [InlineData("623001某县教育局(本级)", "623001", "某县教育局(本级)")]
    [InlineData("623001某县教育局机关", "623001", "某县教育局机关")]
    [InlineData("623101某县教育支出", "", "623101某县教育支出")]
    [InlineData("100所小学校", "", "100所小学校")]
    [InlineData("120急救中心", "", "120急救中心")]
    [InlineData("121急救中心", "121", "急救中心")]
    [InlineData("2010101–行政运行", "2010101", "行政运行")]
    public void The_name_of_a_project_may_begin_with_a_digit(string text, string code, string name) => Assert.Equal((code, name), CodeText.Split(text));

    [Fact]
    public void Rows_of_a_table_of_projects_are_called_by_the_project()
    {
        const string Drawing = """
            单位名称 | 项目名称 | 总计 | 一般公共预算
            合计 | | 30.00 | 30.00
            某市司法局 | 法治建设 | 10.00 | 10.00
            某市司法局 | 法律援助 | 20.00 | 20.00
            """;
        Assert.Equal(["合计", "法治建设", "法律援助"], DrawnTable.One(Drawing, "项目支出预算表\n单位:万元").Rows.Select(r => r.Label));
        // elsewhere the unit names the row
        Assert.Equal(["合计", "某市司法局", "某市司法局"], DrawnTable.One(Drawing.Replace("项目名称", "负责人", StringComparison.Ordinal), "项目支出预算表\n单位:万元").Rows.Select(r => r.Label));
    }

    [Fact]
    public void Letters_of_goods_are_codes_and_the_lowest_of_three_levels_is_what_is_bought()
    {
        var goods = DrawnTable.One(
            """
            项目编号 | 采购项目 | 总计
            合计 | | 30.00
            A | 货物 | 10.00
            C | 服务 | 20.00
            """, "政府采购预算明细表\n单位:万元");
        Assert.Equal(["合计", "A货物", "C服务"], goods.Rows.Select(r => r.Code + r.Label));
        var services = DrawnTable.One(
            """
            一级目录 | 二级目录 | 三级目录 | 预算金额
            公共服务 | 教育服务 | 课后服务 | 10.00
            公共服务 | 教育服务 | 校车服务 | 20.00
            """, "政府购买服务预算表\n单位:万元");
        Assert.Equal(["课后服务", "校车服务"], services.Rows.Select(r => r.Label));
    }

    [Fact]
    public void One_header_over_three_columns_of_digits_gives_whole_codes_also_where_the_total_stands_beside_their_names()
    {
        const string Drawing = """
            项目{1,4} | 本年收入合计{3,1} | 财政拨款收入{3,1}
            支出功能分类{1,3} | 科目名称{2,1}
            科目编码{1,3}
            类 | 款 | 项 | 合计 | 30.00 | 30.00
            201 | | | 一般公共服务支出 | 30.00 | 30.00
            201 | 06 | | 财政事务 | 30.00 | 30.00
            201 | 06 | 01 | 行政运行 | 10.00 | 10.00
            201 | 06 | 02 | 一般行政管理事务 | 20.00 | 20.00
            """;
        var table = DrawnTable.One(Drawing, "收入决算表\n单位:万元");
        Assert.Equal(["合计", "201一般公共服务支出", "20106财政事务", "2010601行政运行", "2010602一般行政管理事务"], table.Rows.Select(r => r.Code + r.Label));
        Assert.Empty(FactMaker.Make([table]).Anomalies);
        // codes of another list beside them are no part of theirs
        var two = DrawnTable.One("功能科目编码 | 经济科目编码 | 科目名称 | 预算数\n2010601 | 30101 | 行政运行 | 5.00\n2010602 | 30201 | 事务 | 6.00", "一般公共预算支出表\n单位:万元");
        Assert.Equal(["2010601", "2010602"], two.Rows.Select(r => r.Code));
    }

    [Fact]
    public void Fees_of_the_special_account_other_money_of_it_and_other_income_are_three_sources_that_add_up()
    {
        var table = DrawnTable.One(
            """
            单位名称{2,1} | 合计{2,1} | 财政拨款收入/一般公共预算{2,1} | 财政专户拨款收入{1,2} | 其他资金收入{1,2} | 上年实户资金余额{2,1}
            教育收费 | 其他专户收入拨款 | 事业收入 | 其他收入
            某市统计局 | 100.00 | 50.00 | 10.00 | 5.00 | 15.00 | 8.00 | 12.00
            """, "收入总表\n单位:万元");
        Assert.Equal(
            ["total", "current.general_public", "current.special_account", "current.special_other", "current.undertaking", "current.other", "unit_balance"], table.Columns.Select(c => c.Key).OfType<string>());
        var outcome = Ingest.Core.Checks.Checker.Check(DocumentIdentity.Unknown, [table], FactMaker.Make([table]).Value, [], []);
        Assert.Equal(CheckResult.Pass, Assert.Single(outcome.Checks, c => c.Identity == "S2.row").Result);
    }

    [Theory]
    [InlineData("P184300-0056", "P194300-0038", false)]
    [InlineData("11000022T00000048", "11000022T00000049", true)]
    public void Numbers_of_bond_projects_are_codes_and_cut_ones_of_the_budget_are_in_doubt(string first, string second, bool doubted)
    {
        var table = DrawnTable.One($"项目名称 | 项目编号 | 债券规模\n学校建设 | {first} | 5.00\n污水处理 | {second} | 6.00", "2025年全市地方政府债券使用情况表\n单位:亿元");
        Assert.Equal(["学校建设", "污水处理"], table.Rows.Select(r => r.Label));
        Assert.Equal(doubted ? ["", ""] : [first, second], table.Rows.Select(r => r.Code));
        Assert.Equal(doubted, FactMaker.Make([table]).Anomalies.Any(a => a.Code == AnomalyCodes.CodeUnsure));
    }
}
