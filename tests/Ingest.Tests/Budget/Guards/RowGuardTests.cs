using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Guards;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget.Guards;

public class RowGuardTests
{
    [Theory]
    [InlineData("46822000.00支出", true), InlineData("0.00二、国防支出", true)]
    [InlineData("其他收入1,234", true), InlineData("/二、国防支出", true), InlineData("4800一、本年支出", true)]
    [InlineData("县自然资1,465.91,465.9源局本级", true), InlineData("1,539,663", true), InlineData("20101", false)]
    [InlineData("2019年预算数3,4233,455××", true), InlineData("2019年预算数3,423××", false)]
    [InlineData("县自然资源局1,465.9万元项目", false)]
    [InlineData("校园安保服务2023", false), InlineData("2023年校园安保服务", false)]
    [InlineData("3.5公里道路养护", false)]
    [InlineData("一般公共预算资金/小计", false)]
    [InlineData("(一)一般公共服务支出", false)]
    [InlineData("预算43036.09无143164.50无", true)]
    [InlineData("运维(2021.03-2022.02)尾款", false), InlineData("设备3.15版、4.20版", false)]
    public void Tells_a_name_that_holds_a_figure_of_its_neighbour(string label, bool holds) => Assert.Equal(holds, RowGuards.HoldsFigure(label));

    [Theory]
    [InlineData("1318长沙市岳麓区", "1318")]
    [InlineData("湄潭县293农业农村局", "293")]
    [InlineData("2023年道路养护", "")]
    [InlineData("G318国道养护", "")]
    [InlineData("长政发第327号文件", "")]
    [InlineData("12个街道", "")]
    public void Tells_the_code_that_ran_into_a_name(string label, string code) => Assert.Equal(code, RowGuards.CodeIn(label));

    [Theory]
    [InlineData("1318001区卫生健康局本级", "2318002区疾控中心", Placing.Unsure)]
    [InlineData("12345热线办公费", "12345热线搬迁费", Placing.Sure)]
    [InlineData("(七)教育支出", "()卫生支出", Placing.Unknown)]
    [InlineData("(七)教育支出", "行次", Placing.Unknown)]
    [InlineData("(七)教育支出", "(八)卫生支出", Placing.Sure)]
    public void Doubts_names_that_codes_ran_into_or_whose_numeral_is_missing_but_not_a_number_that_is_part_of_a_name(string first, string second, Placing placing)
    {
        var made = Make($"""
             | 合计 | 9.00 | 6.00 | 3.00
             | {first} | 6.00 | 4.00 | 2.00
             | {second} | 3.00 | 2.00 | 1.00
            """);
        Assert.Equal(placing, made.Value[^1].Placing);
    }

    [Theory]
    [InlineData("2320399 | 地方政府其他一般债务付息", false, Placing.Unsure)]
    [InlineData("2320399 | 地方政府其他一般债务付息", true, Placing.Sure)]
    [InlineData("2320399 | 地方政府其他一般债务付息支出", false, Placing.Sure)]
    [InlineData("15220 | 自然资源海洋气象等支出", true, Placing.Unsure)]
    [InlineData("220 | 自然资源海洋气象等支出", true, Placing.Sure)]
    [InlineData(" | 2030603人民防空", true, Placing.Unsure)]
    [InlineData("2030603 | 人民防空", true, Placing.Sure)]
    [InlineData("0505 | 机关事业单位基本养老保险缴费支出", true, Placing.Unsure)]
    [InlineData(" | 05机关事业单位基本养老保险缴费支出", true, Placing.Unsure)]
    public void Doubts_names_cut_and_codes_run_together_where_the_catalogue_tells(string row, bool ruled, Placing placing)
    {
        var table = DrawnTable.Of($"""
            科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
            201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
            204 | 公共安全支出 | 6.00 | 4.00 | 2.00
            205 | 教育支出 | 6.00 | 4.00 | 2.00
            208 | 社会保障和就业支出 | 6.00 | 4.00 | 2.00
            {row} | 3.00 | 2.00 | 1.00
            """, "一般公共预算支出表\n单位:元") with { Ruled = ruled };
        Assert.Equal(placing, FactMaker.Make(DrawnTable.Type(table).Value).Value[^1].Placing);
    }

