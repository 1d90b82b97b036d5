using Ingest.Core.Budget.Forms;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class IndicatorReaderTests
{
    private const string Caption = "项目支出绩效目标表\n(2026年度)";

    private static readonly DocumentIdentity Identity = DocumentIdentity.Unknown with { FiscalYear = 2026 };

    [Fact]
    public void Reads_levels_years_standard_and_project_of_a_form_with_three_columns_of_values()
    {
        var set = Read(
            """
            部门名称 | 大数据中心{1,7}
            项目名称 | 政务网平台运行项目{1,7}
            项目代码 | 42010722121T000000100{1,7}
            年度绩效指标{5,1} | 一级指标{3,1} | 二级指标{3,1} | 指标名称{3,1} | 指标值{1,3} | 绩效标准{3,1}
            近两年指标值{1,2} | 预期当年实现值{2,1}
            2025年 | 2024年
            产出指标{2,1} | 数量指标 | 机房巡查次数 | ≥240次 | 无 | ≥250次 | 行业标准
            质量指标 | 安全事故次数 | 0次 | 0次 | 0次 | 0次
            """);
        Assert.Equal(new PerformanceForm(1, 0, 7, "政务网平台运行项目", "42010722121T000000100", 2026), Assert.Single(set.Forms));
        Assert.Equal(
            [
                "产出指标 数量指标 机房巡查次数 2025年 2025 ≥240次 ≥ 240 次", "产出指标 数量指标 机房巡查次数 2024年 2024 无 none  ",
                "产出指标 数量指标 机房巡查次数 预期当年实现值 2026 ≥250次 ≥ 250 次", "产出指标 质量指标 安全事故次数 2025年 2025 0次  0 次",
                "产出指标 质量指标 安全事故次数 2024年 2024 0次  0 次", "产出指标 质量指标 安全事故次数 预期当年实现值 2026 0次  0 次",
            ],
            set.Indicators.Select(Line));
        Assert.Equal("行业标准", set.Indicators[0].Standard);
        Assert.Equal((6, 4), (set.Indicators[0].Where.Row, set.Indicators[0].Where.Column));
    }

    [Fact]
    public void Joins_relation_number_and_measure_word_that_stand_in_cells_of_their_own_with_their_weight()
    {
        var set = Read(
            """
            当年整体绩效目标{1,7}
            绩效指标{4,1} | 指标名称 | 指标性质 | 指标值 | 计量单位 | 指标权重(%) | 是否核心
            网站整改次数 | ≥ | 4 | 次 | 10 | 是
            网络可用率 | ≥ | 99.5 | % | 5 | 否
            公共服务水平 | 定性 | 优 |  | 15.5 | 否
            """);
        Assert.Equal(["网站整改次数 指标值 2026 ≥4次 ≥ 4 次", "网络可用率 指标值 2026 ≥99.5% ≥ 99.5 %", "公共服务水平 指标值 2026 优 text  "], set.Indicators.Select(Line));
        Assert.Equal([new PrintedNumber(10, 0), new PrintedNumber(5, 0), new PrintedNumber(155, 1)], set.Indicators.Select(i => i.Weight));
    }

    [Fact]
    public void Each_project_of_a_list_is_a_form_of_its_own()
    {
        var set = Read(
            """
            项目名称{2,1} | 项目总额{2,1} | 其中:{1,2} | 绩效目标{2,1} | 一级指标{2,1} | 二级指标{2,1} | 三级指标{2,1} | 绩效指标性质{2,1} | 本年绩效指标值{2,1} | 绩效度量单位{2,1}
            财政资金 | 其他资金
            11000025T000003353562-千家万盆鲜花{2,1} | 30.00{2,1} | 30.00{2,1} | {2,1} | 国庆节后开展活动{2,1} | 产出指标 | 数量指标 | 盆花 | = | 800 | 个
            成本指标 | 经济成本指标 | 购买花卉 | ≤ | 29 | 万元
            苗木储备 | 300.00 | 300.00 |  | 引进栽培 | 产出指标 | 时效指标 | 验收 | 定性 | 2026年10月--12月 | 
            """);
        Assert.Equal(
            [new PerformanceForm(1, 0, 3, "千家万盆鲜花", "11000025T000003353562", 2026), new PerformanceForm(1, 4, 4, "苗木储备", "", 2026)], set.Forms);
        Assert.Equal([0, 0, 1], set.Indicators.Select(i => i.Form));
        Assert.Equal(["产出指标 数量指标 盆花 本年绩效指标值 2026 =800个 = 800 个", "成本指标 经济成本指标 购买花卉 本年绩效指标值 2026 ≤29万元 ≤ 29 万元", "产出指标 时效指标 验收 本年绩效指标值 2026 2026年10月--12月 text  "],
            set.Indicators.Select(Line));
    }

    [Fact]
    public void Several_forms_in_one_grid_end_where_the_next_begins()
    {
        const string Form =
            """
            项目名称{1,3} | 城市体检{1,3}
            主管部门及代码{1,3} | 253_住房和城乡建设局 | 实施单位 | 住房和城乡建设局
            项目资金(万元){1,3} | 年度预算资金总额: | 87.45{1,2}
            总体目标 | 完成数据分析{1,5}
              | 一级指标 | 二级指标 | 三级指标 | 指标值{1,2}
            绩效指标 | 产出指标 | 数量指标 | 平台数量 | =1个{1,2}
            绩效指标 | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90%{1,2}

            """;
        var set = Read(Form + Form.Replace("城市体检", "建筑业规划", StringComparison.Ordinal));
        Assert.Equal([(0, 6, "城市体检"), (7, 13, "建筑业规划")], set.Forms.Select(f => (f.FirstRow, f.LastRow, f.Project)));
        Assert.Equal(["平台数量", "居民满意度", "平台数量", "居民满意度"], set.Indicators.Select(i => i.Name));
        Assert.Equal([0, 0, 1, 1], set.Indicators.Select(i => i.Form));
    }

    [Fact]
    public void Goals_of_several_years_have_no_year_and_keep_their_name()
    {
        var set = Read(
            """
            长期目标1: | 平台运行目标{1,4}
            长期绩效指标{2,1} | 一级指标 | 二级指标 | 指标名称 | 指标值
            产出指标 | 数量指标 | 巡查次数 | ≥240次
            年度目标2: | 工作部目标{1,4}
            年度绩效指标{2,1} | 一级指标 | 二级指标 | 指标名称 | 指标值
            产出指标 | 数量指标 | 办理次数 | ≥10次
            """);
        Assert.Equal([("平台运行目标", null), ("工作部目标", (int?)2026)], set.Indicators.Select(i => (i.Goal, i.Year)));
    }

    [Fact]
    public void A_list_goes_on_in_the_table_of_the_next_page_and_mends_the_word_that_the_break_has_cut()
    {
        var first = DrawnTable.Of(
            """
            项目名称 | 平台{1,4}
            绩效指标{2,1} | 一级指标 | 二级指标 | 三级指标 | 指标值
            产出指 | 数量指标 | 巡查次数 | ≥240次
            """, Caption);
        var second = DrawnTable.Of(
            """
            {2,1} | 标{2,1} | 数量指标 | 报告次数 | ≥10次
            质量指标 | 合格率 | 100%
            """, "", ordinal: 2) with
        { Pages = [2] };
        second = second with { Cells = [.. second.Cells.Select(c => c with { Area = c.Area with { Page = 2 } })] };
        var set = IndicatorReader.Read(DrawnTable.Type(first, second).Value, Identity);
        Assert.Equal(["产出指标", "产出指标", "产出指标"], set.Indicators.Select(i => i.Level1));
        Assert.Equal(["巡查次数", "报告次数", "合格率"], set.Indicators.Select(i => i.Name));
        Assert.Equal([(1, "平台"), (2, "平台")], set.Forms.Select(f => (f.Table, f.Project)));
    }

    [Theory]
    [InlineData("≥240次", "≥ 240 次")]
    [InlineData("≥13459.00(平方米)", "≥ 13459.00 平方米")]
    [InlineData("≧95%", "≥ 95 %")]
    [InlineData(">=95%", "≥ 95 %")]
    [InlineData("》90%", "> 90 %")]
    [InlineData("≥30G", "≥ 30 G")]
    [InlineData("90%≤x≤100%", "range 90-100 %")]
    [InlineData("5-10名", "range 5-10 名")]
    [InlineData("不少于3次", "≥ 3 次")]
    [InlineData("90%以上", "≥ 90 %")]
    [InlineData("大于80亿元", "> 80 亿元")]
    [InlineData("≤500万元/项目", "≤ 500 万元/项目")]
    [InlineData("2年", " 2 年")]
    [InlineData("≤2日", "≤ 2 日")]
    [InlineData("100", " 100 ")]
    [InlineData("5‰,且≤500万元/项目", "text  ")]
    [InlineData("2026年", "text  ")]
    [InlineData("12月底前", "text  ")]
    [InlineData("7×24小时", "text  ")]
    [InlineData("50人次;一次;12期", "text  ")]
    [InlineData("有效提升", "text  ")]
    [InlineData("—", "none  ")]
    [InlineData("027-68865157", "text  ")]
    public void A_value_is_a_relation_with_a_number_and_its_measure_or_words(string shown, string expected)
    {
        var indicator = Assert.Single(Read($"绩效指标{{2,1}} | 一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 名 | {shown}").Indicators);
        Assert.Equal(shown, indicator.Shown);
        Assert.Equal(expected, $"{indicator.Relation} {Number(indicator.Value)}{(indicator.Upper is null ? "" : "-" + Number(indicator.Upper))} {indicator.Unit}");
    }

    [Fact]
    public void The_measure_may_stand_in_brackets_behind_the_name()
    {
        var indicator = Assert.Single(Read("绩效指标{2,1} | 一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 印制数量(册) | ≥74700").Indicators);
        Assert.Equal(("≥74700", "册"), (indicator.Shown, indicator.Unit));
    }

    [Fact]
    public void A_value_whose_characters_are_guesses_gives_no_number()
    {
        var table = DrawnTable.Of("项目名称 | 平台{1,4}\n绩效指标{2,1} | 一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 次数 | ≥240次", Caption);
        table = table with { Cells = [.. table.Cells.Select(c => c with { Untrusted = c.Text == "≥240次" })] };
        var indicator = Assert.Single(IndicatorReader.Read(DrawnTable.Type(table).Value, Identity).Indicators);
        Assert.Equal((IndicatorRelations.Unreadable, null), (indicator.Relation, indicator.Value));
    }

    [Fact]
    public void A_form_whose_list_has_no_columns_is_noted()
    {
        var set = Read("部门名称 | 财政局\n年度绩效指标 | 一级指标二级指标指标名称指标值\n | 数量指标发放份数≥5664份");
        Assert.Empty(set.Indicators);
        Assert.Equal(AnomalyCodes.FormUnread, Assert.Single(set.Anomalies).Code);
    }

    private static IndicatorSet Read(string drawing) => IndicatorReader.Read(DrawnTable.Type(DrawnTable.Of(drawing, Caption)).Value, Identity);

    private static string Line(Indicator i) =>
        $"{i.Level1} {i.Level2} {i.Name} {i.Period} {i.Year} {i.Shown} {i.Relation} {Number(i.Value)} {i.Unit}".TrimStart();

    private static string Number(PrintedNumber? number) => number is { } n ? Ingest.Io.Sqlite.Exact.Text(n) : "";
}
