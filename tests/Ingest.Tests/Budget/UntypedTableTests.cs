using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Forms;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Tables that no title names: goals of projects, the rest of a form on the next page, and what stays without a kind.</summary>
public class UntypedTableTests
{
    [Fact]
    public void A_list_of_projects_with_money_and_goals_is_told_by_its_header()
    {
        var table = DrawnTable.One(
            """
            二级预算单位名称 | 一级项目名称 | 预算数(万元) | 绩效目标
            某市统计局(本级) | 统计管理 | 352.27 | 完成不少于4次统计大讲堂,每月完成一次报告。
             |  |  | 满意度不低于95%。
            某市统计局(本级) | 专项普查 | 1,007 | 查清对象的基本情况。
            """, "2026年,本单位重点项目绩效目标情况如下:");
        Assert.Equal("project_performance", table.Kind);
        Assert.Equal(["统计管理", "专项普查"], table.Rows.Select(r => r.Label));
        var facts = FactMaker.Make([table]).Value;
        Assert.Equal("3522700.00", facts.Amount("统计管理", "预算数(万元)"));
        Assert.Equal("10070000.00", facts.Amount("专项普查", "预算数(万元)"));
    }

    [Fact]
    public void Goals_beside_the_sources_of_a_project_do_not_make_it_a_form()
    {
        var table = DrawnTable.One(
            """
            项目名称 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营 | 财政专户 | 单位资金 | 绩效目标
            道路养护 | 5.00 | 5.00 | 0.00 | 0.00 | 0.00 | 0.00 | 道路完好
            """, "项目支出表\n单位:万元");
        Assert.Equal("project_expenditure", table.Kind);
        Assert.Equal("50000.00", FactMaker.Make([table]).Value.Amount("道路养护", "合计"));
    }

    [Fact]
    public void The_rest_of_a_list_on_the_next_page_brings_its_amounts_and_indicators()
    {
        var first = DrawnTable.Of(
            """
            项目名称{2,1} | 项目总额{2,1} | 其中:{1,2} | 绩效目标{2,1} | 一级指标{2,1} | 二级指标{2,1} | 三级指标{2,1} | 指标值{2,1}
            财政资金 | 其他资金
            运维服务 | 76.98 | 76.98 |  | 保障运行 | 产出指标 | 数量指标 | 巡查次数 | ≥12次
            """, "项目支出绩效目标表\n金额单位:万元");
        var second = NextPage(DrawnTable.Of(
            """
            培训项目{2,1} | 236.58{2,1} | 200.58{2,1} | 36.00{2,1} | 提高水平{2,1} | 产出指标 | 数量指标 | 培训人次 | ≥300人次
            满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90%
            """, "", 2));
        var typed = DrawnTable.Type(first, second);
        Assert.Equal(["project_performance", "project_performance"], typed.Value.Select(t => t.Kind));
        Assert.Empty(typed.Anomalies);
        var facts = FactMaker.Make([typed.Value[1]]).Value;
        Assert.Equal("2365800.00", facts.Amount("培训项目", "项目总额"));
        Assert.Equal("360000.00", facts.Amount("培训项目", "其中:/其他资金"));
        var set = IndicatorReader.Read(typed.Value, DocumentIdentity.Unknown);
        Assert.Equal(["巡查次数", "培训人次", "学员满意度"], set.Indicators.Select(i => i.Name));
        Assert.Equal(["运维服务", "培训项目"], set.Forms.Select(f => f.Project).Where(p => p.Length > 0).Distinct());
    }

    [Fact]
    public void The_rest_of_a_form_keeps_its_indicators_even_where_the_first_row_names_no_level()
    {
        var first = DrawnTable.Of(
            """
            项目名称{1,2} | 会展专项{1,2}
            资金金额(万元){1,2} | 年度资金总额: | 18,000.00
            绩效指标{2,1} | 一级指标 | 二级指标 | 指标内容 | 指标值
            产出指标 | 数量指标 | 展会场次 | ≥20场
            """, "专项资金绩效目标表");
        var second = NextPage(DrawnTable.Of(
            """
            绩效指标{3,1} |  |  | 整合后展览面积 | ≥3万平方米
            效益指标 | 经济效益指标 | 带动消费 | ≥2亿元
            满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥90%
            """, "", 2));
        var typed = DrawnTable.Type(first, second);
        Assert.Equal(["project_performance", "project_performance"], typed.Value.Select(t => t.Kind));
        Assert.Equal(
            ["产出指标/展会场次", "产出指标/整合后展览面积", "效益指标/带动消费", "满意度指标/观众满意度"],
            IndicatorReader.Read(typed.Value, DocumentIdentity.Unknown).Indicators.Select(i => i.Level1 + "/" + i.Name));
    }

    [Theory]
    [InlineData("培训名称 | 人数 | 金额\n普法培训 | 30 | 7")]
    [InlineData("名称 | 2025年\n甲 | 12.50")]
    [InlineData("名称 | 数值\n甲 | 1,200")]
    public void What_holds_an_amount_and_has_no_kind_is_reported(string drawing)
    {
        var typed = DrawnTable.Type(DrawnTable.Of(drawing));
        Assert.Null(typed.Value[0].Kind);
        Assert.Equal(AnomalyCodes.UntypedTable, Assert.Single(typed.Anomalies).Code);
    }

    [Theory]
    [InlineData("序号 | 单位名称 | 拟变动情况\n1 | 某局本级 | 无变动\n2 | 某中心 | 无变动")]
    [InlineData("报表 | 报表名称 | 是否空表 | 公开空表理由\n表1 | 部门综合预算收支总表 | 否 | \n表2 | 部门综合预算收入总表 | 是 | 无")]
    [InlineData("单位名称{2,1} | 编制人数{1,2} | 实有人数{1,2}\n小计 | 行政 | 小计 | 行政\n某局 | 414 | 60 | 303 | 71")]
    public void Lists_of_units_of_tables_and_of_staff_are_no_lost_amounts(string drawing)
    {
        var typed = DrawnTable.Type(DrawnTable.Of(drawing));
        Assert.Null(typed.Value[0].Kind);
        Assert.Empty(typed.Anomalies);
    }

    /// <summary>The same table on page 2.</summary>
    private static RawTable NextPage(RawTable table) =>
        table with { Pages = [2], Cells = [.. table.Cells.Select(c => c with { Area = c.Area with { Page = 2 } })] };
}