    [Theory]
    [InlineData("(一)一般公共服务支出", true)]
    [InlineData("327002]其他市场6]劳", false)]
    [InlineData("政府办公厅(室)及相关机构(本级", false)]
    public void Tells_whether_brackets_close(string label, bool close) => Assert.Equal(close, RowGuards.BracketsClose(label));

    private static Parsed<System.Collections.Immutable.ImmutableArray<Fact>> Make(string rows) => FactMaker.Make([DrawnTable.One(
        $"""
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        {rows}
        """, "一般公共预算支出表\n单位:元")]);

    [Fact]
    public void Doubts_figures_in_a_row_without_a_name()
    {
        var made = Make("""
            201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
             |  | 5.00 | 4.00 | 1.00
            20103 | 政府办公厅(室)及相关机构事务 | 9.00 | 6.00 | 3.00
            """);
        Assert.Equal([Placing.Unknown], made.Value.Where(f => f.Where.Row == 2).Select(f => f.Placing).Distinct());
        Assert.Equal(AnomalyCodes.LabelUnsure, Assert.Single(made.Anomalies).Code);
    }

    /// <summary>Figures that were not broken may stand between the beginning and the rest of those that were.</summary>
    [Theory]
    [InlineData(".50", Placing.Unsure)]
    [InlineData("0.50", Placing.Sure)]
    public void Doubts_the_second_row_above_the_rest_of_a_figure(string rest, Placing placing) => Assert.Equal(
        placing, Make($"20101 | 人大事务 | 9 | 6.00 | 3.00\n20102 | 政协事务 |  | 6.00 | \n20104 | 统计事务 | {rest} |  | ").Value[0].Placing);

    /// <summary>Digits without a name may be the rest of the figures above; where they are more than one row of five, the figures of the table were torn.</summary>
    [Theory]
    [InlineData(2, "35", "Sure Sure Unsure Unknown Sure")]
    [InlineData(1, "35", "Unsure Unsure Unknown")]
    [InlineData(1, "5.00", "Sure Sure Unknown")]
    public void Doubts_the_row_above_bare_digits_without_a_name(int before, string rest, string placings)
    {
        var made = Make(string.Join('\n', new[] { "20101 | 人大事务", "20102 | 政协事务", "20104 | 发展与改革事务" }.Take(before + 1).Select(static name => $"{name} | 9.00 | 6.00 | 3.00")) + $"\n |  | {rest} | {rest} | {rest}\n" + (before == 2 ? "20105 | 统计信息事务 | 9.00 | 6.00 | 3.00" : ""));
        Assert.Equal(placings, string.Join(' ', made.Value.Where(static f => f.Column.Path == "合计").Select(static f => f.Placing)));
    }

    /// <summary>The number of the row and its code in one cell; a code written with spaces is whole.</summary>
    [Theory]
    [InlineData("1 20101", Placing.Unsure)]
    [InlineData("201 01", Placing.Sure)]
    public void Doubts_a_row_whose_code_stands_in_one_cell_with_another_number(string code, Placing placing)
    {
        var made = Make($"201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00\n{code} | 人大事务 | 9.00 | 6.00 | 3.00");
        Assert.Equal(placing, made.Value[^1].Placing);
    }

    /// <summary>The number of the row was taken for its code, or the code stands in the name, whole or cut.</summary>
    [Theory]
    [InlineData("1", "人大事务", Placing.Unsure)]
    [InlineData("20101", "人大事务", Placing.Sure)]
    [InlineData("3", "2010101行政运行", Placing.Unsure)]
    [InlineData("", "取消政府还贷二级公2010101", Placing.Unsure)]
    [InlineData("", "热线服务12345", Placing.Sure)]
    public void Doubts_a_row_whose_code_is_a_number_or_in_its_name(string code, string label, Placing placing) =>
        Assert.Equal(placing, Make($"201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00\n{code} | {label} | 9.00 | 6.00 | 3.00").Value[^1].Placing);

    [Fact]
    public void Takes_a_first_row_without_a_name_for_the_total()
    {
        var made = Make("""
             |  | 9.00 | 6.00 | 3.00
            201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
            """);
        Assert.Empty(made.Anomalies);
        Assert.Equal("合计", made.Value[0].Line.Label);
    }

