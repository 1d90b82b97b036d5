using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class BrokenNamesTests
{
    private static BudgetTable Table(string name) => DrawnTable.One(
        $"""
        收入{"{1,2}"} | 支出{"{1,2}"}
        项目 | 预算数 | 项目 | 预算数
        一、一般公共预算拨款收入 | 9.00 | {name} | 9.00
        本年收入合计 | 9.00 | 本年支出合计 | 9.00
        """, "收支总表\n单位:元");

    [Theory]
    [InlineData("保障和就业")]
    [InlineData("八、社会保障和就")]
    [InlineData("二十四、债务付息支")]
    [InlineData("(十一)农")]
    [InlineData("公共服务支")]
    public void Doubts_the_figures_of_a_row_whose_name_is_a_piece(string name)
    {
        var made = FactMaker.Make([Table(name)]);
        Assert.Equal(FactStatus.Doubtful, Assert.Single(made.Value, f => f.Line.Label == name).Status);
        Assert.Equal(AnomalyCodes.BrokenName, Assert.Single(made.Anomalies).Code);
    }

    [Theory]
    [InlineData("八、社会保障和就业支出")]
    [InlineData("八、社会保障和就业")]
    [InlineData("7、文化旅游")]
    [InlineData("十二、农林水")]
    [InlineData("医疗卫生与计划生育支出")]
    [InlineData("其他支出")]
    [InlineData("年终结转结余")]
    public void Takes_full_and_shortened_names_for_whole(string name) => Assert.Empty(FactMaker.Make([Table(name)]).Anomalies);

    [Fact]
    public void Doubts_the_figures_of_a_code_with_a_name_inside()
    {
        var row = new BudgetRow(1, 0, "", "", "62010223369T00000校园安保服务0133", 1, false, true);
        var table = Table("国防支出");
        Assert.True(BrokenNames.IsBroken(table, row));
        Assert.False(BrokenNames.IsBroken(table, row with { Label = "校园安保服务2023" }));
        Assert.False(BrokenNames.IsBroken(table, row with { Label = "2023年校园安保服务" }));
    }

    [Theory]
    [InlineData(" | 合计")]
    [InlineData("合计{1,2}")]
    public void Gives_the_rows_of_a_box_the_group_name_that_stands_in_their_middle(string total)
    {
        var facts = DrawnTable.Facts(
            $$"""
            部门名称{1,2} | 某局{1,2}
            部门总体资金情况(万元){7,1} | 总体资金情况{1,2} | 当年预算收支
             | 财政拨款 | 7.00
            收入构成 | 其他资金 | 1.00
            {{total}} | 8.00
            支出构成{3,1} | 基本支出 | 6.00
            项目支出 | 2.00
            合计 | 8.00
            整体绩效目标{1,2} | 做好工作{1,2}
            年度绩效指标 | 一级指标 | 二级指标 | 指标值
            """, "部门整体支出绩效目标表");
        Assert.Equal(["收入构成/财政拨款", "收入构成/其他资金", "收入构成/合计", "支出构成/基本支出", "支出构成/项目支出", "支出构成/合计"], facts.Select(f => f.Line.Label));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("11000022T000000454404-", false)]
    public void Doubts_a_project_at_the_head_of_a_page_whose_code_stayed_on_the_page_before(string code, bool broken)
    {
        var first = DrawnTable.Of("""
            项目名称 | 项目总额 | 一级指标 | 二级指标 | 三级指标
            11000022T000000454057-财务统计 | 446.58 | 产出指标 | 数量指标 | 报告
            """, "项目支出绩效目标表\n单位:万元");
        var next = DrawnTable.Of($"""
            {code}问题追究及审计检查{"{2,1}"} | 264.64{"{2,1}"} | 产出指标 | 数量指标 | 报告
            产出指标 | 质量指标 | 合格率
            11000022T000000454405-法制建设 | 96.24 | 产出指标 | 数量指标 | 报告
            11000022T000000457289-年鉴编纂 | 45.02 | 产出指标 | 数量指标 | 报告
            """, "", 2);
        var made = FactMaker.Make(DrawnTable.Type(first, next with { Pages = [2] }).Value);
        Assert.Equal(broken ? FactStatus.Doubtful : FactStatus.Unverified, Assert.Single(made.Value, f => f.Shown == "264.64").Status);
        Assert.Equal(broken, made.Anomalies.Any(a => a.Code == AnomalyCodes.BrokenName));
    }

    [Theory]
    [InlineData("城乡社区支40无出", true)]
    [InlineData("住房保障支482.1600出", true)]
    [InlineData("城乡社区支出40", false)]
    [InlineData("4城乡社区支出", false)]
    [InlineData("第1期工程支出", false)]
    public void Tells_figures_between_the_characters_of_a_known_name(string name, bool isInterrupted) => Assert.Equal(isInterrupted, BrokenNames.IsInterrupted(name));
}