    [Theory]
    [InlineData("20103", "20103", "20103", true)]
    [InlineData("20103", "20103", "20199", false)]
    public void Doubts_three_names_under_one_code(string first, string second, string third, bool doubted)
    {
        var made = Make($"""
            201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
            {first} | 政府办公厅(室)及相关机构事务 | 3.00 | 2.00 | 1.00
            {second} | 街道事务 | 3.00 | 2.00 | 1.00
            {third} | 社区事务 | 3.00 | 2.00 | 1.00
            """);
        Assert.Equal(doubted, made.Anomalies.Any(a => a.Code == AnomalyCodes.CodeUnsure));
        Assert.Equal(doubted, made.Value.Any(f => f.Line.Label == "街道事务" && f.Status == FactStatus.Doubtful));
    }

    [Theory]
    [InlineData("05 0A", true)]
    [InlineData("20805", false)]
    [InlineData("[20805]", false)]
    public void Doubts_a_row_whose_code_was_not_read_whole(string code, bool doubted)
    {
        var made = Make($"""
            208 | 社会保障和就业支出 | 9.00 | 6.00 | 3.00
            {code} | 行政事业单位养老支出 | 9.00 | 6.00 | 3.00
            """);
        Assert.Equal(doubted, made.Anomalies.Any(a => a.Code == AnomalyCodes.CodeUnsure));
    }

    [Theory]
    [InlineData("缴费支出", Placing.Unsure)]
    [InlineData("某市财政局", Placing.Sure)]
    public void Doubts_the_end_of_a_name_without_its_code(string label, Placing placing)
    {
        var made = Make($"""
            208 | 社会保障和就业支出 | 9.00 | 6.00 | 3.00
            20805 | 行政事业单位养老支出 | 9.00 | 6.00 | 3.00
             | {label} | 3.00 | 2.00 | 1.00
            """);
        Assert.Equal(placing, made.Value[^1].Placing);
    }

    [Fact]
    public void Doubts_a_code_of_a_project_that_is_shorter_than_the_others()
    {
        var made = FactMaker.Make([DrawnTable.One(
            """
            项目编码 | 项目名称 | 合计 | 一般公共预算
            44060423470T000000123 | 环卫车辆购置 | 3.00 | 3.00
            44060423470T00000012 | 道路清扫 | 2.00 | 2.00
            """, "项目支出表\n单位:元")]);
        Assert.Equal([Placing.Sure, Placing.Unsure], made.Value.Where(f => f.Column.Path == "合计").Select(f => f.Placing));
    }

    [Theory]
    [InlineData("公共安全支出用", true)]
    [InlineData("公共安全支出", false)]
    [InlineData("公共安全支出(类)", false)]
    [InlineData("公共安全支出内部资料", true)]
    [InlineData("公共安全支出合计", false)]
    public void Doubts_a_known_name_with_a_stray_character(string label, bool doubted)
    {
        var made = Make($"""
            204 | {label} | 9.00 | 6.00 | 3.00
            """);
        Assert.Equal(doubted, made.Anomalies.Any(a => a.Code == AnomalyCodes.LabelUnsure));
    }

    [Theory]
    [InlineData("一、公共安全支出二、教育支出", true)]
    [InlineData("(廿三)债务还本支出(廿四)债务付息支出", true)]
    [InlineData("第一、二、三产业扶持", false)]
    [InlineData("创新园(二)部件产业园", false)]
    [InlineData("一、二级单位补助", false)]
    [InlineData("启智教学楼一、二楼改造", false)]
    [InlineData("(一)基本支出(含人员)", false)]
    public void Tells_a_name_with_a_second_ordinal(string label, bool holds) => Assert.Equal(holds, TornNames.HoldsOrdinal(label));

    [Theory]
    [InlineData("年终结转结余支出总计", Placing.Unsure)]
    [InlineData("三、国有资本经营预算支出总计", Placing.Unsure)]
    [InlineData("三、支出总计", Placing.Sure)]
    [InlineData("国防支出建设。", Placing.Unsure)]
    [InlineData("支出", Placing.Unknown)]
    [InlineData("支出总计", Placing.Sure)]
    [InlineData("本年支出总计", Placing.Sure)]
    public void Doubts_the_total_of_a_side_behind_another_name(string label, Placing placing)
    {
        var made = FactMaker.Make([DrawnTable.One(
            $"""
            收入{"{1,2}"} | 支出{"{1,2}"}
            项目 | 预算数 | 项目 | 预算数
            一、一般公共预算拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00
            收入总计 | 9.00 | {label} | 9.00
            """, "部门收支总表\n单位:元")]);
        Assert.Equal(placing, made.Value[^1].Placing);
    }

    [Theory]
    [InlineData("宣传工作经费青山县统计局", "", Placing.Unsure)]
    [InlineData("宣传工作经费青山县统计局", "青山县统计局", Placing.Sure)]
    [InlineData("宣传工作经费", "", Placing.Sure)]
    public void Doubts_a_body_behind_its_project_whose_own_column_is_blank(string label, string body, Placing placing)
    {
        var made = FactMaker.Make([DrawnTable.One(
            $"""
            项目编码 | 项目名称 | 项目单位 | 合计
            44060423470T000000123 | {label} | {body} | 3.00
            """, "项目支出表\n单位:元")]);
        Assert.Equal(placing, made.Value[^1].Placing);
    }

    [Theory]
    [InlineData("302", "30201", Placing.Sure)]
    [InlineData("", "", Placing.Unsure)]
    public void Doubts_a_half_without_codes_beside_one_with_codes(string first, string second, Placing placing)
    {
        var made = FactMaker.Make([DrawnTable.One(
            $"""
            人员经费{"{1,3}"} | 公用经费{"{1,3}"}
            科目编码 | 科目名称 | 预算数 | 科目编码 | 科目名称 | 预算数
            301 | 工资福利支出 | 9.00 | {first} | 商品和服务支出 | 6.00
            30101 | 基本工资 | 9.00 | {second} | 办公费 | 6.00
            """, "一般公共预算基本支出表\n单位:元")]);
        Assert.Equal([Placing.Sure, placing, Placing.Sure, placing], made.Value.Select(f => f.Placing));
    }

    [Theory]
    [InlineData("二、国防支出", Placing.Sure)]
    [InlineData("二、其他收入", Placing.Unknown)]
    [InlineData("收入总计", Placing.Unknown)]
    public void Doubts_a_name_of_revenue_beside_columns_of_expenditure(string label, Placing placing)
    {
        var made = FactMaker.Make([DrawnTable.One(
            $"""
            收入{"{1,2}"} | 支出{"{1,2}"}
            项目 | 预算数 | 项目 | 预算数
            一、一般公共预算拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00
            本年收入合计 | 9.00 | {label} | 9.00
            """, "收支总表\n单位:元")]);
        Assert.Equal(placing, made.Value[^1].Placing);
    }

    [Theory]
    [InlineData("街道事务", "3.00", Placing.Sure)]
    [InlineData("街道事务", ".00", Placing.Unknown)]
    [InlineData("费", "3.00", Placing.Unknown)]
    public void Doubts_a_row_that_holds_the_rest_of_another(string label, string figure, Placing placing)
    {
        var made = Make($"""
            201 | 一般公共服务支出 | 9.00 | 6.00 | 3.00
             | {label} | 5.00 | 2.00 | {figure}
            """);
        Assert.Equal(placing, made.Value[^1].Placing);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 1)]
    public void Tells_a_column_of_what_is_no_number_once(int cells, int anomalies)
    {
        var made = Make(string.Join('\n', Enumerable.Range(1, 5).Select(i => $"2010{i} | 政府办公厅(室)及相关机构事务{i} | {(i <= cells ? "6O.0" + i : "6.00")} | 6.00 | 3.00")));
        Assert.Equal(anomalies, made.Anomalies.Count(a => a.Code == AnomalyCodes.UnreadableNumber));
        Assert.Equal(cells, made.Value.Count(f => f.State == ValueState.Unreadable));
    }

    [Fact]
    public void Doubts_the_figures_beside_one_that_could_not_be_read()
    {
        var made = Make("""
            201 | 一般公共服务支出 | 9.00 | 6O.00 | 3.00
            20103 | 政府办公厅(室)及相关机构事务 | 9.00 | 6.00 | 3.00
            """);
        Assert.All(made.Value.Where(f => f.Where.Row == 1), f => Assert.Equal(FactStatus.Doubtful, f.Status));
        Assert.All(made.Value.Where(f => f.Where.Row == 2), f => Assert.Equal(FactStatus.Unverified, f.Status));
    }
}
